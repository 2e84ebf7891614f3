import { setTimeout as pause } from 'node:timers/promises';
import { bodyOf } from '../../schema/contract/bodies.ts';
import { startFaultyBodies, startRemote, withAddresses } from '../support/gateway.ts';
import { openWorkedBodies, workedHouse } from '../support/worked-bodies.ts';
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
 * Flapping bodies under load by the wall's clock, with the deadlines and breakers of production. By hand:
 *
 *   npm run soak                 five minutes, eight clients
 *   npm run soak -- 1 4          one minute, four clients
 *
 * Every 15 s one line: operations, answers without all bodies, slowest answer, heap in use. Ends with status 1 when an
 * answer lost more than the flapping bodies' own, when a steady body's breaker moved, when one that should have never
 * opened or closed again, when an answer came later than the operation's deadline and 200 ms, or when the heap grew.
 */

const minutes = Number(process.argv[2] ?? 5);
const clients = Number(process.argv[3] ?? 8);
const operationDeadlineMs = 2_000;
const everyMs = 15_000;
const maxGrowthBytes = 16 * 1024 * 1024;

interface Tally {
  operations: number;
  partial: number;
  readonly tookMs: number[];
  readonly complaints: Set<string>;
}

const worked = await openWorkedBodies();
const bodies = await startFaultyBodies(worked.subgraphs.all);
const urls = new Map([...bodies.byName].map(([name, { url }]) => [name, url]));
const gateway = await startRemote(withAddresses(worked.supergraph, urls), { settings: { operationDeadlineMs } });
const healthy = await gateway.ask(flappingQuery, { houseCode: workedHouse });
const breakers = watchBreakers(gateway);
const tally: Tally = { operations: 0, partial: 0, tookMs: [], complaints: new Set() };
/** Heap in use at each measure; the first two, while code is compiled and pools fill, are held against nobody. */
const heaps: number[] = [];
const ending = new AbortController();

const work = [...Array.from({ length: clients }, askOnAndOn), ...flappingBodies.map(flap), measure()];
await pause(minutes * 60_000);
ending.abort();
await Promise.all(work);
process.exitCode = report();
await gateway.close();
await bodies.close();
await worked.close();

async function askOnAndOn(): Promise<void> {
  while (!ending.signal.aborted) {
    const startedMs = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- one client asks one thing at a time
    const response = await gateway.ask(flappingQuery, { houseCode: workedHouse });
    tally.tookMs.push(performance.now() - startedMs);
    tally.operations += 1;
    if (!response.manifest.complete) tally.partial += 1;
    for (const complaint of complaintsAbout(response, healthy)) tally.complaints.add(complaint);
    breakers.look();
    gateway.calls.length = 0;
  }
}

async function flap(name: string, nth: number): Promise<void> {
  for (let at = nth * 3; !ending.signal.aborted; at += 1) {
    // oxlint-disable no-await-in-loop -- one moment after the other
    await bodies.named(name).setFault(flappingFaults[at % flappingFaults.length] ?? 'RESET');
    await rest(8_000 + nth * 700);
    await bodies.named(name).setFault('NONE');
    await rest(9_000 - nth * 700);
    // oxlint-enable no-await-in-loop
  }
}

async function measure(): Promise<void> {
  while (!ending.signal.aborted) {
    // oxlint-disable-next-line no-await-in-loop -- one moment after the other
    await rest(everyMs);
    heaps.push(heapInUse());
    const { operations, partial } = tally;
    say(
      `${operations} operations, ${partial} partial, slowest ${quantile(1)} ms, heap ${megabytes(heaps.at(-1) ?? 0)}`,
    );
  }
}

async function rest(forMs: number): Promise<void> {
  await pause(forMs, undefined, { signal: ending.signal }).catch(() => undefined);
}

function report(): number {
  const settled = heaps.slice(Math.min(2, heaps.length - 1));
  const growth = (settled.at(-1) ?? 0) - (settled[0] ?? 0);
  const faults = [
    ...tally.complaints,
    ...steadySubgraphs.filter((name) => breakers.seen(name).length > 1).map((name) => `the breaker of ${name} moved`),
    ...flappingBodies
      .filter(isStuck)
      .map((name) => `the breaker of ${bodyOf(name).code}: ${breakers.seen(name).join()}`),
    ...(quantile(1) > operationDeadlineMs + 200 ? [`an answer took ${quantile(1)} ms`] : []),
    ...(growth > maxGrowthBytes ? [`the heap grew by ${megabytes(growth)}`] : []),
  ];
  say(`p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms, slowest ${quantile(1)} ms; heap ${megabytes(growth)} more`);
  for (const name of flappingBodies) say(`${name}: ${breakers.seen(name).length - 1} changes of its breaker`);
  for (const fault of faults) say(`NOT AS PROMISED: ${fault}`);
  return faults.length === 0 ? 0 : 1;
}

function isStuck(name: string): boolean {
  const seen = breakers.seen(name);
  return !seen.includes('OPEN') || seen.lastIndexOf('CLOSED') < seen.indexOf('OPEN');
}

function quantile(share: number): number {
  const sorted = tally.tookMs.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
