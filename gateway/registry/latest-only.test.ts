import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { latestOnly } from './latest-only.ts';

test('of what comes during the work, only the newest is worked on', async () => {
  const begun: number[] = [];
  const running: (() => void)[] = [];
  const take = latestOnly<number>((value) => {
    begun.push(value);
    return new Promise((resolve) => running.push(resolve));
  });
  for (const value of [1, 2, 3, 4]) take(value);
  expect(begun).toEqual([1]);
  running[0]?.();
  await nextTurn();
  expect(begun).toEqual([1, 4]);
  running[1]?.();
  await nextTurn();
  take(5);
  expect(begun).toEqual([1, 4, 5]);
});
