import { describe, expect, it } from 'vitest';
import { changesBetween, graphElements } from './dev-graph-changes.ts';

const before = `
  directive @personal(kind: String) on FIELD_DEFINITION | OBJECT
  enum join__Graph { ONE @join__graph(name: "one", url: "") }
  scalar join__FieldSet
  enum Colour { RED GREEN }
  interface Named { name: String }
  type House implements Named @join__type(graph: ONE) @personal { name: String @join__field(graph: ONE) size: Int gone: ID }
  type Query { house(code: ID!): House }`;

function changed(from: RegExp, to: string): ReturnType<typeof changesBetween> {
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return changesBetween(graphElements(before), graphElements(after));
}

describe('what changed in a graph', () => {
  it('is nothing when only the way to resolve it did', () => {
    expect(changed(/url: ""/u, 'url: "http://127.0.0.1"')).toEqual({ added: [], removed: [], changed: [] });
  });

  it.each([
    [
      'a field that came',
      /size: Int/u,
      'size: Int rooms: [Int!]',
      { added: [{ coordinate: 'House.rooms', signature: '[Int!]' }] },
    ],
    ['a field that went', /gone: ID/u, '', { removed: [{ coordinate: 'House.gone', signature: 'ID' }] }],
    ['a value that came', /GREEN/u, 'GREEN BLUE', { added: [{ coordinate: 'Colour.BLUE', signature: 'value' }] }],
    [
      'another type',
      /size: Int/u,
      'size: Int!',
      { changed: [{ coordinate: 'House.size', before: 'Int', signature: 'Int!' }] },
    ],
    [
      'another argument',
      /code: ID!/u,
      'code: ID!, day: String',
      {
        changed: [
          { coordinate: 'Query.house', before: '(code: ID!) House', signature: '(code: ID!, day: String) House' },
        ],
      },
    ],
    [
      'another class of access',
      /size: Int/u,
      'size: Int @personal(kind: "NAME")',
      { changed: [{ coordinate: 'House.size', before: 'Int', signature: 'Int @personal(kind: "NAME")' }] },
    ],
    [
      'another default of a type',
      / @personal \{/u,
      ' {',
      {
        changed: [
          {
            coordinate: 'House',
            before: 'type implements Named @personal',
            signature: 'type implements Named',
          },
        ],
      },
    ],
  ])('is %s', (_what, from, to, expected) => {
    expect(changed(from, to)).toEqual({ added: [], removed: [], changed: [], ...expected });
  });
});
