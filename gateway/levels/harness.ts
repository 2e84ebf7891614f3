import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../kernel/clock.ts';
import { sqliteLevelStore } from './level-store.ts';
import { openServiceLevels, type ServiceLevels } from './service-levels.ts';

// For this folder's tests: a clock that a test moves, and levels in a folder that goes with the test.

export interface FakeClock extends Clock {
  /** Moves time on and runs what falls due, in order; also back, when nothing runs. */
  readonly advance: (byMs: number) => void;
  /** Timers that are neither run nor cancelled. */
  readonly pending: () => number;
}

export const noon: number = Date.UTC(2022, 7, 10, 12);

export function fakeClock(startMs = noon): FakeClock {
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

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samutphok-levels-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface Counting {
  readonly levels: ServiceLevels;
  readonly clock: FakeClock;
  readonly faults: unknown[];
}

/** Levels over a file in `folder`, closed when the test is over at the latest. */
export async function levelsIn(folder: string, clock: FakeClock = fakeClock()): Promise<Counting> {
  const faults: unknown[] = [];
  const onFault = (fault: unknown): void => void faults.push(fault);
  const levels = await openServiceLevels({ clock, onFault, store: sqliteLevelStore(folder) });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= levels.close());
  onTestFinished(close);
  return { levels: { ...levels, close }, clock, faults };
}
