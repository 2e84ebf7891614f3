import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';
import type { Config } from '../config/config.ts';
import type { Engine } from '../execute/engine.ts';
import { systemClock } from '../kernel/clock.ts';
import { stampCalls } from './access/access.ts';
import { remoteCalls, type CallSettings, type RemoteCalls } from './body-calls.ts';
import { createGate, type Gate } from './access/gate.ts';
import { openTracing } from './open-telemetry.ts';
import { createRemoteEngine } from './remote-engine.ts';
import { createServer, engineGateway, faultLogger, type Instruments } from './runtime.ts';
import type { Published } from './service-levels.ts';
import type { PublishedGraph, SupergraphSource } from './supergraph-source.ts';
import { openSurroundings, type Surroundings } from './surroundings.ts';

export interface GatewayOptions {
  readonly config: Config;
  readonly instruments: Instruments;
  readonly source: SupergraphSource;
  /** Subgraphs of this process: a supergraph gives them no address. Default none. */
  readonly subgraphs?: ReadonlyMap<string, OpenSubgraph>;
  /** Whether somebody must sign in. Without it everything is shown to whoever asks, and nothing is written down. */
  readonly auth: boolean;
  /** What a registry tells of a body. */
  readonly published?: (body: string) => Published | null;
}

/** A gateway of our own engine. */
export interface OpenGateway {
  readonly engine: Engine;
  /** Absent where nobody signs in. */
  readonly guarded?: GuardedParts;
  /** The HTTP server, not listening yet. */
  readonly createServer: (pages: readonly FastifyPluginAsync[]) => Promise<FastifyInstance>;
  readonly close: () => Promise<void>;
}

export interface GuardedParts {
  readonly gate: Gate;
  readonly surroundings: Surroundings;
}

/** Opens it over its source. Rejects with SUPERGRAPH_INVALID or what `openAccess` throws; then only the source is left open. */
export async function openGateway(options: GatewayOptions): Promise<OpenGateway> {
  const { config, instruments, auth, published } = options;
  // The bodies of the graph are known when it is loaded; whoever looks at them looks later.
  const connected: { calls?: RemoteCalls } = {};
  const bodies = (): RemoteCalls['bodies'] => connected.calls?.bodies ?? new Map();
  const surroundings = auth
    ? await openSurroundings({ config, clock, log: instruments.log, bodies, ...(published && { published }) })
    : undefined;
  try {
    const calls = openCalls(options, surroundings);
    connected.calls = calls;
    return await openAround(options, calls, surroundings);
  } catch (error) {
    await surroundings?.close();
    throw error;
  }
}

const clock = systemClock;

function openCalls(
  { config, instruments, subgraphs = new Map() }: GatewayOptions,
  surroundings: Surroundings | undefined,
): RemoteCalls {
  const settings: CallSettings = {
    config,
    clock,
    random: Math.random,
    observer: { onCall: instruments.metrics.onCall },
    onFault: faultLogger(instruments.log),
    ...(surroundings && { guard: surroundings.guard }),
  };
  return remoteCalls(settings, { subgraphs, settings: { ...settings, config: withPatience(config) } });
}

async function openAround(
  { config, instruments, source }: GatewayOptions,
  calls: RemoteCalls,
  surroundings: Surroundings | undefined,
): Promise<OpenGateway> {
  const { metrics } = instruments;
  const tracing = await openTracing(config.traceCollector);
  const engine = await createRemoteEngine(source.first.supergraph, clock, calls, { metrics, stages: tracing.stages });
  const catalogues = followSource(source, engine);
  const gate =
    surroundings &&
    gateAround(surroundings, { config, engine, calls, catalogues, onFault: faultLogger(instruments.log) });
  return {
    engine,
    ...(gate && surroundings && { guarded: { gate, surroundings } }),
    createServer: (pages) => {
      const settings = {
        ...instruments,
        config,
        clock,
        bodies: calls.bodies,
        pages: [...pages, ...(surroundings?.pages ?? [])],
        plugins: surroundings?.plugins ?? [],
        ...(gate && { gate }),
      };
      return createServer(engineGateway(engine, settings), settings);
    },
    close: async () => {
      await source.close();
      engine.supergraphs.close();
      await calls.close();
      await surroundings?.close();
      await tracing.close();
    },
  };
}

/** Parsed catalogues by the supergraph that each was composed with: the one that serves, and the one that takes over. */
type Catalogues = ReadonlyMap<string, unknown>;

function followSource(source: SupergraphSource, engine: Engine): Catalogues {
  const catalogues = new Map<string, unknown>();
  const keep = ({ supergraph, catalogue }: PublishedGraph): void => {
    catalogues.set(supergraph, JSON.parse(catalogue));
  };
  keep(source.first);
  source.follow(async (graph) => {
    keep(graph);
    await engine.supergraphs.swap(graph.supergraph);
    for (const other of catalogues.keys()) if (other !== graph.supergraph) catalogues.delete(other);
  });
  return catalogues;
}

interface Around {
  readonly config: Config;
  readonly engine: Engine;
  readonly calls: RemoteCalls;
  readonly catalogues: Catalogues;
  readonly onFault: (fault: unknown) => void;
}

function gateAround({ access }: Surroundings, { calls, catalogues, ...around }: Around): Gate {
  const stamp = stampCalls(access.signer, calls.isRemote);
  return createGate({ ...around, access, catalogueOf: (sdl) => catalogues.get(sdl), stamp, clock });
}

/**
 * Bodies of one process share its thread, so that each waits for the work of the others: a deadline meant for a network
 * would punish them for a large page. Three quarters of the operation's leave the join its time.
 */
function withPatience(config: Config): Config {
  return { ...config, bodyDeadlineMs: Math.max(config.bodyDeadlineMs, config.operationDeadlineMs * 0.75) };
}
