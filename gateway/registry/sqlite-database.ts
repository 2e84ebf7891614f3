import { statSync } from 'node:fs';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import type { Database as Connection } from 'sqlite3';
import { codeOf, guarded, silent, type Database } from './database.ts';
import { registryMigrations, sqliteGuards } from './store-schema.ts';
import { StoreProblem } from './store.ts';

export interface SqliteOptions {
  readonly file: string;
  /** How long another process may hold the file before a call fails. Default 5 seconds. */
  readonly lockTimeoutMs?: number;
  /** For tests of a full disk: no more than so many pages of 4 KiB. */
  readonly maxPages?: number;
}

/** The registry in one file. It is opened when it is first needed, and again after it could not be. */
export function openSqliteDatabase(options: SqliteOptions): Database {
  const { file } = options;
  let opened: Promise<Opened> | undefined;

  const connect = (): Promise<Opened> => {
    opened ??= openFile(options).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };

  const close = async (): Promise<void> => {
    const current = await opened?.catch(() => undefined);
    opened = undefined;
    await current?.db.destroy();
  };

  /** The connection, after the file behind it was found to be the one of that name or was made so again. */
  const inPlace = async (): Promise<Knex> => {
    const { db, identity } = await connect();
    const state = compare(file, identity);
    if (state === 'SAME') return db;
    if (state === 'LOCKED') throw new StoreProblem('the file is read-only');
    if (state === 'REPLACED')
      throw new StoreProblem('the file was replaced by another: put the right one back, restart');
    await writeCopy(db, file);
    await close();
    await nameCopy(file);
    return (await connect()).db;
  };

  return {
    read: (work) => guarded(async () => work((await connect()).db)),
    write: (work) =>
      guarded(async () => {
        const db = await inPlace();
        // A full disk ends the transaction by itself; what its rollback then says is not the reason.
        let reason: unknown;
        try {
          const done = await db.transaction((transaction) =>
            work(transaction).catch((error: unknown) => {
              reason = error;
              throw error;
            }),
          );
          await inPlace();
          return done;
        } catch (error) {
          if (codeOf(reason ?? error) === 'SQLITE_CONSTRAINT') return undefined;
          throw reason ?? error;
        }
      }),
    close,
  };
}

interface Opened {
  readonly db: Knex;
  readonly identity: Identity;
}

async function openFile({ file, lockTimeoutMs = 5_000, maxPages }: SqliteOptions): Promise<Opened> {
  await mkdir(path.dirname(file), { recursive: true });
  // SQLite would make it readable by all; its log takes the file's permissions.
  await (await open(file, 'a', 0o600)).close();
  const db = knex({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    log: silent,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (connection: Connection, done: (error: Error | null, connection: Connection) => void) => {
        const pages = maxPages === undefined ? '' : `pragma max_page_count = ${maxPages};`;
        connection.exec(
          `pragma busy_timeout = ${lockTimeoutMs}; pragma journal_mode = wal; pragma synchronous = full;
           pragma foreign_keys = on; ${pages}`,
          (error) => done(error, connection),
        );
      },
    },
  });
  try {
    await migrate(db);
    const identity = identify(file);
    if (identity === undefined) throw new StoreProblem('the file has gone');
    return { db, identity };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function migrate(db: Knex): Promise<void> {
  if ((await versionOf(db)) >= registryMigrations.length) return;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- knex types connections as any; the client is sqlite3
  const connection = (await db.client.acquireConnection()) as Connection;
  try {
    const exec = (script: string): Promise<void> =>
      new Promise((resolve, reject) => {
        connection.exec(script, (error) => (error === null ? resolve() : reject(error)));
      });
    await exec('begin immediate');
    try {
      // Asked again under the lock: another process may have been quicker.
      const done = await readVersion(connection);
      if (done < registryMigrations.length) {
        await exec(`${registryMigrations.slice(done).join('\n')}${sqliteGuards}
          pragma user_version = ${registryMigrations.length};`);
      }
      await exec('commit');
    } catch (error) {
      await exec('rollback').catch(() => undefined);
      throw error;
    }
  } finally {
    await db.client.releaseConnection(connection);
  }
}

async function versionOf(db: Knex): Promise<number> {
  const rows: { user_version: number }[] = await db.raw('pragma user_version');
  return rows[0]?.user_version ?? 0;
}

function readVersion(connection: Connection): Promise<number> {
  return new Promise((resolve, reject) => {
    connection.get<{ user_version: number }>('pragma user_version', (error, row) =>
      error === null ? resolve(row?.user_version ?? 0) : reject(error),
    );
  });
}

/** Which files a connection has open: an open file that was deleted takes writes that nobody will ever find. */
interface Identity {
  readonly database: string;
  readonly log: string;
}

function identify(file: string): Identity | undefined {
  const database = inode(file);
  const log = inode(`${file}-wal`);
  return database === undefined || log === undefined ? undefined : { database: database.id, log: log.id };
}

type FileState = 'SAME' | 'LOCKED' | 'GONE' | 'REPLACED';

function compare(file: string, opened: Identity): FileState {
  const database = inode(file);
  if (database === undefined) return 'GONE';
  if (database.id !== opened.database) return 'REPLACED';
  // An open handle goes on writing, and root always may; taking the write bits away is still an operator's "stop".
  if (!database.isWritable) return 'LOCKED';
  return inode(`${file}-wal`)?.id === opened.log ? 'SAME' : 'GONE';
}

function inode(file: string): { readonly id: string; readonly isWritable: boolean } | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && { id: `${found.dev}:${found.ino}`, isWritable: (found.mode & 0o222) !== 0 };
}

/** The file or its log was deleted under us, and our connection still reads all of it: it is written out again. */
async function writeCopy(db: Knex, file: string): Promise<void> {
  const copy = copyOf(file);
  await mkdir(path.dirname(file), { recursive: true });
  await rm(copy, { force: true });
  await db.raw('vacuum into ?', [copy]);
  await chmod(copy, 0o600);
  await syncPath(copy);
}

/** What is left of the old log goes first, because it must not be taken for the new file's. */
async function nameCopy(file: string): Promise<void> {
  await rm(`${file}-wal`, { force: true });
  await rm(`${file}-shm`, { force: true });
  await rename(copyOf(file), file);
  await syncPath(path.dirname(file));
}

function copyOf(file: string): string {
  return `${file}.restoring`;
}

async function syncPath(name: string): Promise<void> {
  const handle = await open(name, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
