import { describe, expect, it } from 'vitest';
import { mergeInto } from './merge-into.ts';
import { createMerged, isMerged } from './merged-object.ts';
import { merged } from './test-merged.ts';

const isObjectTypeName = (name: unknown): boolean => name === 'Book';

function merge(target: Record<string, unknown>, source: Record<string, unknown>): { agrees: boolean; text: string } {
  const into = merged(target);
  const agrees = mergeInto(into, merged(source), isObjectTypeName);
  return { agrees, text: JSON.stringify(into) };
}

describe('merging', () => {
  it('joins objects and lists of the same length, item by item', () => {
    expect(merge({ a: { b: 1 }, l: [{ x: 1 }, null] }, { a: { c: 2 }, l: [{ y: 2 }, { y: 3 }] })).toEqual({
      agrees: true,
      text: '{"a":{"b":1,"c":2},"l":[{"x":1,"y":2},{"y":3}]}',
    });
  });

  it('loses nothing to a null', () => {
    expect(merge({ a: { b: 1 }, c: 1, l: [{}] }, { a: null, c: null, l: [null] })).toEqual({
      agrees: true,
      text: '{"a":{"b":1},"c":1,"l":[{}]}',
    });
  });

  it('takes the later value of a leaf, lists of leaves whole', () => {
    expect(merge({ a: 1, l: [1, 2] }, { a: 2, l: [3] }).text).toBe('{"a":2,"l":[3]}');
  });

  it('keeps the name of an object type, and gives up that of an interface', () => {
    expect(merge({ __typename: 'Book' }, { __typename: 'Item' }).text).toBe('{"__typename":"Book"}');
    expect(merge({ __typename: 'Item' }, { __typename: 'Book' }).text).toBe('{"__typename":"Book"}');
  });

  it.each([
    [{ l: [{ x: 1 }] }, { l: [{ x: 1 }, { x: 2 }] }],
    [{ a: { b: 1 } }, { a: 1 }],
    [{ a: 1 }, { a: { b: 1 } }],
    [{ d: { l: [{}] } }, { d: { l: [] } }],
  ])('notices that %j and %j disagree, and keeps the first', (target, source) => {
    const { agrees, text } = merge(target, { ...source, z: 1 });
    expect(agrees).toBe(false);
    expect(JSON.parse(text)).toEqual({ ...target, z: 1 });
  });
});

describe('a merged object', () => {
  it('inherits nothing', () => {
    const object = createMerged();
    expect([object['constructor'], object['toString'], object['__proto__']]).toEqual([undefined, undefined, undefined]);
    expect([isMerged(object), isMerged({}), isMerged(null)]).toEqual([true, false, false]);
  });
});
