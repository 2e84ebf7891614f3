import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Clock } from '../kernel/clock.ts';
import type { ChainWriter } from './chain-writer.ts';
import { encodeRecord, type EncodedRecord, type Head } from './chain.ts';
import type { Circuit } from './circuit.ts';
import type { JournalRecord } from './record.ts';
import type { Checkpoint } from './signing.ts';

/** Where a record went: what proves later that it was not taken out. */
export type JournalReceipt = Head;

export interface AppenderOptions {
  readonly chain: ChainWriter;
  readonly clock: Clock;
  readonly circuit: Circuit;
  /** A signed checkpoint after so many records … */
  readonly checkpointRecords: number;
  /** … or so long after the first record that none covers. */
  readonly checkpointMs: number;
  readonly onCheckpoint: (checkpoint: Checkpoint) => Promise<void>;
  /** While records come together, a group is begun so long after the one before it; a lone record waits for nobody. */
  readonly gatherMs: number;
}

interface Waiting {
  readonly record: EncodedRecord;
  readonly resolve: (receipt: JournalReceipt) => void;
  readonly reject: (error: Error) => void;
}

// One statement of so many records stays well under what either database takes at once.
const maxGroup = 256;
// More than this is no queue any more: nobody waits that long for an answer.
const maxWaiting = 4096;

/**
 * The one writer of this process. Whatever arrives while a group is being written or gathered becomes the next group, in
 * the order of arrival; a receipt is given when its group is durable. Making a group durable costs far more than a record
 * more in it.
 */
export class Appender {
  readonly #options: AppenderOptions;
  #waiting: Waiting[] = [];
  #isScheduled = false;
  #isClosed = false;
  #tail: Promise<unknown> = Promise.resolve();
  /** Until when records that come together wait for each other. */
  #gatherUntilMs = 0;
  #cancelGathering: (() => void) | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(options: AppenderOptions) {
    this.#options = options;
  }

  /** Looks whether the store is there and whole, so that a fault shows at the start; it never rejects. */
  open(): Promise<void> {
    return this.#inTurn(async () => {
      const { chain, circuit } = this.#options;
      try {
        await chain.open();
        circuit.succeeded();
        this.#armTimer();
      } catch (error) {
        circuit.failed(error);
      }
    });
  }

  /** Rejects with JOURNAL_UNAVAILABLE or JOURNAL_RECORD_INVALID. */
  append(record: JournalRecord): Promise<JournalReceipt> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed || this.#waiting.length >= maxWaiting) throw new CodedError('JOURNAL_UNAVAILABLE');
      this.#options.circuit.assertMayTry();
      this.#waiting.push({ record: encodeRecord(record), resolve, reject });
      this.#schedule();
    });
  }

  /** Signs what is not yet signed; returns undefined where there is nothing. */
  checkpoint(): Promise<Checkpoint | undefined> {
    return this.#inTurn(() => this.#sign());
  }

  /** Signs, puts the segment away and starts the next one; returns the name of the old one, undefined when it is empty. */
  rotate(): Promise<string | undefined> {
    return this.#inTurn(async () => {
      await this.#sign();
      return this.#options.chain.rotate();
    });
  }

  /** Writes what waits and signs it; afterwards every append is refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer?.();
    if (this.#cancelGathering !== undefined) this.#flushInTurn();
    // oxlint-disable-next-line no-await-in-loop -- each group schedules the next one
    while (this.#waiting.length > 0) await this.#tail;
    await this.#inTurn(() => this.#signIfAny());
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  #schedule(): void {
    if (this.#isScheduled || this.#waiting.length === 0) return;
    this.#isScheduled = true;
    const { clock } = this.#options;
    const waitMs = this.#isClosed ? 0 : this.#gatherUntilMs - clock.now();
    if (waitMs <= 0) this.#flushInTurn();
    else this.#cancelGathering = clock.after(waitMs, () => this.#flushInTurn());
  }

  #flushInTurn(): void {
    this.#cancelGathering?.();
    this.#cancelGathering = undefined;
    void this.#inTurn(() => this.#flush());
  }

  async #flush(): Promise<void> {
    this.#isScheduled = false;
    const group = this.#waiting.slice(0, maxGroup);
    if (group.length === 0) return;
    this.#waiting = this.#waiting.slice(maxGroup);
    const { clock, gatherMs } = this.#options;
    this.#gatherUntilMs = group.length > 1 ? clock.now() + gatherMs : 0;
    try {
      const receipts = await this.#options.chain.write(group.map(({ record }) => record));
      this.#options.circuit.succeeded();
      settle(group, receipts);
    } catch (error) {
      this.#refuse(group, error);
      return;
    }
    this.#schedule();
    if (this.#options.chain.unsigned >= this.#options.checkpointRecords) await this.#signIfAny();
    this.#armTimer();
  }

  /** Those who arrived while the store failed would only fail after it. */
  #refuse(group: readonly Waiting[], cause: unknown): void {
    this.#options.chain.doubt();
    const error = this.#options.circuit.failed(cause);
    const refused = [...group, ...this.#waiting];
    this.#waiting = [];
    for (const { reject } of refused) reject(error);
  }

  #armTimer(): void {
    if (this.#isClosed || this.#options.chain.unsigned === 0) return;
    this.#cancelTimer ??= this.#options.clock.after(this.#options.checkpointMs, () => {
      this.#cancelTimer = undefined;
      void this.#inTurn(async () => {
        await this.#signIfAny();
        this.#armTimer();
      });
    });
  }

  /** Nobody waits for a checkpoint: the next one covers what a failed one left open. */
  async #signIfAny(): Promise<void> {
    if (this.#options.chain.unsigned > 0) await this.#sign().catch(() => undefined);
  }

  async #sign(): Promise<Checkpoint | undefined> {
    const checkpoint = await this.#options.chain.checkpoint();
    if (checkpoint !== undefined) await this.#options.onCheckpoint(checkpoint);
    return checkpoint;
  }
}

function settle(group: readonly Waiting[], receipts: readonly Head[]): void {
  for (const [at, { resolve, reject }] of group.entries()) {
    const receipt = receipts[at];
    if (receipt === undefined) reject(new CodedError('JOURNAL_UNAVAILABLE'));
    else resolve(receipt);
  }
}
