import type { Clock } from '../kernel/clock.ts';
import { chainRecords, type EncodedRecord, type Head } from './chain.ts';
import type { Checkpoint, Signer } from './signing.ts';
import { isChainMoved, StoreProblem, type JournalStore } from './store.ts';

export interface ChainWriterOptions {
  readonly store: JournalStore;
  readonly signer: Signer;
  readonly clock: Clock;
  /** The checkpoint that was last kept outside of the store, if there is one: the store must still contain it. */
  readonly anchor: Head | undefined;
}

// Each attempt that fails is one of another process that succeeded.
const maxAttempts = 8;

/**
 * Chains records onto whatever the store holds. Other processes may write to the same store: each group says which
 * record it follows, and is chained anew when the store answers that another came first. Calls must not overlap.
 */
export class ChainWriter {
  readonly #options: ChainWriterOptions;
  /** What this process knows to be in the store; undefined when it must be read again. */
  #head: Head | undefined;
  /** Outlives every doubt about the head: a store without this record has lost what was receipted. */
  #receipted: Head | undefined;
  #lastCheckpoint = 0;

  constructor(options: ChainWriterOptions) {
    this.#options = options;
    this.#receipted = options.anchor;
  }

  /** Records that no checkpoint covers; 0 while the store has not been looked at. */
  get unsigned(): number {
    return this.#head === undefined ? 0 : this.#head.sequence - this.#lastCheckpoint;
  }

  /** Reads the head, and makes the first segment or the next one where there is none. */
  async open(): Promise<Head> {
    this.#head ??= await this.#readHead();
    return this.#head;
  }

  /** Resolves when all of them are durable. */
  async write(records: readonly EncodedRecord[]): Promise<readonly Head[]> {
    return this.#untilNobodyIsQuicker(async () => {
      const chained = chainRecords(await this.open(), records);
      await this.#options.store.append(chained);
      const receipts = chained.map(({ sequence, hash }) => ({ sequence, hash }));
      this.#head = receipts.at(-1) ?? this.#head;
      this.#receipted = this.#head;
      return receipts;
    });
  }

  /** After a failure nobody knows what the store holds. */
  doubt(): void {
    this.#head = undefined;
  }

  /** Signs where the chain stands; undefined where the last checkpoint says it already. */
  async checkpoint(): Promise<Checkpoint | undefined> {
    return this.#untilNobodyIsQuicker(async () => {
      const head = await this.open();
      if (head.sequence <= this.#lastCheckpoint) return undefined;
      const { store, signer, clock } = this.#options;
      const at = new Date(clock.now()).toISOString();
      const checkpoint = signer.checkpoint({ ...head, at, previousSequence: this.#lastCheckpoint });
      await store.addCheckpoint(checkpoint);
      this.#lastCheckpoint = checkpoint.sequence;
      return checkpoint;
    });
  }

  /** Puts the segment away and begins the next; returns the name of the old one, undefined when it holds no record. */
  async rotate(): Promise<string | undefined> {
    const { store } = this.#options;
    const header = await store.segment();
    const end = await store.head();
    if (header === undefined || end === undefined || end.sequence < header.fromSequence) return undefined;
    this.doubt();
    const name = await store.seal(header.fromSequence, end.sequence);
    await this.open();
    return name;
  }

  async #untilNobodyIsQuicker<T>(attempt: () => Promise<T>): Promise<T> {
    for (let failures = 0; failures < maxAttempts; failures += 1) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- another attempt only after the one before has failed
        return await attempt();
      } catch (error) {
        this.doubt();
        if (!isChainMoved(error)) throw error;
      }
    }
    throw new StoreProblem('other processes keep writing to the journal');
  }

  async #readHead(): Promise<Head> {
    const { store } = this.#options;
    const found = (await store.head()) ?? (await this.#beginSegment());
    const segment = await store.segment();
    if (segment === undefined) throw new StoreProblem('the store has no beginning');
    if (this.#receipted !== undefined)
      await this.#assertHolds(this.#receipted, segment.fromSequence - 1, segment.previousHash);
    this.#lastCheckpoint = (await store.lastCheckpoint())?.sequence ?? segment.fromSequence - 1;
    return found;
  }

  async #beginSegment(): Promise<Head> {
    const { store, signer, clock } = this.#options;
    const before = await store.previousHead();
    if (this.#receipted !== undefined && this.#receipted.sequence > before.sequence) throw lost(this.#receipted);
    const at = new Date(clock.now()).toISOString();
    const header = signer.segment({ fromSequence: before.sequence + 1, previousHash: before.hash, at });
    try {
      await store.begin(header);
      return before;
    } catch (error) {
      const head = isChainMoved(error) ? await store.head() : undefined;
      if (head === undefined) throw error;
      return head;
    }
  }

  /** What came before this segment is in a sealed one; its signed header says how that ended. */
  async #assertHolds(known: Head, before: number, previousHash: string): Promise<void> {
    if (known.sequence < before) return;
    const hash = known.sequence === before ? previousHash : await this.#options.store.hashAt(known.sequence);
    if (hash !== known.hash) throw lost(known);
  }
}

function lost({ sequence }: Head): StoreProblem {
  return new StoreProblem(`the store lacks record ${sequence}, which was receipted`);
}
