import path from 'node:path';
import type { Logger } from 'pino';
import { CodedError } from '../../../schema/contract/error-codes.ts';
import type { Clock } from '../../kernel/clock.ts';
import { openFollower, type Follower } from '../../registry/follower.ts';
import { readPublicKeyFile } from '../../registry/public-keys.ts';
import { openRegistryExchange } from './registry-exchange.ts';

export interface RegistryFollowerOptions {
  /** Address of the registry. */
  readonly registry: string;
  /** The registry's public keys, which the gateway's operator was given: never taken from the registry itself. */
  readonly publicKeyFile: string;
  /** Where the last good artefact is kept. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Pick<Logger, 'warn'>;
}

/**
 * A gateway's view of a registry over HTTP. `first` is what to start with; hand its `supergraph` to the engine, and then
 * `follow` with a function that swaps each newer one in. Rejects with REGISTRY_KEY_INVALID, and with the registry's fault
 * when there is no last good artefact either.
 */
export async function openRegistryFollower(options: RegistryFollowerOptions): Promise<Follower> {
  const { registry, publicKeyFile, dataDir, clock, random, log } = options;
  const publicKeys = await readPublicKeyFile(publicKeyFile);
  const exchange = openRegistryExchange(registry);
  try {
    const follower = await openFollower({
      publicKeys,
      file: path.join(dataDir, 'registry-artefact.json'),
      clock,
      random,
      onRefused: (error) => log.warn({ code: error.code }, error.message),
      fetchArtefact: async (known, waitMs, signal) => {
        const query = `after=${known}&wait=${Math.round(waitMs / 1000)}`;
        const { status, text } = await exchange.ask(`/registry/artefact?${query}`, { waitMs, signal });
        if (status === 304) return undefined;
        if (status === 200) return text;
        throw new CodedError('REGISTRY_UNREACHABLE', { url: registry, problem: `it answers with status ${status}` });
      },
    });
    return {
      ...follower,
      close: async () => {
        await follower.close();
        await exchange.close();
      },
    };
  } catch (error) {
    await exchange.close();
    throw error;
  }
}
