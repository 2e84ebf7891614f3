import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { accessRules } from '../../schema/contract/access-rules.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Config } from '../config/config.ts';
import type { Engine } from '../execute/engine.ts';
import { isLoopback } from '../identity/demo-provider.ts';
import { systemClock } from '../kernel/clock.ts';
import { readSupergraphFile, watchSupergraphFile } from '../plan/watch-supergraph.ts';
import { openAccess, stampSigned, type Access } from './access.ts';
import { remoteCalls } from './body-calls.ts';
import { catalogueFile } from './compose.ts';
import { prepareDrain } from './drain.ts';
import { createGate, type Gate } from './gate.ts';
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
  /** `apollo` only without sign-in. */
  readonly engine: EngineName;
  /** Whether somebody must sign in. Without it everything is shown to whoever asks. */
  readonly auth: boolean;
  readonly pages: readonly FastifyPluginAsync[];
}

/**
 * The gateway alone, its subgraphs over HTTP at the addresses in the file. Rejects with SUPERGRAPH_INVALID,
 * SUPERGRAPH_WITHOUT_RULES, CONFIG_INVALID for a graph with rules that would be open to other machines, or what
 * `openAccess` throws.
 */
export async function openRemote(options: RemoteOptions): Promise<Remote> {
  const { file, config, engine, pages, auth } = options;
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
  checkRules(sdl, options);
  const settings = { ...instruments, config, clock, pages, bodies: calls.bodies };
  const access = auth ? await openAccess({ config, clock, log: instruments.log }) : undefined;
  const executing = engine === 'apollo' ? await stockOver(sdl) : await compiledOver();
  try {
    const { gate } = executing;
    const server = await createServer(executing.gateway, { ...settings, ...(gate && { gate }) });
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
    const gate = access && (await gateOver(compiled, access));
    return {
      gateway: engineGateway(compiled, { ...settings, ...(gate && { gate }) }),
      ...(gate && { gate }),
      close: async () => {
        stopWatching();
        compiled.supergraphs.close();
        await calls.close();
        await access?.close();
        await tracing.close();
      },
    };
  }

  async function gateOver(compiled: Engine, opened: Access): Promise<Gate> {
    const catalogue = await readCatalogueBeside(file);
    return createGate({
      access: opened,
      engine: compiled,
      catalogue,
      stamp: stampSigned(opened.signer),
      clock,
      config,
    });
  }
}

function checkRules(sdl: string, { auth, config }: RemoteOptions): void {
  const hasRules = accessRules(sdl).size > 0;
  if (auth && !hasRules) throw new CodedError('SUPERGRAPH_WITHOUT_RULES');
  if (!auth && hasRules && !isLoopback(config.host)) {
    const problem = 'would open a graph that has access rules to other machines; serve it on 127.0.0.1';
    throw new CodedError('CONFIG_INVALID', { name: '--no-auth', problem });
  }
}

/** The catalogue that was composed with the supergraph, or, where none lies beside it, the committed one. */
async function readCatalogueBeside(file: string): Promise<unknown> {
  const beside = path.join(path.dirname(file), 'programmes.json');
  const text = await readFile(beside, 'utf8').catch(() => readFile(catalogueFile, 'utf8'));
  return JSON.parse(text);
}

interface Executing {
  readonly gate?: Gate;
  readonly gateway: GatewayInterface;
  readonly close: () => Promise<void>;
}

/** Loaded only when asked for: the vendor's package takes long to load. */
async function stockOver(sdl: string): Promise<Executing> {
  const { stockGateway } = await import('./stock-gateway.ts');
  return { gateway: stockGateway(sdl), close: () => Promise.resolve() };
}
