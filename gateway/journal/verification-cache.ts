import type { Clock } from '../kernel/clock.ts';
import { start, type Head } from './chain.ts';
import type { PublicKeys } from './signing.ts';
import type { JournalReader, JournalStore } from './store.ts';
import { verifySegment, type VerifyMark } from './verify.ts';

export interface VerificationOptions {
  readonly store: JournalStore;
  readonly keys: () => Promise<PublicKeys>;
  readonly clock: Clock;
  /** After so long what was verified is verified again from the beginning. */
  readonly againMs: number;
  /** Who asks waits so long; verification goes on and the next one finds it done. */
  readonly waitMs: number;
}

interface Verified {
  readonly mark: VerifyMark;
  readonly fromSequence: number;
  readonly foreignChanges: number | undefined;
  readonly atMs: number;
}

/**
 * Whether the journal is whole, quickly: sealed segments are walked once in the life of the process, and of the living
 * one only what came since the last time, as long as nobody else changed the database meanwhile.
 */
export class VerificationCache {
  readonly #options: VerificationOptions;
  #verified: Verified | undefined;
  #running: Promise<boolean> | undefined;
  /** Where each sealed segment ends; undefined for one that is not whole. */
  readonly #sealed = new Map<string, Head | undefined>();

  constructor(options: VerificationOptions) {
    this.#options = options;
  }

  /** False also while a long verification is under way. */
  async isIntact(): Promise<boolean> {
    this.#running ??= this.#verify().finally(() => {
      this.#running = undefined;
    });
    const { clock, waitMs } = this.#options;
    const { promise: late, resolve } = Promise.withResolvers<boolean>();
    const cancel = clock.after(waitMs, () => resolve(false));
    try {
      return await Promise.race([this.#running, late]);
    } finally {
      cancel();
    }
  }

  async #verify(): Promise<boolean> {
    try {
      const keys = await this.#options.keys();
      const previous = await this.#verifySealed(keys);
      return previous !== undefined && (await this.#verifyLiving(keys, previous));
    } catch {
      return false;
    }
  }

  /** Where the sealed segments end, or undefined when one of them is not whole. */
  async #verifySealed(keys: PublicKeys): Promise<Head | undefined> {
    const readers = await this.#options.store.sealed();
    try {
      let previous: Head | undefined = start;
      for (const reader of readers.toReversed()) {
        if (previous === undefined) break;
        // oxlint-disable-next-line no-await-in-loop -- a segment has to follow the one before
        previous = await this.#endOf(reader, keys, previous);
      }
      return previous;
    } finally {
      await Promise.all(readers.map((reader) => reader.close()));
    }
  }

  async #endOf(reader: JournalReader, keys: PublicKeys, previous: Head): Promise<Head | undefined> {
    if (!this.#sealed.has(reader.name)) {
      // The oldest segments may lie in an archive: the first that is here may begin anywhere.
      const before = previous.sequence === 0 ? undefined : previous;
      const report = await verifySegment(reader, { keys, previous: before, skipDamage: true });
      const { lastSequence: sequence, hash, isIntact } = report;
      this.#sealed.set(reader.name, isIntact ? { sequence, hash } : undefined);
    }
    return this.#sealed.get(reader.name);
  }

  async #verifyLiving(keys: PublicKeys, sealed: Head): Promise<boolean> {
    const { store, clock } = this.#options;
    const foreignChanges = await store.foreignChanges();
    const fromSequence = (await store.segment())?.fromSequence ?? 0;
    const now = clock.now();
    const before = this.#usable(now, fromSequence, foreignChanges);
    const previous = sealed.sequence === 0 ? undefined : sealed;
    const report = await verifySegment(store, { keys, previous, resume: before?.mark, skipDamage: true });
    const atMs = before?.atMs ?? now;
    this.#verified = report.isIntact ? { mark: report.mark, fromSequence, foreignChanges, atMs } : undefined;
    return report.isIntact;
  }

  #usable(now: number, fromSequence: number, foreignChanges: number | undefined): Verified | undefined {
    const verified = this.#verified;
    if (verified === undefined || verified.fromSequence !== fromSequence) return undefined;
    if (verified.foreignChanges !== foreignChanges) return undefined;
    return now - verified.atMs < this.#options.againMs ? verified : undefined;
  }
}
