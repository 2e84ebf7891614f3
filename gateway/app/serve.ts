import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import type { Config } from '../config/config.ts';
import { consolePlugin } from '../console/console-plugin.ts';
import { savedOperations } from '../console/saved-operations.ts';
import { listen } from '../http/server.ts';
import { systemClock } from '../kernel/clock.ts';
import { defaultPort } from './compose.ts';
import { loadGenerated, loadWorkedCases } from './demo-population.ts';
import { prepareDrain } from './drain.ts';
import { openEmbedded } from './embedded.ts';
import { openRemote, type EngineName } from './remote.ts';
import { createInstruments, faultLogger } from './runtime.ts';
import { createSubgraphServer } from './subgraph-server.ts';
import { discoverSubgraphs, subgraphNamed } from './subgraphs.ts';

/** A server that listens. `close` drains it: answers on their way are finished first. */
export interface Serving {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** `samutphok start`: the whole in one process, with the demo's data. */
export async function serveAll(config: Config): Promise<Serving> {
  const embedded = await openEmbedded(config);
  try {
    const isMissing = await loadWorkedCases(embedded, config.dataDir);
    await embedded.engine.warm(savedOperations().map(({ query }) => ({ document: parse(query) })));
    const server = await embedded.createServer([consolePlugin]);
    const drain = prepareDrain(server, systemClock);
    const address = await addressOf(server, config, config.port);
    const seeding = isMissing ? loadGenerated(config.dataDir) : undefined;
    return {
      address,
      close: async () => {
        seeding?.kill();
        await drain();
        await embedded.close();
      },
    };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** `samutphok gateway`: the gateway alone over a supergraph file. */
export async function serveGateway(file: string, engine: EngineName, config: Config): Promise<Serving> {
  const { server, close } = await openRemote({ file, engine, config, pages: [consolePlugin] });
  try {
    return { address: await addressOf(server, config, config.port), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** `samutphok subgraph`: one subgraph as its own service; without a port, at the one in schema/supergraph.graphql. */
export async function serveSubgraph(name: string, config: Config, isPortGiven: boolean): Promise<Serving> {
  const definitions = await discoverSubgraphs();
  const subgraph = await subgraphNamed(definitions, name).open(config);
  try {
    const server = createSubgraphServer(subgraph, faultLogger(createInstruments(config).log));
    const drain = prepareDrain(server, systemClock);
    const port = isPortGiven ? config.port : defaultPort(definitions, name);
    const address = await addressOf(server, config, port);
    return {
      address,
      close: async () => {
        await drain();
        await subgraph.close();
      },
    };
  } catch (error) {
    await subgraph.close();
    throw error;
  }
}

async function addressOf(server: FastifyInstance, { host }: Config, port: number): Promise<string> {
  const taken = await listen(server, host, port);
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}
