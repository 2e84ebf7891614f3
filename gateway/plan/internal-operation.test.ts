import { buildSchema, parse, stripIgnoredCharacters } from 'graphql';
import { describe, expect, it } from 'vitest';
import { toInternalOperation } from './internal-operation.ts';

const schema = buildSchema(`
  type Query { product(id: ID!): Product products: [Product!]! }
  type Mutation { count: Int }
  type Product { id: ID! name: String price(currency: String): Int maker: Product }
`);

const internalText = (document: string, operationName?: string): string =>
  stripIgnoredCharacters(toInternalOperation(schema, parse(document), operationName).text);

describe('an internal operation', () => {
  it('fetches a field without arguments under its own name, whatever the client calls it', () => {
    expect(internalText('{ all: products { price: name id: name } }')).toBe('{products{name name}}');
  });

  it('gives each set of arguments one name', () => {
    expect(
      internalText('{ products { a: price(currency: "THB") b: price(currency: "EUR") c: price(currency: "THB") } }'),
    ).toBe('{products{f1_price:price(currency:"THB")f2_price:price(currency:"EUR")f1_price:price(currency:"THB")}}');
  });

  it('is the same for operations that differ in aliases and operation name only', () => {
    expect(internalText('query A { x: products { y: id } }')).toBe(internalText('query B { products { id } }'));
  });

  it('keeps two mentions of a mutation apart', () => {
    expect(internalText('mutation { a: count b: count }')).toBe('mutation{f1_count:count f2_count:count}');
  });

  it('evades fields of the graph that look like its own names', () => {
    const odd = buildSchema('type Query { f1_a: Int a(x: Int): Int }');
    expect(stripIgnoredCharacters(toInternalOperation(odd, parse('{ f1_a a(x: 1) }')).text)).toBe(
      '{f1_a ff1_a:a(x:1)}',
    );
  });

  it('renames inside fragments and leaves unused ones out', () => {
    expect(
      internalText('{ products { ...P } } fragment P on Product { title: name } fragment Q on Product { id }'),
    ).toBe('{products{...P}}fragment P on Product{name}');
  });

  it('keeps an object of which every selection may be excluded', () => {
    expect(internalText('query ($x: Boolean!) { products { id @include(if: $x) } }')).toBe(
      'query($x:Boolean!){products{__typename id@include(if:$x)}}',
    );
  });

  it.each([
    [
      '{ products { ... on Product @include(if: $x) { id } } }',
      '{products{__typename ...on Product@include(if:$x){id@include(if:$x)}}}',
    ],
    [
      '{ products { ...P @skip(if: $x) } } fragment P on Product { id }',
      '{products{__typename ...on Product@skip(if:$x){id@skip(if:$x)}}}',
    ],
    [
      '{ products { id } products @include(if: $x) { name } }',
      '{products{id}products@include(if:$x){name@include(if:$x)}}',
    ],
    ['{ products @include(if: $x) { id name } }', '{products@include(if:$x){id name}}'],
    [
      '{ products { ... @include(if: $x) { id @include(if: $y) } } }',
      '{products{__typename ...@include(if:$x){id@include(if:$y)}}}',
    ],
  ])('tells a field the conditions around it: %s', (client, internal) => {
    const variables = '($x: Boolean!, $y: Boolean!)';
    expect(internalText(`query ${variables} ${client}`).split('fragment')[0]).toBe(
      `query($x:Boolean!$y:Boolean!)${internal}`,
    );
  });

  it('leaves out what a constant excludes', () => {
    expect(internalText('{ products { id @skip(if: true) name @include(if: true) } }')).toBe(
      '{products{__typename name}}',
    );
  });

  it('takes the operation that is named', () => {
    expect(internalText('query A { products { id } } query B { products { name } }', 'B')).toBe('{products{name}}');
  });

  it.each(['{ products { id } } query B { products { name } }', 'fragment P on Product { id }'])(
    'refuses a document without one operation to run: %s',
    (document) => {
      expect(() => internalText(document)).toThrow(expect.objectContaining({ code: 'OPERATION_INVALID' }));
    },
  );

  it('refuses an operation of more than ten thousand fields', () => {
    expect(() => internalText(`{ products { ${'id '.repeat(10_001)} } }`)).toThrow(
      expect.objectContaining({ code: 'OPERATION_INVALID' }),
    );
  });
});
