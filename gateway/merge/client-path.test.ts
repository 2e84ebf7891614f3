import { Kind, buildSchema, parse, visit } from 'graphql';
import type { FieldNode, FragmentDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { toClientPaths } from './client-path.ts';
import type { ProjectedOperation } from './collect-fields.ts';
import type { ResponsePath } from './objects-at-path.ts';
import { merged } from './test-merged.ts';

const schema = buildSchema(`
  interface Animal { name: String owner: Person }
  type Cow implements Animal { name: String owner: Person milk: Int }
  type Buffalo implements Animal { name: String owner: Person }
  type Person { name: String animals: [Animal] }
  type Query { herd: [Animal] me: Person }
`);

function pathsOf(text: string, path: ResponsePath, { data = {}, variables = {} } = {}): readonly ResponsePath[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const nameOf = new Map<FieldNode, string>();
  let operation: ProjectedOperation['operation'] | undefined;
  const document = parse(text);
  visit(document, { Field: (node) => void nameOf.set(node, node.name.value) });
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  if (operation === undefined) throw new TypeError('An operation');
  const projected = { schema, operation, fragments, nameOf, isHidden: () => false };
  return toClientPaths(projected, path, { root: merged(data), variables, isRequired: (name) => name === 'owner' });
}

describe('a path in the client’s names', () => {
  it('goes through aliases, fragments and positions', () => {
    const text = '{ all: herd { ...Named } } fragment Named on Animal { who: owner { called: name } }';
    expect(pathsOf(text, ['herd', 2, 'owner', 'name'])).toEqual([['all', 2, 'who', 'called']]);
  });

  it('is one for each alias of a field, and of the fields around it', () => {
    expect(pathsOf('{ a: me { x: name y: name } b: me { name } }', ['me', 'name'])).toEqual([
      ['a', 'x'],
      ['a', 'y'],
      ['b', 'name'],
    ]);
  });

  it('takes the alias that the object’s type has', () => {
    const text = '{ herd { ... on Cow { cow: name } ... on Buffalo { buffalo: name } } }';
    const data = {
      herd: [
        { __typename: 'Buffalo', name: null },
        { __typename: 'Cow', name: null },
      ],
    };
    expect(pathsOf(text, ['herd', 0, 'name'], { data })).toEqual([['herd', 0, 'buffalo']]);
    expect(pathsOf(text, ['herd', 1, 'name'], { data })).toEqual([['herd', 1, 'cow']]);
  });

  it('takes an alias that no condition excludes', () => {
    const text = 'query ($x: Boolean!) { me { no: name @include(if: $x) ... @skip(if: $x) { yes: name } } }';
    expect(pathsOf(text, ['me', 'name'], { variables: { x: false } })).toEqual([['me', 'yes']]);
    expect(pathsOf(text, ['me', 'name'], { variables: { x: true } })).toEqual([['me', 'no']]);
  });

  it('ends before a required field that the response does not show', () => {
    expect(pathsOf('{ all: herd { name } }', ['herd', 1, 'owner', 'name'])).toEqual([['all', 1]]);
    const text = 'query ($x: Boolean!) { herd { name owner @include(if: $x) { name } } }';
    expect(pathsOf(text, ['herd', 1, 'owner'], { variables: { x: false } })).toEqual([['herd', 1]]);
  });

  it('does not exist where the response shows nothing and nothing is made from it', () => {
    const text = 'query ($x: Boolean!) { me @skip(if: $x) { name } herd { name @include(if: $x) } __typename }';
    expect(pathsOf(text, ['me', 'name'], { variables: { x: true } })).toEqual([]);
    expect(pathsOf(text, ['herd', 0, 'name'], { variables: { x: false } })).toEqual([]);
  });
});
