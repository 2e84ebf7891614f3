import { describe, expect, it } from 'vitest';
import { createTestEngine } from './test-engine.ts';
import { federation } from './test-subgraph.ts';
import type { TestSubgraph } from './test-subgraph.ts';

const registry: TestSubgraph = {
  name: 'registry',
  typeDefs: `${federation} type Query { farm: Farm } type Farm @key(fields: "id") { id: ID! rai: Int! crop: String! }`,
  resolvers: { Query: { farm: () => ({ id: '1' }) } },
  entities: { Farm: ({ id }) => ({ id, rai: 12, crop: 'rice' }) },
};
const water: TestSubgraph = {
  name: 'water',
  typeDefs: `${federation} type Query { pump: Farm } type Farm @key(fields: "id") { id: ID! rai: Int! @external crop: String! @external
    quota: String! @requires(fields: "rai") advice: String! @requires(fields: "rai crop") }`,
  resolvers: {
    Query: { pump: () => ({ id: '1' }) },
    Farm: {
      quota: ({ rai }) => `${String(rai)} hours`,
      advice: ({ rai, crop }) => `${String(crop)} on ${String(rai)}`,
    },
  },
  entities: { Farm: (representation) => representation },
};
const graph = await createTestEngine([registry, water]);

describe('a field that a condition excludes', () => {
  it.each([
    '{ pump { quota ... on Farm @include(if: $more) { advice } } }',
    '{ pump { quota ...More @include(if: $more) } } fragment More on Farm { advice }',
    '{ pump { quota } ... on Query @include(if: $more) { pump { advice } } }',
    '{ pump { quota } pump @include(if: $more) { advice } }',
    '{ pump { quota advice @include(if: $more) } }',
  ])('takes none that is asked for down with what it requires: %s', async (selections) => {
    const document = `query ($more: Boolean!) ${selections}`;
    const without = await graph.run(document, { variables: { more: false } });
    expect(without).toMatchObject({ data: { pump: { quota: '12 hours' } }, errors: [] });
    const whole = await graph.run(document, { variables: { more: true } });
    expect(whole).toMatchObject({ data: { pump: { quota: '12 hours', advice: 'rice on 12' } }, errors: [] });
  });
});
