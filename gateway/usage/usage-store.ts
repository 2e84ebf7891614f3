import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { connect, type Connection } from './sqlite.ts';
import { dayOf, others, type DailyCount } from './usage.ts';

/** What one flush brings: counts, and the operations that they are of. */
export interface UsageBatch {
  readonly counts: readonly DailyCount[];
  readonly operations: readonly StoredOperation[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface StoredOperation {
  readonly operationHash: string;
  readonly operationName: string | null;
  readonly coordinates: readonly string[];
}

export interface UsageStore {
  /** Adds the batch whole or not at all. */
  readonly add: (batch: UsageBatch) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface UsageStoreOptions {
  /** Operations kept apart; those beyond are counted together, with the coordinates of all of them. Default 5,000. */
  readonly maxOperations?: number;
  /** Pairs of operation and client kept apart on one day. Default 20,000. */
  readonly maxRowsOfDay?: number;
  /** Days after which counts are forgotten. Default 92. */
  readonly keepDays?: number;
}

export function usageFile(dataDir: string): string {
  return path.join(dataDir, 'usage.sqlite');
}

/** The record of a data folder. Other processes may read it meanwhile. */
export async function openUsageStore(dataDir: string, options: UsageStoreOptions = {}): Promise<UsageStore> {
  await mkdir(dataDir, { recursive: true });
  const connection = await connect(usageFile(dataDir), 'WRITE');
  try {
    await connection.exec(schema);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return {
    add: (batch) => inTransaction(connection, () => addBatch(connection, batch, options)),
    close: connection.close,
  };
}

const schema = `
  pragma busy_timeout = 2000;
  pragma journal_mode = wal;
  pragma synchronous = normal;
  create table if not exists covered_day (day text primary key) without rowid;
  create table if not exists operation (
    hash text primary key,
    name text,
    coordinates text not null check (json_valid(coordinates))
  ) without rowid;
  create table if not exists usage (
    day text not null,
    hash text not null,
    client text not null,
    count integer not null check (count > 0),
    primary key (day, hash, client)
  ) without rowid;`;

async function inTransaction(connection: Connection, work: () => Promise<void>): Promise<void> {
  await connection.exec('begin immediate');
  try {
    await work();
    await connection.exec('commit');
  } catch (error) {
    await connection.exec('rollback').catch(() => undefined);
    throw error;
  }
}

async function addBatch(connection: Connection, batch: UsageBatch, options: UsageStoreOptions): Promise<void> {
  const { maxOperations = 5_000, maxRowsOfDay = 20_000, keepDays = 92 } = options;
  const kept = await addOperations(connection, batch.operations, maxOperations);
  await addCounts(connection, batch.counts, { kept, maxRowsOfDay });
  await connection.run('insert or ignore into covered_day (day) values (?)', [dayOf(batch.at)]);
  await forget(connection, dayOf(batch.at - keepDays * dayMs));
}

const dayMs = 86_400_000;

/** Returns the hashes that are kept apart. */
async function addOperations(
  connection: Connection,
  operations: readonly StoredOperation[],
  max: number,
): Promise<ReadonlySet<string>> {
  const hashes = JSON.stringify(operations.map(({ operationHash }) => operationHash));
  const found = await connection.all('select hash from operation where hash in (select value from json_each(?))', [
    hashes,
  ]);
  const known = new Set(found.map(({ hash }) => String(hash)));
  const [size] = await connection.all('select count(*) as size from operation', []);
  let room = max - Number(size?.['size']);
  const strangers: string[] = [];
  for (const { operationHash, operationName, coordinates } of operations) {
    const isKept = known.has(operationHash) || room > 0;
    if (!isKept) {
      strangers.push(...coordinates);
      continue;
    }
    if (!known.has(operationHash)) room -= 1;
    known.add(operationHash);
    // oxlint-disable-next-line no-await-in-loop -- one connection runs one statement at a time
    await connection.run(putOperation, [operationHash, operationName ?? '', JSON.stringify(coordinates)]);
  }
  if (strangers.length > 0) await addToOthers(connection, strangers);
  return known;
}

const putOperation = `insert into operation (hash, name, coordinates) values (?, nullif(?, ''), ?)
  on conflict (hash) do update set coordinates = excluded.coordinates where coordinates <> excluded.coordinates`;

async function addToOthers(connection: Connection, coordinates: readonly string[]): Promise<void> {
  const [row] = await connection.all('select coordinates from operation where hash = ?', [others]);
  const before: unknown = row === undefined ? [] : JSON.parse(String(row['coordinates']));
  const all = new Set([...(Array.isArray(before) ? before.map(String) : []), ...coordinates]);
  await connection.run(putOperation, [others, '', JSON.stringify([...all].toSorted())]);
}

interface CountLimits {
  readonly kept: ReadonlySet<string>;
  readonly maxRowsOfDay: number;
}

async function addCounts(connection: Connection, counts: readonly DailyCount[], limits: CountLimits): Promise<void> {
  const sizes = new Map<string, number>();
  for (const { day, operationHash, client, count } of counts) {
    // oxlint-disable-next-line no-await-in-loop -- one connection runs one statement at a time
    const size = sizes.get(day) ?? (await rowsOf(connection, day));
    const hash = limits.kept.has(operationHash) ? operationHash : others;
    const isFull = size >= limits.maxRowsOfDay;
    sizes.set(day, size + 1);
    // A full day counts by operation alone: which fields are in use is what matters.
    // oxlint-disable-next-line no-await-in-loop -- as above
    await connection.run(addCount, [day, hash, isFull ? others : client, count]);
  }
}

const addCount = `insert into usage (day, hash, client, count) values (?, ?, ?, ?)
  on conflict (day, hash, client) do update set count = count + excluded.count`;

async function rowsOf(connection: Connection, day: string): Promise<number> {
  const [row] = await connection.all('select count(*) as size from usage where day = ?', [day]);
  return Number(row?.['size']);
}

async function forget(connection: Connection, before: string): Promise<void> {
  await connection.run('delete from usage where day < ?', [before]);
  await connection.run('delete from covered_day where day < ?', [before]);
  await connection.run('delete from operation where hash not in (select hash from usage)', []);
}
