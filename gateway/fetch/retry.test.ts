import { describe, expect, it } from 'vitest';
import type { BodyPolicy, BodyReply } from './body-call.ts';
import { fakeClock } from '../kernel/test-clock.ts';
import { aRequest, answered, listenersOf, neverAborted, scriptedBody, settled } from './harness.ts';
import type { FakeClock } from '../kernel/test-clock.ts';
import { invalid, reasons, unavailable } from './replies.ts';
import { retryPolicy } from './retry.ts';

const down = unavailable(reasons.connectionLost);

function aRetry(clock: FakeClock, changes: { random?: () => number; retryShare?: number } = {}): BodyPolicy {
  return retryPolicy({
    clock,
    random: () => 0.5,
    retryShare: 1,
    retryWindowMs: 10_000,
    retryMinDelayMs: 10,
    retryMaxDelayMs: 60,
    ...changes,
  });
}

describe('retry', () => {
  it('asks once more when a read was UNAVAILABLE, and says so', async () => {
    const clock = fakeClock();
    const body = scriptedBody(down, answered);
    const signal = neverAborted();
    const replying = aRetry(clock)(body.call)(aRequest(), signal);
    await settled();
    clock.advance(60);
    expect(await replying).toEqual({ ...answered, retried: true });
    expect([clock.pending(), listenersOf(signal)]).toEqual([0, 0]);
  });

  it('asks no third time', async () => {
    const clock = fakeClock();
    const body = scriptedBody(down);
    const replying = aRetry(clock)(body.call)(aRequest(), neverAborted());
    await settled();
    clock.advance(60);
    expect(await replying).toMatchObject({ status: 'UNAVAILABLE', retried: true });
    expect(body.count()).toBe(2);
  });

  it.each([
    [0, 10],
    [0.5, 35],
    [0.9999999, 60],
  ])('pauses at random between the two delays: %d gives %d ms', async (random, delayMs) => {
    const clock = fakeClock();
    const body = scriptedBody(down, answered);
    void aRetry(clock, { random: () => random })(body.call)(aRequest(), neverAborted());
    await settled();
    clock.advance(delayMs - 0.5);
    await settled();
    expect(body.count()).toBe(1);
    clock.advance(0.5);
    await settled();
    expect(body.count()).toBe(2);
  });

  it.each<[string, BodyReply]>([
    ['an answer', answered],
    ['an unusable answer', invalid(reasons.notJson)],
    ['a timeout', { status: 'TIMED_OUT', reason: reasons.deadline, tookMs: 0 }],
    ['a refusal of the gateway', unavailable(reasons.refused)],
  ])('does not repeat a read after %s', async (_what, reply) => {
    const body = scriptedBody(reply);
    expect(await aRetry(fakeClock())(body.call)(aRequest(), neverAborted())).toBe(reply);
    expect(body.count()).toBe(1);
  });

  it('repeats a mutation only with an idempotency key', async () => {
    const clock = fakeClock();
    const body = scriptedBody(down);
    const call = aRetry(clock)(body.call);
    await call(aRequest({ kind: 'mutation' }), neverAborted());
    expect(body.count()).toBe(1);
    const replying = call(aRequest({ kind: 'mutation', idempotencyKey: 'k-1' }), neverAborted());
    await settled();
    clock.advance(60);
    await replying;
    expect(body.count()).toBe(3);
  });

  it('keeps to its share of the calls: 100 failing reads are 110 calls', async () => {
    const clock = fakeClock();
    const body = scriptedBody(down);
    const call = aRetry(clock, { retryShare: 0.1 })(body.call);
    const replies = Array.from({ length: 100 }, () => call(aRequest(), neverAborted()));
    await settled();
    clock.advance(60);
    await Promise.all(replies);
    expect(body.count()).toBe(110);
  });

  it('has its budget again when the window has passed', async () => {
    const clock = fakeClock();
    const body = scriptedBody(down);
    const call = aRetry(clock, { retryShare: 0.1 })(body.call);
    const askOnce = async (): Promise<void> => {
      const replying = call(aRequest(), neverAborted());
      await settled();
      clock.advance(60);
      await replying;
    };
    await askOnce();
    await askOnce();
    expect(body.count()).toBe(3);
    clock.advance(11_000);
    await askOnce();
    expect(body.count()).toBe(5);
  });

  it('never retries with a share of 0', async () => {
    const body = scriptedBody(down);
    await aRetry(fakeClock(), { retryShare: 0 })(body.call)(aRequest(), neverAborted());
    expect(body.count()).toBe(1);
  });

  it('gives up its pause when the signal is aborted, and leaves no timer', async () => {
    const clock = fakeClock();
    const body = scriptedBody(down);
    const operation = new AbortController();
    const replying = aRetry(clock)(body.call)(aRequest(), operation.signal);
    await settled();
    operation.abort();
    expect(await replying).toMatchObject({ status: 'TIMED_OUT' });
    expect([body.count(), clock.pending()]).toEqual([1, 0]);
  });
});
