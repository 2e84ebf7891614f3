import { describe, expect, it } from 'vitest';
import { JsonSlice } from '../kernel/json-slice.ts';
import { aRequest } from './harness.ts';
import { httpRequestWriter } from './http-request.ts';

const write = httpRequestWriter();
const slice = (text: string): JsonSlice => JsonSlice.ofBytes(Buffer.from(text).toString('latin1'));

describe('a request that holds slices', () => {
  it('carries them as they came, between what is written', () => {
    const request = aRequest({
      holdsSlices: true,
      operationName: 'Q',
      extensions: { answers: {} },
      variables: {
        asOf: '2022-08-10',
        left: undefined,
        none: [],
        ids: ['ก', null, undefined],
        representations: [
          { __typename: 'Household', health: slice('{"found":true,"facts":["ข"]}'), score: 1, x: undefined },
          { houseCode: '99990000011', labour: slice('{"found":1.50}'), health: slice('[]'), nothing: null },
          {},
        ],
      },
    });
    const { body } = write(request);
    const { query, operationName, variables, extensions } = request;
    expect(JSON.parse(String(body))).toEqual(
      JSON.parse(JSON.stringify({ query, operationName, variables, extensions })),
    );
    expect(String(body)).toContain('"health":{"found":true,"facts":["ข"]},');
    expect(String(body)).toContain('{"found":1.50}');
  });

  it('is the same text as one without, when there are none', () => {
    const variables = { a: 1, list: [{ b: 'ค' }, 2, [3]], object: { c: [] } };
    const plain = write(aRequest({ variables }));
    expect(String(write(aRequest({ variables, holdsSlices: true })).body)).toBe(plain.body);
    expect(String(write(aRequest({ variables: {}, holdsSlices: true })).body)).toBe(
      write(aRequest({ variables: {} })).body,
    );
  });
});
