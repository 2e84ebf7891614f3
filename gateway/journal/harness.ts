import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import type { Clock } from '../kernel/clock.ts';
import { openJournal, type Journal, type JournalOptions } from './journal.ts';
import { createPostgresStore } from './postgres-store.ts';
import { noon } from './sample-records.ts';
import { openSqlite } from './sqlite-connection.ts';
import { createSqliteStore } from './sqlite-store.ts';
import type { JournalStore } from './store.ts';

export const postgresAddress = 'postgres://postgres@127.0.0.1:5432/test';

/** One place for one journal, in one of the two databases; gone when the test is over. */
export interface Place {
  readonly dataDir: string;
  readonly newStore: () => JournalStore;
  /** What `verifyJournal` is told to look at. */
  readonly target: string;
  readonly schema?: string;
  /** What somebody with the database's password does: any SQL, with the triggers out of the way and put back. */
  readonly tamper: (...statements: string[]) => Promise<void>;
  /** SQL as it is, with the triggers. */
  readonly run: (sql: string) => Promise<void>;
}

export interface Database {
  readonly name: string;
  readonly newPlace: () => Promise<Place>;
}

const sqlite: Database = {
  name: 'SQLite',
  newPlace: async () => {
    const dataDir = await newFolder();
    const file = path.join(dataDir, 'journal.sqlite');
    const withFile = async (work: (exec: (sql: string) => Promise<void>) => Promise<void>): Promise<void> => {
      const connection = await openSqlite(file, 'WRITE');
      try {
        await work(connection.exec);
      } finally {
        await connection.close();
      }
    };
    return {
      dataDir,
      target: dataDir,
      newStore: () => createSqliteStore({ file, lockTimeoutMs: 50 }),
      run: (sql) => withFile((exec) => exec(sql)),
      tamper: async (...statements) => {
        const connection = await openSqlite(file, 'WRITE');
        const triggers = await connection.all("select name, sql from sqlite_schema where type = 'trigger'", []);
        const drop = triggers.map(({ name }) => `drop trigger ${String(name)};`);
        const restore = triggers.map((trigger) => `${String(trigger['sql'])};`);
        await connection.exec(
          ['begin;', ...drop, ...statements.map((sql) => `${sql};`), ...restore, 'commit;'].join('\n'),
        );
        await connection.close();
      },
    };
  },
};

let made = 0;

/** Unique among the tests that share the server. */
function newName(): string {
  made += 1;
  return `journal_test_${process.pid}_${Date.now().toString(36)}_${made}`;
}

const postgres: Database = {
  name: 'PostgreSQL',
  newPlace: async () => {
    const schema = newName();
    onTestFinished(async () => {
      const schemas = await runSql(postgresAddress, [
        `select nspname from pg_namespace where nspname like '${schema}%'`,
      ]);
      await runSql(
        postgresAddress,
        schemas.map(({ nspname }) => `drop schema ${String(nspname)} cascade`),
      );
    });
    return postgresPlace(postgresAddress, schema);
  },
};

/** A database of its own, with the schema that a gateway takes when it is not told another. */
const postgresDatabase: Database = {
  name: 'PostgreSQL',
  newPlace: async () => {
    const database = newName();
    await runSql(postgresAddress, [`create database ${database}`]);
    onTestFinished(async () => void (await runSql(postgresAddress, [`drop database ${database} with (force)`])));
    return postgresPlace(postgresAddress.replace(/test$/u, database), 'samutphok_journal');
  },
};

async function postgresPlace(connection: string, schema: string): Promise<Place> {
  const tables = ['journal_segment', 'journal_record', 'journal_lookup', 'journal_checkpoint'];
  const inSchema = async (...statements: string[]): Promise<void> =>
    void (await runSql(connection, statements, schema));
  return {
    dataDir: await newFolder(),
    target: connection,
    schema,
    newStore: () => createPostgresStore({ connection, schema }),
    run: inSchema,
    tamper: (...statements) =>
      inSchema(
        ...tables.map((table) => `alter table ${table} disable trigger user`),
        ...statements,
        ...tables.map((table) => `alter table ${table} enable trigger user`),
      ),
  };
}

/** The rows of the last statement. */
async function runSql(
  connectionString: string,
  statements: readonly string[],
  schema = 'public',
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString, options: `-c search_path=${schema}` });
  await client.connect();
  try {
    let rows: readonly Readonly<Record<string, unknown>>[] = [];
    for (const sql of statements) ({ rows } = await client.query<Record<string, unknown>>(sql));
    return rows;
  } finally {
    await client.end();
  }
}

/** In CI there is no excuse: the tests run, and fail without a server. */
// oxlint-disable-next-line node/no-process-env -- tests have no configuration of their own
const mustRun = process.env['CI'] !== undefined;

export const hasPostgres: boolean = mustRun || (await canConnect());

/** Both, or the one that is there. */
export const databases: readonly Database[] = hasPostgres ? [sqlite, postgres] : [sqlite];

/** The same with nothing in it but one journal, where a gateway finds it without being told a schema. */
export const wholeDatabases: readonly Database[] = hasPostgres ? [sqlite, postgresDatabase] : [sqlite];

async function canConnect(): Promise<boolean> {
  const client = new Client({ connectionString: postgresAddress, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** A journal at the place; closed when the test is over. */
export async function journalAt(
  place: Pick<Place, 'dataDir' | 'newStore'>,
  options: Partial<JournalOptions> = {},
): Promise<Journal> {
  const journal = await openJournal({ dataDir: place.dataDir, store: place.newStore(), ...options });
  onTestFinished(() => journal.close());
  return journal;
}

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samutphok-journal-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface FakeClock extends Clock {
  readonly set: (ms: number) => void;
  /** Runs what has become due. */
  readonly advance: (ms: number) => void;
}

export function fakeClock(): FakeClock {
  let now = noon;
  const timers = new Set<{ readonly dueMs: number; readonly run: () => void }>();
  const runDue = (): void => {
    for (const timer of [...timers].filter(({ dueMs }) => dueMs <= now)) {
      timers.delete(timer);
      timer.run();
    }
  };
  return {
    now: () => now,
    after: (delayMs, run) => {
      const timer = { dueMs: now + delayMs, run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    set: (ms) => {
      now = ms;
    },
    advance: (ms) => {
      now += ms;
      runDue();
    },
  };
}

/** Turns one bit pattern of one byte over. */
export async function flipByte(file: string, at: number, mask: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  await writeFile(file, bytes);
}
