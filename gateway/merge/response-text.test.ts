import { describe, expect, it } from 'vitest';
import { JsonSlice } from '../kernel/json-slice.ts';
import { ResponseText, placeOfSlice } from './response-text.ts';

const slice = (text: string): JsonSlice => JsonSlice.ofBytes(Buffer.from(text).toString('latin1'));

describe('the text of a response', () => {
  it('has its slices in their places', () => {
    const slices: JsonSlice[] = [];
    const written = `{"a":${placeOfSlice(slices, slice('["ก"]'))},"b":"ข","c":${placeOfSlice(slices, slice('{}'))}}`;
    const text = new ResponseText(written, slices);
    expect(text.toString()).toBe('{"a":["ก"],"b":"ข","c":{}}');
    expect(JSON.stringify({ data: text })).toBe('{"data":{"a":["ก"],"b":"ข","c":{}}}');
  });

  it('leaves out slices of what became null', () => {
    const slices: JsonSlice[] = [];
    placeOfSlice(slices, slice('"lost"'));
    const text = new ResponseText(`{"a":null,"b":${placeOfSlice(slices, slice('[1]'))}}`, slices);
    expect(text.toString()).toBe('{"a":null,"b":[1]}');
  });

  it('is null when all of it is', () => {
    expect(new ResponseText('null', []).isNull).toBe(true);
    expect(new ResponseText('null', [slice('{}')]).isNull).toBe(true);
    expect(new ResponseText('{"a":null}', []).isNull).toBe(false);
  });
});
