import type { Head, LookupKind, StoredRecord } from './chain.ts';
import type { Checkpoint, SegmentHeader } from './signing.ts';
import type { Extent, JournalStore, KeyCondition, RecordSearch, SearchableReader, StoredLookup } from './store.ts';

export type Row = Readonly<Record<string, unknown>>;

/** One statement with `?` for each parameter. */
export type Query = (text: string, parameters: readonly (string | number)[]) => Promise<readonly Row[]>;

export interface ReaderOptions {
  readonly name: string;
  readonly query: Query;
  /** How the record's text is selected: as bytes where the database hands them over undecoded. */
  readonly textColumn: string;
  readonly damage: SearchableReader['damage'];
}

/** What both databases answer to the same SQL. Values of a wrong type become values that no hash will fit. */
export function createSqlReader({ name, query, textColumn, damage }: ReaderOptions): SearchableReader {
  const columns = `r.sequence, r.at_ms, r.previous_hash, r.hash, ${textColumn}`;
  const segment = async (): Promise<SegmentHeader | undefined> => {
    const [row] = await query('select * from journal_segment', []);
    return row === undefined ? undefined : toSegment(row);
  };
  return {
    name,
    damage,
    segment,
    head: async () => {
      const [row] = await query('select sequence, hash from journal_record order by sequence desc limit 1', []);
      return row === undefined
        ? headBefore(await segment())
        : { sequence: number(row, 'sequence'), hash: text(row, 'hash') };
    },
    records: async (after, limit) => {
      const sql = `select ${columns} from journal_record r where r.sequence > ? order by r.sequence limit ?`;
      return (await query(sql, [after, limit])).map(toRecord);
    },
    lookups: async (after, through) => {
      const sql =
        'select sequence, kind, key from journal_lookup where sequence > ? and sequence <= ? order by sequence';
      return (await query(sql, [after, through])).map(toLookup);
    },
    checkpoints: async (after, through) => {
      const sql = 'select * from journal_checkpoint where sequence > ? and sequence <= ? order by sequence';
      return (await query(sql, [after, through])).map(toCheckpoint);
    },
    extent: () => readExtent(query),
    find: async (search) => {
      const { sql, parameters } = searchSql(search, columns);
      return (await query(sql, parameters)).map(toRecord);
    },
  };
}

/** The statements beside `append` that are the same in both databases. */
export function createSideWriter(
  query: Query,
  write: (text: string, parameters: readonly (string | number)[]) => Promise<void>,
): Pick<JournalStore, 'begin' | 'addCheckpoint' | 'lastCheckpoint' | 'hashAt'> {
  return {
    begin: ({ fromSequence, previousHash, at, keyId, signature }) =>
      write('insert into journal_segment values (1, ?, ?, ?, ?, ?)', [
        fromSequence,
        previousHash,
        at,
        keyId,
        signature,
      ]),
    addCheckpoint: ({ sequence, hash, at, previousSequence, keyId, signature }) =>
      write('insert into journal_checkpoint values (?, ?, ?, ?, ?, ?)', [
        sequence,
        hash,
        at,
        previousSequence,
        keyId,
        signature,
      ]),
    lastCheckpoint: async () => {
      const [row] = await query('select * from journal_checkpoint order by sequence desc limit 1', []);
      return row && toCheckpoint(row);
    },
    hashAt: async (sequence) => {
      const [row] = await query('select hash from journal_record where sequence = ?', [sequence]);
      return row && text(row, 'hash');
    },
  };
}

function headBefore(header: SegmentHeader | undefined): Head | undefined {
  return header && { sequence: header.fromSequence - 1, hash: header.previousHash };
}

async function readExtent(query: Query): Promise<Extent> {
  const [row = {}] = await query(
    `select (select min(sequence) from journal_lookup) as first_lookup,
      (select max(sequence) from journal_lookup) as last_lookup,
      (select min(sequence) from journal_checkpoint) as first_checkpoint,
      (select max(sequence) from journal_checkpoint) as last_checkpoint`,
    [],
  );
  const optional = (name: string): number | undefined => (row[name] === null ? undefined : number(row, name));
  return {
    firstLookup: optional('first_lookup'),
    lastLookup: optional('last_lookup'),
    firstCheckpoint: optional('first_checkpoint'),
    lastCheckpoint: optional('last_checkpoint'),
  };
}

function searchSql(
  { keys, fromMs, toMs, before, limit }: RecordSearch,
  columns: string,
): { sql: string; parameters: (string | number)[] } {
  const conditions = ['r.sequence < ?'];
  const parameters: (string | number)[] = [before];
  for (const condition of keys) {
    const { sql, values } = keyCondition(condition);
    conditions.push(`r.sequence in (select l.sequence from journal_lookup l where ${sql})`);
    parameters.push(...values);
  }
  if (fromMs !== undefined) conditions.push('r.at_ms >= ?');
  if (toMs !== undefined) conditions.push('r.at_ms < ?');
  parameters.push(...[fromMs, toMs].filter((bound) => bound !== undefined), limit);
  const sql = `select ${columns} from journal_record r where ${conditions.join(' and ')} order by r.sequence desc limit ?`;
  return { sql, parameters };
}

function keyCondition(condition: KeyCondition): { sql: string; values: readonly string[] } {
  if ('kinds' in condition) {
    const { kinds, keys } = condition;
    return { sql: `l.kind in (${marks(kinds)}) and l.key in (${marks(keys)})`, values: [...kinds, ...keys] };
  }
  const ranges = condition.within.map(() => '(l.key >= ? and l.key < ?)').join(' or ');
  // A colon is what follows the digits: from 5004 to below 5004: is 5004 and all that begins with it.
  return { sql: `l.kind = 'AREA' and (${ranges})`, values: condition.within.flatMap((area) => [area, `${area}:`]) };
}

function marks(list: readonly string[]): string {
  return list.map(() => '?').join(', ');
}

function toRecord(row: Row): StoredRecord {
  const stored = row['record'];
  return {
    sequence: number(row, 'sequence'),
    atMs: number(row, 'at_ms'),
    previousHash: text(row, 'previous_hash'),
    hash: text(row, 'hash'),
    text: stored instanceof Uint8Array ? stored : text(row, 'record'),
  };
}

function toLookup(row: Row): StoredLookup {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a changed kind only has to differ from the true one
  return { sequence: number(row, 'sequence'), kind: text(row, 'kind') as LookupKind, key: text(row, 'key') };
}

export function toCheckpoint(row: Row): Checkpoint {
  return {
    sequence: number(row, 'sequence'),
    hash: text(row, 'hash'),
    at: text(row, 'at'),
    previousSequence: number(row, 'previous_sequence'),
    keyId: text(row, 'key_id'),
    signature: text(row, 'signature'),
  };
}

export function toSegment(row: Row): SegmentHeader {
  return {
    fromSequence: number(row, 'from_sequence'),
    previousHash: text(row, 'previous_hash'),
    at: text(row, 'at'),
    keyId: text(row, 'key_id'),
    signature: text(row, 'signature'),
  };
}

function number(row: Row, name: string): number {
  const value = row[name];
  return typeof value === 'number' ? value : -1;
}

function text(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : '';
}
