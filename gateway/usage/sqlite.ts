import sqlite3, { type Database } from 'sqlite3';

type Value = string | number;
export type Row = Readonly<Record<string, unknown>>;

/** One connection to a SQLite file, as promises. */
export interface Connection {
  readonly exec: (script: string) => Promise<void>;
  readonly run: (sql: string, values: readonly Value[]) => Promise<void>;
  readonly all: (sql: string, values: readonly Value[]) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

/** `READ` needs a file that is there. */
export async function connect(file: string, mode: 'WRITE' | 'READ'): Promise<Connection> {
  const flags = mode === 'READ' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE + sqlite3.OPEN_CREATE;
  const database = await new Promise<Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, flags, (error) => (error === null ? resolve(opened) : reject(error)));
  });
  return {
    exec: (script) => settled((done) => database.exec(script, done)),
    run: (sql, values) => settled((done) => database.run(sql, [...values], done)),
    all: (sql, values) =>
      new Promise((resolve, reject) => {
        database.all<Row>(sql, [...values], (error, rows) => (error === null ? resolve(rows) : reject(error)));
      }),
    close: () => settled((done) => database.close(done)),
  };
}

function settled(start: (done: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error === null ? resolve() : reject(error)));
  });
}
