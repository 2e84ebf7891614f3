import fastify from 'fastify';
import type { Config } from '../../config/config.ts';
import { serverOptions } from '../../http/request-limits.ts';
import { listen } from '../../http/server.ts';
import { createAuthenticator, type Authenticator } from '../../identity/authenticator.ts';
import { systemClock } from '../../kernel/clock.ts';
import type { Registry } from '../../registry/registry.ts';
import { openIdentity } from '../access/access.ts';
import { prepareDrain } from '../drain.ts';
import { openRegistryIn } from './registry-open.ts';
import { registryPages } from './registry-server.ts';
import { createInstruments, faultLogger, type Instruments } from '../runtime.ts';
import type { Serving } from '../serve.ts';

/** Where the registry of this command lies, and which addresses it takes. */
export interface RegistryPlace {
  readonly config: Config;
  /** `postgres://…`; without it the registry is a SQLite file in the data folder. */
  readonly postgres?: string;
  readonly allowPrivate: boolean;
}

/** Opens the registry for one piece of work and closes it whatever comes of it. */
export async function withRegistry<T>(place: RegistryPlace, work: (registry: Registry) => Promise<T>): Promise<T> {
  const registry = await openAt(place, createInstruments(place.config));
  try {
    return await work(registry);
  } finally {
    await registry.close();
  }
}

/** `samutphok registry serve`: the registry alone, as its own HTTP service. */
export async function serveRegistry(place: RegistryPlace): Promise<Serving> {
  const { config } = place;
  const instruments = createInstruments(config);
  const authenticate = await openAuthenticator(config, instruments);
  const registry = await openAt(place, instruments);
  try {
    const server = fastify(serverOptions);
    const drain = prepareDrain(server, systemClock);
    await server.register(registryPages({ registry, authenticate, onFault: faultLogger(instruments.log) }));
    server.get('/health/live', () => ({ status: 'live' }));
    const port = await listen(server, config.host, config.port);
    return {
      address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
      close: async () => {
        await drain();
        await registry.close();
      },
    };
  } catch (error) {
    await registry.close();
    throw error;
  }
}

function openAt({ config, postgres, allowPrivate }: RegistryPlace, { log }: Instruments): Promise<Registry> {
  return openRegistryIn(config.dataDir, {
    clock: systemClock,
    log,
    addresses: { allowPrivate },
    ...(postgres !== undefined && { postgres }),
  });
}

async function openAuthenticator(config: Config, { log }: Instruments): Promise<Authenticator> {
  const clock = systemClock;
  const { issuer, audience, keys } = await openIdentity(config.identity, { config, clock, log });
  return createAuthenticator({
    issuer,
    audience,
    keys,
    clock,
    onRefusal: (reason) => log.info({ reason }, 'token refused'),
  });
}
