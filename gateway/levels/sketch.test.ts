import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketOf,
  countOf,
  createSketch,
  mergeSketch,
  quantile,
  sketchOf,
  sketchPairs,
  type Sketch,
} from './sketch.ts';

const durations = fc.array(fc.double({ min: 1, max: 55_000, noNaN: true }), { minLength: 1, maxLength: 300 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

function sketchedOf(all: readonly number[]): Sketch {
  const sketch = createSketch();
  for (const each of all) sketch[bucketOf(each)] = (sketch[bucketOf(each)] ?? 0) + 1;
  return sketch;
}

function exact(all: readonly number[], part: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(part * sorted.length)) - 1] ?? Number.NaN;
}

describe('a sketch of durations', () => {
  it('tells every quantile within 5 %', () => {
    fc.assert(
      fc.property(durations, share, (all, part) => {
        const told = quantile(sketchedOf(all), part) ?? Number.NaN;
        expect(Math.abs(told / exact(all, part) - 1)).toBeLessThanOrEqual(0.05);
      }),
    );
  });

  it('merged with another tells what one of all would', () => {
    fc.assert(
      fc.property(durations, durations, (some, others) => {
        const merged = sketchedOf(some);
        mergeSketch(merged, sketchedOf(others));
        expect(merged).toEqual(sketchedOf([...some, ...others]));
      }),
    );
  });

  it('is written as pairs and read back', () => {
    fc.assert(
      fc.property(durations, (all) => {
        expect(sketchOf(sketchPairs(sketchedOf(all)))).toEqual(sketchedOf(all));
      }),
    );
  });

  it('counts what is out of its range at its ends', () => {
    const sketch = sketchedOf([0, 0.4, -5, Number.NaN, 1e9, Infinity]);
    expect(countOf(sketch)).toBe(6);
    expect(quantile(sketch, 0.5)).toBe(0.5);
    expect(quantile(sketch, 1)).toBeGreaterThan(55_000);
  });

  it('of nothing tells nothing', () => {
    expect(quantile(createSketch(), 0.5)).toBeNull();
  });

  it.each([[128, 1] as const, [-1, 1] as const, [0.5, 1] as const])('has no bucket %s', (...pair) => {
    expect(() => sketchOf([pair])).toThrow(RangeError);
  });
});
