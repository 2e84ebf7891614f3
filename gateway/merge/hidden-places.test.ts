import { describe, expect, it } from 'vitest';
import { compileShownPaths } from './hidden-places.ts';

const { toShown, toPosition } = compileShownPaths([
  { path: ['rows'], dropped: [0, 2] },
  { path: ['rows', 3, 'cells'], dropped: [1] },
  { path: ['rows', 1, 'owner'] },
]);

describe('a place in a list', () => {
  it('counts the items before it that are shown', () => {
    expect(toShown(['rows', 1, 'name'])).toEqual(['rows', 0, 'name']);
    expect(toShown(['rows', 3, 'cells', 2])).toEqual(['rows', 1, 'cells', 1]);
    expect(toShown(['rows', 4, 'cells', 1])).toEqual(['rows', 2, 'cells', 1]);
    expect(toShown(['others', 1])).toEqual(['others', 1]);
  });

  it('is none inside of what is hidden', () => {
    for (const path of [
      ['rows', 0],
      ['rows', 2, 'name'],
      ['rows', 3, 'cells', 1, 'x'],
      ['rows', 1, 'owner'],
      ['rows', 1, 'owner', 'name'],
    ]) {
      expect(toShown(path)).toBeUndefined();
    }
    expect(toPosition(['rows', 1, 'owner'])).toEqual(['rows', 0, 'owner']);
  });
});

describe('a response that hides', () => {
  it('nothing, keeps its paths', () => {
    const path = ['rows', 2];
    expect(compileShownPaths([]).toShown(path)).toBe(path);
  });

  it('everything, has no place at all', () => {
    expect(compileShownPaths([{}]).toShown([])).toBeUndefined();
    expect(compileShownPaths([{}]).toShown(['rows', 1])).toBeUndefined();
  });
});
