import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Head } from './chain.ts';
import type { Row } from './sql-reader.ts';
import { migrateSqlite, openSqlite, type SqliteConnection } from './sqlite-connection.ts';
import { compareFile, identify, removeLog, syncFolder, syncPath, type FileIdentity } from './sqlite-file.ts';
import { openSqliteReader } from './sqlite-reader.ts';
import { ChainMoved, StoreProblem, type ClosableReader } from './store.ts';

export interface SqliteStoreOptions {
  /** Sealed segments lie beside it as `<name>-<from>-<to>.sqlite`. */
  readonly file: string;
  /** How long another process may hold the file before a write fails. */
  readonly lockTimeoutMs?: number;
  /** For tests of a full disk: no more than so many pages of 4 KiB. */
  readonly maxPages?: number;
}

interface Opened {
  readonly writer: SqliteConnection;
  /** A second connection, so that a long read never keeps a record waiting. */
  readonly reader: SqliteConnection;
  readonly identity: FileIdentity;
}

type Values = readonly (string | number)[];

/** The connections to one journal file, as long as it is the file of that name. */
export class SqliteHandle {
  readonly #options: SqliteStoreOptions;
  #opened: Promise<Opened> | undefined;
  /** While files change their names, nobody may open them: a log that fits another file would be played into it. */
  #renaming: Promise<unknown> = Promise.resolve();
  /** Last record that this process put there: a file that does not have it is not the one. */
  #known: Head | undefined;

  constructor(options: SqliteStoreOptions) {
    this.#options = options;
  }

  async read(sql: string, parameters: Values): Promise<readonly Row[]> {
    return (await this.#connect()).reader.all(sql, parameters);
  }

  /** The same on the connection that writes. */
  async readAsWriter(sql: string): Promise<readonly Row[]> {
    return (await this.#connect()).writer.all(sql, []);
  }

  /**
   * Runs one statement that writes, and returns only when what was written is in the file of that name.
   * Rejects with ChainMoved when a trigger or a key says that another row is there already.
   */
  async write(sql: string, parameters: Values, last?: Head): Promise<void> {
    const { writer } = await this.#writable();
    try {
      await writer.run(sql, parameters);
    } catch (error) {
      throw isConstraint(error) ? new ChainMoved('the journal has moved on', { cause: error }) : error;
    }
    await this.#writable();
    if (last !== undefined) this.#known = { sequence: last.sequence, hash: last.hash };
  }

  /** Closes the connections and lets nobody open others while `work` runs. */
  async withoutConnections(work: () => Promise<void>): Promise<void> {
    const done = this.close().then(work);
    this.#renaming = done.catch(() => undefined);
    await done;
  }

  async close(): Promise<void> {
    const connections = await this.#opened?.catch(() => undefined);
    this.#opened = undefined;
    await connections?.reader.close();
    await connections?.writer.close();
  }

  async #connect(): Promise<Opened> {
    await this.#renaming;
    this.#opened ??= openFiles(this.#options).catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  /** The open connections, after the file behind them was found to be the one of that name, or was made so again. */
  async #writable(): Promise<Opened> {
    const { file } = this.#options;
    const connections = await this.#connect();
    const state = compareFile(file, connections.identity);
    if (state === 'SAME') return connections;
    if (state === 'LOCKED') throw new StoreProblem('the file is read-only');
    if (state === 'GONE') {
      await writeCopy(connections, file);
      await this.withoutConnections(() => nameCopy(file));
    } else {
      await checkFollows(file, this.#known);
      await this.close();
    }
    return this.#connect();
  }
}

async function openFiles({ file, lockTimeoutMs = 1000, maxPages }: SqliteStoreOptions): Promise<Opened> {
  await mkdir(path.dirname(file), { recursive: true });
  // SQLite would make it readable by all; the log and its index take the database's permissions.
  await (await open(file, 'a', 0o600)).close();
  const writer = await openSqlite(file, 'WRITE');
  try {
    await writer.exec(`pragma busy_timeout = ${lockTimeoutMs}; pragma journal_mode = wal; pragma synchronous = full;`);
    await migrateSqlite(writer);
    if (maxPages !== undefined) await writer.exec(`pragma max_page_count = ${maxPages}`);
    // The first read makes the write-ahead log.
    await writer.all('select count(*) from journal_segment', []);
    await syncFolder(file);
    const identity = identify(file);
    if (identity === undefined) throw new StoreProblem('the file has gone');
    const reader = await openSqlite(file, 'READ');
    await reader.exec(`pragma busy_timeout = ${lockTimeoutMs}`);
    return { writer, reader, identity };
  } catch (error) {
    await writer.close();
    throw error;
  }
}

/** The file was deleted under us, and our handle still reads all of it: it is written out again. */
async function writeCopy({ writer }: Opened, file: string): Promise<void> {
  const copy = copyOf(file);
  await mkdir(path.dirname(file), { recursive: true });
  await rm(copy, { force: true });
  await writer.run('vacuum into ?', [copy]);
  await chmod(copy, 0o600);
  await syncPath(copy);
}

/** What is left of the old log goes first, because it must not be taken for the new file's. */
async function nameCopy(file: string): Promise<void> {
  await removeLog(file);
  await rename(copyOf(file), file);
  await syncFolder(file);
}

function copyOf(file: string): string {
  return `${file}.restoring`;
}

/** Another file has our name: it is taken when it holds the last record that we wrote, or follows on it. */
async function checkFollows(file: string, known: Head | undefined): Promise<void> {
  const candidate = await openSqliteReader(file);
  try {
    const header = await candidate.segment();
    if (header !== undefined && (await follows(candidate, header.fromSequence, known))) return;
    throw new StoreProblem('the file was replaced by another that lacks the last records');
  } finally {
    await candidate.close();
  }
}

async function follows(candidate: ClosableReader, from: number, known: Head | undefined): Promise<boolean> {
  if (known === undefined || from > known.sequence) return true;
  const [record] = await candidate.records(known.sequence - 1, 1);
  return record?.sequence === known.sequence && record.hash === known.hash;
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT';
}
