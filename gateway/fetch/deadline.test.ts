import { describe, expect, it } from 'vitest';
import { deadlinePolicy } from './deadline.ts';
import { fakeClock } from '../kernel/test-clock.ts';
import { aRequest, answered, heldBody, listenersOf, neverAborted } from './harness.ts';

describe('deadline', () => {
  it('ends a silent call as TIMED_OUT and aborts it', async () => {
    const clock = fakeClock();
    const body = heldBody();
    const replying = deadlinePolicy({ clock, deadlineMs: 800 })(body.call)(aRequest(), neverAborted());
    clock.advance(799);
    expect(body.calls[0]?.signal.aborted).toBe(false);
    clock.advance(1);
    expect(body.calls[0]?.signal.aborted).toBe(true);
    expect(await replying).toMatchObject({ status: 'TIMED_OUT' });
  });

  it('hands an answer on and leaves neither timer nor listener', async () => {
    const clock = fakeClock();
    const body = heldBody();
    const signal = neverAborted();
    const replying = deadlinePolicy({ clock, deadlineMs: 800 })(body.call)(aRequest(), signal);
    expect([clock.pending(), listenersOf(signal)]).toEqual([1, 1]);
    body.calls[0]?.reply(answered);
    expect(await replying).toBe(answered);
    expect([clock.pending(), listenersOf(signal)]).toEqual([0, 0]);
  });

  it("passes the operation's abort on, with its reason", async () => {
    const clock = fakeClock();
    const body = heldBody();
    const operation = new AbortController();
    const replying = deadlinePolicy({ clock, deadlineMs: 800 })(body.call)(aRequest(), operation.signal);
    operation.abort('operation over');
    expect(body.calls[0]?.signal.reason).toBe('operation over');
    expect(await replying).toMatchObject({ status: 'TIMED_OUT' });
    expect(clock.pending()).toBe(0);
  });

  it('does not call when the operation is already over', async () => {
    const body = heldBody();
    const call = deadlinePolicy({ clock: fakeClock(), deadlineMs: 800 })(body.call);
    const reply = await call(aRequest(), AbortSignal.abort());
    expect(reply).toMatchObject({ status: 'TIMED_OUT', reason: 'the operation ended before the answer came' });
    expect(body.calls).toHaveLength(0);
  });

  it('turns a rejection into UNAVAILABLE without its text', async () => {
    const call = deadlinePolicy({ clock: fakeClock(), deadlineMs: 800 })(() =>
      Promise.reject(new Error('at 10.0.0.1')),
    );
    expect(await call(aRequest(), neverAborted())).toEqual({
      status: 'UNAVAILABLE',
      reason: 'the call could not be made',
      tookMs: 0,
    });
  });
});
