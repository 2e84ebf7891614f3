import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Clock } from '../kernel/clock.ts';
import { createLruCache } from '../kernel/lru-cache.ts';

/** One use of a broken glass: who, which household, and the reason that was given. */
export interface GlassBroken {
  readonly subject: string;
  readonly houseCode: string;
  readonly reason: string;
}

/**
 * A reason opens a household for a while from its first use, over and over; after that it takes another reason. Throws
 * POLICY_BREAK_GLASS_EXPIRED. What is kept is this process's: after a restart a reason begins anew, and the journal has
 * every use of it.
 */
export type BreakGlass = (use: GlassBroken) => void;

const maxRemembered = 10_000;

export function createBreakGlass(clock: Clock, hours = 3): BreakGlass {
  const firstUses = createLruCache<string, number>(maxRemembered);
  return ({ subject, houseCode, reason }) => {
    const key = JSON.stringify([subject, houseCode, reason]);
    const firstMs = firstUses.get(key) ?? clock.now();
    firstUses.set(key, firstMs);
    if (clock.now() - firstMs >= hours * 3_600_000) throw new CodedError('POLICY_BREAK_GLASS_EXPIRED', { hours });
  };
}
