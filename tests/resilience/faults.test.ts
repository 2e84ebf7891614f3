import { assert as check, asyncProperty, constantFrom, dictionary } from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyNames, bodyOf, joinName, keystone, type BodyName } from '../../schema/contract/bodies.ts';
import type { BodyFault } from '../support/faulty-body.ts';
import {
  startFaultyBodies,
  startRemote,
  withAddresses,
  type FaultyBodies,
  type Response,
  type TestGateway,
} from '../support/gateway.ts';
import { codesOf, expectManifest, expectNothingLeaked, expectOnlyLost, lossOf, type Loss } from '../support/losses.ts';
import { steppedClock, untilHolds, type SteppedClock } from '../support/stepped-clock.ts';
import { wholeCaseFile } from '../support/whole-case-file.ts';
import { openWorkedBodies, workedHouse, type WorkedBodies } from '../support/worked-bodies.ts';

/*
 * Each body is a service behind a socket of its own, and so is the gateway. Time is the test's: deadlines come when the
 * test moves the clock, after everybody who will ever answer has answered.
 */

type Fault = keyof typeof lossOf;

const faults: readonly Fault[] = Object.keys(lossOf).filter((fault): fault is Fault => fault in lossOf);
const others = bodyNames.filter((name) => name !== keystone);
const operationDeadlineMs = 2_000;
const bodyDeadlineMs = 800;

let worked: WorkedBodies;
let bodies: FaultyBodies;
let gateway: TestGateway;
let clock: SteppedClock;
let query: string;
let healthy: Response;

beforeAll(async () => {
  worked = await openWorkedBodies();
  bodies = await startFaultyBodies(worked.subgraphs.all);
  clock = steppedClock();
  const urls = new Map([...bodies.byName].map(([name, { url }]) => [name, url]));
  gateway = await startRemote(withAddresses(worked.supergraph, urls), {
    isUnlimited: true,
    clock,
    settings: { operationDeadlineMs, bodyDeadlineMs },
    fetch: { retryMinDelayMs: 0, retryMaxDelayMs: 0 },
  });
  query = wholeCaseFile(gateway.engine.supergraphs.current().apiSchema);
  healthy = await gateway.ask(query, { houseCode: workedHouse });
});

afterAll(async () => {
  await gateway.close();
  await bodies.close();
  await worked.close();
});

beforeEach(startAnew);

/** All bodies well, breakers and retry budgets as on the first day. */
async function startAnew(): Promise<void> {
  await bodies.heal();
  clock.advance(60_000);
  gateway.calls.length = 0;
}

interface Failing {
  readonly response: Response;
  /** By the gateway's clock. */
  readonly tookMs: number;
}

/** Asks for the case file while bodies fail, and proves that each fault reached the gateway. */
async function askFailing(failing: ReadonlyMap<string, BodyFault>): Promise<Failing> {
  // While the interior fails the others are not asked.
  const asked: readonly string[] = failing.has(keystone) ? [keystone] : bodyNames;
  const failingNow = [...failing].filter(([name]) => asked.includes(name));
  const before = new Map(failingNow.map(([name]) => [name, bodies.named(name).record().delivered]));
  const hasReached = (name: string): boolean => bodies.named(name).record().delivered > (before.get(name) ?? 0);
  await Promise.all(failingNow.map(([name, fault]) => bodies.named(name).setFault(fault)));

  const startedMs = clock.now();
  const asking = gateway.ask(query, { houseCode: workedHouse });
  const silent = failingNow.filter(([, fault]) => fault === 'SILENCE').map(([name]) => name);
  if (silent.length > 0) {
    const hasAnswered = (name: string): boolean => gateway.calls.some(({ subgraph }) => subgraph === name);
    await untilHolds(
      () => asked.every((name) => (silent.includes(name) ? hasReached(name) : hasAnswered(name))),
      `everybody but ${silent.join(', ')} answered`,
    );
    clock.advance(bodyDeadlineMs);
  }
  const response = await asking;
  const tookMs = clock.now() - startedMs;
  for (const [name, fault] of failingNow)
    expect(hasReached(name), `${fault} of ${name} reached the gateway`).toBe(true);
  for (const [name] of failingNow) expect(bodies.named(name).record().followed).toBe(0);
  return { response, tookMs };
}

/** Holds an answer that lost bodies, but not the interior, to everything that it owes. */
function expectTheRest({ response, tookMs }: Failing, failing: ReadonlyMap<BodyName, Fault>): void {
  const lost = new Map([...failing].map(([name, fault]) => [name, lossOf[fault]]));
  expect(response.status).toBe(200);
  expectManifest(response, lost);
  expectOnlyLost(healthy.data.household, response.data.household, lost);
  expectNothingLeaked(response);
  for (const [name, fault] of failing) expect(codesOf(response.errors, name)).toEqual(codesFor(fault));
  expect(tookMs).toBeLessThanOrEqual(operationDeadlineMs + 200);
}

/** No entity is an answer to any GraphQL client: only `answers` and the manifest tell that it is none here. */
function codesFor(fault: Fault): string[] {
  return fault === 'NULL_ENTITY' ? [] : [`BODY_${lossOf[fault]}`];
}

it('gives the whole case file while all bodies are well', () => {
  expect(healthy.status).toBe(200);
  expect(healthy.errors).toEqual([]);
  expect(healthy.data.household.gaps.complete).toBe(true);
  expectManifest(healthy, new Map());
});

describe.each(others)('while %s fails', (name) => {
  it.each(faults)('by %s, its own record is lost and nothing else', async (fault) => {
    expect.hasAssertions();
    const failing = new Map([[name, fault]]);
    expectTheRest(await askFailing(failing), failing);
  });
});

describe('while the interior fails', () => {
  /** An answer without a household and without an error is the interior's word that there is none. */
  const unanswered = faults.filter((fault) => fault !== 'NULL_ENTITY');

  it.each(unanswered)('by %s, the household is null and the others are not asked', async (fault) => {
    const { response, tookMs } = await askFailing(new Map([[keystone, fault]]));
    const lost = new Map(bodyNames.map((name): [BodyName, Loss] => [name, 'NOT_ASKED']));
    lost.set(keystone, lossOf[fault]);
    expect(response.status).toBe(200);
    expect(response.data).toEqual({ household: null });
    expectManifest(response, lost);
    expectNothingLeaked(response);
    expect(codesOf(response.errors, keystone)).toEqual([`BODY_${lossOf[fault]}`]);
    expect(tookMs).toBeLessThanOrEqual(operationDeadlineMs + 200);
  });
});

describe('while any set of bodies fails', () => {
  it('loses the records of that set and nothing else', async () => {
    expect.hasAssertions();
    await check(
      asyncProperty(dictionary(constantFrom(...others), constantFrom(...faults), { minKeys: 1 }), async (drawn) => {
        await startAnew();
        const failing = new Map(others.flatMap((name) => (drawn[name] === undefined ? [] : [[name, drawn[name]]])));
        expectTheRest(await askFailing(failing), failing);
      }),
      { numRuns: 25, seed: 13 },
    );
  });

  it('loses all twelve and still answers with what the interior knows', async () => {
    expect.hasAssertions();
    const failing = new Map(others.map((name, at): [BodyName, Fault] => [name, faults[at % faults.length] ?? 'RESET']));
    expectTheRest(await askFailing(failing), failing);
  });

  it('is whole again when they are', async () => {
    const response = await gateway.ask(query, { houseCode: workedHouse });
    expect(response.errors).toEqual([]);
    expectManifest(response, new Map());
  });
});

describe('while the join fails', () => {
  it.each(faults)('by %s, the thirteen records are there and the joined fields say why they are not', async (fault) => {
    const before = bodies.named(joinName).record().delivered;
    await bodies.named(joinName).setFault(fault);
    const startedMs = clock.now();
    const asking = gateway.ask(recordsAndLevel(), { houseCode: workedHouse });
    if (fault === 'SILENCE') {
      await untilHolds(() => bodies.named(joinName).record().delivered > before, 'the join was asked');
      clock.advance(operationDeadlineMs);
    }
    const response = await asking;
    expect(bodies.named(joinName).record().delivered).toBeGreaterThan(before);
    const { vulnerabilityLevel, ...records } = response.data.household;
    const { data } = healthy;
    expect(vulnerabilityLevel).toBeNull();
    for (const field of Object.keys(records)) expect(records[field]).toEqual(data.household[field]);
    expect(Object.keys(records)).toHaveLength(bodyNames.length);
    expectManifest(response, new Map());
    expectNothingLeaked(response);
    for (const { path } of response.errors) expect(path?.[0]).toBe('household');
    expect(response.errors.map(({ extensions }) => `${extensions.body} ${extensions.code}`)).toEqual(
      codesFor(fault).map((code) => `CASEFILE ${code}`),
    );
    expect(clock.now() - startedMs).toBeLessThanOrEqual(operationDeadlineMs + 200);
  });

  it('loses the household only where a field of the join that may not be null is asked for', async () => {
    await bodies.named(joinName).setFault('STATUS_500');
    const response = await gateway.ask(query, { houseCode: workedHouse });
    expect(response.data).toEqual({ household: null });
    expectManifest(response, new Map());
    expect(response.errors.map(({ extensions }) => extensions.code)).toContain('BODY_UNAVAILABLE');
  });
});

/** The thirteen records whole, and the one field of the join that may be null. */
function recordsAndLevel(): string {
  return query
    .replace(/\n {2}answers[\s\S]*?\n {2}vulnerabilityLevel\n {2}dimensions [^\n]*/u, '\n vulnerabilityLevel')
    .replace(/members [\s\S]*?address \{[^}]*\{[^}]*\} \}/u, '')
    .replace(/\n {4}houseCode/u, '')
    .replace(/fragment Found[\s\S]*/u, '');
}

describe('while one household of a page is lost to its body', () => {
  const page = `{ households(first: 8) { edges { node { houseCode health { found } answers { body { code } status } } } } }`;

  it.each<[Fault, Loss]>([
    ['NULL_ENTITY', 'INVALID'],
    ['PARTIAL_ERRORS', 'UNAVAILABLE'],
  ])('by %s, that household says so and the others have their records', async (fault, loss) => {
    await bodies.named('health').setFault(fault);
    const { data, errors, manifest, text } = await gateway.ask(page);
    const [first, ...rest] = data.households.edges.map(({ node }: { node: unknown }) => node);
    expect(rest).toHaveLength(7);
    expect(first.health).toBeNull();
    expect(statusIn(first)).toBe(loss);
    for (const household of rest) expect([household.health.found, statusIn(household)]).toEqual([true, 'ANSWERED']);
    expect(manifest.complete).toBe(false);
    expectNothingLeaked({ text, errors });
  });
});

function statusIn(household: { answers: { body: { code: string }; status: string }[] }): string | undefined {
  return household.answers.find(({ body }) => body.code === bodyOf('health').code)?.status;
}
