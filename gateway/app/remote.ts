import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Config } from '../config/config.ts';
import { systemClock } from '../kernel/clock.ts';
import { readSupergraphFile, watchSupergraphFile } from '../plan/watch-supergraph.ts';
import { remoteCalls } from './body-calls.ts';
import { createEngineOver, createInstruments, createServer, engineGateway, faultLogger } from './runtime.ts';

export interface Remote {
  readonly server: FastifyInstance;
  readonly close: () => Promise<void>;
}

/**
 * The gateway alone, its subgraphs over HTTP at the addresses in the file. A changed file is taken over while
 * operations go on; one that is not valid is refused and logged. Rejects with SUPERGRAPH_INVALID.
 */
export async function openRemote(file: string, config: Config, pages: readonly FastifyPluginAsync[]): Promise<Remote> {
  const instruments = createInstruments(config);
  const clock = systemClock;
  const { log, metrics } = instruments;
  const calls = remoteCalls({
    config,
    clock,
    random: Math.random,
    observer: { onCall: metrics.onCall },
    onFault: faultLogger(log),
  });
  const engine = await createEngineOver(await readSupergraphFile(file), clock, calls.bodies);
  calls.connect(engine.supergraphs.current().subgraphs);
  engine.supergraphs.beforeSwap((next) => Promise.resolve(calls.connect(next.subgraphs)));
  const stopWatching = watchSupergraphFile(file, engine.supergraphs, {
    clock,
    onRefused: (error) => log.error({ code: error.code }, error.message),
  });
  const serverSettings = { ...instruments, config, clock, pages, bodies: calls.bodies };
  const server = await createServer(engineGateway(engine, serverSettings), serverSettings);
  return {
    server,
    close: async () => {
      stopWatching();
      await server.close();
      engine.supergraphs.close();
      await calls.close();
    },
  };
}
