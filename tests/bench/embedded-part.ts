import type { ContenderName, ContenderSettings } from './contenders.ts';
import { percentile, printTable, type Cell } from './figures.ts';
import type { GatewayReady } from './gateway-process.ts';
import { wholeCaseFile } from './operations.ts';
import type { PartOptions } from './part.ts';
import { loadedPopulation, workedHouse } from './population.ts';
import { startProcess } from './processes.ts';
import {
  allRounds,
  latenciesOf,
  middle,
  profileAll,
  ratio,
  refuseDifference,
  warmUp,
  whileRunning,
  type Gateway,
} from './rounds.ts';
import { committedSupergraph } from './supergraphs.ts';

const names: readonly ContenderName[] = ['compiled in process', 'stock in process'];

/** The whole case file from SQLite, gateway and all fourteen subgraphs in one process: ours against the stock gateway. */
export async function embeddedPart({ full, profileTo }: PartOptions): Promise<void> {
  const { dataDir } = await loadedPopulation(2_000);
  const operation = wholeCaseFile(workedHouse);
  const gateways = new Map<ContenderName, Gateway>();
  for (const name of names) gateways.set(name, await startEmbedded(name, operation.query, dataDir));
  await whileRunning(gateways, async () => {
    const contest = { gateways, operation };
    await refuseDifference(gateways, operation);
    await warmUp(contest, 300);
    const rows: Cell[][] = [];
    for (const clients of ['alone', 1, 16] as const) {
      const rounds = await allRounds(contest, { rounds: full ? 27 : 9, operations: 48, clients });
      for (const name of names) {
        rows.push([
          String(clients),
          name,
          middle(rounds, name, ({ perSecond }) => perSecond),
          ratio(rounds, name, 'stock in process', ({ perSecond }) => perSecond),
          middle(rounds, name, ({ cpuMs }) => cpuMs),
          percentile(latenciesOf(rounds, name), 0.5),
          percentile(latenciesOf(rounds, name), 0.99),
          middle(rounds, name, ({ statements }) => statements),
        ]);
      }
    }
    printTable('embedded · household: one operation from SQLite, everything in one process', heading, rows);
    console.log('  wanted: at least 3 times the stock gateway’s operations per second.');
    if (profileTo !== undefined) await profileAll(contest, profileTo);
  });
}

const heading = ['clients', 'contender', 'ops/s', '/ stock', 'CPU ms', 'p50 ms', 'p99 ms', 'statements'];

export function startEmbedded(name: ContenderName, query: string, dataDir: string): Promise<Gateway> {
  const settings: ContenderSettings = { name, query, dataDir, supergraph: committedSupergraph(), urls: {}, texts: {} };
  return startProcess<GatewayReady>('gateway-process', settings);
}
