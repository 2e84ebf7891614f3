/**
 * Durations counted in buckets that each begin 2^(1/8) times (9 %) higher than the one before, from 1 ms to 55 s. What is
 * told of them is off by 5 % at most, but for what took less than 1 ms or more than 55 s. Two are merged by adding them.
 */
export type Sketch = Uint32Array;

const bucketCount = 128;
const perDoubling = 8;

export function createSketch(): Sketch {
  return new Uint32Array(bucketCount);
}

/** The bucket of a duration: the first for less than 1 ms, the last for more than 55 s. */
export function bucketOf(durationMs: number): number {
  if (!(durationMs >= 1)) return 0;
  return Math.min(bucketCount - 1, 1 + Math.floor(perDoubling * Math.log2(durationMs)));
}

export function mergeSketch(into: Sketch, other: Sketch): void {
  for (const [at, count] of other.entries()) into[at] = (into[at] ?? 0) + count;
}

export function countOf(sketch: Sketch): number {
  return sketch.reduce((sum, count) => sum + count, 0);
}

/** The duration in milliseconds that `share` of all stay within, for example 0.99; null where there are none. */
export function quantile(sketch: Sketch, share: number): number | null {
  const count = countOf(sketch);
  if (count === 0) return null;
  const rank = Math.max(1, Math.ceil(share * count));
  let passed = 0;
  const at = sketch.findIndex((inBucket) => (passed += inBucket) >= rank);
  return middleOf(at);
}

/** The bucket's counts alone, for whoever keeps them: pairs of bucket and count. */
export function sketchPairs(sketch: Sketch): (readonly [number, number])[] {
  return [...sketch.entries()].filter(([, count]) => count > 0);
}

/** Throws RangeError for a pair that is none of a sketch. */
export function sketchOf(pairs: readonly (readonly [number, number])[]): Sketch {
  const sketch = createSketch();
  for (const [at, count] of pairs) {
    if (!(at in sketch)) throw new RangeError(`no bucket ${at}`);
    sketch[at] = count;
  }
  return sketch;
}

function middleOf(bucket: number): number {
  return bucket === 0 ? 0.5 : Number((2 ** ((bucket - 0.5) / perDoubling)).toPrecision(3));
}
