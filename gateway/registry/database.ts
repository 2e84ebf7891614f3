import type { Knex } from 'knex';
import { CodedError, isCodedError } from '../../schema/contract/error-codes.ts';
import { StoreProblem } from './store.ts';

/** One of the two databases. Both calls reject with REGISTRY_STORE_FAILED when it cannot be used. */
export interface Database {
  readonly read: <T>(work: (db: Knex) => Promise<T>) => Promise<T>;
  /**
   * Runs the work in a transaction: all of it is there when it resolves, or nothing. Resolves to undefined when a key or
   * a trigger says that somebody else was first.
   */
  readonly write: <T>(work: (transaction: Knex.Transaction) => Promise<T>) => Promise<T | undefined>;
  readonly close: () => Promise<void>;
}

/** What goes wrong is thrown and told once; knex would also print it, with the path. */
export const silent: NonNullable<Knex.Config['log']> = {
  warn: ignore,
  error: ignore,
  deprecate: ignore,
  debug: ignore,
};

function ignore(): void {
  // Nothing to tell.
}

/** Runs the work, and turns what the database says into an error of the catalogue. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isCodedError(error) ? error : storeFailure(error);
  }
}

export function storeFailure(cause: unknown): CodedError {
  return new CodedError('REGISTRY_STORE_FAILED', { problem: problemOf(cause) }, { cause });
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const problems: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'the disk is full',
  SQLITE_IOERR: 'the disk refuses to be written or read',
  SQLITE_READONLY: 'the file or its folder is read-only',
  SQLITE_CANTOPEN: 'the file cannot be opened',
  SQLITE_BUSY: 'another process keeps the file locked',
  SQLITE_CORRUPT: 'the file is damaged',
  SQLITE_NOTADB: 'the file is not a database',
  EACCES: 'permission denied in the data folder',
  EPERM: 'permission denied in the data folder',
  EROFS: 'the data folder is on a read-only file system',
  ENOSPC: 'the disk is full',
  ENOENT: 'the data folder has gone',
  ENOTDIR: 'the data folder is not a folder',
  EEXIST: 'the data folder is not a folder',
  ECONNREFUSED: 'the database server cannot be reached',
  ECONNRESET: 'the database server cannot be reached',
  ENOTFOUND: 'the database server cannot be reached',
  '53100': 'the database server has no disk space',
  '57P01': 'the database server is being shut down',
  '57014': 'the database server took too long',
  '42501': 'the database role may not write the registry',
  '42P01': 'the tables of the registry have gone',
  '3F000': 'the schema of the registry has gone',
  '25006': 'the database server is read-only',
};

function problemOf(cause: unknown): string {
  if (cause instanceof StoreProblem) return cause.message;
  const code = codeOf(cause);
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'KnexTimeoutError') return 'the database did not answer in time';
  return problems[code] ?? `the database refused (${/^\w{1,40}$/u.test(code) ? code : 'no code'})`;
}
