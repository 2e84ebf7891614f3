import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { parse, type DocumentNode } from 'graphql';
import { stringifyPrepared } from '../../gateway/app/apollo-gateway.ts';
import { remoteCalls } from '../../gateway/app/body-calls.ts';
import { openUngated } from '../../gateway/app/embedded.ts';
import {
  createEngineOver,
  createInstruments,
  createServer as createGatewayServer,
  engineGateway,
  type ServerSettings,
} from '../../gateway/app/runtime.ts';
import { inThisProcess, stockGateway } from '../../gateway/app/stock-gateway.ts';
import { discoverSubgraphs, openSubgraphs, type OpenSubgraphs } from '../../gateway/app/subgraphs.ts';
import { systemClock } from '../../gateway/kernel/clock.ts';
import { byHand, type ByHandSettings } from './by-hand.ts';
import { benchConfig } from './config.ts';
import { startGated, type GatedSettings } from './gated.ts';
import type { Operation } from './operations.ts';

/** Who executes: our engine, the vendor's gateway, or a fan-out written by hand for one operation. */
export type ContenderName = 'compiled' | 'gated' | 'stock' | 'by hand' | 'compiled in process' | 'stock in process';

/** One way to answer an operation, over HTTP and without it. */
export interface Contender {
  readonly url: string;
  /** The response as it would be sent, made without a server around it. */
  readonly alone: (variables: Operation['variables']) => Promise<string | Buffer>;
  /** Takes another supergraph over. */
  readonly swap?: (supergraph: string) => Promise<unknown>;
  /** Statements that the bodies' databases have run so far. */
  readonly statements?: () => number;
}

export interface ContenderSettings extends ByHandSettings {
  readonly name: ContenderName;
  readonly supergraph: string;
  readonly query: string;
  /** Where the subgraphs of the same process have their data. */
  readonly dataDir?: string;
  /** For `gated`. */
  readonly gated?: GatedSettings;
}

export function startContender(settings: ContenderSettings): Promise<Contender> {
  switch (settings.name) {
    case 'compiled':
      return startCompiled(settings);
    case 'gated':
      return startSignedIn(settings);
    case 'stock':
      return startStock(settings);
    case 'compiled in process':
      return startCompiledInProcess(settings);
    case 'stock in process':
      return startStockInProcess(settings);
    case 'by hand':
    default:
      return startByHand(settings);
  }
}

/** As `samutphok gateway` mounts it. */
async function startCompiled({ supergraph, query }: ContenderSettings): Promise<Contender> {
  const serving = servingSettings();
  const calls = remoteCalls({
    ...serving,
    random: Math.random,
    observer: { onCall: serving.metrics.onCall },
    onFault: (fault) => console.error(fault),
  });
  const engine = await createEngineOver(supergraph, systemClock, calls.bodies);
  calls.connect(engine.supergraphs.current().subgraphs);
  const server = await createGatewayServer(engineGateway(engine, serving), { ...serving, bodies: calls.bodies });
  return { url: await listening(server), alone: aloneWith(engine, query), swap: engine.supergraphs.swap };
}

async function startSignedIn(settings: ContenderSettings): Promise<Contender> {
  if (settings.gated === undefined) throw new TypeError('nobody can sign in');
  const { readBody: _none, ...serving } = servingSettings(settings.gated.dataDir);
  const { server, alone } = await startGated(settings, settings.gated, serving);
  return { url: await listening(server), alone };
}

/** As `samutphok start` holds the fourteen. */
async function startCompiledInProcess({ query, dataDir = '' }: ContenderSettings): Promise<Contender> {
  const serving = servingSettings(dataDir);
  const { engine, subgraphs, createServer: createEmbeddedServer } = await openUngated(serving.config, serving);
  const server = await createEmbeddedServer([]);
  return { url: await listening(server), alone: aloneWith(engine, query), statements: () => statementsOf(subgraphs) };
}

type Engine = Awaited<ReturnType<typeof createEngineOver>>;

function aloneWith(engine: Engine, query: string): Contender['alone'] {
  const document = parse(query);
  return async (variables) => {
    const { json, errors, manifest } = await engine.execute({ document, variables });
    if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
    return stringifyPrepared({ data: json, extensions: { manifest } });
  };
}

function statementsOf({ all }: OpenSubgraphs): number {
  return [...all.values()].reduce((sum, each) => sum + each.statementCount(), 0);
}

/** As `samutphok gateway --engine apollo` mounts it. */
async function startStock({ supergraph, query }: ContenderSettings): Promise<Contender> {
  const served = await createGatewayServer(stockGateway(supergraph), servingSettings());
  return { url: await listening(served), alone: await stockAlone(stockGateway(supergraph), query) };
}

/** The stock gateway over the same stores. */
async function startStockInProcess({ supergraph, query, dataDir = '' }: ContenderSettings): Promise<Contender> {
  const serving = servingSettings(dataDir);
  const subgraphs = await openSubgraphs(await discoverSubgraphs(), serving.config);
  const create = (): ReturnType<typeof stockGateway> => stockGateway(supergraph, inThisProcess(subgraphs.all));
  const served = await createGatewayServer(create(), serving);
  return {
    url: await listening(served),
    alone: await stockAlone(create(), query),
    statements: () => statementsOf(subgraphs),
  };
}

async function stockAlone(gateway: ReturnType<typeof stockGateway>, query: string): Promise<Contender['alone']> {
  const { executor } = await gateway.load({ apollo: {} });
  if (executor === null) throw new TypeError('the stock gateway has no executor');
  const document = parse(query);
  return async (variables) => JSON.stringify(await executor(stockRequest({ document, query, variables })));
}

interface StockRequest {
  readonly document: DocumentNode;
  readonly query: string;
  readonly variables: Operation['variables'];
}

type StockExecutor = NonNullable<Awaited<ReturnType<ReturnType<typeof stockGateway>['load']>>['executor']>;

/** What the stock gateway reads of Apollo Server's request context. */
function stockRequest({ document, query, variables }: StockRequest): Parameters<StockExecutor>[0] {
  const context: unknown = {
    request: { query, variables, http: undefined },
    document,
    queryHash: query,
    context: {},
    metrics: {},
    cache: undefined,
  };
  return context as Parameters<StockExecutor>[0];
}

/** A bare HTTP server around it: nothing that is not needed. */
async function startByHand(settings: ContenderSettings): Promise<Contender> {
  const alone = byHand(settings);
  const server = createServer((request, response) => {
    void readBody(request)
      .then((body) => alone((JSON.parse(body) as { variables: Operation['variables'] }).variables))
      .then((text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, alone };
}

type BenchSettings = Omit<ServerSettings, 'gate'> & Required<Pick<ServerSettings, 'readBody'>>;

/** Without the limits of the product's requests: the benchmark asks for everything that the graph has at once. */
function servingSettings(dataDir = ''): BenchSettings {
  const config = benchConfig(dataDir);
  return { ...createInstruments(config), config, clock: systemClock, bodies: new Map(), pages: [], readBody: readJson };
}

function readJson(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString());
}

/** On a busy machine, 64 clients wait longer for an answer than the product lets a connection be silent. */
async function listening(server: FastifyInstance): Promise<string> {
  server.server.timeout = 0;
  return `${await server.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
