import { describe, expect, it } from 'vitest';
import type { BodyCall, BodyReply } from './body-call.ts';
import { breakerPolicy } from './breaker.ts';
import type { BreakerPolicy } from './breaker.ts';
import { fakeClock } from '../kernel/test-clock.ts';
import { aRequest, answered, heldBody, neverAborted } from './harness.ts';
import type { FakeClock } from '../kernel/test-clock.ts';
import { deadlinePassed, invalid, reasons, timedOut, unavailable } from './replies.ts';

const down = unavailable(reasons.noConnection);
const replying =
  (reply: BodyReply): BodyCall =>
  () =>
    Promise.resolve(reply);

function aBreaker(clock: FakeClock): BreakerPolicy {
  return breakerPolicy({
    clock,
    breakerFailureShare: 0.5,
    breakerMinimumCalls: 4,
    breakerWindowMs: 10_000,
    breakerOpenMs: 5_000,
  });
}

async function ask(breaker: BreakerPolicy, reply: BodyReply, times = 1): Promise<BodyReply[]> {
  const call = breaker(replying(reply));
  const got: BodyReply[] = [];
  // oxlint-disable-next-line no-await-in-loop -- one call after the other
  for (let made = 0; made < times; made += 1) got.push(await call(aRequest(), neverAborted()));
  return got;
}

describe('breaker', () => {
  it('stays closed below the minimum of calls', async () => {
    const breaker = aBreaker(fakeClock());
    await ask(breaker, down, 3);
    expect(breaker.state()).toBe('CLOSED');
  });

  it('stays closed below the failure share', async () => {
    const breaker = aBreaker(fakeClock());
    await ask(breaker, answered, 5);
    await ask(breaker, down, 4);
    expect(breaker.state()).toBe('CLOSED');
  });

  it('opens at the failure share and refuses without calling', async () => {
    const breaker = aBreaker(fakeClock());
    await ask(breaker, answered, 2);
    await ask(breaker, down, 2);
    expect(breaker.state()).toBe('OPEN');
    const body = heldBody();
    expect(await breaker(body.call)(aRequest(), neverAborted())).toEqual({
      status: 'UNAVAILABLE',
      reason: 'breaker open',
      tookMs: 0,
    });
    expect(body.calls).toHaveLength(0);
  });

  it('forgets failures that the window has left behind', async () => {
    const clock = fakeClock();
    const breaker = aBreaker(clock);
    await ask(breaker, down, 3);
    clock.advance(10_000);
    await ask(breaker, down, 3);
    expect(breaker.state()).toBe('CLOSED');
  });

  it('lets one call probe after its time, and closes on an answer', async () => {
    const clock = fakeClock();
    const breaker = aBreaker(clock);
    await ask(breaker, down, 4);
    clock.advance(4_999);
    expect(await ask(breaker, answered)).toMatchObject([{ status: 'UNAVAILABLE' }]);
    clock.advance(1);
    const body = heldBody();
    const probe = breaker(body.call)(aRequest(), neverAborted());
    expect(breaker.state()).toBe('HALF_OPEN');
    expect(await ask(breaker, answered)).toMatchObject([{ reason: 'breaker open' }]);
    body.calls[0]?.reply(answered);
    expect(await probe).toBe(answered);
    expect(breaker.state()).toBe('CLOSED');
    await ask(breaker, down, 3);
    expect(breaker.state()).toBe('CLOSED');
  });

  it('opens again for as long when the probe fails', async () => {
    const clock = fakeClock();
    const breaker = aBreaker(clock);
    await ask(breaker, down, 4);
    clock.advance(5_000);
    await ask(breaker, down);
    expect(breaker.state()).toBe('OPEN');
    clock.advance(4_999);
    expect(await ask(breaker, answered)).toMatchObject([{ reason: 'breaker open' }]);
    clock.advance(1);
    expect(await ask(breaker, answered)).toEqual([answered]);
  });

  it('probes again when the probe was given up', async () => {
    const clock = fakeClock();
    const breaker = aBreaker(clock);
    await ask(breaker, down, 4);
    clock.advance(5_000);
    const body = heldBody();
    const operation = new AbortController();
    const probe = breaker(body.call)(aRequest(), operation.signal);
    operation.abort();
    await probe;
    expect(await ask(breaker, answered)).toEqual([answered]);
    expect(breaker.state()).toBe('CLOSED');
  });

  it.each([
    ['unusable answers open it', invalid(reasons.notJson), 'OPEN'],
    ['answers that hold errors do not', { ...answered, errors: [{ message: 'no' }] }, 'CLOSED'],
    ['calls that could not be made do not', unavailable(reasons.callFailed), 'CLOSED'],
  ] as const)('tells failures from answers: %s', async (_what, reply, state) => {
    const breaker = aBreaker(fakeClock());
    await ask(breaker, reply, 8);
    expect(breaker.state()).toBe(state);
  });

  it.each([
    ["the body's deadline opens it", deadlinePassed, 'OPEN'],
    ["the operation's end does not", new Error('over'), 'CLOSED'],
  ] as const)('tells who gave up: %s', async (_what, reason, state) => {
    const breaker = aBreaker(fakeClock());
    const signal = AbortSignal.abort(reason);
    const call = breaker(() => Promise.resolve(timedOut(signal)));
    await Promise.all(Array.from({ length: 8 }, () => call(aRequest(), signal)));
    expect(breaker.state()).toBe(state);
  });

  it('does not let calls that were given up hide failures', async () => {
    const breaker = aBreaker(fakeClock());
    const signal = AbortSignal.abort(new Error('over'));
    const call = breaker(() => Promise.resolve(timedOut(signal)));
    await Promise.all(Array.from({ length: 20 }, () => call(aRequest(), signal)));
    await ask(breaker, down, 4);
    expect(breaker.state()).toBe('OPEN');
  });

  it('does not count replies to calls from before it opened', async () => {
    const clock = fakeClock();
    const breaker = aBreaker(clock);
    const body = heldBody();
    const slow = breaker(body.call)(aRequest(), neverAborted());
    await ask(breaker, down, 4);
    clock.advance(5_000);
    const probe = breaker(body.call)(aRequest(), neverAborted());
    body.calls[0]?.reply(down);
    await slow;
    expect(breaker.state()).toBe('HALF_OPEN');
    body.calls[1]?.reply(answered);
    await probe;
    expect(breaker.state()).toBe('CLOSED');
  });
});
