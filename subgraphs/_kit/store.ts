import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import type { Database, Statement } from 'sqlite3';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { loadMigrations } from './migrations.ts';

export type SqlRow = Readonly<Record<string, string | number | null>>;

/** A list inside the list of keys is read by a `json_each` of its own. */
export type StatementKey = string | number | readonly StatementKey[];

/** SQL whose text never changes: it is prepared once for each store. Its one parameter is a JSON list of keys. */
export interface ConstantSql {
  readonly text: string;
}

/**
 * The database of one body. Knex owns connections, migrations and writing; reads run constant, prepared text on a
 * connection of their own, so that building SQL costs nothing per call.
 */
export interface Store {
  /** Rows of one constant statement for a list of keys, in no promised order. */
  readonly read: (sql: ConstantSql, keys: readonly StatementKey[]) => Promise<readonly SqlRow[]>;
  /** Statements read so far; tests hold it constant per call. */
  readonly statementCount: () => number;
  readonly write: Knex;
  readonly close: () => Promise<void>;
}

/**
 * Opens, and creates or migrates, `<dataDir>/<body>.sqlite`.
 * Throws BODY_STORE_FAILED when the folder or the file cannot be used; nothing is deleted or repaired.
 */
export async function openStore(body: string, dataDir: string, migrationsDir: string): Promise<Store> {
  const filename = path.join(dataDir, `${body}.sqlite`);
  try {
    await mkdir(dataDir, { recursive: true });
    const write = knex({
      client: 'sqlite3',
      connection: { filename },
      useNullAsDefault: true,
      // What goes wrong is thrown and told once; knex would also print it, with the path.
      log: { warn: ignore, error: ignore, deprecate: ignore, debug: ignore },
      pool: { min: 1, max: 2, afterCreate: prepareConnection },
      migrations: { migrationSource: await loadMigrations(migrationsDir) },
    });
    return await migratedStore(write, body);
  } catch (error) {
    throw storeFailure(body, error);
  }
}

async function migratedStore(write: Knex, body: string): Promise<Store> {
  try {
    await write.migrate.latest();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- knex types connections as any; the client is sqlite3
    const reader = (await write.client.acquireConnection()) as Database;
    return storeOver(write, reader, body);
  } catch (error) {
    await write.destroy();
    throw error;
  }
}

function storeOver(write: Knex, reader: Database, body: string): Store {
  const prepared = new Map<ConstantSql, Statement>();
  let count = 0;
  return {
    write,
    statementCount: () => count,
    read: (sql, keys) => {
      count += 1;
      let statement = prepared.get(sql);
      if (statement === undefined) {
        statement = reader.prepare(sql.text);
        prepared.set(sql, statement);
      }
      return allRows(statement, JSON.stringify(keys), body);
    },
    close: async () => {
      await Promise.all([...prepared.values()].map(finalize));
      await write.client.releaseConnection(reader);
      await write.destroy();
    },
  };
}

function allRows(statement: Statement, keys: string, body: string): Promise<readonly SqlRow[]> {
  return new Promise((resolve, reject) => {
    statement.all<SqlRow>(keys, (error, rows) => {
      if (error === null) resolve(rows);
      else reject(storeFailure(body, error));
    });
  });
}

function ignore(): void {
  // Nothing to tell.
}

function finalize(statement: Statement): Promise<void> {
  return new Promise((resolve) => {
    statement.finalize(() => resolve());
  });
}

function prepareConnection(connection: Database, done: (error: Error | null, connection: Database) => void): void {
  connection.exec(
    'pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma busy_timeout = 5000;',
    (error) => done(error, connection),
  );
}

const sqliteProblems: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'the file is not a database',
  SQLITE_CORRUPT: 'the file is damaged',
  SQLITE_READONLY: 'the file is read-only',
  SQLITE_FULL: 'the disk is full',
  SQLITE_CANTOPEN: 'the file cannot be opened',
  SQLITE_BUSY: 'another process is writing',
  EACCES: 'permission denied',
  ENOTDIR: 'the data folder is not a folder',
  EEXIST: 'the data folder is not a folder',
  ENOSPC: 'the disk is full',
};

/** An error that names the body and the kind of fault, and neither path nor SQL. */
export function storeFailure(body: string, error: unknown): Error {
  if (error instanceof CodedError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const problem = sqliteProblems[code] ?? 'the database refused';
  return new CodedError('BODY_STORE_FAILED', { body, problem }, { cause: error });
}
