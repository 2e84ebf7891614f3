import type { ChainedRecord, Head, LookupKey, LookupKind, StoredRecord } from './chain.ts';
import type { Checkpoint, PublicKeys, SegmentHeader } from './signing.ts';

/** Where records are read from: a database, or an exported file. Everything comes in the order of the sequence. */
export interface JournalReader {
  /** For reports: the file's name or the schema. */
  readonly name: string;
  readonly segment: () => Promise<SegmentHeader | undefined>;
  /** The last record; before the first one, what the segment follows. Undefined while there is no segment. */
  readonly head: () => Promise<Head | undefined>;
  readonly records: (after: number, limit: number) => Promise<readonly StoredRecord[]>;
  /** Lookup rows with `after < sequence <= through`, or undefined where they are not kept. */
  readonly lookups: (after: number, through: number) => Promise<readonly StoredLookup[] | undefined>;
  readonly checkpoints: (after: number, through: number) => Promise<readonly Checkpoint[]>;
  readonly extent: () => Promise<Extent>;
  /** What is wrong with the store itself: damaged pages, missing triggers, bytes that differ. Empty: nothing. */
  readonly damage: (keys: PublicKeys) => Promise<readonly string[]>;
}

export interface StoredLookup extends LookupKey {
  readonly sequence: number;
}

/** First and last sequence of the side tables: rows outside the records' own range have been put there. */
export interface Extent {
  readonly firstLookup: number | undefined;
  readonly lastLookup: number | undefined;
  readonly firstCheckpoint: number | undefined;
  readonly lastCheckpoint: number | undefined;
}

export interface SearchableReader extends JournalReader {
  readonly find: (search: RecordSearch) => Promise<readonly StoredRecord[]>;
}

/** Conditions that all hold; the newest records first. */
export interface RecordSearch {
  /** For each: one of the lookup rows is there. */
  readonly keys: readonly KeyCondition[];
  readonly fromMs: number | undefined;
  /** Excluded. */
  readonly toMs: number | undefined;
  /** Excluded. */
  readonly before: number;
  readonly limit: number;
}

/** One of the keys, or a key that begins with one of the area codes. */
export type KeyCondition =
  { readonly kinds: readonly LookupKind[]; readonly keys: readonly string[] } | { readonly within: readonly string[] };

/** An append-only database with one segment that is written. It connects when it is needed, and again after a failure. */
export interface JournalStore extends SearchableReader {
  /** Where the segments before this one end; the very start when there are none. */
  readonly previousHead: () => Promise<Head>;
  /** Writes the first and only header of the segment. Rejects with ChainMoved when there is one. */
  readonly begin: (header: SegmentHeader) => Promise<void>;
  /** All or none; durable when it resolves. Rejects with ChainMoved when the first record does not follow the last. */
  readonly append: (records: readonly ChainedRecord[]) => Promise<void>;
  /** Rejects with ChainMoved when somebody else wrote a checkpoint. */
  readonly addCheckpoint: (checkpoint: Checkpoint) => Promise<void>;
  readonly hashAt: (sequence: number) => Promise<string | undefined>;
  readonly lastCheckpoint: () => Promise<Checkpoint | undefined>;
  /** Puts the segment away under its first and last sequence and returns its name; then there is no segment. */
  readonly seal: (from: number, to: number) => Promise<string>;
  /** The segments that were put away, the newest first. Whoever asks closes them. */
  readonly sealed: () => Promise<readonly ClosableReader[]>;
  /** A number that changes when somebody else changes the data; undefined where the database has none. */
  readonly foreignChanges: () => Promise<number | undefined>;
  readonly close: () => Promise<void>;
}

export interface ClosableReader extends SearchableReader {
  readonly close: () => Promise<void>;
}

/** Somebody else appended, or records have gone: read the head again. */
export class ChainMoved extends Error {
  readonly kind = 'CHAIN_MOVED';
}

export function isChainMoved(error: unknown): error is ChainMoved {
  return error instanceof Error && 'kind' in error && error.kind === 'CHAIN_MOVED';
}

/** Why a store cannot be used, in words for the operator's log; it names no citizen and no SQL. */
export class StoreProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreProblem';
  }
}
