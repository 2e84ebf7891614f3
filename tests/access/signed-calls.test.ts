import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSubgraphs } from '../../gateway/app/subgraphs.ts';
import { createPipeline } from '../../gateway/app/pipeline.ts';
import { createInstruments, createServer, engineGateway } from '../../gateway/app/runtime.ts';
import { createSubgraphServer } from '../../gateway/app/subgraph-server.ts';
import { openAccess, stampCalls } from '../../gateway/app/access/access.ts';
import { bodyNames } from '../../schema/contract/bodies.ts';
import { fullHouse } from '../../subgraphs/_kit/test-kit-household.ts';
import { accessFor } from '../../subgraphs/_kit/test-kit.ts';
import { openAccessBed, openSignedGate, type AccessBed, type SignedGate } from '../support/access.ts';
import { testSettings, type Json } from '../support/gateway.ts';
import { demoDay } from '../support/worked-bodies.ts';

// A body that is a service of its own answers the gateway alone, and learns nothing of a client but what was signed.

let bed: AccessBed;
let signed: SignedGate;

beforeAll(async () => {
  bed = await openAccessBed();
  signed = await openSignedGate(bed);
});

afterAll(async () => {
  await signed.close();
  await bed.close();
});

const access = accessFor({ scopes: ['sensitive:*', 'identity:full'] });
const entities = `{ _entities(representations: [{ __typename: "Household", houseCode: "${fullHouse}" }]) { ... on Household { houseCode } } }`;

async function post(
  subgraph: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; answer: Json }> {
  const response = await fetch(signed.urls.get(subgraph) ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: entities }),
  });
  return { status: response.status, answer: await response.json() };
}

const tokenFor = (subgraph: string): string => bed.access.signer({ access, subgraph, operation: 'a hash' });

const refusal = {
  status: 401,
  answer: { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'CALL_REFUSED' }) })] },
};

describe.each([...bodyNames, 'casefile'])('%s over HTTP', (subgraph) => {
  it('answers a call that the gateway signed for it, and no other', async () => {
    expect((await post(subgraph, bearer(tokenFor(subgraph)))).status).toBe(200);
    expect(await post(subgraph, {})).toEqual(refusal);
    expect(await post(subgraph, { authorization: tokenFor(subgraph) })).toEqual(refusal);
    const another = subgraph === 'health' ? 'labour' : 'health';
    expect(await post(subgraph, bearer(tokenFor(another)))).toEqual(refusal);
    const ofClient = bed.access.demo?.issueDemoToken({ role: 'caseworker', areas: ['*'] }) ?? '';
    expect(await post(subgraph, bearer(ofClient))).toEqual(refusal);
    expect(await post(subgraph, bearer(tampered(tokenFor(subgraph))))).toEqual(refusal);
  });
});

function bearer(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` };
}

/** Everybody's claims with somebody else's signature. */
function tampered(token: string): string {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const claims: Json = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const wider = Buffer.from(JSON.stringify({ ...claims, role: 'supervisor', sub: 'another' })).toString('base64url');
  return [head, wider, signature].join('.');
}

describe('a call token', () => {
  it('is good for a minute and no longer', async () => {
    const headers = { authorization: `Bearer ${tokenFor('education')}` };
    expect((await post('education', headers)).status).toBe(200);
    bed.clock.advance(50_000);
    expect((await post('education', headers)).status).toBe(200);
    bed.clock.advance(20_000);
    expect(await post('education', headers)).toEqual(refusal);
  });

  it('of another gateway is none', async () => {
    const dataDir = `${bed.dataDir}/another`;
    const { log } = createInstruments(testSettings);
    const foreign = await openAccess({ config: { ...testSettings, dataDir }, clock: bed.clock, log });
    const token = foreign.signer({ access, subgraph: 'education', operation: 'a hash' });
    expect(await post('education', { authorization: `Bearer ${token}` })).toEqual(refusal);
    await foreign.close();
  });

  it('is needed: a body that does not look for one answers everybody', async () => {
    const education = bed.worked.subgraphs.all.get('education');
    if (education === undefined) throw new TypeError('education is not open');
    const server = createSubgraphServer(education, { onFault: () => undefined });
    const { statusCode, payload } = await server.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: entities },
    });
    expect([statusCode, payload]).toEqual([200, expect.stringContaining(fullHouse)]);
    await server.close();
  });
});

const household = `{ household(houseCode: "${fullHouse}") { houseCode health { found } answers { status } } }`;

describe('a gateway over such bodies', () => {
  it('shows a household, and none without its signature', async () => {
    const shown = await bed.askThrough(signed.gate.pipeline, access, household);
    expect([shown.errors, shown.data.household.health]).toEqual([[], { found: true }]);
    const unsigned = createPipeline({ ...signed.parts, stamp: () => () => ({}) });
    const { data, errors } = await bed.askThrough(unsigned, access, household);
    expect([data, errors.map(({ code }) => code)]).toEqual([{ household: null }, ['BODY_UNAVAILABLE']]);
  });

  it('shows nothing that whom the signature names may not see', async () => {
    const nowhere = stampCalls(bed.access.signer, () => true);
    const elsewhere = createPipeline({
      ...signed.parts,
      stamp: (asking, hash) => nowhere({ ...asking, principal: { ...asking.principal, areas: ['93'] } }, hash),
    });
    const { data, errors } = await bed.askThrough(elsewhere, access, household);
    expect([data, errors.map(({ code }) => code)]).toEqual([{ household: null }, ['HOUSEHOLD_NOT_FOUND']]);
  });

  it('passes no header of the client on', async () => {
    const settings = {
      ...createInstruments(testSettings),
      config: testSettings,
      clock: bed.clock,
      pages: [],
      bodies: new Map(),
      gate: signed.gate,
    };
    const server = await createServer(engineGateway(signed.engine, settings), settings);
    const token = bed.access.demo?.issueDemoToken({ role: 'caseworker', areas: ['*'] }) ?? '';
    const secrets = {
      authorization: `Bearer ${token}`,
      cookie: 'session=client-secret',
      'x-purpose': 'CASE_REVIEW',
      'x-case': 'client-secret',
      'x-forwarded-for': '10.9.8.7',
      'x-forwarded-host': 'client-secret',
      forwarded: 'for=10.9.8.7',
      'x-samutphok-access': 'client-secret',
      'x-http-method-override': 'client-secret',
      'user-agent': 'client-secret',
      'accept-language': 'client-secret',
    };
    signed.received.length = 0;
    const response = await server.inject({
      method: 'POST',
      url: '/graphql',
      headers: secrets,
      payload: { query: household },
    });
    expect(response.json().data.household.houseCode).toBe(fullHouse);
    expect(signed.received.length).toBeGreaterThan(13);
    for (const headers of signed.received) {
      const names = Object.keys(headers).filter((name) => !passed.has(name));
      expect(names).toEqual([]);
      expect(JSON.stringify(headers)).not.toMatch(/client-secret|10\.9\.8\.7/u);
      expect(headers.authorization).not.toContain(token);
    }
    await server.close();
  });
});

/** What every call needs, and nothing of the client's. */
const passed = new Set([
  'host',
  'connection',
  'content-type',
  'content-length',
  'transfer-encoding',
  'accept',
  'authorization',
]);

describe('bodies in the gateway’s own process', () => {
  it('refuse a call that names nobody', async () => {
    const { worked } = bed;
    const opened = await openSubgraphs(worked.definitions, {
      dataDir: worked.dataDir,
      today: () => demoDay,
      requireAccess: true,
    });
    for (const subgraph of opened.all.values()) {
      expect(() => subgraph.context({})).toThrow(expect.objectContaining({ code: 'IDENTITY_MISSING' }));
      expect(subgraph.context({ access })).toMatchObject({ access });
    }
    await opened.close();
  });
});
