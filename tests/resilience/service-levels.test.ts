import path from 'node:path';
import { parse, type DocumentNode } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { embeddedCalls, remoteCalls, type BodyCalls } from '../../gateway/app/body-calls.ts';
import { createRehearsing, type Rehearsing } from '../../gateway/app/rehearsal.ts';
import { createEngineOver } from '../../gateway/app/runtime.ts';
import { createRemoteEngine } from '../../gateway/app/remote-engine.ts';
import { openLevels, type Levelling } from '../../gateway/app/service-levels.ts';
import { bodyNames } from '../../schema/contract/bodies.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import { startFaultyBodies, testSettings, withAddresses, type Engine, type FaultyBodies } from '../support/gateway.ts';
import { steppedClock, untilHolds, type SteppedClock } from '../support/stepped-clock.ts';
import { openWorkedBodies, workedHouse, type WorkedBodies } from '../support/worked-bodies.ts';

/* What GET /bodies says of calls that really were made: by an engine, to bodies that answer, fail and rehearse failing. */

const supervisor: Principal = {
  subject: 'somboon',
  role: 'supervisor',
  areas: ['*'],
  body: null,
  scopes: new Set(),
  expiresAt: 0,
};

const document: DocumentNode = parse(
  '{ household(houseCode: "99990000011") { answers { body { code } status } gaps { complete } } }',
);

let worked: WorkedBodies;
let faulty: FaultyBodies;
let inProcess: Watched;
let overHttp: Watched;

beforeAll(async () => {
  worked = await openWorkedBodies();
  faulty = await startFaultyBodies(worked.subgraphs.all);
  inProcess = await watched(false);
  overHttp = await watched(true);
});

afterEach(async () => {
  await faulty.heal();
  for (const { clock, rehearsing } of [inProcess, overHttp]) {
    rehearsing.close();
    // Each test has an hour of its own.
    clock.advance(3_600_000);
  }
});

afterAll(async () => {
  await close(inProcess);
  await close(overHttp);
  await faulty.close();
  await worked.close();
});

interface Watched {
  readonly clock: SteppedClock;
  readonly calls: BodyCalls;
  readonly engine: Engine;
  readonly levelling: Levelling;
  readonly rehearsing: Rehearsing;
}

function onFault(fault: unknown): void {
  expect.fail(String(fault));
}

async function watched(isRemote: boolean): Promise<Watched> {
  const clock = steppedClock();
  const rehearsing = createRehearsing({
    clock,
    subgraphs: () => worked.subgraphs.all.keys(),
    hasRealIssuer: false,
    allowRehearsal: false,
    onRehearsal: () => undefined,
  });
  const { guard, rehearsals } = rehearsing;
  const dataDir = path.join(worked.dataDir, isRemote ? 'over-http' : 'in-process');
  const levelling = await openLevels({ clock, dataDir, onFault, guard, rehearsals });
  const settings = { config: testSettings, clock, random: () => 0, onFault, guard: levelling.guard };
  if (!isRemote) {
    const calls = embeddedCalls(worked.subgraphs.all, settings);
    const engine = await createEngineOver(worked.supergraph, clock, calls.bodies);
    return { clock, calls, engine, levelling, rehearsing };
  }
  const calls = remoteCalls(settings);
  const urls = new Map([...faulty.byName].map(([name, { url }]) => [name, url]));
  const engine = await createRemoteEngine(withAddresses(worked.supergraph, urls), clock, calls);
  return { clock, calls, engine, levelling, rehearsing };
}

async function ask({ engine, rehearsing }: Watched, rehearse = ''): Promise<void> {
  const stamp = rehearsing.stampOf(rehearse === '' ? [] : ['x-rehearse', rehearse], supervisor);
  await engine.execute({ document, documentKey: 'answers', stamp });
}

function hourOf({ levelling, calls }: Watched, body = 'health') {
  const row = levelling.rows(calls.bodies).find((each) => each.body === body);
  return { answers: row?.hour.answers, ...row?.hour.failures };
}

async function close({ levelling, engine, calls, rehearsing }: Watched): Promise<void> {
  rehearsing.close();
  engine.supergraphs.close();
  await calls.close();
  await levelling.close();
}

const none = { TIMED_OUT: 0, UNAVAILABLE: 0, INVALID: 0, IN_ERROR: 0 };

describe.each([
  ['in this process', (): Watched => inProcess],
  ['over HTTP', (): Watched => overHttp],
])('the levels of bodies %s', (_, watchedGateway) => {
  let gateway: Watched;

  beforeEach(() => {
    gateway = watchedGateway();
  });

  it('are thirteen rows in order, with what was answered and how old the extracts are', async () => {
    await ask(gateway);
    await ask(gateway);
    const rows = gateway.levelling.rows(gateway.calls.bodies);
    expect(rows.map(({ body }) => body)).toEqual(bodyNames);
    const extract = '2022-08-10T00:00:00.000Z';
    for (const row of rows) {
      expect(row).toMatchObject({ breaker: 'CLOSED', rehearsal: null, version: null, publishedAt: null });
      expect(row.hour).toMatchObject({ answers: 2, availability: 1, failures: none });
      expect(row.freshAsOf).toEqual({ oldest: extract, newest: extract });
    }
  });

  it('tell nothing of a household or an address', async () => {
    await ask(gateway);
    const text = JSON.stringify(gateway.levelling.rows(gateway.calls.bodies));
    expect(text).not.toMatch(/127\.0\.0\.1|http:|localhost/u);
    expect(text).not.toContain(workedHouse);
  });

  it('leave a body that rehearses failing as it was, and say that it does', async () => {
    await ask(gateway);
    const { rehearsing, clock, levelling, calls } = gateway;
    rehearsing.rehearsals.start({ body: 'health', fault: { kind: 'GARBAGE' }, forMs: 60_000 }, supervisor);
    for (let asked = 0; asked < 25; asked += 1) await ask(gateway);
    expect(hourOf(gateway)).toEqual({ answers: 1, ...none });
    expect(hourOf(gateway, 'labour')).toEqual({ answers: 26, ...none });
    expect(levelling.rows(calls.bodies).find(({ body }) => body === 'health')).toMatchObject({
      breaker: 'OPEN',
      rehearsal: { fault: 'garbage', until: new Date(clock.now() + 60_000).toISOString() },
    });
    rehearsing.rehearsals.stop('health', supervisor);
    await ask(gateway);
    expect(hourOf(gateway)).toEqual({ answers: 1, ...none });
    clock.advance(15_000);
    await ask(gateway);
    expect(hourOf(gateway)).toEqual({ answers: 2, ...none });
  });

  it('leave out an operation that rehearses a failure by itself', async () => {
    const asking = ask(gateway, 'health=latency:50');
    await untilHolds(() => hourOf(gateway, 'labour').answers === 1, 'the others answered');
    gateway.clock.advance(50);
    await asking;
    expect(hourOf(gateway)).toEqual({ answers: 0, ...none });
    expect(hourOf(gateway, 'labour')).toEqual({ answers: 1, ...none });
  });
});

it('bodies that fail are counted by how they fail', async () => {
  await ask(overHttp);
  await faulty.named('health').setFault('HTML');
  await faulty.named('labour').setFault('PARTIAL_ERRORS');
  await ask(overHttp);
  expect(hourOf(overHttp)).toEqual({ answers: 1, ...none, INVALID: 1 });
  expect(hourOf(overHttp, 'labour')).toEqual({ answers: 1, ...none, IN_ERROR: 1 });
});

it('identical calls that share one answer are one answer', async () => {
  await Promise.all([1, 2, 3].map(() => inProcess.engine.execute({ document, documentKey: 'answers', stamp: asOne })));
  expect(hourOf(inProcess)).toEqual({ answers: 1, ...none });
});

function asOne(): { readonly principalKey: string } {
  return { principalKey: 'somboon' };
}
