import { Kind, buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { adopt, compileShape, invalid } from './shape.ts';
import type { Shape } from './shape.ts';

const schema = buildSchema(`
  scalar Free
  enum Size { S L }
  type Query { book: Book books: [Book!]! grid: [[Book]] count: Int free: Free size: Size names: [String] constructor: Book }
  type Book { title: String note: Free }
`);

function shapeOf(text: string): Shape {
  const [definition] = parse(text).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('An operation');
  return compileShape(schema, 'Query', definition.selectionSet);
}

const adoptText = (query: string, answer: string): unknown => {
  const adopted = adopt(shapeOf(query), JSON.parse(answer));
  return adopted === invalid ? invalid : JSON.stringify(adopted);
};

describe('a shape', () => {
  it('takes what was asked for and looks at nothing else', () => {
    expect(
      adoptText('{ book { title } }', '{"book":{"title":"x","__proto__":{"polluted":1},"more":1},"other":2}'),
    ).toBe('{"book":{"title":"x"}}');
  });

  it('takes a field that the object prototype has too only from the answer', () => {
    expect(adoptText('query ($x: Boolean!) { constructor @include(if: $x) { title } }', '{}')).toBe('{}');
    expect(adoptText('{ constructor { title } }', '{"constructor":{"title":"x"}}')).toBe(
      '{"constructor":{"title":"x"}}',
    );
  });

  it('makes new objects each time', () => {
    const shape = shapeOf('{ book { title } }');
    const answer = { book: { title: 'x' } };
    expect(adopt(shape, answer)).not.toBe(adopt(shape, answer));
  });

  it('lets a custom scalar be anything', () => {
    expect(adoptText('{ free }', '{"free":{"a":[1]}}')).toBe('{"free":{"a":[1]}}');
  });

  it('joins selections of one name from several fragments', () => {
    expect(adoptText('{ book { title } ... on Query { book { note } } }', '{"book":{"title":"x","note":1}}')).toBe(
      '{"book":{"title":"x","note":1}}',
    );
  });

  it.each([
    ['{ book { title } }', '{"book":[]}'],
    ['{ book { title } }', '{"book":1}'],
    ['{ books { title } }', '{"books":{}}'],
    ['{ books { title } }', '{"books":[1]}'],
    ['{ grid { title } }', '{"grid":[{"title":"x"}]}'],
    ['{ count }', '{"count":{}}'],
    ['{ size }', '{"size":["S"]}'],
    ['{ names }', '{"names":"x"}'],
    ['{ count }', '{}'],
    ['{ book { title } }', '{"book":{}}'],
    ['{ ... on Query { count } }', '{}'],
    ['{ count }', '[]'],
    ['{ count }', '"x"'],
  ])('refuses for %s the answer %s', (query, answer) => {
    expect(adoptText(query, answer)).toBe(invalid);
  });

  it.each([
    'query ($x: Boolean!) { count @skip(if: $x) }',
    'query ($x: Boolean!) { ... @include(if: $x) { count } }',
    '{ ... on Other { count } }',
  ])('does without what a condition or a type may exclude: %s', (query) => {
    expect(adoptText(query, '{}')).toBe('{}');
  });

  it.each([
    ['{ grid { title } }', '{"grid":[[{"title":null}],null,[null]]}'],
    ['{ names }', '{"names":[null,"x"]}'],
    ['{ book { title } books { title } }', '{"book":null,"books":null}'],
  ])('lets nulls be: %s %s', (query, answer) => {
    expect(adoptText(query, answer)).toBe(answer);
  });
});
