import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../kernel/clock.ts';
import { readKeySet, type KeySet, type VerificationKey } from './jwks.ts';

/** Where verification keys come from. */
export interface KeySource {
  /**
   * The key of that name, or undefined when the configured set has none such. Rejects when there is no set at all:
   * the provider cannot be reached and no copy is left.
   */
  readonly find: (kid: string) => Promise<VerificationKey | undefined>;
  /** Counts the sets read so far; what was verified with an older one should be verified again. */
  readonly version: () => number;
}

export interface KeySourceOptions {
  /** Reads the text of the key set from the one place that is configured. */
  readonly read: () => Promise<string>;
  readonly clock: Clock;
  /** A set older than this is read again, behind the requests that still use it. Default 10 minutes. */
  readonly maxAgeMs?: number;
  /** Shortest time between two attempts to read, whatever is asked for. Default 30 seconds. */
  readonly cooldownMs?: number;
  /** How long the last good set serves while it cannot be read again. Default 24 hours. */
  readonly maxStaleMs?: number;
  /** Where the last good set is kept over a restart, and the place that it is of: a copy of another place is not used. */
  readonly copy?: { readonly file: string; readonly place: string };
  /** Told of every failed reading and writing; nobody else is. */
  readonly onFault?: (fault: unknown) => void;
}

interface Copy {
  readonly keys: KeySet;
  readonly readAtMs: number;
}

/**
 * Keys of a provider: cached, rotated (an unknown name makes it read again, at most once in a cooldown), and kept
 * through an outage, in memory and on disk.
 */
export function createKeySource(options: KeySourceOptions): KeySource {
  const {
    clock,
    maxAgeMs = 600_000,
    cooldownMs = 30_000,
    maxStaleMs = 86_400_000,
    onFault = () => undefined,
  } = options;
  let copy: Copy | undefined;
  let version = 0;
  let triedAtMs = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  let keptCopy: Promise<Copy | undefined> | undefined;

  const take = (keys: KeySet, readAtMs: number): void => {
    copy = { keys, readAtMs };
    version += 1;
  };
  async function readAgain(): Promise<void> {
    triedAtMs = clock.now();
    try {
      const text = await options.read();
      take(await readKeySet(text), clock.now());
      await keepCopy(options.copy, text, clock.now()).catch(onFault);
    } catch (fault) {
      onFault(fault);
    } finally {
      reading = undefined;
    }
  }

  /** Everybody who asks while a reading is under way waits for that one. */
  async function refresh(): Promise<void> {
    if (reading === undefined && clock.now() - triedAtMs < cooldownMs) return;
    await (reading ??= readAgain());
  }

  async function takeCopyFile(): Promise<void> {
    keptCopy ??= readCopy(options.copy).catch(() => undefined);
    const kept = await keptCopy;
    if (kept !== undefined && copy === undefined) take(kept.keys, Math.min(kept.readAtMs, clock.now()));
  }

  async function current(): Promise<KeySet> {
    if (copy === undefined || clock.now() - copy.readAtMs > maxStaleMs) await refresh();
    else if (clock.now() - copy.readAtMs > maxAgeMs) void refresh();
    if (copy === undefined) await takeCopyFile();
    if (copy === undefined || clock.now() - copy.readAtMs > maxStaleMs) throw new TypeError('no verification keys');
    return copy.keys;
  }

  return {
    version: () => version,
    find: async (kid) => {
      const known = (await current()).get(kid);
      if (known !== undefined) return known;
      await refresh();
      return (await current()).get(kid);
    },
  };
}

async function keepCopy(copy: KeySourceOptions['copy'], text: string, readAtMs: number): Promise<void> {
  if (copy === undefined) return;
  const beside = `${copy.file}.${randomUUID()}`;
  await mkdir(path.dirname(copy.file), { recursive: true });
  await writeFile(beside, JSON.stringify({ place: copy.place, text, readAtMs }), { mode: 0o600 });
  await rename(beside, copy.file);
}

async function readCopy(copy: KeySourceOptions['copy']): Promise<Copy | undefined> {
  if (copy === undefined) return undefined;
  const kept: unknown = JSON.parse(await readFile(copy.file, 'utf8'));
  if (typeof kept !== 'object' || kept === null) return undefined;
  if (!('text' in kept && 'readAtMs' in kept && 'place' in kept)) return undefined;
  const { text, readAtMs, place } = kept;
  if (typeof text !== 'string' || typeof readAtMs !== 'number' || place !== copy.place) return undefined;
  return { keys: await readKeySet(text), readAtMs };
}
