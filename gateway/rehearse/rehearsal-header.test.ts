import { describe, expect, it } from 'vitest';
import { aPrincipal, demoRules } from './harness.ts';
import { readRehearsal } from './rehearsal-header.ts';

const supervisor = aPrincipal();
const developer = aPrincipal({ role: 'body-developer', body: 'health', areas: [] });

function read(value: string, principal = supervisor, rules = demoRules): unknown {
  return Object.fromEntries(readRehearsal(['host', 'x', 'X-Rehearse', value], principal, rules));
}

describe('x-rehearse', () => {
  it('may be missing', () => {
    expect(readRehearsal(['x-purpose', 'x-rehearse'], aPrincipal({ role: 'caseworker' }), demoRules).size).toBe(0);
  });

  it('names faults of bodies', () => {
    expect(read('health=down, labour=latency:2000')).toEqual({
      health: { kind: 'DOWN' },
      labour: { kind: 'LATENCY', latencyMs: 2000 },
    });
  });

  it('is open to the developer of the body, and for no other body', () => {
    expect(read('health=down', developer)).toEqual({ health: { kind: 'DOWN' } });
    expect(() => read('health=down,labour=down', developer)).toThrow(
      expect.objectContaining({ code: 'REHEARSAL_REFUSED' }),
    );
  });

  it.each(['caseworker', 'body-officer', 'report-builder', 'auditor'] as const)('is refused to a %s', (role) => {
    expect(() => read('health=down', aPrincipal({ role }))).toThrow(
      expect.objectContaining({ code: 'REHEARSAL_REFUSED' }),
    );
  });

  it('is refused where a real issuer is configured', () => {
    expect(() => read('health=down', supervisor, { ...demoRules, hasRealIssuer: true })).toThrow(
      expect.objectContaining({ code: 'REHEARSAL_OFF' }),
    );
  });

  it.each([
    ['', 'REHEARSAL_HEADER_INVALID'],
    ['health', 'REHEARSAL_HEADER_INVALID'],
    ['health=down,', 'REHEARSAL_HEADER_INVALID'],
    ['health=down,health=error', 'REHEARSAL_HEADER_INVALID'],
    ['health=down labour=down', 'REHEARSAL_HEADER_INVALID'],
    ['__proto__=down', 'REHEARSAL_HEADER_INVALID'],
    [`health=${'x'.repeat(1_000)}`, 'REHEARSAL_HEADER_INVALID'],
    ['health=fire', 'REHEARSAL_FAULT_INVALID'],
    ['moon=down', 'BODY_UNKNOWN'],
  ])('`%s` is %s', (value, code) => {
    expect(() => read(value)).toThrow(expect.objectContaining({ code }));
  });

  it('may come once', () => {
    const twice = ['x-rehearse', 'health=down', 'X-REHEARSE', 'labour=down'];
    expect(() => readRehearsal(twice, supervisor, demoRules)).toThrow(
      expect.objectContaining({ code: 'REHEARSAL_HEADER_INVALID' }),
    );
  });
});
