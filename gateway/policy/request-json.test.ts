import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequestJson, scanJson } from './request-json.ts';

function codeOf(body: string | Uint8Array): string {
  try {
    readRequestJson(typeof body === 'string' ? Buffer.from(body) : body);
    return 'READ';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

function nested(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
}

function manyKeys(count: number): string {
  return `{"variables":{${Array.from({ length: count - 1 }, (_, at) => `"k${at}":0`).join(',')}}}`;
}

describe('the body of a request', () => {
  it('is read as JSON.parse reads it', () => {
    const body = { query: '{ a(b: "{[\\"]}") }', variables: { ก: ['ข', 1.5, -2e3, true, null, { x: '\u{1F600}' }] } };
    expect(readRequestJson(Buffer.from(JSON.stringify(body)))).toEqual(body);
    expect(readRequestJson(Buffer.from('{"a":"\\ud83d\\ude00","b":9007199254740991}'))).toEqual({
      a: '\u{1F600}',
      b: 9_007_199_254_740_991,
    });
  });

  it.each<[string, string | Uint8Array]>([
    ['REQUEST_TEXT_INVALID', Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d])],
    ['REQUEST_TEXT_INVALID', Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00])],
    ['REQUEST_TEXT_INVALID', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x7d])],
    ['REQUEST_TEXT_INVALID', Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d])],
    ['REQUEST_TEXT_INVALID', '{"a":"\\u0000"}'],
    ['REQUEST_TEXT_INVALID', '{"\\u0000":1}'],
    ['REQUEST_TEXT_INVALID', '{"a":"\\ud83d"}'],
    ['REQUEST_TEXT_INVALID', '{"a":"\\ude00"}'],
    ['REQUEST_TEXT_INVALID', '{"a":"\\ud83d\\ud83d\\ude00"}'],
    ['REQUEST_TEXT_INVALID', '{"a":"\\ud83dx\\ude00"}'],
    ['REQUEST_TEXT_INVALID', '{"a":"\\ud83d\u{1F600}"}'],
    ['REQUEST_JSON_INVALID', ''],
    ['REQUEST_JSON_INVALID', '{'],
    ['REQUEST_JSON_INVALID', '{"a":1,}'],
    ['REQUEST_JSON_INVALID', "{'a':1}"],
    ['REQUEST_JSON_INVALID', '{"a":NaN}'],
    ['REQUEST_JSON_INVALID', '{"a":01}'],
    ['REQUEST_JSON_INVALID', '{"a":1} {"b":2}'],
    ['REQUEST_JSON_INVALID', '}}}}'],
    ['REQUEST_JSON_INVALID', '{"a":"\u0000"}'],
    ['REQUEST_JSON_INVALID', '{"a":"line\nbreak"}'],
    ['REQUEST_JSON_INVALID', '{"a":"unfinished'],
    ['REQUEST_JSON_INVALID', '{"a":"unfinished\\'],
    ['REQUEST_JSON_KEY_REPEATED', '{"query":"{a}","query":"{b}"}'],
    ['REQUEST_JSON_KEY_REPEATED', '{"query":"{a}","quer\\u0079":"{b}"}'],
    ['REQUEST_JSON_KEY_REPEATED', '{"variables":{"x":{"a":1,"b":{"a":2},"a":3}}}'],
    ['REQUEST_JSON_KEY_REFUSED', '{"__proto__":{"x":1}}'],
    ['REQUEST_JSON_KEY_REFUSED', '{"variables":{"__pr\\u006fto__":1}}'],
    ['REQUEST_JSON_KEY_REFUSED', '{"variables":[{"constructor":{"prototype":1}}]}'],
    ['REQUEST_JSON_KEY_REFUSED', '{"variables":{"prototype":1}}'],
    ['REQUEST_JSON_NUMBER_REFUSED', '{"a":1e309}'],
    ['REQUEST_JSON_NUMBER_REFUSED', '{"a":-1e999999999}'],
    ['REQUEST_JSON_NUMBER_REFUSED', '{"a":9007199254740993}'],
    ['REQUEST_JSON_NUMBER_REFUSED', `{"a":0.${'1'.repeat(40)}}`],
    ['REQUEST_JSON_TOO_DEEP', nested(21)],
    ['REQUEST_JSON_TOO_DEEP', '['.repeat(100_000)],
    ['REQUEST_JSON_TOO_MANY_KEYS', manyKeys(1_001)],
    ['REQUEST_BATCH_REFUSED', '[{"query":"{a}"}]'],
    ['REQUEST_INVALID', '"text"'],
    ['REQUEST_INVALID', '7'],
    ['REQUEST_INVALID', 'null'],
  ])('is refused with %s in case %#', (code, body) => {
    expect(codeOf(body)).toBe(code);
  });

  it.each([nested(20), manyKeys(1_000), '{"a":"__proto__","b":{"a":1},"c":{"a":1}}'])(
    'is read up to its limits',
    (body) => {
      expect(codeOf(body)).toBe('READ');
    },
  );

  it('names the limit in the refusal', () => {
    expect(() => readRequestJson(Buffer.from(nested(30)))).toThrow('20 levels');
  });

  it('is read for every JSON value whose keys are harmless, and then equals it', () => {
    const object = fc.dictionary(
      fc.string().filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key) && !key.includes('\0')),
      fc.jsonValue({ maxDepth: 4, depthSize: 'small', stringUnit: 'grapheme' }),
      { maxKeys: 8 },
    );
    fc.assert(
      fc.property(object, fc.boolean(), (value, isSpaced) => {
        const text = JSON.stringify(value, null, isSpaced ? 2 : 0);
        fc.pre(!/\\u0000|__proto__|constructor|prototype/u.test(text) && !/NUMBER_REFUSED|TOO_/u.test(codeOf(text)));
        expect(readRequestJson(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it('takes no more steps than it has characters, whatever the characters are', () => {
    const pieces = fc.array(
      fc.constantFrom('{', '}', '[', ']', '"', '\\', 'u', ':', ',', '1', 'e', ' ', '-', '\\ud83d', '{"a":'),
      {
        maxLength: 400,
      },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        // The closing quote of an unfinished string is counted although it is not there.
        expect(stepsOf(text)).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 500 },
    );
    const bomb = `{"a":"${'\\"'.repeat(60_000)}"}`;
    expect(scanJson(bomb)).toBe(bomb.length);
  });
});

const free = { jsonDepth: Infinity, jsonKeys: Infinity, numberLength: Infinity };

/** None when the text is refused on the way. */
function stepsOf(text: string): number {
  try {
    return scanJson(text, free);
  } catch {
    return 0;
  }
}
