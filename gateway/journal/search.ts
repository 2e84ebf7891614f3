import { isAreaCode, splitPersonId } from '../../schema/contract/scalars.ts';
import { mayEnterArea } from '../../schema/contract/identity.ts';
import { keyText, type StoredRecord } from './chain.ts';
import { parseRecord, type JournalRecord } from './record.ts';
import type { KeyCondition, RecordSearch, SearchableReader } from './store.ts';

/** Conditions that all hold. */
export interface JournalSearch {
  readonly houseCode?: string;
  readonly personId?: string;
  /** Who asked. */
  readonly subject?: string;
  /** Milliseconds since the epoch; `toMs` is excluded. */
  readonly fromMs?: number;
  readonly toMs?: number;
  /**
   * Areas of the reader, as in its token: only records of households there, and of those records only these
   * households. Left out or `['*']`: everything, also what has no area.
   */
  readonly areas?: readonly string[];
  /** Only records before this sequence: the last one of the page before. */
  readonly before?: number;
  /** 1 to 500. */
  readonly limit?: number;
}

export interface JournalEntry {
  readonly sequence: number;
  readonly hash: string;
  readonly record: JournalRecord;
}

export const maxLimit = 500;

/** The newest first, from several segments as if they were one: `readers` are in the order from the newest to the oldest. */
export async function searchRecords(
  readers: readonly SearchableReader[],
  search: JournalSearch,
): Promise<readonly JournalEntry[]> {
  const limit = Math.min(maxLimit, Math.max(1, Math.trunc(search.limit ?? 100)));
  const conditions = keyConditions(search);
  if (conditions === undefined) return [];
  const entries: JournalEntry[] = [];
  let before = search.before ?? Number.MAX_SAFE_INTEGER;
  for (const reader of readers) {
    while (entries.length < limit) {
      const wanted = limit - entries.length;
      const condition: RecordSearch = {
        keys: conditions,
        fromMs: search.fromMs,
        toMs: search.toMs,
        before,
        limit: wanted,
      };
      // oxlint-disable-next-line no-await-in-loop -- an older segment is asked only for what the newer ones leave open
      const found = await reader.find(condition);
      entries.push(...found.map((stored) => toEntry(stored, search)).filter((entry) => entry !== undefined));
      before = found.at(-1)?.sequence ?? before;
      if (found.length < wanted) break;
    }
  }
  return entries;
}

/** Undefined: nothing can fit. */
function keyConditions({ houseCode, personId, subject, areas }: JournalSearch): KeyCondition[] | undefined {
  const conditions: KeyCondition[] = [];
  if (houseCode !== undefined) conditions.push(houseCondition(houseCode));
  if (personId !== undefined) {
    const house = splitPersonId(personId)?.[0];
    conditions.push(house === undefined ? { kinds: ['PERSON'], keys: [keyText(personId)] } : houseCondition(house));
  }
  if (subject !== undefined) conditions.push({ kinds: ['SUBJECT'], keys: [keyText(subject)] });
  if (areas !== undefined && !areas.includes('*')) {
    const codes = areas.filter((area) => isAreaCode(area));
    if (codes.length === 0) return undefined;
    conditions.push({ within: codes });
  }
  return conditions;
}

function houseCondition(houseCode: string): KeyCondition {
  return { kinds: ['SHOWN', 'ASKED'], keys: [keyText(houseCode)] };
}

function toEntry({ sequence, hash, text }: StoredRecord, search: JournalSearch): JournalEntry | undefined {
  const record = parseRecord(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
  if (record === undefined) return undefined;
  // The lookup leads to the house; whether this person was among those seen only the record says.
  if (search.personId !== undefined && !record.persons.includes(search.personId)) return undefined;
  return { sequence, hash, record: confine(record, search.areas) };
}

/** Without the households and persons of other areas. */
function confine(record: JournalRecord, areas: readonly string[] | undefined): JournalRecord {
  if (areas === undefined || areas.includes('*')) return record;
  const confined = { areas: areas.filter((area) => isAreaCode(area)) };
  const households = record.households.filter(({ areaCode }) => areaCode !== null && mayEnterArea(confined, areaCode));
  const houses = new Set(households.map(({ houseCode }) => houseCode));
  const persons = record.persons.filter((personId) => houses.has(splitPersonId(personId)?.[0] ?? ''));
  return { ...record, households, persons };
}
