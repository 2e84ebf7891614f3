import type { Role } from '../../schema/contract/identity.ts';
import type { OpenedLimit } from './opened-counter.ts';
import type { RateLimit } from './rate-limiter.ts';

/** What one role may spend. */
export interface Budget {
  /** Points of one operation. */
  readonly operation: number;
  /** Points over time, for each principal. */
  readonly rate: RateLimit;
  /** Different households and persons within an hour, for each principal. */
  readonly opened: OpenedLimit;
}

/**
 * A caseworker reads some case files an hour and lists of a subdistrict; a report builder reads lists of thousands; who
 * opens no household needs little.
 */
export const budgets: Readonly<Record<Role, Budget>> = Object.freeze({
  caseworker: budget(20_000, 2_000, { alarmAt: 1_000, stopAt: 3_000 }),
  supervisor: budget(20_000, 2_000, { alarmAt: 2_000, stopAt: 6_000 }),
  'body-officer': budget(20_000, 2_000, { alarmAt: 1_000, stopAt: 3_000 }),
  'report-builder': budget(50_000, 10_000, { alarmAt: 50_000, stopAt: 200_000 }),
  'body-developer': budget(2_000, 500, { alarmAt: 1, stopAt: 0 }),
  auditor: budget(5_000, 500, { alarmAt: 500, stopAt: 2_000 }),
});

/** Three of the dearest operations at once, then so many points a second. */
function budget(operation: number, perSecond: number, opened: OpenedLimit): Budget {
  return Object.freeze({ operation, rate: { burst: operation * 3, perSecond }, opened });
}
