import { parse, type DocumentNode } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { embeddedCalls, type BodyCalls } from '../../gateway/app/body-calls.ts';
import { createRehearsing, type Rehearsing, type RehearsalOptions } from '../../gateway/app/rehearsal.ts';
import { createEngineOver } from '../../gateway/app/runtime.ts';
import { bodyNames, bodyOf, keystone, type BodyName } from '../../schema/contract/bodies.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import { testSettings, type Call, type Engine, type Json, type Response } from '../support/gateway.ts';
import { expectManifest, expectNothingLeaked, expectOnlyLost, type Loss } from '../support/losses.ts';
import { steppedClock, untilHolds, type SteppedClock } from '../support/stepped-clock.ts';
import { wholeCaseFile } from '../support/whole-case-file.ts';
import { openWorkedBodies, workedHouse, type WorkedBodies } from '../support/worked-bodies.ts';

/* Failures that are staged on purpose look like real ones to whoever asks, and are told from them by their reason. */

const supervisor: Principal = {
  subject: 'somboon',
  role: 'supervisor',
  areas: ['*'],
  body: null,
  scopes: new Set(),
  expiresAt: 0,
};

let worked: WorkedBodies;
let clock: SteppedClock;
let rehearsing: Rehearsing;
let calls: BodyCalls;
let engine: Engine;
let document: DocumentNode;
let healthy: Answer;
const counted: Call[] = [];
const events: Parameters<RehearsalOptions['onRehearsal']>[0][] = [];

beforeAll(async () => {
  worked = await openWorkedBodies();
  clock = steppedClock();
  rehearsing = createRehearsing({
    clock,
    subgraphs: () => worked.subgraphs.all.keys(),
    hasRealIssuer: false,
    allowRehearsal: false,
    onRehearsal: (event) => events.push(event),
  });
  calls = embeddedCalls(worked.subgraphs.all, {
    config: testSettings,
    clock,
    random: () => 0,
    observer: { onCall: (call) => counted.push(call) },
    onFault: (fault) => expect.fail(String(fault)),
    guard: rehearsing.guard,
  });
  engine = await createEngineOver(worked.supergraph, clock, calls.bodies);
  document = parse(wholeCaseFile(engine.supergraphs.current().apiSchema));
  healthy = await ask();
});

afterAll(async () => {
  engine.supergraphs.close();
  await worked.close();
});

afterEach(() => {
  rehearsing.close();
  clock.advance(60_000);
  counted.length = 0;
  events.length = 0;
});

interface Answer extends Pick<Response, 'text' | 'errors' | 'manifest'> {
  readonly household: Json;
}

/** The whole case file; `rehearse` is the operation's own header. */
async function ask(rehearse?: string): Promise<Answer> {
  const rawHeaders = rehearse === undefined ? [] : ['x-rehearse', rehearse];
  const rehearsal = rehearsing.stampOf(rawHeaders, supervisor);
  const result = await engine.execute({
    document,
    documentKey: 'whole',
    variables: { houseCode: workedHouse },
    // One reader in two windows: identical calls in flight are shared.
    stamp: (subgraph) => ({ principalKey: 'somboon', ...rehearsal(subgraph) }),
  });
  const { errors, manifest, text: data = 'null' } = result;
  const text = JSON.stringify({ data: JSON.parse(data), errors, extensions: { manifest } });
  const read: Json = JSON.parse(text);
  return { text, household: read.data?.household, errors: read.errors, manifest: read.extensions.manifest };
}

/** The same; once every other body has answered, time moves on to the end of what the lost one's call waits for. */
async function askWithout(lost: BodyName, status: Loss): Promise<Answer> {
  counted.length = 0;
  const asking = ask();
  const others = bodyNames.filter((name) => name !== lost);
  await untilHolds(
    () => others.every((name) => counted.some(({ subgraph }) => subgraph === name)),
    'the others answered',
  );
  clock.advance(waitMs(status));
  return asking;
}

/** The deadline of a body; the pause before a call's second try. */
function waitMs(status: Loss): number {
  return status === 'TIMED_OUT' ? 800 : 10;
}

function expectRehearsed(answer: Answer, lost: ReadonlyMap<BodyName, Loss>): void {
  expectManifest(answer, lost);
  expectOnlyLost(healthy.household, answer.household, lost);
  expectNothingLeaked(answer);
  const codes = bodyNames.filter((name) => lost.has(name)).map((name) => bodyOf(name).code);
  const bodies: Json = answer.manifest.bodies;
  expect(bodies.filter(({ rehearsed }: Json) => rehearsed === true).map(({ code }: Json) => code)).toEqual(codes);
  const silent = answer.household.answers.filter(({ reason }: Json) => reason !== null);
  expect(silent.map(({ body, reason }: Json) => [body.code, reason])).toEqual(
    codes.map((code) => [code, expect.stringMatching(/ซ้อม.*rehearsal/u)]),
  );
}

function expectHealthy(answer: Answer): void {
  expectManifest(answer, new Map());
  expect(withoutTimes(answer.household)).toEqual(withoutTimes(healthy.household));
  expect(answer.text).not.toContain('rehears');
}

function withoutTimes({ answers, ...household }: Json): Json {
  return { ...household, answers: answers.map((answer: Json) => ({ ...answer, tookMs: 0 })) };
}

const faults = [
  { fault: { kind: 'DOWN' }, header: 'down', status: 'UNAVAILABLE' },
  { fault: { kind: 'ERROR' }, header: 'error', status: 'UNAVAILABLE' },
  { fault: { kind: 'GARBAGE' }, header: 'garbage', status: 'INVALID' },
  { fault: { kind: 'LATENCY', latencyMs: 2_000 }, header: 'latency:2000', status: 'TIMED_OUT' },
] as const;

describe('while a body rehearses', () => {
  it.each(faults)('$header, its record is lost and nothing else, until the time is over', async ({ fault, status }) => {
    rehearsing.rehearsals.start({ body: 'health', fault, forMs: 300_000 }, supervisor);
    const answer = await askWithout('health', status);
    expectRehearsed(answer, new Map([['health', status]]));
    clock.advance(300_000);
    const after = await ask();
    expectHealthy(after);
    expect([answer.manifest.complete, after.manifest.complete]).toEqual([false, true]);
  });

  it('a latency within the deadline, it only answers later', async () => {
    const fault = { kind: 'LATENCY', latencyMs: 500 } as const;
    rehearsing.rehearsals.start({ body: 'labour', fault, forMs: 60_000 }, supervisor);
    const asking = ask();
    await untilHolds(() => counted.some(({ subgraph }) => subgraph === 'health'), 'the others are asked');
    clock.advance(500);
    const answer = await asking;
    expectHealthy(answer);
    expect(answer.manifest.bodies.find(({ code }) => code === 'LABOUR')?.tookMs).toBe(500);
  });

  it('down, the real breaker opens, and what it refuses is told as rehearsed too', async () => {
    rehearsing.rehearsals.start({ body: 'health', fault: { kind: 'DOWN' }, forMs: 300_000 }, supervisor);
    for (let asked = 0; asked < 25; asked += 1) await askWithout('health', 'UNAVAILABLE');
    expect(calls.bodies.get('health')?.breakerState()).toBe('OPEN');
    expectRehearsed(await ask(), new Map([['health', 'UNAVAILABLE']]));
    rehearsing.rehearsals.stop('health', supervisor);
    clock.advance(5_000);
    expectHealthy(await ask());
  });

  it('and is the keystone, no household is shown and thirteen rows are', async () => {
    rehearsing.rehearsals.start({ body: keystone, fault: { kind: 'GARBAGE' }, forMs: 60_000 }, supervisor);
    const answer = await ask();
    expect(answer.household).toBeNull();
    expect(answer.manifest.bodies).toHaveLength(bodyNames.length);
    expect(answer.manifest.bodies.find(({ code }) => code === 'INTERIOR')).toMatchObject({
      status: 'INVALID',
      rehearsed: true,
    });
  });
});

describe('an operation that rehearses a failure by itself', () => {
  it.each(faults)('meets $header, and no other operation does', async ({ header, status }) => {
    const alone = ask(`health=${header}`);
    const beside = await ask();
    clock.advance(waitMs(status));
    expectRehearsed(await alone, new Map([['health', status]]));
    expectHealthy(beside);
    expect(calls.bodies.get('health')?.breakerState()).toBe('CLOSED');
  });

  it('meets several, each as it asked', async () => {
    const asking = ask('health=garbage,labour=down,bangkok=error');
    await untilHolds(() => counted.length >= 10, 'the others answered');
    clock.advance(10);
    const answer = await asking;
    const lost = new Map<BodyName, Loss>([
      ['health', 'INVALID'],
      ['labour', 'UNAVAILABLE'],
      ['bangkok', 'UNAVAILABLE'],
    ]);
    expectRehearsed(answer, lost);
    expect(answer.household.houseCode).toBe(workedHouse);
  });

  it('is counted by no breaker and no observer of the body, however often', async () => {
    for (let asked = 0; asked < 30; asked += 1) await ask('health=garbage');
    expect(calls.bodies.get('health')?.breakerState()).toBe('CLOSED');
    expect(counted.filter(({ subgraph }) => subgraph === 'health')).toEqual([]);
    expectRehearsed(await ask('health=garbage'), new Map([['health', 'INVALID']]));
    expectHealthy(await ask());
  });

  it('shares no call with the same operation of the same reader, and none with another fault', async () => {
    const asking = [ask('health=latency:100'), ask('health=latency:200'), ask()];
    await untilHolds(() => counted.some(({ subgraph }) => subgraph === 'health'), 'the real one is answered');
    clock.advance(100);
    await asking[0];
    clock.advance(100);
    const answers = await Promise.all(asking);
    for (const answer of answers) expectHealthy(answer);
    const tookMs = answers.map(({ manifest }) => manifest.bodies.find(({ code }) => code === 'HEALTH')?.tookMs);
    expect(tookMs).toEqual([100, 200, 0]);
  });

  it('is told to journal and log', async () => {
    await ask('health=garbage');
    expect(events).toEqual([
      { kind: 'OPERATION', faults: new Map([['health', { kind: 'GARBAGE' }]]), principal: supervisor },
    ]);
  });

  it('may not rehearse the join, which is no body', async () => {
    await expect(ask('casefile=down')).rejects.toMatchObject({ code: 'BODY_UNKNOWN' });
  });
});
