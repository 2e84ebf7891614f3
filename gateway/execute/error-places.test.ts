import { describe, expect, it } from 'vitest';
import { createTestEngine } from './test-engine.ts';
import { federation } from './test-subgraph.ts';
import type { TestSubgraph } from './test-subgraph.ts';

/* Where in the response an error of a body is told: at every place that shows what failed, and nowhere else. */

const people = [
  { __typename: 'Farmer', id: '1', name: 'Boonmee' },
  { __typename: 'Farmer', id: '2', name: 'Kham' },
];

const registry: TestSubgraph = {
  name: 'registry',
  typeDefs: `${federation}
    interface Holder @key(fields: "id") { id: ID! name: String }
    type Farmer implements Holder @key(fields: "id") { id: ID! name: String }
    type Query { farmers: [Farmer!]! }`,
  resolvers: { Query: { farmers: () => people } },
  entities: {
    Holder: ({ id }) => people.find((person) => person.id === id),
    Farmer: ({ id }) => people.find((person) => person.id === id),
  },
};

const cards: TestSubgraph = {
  name: 'cards',
  typeDefs: `${federation}
    type Holder @key(fields: "id") @interfaceObject { id: ID! name: String @external card: String @requires(fields: "name") }
    type Query { holders: [Holder!]! }`,
  resolvers: {
    Query: { holders: () => people.map(({ id }) => ({ id })) },
    Holder: {
      card: ({ name }) => {
        if (typeof name !== 'string') throw new Error('No card without a name.');
        return `card of ${name}`;
      },
    },
  },
  entities: { Holder: (representation) => representation },
};

const graph = await createTestEngine([registry, cards]);

describe('an error of a body', () => {
  it('is told under every alias of what failed', async () => {
    graph.bodies.answerWith('registry', () => ({
      status: 'ANSWERED',
      data: { farmers: [{ __typename: 'Farmer', id: '1', name: null }] },
      errors: [{ message: 'Sealed.', path: ['farmers', 0, 'name'] }],
      tookMs: 1,
    }));
    const { data, errors } = await graph.run(
      '{ a: farmers { name again: name } b: farmers { id } c: farmers { name } }',
    );
    graph.bodies.answerWith('registry', () => undefined);
    expect(data).toEqual({ a: [{ name: null, again: null }], b: [{ id: '1' }], c: [{ name: null }] });
    expect(errors.map(({ path }) => path)).toEqual([
      ['a', 0, 'name'],
      ['a', 0, 'again'],
      ['c', 0, 'name'],
    ]);
  });

  it('is not told of a field that the client excluded by a condition', async () => {
    const text = `query ($less: Boolean!) { holders { name @skip(if: $less) ... on Holder @skip(if: $less) { name card } __typename } }`;
    const { data, errors } = await graph.run(text, { variables: { less: true } });
    expect(data).toEqual({ holders: [{ __typename: 'Farmer' }, { __typename: 'Farmer' }] });
    expect(errors).toEqual([]);
    const whole = await graph.run(text, { variables: { less: false } });
    expect(whole.data).toMatchObject({ holders: [{ card: 'card of Boonmee' }, { card: 'card of Kham' }] });
  });
});
