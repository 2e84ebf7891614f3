import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Clock } from '../kernel/clock.ts';
import { createLruCache } from '../kernel/lru-cache.ts';

/** Points that a principal may spend at once and how fast they come back. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
}

export type RateDecision = { readonly kind: 'ALLOWED' } | { readonly kind: 'EXCEEDED'; readonly retryAfterMs: number };

/** What one bucket holds. */
export interface Bucket {
  readonly points: number;
  readonly atMs: number;
}

/**
 * Where buckets are kept. `update` reads and writes one bucket without anybody in between; a store that several gateways
 * share does it in one step of its own.
 */
export interface RateStore {
  readonly update: <T>(key: string, change: (bucket: Bucket | undefined) => readonly [Bucket, T]) => Promise<T>;
}

/** Takes the points of one operation from a principal's bucket. */
export type RateLimiter = (key: string, points: number, limit: RateLimit) => Promise<RateDecision>;

const maxBuckets = 50_000;
/** Sums of fractions of a point miss whole ones by less than this. */
const rounding = 1e-6;

/** Buckets of this process. When there are too many, the one unused for longest is forgotten. */
export function memoryRateStore(): RateStore {
  const buckets = createLruCache<string, Bucket>(maxBuckets);
  return {
    update: (key, change) => {
      const [bucket, answer] = change(buckets.get(key));
      buckets.set(key, bucket);
      return Promise.resolve(answer);
    },
  };
}

/**
 * A token bucket for each key, counted in cost points and not in requests. What is refused costs nothing; an operation
 * that is dearer than the whole bucket needs a full one.
 */
export function createRateLimiter(clock: Clock, store: RateStore = memoryRateStore()): RateLimiter {
  return (key, points, { burst, perSecond }) => {
    if (!(burst > 0 && perSecond > 0)) throw new RangeError('burst and perSecond must be above 0');
    return store.update<RateDecision>(key, (bucket) => {
      const nowMs = clock.now();
      const refill = bucket === undefined ? burst : (Math.max(0, nowMs - bucket.atMs) * perSecond) / 1000;
      const held = Math.min(burst, (bucket?.points ?? 0) + refill);
      const price = Math.min(Math.max(points, 1), burst);
      // A clock that went back gives nothing and takes nothing.
      const atMs = Math.max(nowMs, bucket?.atMs ?? nowMs);
      if (held + rounding >= price) return [{ points: Math.max(0, held - price), atMs }, { kind: 'ALLOWED' }];
      return [
        { points: held, atMs },
        { kind: 'EXCEEDED', retryAfterMs: Math.ceil(((price - held) * 1000) / perSecond) },
      ];
    });
  };
}

/** Throws POLICY_RATE_EXCEEDED with the seconds to wait, which also become the header Retry-After. */
export function checkRate(decision: RateDecision): void {
  if (decision.kind === 'ALLOWED') return;
  throw new CodedError('POLICY_RATE_EXCEEDED', { seconds: Math.ceil(decision.retryAfterMs / 1000) });
}
