import { describe, expect, it } from 'vitest';
import { countFailedAttempts, type FailedAttempts } from './failed-attempts.ts';

function attemptsAt(): { readonly attempts: FailedAttempts; readonly pass: (ms: number) => void } {
  let nowMs = 1_000;
  const attempts = countFailedAttempts({ clock: { now: () => nowMs, after: () => () => undefined }, max: 3 });
  return {
    attempts,
    pass: (ms) => {
      nowMs += ms;
    },
  };
}

describe('failed attempts', () => {
  it('of one address are too many within a minute, and it is told how long to wait', () => {
    const { attempts, pass } = attemptsAt();
    for (const _ of [1, 2]) attempts.failed('192.0.2.1');
    pass(30_000);
    attempts.check('192.0.2.1');
    attempts.failed('192.0.2.1');
    expect(() => attempts.check('192.0.2.1')).toThrow(
      expect.objectContaining({ code: 'IDENTITY_TOO_MANY_FAILURES', details: { seconds: 30 } }),
    );
    attempts.check('192.0.2.2');
  });

  it('are forgotten after the minute', () => {
    const { attempts, pass } = attemptsAt();
    for (const _ of [1, 2, 3]) attempts.failed('192.0.2.1');
    expect(() => attempts.check('192.0.2.1')).toThrow(expect.objectContaining({ code: 'IDENTITY_TOO_MANY_FAILURES' }));
    pass(60_000);
    attempts.failed('192.0.2.1');
    expect(() => attempts.check('192.0.2.1')).not.toThrow();
  });
});
