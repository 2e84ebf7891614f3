import { bucketOf, createSketch, mergeSketch, type Sketch } from './sketch.ts';

/** How a call to a body ended. IN_ERROR: it answered, and said that it failed. */
export type Outcome = 'ANSWERED' | FailureKind;

export const failureKinds = ['TIMED_OUT', 'UNAVAILABLE', 'INVALID', 'IN_ERROR'] as const;

export type FailureKind = (typeof failureKinds)[number];

/** Calls of one stretch of time. */
export interface Bucket {
  /** How long answers took. */
  readonly answers: Sketch;
  readonly failures: Record<FailureKind, number>;
  /** Dates of the registry extracts that answers rested on, in milliseconds since the epoch; NaN for none. */
  oldestMs: number;
  newestMs: number;
}

export function createBucket(): Bucket {
  return {
    answers: createSketch(),
    failures: { TIMED_OUT: 0, UNAVAILABLE: 0, INVALID: 0, IN_ERROR: 0 },
    oldestMs: Number.NaN,
    newestMs: Number.NaN,
  };
}

export function addCall({ answers, failures }: Bucket, outcome: Outcome, tookMs: number): void {
  if (outcome !== 'ANSWERED') {
    failures[outcome] += 1;
    return;
  }
  const at = bucketOf(tookMs);
  answers[at] = (answers[at] ?? 0) + 1;
}

export function addExtract(bucket: Bucket, oldestMs: number, newestMs: number = oldestMs): void {
  // Written so that the first date takes the place of NaN.
  if (!(bucket.oldestMs <= oldestMs)) bucket.oldestMs = oldestMs;
  if (!(bucket.newestMs >= newestMs)) bucket.newestMs = newestMs;
}

export function mergeBucket(into: Bucket, other: Bucket): void {
  mergeSketch(into.answers, other.answers);
  for (const kind of failureKinds) into.failures[kind] += other.failures[kind];
  if (!Number.isNaN(other.oldestMs)) addExtract(into, other.oldestMs, other.newestMs);
}
