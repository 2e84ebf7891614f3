import { statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';

/** Which files a connection has open: an open file that was deleted takes writes that nobody will ever find. */
export interface FileIdentity {
  readonly database: string;
  readonly log: string;
  readonly bytes: number;
}

/**
 * `LOCKED`: the file's permissions let nobody write. `GONE`: the file or its write-ahead log has no name any more.
 * `REPLACED`: another file has the name, or the file was cut short.
 */
export type FileState = 'SAME' | 'LOCKED' | 'GONE' | 'REPLACED';

const anyWriteBit = 0o222;

/** Undefined when one of the two files is not there. */
export function identify(file: string): FileIdentity | undefined {
  const database = statSync(file, { throwIfNoEntry: false });
  const log = statSync(logOf(file), { throwIfNoEntry: false });
  if (database === undefined || log === undefined) return undefined;
  return { database: `${database.dev}:${database.ino}`, log: `${log.dev}:${log.ino}`, bytes: database.size };
}

/** Two `stat` calls: some microseconds on the event loop, less than a trip to the thread pool. */
export function compareFile(file: string, opened: FileIdentity): FileState {
  const database = statSync(file, { throwIfNoEntry: false });
  if (database === undefined) return 'GONE';
  if (`${database.dev}:${database.ino}` !== opened.database || database.size < opened.bytes) return 'REPLACED';
  // An open handle goes on writing, and root always may; taking the write bits away is still an operator's "stop".
  if ((database.mode & anyWriteBit) === 0) return 'LOCKED';
  const log = statSync(logOf(file), { throwIfNoEntry: false });
  return log !== undefined && `${log.dev}:${log.ino}` === opened.log ? 'SAME' : 'GONE';
}

/** True when a log that is not the opened one lies beside the file. */
export function hasForeignLog(file: string, opened: FileIdentity): boolean {
  const log = statSync(logOf(file), { throwIfNoEntry: false });
  return log !== undefined && `${log.dev}:${log.ino}` !== opened.log;
}

/** The log and the shared index of a database that is being put elsewhere: they must not meet another file of its name. */
export async function removeLog(file: string): Promise<void> {
  await rm(logOf(file), { force: true });
  await rm(`${file}-shm`, { force: true });
}

/** Makes names in the file's folder outlive a power cut. */
export async function syncFolder(file: string): Promise<void> {
  await syncPath(path.dirname(file));
}

export async function syncPath(name: string): Promise<void> {
  const handle = await open(name, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function logOf(file: string): string {
  return `${file}-wal`;
}
