import { Pool, types, type CustomTypesConfig } from 'pg';
import { start, type ChainedRecord } from './chain.ts';
import { postgresMigrations } from './postgres-schema.ts';
import { createSideWriter, createSqlReader, type Query, type Row } from './sql-reader.ts';
import { ChainMoved, StoreProblem, type ClosableReader, type JournalStore, type SearchableReader } from './store.ts';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly connection: string;
  /** The segment that is written; sealed ones are schemas named `<schema>_<from>_<to>`. Lower case, no quotes. */
  readonly schema?: string;
  /** A write that takes longer is given up, by the server first. */
  readonly timeoutMs?: number;
}

/** The journal in PostgreSQL: one schema, one statement for each group of records, committed when it returns. */
export function createPostgresStore(options: PostgresStoreOptions): JournalStore {
  const schema = options.schema ?? 'samutphok_journal';
  if (!/^[a-z_][a-z0-9_]{0,40}$/u.test(schema)) throw new StoreProblem(`${schema} is no name for a schema`);
  const pool = createPool(options, schema);
  let migrated: Promise<void> | undefined;
  const ready = async (): Promise<Pool> => {
    migrated ??= migrate(pool, schema).catch((error: unknown) => {
      migrated = undefined;
      throw error;
    });
    await migrated;
    return pool;
  };
  const query: Query = async (text, parameters) => ask(await ready(), text, parameters);
  const write = async (text: string, parameters: readonly (string | number)[]): Promise<void> => {
    try {
      await query(text, parameters);
    } catch (error) {
      throw isConflict(error) ? new ChainMoved('the journal has moved on', { cause: error }) : error;
    }
  };
  const reader = postgresReader(schema, query);

  return {
    ...reader,
    previousHead: async () => {
      const [last] = await sealedSchemas(await ready(), schema);
      if (last === undefined) return start;
      const head = await postgresReader(last, schemaQuery(pool, last)).head();
      if (head === undefined) throw new StoreProblem(`${last} holds no journal`);
      return head;
    },
    ...createSideWriter(query, write),
    append: (records) =>
      write(appendSql, [JSON.stringify(records.map(toRow)), JSON.stringify(records.flatMap(lookupRows))]),
    foreignChanges: () => Promise.resolve(undefined),
    seal: async (from, to) => {
      const sealed = `${schema}_${from}_${to}`;
      await query(`alter schema ${schema} rename to ${sealed}`, []);
      migrated = undefined;
      return sealed;
    },
    sealed: async () => {
      const names = await sealedSchemas(await ready(), schema);
      return names.map((name): ClosableReader => ({
        ...postgresReader(name, schemaQuery(pool, name)),
        close: () => Promise.resolve(),
      }));
    },
    close: () => pool.end(),
  };
}

export interface PostgresReader extends ClosableReader {
  readonly exists: () => Promise<boolean>;
}

/** Reads one schema, for the verifier: it makes nothing that is not there. */
export function openPostgresReader(options: PostgresStoreOptions): PostgresReader {
  const schema = options.schema ?? 'samutphok_journal';
  const pool = createPool(options, schema);
  const query: Query = (text, parameters) => ask(pool, text, parameters);
  return {
    ...postgresReader(schema, query),
    exists: async () => (await versionOf(pool, schema)) > 0,
    close: () => pool.end(),
  };
}

/** The sealed segments, the oldest first, each with a connection of its own. */
export async function openPostgresSealed(options: PostgresStoreOptions): Promise<(() => Promise<ClosableReader>)[]> {
  const schema = options.schema ?? 'samutphok_journal';
  const pool = createPool(options, schema);
  try {
    const names = (await sealedSchemas(pool, schema)).toReversed();
    return names.map((name) => () => Promise.resolve(openPostgresReader({ ...options, schema: name })));
  } finally {
    await pool.end();
  }
}

const appendSql = `with appended as (
    insert into journal_record
    select * from json_to_recordset(?::json)
      as r (sequence bigint, at_ms bigint, previous_hash text, hash text, record text)
    order by sequence
  )
  insert into journal_lookup
  select * from json_to_recordset(?::json) as l (sequence bigint, kind text, key text)`;

function toRow({ sequence, atMs, previousHash, hash, text }: ChainedRecord): object {
  return { sequence, at_ms: atMs, previous_hash: previousHash, hash, record: text };
}

function lookupRows({ sequence, keys }: ChainedRecord): object[] {
  return keys.map(({ kind, key }) => ({ sequence, kind, key }));
}

function createPool({ connection, timeoutMs = 3000 }: PostgresStoreOptions, schema: string): Pool {
  const pool = new Pool({
    connectionString: connection,
    max: 3,
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    query_timeout: timeoutMs + 500,
    options: `-c search_path=${schema} -c synchronous_commit=on`,
    types: parsers,
    application_name: 'samutphok journal',
  });
  // An idle connection that breaks is none of anybody's business: the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}

// Sequence numbers and milliseconds are far below 2^53.
const parsers: CustomTypesConfig = {
  getTypeParser: (type, format) => (type === types.builtins.INT8 ? Number : types.getTypeParser(type, format)),
};

async function ask(pool: Pool, text: string, parameters: readonly (string | number)[]): Promise<readonly Row[]> {
  let count = 0;
  const numbered = text.replaceAll('?', () => {
    count += 1;
    return `$${count}`;
  });
  return (await pool.query<Record<string, unknown>>(numbered, [...parameters])).rows;
}

async function migrate(pool: Pool, schema: string): Promise<void> {
  if ((await versionOf(pool, schema)) >= postgresMigrations.length) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    // Several gateways may start at once.
    await client.query("select pg_advisory_xact_lock(hashtext('samutphok journal'))");
    await client.query(`create schema if not exists ${schema}`);
    await client.query('create table if not exists journal_version (version integer not null)');
    const { rows } = await client.query<{ version: number }>('select version from journal_version');
    const pending = postgresMigrations.slice(rows[0]?.version ?? 0);
    for (const script of pending) {
      // oxlint-disable-next-line no-await-in-loop -- each needs the one before
      await client.query(script);
    }
    await client.query('delete from journal_version');
    await client.query('insert into journal_version values ($1)', [postgresMigrations.length]);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** 0 while there is no journal. A role that may only insert and read gets this far and needs no more. */
async function versionOf(pool: Pool, schema: string): Promise<number> {
  const [table] = await ask(pool, 'select to_regclass(?) as name', [`${schema}.journal_version`]);
  if (table === undefined || table['name'] === null) return 0;
  const [row] = await ask(pool, 'select version from journal_version', []);
  return Number(row?.['version'] ?? 0);
}

function postgresReader(schema: string, query: Query): SearchableReader {
  return createSqlReader({ name: schema, query, textColumn: 'r.record', damage: () => damageOf(query, schema) });
}

/** The same SQL over another schema: the tables' names are all ours and stand in no parameter. */
function schemaQuery(pool: Pool, schema: string): Query {
  return (text, parameters) =>
    ask(pool, text.replaceAll(/\bjournal_(?=record|lookup|checkpoint|segment)/gu, `${schema}.journal_`), parameters);
}

async function sealedSchemas(pool: Pool, schema: string): Promise<string[]> {
  const pattern = new RegExp(`^${schema}_(?<from>\\d+)_(?<to>\\d+)$`, 'u');
  const end = (name: string): number => Number(pattern.exec(name)?.groups?.['to']);
  const rows = await ask(pool, 'select nspname::text as name from pg_namespace', []);
  const names = rows.map((row) => String(row['name'])).filter((name) => pattern.test(name));
  return names.toSorted((a, b) => end(b) - end(a));
}

/** The triggers that make the tables append-only, and what they call. */
async function damageOf(query: Query, schema: string): Promise<readonly string[]> {
  const rows = await query(
    `select t.tgname::text as name, t.tgenabled::text as enabled, p.prosrc as body
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_proc p on p.oid = t.tgfoid
     where n.nspname = ? and not t.tgisinternal`,
    [schema],
  );
  const script = postgresMigrations.join('\n');
  const expected = [...script.matchAll(/create trigger (?<name>\w+)/gu)].map((match) => match.groups?.['name'] ?? '');
  const intact = rows.filter(({ enabled, body }) => enabled === 'O' && script.includes(`$$${String(body)}$$`));
  const names = new Set(intact.map(({ name }) => name));
  return expected.filter((name) => !names.has(name)).map((name) => `trigger ${name} is missing or was altered`);
}

const conflicts: ReadonlySet<string> = new Set(['23505', '40001']);

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && conflicts.has(error.code);
}
