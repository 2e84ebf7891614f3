import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { isCodedError } from '../../../schema/contract/error-codes.ts';
import { readSharedSchema } from '../../../subgraphs/_kit/shared-schema.ts';
import { openSigningKey } from '../../identity/signing-key.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { AddressRules } from '../../registry/address.ts';
import { guarded } from '../../registry/database.ts';
import { createPlacer } from '../../registry/findings.ts';
import { openPostgresDatabase } from '../../registry/postgres-database.ts';
import { publicKeyPem } from '../../registry/public-keys.ts';
import { openRegistry, type Registry, type RegistryOptions } from '../../registry/registry.ts';
import { createSqlStore } from '../../registry/sql-store.ts';
import { openSqliteDatabase } from '../../registry/sqlite-database.ts';
import { publicationsOfRepository } from '../check/check-publications.ts';
import { createJudge } from './registry-judge.ts';

export interface OpenRegistryOptions extends Pick<RegistryOptions, 'watchMs'>, Partial<Pick<RegistryOptions, 'check'>> {
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error'>;
  /** `postgres://…`; without it the registry is a SQLite file in the data folder. */
  readonly postgres?: string;
  readonly addresses: AddressRules;
}

/** Files of the registry in a data folder. */
export function registryFiles(dataDir: string): { readonly folder: string; readonly publicKey: string } {
  const folder = path.join(dataDir, 'registry');
  return { folder, publicKey: path.join(folder, 'registry-public-key.pem') };
}

/**
 * The registry of a data folder. Its key is made at the first start, and the public half lies beside it for gateways.
 * Rejects with REGISTRY_STORE_FAILED or IDENTITY_KEY_UNREADABLE.
 */
export async function openRegistryIn(dataDir: string, options: OpenRegistryOptions): Promise<Registry> {
  const { clock, log, postgres, addresses, watchMs } = options;
  const { folder, publicKey } = registryFiles(dataDir);
  const key = await openSigningKey(path.join(folder, 'registry-signing-key.pem'));
  await guarded(() => writeFile(publicKey, publicKeyPem(key)));
  const sharedSchema = readSharedSchema();
  const judge = createJudge({ clock, sharedSchema, dataDir });
  const database =
    postgres === undefined
      ? openSqliteDatabase({ file: path.join(folder, 'registry.sqlite') })
      : openPostgresDatabase({ connection: postgres });
  const store = createSqlStore(database);
  try {
    const registry = await openRegistry({
      store,
      key,
      clock,
      compose: judge.compose,
      check: options.check ?? judge.check,
      place: createPlacer(sharedSchema),
      addresses,
      ...(watchMs !== undefined && { watchMs }),
      onFault: (error) => log.error({ code: isCodedError(error) ? error.code : 'INTERNAL_ERROR' }, String(error)),
    });
    return {
      ...registry,
      close: async () => {
        await judge.close();
        await registry.close();
      },
    };
  } catch (error) {
    await judge.close();
    await store.close();
    throw error;
  }
}

/**
 * The registry inside `samutphok start`: the subgraphs of this repository are its first versions. They have no address,
 * because the gateway has them in its own process.
 */
export async function openEmbeddedRegistry(dataDir: string, options: OpenRegistryOptions): Promise<Registry> {
  const registry = await openRegistryIn(dataDir, options);
  try {
    await registry.seed(await publicationsOfRepository());
    return registry;
  } catch (error) {
    await registry.close();
    throw error;
  }
}
