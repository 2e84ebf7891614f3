import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Config } from '../config/config.ts';
import type { Engine } from '../execute/engine.ts';
import { systemClock } from '../kernel/clock.ts';
import { openAccess, stampInProcess, type Access } from './access.ts';
import { embeddedCalls } from './body-calls.ts';
import { compose } from './compose.ts';
import { createGate, type Gate } from './gate.ts';
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
export interface Ungated {
  readonly engine: Engine;
  readonly subgraphs: OpenSubgraphs;
  readonly instruments: Instruments;
  /** The HTTP server, not listening yet. */
  readonly createServer: (pages: readonly FastifyPluginAsync[]) => Promise<FastifyInstance>;
  readonly close: () => Promise<void>;
}

/** The same where somebody must sign in. */
export interface Embedded extends Ungated {
  readonly access: Access;
  readonly gate: Gate;
}

/**
 * Opens the bodies' stores, composes their schemas and makes the engine ready; nobody signs in, and everything is shown
 * to whoever asks. Rejects with BODY_STORE_FAILED, COMPOSITION_FAILED or CATALOGUE_INVALID, and leaves nothing open.
 */
export function openUngated(config: Config, instruments: Instruments = createInstruments(config)): Promise<Ungated> {
  return openWith(config, instruments, undefined);
}

/**
 * The same with identity, policy and journal before it, and bodies that refuse a call which names nobody. Rejects with
 * what `openAccess` throws, too.
 */
export async function openEmbedded(
  config: Config,
  instruments: Instruments = createInstruments(config),
): Promise<Embedded> {
  const access = await openAccess({ config, clock: systemClock, log: instruments.log });
  try {
    return await openWith(config, instruments, access);
  } catch (error) {
    await access.close();
    throw error;
  }
}

function openWith(config: Config, instruments: Instruments, access: Access): Promise<Embedded>;
function openWith(config: Config, instruments: Instruments, access: undefined): Promise<Ungated>;
async function openWith(config: Config, instruments: Instruments, access: Access | undefined): Promise<Ungated> {
  const definitions = await discoverSubgraphs();
  const { supergraph, catalogue } = await compose(definitions);
  const subgraphs = await openSubgraphs(definitions, { ...config, requireAccess: access !== undefined });
  const clock = systemClock;
  const { metrics } = instruments;
  const calls = embeddedCalls(subgraphs.all, {
    config: withPatience(config),
    clock,
    random: Math.random,
    observer: { onCall: metrics.onCall },
    onFault: faultLogger(instruments.log),
  });
  const tracing = await openTracing(config.traceCollector);
  const engine = await createEngineOver(supergraph, clock, calls.bodies, { metrics, stages: tracing.stages });
  const gate =
    access && createGate({ access, engine, catalogue: JSON.parse(catalogue), stamp: stampInProcess, clock, config });
  return {
    engine,
    subgraphs,
    instruments,
    ...(access && gate && { access, gate }),
    createServer: (pages) => {
      const settings = { ...instruments, config, clock, pages, bodies: calls.bodies, ...(gate && { gate }) };
      return createServer(engineGateway(engine, settings), settings);
    },
    close: async () => {
      engine.supergraphs.close();
      await subgraphs.close();
      await access?.close();
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
