import type { Clock } from './clock.ts';

/** A clock that a test moves. */
export interface FakeClock extends Clock {
  /** Moves time on and runs what falls due, in order; also back, when nothing runs. */
  readonly advance: (byMs: number) => void;
  /** Timers that are neither run nor cancelled. */
  readonly pending: () => number;
}

export function fakeClock(startMs: number = Date.UTC(2022, 7, 10, 12)): FakeClock {
  let now = startMs;
  const timers = new Set<{ readonly atMs: number; readonly run: () => void }>();
  return {
    now: () => now,
    after: (delayMs, run) => {
      const timer = { atMs: now + delayMs, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: (byMs) => {
      const untilMs = now + byMs;
      for (;;) {
        const [due] = [...timers].filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs);
        if (due === undefined) break;
        timers.delete(due);
        now = due.atMs;
        due.run();
      }
      now = untilMs;
    },
    pending: () => timers.size,
  };
}
