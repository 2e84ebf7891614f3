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

let schemas = 0;

const postgres: Database = {
  name: 'PostgreSQL',
  newPlace: async () => {
    schemas += 1;
    const schema = `journal_test_${Date.now().toString(36)}_${schemas}`;
    const withClient = async (work: (client: Client) => Promise<void>): Promise<void> => {
      const client = new Client({ connectionString: postgresAddress, options: `-c search_path=${schema}` });
      await client.connect();
      try {
        await work(client);
      } finally {
        await client.end();
      }
    };
    onTestFinished(() =>
      withClient(async (client) => {
        const { rows } = await client.query<{ name: string }>(
          'select nspname::text as name from pg_namespace where nspname like $1',
          [`${schema}%`],
        );
        for (const { name } of rows) await client.query(`drop schema ${name} cascade`);
      }),
    );
    const tables = ['journal_segment', 'journal_record', 'journal_lookup', 'journal_checkpoint'];
    return {
      dataDir: await newFolder(),
      target: postgresAddress,
      schema,
      newStore: () => createPostgresStore({ connection: postgresAddress, schema }),
      run: (sql) =>
        withClient(async (client) => {
          await client.query(sql);
        }),
      tamper: (...statements) =>
        withClient(async (client) => {
          for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
          for (const sql of statements) await client.query(sql);
          for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
        }),
    };
  },
};

/** In CI there is no excuse: the tests run, and fail without a server. */
// oxlint-disable-next-line node/no-process-env -- tests have no configuration of their own
const mustRun = process.env['CI'] !== undefined;

export const hasPostgres: boolean = mustRun || (await canConnect());

/** Both, or the one that is there. */
export const databases: readonly Database[] = hasPostgres ? [sqlite, postgres] : [sqlite];

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
