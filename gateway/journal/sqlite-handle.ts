import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Head } from './chain.ts';
import { removeFingerprint, writeFingerprint } from './fingerprint.ts';
import type { Signer } from './signing.ts';
import type { Row } from './sql-reader.ts';
import { immutable, migrateSqlite, openSqlite, type SqliteConnection } from './sqlite-connection.ts';
import {
  compareFile,
  hasForeignLog,
  identify,
  removeLog,
  syncFolder,
  syncPath,
  type FileIdentity,
} from './sqlite-file.ts';
import { ChainMoved, StoreProblem } from './store.ts';

export interface SqliteStoreOptions {
  /** Sealed segments lie beside it as `<name>-<from>-<to>.sqlite`. */
  readonly file: string;
  /** How long another process may hold the file before a write fails. */
  readonly lockTimeoutMs?: number;
  /** Signs the closed file, byte for byte. */
  readonly signer?: Signer;
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
    const done = this.#disconnect().then(work);
    this.#renaming = done.catch(() => undefined);
    await done;
  }

  /** A file that was deleted meanwhile is brought back first: with the handle goes the last trace of it. */
  async close(): Promise<void> {
    if (this.#opened === undefined) return;
    await this.#writable().catch(() => undefined);
    await this.#disconnect();
    const { file, signer } = this.#options;
    // Without it the records prove themselves all the same.
    if (signer !== undefined) await writeFingerprint(file, signer).catch(() => undefined);
  }

  async #disconnect(): Promise<void> {
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
      await checkFollows(file, connections.identity, this.#known);
      await this.withoutConnections(() => removeLog(file));
    }
    return this.#connect();
  }
}

async function openFiles({ file, lockTimeoutMs = 1000, maxPages }: SqliteStoreOptions): Promise<Opened> {
  await mkdir(path.dirname(file), { recursive: true });
  // SQLite would make it readable by all; the log and its index take the database's permissions.
  await (await open(file, 'a', 0o600)).close();
  await removeFingerprint(file);
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

/**
 * Another file has our name: it is taken when it holds the last record that we wrote. Our log still lies beside it and
 * would be read as if it were its own, so that the file is looked at alone; one that brought a log of its own is not
 * taken, because closing ours would delete that.
 */
async function checkFollows(file: string, opened: FileIdentity, known: Head | undefined): Promise<void> {
  const refusal = 'the file was replaced by another that lacks the last records';
  if (hasForeignLog(file, opened)) throw new StoreProblem(refusal);
  const candidate = await openSqlite(immutable(file), 'READ');
  try {
    const found = await candidate.all('select hash from journal_record where sequence = ?', [known?.sequence ?? 0]);
    if (known !== undefined && found[0]?.['hash'] !== known.hash) throw new StoreProblem(refusal);
  } catch (error) {
    throw error instanceof StoreProblem ? error : new StoreProblem(refusal, { cause: error });
  } finally {
    await candidate.close();
  }
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT';
}
