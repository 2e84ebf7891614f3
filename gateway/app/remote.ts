import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Config } from '../config/config.ts';
import { systemClock } from '../kernel/clock.ts';
import { readSupergraphFile, watchSupergraphFile } from '../plan/watch-supergraph.ts';
import { remoteCalls } from './body-calls.ts';
import { prepareDrain } from './drain.ts';
import { openTracing } from './open-telemetry.ts';
import { createRemoteEngine } from './remote-engine.ts';
import { createInstruments, createServer, engineGateway, faultLogger } from './runtime.ts';

/** Who executes: our engine, or the vendor's gateway over a graph without access rules. */
export type EngineName = 'compiled' | 'apollo';

export interface Remote {
  readonly server: FastifyInstance;
  readonly close: () => Promise<void>;
}

export interface RemoteOptions {
  /** The supergraph. Our engine takes a changed file over while operations go on; an invalid one is refused and logged. */
  readonly file: string;
  readonly config: Config;
  readonly engine: EngineName;
  readonly pages: readonly FastifyPluginAsync[];
}

/** The gateway alone, its subgraphs over HTTP at the addresses in the file. Rejects with SUPERGRAPH_INVALID. */
export async function openRemote({ file, config, engine, pages }: RemoteOptions): Promise<Remote> {
  const instruments = createInstruments(config);
  const clock = systemClock;
  const calls = remoteCalls({
    config,
    clock,
    random: Math.random,
    observer: { onCall: instruments.metrics.onCall },
    onFault: faultLogger(instruments.log),
  });
  const sdl = await readSupergraphFile(file);
  const settings = { ...instruments, config, clock, pages, bodies: calls.bodies };
  const executing = engine === 'apollo' ? await stockOver(sdl) : await compiledOver();
  try {
    const server = await createServer(executing.gateway, settings);
    const drain = prepareDrain(server, clock);
    return {
      server,
      close: async () => {
        await drain();
        await executing.close();
      },
    };
  } catch (error) {
    await executing.close();
    throw error;
  }

  async function compiledOver(): Promise<Executing> {
    const { metrics } = instruments;
    const tracing = await openTracing(config.traceCollector);
    const compiled = await createRemoteEngine(sdl, clock, calls, { metrics, stages: tracing.stages });
    const stopWatching = watchSupergraphFile(file, compiled.supergraphs, {
      clock,
      onRefused: (error) => instruments.log.error({ code: error.code }, error.message),
    });
    return {
      gateway: engineGateway(compiled, settings),
      close: async () => {
        stopWatching();
        compiled.supergraphs.close();
        await calls.close();
        await tracing.close();
      },
    };
  }
}

interface Executing {
  readonly gateway: GatewayInterface;
  readonly close: () => Promise<void>;
}

/** Loaded only when asked for: the vendor's package takes long to load. */
async function stockOver(sdl: string): Promise<Executing> {
  const { stockGateway } = await import('./stock-gateway.ts');
  return { gateway: stockGateway(sdl), close: () => Promise.resolve() };
}
