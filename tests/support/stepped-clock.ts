import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../gateway/kernel/clock.ts';

/** A clock that stands still until a test moves it. A timer without a delay runs in the next turn of the event loop. */
export interface SteppedClock extends Clock {
  /** Moves time on and runs what falls due, in order. */
  readonly advance: (byMs: number) => void;
  /** Moves time on to the next timer and runs it; false when nothing waits. */
  readonly step: () => boolean;
  /** Timers that have neither run nor been cancelled. */
  readonly pending: () => number;
}

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
}

export function steppedClock(startMs: number = Date.UTC(2022, 7, 10, 3)): SteppedClock {
  let now = startMs;
  const timers = new Set<Timer>();
  const next = (): Timer | undefined => [...timers].toSorted((a, b) => a.atMs - b.atMs)[0];
  const runNext = (untilMs: number): boolean => {
    const due = next();
    if (due === undefined || due.atMs > untilMs) return false;
    timers.delete(due);
    now = Math.max(now, due.atMs);
    due.run();
    return true;
  };
  return {
    now: () => now,
    after: (delayMs, run) => {
      if (delayMs <= 0) {
        const immediate = setImmediate(run);
        return () => clearImmediate(immediate);
      }
      const timer = { atMs: now + delayMs, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: (byMs) => {
      const untilMs = now + byMs;
      while (runNext(untilMs));
      now = untilMs;
    },
    step: () => runNext(Infinity),
    pending: () => timers.size,
  };
}

/** Gives the event loop turns until the condition holds. Throws when it does not within `turns`. */
export async function untilHolds(condition: () => boolean, what: string, turns = 2_000_000): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    if (condition()) return;
    // oxlint-disable-next-line no-await-in-loop -- each turn may bring what is waited for
    await nextTurn();
  }
  throw new Error(`never happened: ${what}`);
}
