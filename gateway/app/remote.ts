import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { accessRules } from '../../schema/contract/access-rules.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Config } from '../config/config.ts';
import { isLoopback } from '../identity/demo-provider.ts';
import { systemClock } from '../kernel/clock.ts';
import { prepareDrain } from './drain.ts';
import { openGateway } from './gateway.ts';
import { createInstruments, createServer, type Instruments } from './runtime.ts';
import type { SupergraphSource } from './supergraph-source.ts';

/** Who executes: our engine, or the vendor's gateway over a graph without access rules. */
export type EngineName = 'compiled' | 'apollo';

export interface Remote {
  readonly server: FastifyInstance;
  readonly close: () => Promise<void>;
}

export interface RemoteOptions {
  readonly source: SupergraphSource;
  readonly config: Config;
  readonly instruments?: Instruments;
  /** `apollo` only without sign-in; it keeps the supergraph that it began with. */
  readonly engine: EngineName;
  /** Whether somebody must sign in. Without it everything is shown to whoever asks. */
  readonly auth: boolean;
  readonly pages: readonly FastifyPluginAsync[];
}

/**
 * The gateway alone, its subgraphs over HTTP at the addresses in the graph. Rejects with SUPERGRAPH_INVALID,
 * SUPERGRAPH_WITHOUT_RULES, CONFIG_INVALID for a graph with rules that would be open to other machines, or what
 * `openAccess` throws; then nothing is left open.
 */
export async function openRemote(options: RemoteOptions): Promise<Remote> {
  const { source, engine, pages } = options;
  let close = source.close;
  try {
    checkRules(options);
    const opened = engine === 'apollo' ? await openStock(options) : await openOurs(options);
    close = opened.close;
    const server = await opened.createServer(pages);
    const drain = prepareDrain(server, systemClock);
    return {
      server,
      close: async () => {
        await drain();
        await opened.close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Opened {
  readonly createServer: (pages: readonly FastifyPluginAsync[]) => Promise<FastifyInstance>;
  readonly close: () => Promise<void>;
}

function openOurs({ config, source, auth, instruments = createInstruments(config) }: RemoteOptions): Promise<Opened> {
  return openGateway({ config, instruments, source, auth });
}

/** Loaded only when asked for: the vendor's package takes long to load. */
async function openStock({ source, config, instruments = createInstruments(config) }: RemoteOptions): Promise<Opened> {
  const { stockGateway } = await import('./stock-gateway.ts');
  const gateway = stockGateway(source.first.supergraph);
  return {
    createServer: (pages) =>
      createServer(gateway, { ...instruments, config, clock: systemClock, bodies: new Map(), pages }),
    close: source.close,
  };
}

function checkRules({ source, auth, config }: RemoteOptions): void {
  const hasRules = accessRules(source.first.supergraph).size > 0;
  if (auth && !hasRules) throw new CodedError('SUPERGRAPH_WITHOUT_RULES');
  if (!auth && hasRules && !isLoopback(config.host)) {
    const problem = 'would open a graph that has access rules to other machines; serve it on 127.0.0.1';
    throw new CodedError('CONFIG_INVALID', { name: '--no-auth', problem });
  }
}
