import { describe, expect, it } from 'vitest';
import { aPrincipal, aStage, noon } from './harness.ts';
import type { RehearsalRequest } from './rehearsals.ts';

const supervisor = aPrincipal();
const developer = aPrincipal({ role: 'body-developer', body: 'health', areas: [] });
const fiveMinutes: RehearsalRequest = { body: 'health', fault: { kind: 'DOWN' }, forMs: 300_000 };

function code(expected: string): object {
  return expect.objectContaining({ code: expected });
}

describe('a rehearsal', () => {
  it('is met by calls to its body alone, until its time is over', () => {
    const { rehearsals, clock } = aStage();
    rehearsals.start(fiveMinutes, supervisor);
    expect(rehearsals.faultOf('labour')).toBeUndefined();
    clock.advance(299_999);
    expect(rehearsals.faultOf('health')).toEqual({ kind: 'DOWN' });
    clock.advance(1);
    expect(rehearsals.faultOf('health')).toBeUndefined();
    expect(rehearsals.list()).toEqual([]);
  });

  it('tells who started it, and that its time was over', () => {
    const { rehearsals, clock, events } = aStage();
    const rehearsal = rehearsals.start(fiveMinutes, developer);
    expect(rehearsal).toMatchObject({ startedMs: noon, untilMs: noon + 300_000, startedBy: developer });
    clock.advance(300_000);
    expect(events).toEqual([
      { kind: 'STARTED', rehearsal, principal: developer },
      { kind: 'ENDED', rehearsal, principal: null },
    ]);
  });

  it('ends when it is stopped, and tells by whom', () => {
    const { rehearsals, clock, events } = aStage();
    const rehearsal = rehearsals.start(fiveMinutes, developer);
    rehearsals.stop('health', supervisor);
    expect(rehearsals.faultOf('health')).toBeUndefined();
    expect(events.at(-1)).toEqual({ kind: 'ENDED', rehearsal, principal: supervisor });
    expect(clock.pending()).toBe(0);
  });

  it('gives way to another of the same body, whose own time counts', () => {
    const { rehearsals, clock, events } = aStage();
    rehearsals.start(fiveMinutes, supervisor);
    clock.advance(200_000);
    rehearsals.start({ ...fiveMinutes, fault: { kind: 'GARBAGE' } }, supervisor);
    clock.advance(200_000);
    expect(rehearsals.list()).toMatchObject([{ fault: { kind: 'GARBAGE' } }]);
    expect(events.map(({ kind }) => kind)).toEqual(['STARTED', 'ENDED', 'STARTED']);
  });

  it('affects its body for fifteen seconds more, while a breaker may be open', () => {
    const { rehearsals, clock } = aStage();
    expect(rehearsals.affects('health')).toBe(false);
    rehearsals.start(fiveMinutes, supervisor);
    clock.advance(300_000 + 14_999);
    expect(rehearsals.affects('health')).toBe(true);
    expect(rehearsals.affects('labour')).toBe(false);
    clock.advance(1);
    expect(rehearsals.affects('health')).toBe(false);
  });

  it('ends with the gateway', () => {
    const { rehearsals, clock, events } = aStage();
    rehearsals.start(fiveMinutes, supervisor);
    rehearsals.start({ ...fiveMinutes, body: 'labour' }, supervisor);
    rehearsals.close();
    expect(rehearsals.list()).toEqual([]);
    expect(clock.pending()).toBe(0);
    expect(events.filter(({ kind }) => kind === 'ENDED')).toHaveLength(2);
  });

  it.each([999, 1_800_001, 0, -1, Number.NaN, Infinity])('may not take %s ms', (forMs) => {
    const { rehearsals } = aStage();
    expect(() => rehearsals.start({ ...fiveMinutes, forMs }, supervisor)).toThrow(code('REHEARSAL_TIME_INVALID'));
    expect(rehearsals.list()).toEqual([]);
  });

  it('cannot be stopped when none runs', () => {
    expect(() => aStage().rehearsals.stop('health', supervisor)).toThrow(code('REHEARSAL_NOT_RUNNING'));
  });
});

describe('who may rehearse', () => {
  it.each(['caseworker', 'body-officer', 'report-builder', 'auditor'] as const)('is no %s', (role) => {
    const { rehearsals } = aStage();
    const somebody = aPrincipal({ role, body: 'health' });
    expect(() => rehearsals.start(fiveMinutes, somebody)).toThrow(code('REHEARSAL_REFUSED'));
    rehearsals.start(fiveMinutes, supervisor);
    expect(() => rehearsals.stop('health', somebody)).toThrow(code('REHEARSAL_REFUSED'));
    expect(rehearsals.list()).toHaveLength(1);
  });

  it('is no developer of another body, or of none', () => {
    const { rehearsals } = aStage();
    const other = aPrincipal({ role: 'body-developer', body: 'labour' });
    const none = aPrincipal({ role: 'body-developer' });
    expect(() => rehearsals.start(fiveMinutes, other)).toThrow(code('REHEARSAL_REFUSED'));
    expect(() => rehearsals.start(fiveMinutes, none)).toThrow(code('REHEARSAL_REFUSED'));
  });

  it('names a body of the graph', () => {
    const { rehearsals } = aStage();
    expect(() => rehearsals.start({ ...fiveMinutes, body: 'moon' }, supervisor)).toThrow(code('BODY_UNKNOWN'));
  });

  it('is nobody where a real issuer is configured, unless the operator allows it', () => {
    const refused = aStage({ hasRealIssuer: true }).rehearsals;
    expect(() => refused.start(fiveMinutes, supervisor)).toThrow(code('REHEARSAL_OFF'));
    const allowed = aStage({ hasRealIssuer: true, allowRehearsal: true }).rehearsals;
    expect(allowed.start(fiveMinutes, supervisor).body).toBe('health');
  });
});
