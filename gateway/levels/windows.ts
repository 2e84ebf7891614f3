import { mergeBucket, createBucket, type Bucket } from './bucket.ts';

export interface Window {
  /** Length of one bucket. */
  readonly stepMs: number;
  /** How many buckets are the whole window, the one that is not over yet included. */
  readonly steps: number;
}

const minuteMs = 60_000;

/** Whole minutes, hours and days of UTC: a window begins up to one step later than its name says. */
export const windows = {
  hour: { stepMs: minuteMs, steps: 60 },
  day: { stepMs: 60 * minuteMs, steps: 24 },
  month: { stepMs: 1_440 * minuteMs, steps: 30 },
} as const satisfies Record<string, Window>;

export type WindowName = keyof typeof windows;

export const windowNames: readonly WindowName[] = ['hour', 'day', 'month'];

/** A window's buckets by the number of their step since the epoch. */
export type Buckets = Map<number, Bucket>;

export function stepOf({ stepMs }: Window, atMs: number): number {
  return Math.floor(atMs / stepMs);
}

export function isInside({ steps }: Window, step: number, nowStep: number): boolean {
  return step > nowStep - steps && step <= nowStep;
}

/** The bucket of a step, made when there is none. */
export function bucketAt(buckets: Buckets, step: number): Bucket {
  let bucket = buckets.get(step);
  if (bucket === undefined) buckets.set(step, (bucket = createBucket()));
  return bucket;
}

/** Everything of the window added up. */
export function sumOf(window: Window, buckets: Buckets, nowMs: number): Bucket {
  const sum = createBucket();
  const nowStep = stepOf(window, nowMs);
  for (const [step, bucket] of buckets) if (isInside(window, step, nowStep)) mergeBucket(sum, bucket);
  return sum;
}

/** Forgets what is outside, also what a clock that was set back has left in the future. */
export function prune(window: Window, buckets: Buckets, nowMs: number): void {
  const nowStep = stepOf(window, nowMs);
  for (const step of buckets.keys()) if (!isInside(window, step, nowStep)) buckets.delete(step);
}
