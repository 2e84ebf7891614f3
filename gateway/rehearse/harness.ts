import type { Principal } from '../../schema/contract/identity.ts';
import type { Clock } from '../kernel/clock.ts';
import { createRehearsals, type RehearsalEvent, type Rehearsals } from './rehearsals.ts';
import type { RehearsalRules } from './rules.ts';

// For this folder's tests: a clock that a test moves, people, and rehearsals that write down what they tell.

export interface FakeClock extends Clock {
  /** Moves time on and runs what falls due, in order. */
  readonly advance: (byMs: number) => void;
  /** Timers that are neither run nor cancelled. */
  readonly pending: () => number;
}

export const noon: number = Date.UTC(2022, 7, 10, 5);

export function fakeClock(): FakeClock {
  let now = noon;
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

export function aPrincipal(changes: Partial<Principal> = {}): Principal {
  return {
    subject: 'somboon@welfare.example',
    role: 'supervisor',
    areas: ['50'],
    body: null,
    scopes: new Set(),
    expiresAt: 0,
    ...changes,
  };
}

export const demoRules: RehearsalRules = {
  bodies: () => ['health', 'labour'],
  hasRealIssuer: false,
  allowRehearsal: false,
};

export interface Stage {
  readonly rehearsals: Rehearsals;
  readonly clock: FakeClock;
  readonly events: RehearsalEvent[];
}

export function aStage(rules: Partial<RehearsalRules> = {}): Stage {
  const clock = fakeClock();
  const events: RehearsalEvent[] = [];
  const onRehearsal = (event: RehearsalEvent): void => void events.push(event);
  return { rehearsals: createRehearsals({ ...demoRules, ...rules, clock, onRehearsal }), clock, events };
}
