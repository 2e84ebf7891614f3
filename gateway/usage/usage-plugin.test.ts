import { ApolloServer, HeaderMap } from '@apollo/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationRun } from './usage.ts';
import { usagePlugin } from './usage-plugin.ts';

const typeDefs = `
  type Query { household(houseCode: ID!): Household broken: Int! }
  type Household { size: Int }`;

let runs: OperationRun[];
let server: ApolloServer;

beforeEach(async () => {
  runs = [];
  server = new ApolloServer({
    typeDefs,
    resolvers: { Query: { household: () => ({ size: 3 }), broken: () => null } },
    plugins: [
      usagePlugin(
        (run) => runs.push(run),
        () => 42,
      ),
    ],
  });
  await server.start();
});

afterEach(() => server.stop());

async function ask(query: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const body = { query, variables: { code: '99990000011' } };
  const response = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap(Object.entries({ 'content-type': 'application/json', ...headers })),
      search: '',
      body,
    },
    context: () => Promise.resolve({}),
  });
  expect(response.body.kind).toBe('complete');
}

describe('an operation', () => {
  const query = 'query Size($code: ID!) { household(houseCode: $code) { size } }';

  it('that was executed is recorded, without what it was asked with', async () => {
    await ask(query, { 'x-client-name': 'home visits' });
    const [run] = runs;
    expect(runs).toHaveLength(1);
    expect(run).toEqual({
      operationHash: expect.stringMatching(/^[\da-f]{16}$/u),
      operationName: 'Size',
      client: 'home visits',
      coordinates: ['Household.size', 'Query.household', 'Query.household(houseCode:)'],
      at: 42,
    });
    expect(JSON.stringify(runs)).not.toContain('99990000011');
  });

  it('is known by the client’s name, as other tools send it too', async () => {
    await ask(query, { 'apollographql-client-name': 'explorer' });
    await ask(query);
    expect(runs.map(({ client }) => client)).toEqual(['explorer', 'unknown']);
  });

  it('that failed while it ran is recorded too', async () => {
    await ask('{ broken }');
    expect(runs.map(({ coordinates }) => coordinates)).toEqual([['Query.broken']]);
  });

  it.each(['{ nothing }', '{ household', 'query A { broken } query B { broken }'])(
    'that never ran is not: %s',
    async (text) => {
      await ask(text);
      expect(runs).toEqual([]);
    },
  );
});
