import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callKeysFile, openAccess } from '../../gateway/app/access/access.ts';
import { issueDemoToken } from '../../gateway/app/access/demo-token.ts';
import { createInstruments } from '../../gateway/app/runtime.ts';
import { systemClock } from '../../gateway/kernel/clock.ts';
import type { BodiesReady } from './bodies-process.ts';
import { benchConfig, benchDay } from './config.ts';
import type { ContenderSettings } from './contenders.ts';
import { percentile, printTable, type Cell } from './figures.ts';
import type { GatedSettings } from './gated.ts';
import type { GatewayReady } from './gateway-process.ts';
import { wholeCaseFile } from './operations.ts';
import type { PartOptions } from './part.ts';
import { areaOfBench, loadedPopulation, workedHouse } from './population.ts';
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
  type Bodies,
  type Gateway,
  type Rounds,
} from './rounds.ts';
import { committedSupergraph, withAddresses } from './supergraphs.ts';

type GatedName = 'gated' | 'gated, no journal' | 'gated, no scopes' | 'gated, signed anew';
type Name = 'open' | GatedName;

const gatedWays: Readonly<Record<GatedName, Pick<GatedSettings, 'journal' | 'signsAnew'>>> = {
  gated: { journal: true, signsAnew: false },
  'gated, no journal': { journal: false, signsAnew: false },
  'gated, no scopes': { journal: true, signsAnew: false },
  'gated, signed anew': { journal: true, signsAnew: true },
};

/** Each client is another caseworker, as people are: calls of one principal that are the same would be one call. */
const caseworkers = 64;

/**
 * What identity, policy, mask and journal cost: the same household from the same bodies with and without them, and
 * without single ones of them. Processor time is that of the gateway's process, the journal's threads included.
 */
export async function accessPart(options: PartOptions): Promise<void> {
  const { dataDir } = await loadedPopulation(2_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'samutphok-bench-'));
  try {
    const tokens = await signUp(path.join(folder, 'keys'));
    const keys = { callKeysFile: callKeysFile(path.join(folder, 'keys')) };
    const bodies = await startProcess<BodiesReady>('bodies-process', { dataDir, today: benchDay, ...keys });
    try {
      await compare(bodies, { folder, tokens }, options);
    } finally {
      await bodies.stop();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Tokens = ReadonlyMap<GatedName, readonly string[]>;

/** Makes the keys that all gateways of the benchmark use, and the tokens of those who ask. */
async function signUp(dataDir: string): Promise<Tokens> {
  const config = { ...benchConfig(dataDir), logLevel: 'warn' } as const;
  const access = await openAccess({ config, clock: systemClock, log: createInstruments(config).log });
  await access.close();
  const tokensWith = (scopes: readonly string[]): Promise<string[]> =>
    Promise.all(
      Array.from({ length: caseworkers }, (_, at) =>
        issueDemoToken(config, { role: 'caseworker', areas: [areaOfBench], scopes, subject: `caseworker-${at}` }),
      ),
    );
  const all = await tokensWith(['sensitive:*']);
  return new Map([
    ['gated', all],
    ['gated, no journal', all],
    ['gated, no scopes', await tokensWith([])],
    ['gated, signed anew', all],
  ]);
}

interface Setting {
  readonly folder: string;
  readonly tokens: Tokens;
}

async function compare(bodies: Bodies, setting: Setting, { full, profileTo }: PartOptions): Promise<void> {
  const operation = wholeCaseFile(workedHouse);
  const gateways = await startAll(bodies, setting, operation.query);
  await whileRunning(gateways, async () => {
    const sameAnswers = [...gateways].filter(([name]) => name !== 'gated, no scopes');
    await refuseDifference(new Map(sameAnswers), operation);
    const contest = { bodies, gateways, operation, tokens: setting.tokens };
    await warmUp(contest, 400);
    if (profileTo !== undefined) return profileAll(contest, profileTo);
    const rows: Cell[][] = [];
    const rounds = new Map<string, Rounds>();
    for (const clients of ['alone', 1, 16, 64] as const) {
      const settings = { clients, operations: 64, rounds: full ? 45 : 15 };
      const measured = await allRounds(contest, settings);
      rounds.set(String(clients), measured);
      rows.push(...[...gateways.keys()].map((name) => rowOf(String(clients), name, measured)));
    }
    printTable('access · household: one operation with and without access rules', heading, rows);
    for (const [clients, measured] of rounds) printShares(clients, measured);
    console.log('  wanted: access and journal at most 25 % of the gated operation, the journal alone below 10 %.');
  });
}

async function startAll(
  bodies: Bodies,
  { folder, tokens }: Setting,
  query: string,
): Promise<ReadonlyMap<Name, Gateway>> {
  const { urls } = bodies.ready;
  const shared = { supergraph: withAddresses(committedSupergraph(), urls), urls, texts: {}, query };
  const gateways = new Map<Name, Gateway>([['open', await start({ ...shared, name: 'compiled' })]]);
  for (const [name, who] of tokens) {
    const dataDir = path.join(folder, name.replaceAll(/\W+/gu, '-'));
    await cp(path.join(folder, 'keys', 'identity'), path.join(dataDir, 'identity'), { recursive: true });
    const gated = { ...gatedWays[name], dataDir, tokens: who };
    gateways.set(name, await start({ ...shared, name: 'gated', gated }));
  }
  return gateways;
}

const heading = [
  'clients',
  'contender',
  'CPU ms',
  '/ open',
  'lowest',
  '/ open',
  'p50 ms',
  'p99 ms',
  'ops/s',
  'calls',
  'KiB to bodies',
];

function rowOf(clients: string, name: string, rounds: Rounds): Cell[] {
  return [
    clients,
    name,
    middle(rounds, name, ({ cpuMs }) => cpuMs),
    ratio(rounds, name, 'open', ({ cpuMs }) => cpuMs),
    lowest(rounds, name),
    lowest(rounds, name) / lowest(rounds, 'open'),
    percentile(latenciesOf(rounds, name), 0.5),
    percentile(latenciesOf(rounds, name), 0.99),
    middle(rounds, name, ({ perSecond }) => perSecond),
    middle(rounds, name, ({ calls }) => calls),
    middle(rounds, name, ({ toBodiesKiB }) => toBodiesKiB),
  ];
}

/** Of medians, and of the rounds that the rest of the machine disturbed least. */
function printShares(clients: string, rounds: Rounds): void {
  const median = (name: Name): number => middle(rounds, name, ({ cpuMs }) => cpuMs);
  const low = (name: Name): number => lowest(rounds, name);
  const [middling, quiet] = [median, low].map((cost) => {
    const [open, gated, unwritten] = [cost('open'), cost('gated'), cost('gated, no journal')];
    const share = `${percent(1 - open / gated)} of the gated operation (+${percent(gated / open - 1)} on the open one)`;
    return `${share}, the journal alone ${percent(1 - unwritten / gated)}`;
  });
  console.log(`  ${clients}: access and journal are ${middling}; in the quietest rounds ${quiet}.`);
}

/** The round with the least processor time: what else the machine does only ever adds. */
function lowest(rounds: Rounds, name: string): number {
  return Math.min(...(rounds.get(name) ?? []).map(({ cpuMs }) => cpuMs));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function start(settings: ContenderSettings): Promise<Gateway> {
  return startProcess<GatewayReady>('gateway-process', settings);
}
