import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesPrototypeMember, readAnswer } from './read-answer.ts';
import type { Answer } from './read-answer.ts';

function read(text: string | Uint8Array, withoutPrototype = false): Answer {
  return readAnswer(Buffer.from(text), { withoutPrototype });
}

const nested = (depth: number): string => `{"data":{"a":${'['.repeat(depth - 2)}${']'.repeat(depth - 2)}}}`;

describe('an answer', () => {
  it('is read with its data and errors', () => {
    const text = '{"data":{"บ้าน":[1,null,"ก"]},"errors":[{"message":"m","path":["a",0],"extensions":{"code":"C"}}]}';
    expect(read(text)).toEqual({
      kind: 'RESPONSE',
      data: { บ้าน: [1, null, 'ก'] },
      errors: [{ message: 'm', path: ['a', 0], extensions: { code: 'C' } }],
    });
  });

  it('may have no data when it has errors', () => {
    expect(read('{"errors":[{"message":"m"}]}')).toEqual({ kind: 'RESPONSE', data: null, errors: [{ message: 'm' }] });
    expect(read('{"data":null,"errors":[]}')).toEqual({ kind: 'RESPONSE', data: null, errors: [] });
  });

  it('keeps message, path and code of an error, and nothing else', () => {
    const error = { message: 'm', stack: 'at 10.0.0.1', path: [{}], extensions: { code: 7, exception: 'SELECT' } };
    expect(read(JSON.stringify({ data: {}, errors: [error] }))).toMatchObject({ errors: [{ message: 'm' }] });
    expect(JSON.stringify(read(JSON.stringify({ data: {}, errors: [error] })))).not.toMatch(/10\.0|SELECT|path/u);
  });

  it('bounds the number and the length of errors', () => {
    const errors = Array.from({ length: 5_000 }, () => ({ message: 'x'.repeat(5_000) }));
    const answer = read(JSON.stringify({ data: null, errors }));
    expect(answer.kind === 'RESPONSE' && [answer.errors.length, answer.errors[0]?.message.length]).toEqual([
      1000, 1000,
    ]);
  });

  it.each([
    '',
    ' ',
    '<html>',
    '{"data":{"a":1}',
    '{"data":{"a":"',
    '{"data":{"a":1}} {}',
    '\uFEFF{"data":{}}',
    "{'data':{}}",
    '{"data":{"a":NaN}}',
  ])('that is not JSON is INVALID: %j', (text) => {
    expect(read(text)).toEqual({ kind: 'INVALID', reason: 'not JSON' });
  });

  it('that is not UTF-8 is INVALID', () => {
    const bytes = Buffer.concat([Buffer.from('{"data":{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}}')]);
    expect(read(bytes)).toEqual({ kind: 'INVALID', reason: 'not JSON' });
  });

  it.each([
    'null',
    '[]',
    '"data"',
    '7',
    '{}',
    '{"data":[]}',
    '{"data":"x"}',
    '{"data":1}',
    '{"errors":[]}',
    '{"data":{},"errors":{}}',
    '{"data":{},"errors":"x"}',
    '{"data":{},"errors":[null]}',
    '{"data":{},"errors":[{}]}',
    '{"data":{},"errors":[{"message":1}]}',
    '{"Data":{}}',
  ])('of another shape is INVALID: %s', (text) => {
    expect(read(text)).toEqual({ kind: 'INVALID', reason: 'not a GraphQL response' });
  });

  it.each([
    '{"data":{"__proto__":{"admin":true}}}',
    '{"data":{"a":[{"b":{"__proto__":null}}]}}',
    '{"__proto__":{"data":{}},"data":{}}',
    '{"data":{"\\u005f_proto__":1}}',
    '{"data":{"_\\u005fproto__":1}}',
    '{"data":{"__pr\\u006Fto__":1}}',
    '{"data":{"constructor":{"prototype":{"admin":true}}}}',
    '{"data":{"c\\u006fnstructor":{"prototype":1}}}',
    '{"data":{"constructor":{"pr\\u006ftotype":1}}}',
    '{"data":{"x":"\\"","__proto__":1}}',
  ])('with a key that reaches for a prototype is INVALID: %s', (text) => {
    expect(read(text)).toEqual({ kind: 'INVALID', reason: 'a forbidden key' });
  });

  it('may hold such words where they do no harm', () => {
    expect(read('{"data":{"a":"__proto__","constructor":"x","prototype":1}}').kind).toBe('RESPONSE');
  });

  it('may nest 64 deep and no deeper', () => {
    expect(read(nested(64)).kind).toBe('RESPONSE');
    expect(read(nested(65))).toEqual({ kind: 'INVALID', reason: 'nested deeper than allowed' });
    expect(read('['.repeat(4_000_000))).toEqual({ kind: 'INVALID', reason: 'nested deeper than allowed' });
  });

  it('is not deep for brackets inside strings', () => {
    expect(read(JSON.stringify({ data: { a: '[{"\\'.repeat(100) } })).kind).toBe('RESPONSE');
  });

  it('takes the last of repeated keys, as JSON.parse does', () => {
    expect(read('{"data":{"a":1},"data":{"a":2,"a":3}}')).toMatchObject({ data: { a: 3 } });
  });

  it('has no prototype anywhere when the caller reads names that objects inherit', () => {
    const answer = read('{"data":{"house":[{"name":1}]}}', true);
    const data: Readonly<Record<string, unknown>> = answer.kind === 'RESPONSE' ? (answer.data ?? {}) : {};
    expect(data['constructor']).toBeUndefined();
    expect(JSON.stringify(data)).toBe('{"house":[{"name":1}]}');
    expect(Object.getPrototypeOf(Object.values(data).flat()[0])).toBeNull();
  });

  it('of JSON values is JSON.parse of it, or holds a forbidden key', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('"', '\\', '{[', 'constructor', '__typename', 'prototype'));
    const property = fc.property(fc.dictionary(key, fc.jsonValue({ maxDepth: 4 })), isReadLikeJsonParse);
    expect(() => fc.assert(property)).not.toThrow();
  });

  it('of any bytes never throws', () => {
    const property = fc.property(fc.uint8Array(), (bytes) => ['RESPONSE', 'INVALID'].includes(read(bytes).kind));
    expect(() => fc.assert(property)).not.toThrow();
  });
});

function isReadLikeJsonParse(data: unknown): boolean {
  const text = JSON.stringify({ data });
  const answer = read(text);
  if (answer.kind === 'INVALID') return /__proto__|constructor/u.test(text);
  return isDeepStrictEqual({ data: answer.data }, JSON.parse(text));
}

describe('a query', () => {
  it('names a member of the prototype as a whole word only', () => {
    expect(namesPrototypeMember('{ constructor: name }')).toBe(true);
    expect(namesPrototypeMember('{ toString: name }')).toBe(true);
    expect(namesPrototypeMember('{ __proto__: name }')).toBe(true);
    expect(namesPrototypeMember('{ constructorOf name __typename }')).toBe(false);
  });
});
