import { describe, expect, it } from 'vitest';
import { rehearsalReason, type RehearsedFault } from '../../schema/contract/rehearsal.ts';
import { fakeClock } from '../kernel/test-clock.ts';
import { stageFault } from './stage-fault.ts';

interface Request {
  readonly rehearsal?: RehearsedFault;
}

const answered = { status: 'ANSWERED', data: { health: 1 } };
const never = new AbortController().signal;

function staged(reply: { status: string; reason?: string } = answered) {
  const clock = fakeClock();
  const asked: Request[] = [];
  const call = stageFault(
    (request: Request) => {
      asked.push(request);
      return Promise.resolve(reply);
    },
    { clock, faultOf: ({ rehearsal }) => rehearsal },
  );
  return { clock, asked, call };
}

describe('a staged fault', () => {
  it('leaves a call without one as it is', () => {
    const reply = Promise.resolve(answered);
    const call = stageFault(() => reply, { clock: fakeClock(), faultOf: () => undefined });
    expect(call({}, never)).toBe(reply);
  });

  it.each([
    ['DOWN', 'UNAVAILABLE'],
    ['ERROR', 'UNAVAILABLE'],
    ['GARBAGE', 'INVALID'],
  ] as const)('%s answers %s at once and does not ask the body', async (kind, status) => {
    const { call, asked } = staged();
    expect(await call({ rehearsal: { kind } }, never)).toEqual({ status, reason: rehearsalReason, tookMs: 0 });
    expect(asked).toEqual([]);
  });

  it('LATENCY asks the body after that time', async () => {
    const { call, asked, clock } = staged();
    const calling = call({ rehearsal: { kind: 'LATENCY', latencyMs: 500 } }, never);
    clock.advance(499);
    await Promise.resolve();
    expect(asked).toEqual([]);
    clock.advance(1);
    expect(await calling).toBe(answered);
    expect(asked).toHaveLength(1);
  });

  it('LATENCY ends as TIMED_OUT when nobody waits any more, without asking the body', async () => {
    const { call, asked, clock } = staged();
    const deadline = new AbortController();
    const calling = call({ rehearsal: { kind: 'LATENCY', latencyMs: 2_000 } }, deadline.signal);
    clock.advance(800);
    deadline.abort();
    expect(await calling).toEqual({ status: 'TIMED_OUT', reason: rehearsalReason, tookMs: 800 });
    expect(asked).toEqual([]);
    expect(clock.pending()).toBe(0);
  });

  it('LATENCY is to blame when what it left of the deadline was too short', async () => {
    const { call, clock } = staged({ status: 'TIMED_OUT', reason: 'no answer within the deadline' });
    const calling = call({ rehearsal: { kind: 'LATENCY', latencyMs: 700 } }, never);
    clock.advance(700);
    expect(await calling).toMatchObject({ status: 'TIMED_OUT', reason: rehearsalReason });
  });

  it('LATENCY is not to blame for a body that is down', async () => {
    const down = { status: 'UNAVAILABLE', reason: 'no connection' };
    const { call, clock } = staged(down);
    const calling = call({ rehearsal: { kind: 'LATENCY', latencyMs: 10 } }, never);
    clock.advance(10);
    expect(await calling).toBe(down);
  });
});
