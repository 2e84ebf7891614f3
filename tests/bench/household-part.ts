import { startEmbedded } from './embedded-part.ts';
import { percentile, printTable, type Cell } from './figures.ts';
import { page, wholeCaseFile, type Operation } from './operations.ts';
import type { PartOptions } from './part.ts';
import { loadedPopulation, workedHouse, type Loaded } from './population.ts';
import {
  allRounds,
  ask,
  latenciesOf,
  middle,
  ratio,
  warmUp,
  whileRunning,
  type Gateway,
  type Rounds,
} from './rounds.ts';

const sizes = [2_000, 50_234] as const;

/** One household of few and of many, each another one: its cost must not grow with the number of households loaded. */
export async function householdPart({ full }: PartOptions): Promise<void> {
  const loaded: Loaded[] = [];
  for (const size of sizes) loaded.push(await loadedPopulation(size));
  const operation = wholeCaseFile(workedHouse);
  const gateways = new Map<string, Gateway>();
  for (const { households, dataDir } of loaded) {
    gateways.set(nameOf(households), await startEmbedded('compiled in process', operation.query, dataDir));
  }
  await whileRunning(gateways, async () => {
    // The first households of both populations are the same people: the same work, among few and among many.
    const turns = await housesOf(loaded[0]?.dataDir ?? '');
    const contest = { gateways, operation, turns };
    await warmUp(contest, 300);
    const rows: Cell[][] = [];
    for (const clients of [1, 16] as const) {
      const rounds = await allRounds(contest, { rounds: full ? 15 : 5, operations: turns.length, clients });
      rows.push(...loaded.map(({ households }) => rowOf(String(clients), nameOf(households), rounds)));
    }
    printTable(`household · ${turns.length} different households, embedded, over HTTP`, heading, rows);
    printLoading(loaded);
  });
}

function nameOf(households: number): string {
  return `${households.toLocaleString('en')} loaded`;
}

async function housesOf(dataDir: string): Promise<Operation['variables'][]> {
  const operation = page(100);
  const gateway = await startEmbedded('compiled in process', housesQuery, dataDir);
  try {
    const { text = '{}' } = await ask(gateway, { kind: 'ANSWER', variables: operation.variables });
    const { data } = JSON.parse(text) as { data: { households: { edges: { node: { houseCode: string } }[] } } };
    return data.households.edges.map(({ node }) => node);
  } finally {
    await gateway.stop();
  }
}

const housesQuery = `query ($areaCode: String!, $first: Int!) {
  households(filter: { areaCode: $areaCode }, first: $first) { edges { node { houseCode } } }
}`;

const heading = ['clients', 'population', 'CPU ms', '/ 2,000', 'p50 ms', 'p99 ms', 'ops/s', 'statements', 'RSS MiB'];

function rowOf(clients: string, name: string, rounds: Rounds): Cell[] {
  return [
    clients,
    name,
    middle(rounds, name, ({ cpuMs }) => cpuMs),
    ratio(rounds, name, nameOf(sizes[0]), ({ cpuMs }) => cpuMs),
    percentile(latenciesOf(rounds, name), 0.5),
    percentile(latenciesOf(rounds, name), 0.99),
    middle(rounds, name, ({ perSecond }) => perSecond),
    middle(rounds, name, ({ statements }) => statements),
    middle(rounds, name, ({ rssMiB }) => rssMiB),
  ];
}

function printLoading(loaded: readonly Loaded[]): void {
  printTable(
    'household · loading the generated population, as it was when it was loaded',
    ['households', 'seconds', 'CPU seconds', 'peak MiB', 'ms a household'],
    loaded.map(({ households, seconds, cpuSeconds, peakMiB }) => [
      households.toLocaleString('en'),
      seconds,
      cpuSeconds,
      peakMiB,
      (seconds * 1000) / households,
    ]),
  );
}
