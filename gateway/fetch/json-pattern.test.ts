import { assert, array, constantFrom, double, integer, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from './json-pattern.ts';
import type { JsonPattern } from './json-pattern.ts';

const leaf = (kind: 'STRING' | 'INT' | 'FLOAT' | 'BOOLEAN' | 'ID' | 'SCALAR', isNullable = false): JsonPattern => ({
  kind,
  isNullable,
});

const person: JsonPattern = {
  kind: 'OBJECT',
  isNullable: true,
  fields: [
    { key: 'name', value: leaf('STRING') },
    { key: 'age', value: leaf('INT', true) },
    { key: 'tags', value: { kind: 'LIST', item: leaf('STRING'), isNullable: true } },
  ],
};

function isRecognized(pattern: JsonPattern, text: string): boolean {
  const bytes = Buffer.from(`${text},`).toString('latin1');
  return compilePattern(pattern)(bytes, 0) === bytes.length - 1;
}

describe('a pattern', () => {
  it.each([
    '{"name":"คำแปง","age":82,"tags":[]}',
    '{"name":"","age":null,"tags":["a","b"]}',
    '{"name":"x","age":-1,"tags":null}',
    'null',
  ])('recognizes %s', (text) => {
    expect(isRecognized(person, text)).toBe(true);
  });

  it.each([
    '{"name":"x","age":1}',
    '{"age":1,"name":"x","tags":[]}',
    '{"name":"x","age":1,"tags":[],"more":1}',
    '{"name":"x","name":"x","age":1,"tags":[]}',
    '{"name": "x","age":1,"tags":[]}',
    '{"name":null,"age":1,"tags":[]}',
    '{"name":"a\\"b","age":1,"tags":[]}',
    '{"name":"a\nb","age":1,"tags":[]}',
    '{"name":"x","age":"1","tags":[]}',
    '{"name":"x","age":1.5,"tags":[]}',
    '{"name":"x","age":1,"tags":[1]}',
    '{"name":"x","age":1,"tags":["a",]}',
    '{"name":"x","age":1,"tags":{}}',
    '{"name":"x","age":1,"tags":["a"',
    '{"name":"x","age":1,"tags":[]',
    '{"__proto__":"x","age":1,"tags":[]}',
    '[]',
    '',
  ])('leaves %j to a closer look', (text) => {
    expect(isRecognized(person, text)).toBe(false);
  });

  it.each(['00', '01', '-', '1.', '.5', '1e5', '1E5', '+1', '1.5e3', '0x1', '9999999999', '--1'])(
    'knows no integer %s',
    (text) => {
      expect(isRecognized(leaf('INT'), text)).toBe(false);
      expect(isRecognized(leaf('ID'), text)).toBe(false);
    },
  );

  it.each(['1.', '.5', '01.5', '1e5', '-', '1.2.3', '0.1234567890123456'])('knows no number %s', (text) => {
    expect(isRecognized(leaf('FLOAT'), text)).toBe(false);
  });

  it('recognizes only the names of an enum', () => {
    const status: JsonPattern = { kind: 'ENUM', names: ['ACTIVE', 'ENDED', 'F'], isNullable: false };
    expect(isRecognized(status, '"F"')).toBe(true);
    expect(isRecognized(status, '"M"')).toBe(false);
    expect(isRecognized(status, '"ENDED"')).toBe(true);
    expect(isRecognized(status, '"ENDE"')).toBe(false);
    expect(isRecognized(status, '"SECRET"')).toBe(false);
    expect(isRecognized(status, 'null')).toBe(false);
  });

  it('recognizes of a custom scalar what has nothing inside', () => {
    for (const text of ['"x"', '1.5', 'true', 'false', '[1,"x",false]', '[]']) {
      expect(isRecognized(leaf('SCALAR'), text)).toBe(true);
    }
    for (const text of ['{"a":1}', '[[1]]', '[{"a":1}]', 'null', 'tru', 'truefalse']) {
      expect(isRecognized(leaf('SCALAR'), text)).toBe(false);
    }
  });

  it('recognizes numbers that read back as they were written', () => {
    assert(
      property(oneof(integer(), double({ noNaN: true, noDefaultInfinity: true })), (value) => {
        const text = JSON.stringify(value);
        expect(!isRecognized(leaf('FLOAT'), text) || JSON.stringify(JSON.parse(text)) === text).toBe(true);
        expect(!isRecognized(leaf('INT'), text) || Number.isInteger(JSON.parse(text))).toBe(true);
      }),
    );
  });

  it('recognizes nothing that JSON.parse would not read', () => {
    const fragments = oneof(string(), constantFrom('{', '}', '[', ']', '"name"', ':', ',', '"', '1', 'null', '\\'));
    assert(
      property(array(fragments), (parts) => {
        const text = parts.join('');
        for (const pattern of [person, leaf('SCALAR', true), leaf('STRING'), leaf('FLOAT')]) {
          const end = compilePattern(pattern)(Buffer.from(text).toString('latin1'), 0);
          expect(() => end < 0 || JSON.parse(Buffer.from(text).toString('utf8', 0, end))).not.toThrow();
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
