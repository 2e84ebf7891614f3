import { describe, expect, it } from 'vitest';
import { systemClock } from '../kernel/clock.ts';
import { bulkheadPolicy } from './bulkhead.ts';
import { deadlinePolicy } from './deadline.ts';
import { fetchOptions } from './options.ts';

describe('fetch options', () => {
  it('have a default for everything and are frozen', () => {
    const options = fetchOptions();
    expect(options).toMatchObject({ deadlineMs: 800, maxAnswerBytes: 4 * 1024 * 1024, retryShare: 0.1 });
    expect(Object.isFrozen(options)).toBe(true);
  });

  it('take an override and keep the rest', () => {
    expect(fetchOptions({ deadlineMs: 300 })).toEqual({ ...fetchOptions(), deadlineMs: 300 });
  });

  it.each([
    [{ deadlineMs: 0 }, /deadlineMs: 0 /u],
    [{ deadlineMs: NaN }, /deadlineMs: NaN /u],
    [{ maxConcurrent: 1.5 }, /maxConcurrent: 1\.5 is not a whole number/u],
    [{ maxQueued: -1 }, /maxQueued: -1 /u],
    [{ retryShare: 1.1 }, /retryShare: 1\.1 /u],
    [{ breakerFailureShare: 0 }, /breakerFailureShare: 0 /u],
    [{ retryMinDelayMs: 50, retryMaxDelayMs: 20 }, /retryMinDelayMs: 50 is above/u],
  ])('refuse %j and name the option and the value', (overrides, message) => {
    expect(() => fetchOptions(overrides)).toThrow(message);
  });

  it('are checked by a policy when it is made', () => {
    expect(() => deadlinePolicy({ clock: systemClock, deadlineMs: -5 })).toThrow(/deadlineMs: -5/u);
    expect(() => bulkheadPolicy({ maxConcurrent: 0, maxQueued: 1 })).toThrow(/maxConcurrent: 0/u);
  });
});
