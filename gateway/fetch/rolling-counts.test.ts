import { describe, expect, it } from 'vitest';
import { fakeClock } from '../kernel/test-clock.ts';
import { rollingCounts } from './rolling-counts.ts';

describe('rolling counts', () => {
  it('hold what was counted within the window and forget it afterwards', () => {
    const clock = fakeClock();
    const counts = rollingCounts(clock, 1_000);
    counts.addCall();
    counts.addMarked();
    clock.advance(500);
    counts.addCall();
    expect([counts.calls(), counts.marked()]).toEqual([2, 1]);
    clock.advance(500);
    expect([counts.calls(), counts.marked()]).toEqual([1, 0]);
    clock.advance(500);
    expect([counts.calls(), counts.marked()]).toEqual([0, 0]);
  });

  it('forget everything after a silence longer than the window', () => {
    const clock = fakeClock();
    const counts = rollingCounts(clock, 1_000);
    for (let made = 0; made < 5; made += 1) {
      counts.addCall();
      clock.advance(100);
    }
    clock.advance(60_000);
    expect(counts.calls()).toBe(0);
  });

  it('go on counting when the clock is set back', () => {
    const clock = fakeClock();
    const counts = rollingCounts(clock, 1_000);
    counts.addCall();
    clock.advance(-3_600_000);
    counts.addCall();
    expect(counts.calls()).toBe(2);
    clock.advance(1_000);
    expect(counts.calls()).toBeLessThanOrEqual(1);
  });
});
