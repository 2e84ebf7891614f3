import type { BodiesReady, BodiesTold } from './bodies-process.ts';
import { plainTexts, type Texts } from './by-hand.ts';
import { benchDay } from './config.ts';
import type { ContenderName, ContenderSettings } from './contenders.ts';
import { percentile, printTable, type Cell } from './figures.ts';
import type { GatewayReady } from './gateway-process.ts';
import { page, wholeCaseFile, type Operation } from './operations.ts';
import type { PartOptions } from './part.ts';
import { loadedPopulation, workedHouse } from './population.ts';
import { startProcess } from './processes.ts';
import {
  allRounds,
  ask,
  latenciesOf,
  middle,
  profileAll,
  ratio,
  refuseDifference,
  warmUp,
  whileRunning,
  type Bodies,
  type Gateway,
  type Rounds,
  type RoundSettings,
} from './rounds.ts';
import { committedSupergraph, withAddresses } from './supergraphs.ts';

const names: readonly ContenderName[] = ['compiled', 'stock', 'by hand'];

/**
 * The gateway alone in its own process, subgraphs answering from memory in another: processor time of the gateway's
 * process for each operation, ours against the stock gateway and a fan-out written by hand.
 */
export async function gatewayPart(options: PartOptions): Promise<void> {
  const { dataDir } = await loadedPopulation(2_000);
  const bodies = await startProcess<BodiesReady>('bodies-process', { dataDir, today: benchDay });
  try {
    await compare(bodies, { operation: wholeCaseFile(workedHouse), operations: 48, target: 1 / 5 }, options);
    await compare(bodies, { operation: page(20), operations: 12, target: 1 / 3 }, options);
  } finally {
    await bodies.stop();
  }
}

interface Comparison {
  readonly operation: Operation;
  /** In each round. */
  readonly operations: number;
  /** At most this share of the stock gateway's processor time. */
  readonly target: number;
}

async function compare(bodies: Bodies, comparison: Comparison, options: PartOptions): Promise<void> {
  const { operation, operations, target } = comparison;
  const gateways = await startAll(bodies, operation);
  await whileRunning(gateways, async () => {
    const contest = { bodies, gateways, operation };
    await refuseDifference(gateways, operation);
    await warmUp(contest, operations * 8);
    const rows: Cell[][] = [];
    for (const settings of [
      { clients: 'alone', operations, rounds: 9 },
      { clients: 1, operations: operations / 2, rounds: 9 },
      { clients: 16, operations, rounds: 9 },
      { clients: 64, operations: Math.max(64, operations), rounds: 5 },
    ] as const) {
      const rounds = options.full ? settings.rounds * 3 : settings.rounds;
      rows.push(...rowsOf(settings.clients, await allRounds(contest, { ...settings, rounds })));
    }
    printTable(
      `gateway · ${operation.name}: one operation, subgraphs answer from memory in another process`,
      heading,
      rows,
    );
    console.log(
      `  wanted: compiled at most ${target.toFixed(2)} of stock and 1.5 of by hand. CPU is that of the gateway’s process.`,
    );
    console.log(
      '  “alone” is without an HTTP server in front; stock and compiled have the same Apollo Server there, by hand none.',
    );
    if (options.profileTo !== undefined) await profileAll(contest, options.profileTo);
  });
}

/** The hand-written fan-out gets the very texts that our engine sent when it was asked once. */
async function startAll(bodies: Bodies, operation: Operation): Promise<ReadonlyMap<ContenderName, Gateway>> {
  const { urls } = bodies.ready;
  const supergraph = withAddresses(committedSupergraph(), urls);
  const start = (name: ContenderName, texts: Texts = {}): Promise<Gateway> => {
    const settings: ContenderSettings = { name, supergraph, urls, texts, query: operation.query };
    return startProcess<GatewayReady>('gateway-process', settings);
  };
  const compiled = await start('compiled');
  await ask(compiled, { kind: 'ANSWER', variables: operation.variables });
  const { lastQueries } = await bodies.ask<BodiesTold>({});
  return new Map<ContenderName, Gateway>([
    ['compiled', compiled],
    ['stock', await start('stock')],
    ['by hand', await start('by hand', plainTexts(lastQueries))],
  ]);
}

const heading = [
  'clients',
  'contender',
  'CPU ms',
  '/ stock',
  '/ by hand',
  'p50 ms',
  'p99 ms',
  'ops/s',
  'calls',
  'KiB to bodies',
  'from bodies',
  'to client',
];

function rowsOf(clients: RoundSettings['clients'], rounds: Rounds): Cell[][] {
  return names.map((name) => [
    String(clients),
    name,
    middle(rounds, name, ({ cpuMs }) => cpuMs),
    ratio(rounds, name, 'stock', ({ cpuMs }) => cpuMs),
    ratio(rounds, name, 'by hand', ({ cpuMs }) => cpuMs),
    percentile(latenciesOf(rounds, name), 0.5),
    percentile(latenciesOf(rounds, name), 0.99),
    middle(rounds, name, ({ perSecond }) => perSecond),
    middle(rounds, name, ({ calls }) => calls),
    middle(rounds, name, ({ toBodiesKiB }) => toBodiesKiB),
    middle(rounds, name, ({ fromBodiesKiB }) => fromBodiesKiB),
    middle(rounds, name, ({ sentKiB }) => sentKiB),
  ]);
}
