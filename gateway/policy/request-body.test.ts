import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createBodyReader } from './request-body.ts';

const read = createBodyReader();

function bytes(body: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(body));
}

function codeOf(body: unknown): string {
  try {
    read(bytes(body));
    return 'READ';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

describe('the body of an operation', () => {
  it('is handed on as it is when it keeps the limits, the first time and again', () => {
    const body = { query: 'query Q($a: Int) { a(b: $a) }', operationName: 'Q', variables: { a: 1 }, extensions: {} };
    expect(read(bytes(body))).toEqual(body);
    expect(read(bytes(body))).toEqual(body);
    expect(codeOf({ query: getIntrospectionQuery() })).toBe('READ');
  });

  it.each([
    ['REQUEST_JSON_TOO_DEEP', { variables: JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`) }],
    ['POLICY_TOO_NESTED', { query: '{a'.repeat(10_000) }],
    ['POLICY_TOO_DEEP', { query: `${'{a'.repeat(20)}${'}'.repeat(20)}` }],
    ['POLICY_FRAGMENT_CYCLE', { query: '{ ...A } fragment A on Q { ...A }' }],
    ['POLICY_OPERATION_TYPE', { query: 'subscription { a }' }],
  ])('is refused with %s, the first time and again', (code, body) => {
    expect(codeOf(body)).toBe(code);
    expect(codeOf(body)).toBe(code);
  });

  it.each([[{ query: '{ a' }], [{ query: 7 }], [{}], [{ query: '' }]])(
    'is left to the operation when it is %j',
    (body) => {
      expect(codeOf(body)).toBe('READ');
    },
  );
});
