import { describe, expect, it } from 'vitest';
import { textCache } from './text-cache.ts';

describe('text cache', () => {
  it('makes a value once for each text and forgets the oldest beyond its size', () => {
    const made: string[] = [];
    const get = textCache(2, (text) => {
      made.push(text);
      return { text };
    });
    expect(get('a')).toBe(get('a'));
    get('b');
    get('c');
    get('b');
    get('a');
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });

  it('remembers nothing when making fails', () => {
    let attempts = 0;
    const get = textCache(2, () => {
      attempts += 1;
      throw new SyntaxError('bad');
    });
    expect(() => get('a')).toThrow('bad');
    expect(() => get('a')).toThrow('bad');
    expect(attempts).toBe(2);
  });
});
