import { describe, expect, it } from 'vitest';
import { readCostFacts } from './cost-facts.ts';

describe('the cost directives of a supergraph', () => {
  it('are read with their coordinates', () => {
    const { weights, listSizes } = readCostFacts(`
      type Query {
        page(first: Int = 20 @cost(weight: 3)): Page @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
        thirteen: [Body!]! @listSize(assumedSize: 13) @cost(weight: 2)
      }
      type Page { edges: [Body!]! }
      type Body @cost(weight: 0) { code: ID }
      enum Level @cost(weight: 1) { LOW }
    `);
    expect([...weights]).toEqual([
      ['Query.page(first:)', 3],
      ['Query.thirteen', 2],
      ['Body', 0],
      ['Level', 1],
    ]);
    expect([...listSizes]).toEqual([
      ['Query.page', { slicingArguments: ['first'], sizedFields: ['edges'] }],
      ['Query.thirteen', { assumedSize: 13 }],
    ]);
  });

  it('count as not said where they are no numbers or names', () => {
    const { weights, listSizes } = readCostFacts(
      'type Query { a: Int @cost(weight: "x") b: [Int] @listSize(assumedSize: "many", slicingArguments: [1]) }',
    );
    expect([[...weights], [...listSizes]]).toEqual([[], [['Query.b', {}]]]);
  });
});
