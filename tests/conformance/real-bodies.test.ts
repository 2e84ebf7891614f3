import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testConformance, type Conformance } from '../../gateway/app/conformance/conformance.ts';
import { createSubgraphServer } from '../../gateway/app/subgraph-server.ts';
import { bodyNames, keystone, type BodyName } from '../../schema/contract/bodies.ts';
import { createCallVerifier, type CallVerifier } from '../../subgraphs/_kit/identity.ts';
import { readHouseholdFile } from '../../subgraphs/_population/source.ts';
import { demoDay, openWorkedBodies, workedCases, type WorkedBodies } from '../support/worked-bodies.ts';
import { makeCallKey, type CallKey } from './call-key.ts';

/** Many tests share the machine: the deadline is not what is tested here. */
const patientMs = 20_000;

let worked: WorkedBodies;
let key: CallKey;
/** The worked cases, and three of them once more with many facts that the registries cannot state. */
let samples: string;
const servers: FastifyInstance[] = [];

beforeAll(async () => {
  [worked, key] = await Promise.all([openWorkedBodies(), makeCallKey()]);
  samples = path.join(path.dirname(key.file), 'samples.json');
  await writeFile(samples, JSON.stringify({ scenarios: await casesWithGaps() }, null, 1));
  await worked.load(readHouseholdFile(samples));
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await worked.close();
  await key.close();
});

interface Case {
  readonly household: Readonly<Record<string, unknown>>;
  readonly members: readonly Readonly<Record<string, unknown>>[];
}

async function casesWithGaps(): Promise<readonly Case[]> {
  const { scenarios } = JSON.parse(await readFile(workedCases, 'utf8')) as { readonly scenarios: readonly Case[] };
  const gaps = scenarios.slice(0, 3).map((scenario, turn) => ({
    ...scenario,
    household: { ...withGaps(scenario.household, turn), houseCode: `9999000090${turn}` },
    members: scenario.members.map((member) => ({ ...withGaps(member, turn), citizenId: null })),
  }));
  return [...scenarios, ...gaps];
}

const kept: ReadonlySet<string> = new Set(['member', 'name', 'relation', 'birthDate', 'birthDateBE', 'provinceCode']);

/** A third of the facts is missing, in each turn another. */
function withGaps(stated: Readonly<Record<string, unknown>>, turn: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(stated).filter(([name], at) => kept.has(name) || at % 3 !== turn));
}

interface Otherwise {
  readonly trust?: (verify: CallVerifier) => CallVerifier;
  /** Entities as they are sent. */
  readonly rewrite?: (entities: readonly unknown[]) => readonly unknown[];
}

/** As `samutphok subgraph` serves it, and telling its statements. */
async function serve(name: BodyName, { trust, rewrite }: Otherwise = {}): Promise<URL> {
  const definition = worked.definitions.bodies.get(name);
  const body = await definition?.open({ dataDir: worked.dataDir, today: () => demoDay, requireAccess: true });
  if (body === undefined) throw new TypeError(`no body ${name}`);
  const verify = createCallVerifier({ subgraph: name, readKeys: () => Promise.resolve(key.jwks), now: Date.now });
  const server = createSubgraphServer(body, {
    onFault: () => undefined,
    verifyCall: trust?.(verify) ?? verify,
  });
  let before = 0;
  server.addHook('onRequest', async () => {
    before = body.statementCount();
  });
  server.addHook('preSerialization', async (_request, _reply, payload) => ({
    ...(payload as object),
    ...rewritten(payload, rewrite),
    extensions: { statements: body.statementCount() - before },
  }));
  server.addHook('onClose', () => body.close());
  servers.push(server);
  return new URL(`${await server.listen({ host: '127.0.0.1', port: 0 })}/graphql`);
}

function rewritten(payload: unknown, rewrite: Otherwise['rewrite']): object {
  const { data } = payload as { readonly data?: { readonly _entities?: readonly unknown[] } };
  return rewrite === undefined || data?._entities === undefined
    ? {}
    : { data: { ...data, _entities: rewrite(data._entities) } };
}

function conformanceOf(url: URL, more: { readonly body?: string; readonly samples?: string }): Promise<Conformance> {
  return testConformance({
    ...more,
    url,
    keyFile: key.file,
    deadlineMs: patientMs,
    maxMs: 300_000,
    language: 'en',
  });
}

/** Ids of the checks with a status, by the report as it is written. */
function idsOf({ json }: Conformance, status: string): readonly string[] {
  const { checks } = JSON.parse(json) as {
    readonly checks: readonly { readonly id: string; readonly status: string }[];
  };
  return checks.filter((check) => check.status === status).map(({ id }) => id);
}

function everywhere(verify: CallVerifier): CallVerifier {
  return async (...call) => {
    const verdict = await verify(...call);
    if (verdict.kind === 'REFUSED') return verdict;
    const { access } = verdict;
    return { ...verdict, access: { ...access, principal: { ...access.principal, areas: ['*'] } } };
  };
}

function personsBackwards(entities: readonly unknown[]): readonly unknown[] {
  const isOfPersons = entities.every((each) => typeof each === 'object' && each !== null && 'personId' in each);
  return isOfPersons ? entities.toReversed() : entities;
}

describe.each(bodyNames)('the body %s', (name) => {
  it('is certified over HTTP: every check that there is something to try on passes', async () => {
    const result = await conformanceOf(await serve(name), { body: name, samples });
    expect(idsOf(result, 'FAILED')).toEqual([]);
    expect(idsOf(result, 'NOT_REACHED')).toEqual([]);
    // The worked cases have no entitlement or service of some bodies.
    const untried = idsOf(result, 'NOT_APPLICABLE').filter((id) => !id.startsWith('LEDGER_'));
    expect(untried).toEqual(name === keystone ? [] : ['ACCESS_AREA']);
    expect(result.certified).toBe(true);
  });
});

describe('a body of the thirteen', () => {
  it('is recognised by its answers, and its samples are the worked cases, where nothing is said', async () => {
    const { certified, json } = await conformanceOf(await serve('education'), {});
    expect({ certified, body: (JSON.parse(json) as { readonly body: string }).body }).toEqual({
      certified: true,
      body: 'education',
    });
  });

  it('fails the check of areas when it opens the whole country to everybody', async () => {
    const url = await serve(keystone, { trust: everywhere });
    const result = await conformanceOf(url, { body: keystone, samples });
    expect(idsOf(result, 'FAILED')).toEqual(['ACCESS_AREA']);
    expect(result.certified).toBe(false);
  });

  it('fails the check of order when it mixes up persons alone', async () => {
    const result = await conformanceOf(await serve(keystone, { rewrite: personsBackwards }), {
      body: keystone,
      samples,
    });
    expect(idsOf(result, 'FAILED')).toEqual(['ENTITIES_ORDER']);
  });
});
