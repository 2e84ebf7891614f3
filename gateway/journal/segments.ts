import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { openNdjsonReader } from './ndjson-reader.ts';
import { openPostgresReader, openPostgresSealed, type PostgresStoreOptions } from './postgres-store.ts';
import { openSqliteReader } from './sqlite-reader.ts';
import { sealedFiles } from './sqlite-store.ts';
import type { ClosableReader, JournalReader } from './store.ts';

/** Where a journal lies. */
export interface JournalPlace {
  /**
   * The data folder (every sealed segment and the living one), one journal file, one exported file, or a
   * `postgres://` address.
   */
  readonly target: string;
  /** The schema in PostgreSQL. */
  readonly schema?: string;
}

/** Opens one segment. Whoever opens it closes it. */
export type OpenSegment<Reader extends JournalReader = JournalReader> = () => Promise<
  Reader & { readonly close: () => Promise<void> }
>;

/** The segments there, the oldest first. Throws JOURNAL_FILE_UNREADABLE when there is none. Nothing is changed or made. */
export async function segmentsOf(place: JournalPlace): Promise<readonly OpenSegment[]> {
  const { target } = place;
  if (isPostgres(target)) return searchableSegments(place);
  const found = await stat(target).catch(() => undefined);
  return found?.isFile() === true ? [() => openFile(target)] : searchableSegments(place);
}

/** The same of a data folder or a PostgreSQL address, where records can be looked up. */
export async function searchableSegments({
  target,
  schema,
}: JournalPlace): Promise<readonly OpenSegment<ClosableReader>[]> {
  if (isPostgres(target)) return postgresSegments({ connection: target, ...(schema !== undefined && { schema }) });
  const living = path.join(target, 'journal.sqlite');
  const names = await readdir(target).catch((): string[] => []);
  const sealed = names.length === 0 ? [] : (await sealedFiles(living)).toReversed();
  const files = [...sealed, ...(names.includes('journal.sqlite') ? [living] : [])];
  if (files.length === 0) throw new CodedError('JOURNAL_FILE_UNREADABLE', { file: target });
  return files.map((file) => () => openDatabase(file));
}

export function isPostgres(target: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(target);
}

async function postgresSegments(options: PostgresStoreOptions): Promise<readonly OpenSegment<ClosableReader>[]> {
  const living = openPostgresReader(options);
  try {
    const sealed = await openPostgresSealed(options);
    const hasLiving = await living.exists();
    if (!hasLiving && sealed.length === 0) throw new Error('there is no such schema');
    return [...sealed, ...(hasLiving ? [() => Promise.resolve(openPostgresReader(options))] : [])];
  } catch (error) {
    // The address may hold a password, so it is not repeated.
    throw new CodedError('JOURNAL_FILE_UNREADABLE', { file: `PostgreSQL, schema ${living.name}` }, { cause: error });
  } finally {
    await living.close();
  }
}

async function openFile(file: string): ReturnType<OpenSegment> {
  return (await isSqlite(file)) ? openDatabase(file) : coded(file, () => openNdjsonReader(file));
}

function openDatabase(file: string): Promise<ClosableReader> {
  return coded(file, () => openSqliteReader(file));
}

async function coded<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new CodedError('JOURNAL_FILE_UNREADABLE', { file }, { cause: error });
  }
}

function isSqlite(file: string): Promise<boolean> {
  return coded(file, async () => {
    const handle = await open(file, 'r');
    try {
      const { buffer } = await handle.read(Buffer.alloc(15), 0, 15, 0);
      // An export begins with a brace; whatever else there is, a damaged header included, is for SQLite to judge.
      return buffer[0] !== '{'.charCodeAt(0);
    } finally {
      await handle.close();
    }
  });
}
