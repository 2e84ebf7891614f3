import path from 'node:path';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { systemClock, type Clock } from '../kernel/clock.ts';
import { readAnchor, writeAnchor } from './anchor.ts';
import { Appender, type JournalReceipt } from './appender.ts';
import { ChainWriter } from './chain-writer.ts';
import { createCircuit, problemWords, type JournalState } from './circuit.ts';
import { exportToFile } from './export.ts';
import { openSigner, readPublicKeyFolder } from './key-files.ts';
import { createPostgresStore } from './postgres-store.ts';
import type { JournalRecord } from './record.ts';
import { searchRecords, type JournalEntry, type JournalSearch } from './search.ts';
import type { Checkpoint, Signer } from './signing.ts';
import { createSqliteStore } from './sqlite-store.ts';
import { readStatement, type AccessStatement, type StatementRequest } from './statement.ts';
import type { JournalStore, SearchableReader } from './store.ts';
import { VerificationCache } from './verification-cache.ts';
import { verifySegment, type VerifyReport } from './verify.ts';

export interface JournalOptions {
  /** Where keys, the last checkpoint and, without `postgres`, the journal itself lie. */
  readonly dataDir: string;
  /** `postgres://…`; the schema is `samutphok_journal` unless named. */
  readonly postgres?: { readonly connection: string; readonly schema?: string };
  /** PEM (PKCS #8) of an Ed25519 key; made in the data folder when there is none. */
  readonly signingKeyFile?: string;
  readonly clock?: Clock;
  readonly checkpointRecords?: number;
  readonly checkpointMs?: number;
  /** How long records that come together may wait for each other, to be made durable at once. Default 4. */
  readonly gatherMs?: number;
  /** How long everything is refused at once after a failure before the next record tries again. */
  readonly retryMs?: number;
  /** How long a statement waits for its verification. */
  readonly verifyWaitMs?: number;
  /** Whenever the journal stops or goes on: for the log and an alarm. */
  readonly onState?: (state: JournalState) => void;
  /** Every new checkpoint, to be sent to somebody whom the operators do not control. It must not throw. */
  readonly onCheckpoint?: (checkpoint: Checkpoint) => void;
  /** For tests: in place of the store that `dataDir` and `postgres` say. */
  readonly store?: JournalStore;
}

export interface Journal {
  /**
   * Resolves when the record is durable: only then may the answer leave. Rejects with JOURNAL_UNAVAILABLE when it
   * cannot be written and JOURNAL_RECORD_INVALID when it cannot be kept.
   */
  readonly append: (record: JournalRecord) => Promise<JournalReceipt>;
  /** Throws JOURNAL_UNAVAILABLE while it is known that nothing can be written: before bodies are asked in vain. */
  readonly assertWritable: () => void;
  readonly state: () => JournalState;
  readonly search: (search: JournalSearch) => Promise<readonly JournalEntry[]>;
  readonly statement: (request: StatementRequest) => Promise<AccessStatement>;
  /** Walks the whole living segment. For everything, with sealed segments, see verifyJournal. */
  readonly verify: () => Promise<VerifyReport>;
  /** Signs now what no checkpoint covers; undefined where there is nothing. */
  readonly checkpoint: () => Promise<Checkpoint | undefined>;
  /** Exports the living segment, signed to its end, as NDJSON to a new file. Rejects with JOURNAL_NOT_DONE. */
  readonly exportTo: (file: string) => Promise<void>;
  /** Puts the segment away as `journal-<from>-<to>` and begins one that follows it; undefined when it is empty. Rejects with JOURNAL_NOT_DONE. */
  readonly rotate: () => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the access journal. A store that cannot be reached is no error: the journal is then DOWN and tries again with
 * the next record. Throws JOURNAL_KEY_INVALID for a key that is none, JOURNAL_UNAVAILABLE when no key can be made.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { dataDir, clock = systemClock } = options;
  const signer = await openSignerOf(options);
  const store = options.store ?? createStore(options, signer);
  const circuit = createCircuit({
    clock,
    retryMs: options.retryMs ?? 1000,
    onState: options.onState ?? (() => undefined),
  });
  const chain = new ChainWriter({ store, signer, clock, anchor: await readAnchor(dataDir) });
  const appender = new Appender({
    chain,
    clock,
    circuit,
    checkpointRecords: options.checkpointRecords ?? 1000,
    checkpointMs: options.checkpointMs ?? 60_000,
    gatherMs: options.gatherMs ?? 4,
    onCheckpoint: async (checkpoint) => {
      options.onCheckpoint?.(checkpoint);
      await writeAnchor(dataDir, checkpoint);
    },
  });
  const keys = (): ReturnType<typeof readPublicKeyFolder> => readPublicKeyFolder(dataDir);
  const { verifyWaitMs = 1000 } = options;
  const cache = new VerificationCache({ store, keys, clock, againMs: 3_600_000, waitMs: verifyWaitMs });
  await appender.open();
  return {
    append: (record) => appender.append(record),
    assertWritable: circuit.assertMayTry,
    state: circuit.state,
    search: (search) => withSegments(store, (readers) => searchRecords(readers, search)),
    statement: async (request) => {
      const statement = await withSegments(store, (readers) => readStatement(readers, request));
      return { ...statement, verified: statement.verified && (await cache.isIntact()) };
    },
    verify: async () => {
      const { mark: _mark, ...report } = await verifySegment(store, { keys: await keys() });
      return report;
    },
    checkpoint: () => appender.checkpoint(),
    exportTo: (file) =>
      orSayWhy(async () => {
        await appender.checkpoint();
        await exportToFile(store, file);
      }),
    rotate: () => orSayWhy(() => appender.rotate()),
    close: async () => {
      await appender.close();
      await store.close();
    },
  };
}

/** Both are an operator's commands: what stands in their way is the operator's to mend. */
async function orSayWhy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new CodedError('JOURNAL_NOT_DONE', { problem: problemWords(error) }, { cause: error });
  }
}

async function openSignerOf({ dataDir, signingKeyFile }: JournalOptions): Promise<Signer> {
  try {
    return await openSigner(dataDir, signingKeyFile);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError('JOURNAL_UNAVAILABLE', {}, { cause: error });
  }
}

function createStore({ dataDir, postgres }: JournalOptions, signer: Signer): JournalStore {
  return postgres === undefined
    ? createSqliteStore({ file: path.join(dataDir, 'journal.sqlite'), signer })
    : createPostgresStore(postgres);
}

/** The living segment and the sealed ones, the newest first. */
async function withSegments<T>(
  store: JournalStore,
  work: (readers: readonly SearchableReader[]) => Promise<T>,
): Promise<T> {
  const sealed = await store.sealed();
  try {
    return await work([store, ...sealed]);
  } finally {
    await Promise.all(sealed.map((reader) => reader.close()));
  }
}
