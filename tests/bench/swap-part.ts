import { setTimeout as pause } from 'node:timers/promises';
import type { BodiesReady } from './bodies-process.ts';
import { benchDay } from './config.ts';
import type { ContenderSettings } from './contenders.ts';
import { percentile, printTable } from './figures.ts';
import type { GatewayReady } from './gateway-process.ts';
import { load } from './load.ts';
import { wholeCaseFile } from './operations.ts';
import type { PartOptions } from './part.ts';
import { loadedPopulation, workedHouse } from './population.ts';
import { startProcess } from './processes.ts';
import { ask, type Gateway } from './rounds.ts';
import { committedSupergraph, withAddresses } from './supergraphs.ts';

const clients = 16;

/** Supergraphs are swapped under load: how long the slowest operations take then, against before. None may fail. */
export async function swapPart({ full }: PartOptions): Promise<void> {
  const { dataDir } = await loadedPopulation(2_000);
  const bodies = await startProcess<BodiesReady>('bodies-process', { dataDir, today: benchDay });
  const { urls } = bodies.ready;
  const supergraph = withAddresses(committedSupergraph(), urls);
  const { query, variables } = wholeCaseFile(workedHouse);
  const settings: ContenderSettings = { name: 'compiled', supergraph, urls, texts: {}, query };
  const gateway = await startProcess<GatewayReady>('gateway-process', settings);
  const run = async (operations: number): Promise<readonly number[]> =>
    (await load({ url: gateway.ready.url, query, turns: [variables], operations, clients })).latencies;
  try {
    await run(600);
    const operations = full ? 4_000 : 1_000;
    const before = await run(operations);
    const over = new AbortController();
    const swapping = swapUntil(over.signal, gateway, supergraph);
    const during = await run(operations).finally(() => over.abort());
    const swaps = await swapping;
    report({ before, during, swaps });
  } finally {
    await gateway.stop();
    await bodies.stop();
  }
}

/** A comment more makes it another supergraph: it is loaded, planned and warmed like any other. */
async function swapUntil(over: AbortSignal, gateway: Gateway, supergraph: string): Promise<number> {
  let swaps = 0;
  while (!over.aborted) {
    swaps += 1;
    await ask(gateway, { kind: 'SWAP', supergraph: `${supergraph}\n# ${swaps}` });
    await pause(500);
  }
  return swaps;
}

interface SwapFigures {
  readonly before: readonly number[];
  readonly during: readonly number[];
  readonly swaps: number;
}

function report({ before, during, swaps }: SwapFigures): void {
  printTable(
    `swap · household over HTTP, ${clients} clients, ${swaps} swaps, none of ${during.length} operations failed`,
    ['', 'p50 ms', 'p99 ms', 'slowest ms'],
    [
      ['before', percentile(before, 0.5), percentile(before, 0.99), Math.max(...before)],
      ['while swapping', percentile(during, 0.5), percentile(during, 0.99), Math.max(...during)],
    ],
  );
  const ratio = percentile(during, 0.99) / percentile(before, 0.99);
  console.log(`  p99 while swapping / before: ${ratio.toFixed(2)} (wanted: below 2)`);
}
