import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { supergraphFile } from '../../gateway/app/compose.ts';
import { readFileSync } from 'node:fs';
import type { BodiesReady, BodiesTold } from './bodies-process.ts';
import { plainTexts, type Texts } from './by-hand.ts';
import { benchDay } from './config.ts';
import type { ContenderName, ContenderSettings } from './contenders.ts';
import { median, percentile, printTable, ratioText } from './figures.ts';
import type { GatewayQuestion, GatewayReady, GatewayTold } from './gateway-process.ts';
import { load, type LoadFigures } from './load.ts';
import { page, wholeCaseFile, type Operation } from './operations.ts';
import type { PartOptions } from './part.ts';
import { loadedPopulation, workedHouse } from './population.ts';
import { startProcess, type Asked } from './processes.ts';

type Bodies = Asked<BodiesReady>;
type Gateway = Asked<GatewayReady>;

const names: readonly ContenderName[] = ['compiled', 'stock', 'by hand'];
const concurrencies = [1, 16, 64];

/**
 * The gateway alone in its own process, subgraphs answering from memory in another: processor time of the gateway's
 * process for each operation, ours against the stock gateway and a fan-out written by hand.
 */
export async function gatewayPart(options: PartOptions): Promise<void> {
  const { dataDir } = await loadedPopulation(2_000);
  const bodies = await startProcess<BodiesReady>('bodies-process', { dataDir, today: benchDay });
  try {
    const supergraph = withAddresses(readFileSync(supergraphFile, 'utf8'), bodies.ready.urls);
    const contest = { bodies, supergraph, options };
    await compare(contest, wholeCaseFile(workedHouse), { weight: 1, target: 1 / 5 });
    await compare(contest, page(20), { weight: 4, target: 1 / 3 });
  } finally {
    await bodies.stop();
  }
}

interface Contest {
  readonly bodies: Bodies;
  readonly supergraph: string;
  readonly options: PartOptions;
}

interface Scale {
  /** How many times heavier than one household an operation is, about. */
  readonly weight: number;
  /** At most this share of the stock gateway's processor time. */
  readonly target: number;
}

async function compare(contest: Contest, operation: Operation, scale: Scale): Promise<void> {
  const gateways = await startAll(contest, operation);
  try {
    await refuseDifference(gateways, operation);
    await report(contest, { operation, gateways, scale });
    if (contest.options.profileTo !== undefined) await profileAll(gateways, operation, contest.options.profileTo);
  } finally {
    await Promise.all([...gateways.values()].map((gateway) => gateway.stop()));
  }
}

/** The hand-written fan-out gets the very texts that our engine sent when it was asked once. */
async function startAll(
  { bodies, supergraph }: Contest,
  operation: Operation,
): Promise<ReadonlyMap<ContenderName, Gateway>> {
  const { urls } = bodies.ready;
  const start = (name: ContenderName, texts: Texts): Promise<Gateway> =>
    startProcess('gateway-process', {
      name,
      supergraph,
      urls,
      texts,
      query: operation.query,
    } satisfies ContenderSettings);
  const compiled = await start('compiled', {});
  await answerOf(compiled, operation);
  const { lastQueries } = await bodies.ask<BodiesTold>({});
  return new Map([
    ['compiled', compiled],
    ['stock', await start('stock', {})],
    ['by hand', await start('by hand', plainTexts(lastQueries))],
  ]);
}

/** All three must say the same, or their costs compare nothing. */
async function refuseDifference(gateways: ReadonlyMap<ContenderName, Gateway>, operation: Operation): Promise<void> {
  const answers = new Map<ContenderName, unknown>();
  for (const [name, gateway] of gateways) {
    answers.set(name, withoutTimes(await answerOf(gateway, operation)));
  }
  for (const name of names) {
    if (isDeepStrictEqual(answers.get(name), answers.get('compiled'))) continue;
    const file = path.join('/tmp', `bench-${name.replaceAll(' ', '-')}.json`);
    await writeFile(file, JSON.stringify(answers.get(name), null, 1));
    await writeFile(path.join('/tmp', 'bench-compiled.json'), JSON.stringify(answers.get('compiled'), null, 1));
    throw new Error(`${name} answers ${operation.name} otherwise than the compiled engine: see ${file}`);
  }
}

async function answerOf(gateway: Gateway, { variables }: Operation): Promise<string> {
  const { text } = await gateway.ask<GatewayTold>({ kind: 'ANSWER', variables } satisfies GatewayQuestion);
  return text ?? '';
}

/** How long a body took is told by our gateway alone. */
function withoutTimes(text: string): unknown {
  const { data } = JSON.parse(text, (key, value: unknown) => (key === 'tookMs' ? undefined : value)) as {
    data: unknown;
  };
  return data;
}

interface Round {
  readonly cpuMs: number;
  readonly latencies: readonly number[];
  readonly perSecond: number;
  readonly bytesOut: number;
  readonly told: BodiesTold;
  readonly operations: number;
}

interface Comparison {
  readonly operation: Operation;
  readonly gateways: ReadonlyMap<ContenderName, Gateway>;
  readonly scale: Scale;
}

type Rounds = ReadonlyMap<ContenderName, readonly Round[]>;

async function report({ bodies, options }: Contest, comparison: Comparison): Promise<void> {
  const { operation, scale } = comparison;
  const size = Math.max(8, Math.round((options.full ? 300 : 120) / scale.weight));
  await allRounds(bodies, comparison, { rounds: 1, operations: size * 3, clients: 'alone' });
  await allRounds(bodies, comparison, { rounds: 1, operations: size, clients: 16 });
  const settings = { rounds: options.full ? 9 : 5, operations: size };
  const rows: (string | number)[][] = [];
  for (const clients of ['alone', ...concurrencies] as const) {
    const rounds = await allRounds(bodies, comparison, {
      ...settings,
      operations: clients === 64 ? Math.max(size, 64) : size,
      clients,
    });
    rows.push(...rowsOf(clients, rounds));
  }
  printTable(
    `gateway · ${operation.name}: processor time of the gateway’s process for one operation, subgraphs in another process`,
    [
      'clients',
      'contender',
      'CPU ms',
      '/ stock',
      '/ by hand',
      'p50 ms',
      'p99 ms',
      'ops/s',
      'calls/op',
      'KiB to bodies',
      'KiB from bodies',
      'KiB to client',
    ],
    rows,
  );
  console.log(
    `  target: compiled / stock ≤ ${scale.target.toFixed(2)}, compiled / by hand ≤ 1.5. “alone”: 16 at a time, without an HTTP server in front.`,
  );
}

interface RoundSettings {
  readonly rounds: number;
  readonly operations: number;
  readonly clients: number | 'alone';
}

/** The contenders take turns, so that what else the machine does falls on all of them. */
async function allRounds(bodies: Bodies, comparison: Comparison, settings: RoundSettings): Promise<Rounds> {
  const rounds = new Map<ContenderName, Round[]>(names.map((name) => [name, []]));
  for (let round = 0; round < settings.rounds; round += 1) {
    for (const name of names) {
      const gateway = comparison.gateways.get(name);
      if (gateway !== undefined)
        rounds.get(name)?.push(await oneRound(bodies, gateway, comparison.operation, settings));
    }
  }
  return rounds;
}

async function oneRound(
  bodies: Bodies,
  gateway: Gateway,
  operation: Operation,
  settings: RoundSettings,
): Promise<Round> {
  const { operations, clients } = settings;
  await bodies.ask({});
  const before = await gateway.ask<GatewayTold>({ kind: 'CPU' } satisfies GatewayQuestion);
  let figures: LoadFigures | undefined;
  if (clients === 'alone') {
    const { variables } = operation;
    await gateway.ask({ kind: 'ALONE', operations, clients: 16, variables } satisfies GatewayQuestion);
  } else {
    figures = await load({ url: gateway.ready.url, operation, operations, clients });
  }
  const after = await gateway.ask<GatewayTold>({ kind: 'CPU' } satisfies GatewayQuestion);
  return {
    operations,
    cpuMs: (after.cpuMs - before.cpuMs) / operations,
    latencies: figures?.latencies ?? [],
    perSecond: figures === undefined ? Number.NaN : operations / figures.seconds,
    bytesOut: (figures?.bytes ?? Number.NaN) / operations,
    told: await bodies.ask<BodiesTold>({}),
  };
}

function rowsOf(clients: number | 'alone', rounds: Rounds): (string | number)[][] {
  const cpuOf = (name: ContenderName): readonly number[] => rounds.get(name)?.map((round) => round.cpuMs) ?? [];
  return names.map((name) => {
    const own = rounds.get(name) ?? [];
    const latencies = own.flatMap((round) => round.latencies);
    const perCall = (pick: (told: BodiesTold) => number): number =>
      median(own.map(({ told, operations }) => pick(told) / operations));
    return [
      String(clients),
      name,
      median(cpuOf(name)),
      ratios(cpuOf(name), cpuOf('stock')),
      ratios(cpuOf(name), cpuOf('by hand')),
      percentile(latencies, 0.5),
      percentile(latencies, 0.99),
      median(own.map(({ perSecond }) => perSecond)),
      perCall(({ calls }) => calls),
      perCall(({ bytesIn }) => bytesIn / 1024),
      perCall(({ bytesOut }) => bytesOut / 1024),
      median(own.map(({ bytesOut }) => bytesOut / 1024)),
    ];
  });
}

/** Round by round: both of a ratio met the same machine. */
function ratios(own: readonly number[], other: readonly number[]): string {
  return ratioText(own.map((value, at) => value / (other[at] ?? Number.NaN)));
}

async function profileAll(
  gateways: ReadonlyMap<ContenderName, Gateway>,
  operation: Operation,
  folder: string,
): Promise<void> {
  for (const [name, gateway] of gateways) {
    const file = path.resolve(folder, `${operation.name}-${name}.cpuprofile`.replaceAll(' ', '-'));
    await gateway.ask({ kind: 'START_PROFILE' } satisfies GatewayQuestion);
    await load({ url: gateway.ready.url, operation, operations: 300, clients: 16 });
    await gateway.ask({ kind: 'STOP_PROFILE', file } satisfies GatewayQuestion);
    console.log(`  profile written: ${file}`);
  }
}

/** The committed supergraph with other addresses. */
export function withAddresses(supergraph: string, urls: Readonly<Record<string, string>>): string {
  return supergraph.replaceAll(
    /@join__graph\(name: "(?<name>[^"]+)", url: "[^"]*"\)/gu,
    (whole: string, name: string) =>
      urls[name] === undefined ? whole : `@join__graph(name: "${name}", url: "${urls[name]}")`,
  );
}
