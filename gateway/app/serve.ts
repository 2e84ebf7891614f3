import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { parse } from 'graphql';
import { CodedError, isCodedError } from '../../schema/contract/error-codes.ts';
import { createCallVerifier, type CallVerifier } from '../../subgraphs/_kit/identity.ts';
import type { Config } from '../config/config.ts';
import { consolePlugin } from '../console/console-plugin.ts';
import { savedOperations } from '../console/saved-operations.ts';
import { listen } from '../http/server.ts';
import { isLoopback } from '../identity/demo-provider.ts';
import { jwksReader } from '../identity/read-jwks.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Registry } from '../registry/registry.ts';
import { callKeysFile } from './access/access.ts';
import { defaultPort } from './compose.ts';
import { loadGenerated, loadWorkedCases } from './demo-population.ts';
import { demoSignIn, demoTokenPath } from './access/demo-sign-in.ts';
import { prepareDrain } from './drain.ts';
import { openEmbedded, type Embedded } from './embedded.ts';
import { openRemote, type EngineName } from './remote.ts';
import { openRegistryFollower } from './registry/registry-follower.ts';
import { openEmbeddedRegistry } from './registry/registry-open.ts';
import { registryPages } from './registry/registry-server.ts';
import { createInstruments, faultLogger, type Instruments } from './runtime.ts';
import { createSubgraphServer } from './subgraph-server.ts';
import { discoverSubgraphs, subgraphNamed } from './subgraphs.ts';
import { fileSource, followerSource, registrySource, type SupergraphSource } from './supergraph-source.ts';

/** A server that listens. `close` drains it: answers on their way are finished first. */
export interface Serving {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Where the demo's console finds a token: the address serves this machine alone. */
export interface ServingAll extends Serving {
  /** True where the demo provider signs people in. */
  readonly isDemo: boolean;
}

/** `samutphok start`: the whole in one process, with the demo's data. */
export async function serveAll(config: Config): Promise<ServingAll> {
  const instruments = createInstruments(config);
  const registry = await openOwnRegistry(config, instruments);
  const embedded = await openWithRegistry(config, instruments, registry);
  const { gate, surroundings } = embedded;
  try {
    const isMissing = await loadWorkedCases(embedded, config.dataDir);
    await gate.warm(savedOperations().map(({ query }) => parse(query)));
    const { demo } = surroundings.access;
    const { authenticate } = surroundings.access;
    const onFault = faultLogger(instruments.log);
    const pages = [
      consolePages(demo !== undefined),
      ...(demo ? [demoSignIn(demo)] : []),
      ...(registry ? [registryPages({ registry, authenticate, onFault })] : []),
    ];
    const server = await embedded.createServer(pages);
    const drain = prepareDrain(server, systemClock);
    const address = await addressOf(server, config, config.port);
    const seeding = isMissing ? loadGenerated(config.dataDir) : undefined;
    return {
      address,
      isDemo: demo !== undefined,
      close: async () => {
        seeding?.kill();
        await drain();
        await embedded.close();
        await registry?.close();
      },
    };
  } catch (error) {
    await embedded.close();
    await registry?.close();
    throw error;
  }
}

/** The registry of the data folder. One that cannot be opened is no reason not to serve: nothing is published meanwhile. */
async function openOwnRegistry(config: Config, { log }: Instruments): Promise<Registry | undefined> {
  try {
    return await openEmbeddedRegistry(config.dataDir, {
      clock: systemClock,
      log,
      addresses: { allowPrivate: isLoopback(config.host) },
    });
  } catch (error) {
    log.error({ code: isCodedError(error) ? error.code : 'INTERNAL_ERROR' }, 'the registry cannot be opened');
    return undefined;
  }
}

async function openWithRegistry(
  config: Config,
  instruments: Instruments,
  registry: Registry | undefined,
): Promise<Embedded> {
  if (registry === undefined) return openEmbedded(config, { instruments });
  try {
    return await openEmbedded(config, {
      instruments,
      source: (own) => Promise.resolve(registrySource(registry, own, refusedBy(instruments))),
      published: (body) => {
        const found = registry.current()?.artefact.manifest.bodies.find((each) => each.body === body);
        return found === undefined ? null : { version: found.version, publishedAt: found.publishedAt };
      },
    });
  } catch (error) {
    await registry.close();
    throw error;
  }
}

function refusedBy({ log }: Instruments): (error: CodedError) => void {
  return ({ code, message }) => log.error({ code }, message);
}

export interface GatewaySettings {
  readonly from: GraphPlace;
  readonly engine: EngineName;
  readonly auth: boolean;
}

/** Where the supergraph comes from: a file, or a registry with the file of its public key. */
export type GraphPlace = { readonly file: string } | { readonly registry: string; readonly publicKeyFile: string };

/** `samutphok gateway`: the gateway alone over a supergraph file or a registry. */
export async function serveGateway({ from, ...settings }: GatewaySettings, config: Config): Promise<Serving> {
  const instruments = createInstruments(config);
  const source = await sourceFrom(from, config, instruments);
  const { server, close } = await openRemote({
    ...settings,
    source,
    config,
    instruments,
    pages: [consolePages(false)],
  });
  try {
    return { address: await addressOf(server, config, config.port), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function sourceFrom(from: GraphPlace, { dataDir }: Config, instruments: Instruments): Promise<SupergraphSource> {
  const clock = systemClock;
  if ('file' in from) return fileSource(from.file, { clock, onRefused: refusedBy(instruments) });
  const { log } = instruments;
  return followerSource(await openRegistryFollower({ ...from, dataDir, clock, random: Math.random, log }));
}

export interface SubgraphSettings {
  readonly name: string;
  /** Without a port, the subgraph listens at the one in schema/supergraph.graphql. */
  readonly isPortGiven: boolean;
  /** Whether calls need the gateway's token. Without it everything is shown to whoever asks. */
  readonly auth: boolean;
}

/** `samutphok subgraph`: one subgraph as its own service. */
export async function serveSubgraph({ name, isPortGiven, auth }: SubgraphSettings, config: Config): Promise<Serving> {
  if (!auth && !isLoopback(config.host)) {
    throw new CodedError('CONFIG_INVALID', { name: '--no-auth', problem: 'serves this machine only; use 127.0.0.1' });
  }
  const definitions = await discoverSubgraphs();
  const subgraph = await subgraphNamed(definitions, name).open({ ...config, requireAccess: auth });
  try {
    const server = createSubgraphServer(subgraph, {
      onFault: faultLogger(createInstruments(config).log),
      ...(auth && { verifyCall: callVerifier(name, config) }),
    });
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

/** Trusts the gateway whose public keys are configured, or that of the same data folder. */
function callVerifier(subgraph: string, { calls, dataDir }: Config): CallVerifier {
  const readKeys = jwksReader(calls.keys ?? callKeysFile(dataDir));
  return createCallVerifier({ subgraph, readKeys, now: systemClock.now });
}

/** The purpose is there already; on real data it is the reader's to choose. */
const consoleHeaders = { 'x-purpose': 'CASE_REVIEW' };

/** The console signs in through the demo provider where there is one; else people paste their own token. */
function consolePages(isDemo: boolean): FastifyPluginAsync {
  const demo = isDemo ? { demoTokenPath } : {};
  return (app) => consolePlugin(app, { syntheticData: isDemo, headers: consoleHeaders, ...demo });
}

async function addressOf(server: FastifyInstance, { host }: Config, port: number): Promise<string> {
  const taken = await listen(server, host, port);
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}
