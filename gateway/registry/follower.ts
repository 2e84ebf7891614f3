import { randomUUID, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { CodedError, isCodedError } from '../../schema/contract/error-codes.ts';
import type { Clock } from '../kernel/clock.ts';
import { readArtefact, type Artefact } from './artefact.ts';

export interface FollowerOptions {
  /**
   * Asks the registry for the artefact, which answers when it has another than `known`, or after `waitMs`; undefined
   * when there is no other. Rejects when there is no answer.
   */
  readonly fetchArtefact: (known: number, waitMs: number, signal: AbortSignal) => Promise<string | undefined>;
  readonly publicKeys: readonly KeyObject[];
  /** Where the last good artefact is kept. */
  readonly file: string;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Told why an artefact was refused or not got, once for each run of the same reason. */
  readonly onRefused: (error: CodedError) => void;
  /** How long the registry may keep a question open. Default 25 s. */
  readonly waitMs?: number;
}

export interface Follower {
  /** What the gateway starts with. */
  readonly first: Artefact;
  /**
   * Hands on every newer artefact, one after another. One that `take` rejects is asked for again when nothing newer
   * has come meanwhile; the last one that was taken is kept on disk.
   */
  readonly follow: (take: (artefact: Artefact) => Promise<void>) => void;
  readonly close: () => Promise<void>;
}

/**
 * Opens a gateway's view of the registry: what it gives now, or, when it gives nothing that can be used, the last good
 * artefact on disk. An artefact counts only when it is signed, and never an older one than was accepted before.
 * Rejects with the reason when there is neither.
 */
export async function openFollower(options: FollowerOptions): Promise<Follower> {
  const closing = new AbortController();
  const following: Following = { ...options, signal: closing.signal };
  const kept = await readKept(options.file, options.publicKeys).catch((error: unknown) => {
    options.onRefused(asCoded(error));
    return undefined;
  });
  const first = await firstOf(kept, following);
  if (first !== kept) await keepOrTell(first, options);
  let ended: Promise<void> = Promise.resolve();
  return {
    first,
    follow: (take) => {
      ended = followFrom(first, take, following);
    },
    close: async () => {
      closing.abort();
      await ended;
    },
  };
}

type Take = (artefact: Artefact) => Promise<void>;

interface Following extends FollowerOptions {
  /** Aborted when nobody follows any more. */
  readonly signal: AbortSignal;
}

async function firstOf(kept: Artefact | undefined, following: Following): Promise<Artefact> {
  try {
    const offered = await newerThan(kept?.manifest.sequence ?? 0, 0, following);
    if (offered !== undefined) return offered;
  } catch (error) {
    if (kept === undefined) throw error;
    following.onRefused(asCoded(error));
  }
  if (kept === undefined) throw new CodedError('REGISTRY_EMPTY');
  return kept;
}

/** What the registry has besides `known`; undefined when it has nothing else. */
async function newerThan(known: number, waitMs: number, following: Following): Promise<Artefact | undefined> {
  const text = await following.fetchArtefact(known, waitMs, following.signal);
  if (text === undefined) return undefined;
  const artefact = readArtefact(text, following.publicKeys);
  const { sequence: offered } = artefact.manifest;
  if (offered === known) return undefined;
  if (offered < known) throw new CodedError('REGISTRY_ARTEFACT_OLDER', { offered, accepted: known });
  return artefact;
}

async function followFrom(first: Artefact, take: Take, following: Following): Promise<void> {
  const { clock, signal, waitMs = 25_000 } = following;
  const patience = backoff(following);
  const telling = onceForEachReason(following.onRefused);
  let accepted = first.manifest.sequence;
  /** One that could not be taken: it is not asked for again at once. */
  let refused = 0;

  async function ask(): Promise<void> {
    const askedAt = clock.now();
    const artefact = await newerThan(Math.max(accepted, refused), waitMs, following);
    patience.reset();
    refused = artefact?.manifest.sequence ?? 0;
    if (artefact === undefined) {
      // A registry that lets no question wait is not asked as fast as it answers.
      if (clock.now() - askedAt < shortestPauseMs) await patience.pause(signal);
      return;
    }
    await take(artefact);
    accepted = refused;
    await keepOrTell(artefact, following);
  }

  while (!signal.aborted) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one question after another, in the order of publication
      await ask();
      telling.forget();
    } catch (error) {
      if (signal.aborted) return;
      telling.tell(asCoded(error));
      // oxlint-disable-next-line no-await-in-loop -- the pause between two attempts
      await patience.pause(signal);
    }
  }
}

interface Telling {
  readonly tell: (error: CodedError) => void;
  readonly forget: () => void;
}

function onceForEachReason(onRefused: (error: CodedError) => void): Telling {
  let told = '';
  return {
    tell: (error) => {
      if (error.message !== told) onRefused(error);
      told = error.message;
    },
    forget: () => {
      told = '';
    },
  };
}

async function keepOrTell(artefact: Artefact, { file, onRefused }: FollowerOptions): Promise<void> {
  try {
    await keep(file, artefact);
  } catch (cause) {
    onRefused(new CodedError('REGISTRY_COPY_FAILED', {}, { cause }));
  }
}

/** Undefined when there is none yet. Rejects with REGISTRY_ARTEFACT_INVALID for a file that was tampered with. */
async function readKept(file: string, publicKeys: readonly KeyObject[]): Promise<Artefact | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
  return readArtefact(text, publicKeys);
}

/** Whole or not at all: a power cut leaves the one before. */
async function keep(file: string, artefact: Artefact): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(artefact));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

function asCoded(error: unknown): CodedError {
  return isCodedError(error)
    ? error
    : new CodedError('REGISTRY_ARTEFACT_INVALID', { problem: 'unknown' }, { cause: error });
}

interface Backoff {
  readonly reset: () => void;
  readonly pause: (signal: AbortSignal) => Promise<void>;
}

const shortestPauseMs = 250;
const longestPauseMs = 10_000;

/** A quarter of a second up to ten, doubled each time, and half of it by chance, so that gateways do not knock together. */
function backoff({ clock, random }: Pick<FollowerOptions, 'clock' | 'random'>): Backoff {
  let failures = 0;
  return {
    reset: () => {
      failures = 0;
    },
    pause: (signal) => {
      const fullMs = Math.min(longestPauseMs, shortestPauseMs * 2 ** failures);
      failures += 1;
      return new Promise((resolve) => {
        const finish = (): void => {
          cancel();
          signal.removeEventListener('abort', finish);
          resolve();
        };
        const cancel = clock.after(fullMs / 2 + (random() * fullMs) / 2, finish);
        signal.addEventListener('abort', finish, { once: true });
        if (signal.aborted) finish();
      });
    },
  };
}
