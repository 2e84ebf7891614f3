import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { pino, type Logger } from 'pino';
import { keystone } from '../../schema/contract/bodies.ts';
import type { Config } from '../config/config.ts';
import { createEngine, type Engine } from '../execute/engine.ts';
import type { BodyCall } from '../fetch/body-call.ts';
import { routeBodyCalls, type GuardedBody } from '../fetch/compose-body-call.ts';
import { createMetrics, type BodySample, type Metrics } from '../http/metrics.ts';
import { operationLog, type OperationLine } from '../http/operation-log.ts';
import { createHttpServer, type Readiness } from '../http/server.ts';
import type { Clock } from '../kernel/clock.ts';
import { createSupergraphHolder } from '../plan/supergraph-holder.ts';
import { loadSupergraph, type Supergraph } from '../plan/supergraph.ts';
import type { Planner } from '../plan/planner.ts';
import { createWorkerPlanner } from '../plan/worker-planner.ts';
import { createBodyReader } from '../policy/request-body.ts';
import { createApolloGateway, stringifyPrepared } from './apollo-gateway.ts';
import type { Gate } from './access/gate.ts';
import { createOpenPipeline } from './pipeline.ts';
import { applyScalars } from './scalars.ts';
import { untraced, type StageTracing } from './trace-stages.ts';

/** Logger and metrics of one gateway; every stage reports to them through arguments. */
export interface Instruments {
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Lines are written together, half a second late at most: one write for each of them costs as much as two calls to bodies. */
const logDestination = { dest: 2, sync: false, minLength: 4096, periodicFlush: 500 };

export function createInstruments(config: Config): Instruments {
  return {
    log: pino({ level: config.logLevel }, pino.destination(logDestination)),
    metrics: createMetrics(),
  };
}

/** Logs what no client is shown: the kind of fault and where, not the values that caused it. */
export function faultLogger(log: Logger): (fault: unknown) => void {
  return (fault) => {
    const { name, stack } = fault instanceof Error ? fault : { name: typeof fault, stack: undefined };
    const where = stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 4);
    log.error({ fault: name, where }, 'fault');
  };
}

/** What an engine may get besides. */
export interface EngineParts {
  /** Default: to the subgraph of that name. */
  readonly call?: BodyCall;
  readonly stages?: StageTracing;
  readonly metrics?: Pick<Metrics, 'onPlanning'>;
}

/** Our engine over a supergraph and the ways to its subgraphs. Rejects with SUPERGRAPH_INVALID. */
export async function createEngineOver(
  supergraphSdl: string,
  clock: Clock,
  bodies: ReadonlyMap<string, GuardedBody>,
  { call = routeBodyCalls(bodies), stages = untraced, metrics }: EngineParts = {},
): Promise<Engine> {
  const createPlanner = async (sdl: string): Promise<Planner> => {
    const planner = await createWorkerPlanner(sdl, { clock });
    return metrics === undefined ? planner : countPlannings(planner, metrics);
  };
  const load = async (sdl: string): Promise<Supergraph> => {
    const supergraph = await loadSupergraph(sdl, { createPlanner });
    applyScalars(supergraph.apiSchema);
    return supergraph;
  };
  const supergraphs = await createSupergraphHolder(supergraphSdl, load);
  const { onStage } = stages;
  return stages.engine(createEngine({ supergraphs, call: stages.call(call), ...(onStage && { onStage }) }));
}

function countPlannings(planner: Planner, { onPlanning }: Pick<Metrics, 'onPlanning'>): Planner {
  return {
    ...planner,
    plan: (text) => {
      const ended = onPlanning();
      const planning = planner.plan(text);
      planning.then(
        () => ended('planned'),
        () => ended('failed'),
      );
      return planning;
    },
  };
}

/** What a server needs besides an engine. */
export interface ServerSettings extends Instruments {
  readonly config: Config;
  readonly clock: Clock;
  readonly bodies: ReadonlyMap<string, GuardedBody>;
  readonly pages: readonly FastifyPluginAsync[];
  /** More plugins of Apollo Server than the operation log. */
  readonly plugins?: readonly ApolloServerPlugin[];
  /** Reads a request's JSON and holds it to the limits. Default: those of the product. */
  readonly readBody?: (bytes: Uint8Array) => unknown;
  /** Who signs in, and what becomes of their operations. Without it nobody signs in and everything is shown. */
  readonly gate?: Gate;
}

export function engineGateway(engine: Engine, { config, clock, metrics, gate }: ServerSettings): GatewayInterface {
  metrics.watchPlans(engine.planCache);
  const { operationDeadlineMs } = config;
  return createApolloGateway(engine, gate?.pipeline ?? createOpenPipeline({ engine, clock, operationDeadlineMs }));
}

/** Fastify and Apollo Server around a gateway. */
export function createServer(gateway: GatewayInterface, settings: ServerSettings): Promise<FastifyInstance> {
  const { log, metrics, clock, bodies, pages, config, gate } = settings;
  metrics.watch(() => bodySamples(bodies));
  return createHttpServer({
    gateway,
    stringifyResult: stringifyPrepared,
    plugins: [operationLog(clock.now, (line) => record(line, log, metrics)), ...(settings.plugins ?? [])],
    onFault: faultLogger(log),
    readiness: () => readinessOf(bodies),
    metrics: metrics.text,
    pages,
    readBody: settings.readBody ?? createBodyReader(),
    allowedOrigins: config.allowedOrigins,
    ...(gate && { admit: gate.admit }),
  });
}

function record(line: OperationLine, log: Logger, metrics: Metrics): void {
  log.info(line, 'operation');
  const outcome = line.complete === null ? 'refused' : line.complete ? 'complete' : 'partial';
  metrics.onOperation({ outcome, tookMs: line.tookMs });
}

function* bodySamples(bodies: ReadonlyMap<string, GuardedBody>): Iterable<BodySample> {
  for (const [name, body] of bodies) {
    yield { name, breaker: body.breakerState(), running: body.running(), queued: body.queueLength() };
  }
}

/** Ready while the keystone can be asked: without the interior no household can be shown. */
function readinessOf(bodies: ReadonlyMap<string, GuardedBody>): Readiness {
  const states = [...bodies].map(([name, body]) => [name, reachabilities[body.breakerState()]] as const);
  const interior = bodies.get(keystone);
  return { ready: interior?.breakerState() !== 'OPEN', bodies: Object.fromEntries(states) };
}

/** A body whose breaker is half open is asked again, one call at a time. */
const reachabilities = { CLOSED: 'reachable', HALF_OPEN: 'probing', OPEN: 'unreachable' } as const;
