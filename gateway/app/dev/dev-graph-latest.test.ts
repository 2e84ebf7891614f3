import { describe, expect, it } from 'vitest';
import { latestOnly } from './dev-graph-latest.ts';

describe('work on the latest only', () => {
  it('is done one at a time, and what comes meanwhile gives way to what is newer', async () => {
    const done: number[] = [];
    const gates = new Map<number, () => void>();
    let running = 0;
    const latest = latestOnly(async (item: number) => {
      running += 1;
      expect(running).toBe(1);
      await new Promise<void>((resolve) => gates.set(item, resolve));
      done.push(item);
      running -= 1;
    });
    for (const item of [1, 2, 3]) latest.take(item);
    gates.get(1)?.();
    await Promise.resolve();
    latest.take(4);
    for (let turn = 0; turn < 100 && gates.get(4) === undefined; turn += 1) {
      gates.get(3)?.();
      // oxlint-disable-next-line no-await-in-loop -- until it is its turn
      await Promise.resolve();
    }
    gates.get(4)?.();
    await latest.settled();
    expect(done).toEqual([1, 4]);
    latest.take(5);
    gates.get(5)?.();
    await latest.settled();
    expect(done).toEqual([1, 4, 5]);
  });
});
