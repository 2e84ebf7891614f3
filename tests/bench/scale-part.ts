import type { BodiesReady } from './bodies-process.ts';
import { benchDay } from './config.ts';
import type { ContenderSettings } from './contenders.ts';
import { line, median, printTable, type Cell } from './figures.ts';
import type { GatewayReady } from './gateway-process.ts';
import { page, type Operation } from './operations.ts';
import type { PartOptions } from './part.ts';
import { loadedPopulation } from './population.ts';
import { startProcess } from './processes.ts';
import { allRounds, middle, warmUp, whileRunning, type Gateway } from './rounds.ts';
import { committedSupergraph, withAddresses } from './supergraphs.ts';
import { syntheticGraph } from './synthetic.ts';
import type { SyntheticReady } from './synthetic-process.ts';

/** What one more body and one more household cost the gateway: both must be a straight line. */
export async function scalePart(options: PartOptions): Promise<void> {
  await byBodies(options);
  await byHouseholds(options);
}

async function byBodies({ full }: PartOptions): Promise<void> {
  const synthetic = await startProcess<SyntheticReady>('synthetic-process', {});
  const gateways = new Map<string, Gateway>();
  const urlOf = (name: string): string => `${synthetic.ready.origin}/${name}`;
  const counts = full ? [2, 4, 6, 8, 10, 13, 16, 20, 23, 26] : [2, 8, 13, 20, 26];
  try {
    const { query } = syntheticGraph(1, urlOf);
    const operation: Operation = { name: 'synthetic', query, variables: { first: 1 } };
    for (const count of counts) {
      gateways.set(String(count), await start(syntheticGraph(count, urlOf).supergraph, query));
    }
    await whileRunning(gateways, async () => {
      await warmUp({ gateways, operation }, 300);
      const rounds = await allRounds({ gateways, operation }, { rounds: full ? 27 : 9, operations: 64, clients: 16 });
      const points = counts.map((count) => [count, middle(rounds, String(count), ({ cpuMs }) => cpuMs)] as const);
      print('scale · cost against the number of bodies (one household, 20 facts of each body)', 'bodies', points);
    });
  } finally {
    await synthetic.stop();
  }
}

async function byHouseholds({ full }: PartOptions): Promise<void> {
  const { dataDir } = await loadedPopulation(2_000);
  const bodies = await startProcess<BodiesReady>('bodies-process', { dataDir, today: benchDay });
  const counts = full ? [1, 5, 10, 20, 50, 100, 150, 200] : [1, 20, 50, 100, 200];
  const supergraph = withAddresses(committedSupergraph(), bodies.ready.urls);
  const gateway = await start(supergraph, page(1).query);
  const gateways = new Map([['compiled', gateway]]);
  try {
    await whileRunning(gateways, async () => {
      const contests = counts.map((count) => ({ count, gateways, operation: page(count), cpu: [] as number[] }));
      await warmUp({ gateways, operation: page(20) }, 60);
      // Pages of all sizes take turns. The first round makes the bodies remember their answers.
      for (let round = 0; round <= (full ? 15 : 7); round += 1) {
        for (const { count, cpu, ...contest } of contests) {
          const operations = Math.max(2, Math.round(100 / count));
          const measured = await allRounds(contest, { rounds: 1, operations, clients: 1 });
          if (round > 0) cpu.push(middle(measured, 'compiled', ({ cpuMs }) => cpuMs));
        }
      }
      const points = contests.map(({ count, cpu }) => [count, median(cpu)] as const);
      print(
        'scale · cost against the number of households in a page (thirteen bodies and the join)',
        'households',
        points,
      );
    });
  } finally {
    await bodies.stop();
  }
}

function start(supergraph: string, query: string): Promise<Gateway> {
  const settings: ContenderSettings = { name: 'compiled', supergraph, query, urls: {}, texts: {} };
  return startProcess<GatewayReady>('gateway-process', settings);
}

function print(title: string, what: string, points: readonly (readonly [number, number])[]): void {
  const { slope, base, fit } = line(points);
  const rows = points.map(([count, cpu]): Cell[] => [String(count), cpu, base + slope * count]);
  printTable(title, [what, 'CPU ms', 'on the line'], rows);
  console.log(
    `  slope: ${(slope * 1000).toFixed(0)} µs for each of the ${what}, ${base.toFixed(2)} ms for none; a straight line explains ${(fit * 100).toFixed(1)} %`,
  );
}
