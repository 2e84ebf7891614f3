import { pathToFileURL } from 'node:url';
import sqlite3, { type Statement } from 'sqlite3';
import type { Row } from './sql-reader.ts';
import { sqliteMigrations } from './sqlite-schema.ts';

export type OpenMode = 'CREATE' | 'WRITE' | 'READ';

type Value = string | number;

/** One connection to one file. Statements of `run` and `all` are prepared once: their texts are few. */
export interface SqliteConnection {
  readonly exec: (script: string) => Promise<void>;
  readonly run: (sql: string, parameters: readonly Value[]) => Promise<void>;
  readonly all: (sql: string, parameters: readonly Value[]) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

const flags: Readonly<Record<OpenMode, number>> = {
  CREATE: sqlite3.OPEN_READWRITE + sqlite3.OPEN_CREATE,
  WRITE: sqlite3.OPEN_READWRITE,
  READ: sqlite3.OPEN_READONLY,
};

/** `file` is a path, `:memory:` or a `file:` URI. */
export async function openSqlite(file: string, mode: OpenMode): Promise<SqliteConnection> {
  const database = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, flags[mode] + sqlite3.OPEN_URI, (error) =>
      error === null ? resolve(opened) : reject(error),
    );
  });
  const prepared = new Map<string, Promise<Statement>>();
  const statement = (sql: string): Promise<Statement> => {
    let found = prepared.get(sql);
    if (found === undefined) {
      found = prepare(database, sql);
      found.catch(() => prepared.delete(sql));
      prepared.set(sql, found);
    }
    return found;
  };
  return {
    exec: (script) => settled((done) => database.exec(script, done)),
    run: async (sql, parameters) => {
      const ready = await statement(sql);
      await settled((done) => ready.run(parameters, done));
    },
    all: async (sql, parameters) => {
      const ready = await statement(sql);
      return new Promise((resolve, reject) => {
        ready.all<Row>(parameters, (error, rows) => (error === null ? resolve(rows) : reject(error)));
      });
    },
    close: async () => {
      const statements = await Promise.allSettled(prepared.values());
      for (const result of statements) {
        // oxlint-disable-next-line no-await-in-loop -- they are few, and the connection closes only after all of them
        if (result.status === 'fulfilled') await finalize(result.value);
      }
      await settled((done) => database.close(done));
    },
  };
}

/** Names the file so that SQLite reads it alone: no log, no index, no locks. Right only while nobody writes it. */
export function immutable(file: string): string {
  return `${pathToFileURL(file).href}?immutable=1`;
}

/** The version of the schema in the file; 0 for an empty one. */
export async function schemaVersion(connection: SqliteConnection): Promise<number> {
  const [row] = await connection.all('pragma user_version', []);
  return Number(row?.['user_version']);
}

/** Brings an older file up to this code's version; a newer one is left alone. */
export async function migrateSqlite(connection: SqliteConnection): Promise<void> {
  if ((await schemaVersion(connection)) >= sqliteMigrations.length) return;
  await connection.exec('begin immediate');
  try {
    // Asked again under the lock: another process may have been quicker.
    const version = await schemaVersion(connection);
    const pending = sqliteMigrations.slice(version).join('\n');
    await connection.exec(`${pending}\npragma user_version = ${Math.max(version, sqliteMigrations.length)}; commit;`);
  } catch (error) {
    await connection.exec('rollback').catch(() => undefined);
    throw error;
  }
}

function prepare(database: sqlite3.Database, sql: string): Promise<Statement> {
  return new Promise((resolve, reject) => {
    const statement = database.prepare(sql, (error) => (error === null ? resolve(statement) : reject(error)));
  });
}

function finalize(statement: Statement): Promise<void> {
  return new Promise((resolve) => {
    statement.finalize(() => resolve());
  });
}

function settled(start: (done: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error === null ? resolve() : reject(error)));
  });
}
