import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { merged } from '../merge/test-merged.ts';
import type { QueryPlanSelectionNode } from '../plan/query-plan.ts';
import type { PlanContext } from './plan-context.ts';
import { compileKeyOf, compileRepresentation } from './representations.ts';
import type { RepresentationOf } from './representations.ts';

const schema = buildSchema(`
  interface Item { id: ID! }
  type Book implements Item { id: ID! title: String! note: String parts: [Part] strict: [Part!] maker: Maker }
  type Part { n: Int! m: Int }
  type Maker { name: String! }
  type Query { a: Item b: Book }
`);
const context: PlanContext = {
  schema,
  joins: new Set(),
  keyFields: (typeName) => new Set(typeName === 'Book' ? ['id'] : []),
  isOfType: (typeName, condition) => typeName === condition || (typeName === 'Book' && condition === 'Item'),
  isObjectTypeName: (name) => name === 'Book',
};
const field = (name: string, ...selections: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  kind: 'Field',
  name,
  ...(selections.length > 0 && { selections }),
});

function of(...required: QueryPlanSelectionNode[]): RepresentationOf {
  const selections = [field('__typename'), field('id'), ...required];
  return compileRepresentation([{ kind: 'InlineFragment', typeCondition: 'Book', selections }], [], 'x', context);
}
const book = (more: Record<string, unknown>): ReturnType<typeof merged> =>
  merged({ __typename: 'Book', id: '1', ...more });
const whole = { __typename: 'Book', id: '1' };

describe('a representation', () => {
  it('holds type, key and what is required, under its own name', () => {
    const aliased: QueryPlanSelectionNode = { kind: 'Field', name: 'note', alias: 'r1_note' };
    const represent = of(aliased, field('parts', field('n')));
    expect(represent(book({ note: 'other', r1_note: 'x', parts: [{ n: 1, m: 2 }, null] }), false)).toEqual({
      ...whole,
      note: 'x',
      parts: [{ n: 1 }, null],
    });
  });

  it('has null for a required field that nobody gave, when it may be null', () => {
    expect(of(field('note'), field('maker', field('name')))(book({}), false)).toEqual({
      ...whole,
      note: null,
      maker: null,
    });
  });

  it('says which required field is missing that may not be null', () => {
    expect(of(field('title'))(book({}), false)).toEqual({ lacks: 'Book.title' });
  });

  it('is none without the key', () => {
    expect(of()(merged({ __typename: 'Book' }), false)).toBeUndefined();
  });

  it('is none for another type, and for an object of unknown type', () => {
    expect(of()(merged({ __typename: 'Film', id: '1' }), false)).toBeUndefined();
    expect(of()(merged({ id: '1' }), false)).toBeUndefined();
  });

  it('leaves out what a condition excluded', () => {
    expect(of(field('title'), field('note'))(book({}), true)).toEqual(whole);
  });

  it('nulls inside by the types', () => {
    expect(of(field('maker', field('name')))(book({ maker: {} }), false)).toEqual({ ...whole, maker: null });
    expect(of(field('parts', field('n')))(book({ parts: [{}, { n: 1 }] }), false)).toEqual({
      ...whole,
      parts: [null, { n: 1 }],
    });
    expect(of(field('strict', field('n')))(book({ strict: [{}, { n: 1 }] }), false)).toEqual({
      ...whole,
      strict: null,
    });
  });

  it('is renamed by rewrites', () => {
    const selections = [field('__typename'), field('id')];
    const represent = compileRepresentation(
      [{ kind: 'InlineFragment', typeCondition: 'Item', selections }],
      [{ kind: 'ValueSetter', path: ['... on Book', '__typename'], setValueTo: 'Item' }],
      'x',
      context,
    );
    expect(represent(book({}), false)).toEqual({ __typename: 'Item', id: '1' });
  });

  it('is known by its key', () => {
    expect(compileKeyOf('x', context)({ ...whole, note: 'n' })).toBe('1');
  });
});
