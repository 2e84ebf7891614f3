import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Config } from '../config/config.ts';
import type { Engine } from '../execute/engine.ts';
import { systemClock } from '../kernel/clock.ts';
import { embeddedCalls } from './body-calls.ts';
import { compose } from './compose.ts';
import { openTracing } from './open-telemetry.ts';
import {
  createEngineOver,
  createInstruments,
  createServer,
  engineGateway,
  faultLogger,
  type Instruments,
} from './runtime.ts';
import { discoverSubgraphs, openSubgraphs, type OpenSubgraphs } from './subgraphs.ts';

/** Gateway and all fourteen subgraphs in one process. */
export interface Embedded {
  readonly engine: Engine;
  readonly subgraphs: OpenSubgraphs;
  readonly instruments: Instruments;
  /** The HTTP server, not listening yet. */
  readonly createServer: (pages: readonly FastifyPluginAsync[]) => Promise<FastifyInstance>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the bodies' stores, composes their schemas and makes the engine ready. Rejects with BODY_STORE_FAILED,
 * COMPOSITION_FAILED or CATALOGUE_INVALID, and leaves nothing open.
 */
export async function openEmbedded(
  config: Config,
  instruments: Instruments = createInstruments(config),
): Promise<Embedded> {
  const definitions = await discoverSubgraphs();
  const { supergraph } = await compose(definitions);
  const subgraphs = await openSubgraphs(definitions, config);
  const clock = systemClock;
  const calls = embeddedCalls(subgraphs.all, {
    config: withPatience(config),
    clock,
    random: Math.random,
    observer: { onCall: instruments.metrics.onCall },
    onFault: faultLogger(instruments.log),
  });
  const { metrics } = instruments;
  const tracing = await openTracing(config.traceCollector);
  const engine = await createEngineOver(supergraph, clock, calls.bodies, { metrics, stages: tracing.stages });
  return {
    engine,
    subgraphs,
    instruments,
    createServer: (pages) => {
      const settings = { ...instruments, config, clock, pages, bodies: calls.bodies };
      return createServer(engineGateway(engine, settings), settings);
    },
    close: async () => {
      engine.supergraphs.close();
      await subgraphs.close();
      await tracing.close();
    },
  };
}

/**
 * Bodies of one process share its thread, so that each waits for the work of the others: a deadline meant for a network
 * would punish them for a large page. Three quarters of the operation's leave the join its time.
 */
function withPatience(config: Config): Config {
  return { ...config, bodyDeadlineMs: Math.max(config.bodyDeadlineMs, config.operationDeadlineMs * 0.75) };
}
