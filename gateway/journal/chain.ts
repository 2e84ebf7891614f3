import { createHash } from 'node:crypto';
import { isAreaCode, splitPersonId } from '../../schema/contract/scalars.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { JournalRecord } from './record.ts';

/** Where a chain stands: the last sequence number and its hash. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** A record as it is stored. Hashes are 64 lower-case hex digits. */
export interface StoredRecord extends Head {
  /** `record.at` in milliseconds since the epoch, for the index. */
  readonly atMs: number;
  readonly previousHash: string;
  /** Canonical JSON; bytes where they came from a file, so that nothing is lost in decoding. */
  readonly text: string | Uint8Array;
}

/** A record that is on its way into the store. */
export interface ChainedRecord extends StoredRecord {
  readonly text: string;
  readonly keys: readonly LookupKey[];
}

/** A record ready to be chained. */
export interface EncodedRecord {
  readonly text: string;
  readonly atMs: number;
  readonly keys: readonly LookupKey[];
}

/**
 * `SHOWN`, `ASKED`: a house code that was shown, or asked for in vain (both, when an operation did both). `AREA`: the area of a household.
 * `SUBJECT`: who asked. `PERSON`: an id that does not begin with its house code.
 */
export type LookupKind = 'SHOWN' | 'ASKED' | 'AREA' | 'SUBJECT' | 'PERSON';

export interface LookupKey {
  readonly kind: LookupKind;
  readonly key: string;
}

/** What the first record of the first segment follows. */
export const start: Head = { sequence: 0, hash: '0'.repeat(64) };

/** A list of 500 households with their members is a twentieth of it. */
const maxTextLength = 1_048_576;

/** `SHA-256(previous hash as 32 bytes || canonical JSON as UTF-8)`, in hex. */
export function chainHash(previousHash: string, text: string | Uint8Array): string {
  return createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(text).digest('hex');
}

/** Throws JOURNAL_RECORD_INVALID for what cannot be kept. */
export function encodeRecord(record: JournalRecord): EncodedRecord {
  const text = canonicalText(record);
  if (text.length > maxTextLength) throw new CodedError('JOURNAL_RECORD_INVALID', { problem: 'too long' });
  const atMs = Date.parse(record.at);
  if (!Number.isSafeInteger(atMs)) throw new CodedError('JOURNAL_RECORD_INVALID', { problem: 'no time' });
  return { text, atMs, keys: lookupKeys(record) };
}

function canonicalText(record: JournalRecord): string {
  try {
    return canonicalJson(record);
  } catch (error) {
    throw new CodedError('JOURNAL_RECORD_INVALID', { problem: 'not JSON' }, { cause: error });
  }
}

/** Numbers and links the records, the first one after `head`. */
export function chainRecords(head: Head, records: readonly EncodedRecord[]): ChainedRecord[] {
  let { sequence, hash: previousHash } = head;
  return records.map(({ text, atMs, keys }) => {
    sequence += 1;
    const hash = chainHash(previousHash, text);
    const stored: ChainedRecord = { sequence, atMs, previousHash, hash, text, keys };
    previousHash = hash;
    return stored;
  });
}

/** The rows of the lookup table that belong to a record: a function of the record alone, so that a verifier can tell. */
export function lookupKeys(record: JournalRecord): LookupKey[] {
  // A key is there once, however often the record names it.
  const keys = new Map<string, LookupKey>();
  const add = (kind: LookupKind, text: string): void => {
    const key = keyText(text);
    keys.set(`${kind} ${key}`, { kind, key });
  };
  const isAllowed = record.decision === 'ALLOWED';
  for (const { houseCode, areaCode, shown } of record.households) {
    add(shown && isAllowed ? 'SHOWN' : 'ASKED', houseCode);
    if (areaCode !== null && isAreaCode(areaCode)) add('AREA', areaCode);
  }
  for (const personId of record.persons) {
    const houseCode = splitPersonId(personId)?.[0];
    if (houseCode === undefined) add('PERSON', personId);
    else add(isAllowed ? 'SHOWN' : 'ASKED', houseCode);
  }
  if (record.principal !== null) add('SUBJECT', record.principal.subject);
  return [...keys.values()];
}

/** Both databases must take and return it unchanged: NUL and lone surrogates, which they do not, become escapes. */
export function keyText(text: string): string {
  return /^(?!")[\u{20}-\u{7e}]*$/u.test(text) ? text : JSON.stringify(text);
}
