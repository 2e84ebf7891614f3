import knex, { type Knex } from 'knex';
import { codeOf, guarded, silent, type Database } from './database.ts';
import { postgresGuards, registryMigrations } from './store-schema.ts';
import { StoreProblem } from './store.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly connection: string;
  /** Lower case, no quotes. Default `samutphok_registry`. */
  readonly schema?: string;
  /** A call that takes longer is given up, by the server first. Default 5 seconds. */
  readonly timeoutMs?: number;
}

/** The registry in one schema of a PostgreSQL database. It connects when it is needed, and again after a failure. */
export function openPostgresDatabase(options: PostgresOptions): Database {
  const { connection, schema = 'samutphok_registry', timeoutMs = 5_000 } = options;
  if (!/^[a-z_][a-z0-9_]{0,60}$/u.test(schema)) throw new StoreProblem(`${schema} is no name for a schema`);
  const db = knex({
    client: 'pg',
    connection: {
      connectionString: connection,
      connectionTimeoutMillis: timeoutMs,
      statement_timeout: timeoutMs,
      query_timeout: timeoutMs + 500,
      application_name: schema,
    },
    searchPath: [schema],
    log: silent,
    acquireConnectionTimeout: timeoutMs + 1_000,
    pool: { min: 0, max: 3 },
  });
  let migrated: Promise<void> | undefined;
  const ready = async (): Promise<Knex> => {
    migrated ??= migrate(db, schema).catch((error: unknown) => {
      migrated = undefined;
      throw error;
    });
    await migrated;
    return db;
  };
  return {
    read: (work) => guarded(async () => work(await ready())),
    write: (work) =>
      guarded(async () => {
        try {
          return await (await ready()).transaction(work);
        } catch (error) {
          if (conflicts.has(codeOf(error))) return undefined;
          throw error;
        }
      }),
    close: () => db.destroy(),
  };
}

/** Unique violation, serialisation failure, deadlock. */
const conflicts: ReadonlySet<string> = new Set(['23505', '40001', '40P01']);

async function migrate(db: Knex, schema: string): Promise<void> {
  await db.transaction(async (transaction) => {
    // Several registries may start at once.
    await transaction.raw("select pg_advisory_xact_lock(hashtext('samutphok registry'))");
    const tables = await transaction.raw<{ rows: { name: string | null }[] }>('select to_regclass(?)::text as name', [
      `${schema}.registry_migration`,
    ]);
    if (tables.rows[0]?.name === null) {
      await transaction.raw(`create schema if not exists ${schema}`);
      await transaction.raw(`create table ${schema}.registry_migration (version integer not null)`);
      await transaction('registry_migration').insert({ version: 0 });
    }
    const row = await transaction('registry_migration').first<{ version: number }>('version');
    if (row.version >= registryMigrations.length) return;
    await transaction.raw(`${registryMigrations.slice(row.version).join('\n')}${postgresGuards}`);
    await transaction('registry_migration').update({ version: registryMigrations.length });
  });
}
