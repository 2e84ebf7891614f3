import { parse } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { createStockGateway } from '../plan/test-stock-gateway.ts';
import { createTestEngine } from './test-engine.ts';
import { federation } from './test-subgraph.ts';
import type { TestSubgraph } from './test-subgraph.ts';

/* What one body gives and the graph hides: values of enums and types of objects. */

const cases = ['OPEN', 'SEALED', 'CLOSED', 'BURNT'].map((state, at) => ({ id: String(at + 1), state }));

const courts: TestSubgraph = {
  name: 'courts',
  typeDefs: `${federation}
    enum State { OPEN CLOSED SEALED @inaccessible }
    type Query { cases: [Case!]! states: [State] strict: [Strict]! heard: [Heard] }
    type Case @key(fields: "id") { id: ID! state: State }
    type Strict { state: State! }
    union Heard = Witness | Informer
    type Witness { name: String }
    type Informer @inaccessible { name: String }`,
  resolvers: {
    Query: {
      cases: () => cases.slice(0, 3),
      states: () => ['SEALED', 'OPEN'],
      strict: () => [{ state: 'OPEN' }, { state: 'SEALED' }],
      heard: () => [
        { __typename: 'Informer', name: 'X' },
        { __typename: 'Witness', name: 'Somying' },
      ],
    },
  },
};

const { run, supergraphs, bodies } = await createTestEngine([courts]);
const passingText = await createTestEngine([courts], { passText: true });
const stock = await createStockGateway(supergraphs.current().sdl, async (subgraph, query, variables) => {
  const reply = await bodies.call({ subgraph, query, variables, kind: 'query' }, AbortSignal.timeout(5_000));
  return reply.status === 'ANSWERED' ? { data: reply.data && { ...reply.data } } : {};
});
afterAll(() => stock.stop());

describe('a hidden value of an enum', () => {
  it.each([
    [
      '{ cases { id state } }',
      {
        cases: [
          { id: '1', state: 'OPEN' },
          { id: '2', state: null },
          { id: '3', state: 'CLOSED' },
        ],
      },
    ],
    ['{ states }', { states: [null, 'OPEN'] }],
  ])('is null in %s, without an error, as in the stock gateway', async (query, expected) => {
    for (const execute of [run, passingText.run]) {
      const { data, errors } = await execute(query);
      expect({ data, errors }).toEqual({ data: expected, errors: [] });
    }
    expect(JSON.parse(JSON.stringify((await stock.execute(parse(query))).data))).toEqual(expected);
  });

  it('makes its object null, with an error that does not name it, where null may not be', async () => {
    const { data, errors } = await run('{ strict { state } }');
    expect(data).toEqual({ strict: [{ state: 'OPEN' }, null] });
    expect(errors).toMatchObject([{ path: ['strict', 1, 'state'], extensions: { code: 'BODY_INVALID' } }]);
    expect(JSON.stringify(errors)).not.toContain('SEALED');
  });

  it('is no value at all: one that nobody declared is a fault of its body', async () => {
    bodies.answerWith('courts', () => ({
      status: 'ANSWERED',
      data: { cases: [cases[3]] },
      errors: [],
      tookMs: 1,
    }));
    const { data, errors } = await run('{ cases { id state } }');
    bodies.answerWith('courts', () => undefined);
    expect(data).toEqual({ cases: [{ id: '4', state: null }] });
    expect(errors).toMatchObject([{ path: ['cases', 0, 'state'], extensions: { code: 'BODY_INVALID' } }]);
  });
});

describe('an object of a hidden type', () => {
  it('is null, without an error, as in the stock gateway', async () => {
    const query = '{ heard { __typename ... on Witness { name } } }';
    const expected = { heard: [null, { __typename: 'Witness', name: 'Somying' }] };
    const { data, errors } = await run(query);
    expect({ data, errors }).toEqual({ data: expected, errors: [] });
    expect(JSON.parse(JSON.stringify((await stock.execute(parse(query))).data))).toEqual(expected);
  });
});
