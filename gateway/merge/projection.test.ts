import { Kind, buildSchema, parse } from 'graphql';
import type { FieldNode, FragmentDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { ProjectedOperation } from './collect-fields.ts';
import { compileProjection } from './projection.ts';
import { startProjection } from './projection-state.ts';
import { merged } from './test-merged.ts';

const schema = buildSchema(`
  scalar Free
  enum Size { S L }
  interface Item { id: ID! name: String }
  type Book implements Item { id: ID! name: String pages: Int! size: Size free: Free price: Float ok: Boolean maker: Maker! parts: [Part!] tags: [String!]! }
  type Film implements Item { id: ID! name: String minutes: Int }
  type Maker { name: String! }
  type Part { n: Int! }
  type Query { item: Item items: [Item] book: Book books: [Book!]! must: Book! }
`);

function operationOf(text: string): ProjectedOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: ProjectedOperation['operation'] | undefined;
  for (const definition of parse(text).definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  if (operation === undefined) throw new TypeError('An operation');
  return { schema, operation, fragments, nameOf: new Map<FieldNode, string>(), isHidden: () => false };
}

function project(text: string, data: Record<string, unknown>, variables = {}): { text: string; errors: string[] } {
  const state = startProjection({ variables, introspection: new Map(), look: () => 'SHOWN' });
  const written = compileProjection(operationOf(text))(merged(data), state);
  return { text: written, errors: state.errors.map(({ message, path }) => `${path?.join('.') ?? ''}: ${message}`) };
}

describe('a projection', () => {
  it('writes fields in the order of the operation under the client’s names', () => {
    expect(project('{ b: book { name z: id } __typename }', { book: { id: '1', name: 'a"ก' } }).text).toBe(
      '{"b":{"name":"a\\"ก","z":"1"},"__typename":"Query"}',
    );
  });

  it('chooses fragments by the object’s type', () => {
    const text =
      '{ items { ... on Book { pages } ...F __typename } } fragment F on Item { id ... on Film { minutes } }';
    expect(
      project(text, { items: [{ __typename: 'Book', id: '1', pages: 3 }, { __typename: 'Film', id: '2' }, null] }).text,
    ).toBe('{"items":[{"pages":3,"id":"1","__typename":"Book"},{"id":"2","minutes":null,"__typename":"Film"},null]}');
  });

  it('merges mentions of one field, each with its own condition', () => {
    const text =
      'query ($a: Boolean!, $b: Boolean!) { book @include(if: $a) { id } book @skip(if: $b) { name } book @include(if: false) { pages } }';
    const data = { book: { id: '1', name: 'x', pages: 1 } };
    expect(project(text, data, { a: true, b: false }).text).toBe('{"book":{"id":"1","name":"x"}}');
    expect(project(text, data, { a: true, b: true }).text).toBe('{"book":{"id":"1"}}');
    expect(project(text, data, { a: false, b: true }).text).toBe('{}');
  });

  it('carries a null up to the nearest place that may be null, and says where it was', () => {
    expect(project('{ book { name maker { name } } }', { book: { name: 'x', maker: { name: null } } })).toEqual({
      text: '{"book":null}',
      errors: ['book.maker.name: Cannot return null for non-nullable field Maker.name.'],
    });
  });

  it('nulls a whole list for one of its items', () => {
    expect(project('{ book { parts { n } } }', { book: { parts: [{ n: 1 }, { n: null }, {}] } })).toEqual({
      text: '{"book":{"parts":null}}',
      errors: ['book.parts.1.n: Cannot return null for non-nullable field Part.n.'],
    });
  });

  it('carries a null up to the root', () => {
    expect(project('{ must { pages } }', { must: {} })).toEqual({
      text: 'null',
      errors: ['must.pages: Cannot return null for non-nullable field Book.pages.'],
    });
  });

  it('writes every kind of leaf', () => {
    const book = { size: 'S', free: { a: [1, null] }, price: 0.5, ok: false, tags: ['a', 'b'], id: 7 };
    expect(project('{ book { size free price ok tags id } }', { book }).text).toBe(
      '{"book":{"size":"S","free":{"a":[1,null]},"price":0.5,"ok":false,"tags":["a","b"],"id":7}}',
    );
  });

  it.each([
    ['size', 'XXL'],
    ['price', 'dear'],
    ['price', Number.NaN],
    ['ok', 1],
    ['name', 5],
  ])('nulls a value of the wrong kind: %s = %j', (field, value) => {
    const { text, errors } = project(`{ book { ${field} } }`, { book: { [field]: value } });
    expect(text).toBe(`{"book":{"${field}":null}}`);
    expect(errors).toEqual([`book.${field}: Invalid value for field Book.${field}.`]);
    expect(errors.join()).not.toContain(String(value));
  });

  it('nulls an object of a type that clients do not know', () => {
    expect(project('{ item { id } }', { item: { __typename: 'Secret', id: '1' } })).toEqual({
      text: '{"item":null}',
      errors: ['item: An object of abstract type Item has none of its types.'],
    });
  });

  it('says nothing of a null that may be one', () => {
    expect(project('{ book { name maker { name } } item { id } }', {})).toEqual({
      text: '{"book":null,"item":null}',
      errors: [],
    });
  });

  it('writes long strings, surrogates and control characters as JSON', () => {
    const name = `${'ก'.repeat(60)}\u0001 ${String.fromCodePoint(0x1f600)}`;
    for (const value of [name, 'a\\b', '\n', '\ud800']) {
      expect(project('{ book { name } }', { book: { name: value } }).text).toBe(
        JSON.stringify({ book: { name: value } }),
      );
    }
  });
});
