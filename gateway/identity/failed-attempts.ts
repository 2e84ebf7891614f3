import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Clock } from '../kernel/clock.ts';
import { createLruCache } from '../kernel/lru-cache.ts';

/** Keeps whoever tries one token after the other from making this process verify them. */
export interface FailedAttempts {
  /** Throws IDENTITY_TOO_MANY_FAILURES with the seconds to wait. */
  readonly check: (address: string) => void;
  readonly failed: (address: string) => void;
}

export interface FailedAttemptsOptions {
  readonly clock: Clock;
  /** Failures of one address within the window before it has to wait. Default 100. */
  readonly max?: number;
  /** Default one minute. */
  readonly windowMs?: number;
}

interface Failures {
  readonly sinceMs: number;
  readonly count: number;
}

const maxAddresses = 10_000;

export function countFailedAttempts({ clock, max = 100, windowMs = 60_000 }: FailedAttemptsOptions): FailedAttempts {
  const known = createLruCache<string, Failures>(maxAddresses);
  const current = (address: string): Failures | undefined => {
    const failures = known.get(address);
    return failures !== undefined && clock.now() - failures.sinceMs < windowMs ? failures : undefined;
  };
  return {
    check: (address) => {
      const failures = current(address);
      if (failures === undefined || failures.count < max) return;
      const seconds = Math.max(1, Math.ceil((failures.sinceMs + windowMs - clock.now()) / 1000));
      throw new CodedError('IDENTITY_TOO_MANY_FAILURES', { seconds });
    },
    failed: (address) => {
      const { sinceMs = clock.now(), count = 0 } = current(address) ?? {};
      known.set(address, { sinceMs, count: count + 1 });
    },
  };
}
