import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startFaultyBodies,
  startRemote,
  withAddresses,
  type FaultyBodies,
  type Response,
  type TestGateway,
} from '../support/gateway.ts';
import { steppedClock, untilHolds, type SteppedClock } from '../support/stepped-clock.ts';
import { openWorkedBodies, workedHouse, type WorkedBodies } from '../support/worked-bodies.ts';
import {
  complaintsAbout,
  flappingBodies,
  flappingFaults,
  flappingQuery,
  heapInUse,
  steadySubgraphs,
  watchBreakers,
} from './flapping.ts';

/*
 * Three bodies go up and down under load while the test moves the clock, so that breakers open and close. The same for
 * minutes and by the wall's clock: `npm run soak`.
 */

const roundMs = 100;
const clients = 4;

let worked: WorkedBodies;
let bodies: FaultyBodies;
let gateway: TestGateway;
let clock: SteppedClock;
let healthy: Response;

beforeAll(async () => {
  worked = await openWorkedBodies();
  bodies = await startFaultyBodies(worked.subgraphs.all);
  clock = steppedClock();
  const urls = new Map([...bodies.byName].map(([name, { url }]) => [name, url]));
  gateway = await startRemote(withAddresses(worked.supergraph, urls), {
    clock,
    fetch: {
      retryMinDelayMs: 0,
      retryMaxDelayMs: 0,
      breakerMinimumCalls: 6,
      breakerWindowMs: 1_000,
      breakerOpenMs: 300,
    },
  });
  healthy = await ask();
});

afterAll(async () => {
  await gateway.close();
  await bodies.close();
  await worked.close();
});

function ask(): Promise<Response> {
  return gateway.ask(flappingQuery, { houseCode: workedHouse });
}

/** Several clients ask at once; when only silent bodies are left, their deadline passes. */
async function round(): Promise<readonly Response[]> {
  let answered = 0;
  const asking = Array.from({ length: clients }, async () => {
    const response = await ask();
    answered += 1;
    return response;
  });
  const isOver = (): boolean => answered === clients;
  await untilHolds(() => isOver() || isStuck(clients - answered), 'a round ended');
  if (!isOver()) clock.advance(800);
  return Promise.all(asking);
}

const silent = new Set<string>();

/** So many operations are left, and each of them waits for the one silent body. */
function isStuck(left: number): boolean {
  const running = [...gateway.bodies].filter(([, body]) => body.running() > 0);
  const [waitedFor, ...others] = running;
  return waitedFor !== undefined && others.length === 0 && silent.has(waitedFor[0]) && waitedFor[1].running() === left;
}

it('costs only the flapping bodies’ own records, opens and closes their breakers, and leaves nothing in memory', async () => {
  const breakers = watchBreakers(gateway);
  const complaints: string[] = [];
  let partial = 0;

  async function cycle(): Promise<void> {
    for (const [at, fault] of flappingFaults.entries()) {
      for (const [nth, name] of flappingBodies.entries()) {
        const chosen = flappingFaults[(at + nth * 3) % flappingFaults.length] ?? fault;
        // oxlint-disable-next-line no-await-in-loop -- one moment after the other
        await bodies.named(name).setFault(chosen);
        if (chosen === 'SILENCE') silent.add(name);
      }
      await rounds(3);
      await bodies.heal();
      silent.clear();
      await rounds(5);
    }
  }

  async function rounds(count: number): Promise<void> {
    for (let nth = 0; nth < count; nth += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one round after the other
      for (const response of await round()) {
        complaints.push(...complaintsAbout(response, healthy));
        if (!response.manifest.complete) partial += 1;
      }
      breakers.look();
      clock.advance(roundMs);
      gateway.calls.length = 0;
    }
  }

  await cycle();
  const heapBefore = heapInUse();
  await cycle();
  expect(complaints).toEqual([]);
  expect(partial).toBeGreaterThan(50);
  for (const name of flappingBodies) {
    expect(breakers.seen(name).filter((state) => state === 'OPEN').length).toBeGreaterThan(1);
    expect(breakers.seen(name).at(-1)).toBe('CLOSED');
  }
  for (const name of steadySubgraphs) expect(breakers.seen(name)).toEqual(['CLOSED']);
  expect(heapInUse() - heapBefore).toBeLessThan(8 * 1024 * 1024);
  expect(clock.pending()).toBe(0);
}, 120_000);
