import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('orders keys by their UTF-16 code units, at every depth', () => {
  expect(canonicalJson({ b: 1, a: [{ z: null, y: true }], '€': 'ก', '😀': 2, '\ufb33': 3 })).toBe(
    '{"a":[{"y":true,"z":null}],"b":1,"€":"ก","😀":2,"\ufb33":3}',
  );
});

it('writes numbers and strings as ECMAScript does', () => {
  expect(canonicalJson([1e21, 1e-7, -0, 4.5, '\u0000\u001f"\\\u2028\ud800'])).toBe(
    '[1e+21,1e-7,0,4.5,"\\u0000\\u001f\\"\\\\\u2028\\ud800"]',
  );
});

it.each([undefined, Number.NaN, Infinity, () => 1, Symbol('x'), 1n, { a: undefined }, [undefined]])(
  'refuses what JSON cannot say: %s',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);

it('reads back as what was written, and is the same text after any change of the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
