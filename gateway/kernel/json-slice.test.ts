import { describe, expect, it } from 'vitest';
import { JsonSlice, joinJson } from './json-slice.ts';

describe('a slice', () => {
  const source = Buffer.from('xx{"a":["ก"]}yy').toString('latin1');
  const bytes = JsonSlice.ofBytes(source, 2, source.length - 2);
  const value = JsonSlice.ofValue({ a: ['ก'] });

  it('is the same whether it came as bytes or as a value', () => {
    expect(bytes.text).toBe(value.text);
    expect(bytes.value).toEqual(value.value);
    expect(JSON.stringify([bytes])).toBe(JSON.stringify([value]));
  });

  it('is joined with text on both sides', () => {
    expect(joinJson(['{"ข":', bytes, ',"c":', value, '}']).toString()).toBe('{"ข":{"a":["ก"]},"c":{"a":["ก"]}}');
    expect(joinJson([])).toHaveLength(0);
  });
});
