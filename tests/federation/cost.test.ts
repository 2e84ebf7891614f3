import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyNames, joinName, keystone } from '../../schema/contract/bodies.ts';
import { copiedHouseholds } from '../support/copied-households.ts';
import { serveSubgraphs, startEmbedded, startRemote, withAddresses, type TestGateway } from '../support/gateway.ts';
import { recordSelections } from '../support/whole-case-file.ts';
import { openWorkedBodies, workedHouse, type WorkedBodies } from '../support/worked-bodies.ts';

/* What a question costs the bodies: the same for one household and for a page of 200. */

const mostCalls = bodyNames.length + 2;

let worked: WorkedBodies;
let services: Awaited<ReturnType<typeof serveSubgraphs>>;
let embedded: TestGateway;
let remote: TestGateway;

beforeAll(async () => {
  worked = await openWorkedBodies();
  await worked.load(copiedHouseholds(192));
  services = await serveSubgraphs(worked.subgraphs.all);
  // Two hundred households of thirteen bodies share one thread here; what is counted is calls, not time.
  const settings = { bodyDeadlineMs: 60_000, operationDeadlineMs: 60_000 };
  embedded = await startEmbedded(worked.supergraph, worked.subgraphs.all, { settings, isUnlimited: true });
  remote = await startRemote(withAddresses(worked.supergraph, services.urls), { settings, isUnlimited: true });
});

afterAll(async () => {
  await Promise.all([embedded.close(), remote.close()]);
  await services.close();
  await worked.close();
});

interface Cost {
  /** Calls by subgraph. */
  readonly calls: Readonly<Record<string, number>>;
  /** SQL statements by subgraph. */
  readonly statements: Readonly<Record<string, number>>;
  readonly households: number;
}

async function costOf(
  gateway: TestGateway,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Cost> {
  const before = statements();
  gateway.calls.length = 0;
  const { data, errors, manifest } = await gateway.ask(query, variables);
  expect(errors).toEqual([]);
  expect(manifest.complete).toBe(true);
  const calls = Object.fromEntries(
    [...worked.subgraphs.all.keys()].map((name) => [
      name,
      gateway.calls.filter(({ subgraph }) => subgraph === name).length,
    ]),
  );
  const spent = Object.fromEntries(
    Object.entries(statements()).map(([name, count]) => [name, count - (before[name] ?? 0)]),
  );
  return { calls, statements: spent, households: data.households?.edges.length ?? 1 };
}

function statements(): Record<string, number> {
  return Object.fromEntries([...worked.subgraphs.all].map(([name, subgraph]) => [name, subgraph.statementCount()]));
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

/** The case file as the console's first operation asks for it: answers, ledgers, gaps with evidence, and names. */
const file = `fragment File on Household {
  houseCode vulnerabilityLevel members { personId nameTh birthDate sex relation } address { line province { nameTh } }
  answers { body { code } status tookMs entitlementCount }
  entitlements { programme { id nameTh } person { personId nameTh } status money { thb period } body { code } }
  services { programme { id } person { personId nameTh } status }
  gaps { complete monthlyThb items { programme { id nameTh } person { personId nameTh } evidence { fact holds value } } unknown { missingFacts { fact } } }
  overlaps { programmes { id } person { personId nameTh } reason } dimensions { dimension failed }
}`;
const one = `query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { ...File } } ${file}`;
const page = `query ($first: Int!) { households(first: $first) { edges { node { ...File } } } } ${file}`;

describe.each(['embedded', 'over HTTP'])('%s', (way) => {
  const gateway = (): TestGateway => (way === 'embedded' ? embedded : remote);

  it(`asks every body and the join for a whole case file, in ${mostCalls} calls at most`, async () => {
    const { calls } = await costOf(gateway(), one, { houseCode: workedHouse });
    expect(sum(calls)).toBeLessThanOrEqual(mostCalls);
    for (const name of bodyNames) expect(calls[name]).toBe(name === keystone ? sum(calls) - bodyNames.length : 1);
    expect(calls[joinName]).toBe(1);
  });

  it('makes the same calls and runs the same statements for one household and for a page of 200', async () => {
    const single = await costOf(gateway(), page, { first: 1 });
    const full = await costOf(gateway(), page, { first: 200 });
    expect([single.households, full.households]).toEqual([1, 200]);
    expect(sum(full.calls)).toBeLessThanOrEqual(mostCalls);
    expect(full.calls).toEqual(single.calls);
    expect(full.statements).toEqual(single.statements);
    for (const name of bodyNames) expect(full.statements[name]).toBeLessThanOrEqual(2 * (full.calls[name] ?? 0));
  });
});

it('runs the same statements for every typed detail of one household and of twenty', async () => {
  const records = recordSelections(embedded.engine.supergraphs.current().apiSchema);
  const detailed = `query ($first: Int!) { households(first: $first) { edges { node { ${records} } } } }`;
  const single = await costOf(embedded, detailed, { first: 1 });
  const twenty = await costOf(embedded, detailed, { first: 20 });
  expect(twenty.calls).toEqual(single.calls);
  expect(twenty.statements).toEqual(single.statements);
});

it('asks only the bodies that a question is about', async () => {
  const { calls } = await costOf(embedded, page.replace(file, `fragment File on Household { health { found } }`), {
    first: 5,
  });
  expect(Object.entries(calls).filter(([, count]) => count > 0)).toEqual([
    [keystone, 1],
    ['health', 1],
  ]);
});
