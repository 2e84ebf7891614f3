import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fingerprintDamage } from './fingerprint.ts';
import { createSqlReader, type Query, type Row } from './sql-reader.ts';
import { immutable, migrateSqlite, openSqlite, schemaVersion, type SqliteConnection } from './sqlite-connection.ts';
import { StoreProblem, type ClosableReader, type SearchableReader } from './store.ts';

/** Reads a journal file that somebody else may be writing. Changes nothing in it. */
export async function openSqliteReader(file: string): Promise<ClosableReader> {
  const connection = await openReadOnly(file);
  return { ...sqliteReader(file, connection.all), close: connection.close };
}

export function sqliteReader(file: string, query: Query): SearchableReader {
  return createSqlReader({
    name: path.basename(file),
    query,
    textColumn: 'cast(r.record as blob) as record',
    damage: async (keys) => [...(await damageOf(query)), ...(await fingerprintDamage(file, keys))],
  });
}

async function openReadOnly(file: string): Promise<SqliteConnection> {
  const connection = await openSqlite(file, 'READ');
  try {
    await connection.exec('pragma busy_timeout = 5000');
    const version = await schemaVersion(connection);
    if (version === 0) throw new StoreProblem('the file holds no journal');
    return connection;
  } catch (error) {
    await connection.close();
    // A write-ahead database on a medium that is read-only, without a log beside it, is whole and will not change.
    const log = await stat(`${file}-wal`).catch(() => undefined);
    if (error instanceof StoreProblem || log !== undefined) throw error;
    return openSqlite(immutable(file), 'READ');
  }
}

/** Pages, indexes against their tables, and the triggers that make the tables append-only. */
async function damageOf(query: Query): Promise<readonly string[]> {
  const damage = (await query('pragma integrity_check(10)', []))
    .map((row) => String(row['integrity_check']))
    .filter((line) => line !== 'ok');
  expectedSchema ??= readExpectedSchema();
  const expected = await expectedSchema;
  const actual = new Map((await query(schemaSql, [])).map(namedSql));
  for (const [name, sql] of expected) if (actual.get(name) !== sql) damage.push(`${name} is missing or was altered`);
  for (const name of actual.keys()) if (!expected.has(name)) damage.push(`${name} was added`);
  return damage;
}

const schemaSql = "select type, name, sql from sqlite_schema where name not like 'sqlite\\_%' escape '\\'";

/** The same for every file, so it is made once. */
let expectedSchema: Promise<ReadonlyMap<string, string>> | undefined;

async function readExpectedSchema(): Promise<ReadonlyMap<string, string>> {
  const connection = await openSqlite(':memory:', 'CREATE');
  try {
    await migrateSqlite(connection);
    return new Map((await connection.all(schemaSql, [])).map(namedSql));
  } finally {
    await connection.close();
  }
}

function namedSql(row: Row): [name: string, sql: string] {
  return [`${String(row['type'])} ${String(row['name'])}`, String(row['sql'])];
}
