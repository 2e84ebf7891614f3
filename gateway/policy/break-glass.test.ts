import { describe, expect, it } from 'vitest';
import type { Clock } from '../kernel/clock.ts';
import { createBreakGlass, type GlassBroken } from './break-glass.ts';

const use: GlassBroken = { subject: 'head', houseCode: '99990000011', reason: 'a child is missing since this morning' };
const hourMs = 3_600_000;

function glassAt(): { readonly breakGlass: (use: GlassBroken) => void; readonly pass: (ms: number) => void } {
  let nowMs = 0;
  const clock: Clock = { now: () => nowMs, after: () => () => undefined };
  return {
    breakGlass: createBreakGlass(clock),
    pass: (ms) => {
      nowMs += ms;
    },
  };
}

const expired = expect.objectContaining({ code: 'POLICY_BREAK_GLASS_EXPIRED', details: { hours: 3 } });

describe('a broken glass', () => {
  it('opens the household over and over for three hours from its first use', () => {
    const { breakGlass, pass } = glassAt();
    breakGlass(use);
    pass(3 * hourMs - 1);
    breakGlass(use);
    pass(1);
    expect(() => breakGlass(use)).toThrow(expired);
  });

  it('takes another reason after that, and no use of the old one makes it longer', () => {
    const { breakGlass, pass } = glassAt();
    for (const _ of [1, 2, 3, 4]) {
      breakGlass(use);
      pass(45 * 60_000);
    }
    expect(() => breakGlass(use)).toThrow(expired);
    breakGlass({ ...use, reason: 'the police asked again, case 12 of today' });
  });

  it('is one household’s and one supervisor’s', () => {
    const { breakGlass, pass } = glassAt();
    breakGlass(use);
    pass(3 * hourMs);
    breakGlass({ ...use, houseCode: '99990000012' });
    breakGlass({ ...use, subject: 'another' });
    expect(() => breakGlass(use)).toThrow(expired);
  });
});
