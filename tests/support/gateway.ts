import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { embeddedCalls, remoteCalls, type BodyCalls, type CallSettings } from '../../gateway/app/body-calls.ts';
import { createRemoteEngine } from '../../gateway/app/remote-engine.ts';
import {
  createEngineOver,
  createInstruments,
  createServer,
  engineGateway,
  type EngineParts,
} from '../../gateway/app/runtime.ts';
import { createSubgraphServer } from '../../gateway/app/subgraph-server.ts';
import { untraced, type StageTracing } from '../../gateway/app/trace-stages.ts';
import { systemClock, type Clock } from '../../gateway/kernel/clock.ts';
import type { OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';
import { startFaultyBody, type FaultyBody } from './faulty-body.ts';
import { demoDay } from './worked-bodies.ts';

export type Settings = CallSettings['config'];
export type Engine = Awaited<ReturnType<typeof createEngineOver>>;
type GuardedBodies = BodyCalls['bodies'];

/** What the gateway told its observer of one finished call. */
export type Call = Parameters<NonNullable<NonNullable<CallSettings['observer']>['onCall']>>[0];

export interface GatewayOptions {
  readonly clock?: Clock;
  readonly settings?: Partial<Settings>;
  readonly fetch?: NonNullable<CallSettings['fetch']>;
  readonly stages?: StageTracing;
  /** Operations of any size: some tests ask for everything that the graph has at once. */
  readonly isUnlimited?: true;
  /** Lines of the log, as JSON; by default nothing is logged. */
  readonly onLogLine?: (line: string) => void;
}

/** A gateway that listens on loopback, and what it did. */
export interface TestGateway {
  readonly url: string;
  readonly engine: Engine;
  readonly bodies: GuardedBodies;
  /** Finished calls to subgraphs since the start, or since a test emptied the list. */
  readonly calls: Call[];
  /** What went wrong inside subgraphs of this process. */
  readonly faults: unknown[];
  /** GET of another page, for example /metrics. */
  readonly get: (page: string) => Promise<{ readonly status: number; readonly text: string }>;
  /** POST /graphql over the socket. */
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export interface Response {
  readonly status: number;
  readonly text: string;
  readonly data: Json;
  readonly errors: readonly GraphqlError[];
  readonly manifest: Manifest;
}

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly body?: string; readonly messageTh?: string };
}

export interface Manifest {
  readonly complete: boolean;
  readonly bodies: readonly { readonly code: string; readonly status: string; readonly tookMs: number }[];
}

/** A response's data, as a test walks it. */
// oxlint-disable-next-line typescript/no-explicit-any -- the shape is the query's; a wrong guess fails the test
export type Json = any;

export const testSettings: Settings = {
  host: '127.0.0.1',
  port: 0,
  dataDir: '',
  today: () => demoDay,
  operationDeadlineMs: 2_000,
  bodyDeadlineMs: 800,
  logLevel: 'silent',
  identity: { kind: 'demo' },
  journal: {},
  calls: {},
  allowedOrigins: [],
  allowRehearsal: false,
};

/** A gateway over subgraphs of this process. */
export async function startEmbedded(
  supergraph: string,
  subgraphs: ReadonlyMap<string, OpenSubgraph>,
  options: GatewayOptions = {},
): Promise<TestGateway> {
  return start(options, async (settings, parts) => {
    const calls = embeddedCalls(subgraphs, settings);
    return { calls, engine: await createEngineOver(supergraph, settings.clock, calls.bodies, parts) };
  });
}

/** A gateway over HTTP, to the addresses in the supergraph. */
export async function startRemote(supergraph: string, options: GatewayOptions = {}): Promise<TestGateway> {
  return start(options, async (settings, parts) => {
    const calls = remoteCalls(settings);
    return { calls, engine: await createRemoteEngine(supergraph, settings.clock, calls, parts) };
  });
}

/** The vendor's gateway over subgraphs of this process: a second federation router, without manifest or deadlines. */
export async function startStock(
  supergraph: string,
  subgraphs: ReadonlyMap<string, OpenSubgraph>,
): Promise<Pick<TestGateway, 'ask' | 'close'>> {
  const { inThisProcess, stockGateway } = await import('../../gateway/app/stock-gateway.ts');
  const serving = { ...createInstruments(testSettings), config: testSettings, clock: systemClock, pages: [] };
  const gateway = stockGateway(supergraph, inThisProcess(subgraphs));
  const server = await createServer(gateway, { ...serving, bodies: new Map() });
  const url = `${await listening(server)}/graphql`;
  return {
    ask: (query, variables = {}) => post(url, query, variables),
    close: async () => {
      const closed = once(server.server, 'close');
      void server.close();
      await closed;
      await gateway.stop();
    },
  };
}

interface Wiring {
  readonly calls: BodyCalls;
  readonly engine: Engine;
}

async function start(
  {
    clock = systemClock,
    settings,
    fetch: fetchOptions = {},
    stages = untraced,
    onLogLine,
    isUnlimited,
  }: GatewayOptions,
  wire: (settings: CallSettings, parts: EngineParts) => Promise<Wiring>,
): Promise<TestGateway> {
  const config: Settings = { ...testSettings, ...settings };
  const { metrics, log: silentLog } = createInstruments(config);
  const log = onLogLine === undefined ? silentLog : pino({}, { write: onLogLine });
  const calls: Call[] = [];
  const faults: unknown[] = [];
  const observer = {
    onCall: (call: Call): void => {
      calls.push(call);
      metrics.onCall(call);
    },
  };
  const onFault = (fault: unknown): void => void faults.push(fault);
  const callSettings = { config, clock, random: () => 0, observer, onFault, fetch: fetchOptions };
  const wiring = await wire(callSettings, { metrics, stages });
  const { engine } = wiring;
  const { bodies } = wiring.calls;
  const limits = isUnlimited === true ? { readBody: parseJson } : {};
  const serving = { metrics, log, config, clock, bodies, pages: [], ...limits };
  const server = await createServer(engineGateway(engine, serving), serving);
  const url = `${await listening(server)}/graphql`;
  return {
    url,
    engine,
    bodies,
    calls,
    faults,
    get: async (page) => {
      const response = await fetch(new URL(page, url));
      return { status: response.status, text: await response.text() };
    },
    ask: (query, variables = {}) => post(url, query, variables),
    close: async () => {
      const closed = once(server.server, 'close');
      void server.close();
      await closed;
      engine.supergraphs.close();
      await wiring.calls.close();
    },
  };
}

function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** One GraphQL request; also for a gateway in another process. */
export async function post(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    // A client that knows this type is told by the status too that an operation was refused.
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors = [], extensions }: Json = JSON.parse(text);
  return { status: response.status, text, data, errors, manifest: extensions?.manifest };
}

/** Every subgraph as a service of its own on loopback, each behind a socket that can be told to fail. */
export interface FaultyBodies {
  readonly byName: ReadonlyMap<string, FaultyBody>;
  readonly named: (name: string) => FaultyBody;
  /** Keeps every request to a body waiting until the returned function is called. */
  readonly hold: (name: string) => () => void;
  /** Ends every fault. */
  readonly heal: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startFaultyBodies(subgraphs: ReadonlyMap<string, OpenSubgraph>): Promise<FaultyBodies> {
  const gates = new Map<string, Promise<void>>();
  const started = await Promise.all([...subgraphs.values()].map((subgraph) => startOne(subgraph, gates)));
  const byName = new Map(started.map(({ name, body }) => [name, body]));
  return {
    byName,
    named: (name) => {
      const body = byName.get(name);
      if (body === undefined) throw new TypeError(`no subgraph ${name}`);
      return body;
    },
    hold: (name) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gates.set(name, promise);
      return () => {
        gates.delete(name);
        resolve();
      };
    },
    heal: async () => {
      await Promise.all([...byName.values()].map((body) => body.setFault('NONE')));
    },
    close: async () => {
      await Promise.all(started.map(({ close }) => close()));
    },
  };
}

async function startOne(
  subgraph: OpenSubgraph,
  gates: ReadonlyMap<string, Promise<void>>,
): Promise<{ name: string; body: FaultyBody; close: () => Promise<void> }> {
  const server = createSubgraphServer(subgraph, { onFault: () => undefined });
  const body = await startFaultyBody(async (request) => {
    await gates.get(subgraph.name);
    const response = await server.inject({
      method: 'POST',
      url: '/graphql',
      payload: JSON.stringify(request),
      headers,
    });
    return response.json();
  });
  const close = async (): Promise<void> => {
    await body.close();
    await server.close();
  };
  return { name: subgraph.name, body, close };
}

const headers = { 'content-type': 'application/json' };

/** Every subgraph as a service of its own on loopback, as `samutphok subgraph` runs it. */
export async function serveSubgraphs(
  subgraphs: ReadonlyMap<string, OpenSubgraph>,
): Promise<{ readonly urls: ReadonlyMap<string, string>; readonly close: () => Promise<void> }> {
  const servers = [...subgraphs.values()].map((subgraph) =>
    createSubgraphServer(subgraph, { onFault: () => undefined }),
  );
  const urls = await Promise.all(servers.map(async (server) => `${await listening(server)}/graphql`));
  return {
    urls: new Map([...subgraphs.keys()].map((name, at) => [name, urls[at] ?? ''])),
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

/** The supergraph with other addresses: `urls` by the subgraph's name. */
export function withAddresses(supergraph: string, urls: ReadonlyMap<string, string>): string {
  return supergraph.replaceAll(
    /@join__graph\(name: "(?<name>[^"]+)", url: "[^"]*"\)/gu,
    (whole: string, name: string) => {
      const url = urls.get(name);
      return url === undefined ? whole : `@join__graph(name: "${name}", url: "${url}")`;
    },
  );
}

async function listening(server: FastifyInstance): Promise<string> {
  return server.listen({ host: '127.0.0.1', port: 0 });
}
