import { chmod, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { start, type ChainedRecord, type Head } from './chain.ts';
import { createSideWriter } from './sql-reader.ts';
import { writeFingerprint } from './fingerprint.ts';
import { openSqlite } from './sqlite-connection.ts';
import { syncFolder, syncPath } from './sqlite-file.ts';
import { SqliteHandle, type SqliteStoreOptions } from './sqlite-handle.ts';
import { openSqliteReader, sqliteReader } from './sqlite-reader.ts';
import { StoreProblem, type JournalStore } from './store.ts';

/** The embedded store: one file, one write for each group of records, durable when it returns. */
export function createSqliteStore(options: SqliteStoreOptions): JournalStore {
  const { file } = options;
  const handle = new SqliteHandle(options);
  const reader = sqliteReader(file, (sql, parameters) => handle.read(sql, parameters));
  return {
    ...reader,
    ...createSideWriter(
      (sql, parameters) => handle.read(sql, parameters),
      (sql, parameters) => handle.write(sql, parameters),
    ),
    append: (records) => {
      const [only, ...others] = records;
      return only !== undefined && others.length === 0
        ? handle.write(appendOneSql, toRow(only), only)
        : handle.write(appendSql, [JSON.stringify(records.map(toRow))], records.at(-1));
    },
    previousHead: () => previousHead(file),
    foreignChanges: async () => {
      const [row] = await handle.readAsWriter('pragma data_version');
      return Number(row?.['data_version']);
    },
    seal: async (from, to) => {
      const { dir, name } = path.parse(file);
      const sealed = path.join(dir, `${name}-${from}-${to}.sqlite`);
      await handle.withoutConnections(() => sealFile(file, sealed));
      if (options.signer !== undefined) await writeFingerprint(sealed, options.signer).catch(() => undefined);
      return path.basename(sealed);
    },
    sealed: async () => Promise.all((await sealedFiles(file)).map(openSqliteReader)),
    close: () => handle.close(),
  };
}

/** Sealed segments of the journal whose living file is `file`, the newest first. */
export async function sealedFiles(file: string): Promise<readonly string[]> {
  const { dir, name } = path.parse(file);
  const pattern = /^-(?<from>\d+)-(?<to>\d+)\.sqlite$/u;
  const end = (entry: string): number | undefined => {
    const to = entry.startsWith(name) ? pattern.exec(entry.slice(name.length))?.groups?.['to'] : undefined;
    return to === undefined ? undefined : Number(to);
  };
  const entries = (await readdir(dir)).filter((entry) => end(entry) !== undefined);
  return entries.toSorted((a, b) => (end(b) ?? 0) - (end(a) ?? 0)).map((entry) => path.join(dir, entry));
}

/** The same for one record: a fifth less work. */
const appendOneSql = 'insert into journal_entry values (?, ?, ?, ?, ?, ?)';

const appendSql = `insert into journal_entry
  select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each(?)`;

function toRow({ sequence, atMs, previousHash, hash, text, keys }: ChainedRecord): (string | number)[] {
  return [sequence, atMs, previousHash, hash, text, JSON.stringify(keys.map(({ kind, key }) => [kind, key]))];
}

/** One whole file without a log, that reads on any medium. */
async function sealFile(file: string, sealed: string): Promise<void> {
  const connection = await openSqlite(file, 'WRITE');
  try {
    const [row] = await connection.all('pragma journal_mode = delete', []);
    if (row?.['journal_mode'] !== 'delete') throw new StoreProblem('another process is reading the file');
  } finally {
    await connection.close();
  }
  await rename(file, sealed);
  await chmod(sealed, 0o440);
  await syncPath(sealed);
  await syncFolder(file);
}

async function previousHead(file: string): Promise<Head> {
  const [last] = await sealedFiles(file);
  if (last === undefined) return start;
  const reader = await openSqliteReader(last);
  try {
    const head = await reader.head();
    if (head === undefined) throw new StoreProblem(`${path.basename(last)} holds no journal`);
    return head;
  } finally {
    await reader.close();
  }
}
