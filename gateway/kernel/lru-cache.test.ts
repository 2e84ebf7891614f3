import { describe, expect, it } from 'vitest';
import { createLruCache } from './lru-cache.ts';

describe('an LRU cache', () => {
  it('forgets the entry that was unused for longest', () => {
    const cache = createLruCache<string, number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    expect(cache.get('a')).toBe(1);
    cache.set('c', 3);
    expect(cache.get('b')).toBeUndefined();
    expect(cache.keys()).toEqual(['c', 'a']);
  });

  it('keeps one entry for a key that is set again', () => {
    const cache = createLruCache<string, number>(2);
    cache.set('a', 1);
    cache.set('a', 2);
    expect([cache.size(), cache.get('a')]).toEqual([1, 2]);
  });

  it('refuses to hold nothing', () => {
    expect(() => createLruCache(0)).toThrow(RangeError);
  });
});
