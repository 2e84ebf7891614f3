import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { BodiesReady, BodiesTold } from './bodies-process.ts';
import { median, ratioText } from './figures.ts';
import type { GatewayQuestion, GatewayReady, GatewayTold } from './gateway-process.ts';
import { load, type LoadFigures } from './load.ts';
import type { Operation } from './operations.ts';
import type { Asked } from './processes.ts';

export type Bodies = Asked<BodiesReady>;
export type Gateway = Asked<GatewayReady>;
export type Gateways = ReadonlyMap<string, Gateway>;

/** One contender's turn. Figures are for one operation. */
export interface Round {
  readonly cpuMs: number;
  readonly latencies: readonly number[];
  readonly perSecond: number;
  readonly statements: number;
  readonly rssMiB: number;
  /** KiB sent to the client. */
  readonly sentKiB: number;
  readonly calls: number;
  /** KiB of requests to the bodies and of their answers. */
  readonly toBodiesKiB: number;
  readonly fromBodiesKiB: number;
}

export type Rounds = ReadonlyMap<string, readonly Round[]>;

export interface RoundSettings {
  readonly rounds: number;
  readonly operations: number;
  /** `alone`: 16 at a time, without a server in front. */
  readonly clients: number | 'alone';
}

export interface Contest {
  readonly operation: Operation;
  /** Variables to take in turn instead of the operation's own. */
  readonly turns?: readonly Operation['variables'][];
  readonly gateways: Gateways;
  /** Who asks a gateway over HTTP, by its name. Default: nobody signs in. */
  readonly tokens?: ReadonlyMap<string, readonly string[]>;
  /** The process of the bodies, where there is one. */
  readonly bodies?: Bodies;
}

/** The contenders take turns, so that what else the machine does falls on all of them. */
export async function allRounds(contest: Contest, settings: RoundSettings): Promise<Rounds> {
  const rounds = new Map<string, Round[]>([...contest.gateways.keys()].map((name) => [name, []]));
  for (let round = 0; round < settings.rounds; round += 1) {
    for (const name of contest.gateways.keys()) rounds.get(name)?.push(await oneRound(contest, name, settings));
  }
  return rounds;
}

/** Until the engine has compiled what is hot. */
export async function warmUp(contest: Contest, operations: number): Promise<void> {
  await allRounds(contest, { rounds: 1, operations, clients: 'alone' });
  await allRounds(contest, { rounds: 1, operations: Math.ceil(operations / 2), clients: 16 });
}

async function oneRound(contest: Contest, name: string, settings: RoundSettings): Promise<Round> {
  const { operation, bodies, turns = [operation.variables] } = contest;
  const gateway = contest.gateways.get(name);
  if (gateway === undefined) throw new TypeError(`there is no ${name}`);
  const tokens = contest.tokens?.get(name);
  const { operations, clients } = settings;
  await bodies?.ask({});
  const before = await ask(gateway, { kind: 'USAGE' });
  const started = performance.now();
  const figures: Partial<LoadFigures> =
    clients === 'alone'
      ? {
          latencies: (await ask(gateway, { kind: 'ALONE', operations, clients: 16, variables: turns })).latencies ?? [],
        }
      : await load({ url: gateway.ready.url, query: operation.query, turns, operations, clients, tokens });
  const seconds = (performance.now() - started) / 1000;
  const after = await ask(gateway, { kind: 'USAGE' });
  const told = await bodies?.ask<BodiesTold>({});
  const each = (total: number | undefined): number => (total ?? Number.NaN) / operations;
  return {
    cpuMs: each(after.cpuMs - before.cpuMs),
    latencies: figures.latencies ?? [],
    perSecond: operations / seconds,
    statements: each(after.statements - before.statements),
    rssMiB: after.rssMiB,
    sentKiB: each(figures.bytes) / 1024,
    calls: each(told?.calls),
    toBodiesKiB: each(told?.bytesIn) / 1024,
    fromBodiesKiB: each(told?.bytesOut) / 1024,
  };
}

export function ask(gateway: Gateway, question: GatewayQuestion): Promise<GatewayTold> {
  return gateway.ask<GatewayTold>(question);
}

/** The median over a contender's rounds. */
export function middle(rounds: Rounds, name: string, figure: (round: Round) => number): number {
  return median((rounds.get(name) ?? []).map(figure));
}

/** A contender against another, round by round: both of a ratio met the same machine. */
export function ratio(rounds: Rounds, name: string, other: string, figure: (round: Round) => number): string {
  const others = rounds.get(other) ?? [];
  return ratioText(
    (rounds.get(name) ?? []).map((round, at) => {
      const beside = others[at];
      return beside === undefined ? Number.NaN : figure(round) / figure(beside);
    }),
  );
}

export function latenciesOf(rounds: Rounds, name: string): readonly number[] {
  return (rounds.get(name) ?? []).flatMap(({ latencies }) => latencies);
}

/** All contenders must say the same, or their costs compare nothing. */
export async function refuseDifference(gateways: Gateways, { name: operation, variables }: Operation): Promise<void> {
  const answers: { readonly name: string; readonly data: unknown }[] = [];
  for (const [name, gateway] of gateways) {
    const { text = '' } = await ask(gateway, { kind: 'ANSWER', variables });
    answers.push({ name, data: withoutTimes(text) });
  }
  const [first] = answers;
  const other = answers.find(({ data }) => !isDeepStrictEqual(data, first?.data));
  if (first === undefined || other === undefined) return;
  throw new Error(`${other.name} answers “${operation}” otherwise than ${first.name}`);
}

/** How long a body took is told by our gateway alone. */
function withoutTimes(text: string): unknown {
  const answer = JSON.parse(text, (key, value: unknown) => (key === 'tookMs' ? undefined : value)) as { data: unknown };
  return answer.data;
}

/** Writes where each contender's processor time goes while it answers over HTTP. */
export async function profileAll({ gateways, operation, tokens }: Contest, folder: string): Promise<void> {
  for (const [name, gateway] of gateways) {
    const { query, variables } = operation;
    const file = path.resolve(folder, `${operation.name}-${name}.cpuprofile`.replaceAll(' ', '-'));
    await ask(gateway, { kind: 'START_PROFILE' });
    const asking = { query, turns: [variables], operations: 600, clients: 16, tokens: tokens?.get(name) };
    await load({ url: gateway.ready.url, ...asking });
    await ask(gateway, { kind: 'STOP_PROFILE', file });
    console.log(`  profile written: ${file}`);
  }
}

/** Starts something for a while and stops it whatever happens. */
export async function whileRunning<T>(gateways: Gateways, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await Promise.all([...gateways.values()].map((gateway) => gateway.stop()));
  }
}
