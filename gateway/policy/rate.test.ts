import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '../../schema/contract/identity.ts';
import type { Clock } from '../kernel/clock.ts';
import { budgets } from './budgets.ts';
import { checkOpened, createOpenedCounter, type OpenedCounter } from './opened-counter.ts';
import { checkRate, createRateLimiter } from './rate-limiter.ts';

function testClock(): Clock & { readonly pass: (ms: number) => void } {
  let nowMs = 1_000_000;
  return {
    now: () => nowMs,
    after: () => () => undefined,
    pass: (ms) => {
      nowMs += ms;
    },
  };
}

const limit = { burst: 100, perSecond: 10 };

describe('the rate of a principal', () => {
  it('is a burst, and then what comes back', async () => {
    const clock = testClock();
    const take = createRateLimiter(clock);
    expect(await take('a', 60, limit)).toEqual({ kind: 'ALLOWED' });
    expect(await take('a', 60, limit)).toEqual({ kind: 'EXCEEDED', retryAfterMs: 2_000 });
    clock.pass(1_999);
    expect(await take('a', 60, limit)).toMatchObject({ kind: 'EXCEEDED' });
    clock.pass(1);
    expect(await take('a', 60, limit)).toEqual({ kind: 'ALLOWED' });
  });

  it('is its own', async () => {
    const take = createRateLimiter(testClock());
    await take('a', 100, limit);
    expect(await take('b', 100, limit)).toEqual({ kind: 'ALLOWED' });
  });

  it('counts an operation without cost as one point, and one that is too dear as a full burst', async () => {
    const take = createRateLimiter(testClock());
    expect(await take('a', 1_000, limit)).toEqual({ kind: 'ALLOWED' });
    expect(await take('a', 0, limit)).toEqual({ kind: 'EXCEEDED', retryAfterMs: 100 });
  });

  it('gives nothing for a clock that goes back', async () => {
    const clock = testClock();
    const take = createRateLimiter(clock);
    await take('a', 100, limit);
    clock.pass(-60_000);
    expect(await take('a', 1, limit)).toMatchObject({ kind: 'EXCEEDED' });
    clock.pass(60_000);
    expect(await take('a', 1, limit)).toMatchObject({ kind: 'EXCEEDED' });
  });

  it('never lets more through than the burst and the time give', async () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 3_000 })), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (asked) => {
        const clock = testClock();
        const take = createRateLimiter(clock);
        let [taken, passedMs] = [0, 0];
        for (const [points, waitMs] of asked) {
          if ((await take('a', points, limit)).kind === 'ALLOWED') taken += points;
          expect(taken).toBeLessThanOrEqual(limit.burst + (passedMs / 1000) * limit.perSecond + 1e-6);
          clock.pass(waitMs);
          passedMs += waitMs;
        }
      }),
    );
  });
});

interface Harness {
  readonly clock: ReturnType<typeof testClock>;
  readonly counter: OpenedCounter;
  readonly alarms: unknown[];
}

function harness(): Harness {
  const clock = testClock();
  const alarms: unknown[] = [];
  return { clock, alarms, counter: createOpenedCounter({ clock, onAlarm: (alarm) => alarms.push(alarm) }) };
}

const opened = { alarmAt: 3, stopAt: 5 };

describe('households and persons opened within an hour', () => {
  it('count once each, and raise one alarm', () => {
    const { counter, alarms } = harness();
    expect(counter.open('a', ['1', '1', '2'], opened)).toEqual({ kind: 'OPEN', opened: 2 });
    expect(counter.open('a', ['1', '2'], opened)).toEqual({ kind: 'OPEN', opened: 2 });
    expect(alarms).toEqual([]);
    counter.open('a', ['3'], opened);
    counter.open('a', ['4'], opened);
    expect(alarms).toEqual([{ subject: 'a', opened: 3, stopped: false }]);
  });

  it('are stopped above the limit, with an alarm each time, until the oldest is an hour old', () => {
    const { counter, alarms, clock } = harness();
    counter.open('a', ['1', '2'], opened);
    clock.pass(600_000);
    counter.open('a', ['3', '4'], opened);
    expect(counter.open('a', ['5', '6'], opened)).toEqual({ kind: 'STOPPED', opened: 4, retryAfterMs: 3_000_000 });
    expect(alarms).toContainEqual({ subject: 'a', opened: 6, stopped: true });
    expect(counter.open('a', ['5'], opened)).toEqual({ kind: 'OPEN', opened: 5 });
    expect(counter.check('a', opened)).toMatchObject({ kind: 'STOPPED' });
    expect(counter.open('a', ['1'], opened)).toMatchObject({ kind: 'OPEN' });
    clock.pass(3_000_000);
    expect(counter.check('a', opened)).toEqual({ kind: 'OPEN', opened: 3 });
    expect(counter.open('a', ['6', '7'], opened)).toEqual({ kind: 'OPEN', opened: 5 });
  });

  it('stay open when the limit is lowered below them', () => {
    const { counter } = harness();
    counter.open('a', ['1', '2', '3', '4'], opened);
    expect(counter.open('a', ['1', '2'], { alarmAt: 1, stopAt: 2 })).toMatchObject({ kind: 'OPEN' });
    expect(counter.open('a', ['5'], { alarmAt: 1, stopAt: 2 })).toMatchObject({ kind: 'STOPPED' });
  });

  it("are nobody else's", () => {
    const { counter } = harness();
    counter.open('a', ['1', '2', '3', '4', '5'], opened);
    expect(counter.open('b', ['1'], opened)).toEqual({ kind: 'OPEN', opened: 1 });
  });
});

describe('a refusal for spending too much', () => {
  it('says after how many whole seconds to come back', () => {
    expect(() => checkRate({ kind: 'ALLOWED' })).not.toThrow();
    expect(() => checkOpened({ kind: 'OPEN', opened: 1 })).not.toThrow();
    expect(() => checkRate({ kind: 'EXCEEDED', retryAfterMs: 1_001 })).toThrow(
      expect.objectContaining({ code: 'POLICY_RATE_EXCEEDED', details: { seconds: 2 } }),
    );
    expect(() => checkOpened({ kind: 'STOPPED', opened: 9, retryAfterMs: 1 })).toThrow(
      expect.objectContaining({ code: 'POLICY_OPENED_TOO_MANY', details: { seconds: 1 } }),
    );
  });
});

describe('the budgets', () => {
  it('give every role something and let nobody without households open one', () => {
    for (const role of roles) expect(budgets[role].rate.burst).toBeGreaterThanOrEqual(budgets[role].operation);
    const { counter } = harness();
    expect(counter.open('dev', ['1'], budgets['body-developer'].opened)).toMatchObject({ kind: 'STOPPED' });
  });
});
