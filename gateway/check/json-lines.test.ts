import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLines, syntaxLine } from './json-lines.ts';

const text = `{
  "facts": [
    { "name": "a, \\"b\\": [", "enum": ["X",
      "Y"] },
    7
  ],
  "programmes": [{ "rule": { "all": [
    { "fact": "person.a" },
    { "fact": "person.b" } ] } }] }`;

describe('the lines of JSON', () => {
  it('are known by path', () => {
    const lines = jsonLines(text);
    const of = (path: string): number | undefined => lines.get(path);
    expect([of(''), of('facts'), of('facts[0].name'), of('facts[0].enum[1]'), of('facts[1]')]).toEqual([1, 2, 3, 4, 5]);
    expect([of('programmes[0].rule.all[1].fact'), of('facts[2]')]).toEqual([9, undefined]);
  });

  it('are known of every value of any JSON', () => {
    assert(
      property(jsonValue(), (value) => {
        expect([...jsonLines(JSON.stringify(value, null, 2)).keys()].toSorted()).toEqual(paths(value).toSorted());
      }),
    );
  });

  it.each([
    ['{\n "a": 1\n "b": 2\n}', 3],
    ['{\n "a": [1,\n 2\n', 4],
    ['', 1],
  ])('say where %j ends to be JSON', (broken, line) => {
    let fault: unknown;
    try {
      JSON.parse(broken);
    } catch (error) {
      fault = error;
    }
    expect(syntaxLine(broken, fault)).toBe(line);
  });
});

/** Every path once: of two keys that are written alike the later counts. */
function paths(value: unknown, path = ''): string[] {
  const inner = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const children = Array.isArray(value)
    ? value.flatMap((item: unknown, at) => paths(item, `${path}[${at}]`))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => paths(item, inner(key)))
      : [];
  return [...new Set([path, ...children])];
}
