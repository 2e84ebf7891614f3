import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfJson, likeness } from './json.ts';

describe('likeness', () => {
  it('is the same whatever the order of names and rows', () => {
    const shuffledToo = fc
      .array(fc.record({ name: fc.string(), value: fc.jsonValue() }), { maxLength: 6 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(shuffledToo, ([rows, shuffled]) => {
        expect(likeness({ rows, found: true })).toBe(likeness({ found: true, rows: shuffled }));
      }),
    );
  });

  it.each([
    [{ value: null }, {}],
    [{ value: 0 }, { value: '0' }],
    [{ value: false }, { value: null }],
    [['a'], ['a', 'a']],
    [[['a'], ['b']], [['a', 'b']]],
    [['a,b'], ['a', 'b']],
  ])('tells %j from %j', (one, other) => {
    expect(likeness(one)).not.toBe(likeness(other));
  });
});

describe('faultOfJson', () => {
  it('walks what is longer than any list of arguments', () => {
    expect(faultOfJson(Array.from({ length: 300_000 }, () => ({})))).toBeUndefined();
  });

  it('walks what is deeper than any stack', () => {
    expect(faultOfJson(JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`))).toBe('nested deeper than 64');
  });

  it.each([
    ['{"data":{"a":{"__proto__":{}}}}', 'a key __proto__'],
    ['{"data":[{"constructor":{"prototype":{}}}]}', 'a key constructor'],
    [`${'['.repeat(70)}${']'.repeat(70)}`, 'nested deeper than 64'],
    ['{"data":{"constructor":"a builder of boats"}}', undefined],
    [`${'['.repeat(64)}${']'.repeat(64)}`, undefined],
  ])('of %s is %s', (text, fault) => {
    expect(faultOfJson(JSON.parse(text))).toBe(fault);
  });
});
