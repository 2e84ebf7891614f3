import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draws = 20_000;

function sample(draw: () => number): readonly number[] {
  return Array.from({ length: draws }, draw);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('createRandom', () => {
  it('gives the same numbers for the same seed and names', () => {
    expect(sample(createRandom(7, 3, 'health').next)).toStrictEqual(sample(createRandom(7, 3, 'health').next));
  });

  it('gives these numbers on every machine', () => {
    const { next } = createRandom(2565, 0, 'people');
    expect([next(), next(), next()].map((value) => value.toFixed(6))).toStrictEqual([
      '0.143705',
      '0.266023',
      '0.618986',
    ]);
  });

  it('gives independent numbers for another seed, household or concern', () => {
    const first = sample(createRandom(7, 3, 'health').next);
    for (const other of [createRandom(8, 3, 'health'), createRandom(7, 4, 'health'), createRandom(7, 3, 'heblth')]) {
      const second = sample(other.next);
      const together = mean(first.map((value, at) => (value - 0.5) * ((second[at] ?? 0) - 0.5))) * 12;
      expect(Math.abs(together)).toBeLessThan(4 / Math.sqrt(draws));
    }
  });

  it('fills the interval from 0 to 1 evenly, also over the first number of many streams', () => {
    const firsts = Array.from({ length: draws }, (_, k) => createRandom(1, k, 'type').next());
    for (const values of [sample(createRandom(1).next), firsts]) {
      const tenths = Array.from(
        { length: 10 },
        (_, tenth) => values.filter((value) => Math.floor(value * 10) === tenth).length,
      );
      for (const count of tenths) expect(Math.abs(count - draws / 10)).toBeLessThan(4.5 * Math.sqrt(draws * 0.09));
    }
  });

  it('draws whole numbers with both ends', () => {
    const { int } = createRandom(2);
    expect(new Set(sample(() => int(3, 6)))).toStrictEqual(new Set([3, 4, 5, 6]));
  });

  it('draws choices by their weights, and never one of weight 0', () => {
    const { weighted } = createRandom(3);
    const drawn = Array.from({ length: draws }, () =>
      weighted([
        ['a', 1],
        ['b', 3],
        ['c', 0],
      ] as const),
    );
    expect(drawn.filter((item) => item === 'a').length / draws).toBeCloseTo(0.25, 1);
    expect(drawn).not.toContain('c');
  });

  it('draws a lognormal by its median and spread', () => {
    const { lognormal } = createRandom(4);
    const logs = sample(() => Math.log(lognormal(34_000, 0.55) / 34_000));
    expect(mean(logs)).toBeCloseTo(0, 1);
    expect(Math.sqrt(mean(logs.map((log) => log ** 2)))).toBeCloseTo(0.55, 1);
  });

  it('has nothing to choose from an empty list', () => {
    expect(() => createRandom(5).pick([])).toThrow(RangeError);
  });
});
