import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyNames } from '../../schema/contract/bodies.ts';
import { loadWorkedCases } from '../../gateway/app/demo-population.ts';
import { issueDemoToken } from '../../gateway/app/access/demo-token.ts';
import { openEmbedded } from '../../gateway/app/embedded.ts';
import { testSettings, type Json } from '../support/gateway.ts';
import { workedHouse } from '../support/worked-bodies.ts';

/* Rehearsals as people meet them: at the gateway that `samutphok start` runs, signed in, over a socket. */

let embedded: Awaited<ReturnType<typeof openEmbedded>>;
let url: string;
let dataDir: string;
let close: () => Promise<void>;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'samutphok-'));
  const config = { ...testSettings, dataDir, operationDeadlineMs: 20_000, bodyDeadlineMs: 10_000 };
  embedded = await openEmbedded(config);
  await loadWorkedCases(embedded, dataDir);
  const server = await embedded.createServer([]);
  url = await server.listen({ host: '127.0.0.1', port: 0 });
  for (const role of ['supervisor', 'caseworker'] as const) {
    tokens[role] = await issueDemoToken(config, { role, areas: ['50'], scopes: ['sensitive:*'] });
  }
  tokens['developer of labour'] = await issueDemoToken(config, { role: 'body-developer', body: 'labour' });
  close = async () => {
    await server.close();
    await embedded.close();
    await rm(dataDir, { recursive: true });
  };
});

afterAll(() => close());

interface Told {
  readonly status: number;
  readonly json: Json;
}

async function send(who: string, page: string, init: RequestInit = {}, headers: object = {}): Promise<Told> {
  const response = await fetch(new URL(page, url), {
    ...init,
    headers: {
      authorization: `Bearer ${tokens[who]}`,
      ...(init.body && { 'content-type': 'application/json' }),
      ...headers,
    },
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? null : JSON.parse(text) };
}

const query = `{ household(houseCode: "${workedHouse}") { answers { body { code } status reason } } }`;

function ask(who: string, headers: object = {}): Promise<Told> {
  const body = JSON.stringify({ query });
  return send(who, '/graphql', { method: 'POST', body }, { 'x-purpose': 'CASE_REVIEW', ...headers });
}

function start(who: string, body: string): Promise<Told> {
  const payload = JSON.stringify({ body, fault: 'garbage', forMs: 60_000 });
  return send(who, '/rehearsals', { method: 'POST', body: payload });
}

/** The rows of the manifest that lack an answer. */
function lostIn({ json }: Told): unknown {
  return json.extensions.manifest.bodies
    .filter(({ status }: Json) => status !== 'ANSWERED' && status !== 'NO_RECORD')
    .map(({ code, status, rehearsed }: Json) => ({ code, status, rehearsed }));
}

const garbage = (code: string): object => ({ code, status: 'INVALID', rehearsed: true });

describe('a rehearsal at a running gateway', () => {
  it('is started by the body’s developer, seen by everybody, and over when it is stopped', async () => {
    expect(lostIn(await ask('caseworker'))).toEqual([]);
    expect(await start('developer of labour', 'labour')).toMatchObject({ status: 201, json: { fault: 'garbage' } });
    const answer = await ask('caseworker');
    expect(lostIn(answer)).toEqual([garbage('LABOUR')]);
    expect(answer.json.data.household.answers).toHaveLength(bodyNames.length);
    const page = await send('caseworker', '/bodies');
    expect(page.json.bodies.find(({ body }: Json) => body === 'labour').rehearsal).toMatchObject({ fault: 'garbage' });
    expect((await send('developer of labour', '/rehearsals/labour', { method: 'DELETE' })).status).toBe(204);
    expect(lostIn(await ask('caseworker'))).toEqual([]);
  });

  it('is refused to a caseworker, to the developer of another body, and to nobody at all', async () => {
    expect(await start('caseworker', 'labour')).toMatchObject({ status: 403 });
    expect(await start('developer of labour', 'health')).toMatchObject({ status: 403 });
    expect(await start('nobody', 'health')).toMatchObject({ status: 401 });
    expect((await send('caseworker', '/rehearsals')).json).toEqual({ rehearsals: [] });
  });

  it('is one operation’s own by its header, for a supervisor', async () => {
    const [alone, beside] = await Promise.all([
      ask('supervisor', { 'x-rehearse': 'health=garbage' }),
      ask('supervisor'),
    ]);
    expect(lostIn(alone)).toEqual([garbage('HEALTH')]);
    expect(lostIn(beside)).toEqual([]);
  });

  it('is refused by its header to a caseworker, and the operation with it', async () => {
    const { json } = await ask('caseworker', { 'x-rehearse': 'health=garbage' });
    expect(json.errors[0].extensions.code).toBe('REHEARSAL_REFUSED');
    expect(json.data).toBeUndefined();
  });

  it('is in the journal, with who staged it', async () => {
    await ask('supervisor', { 'x-rehearse': 'bangkok=garbage' });
    const entries = await embedded.surroundings.access.journal.search({ subject: 'demo-supervisor' });
    const names = entries.map(({ record }) => record.operation.name);
    expect(names).toContain('rehearse OPERATION bangkok=garbage');
  });
});
