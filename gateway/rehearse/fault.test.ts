import { describe, expect, it } from 'vitest';
import { faultText, parseFault } from './fault.ts';

describe('a fault', () => {
  it.each(['latency=1', 'latency=2000', 'latency=60000', 'error', 'garbage', 'down'])(
    '%s is written as read',
    (text) => {
      expect(faultText(parseFault(text))).toBe(text);
    },
  );

  it('takes a colon where the equals sign has another meaning', () => {
    expect(parseFault('latency:2000')).toEqual({ kind: 'LATENCY', latencyMs: 2000 });
  });

  it.each([
    '',
    'latency',
    'latency=',
    'latency=0',
    'latency=60001',
    'latency=-5',
    'latency=2s',
    'down=1',
    'DOWN',
    'fire',
  ])('is not `%s`', (text) => {
    expect(() => parseFault(text)).toThrow(expect.objectContaining({ code: 'REHEARSAL_FAULT_INVALID' }));
  });
});
