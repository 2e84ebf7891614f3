import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Asks by GET, which is refused here whatever it asks for. */
const needsGet: ReadonlySet<string> = new Set(['5A70', 'D6D5', '6A70']);

/** One test for each requirement of the official audit of GraphQL over HTTP. */
const audits = serverAudits({ url: () => server.url, fetchFn: fetch });

describe('GraphQL over HTTP', () => {
  it.each(audits.filter(({ id }) => !needsGet.has(id)).map((audit) => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (_id, _name, audit) => {
      const result = await audit.fn();
      expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
    },
  );

  it('has no audit of a MUST that is left out', () => {
    const leftOut = audits.filter(({ id }) => needsGet.has(id));
    expect(leftOut.map(({ name }) => name.split(' ')[0])).toEqual(['MAY', 'MAY', 'MAY']);
    expect(audits.length).toBeGreaterThan(60);
  });
});
