import * as fc from 'fast-check';
import { buildSchema, getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Variables } from './amount.ts';
import { costPreview, readCostPreview } from './cost-preview.ts';
import { checkCost, compileCost, type CostFacts } from './cost.ts';

const schema = buildSchema(`
  type Query {
    one: House
    page(first: Int = 20, last: Int): Page!
    plain(first: Int): [House!]!
    grid: [[House!]!]!
    record: Record
  }
  type Page { totalCount: Int! edges: [Edge!]! }
  type Edge { node: House! }
  type House { code: ID! members: [Person!]! facts(name: String): [Fact!]! dear: Int }
  type Person { name: String house: House }
  type Fact { value: String }
  interface Record { facts: [Fact!]! }
  type Small implements Record { facts: [Fact!]! }
  type Large implements Record { facts: [Fact!]! extra: Fact }
`);

const facts: CostFacts = {
  weights: new Map([
    ['House', 2],
    ['House.dear', 7],
    ['House.facts(name:)', 3],
    ['Edge', 0],
    ['Page', 0],
  ]),
  listSizes: new Map([
    ['Query.page', { slicingArguments: ['first', 'last'], sizedFields: ['edges'] }],
    ['Query.plain', { slicingArguments: ['first'], assumedSize: 50 }],
    ['House.members', { assumedSize: 4 }],
    ['Small.facts', { assumedSize: 10 }],
    ['Large.facts', { assumedSize: 40 }],
  ]),
};

function estimate(query: string, variables: Variables = {}): number {
  return compileCost(schema, parse(query), undefined, { facts, maxPageSize: 100 })(variables);
}

describe('the cost of an operation', () => {
  it.each<[number, string, Variables]>([
    [0, '{ __typename }', {}],
    [2, '{ one { code } }', {}],
    [9, '{ one { dear } }', {}],
    [4, '{ a: one { code } b: one { code } }', {}],
    [2 + 4, '{ one { members { name } } }', {}],
    [2 + 4 * (1 + 2), '{ one { members { house { code } } } }', {}],
    [2 + 5, '{ one { facts { value } } }', {}],
    [2 + 5 + 3, '{ one { facts(name: "x") { value } } }', {}],
    [20 * 2, '{ page { edges { node { code } } } }', {}],
    [0, '{ page { totalCount } }', {}],
    [30 * 2, '{ page(first: 30) { edges { node { code } } } }', {}],
    [30 * 2, '{ page(first: 3, last: 30) { edges { node { code } } } }', {}],
    [30 * 2, 'query ($n: Int) { page(first: $n) { edges { node { code } } } }', { n: 30 }],
    [7 * 2, 'query ($n: Int = 7) { page(first: $n) { edges { node { code } } } }', {}],
    [20 * 2, 'query ($n: Int) { page(first: $n) { edges { node { code } } } }', {}],
    [50 * 2, '{ plain { code } }', {}],
    [25 * 2, '{ grid { code } }', {}],
    [1 + 40, '{ record { facts { value } } }', {}],
    [1 + 10, '{ record { ... on Small { facts { value } } } }', {}],
    [1 + 40 + 1, '{ record { ...L } } fragment L on Large { facts { value } extra { value } }', {}],
    [0, '{ one @skip(if: true) { code } }', {}],
    [0, 'query ($x: Boolean!) { one @include(if: $x) { code } }', { x: false }],
    [2, 'query ($x: Boolean!) { one @include(if: $x) { code } }', { x: true }],
    [2, 'query ($x: Boolean = false) { one @include(if: $x) { code } }', {}],
    [0, 'query ($x: Boolean!) { ... @skip(if: $x) { one { code } } }', { x: true }],
    [50, getIntrospectionQuery(), {}],
  ])('is %d for %s', (points, query, variables) => {
    expect(estimate(query, variables)).toBe(points);
  });

  it.each<[string, Variables]>([
    ['{ page(first: 101) { totalCount } }', {}],
    ['{ page(first: 0) { totalCount } }', {}],
    ['{ page(first: -1) { totalCount } }', {}],
    ['{ page(first: null) { totalCount } }', {}],
    ['{ page(first: "1") { totalCount } }', {}],
    ['{ page(first: 1.5) { totalCount } }', {}],
    ['{ page(first: 5, last: 1000000) { totalCount } }', {}],
    ['query ($n: Int) { page(first: $n) { totalCount } }', { n: 1_000_000 }],
    ['query ($n: Int) { page(first: $n) { totalCount } }', { n: null }],
    ['query ($n: Int) { page(first: $n) { totalCount } }', { n: [1] }],
    ['query ($n: Int = 1000) { page(first: $n) { totalCount } }', {}],
    ['{ plain(first: 1000) { code } }', {}],
    ['{ ...F } fragment F on Query { ... { page(last: 1000) { totalCount } } }', {}],
  ])('has no page of the size in %s with %j', (query, variables) => {
    expect(() => estimate(query, variables)).toThrow(expect.objectContaining({ code: 'INPUT_PAGE_SIZE_INVALID' }));
  });

  it('is never less with a larger page, a further field or a further alias', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.nat({ max: 5 }), (first, levels) => {
        const inner = (depth: number): string => (depth === 0 ? 'code' : `members { house { ${inner(depth - 1)} } }`);
        const query = (size: number, depth: number): string =>
          `{ page(first: ${size}) { edges { node { ${inner(depth)} } } } }`;
        const base = estimate(query(first, levels));
        expect(estimate(query(first + 1, levels))).toBeGreaterThan(base);
        expect(estimate(query(first, levels + 1))).toBeGreaterThan(base);
        expect(estimate(`{ x: ${query(first, levels).slice(2)}`)).toBe(base);
      }),
    );
  });

  it('above the budget is refused with the estimate', () => {
    expect(() => checkCost(100, 100)).not.toThrow();
    expect(() => checkCost(101, 100)).toThrow(
      expect.objectContaining({ code: 'POLICY_COST_TOO_HIGH', message: expect.stringContaining('101') }),
    );
  });
});

describe('a preview of the cost', () => {
  it('is asked for by exactly one header', () => {
    expect(readCostPreview(undefined)).toBe(false);
    expect(readCostPreview('true')).toBe(true);
    for (const header of ['false', 'TRUE', '', 'true, true', ['true']]) {
      expect(() => readCostPreview(header)).toThrow(expect.objectContaining({ code: 'REQUEST_PREVIEW_INVALID' }));
    }
  });

  it('says what the operation would cost and whether it may run', () => {
    expect(costPreview(101, 100)).toEqual({ extensions: { cost: { estimate: 101, budget: 100, allowed: false } } });
    expect(costPreview(100, 100).extensions.cost.allowed).toBe(true);
  });
});
