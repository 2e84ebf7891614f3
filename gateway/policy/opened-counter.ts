import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Clock } from '../kernel/clock.ts';
import { createLruCache } from '../kernel/lru-cache.ts';

/** How many different households and persons one principal may open within the window. */
export interface OpenedLimit {
  /** From here on somebody is told, once in a window. */
  readonly alarmAt: number;
  /** More than these are not opened. */
  readonly stopAt: number;
}

export type OpenedDecision =
  | { readonly kind: 'OPEN'; readonly opened: number }
  | { readonly kind: 'STOPPED'; readonly opened: number; readonly retryAfterMs: number };

export interface OpenedCounter {
  /**
   * Counts what an answer opens, before it leaves: all of it, or, when it would be too many, nothing, and then the answer
   * must not leave. What was opened within the window already is free.
   */
  readonly open: (subject: string, ids: readonly string[], limit: OpenedLimit) => OpenedDecision;
  /** Whether one more could be opened at all; asked before anything is fetched. */
  readonly check: (subject: string, limit: OpenedLimit) => OpenedDecision;
}

export interface OpenedCounterOptions {
  readonly clock: Clock;
  /** Default one hour. */
  readonly windowMs?: number;
  /** Told of a principal that opens unusually many, and of one that is stopped. */
  readonly onAlarm: (alarm: { readonly subject: string; readonly opened: number; readonly stopped: boolean }) => void;
}

/** First opening by id, the oldest first. */
interface Opened {
  readonly ids: Map<string, number>;
  alarmedAtMs: number;
}

const maxSubjects = 20_000;

/** Makes the guard against harvesting: look-ups of one after the other by somebody who may see each of them. */
export function createOpenedCounter({ clock, windowMs = 3_600_000, onAlarm }: OpenedCounterOptions): OpenedCounter {
  const subjects = createLruCache<string, Opened>(maxSubjects);

  function openedBy(subject: string): Opened {
    const opened = subjects.get(subject) ?? { ids: new Map(), alarmedAtMs: Number.NEGATIVE_INFINITY };
    subjects.set(subject, opened);
    for (const [id, atMs] of opened.ids) {
      if (clock.now() - atMs < windowMs) break;
      opened.ids.delete(id);
    }
    return opened;
  }

  function alarm(subject: string, opened: Opened, count: number, stopped: boolean): void {
    if (clock.now() - opened.alarmedAtMs < windowMs && !stopped) return;
    opened.alarmedAtMs = clock.now();
    onAlarm({ subject, opened: count, stopped });
  }

  function stop({ ids }: Opened): OpenedDecision {
    const oldest = ids.values().next();
    const freeAtMs = (oldest.done === true ? clock.now() : oldest.value) + windowMs;
    return { kind: 'STOPPED', opened: ids.size, retryAfterMs: Math.max(1, freeAtMs - clock.now()) };
  }

  return {
    check: (subject, { stopAt }) => {
      const opened = openedBy(subject);
      return opened.ids.size >= stopAt ? stop(opened) : { kind: 'OPEN', opened: opened.ids.size };
    },
    open: (subject, ids, { alarmAt, stopAt }) => {
      const opened = openedBy(subject);
      const fresh = [...new Set(ids)].filter((id) => !opened.ids.has(id));
      const count = opened.ids.size + fresh.length;
      if (count > stopAt && fresh.length > 0) {
        alarm(subject, opened, count, true);
        return stop(opened);
      }
      for (const id of fresh) opened.ids.set(id, clock.now());
      if (count >= alarmAt) alarm(subject, opened, count, false);
      return { kind: 'OPEN', opened: count };
    },
  };
}

/** Throws POLICY_OPENED_TOO_MANY with the seconds to wait, which also become the header Retry-After. */
export function checkOpened(decision: OpenedDecision): void {
  if (decision.kind === 'OPEN') return;
  throw new CodedError('POLICY_OPENED_TOO_MANY', { seconds: Math.ceil(decision.retryAfterMs / 1000) });
}
