import { describe, expect, it } from 'vitest';
import { objectsAtPath, pathsOfObjects } from './objects-at-path.ts';
import { applyRewrites } from './rewrites.ts';
import { merged } from './test-merged.ts';

const isOfType = (typeName: unknown, condition: string): boolean => typeName === undefined || typeName === condition;

describe('a rewrite', () => {
  it('renames a key in objects of one type, in lists too', () => {
    const data = merged({
      items: [
        { __typename: 'Book', x: 1 },
        { __typename: 'Film', x: 2 },
      ],
    });
    applyRewrites([{ kind: 'KeyRenamer', path: ['items', '... on Book', 'x'], renameKeyTo: 'y' }], data, isOfType);
    expect(JSON.stringify(data)).toBe('{"items":[{"__typename":"Book","y":1},{"__typename":"Film","x":2}]}');
  });

  it('renames nothing that is not there, and a null like any value', () => {
    const data = merged({ a: null });
    applyRewrites(
      [
        { kind: 'KeyRenamer', path: ['a'], renameKeyTo: 'b' },
        { kind: 'KeyRenamer', path: ['c'], renameKeyTo: 'b' },
        { kind: 'KeyRenamer', path: ['a', 'd'], renameKeyTo: 'b' },
      ],
      data,
      isOfType,
    );
    expect(JSON.stringify(data)).toBe('{"b":null}');
  });

  it('sets a value', () => {
    const data = merged({ __typename: 'Book' });
    applyRewrites([{ kind: 'ValueSetter', path: ['... on Book', '__typename'], setValueTo: 'Item' }], data, isOfType);
    expect(JSON.stringify(data)).toBe('{"__typename":"Item"}');
  });
});

describe('a place', () => {
  const root = merged({ a: [{ b: [[{ n: 1 }, null], [{ n: 2 }]] }, null, { b: null }, { c: { n: 3 } }] });

  it('is found through lists, nulls left out, and its paths come in the same order', () => {
    expect(objectsAtPath(root, ['a', '@', 'b', '@', '@']).map(({ n }) => n)).toEqual([1, 2]);
    expect(pathsOfObjects(root, ['a', '@', 'b', '@', '@'])).toEqual([
      ['a', 0, 'b', 0, 0],
      ['a', 0, 'b', 1, 0],
    ]);
  });

  it('is the root for an empty path', () => {
    expect(objectsAtPath(root, [])).toEqual([root]);
    expect(pathsOfObjects(root, [])).toEqual([[]]);
  });

  it('is nowhere where nothing is', () => {
    expect(objectsAtPath(root, ['x', '@', 'y'])).toEqual([]);
  });
});
