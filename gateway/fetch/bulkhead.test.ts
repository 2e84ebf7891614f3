import { describe, expect, it } from 'vitest';
import { bulkheadPolicy } from './bulkhead.ts';
import { aRequest, answered, heldBody, listenersOf, neverAborted, settled } from './harness.ts';

describe('bulkhead', () => {
  it('runs so many calls, queues so many, and refuses the next at once', async () => {
    const body = heldBody();
    const bulkhead = bulkheadPolicy({ maxConcurrent: 2, maxQueued: 1 });
    const call = bulkhead(body.call);
    const replies = [1, 2, 3].map(() => call(aRequest(), neverAborted()));
    expect([body.calls.length, bulkhead.running(), bulkhead.queueLength()]).toEqual([2, 2, 1]);
    expect(await call(aRequest(), neverAborted())).toMatchObject({ status: 'UNAVAILABLE' });

    body.calls[0]?.reply(answered);
    await settled();
    expect([body.calls.length, bulkhead.running(), bulkhead.queueLength()]).toEqual([3, 2, 0]);
    for (const held of body.calls) held.reply(answered);
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual(['ANSWERED', 'ANSWERED', 'ANSWERED']);
    expect(bulkhead.running()).toBe(0);
  });

  it('admits the waiting in the order in which they came', async () => {
    const body = heldBody();
    const call = bulkheadPolicy({ maxConcurrent: 1, maxQueued: 3 })(body.call);
    for (const subgraph of ['first', 'second', 'third']) void call(aRequest({ subgraph }), neverAborted());
    for (const at of [0, 1]) {
      body.calls[at]?.reply(answered);
      // oxlint-disable-next-line no-await-in-loop -- one place is handed over after the other
      await settled();
    }
    expect(body.calls.map(({ request }) => request.subgraph)).toEqual(['first', 'second', 'third']);
  });

  it('lets a call that is aborted leave the queue without reaching the body', async () => {
    const body = heldBody();
    const bulkhead = bulkheadPolicy({ maxConcurrent: 1, maxQueued: 1 });
    const call = bulkhead(body.call);
    void call(aRequest(), neverAborted());
    const operation = new AbortController();
    const waiting = call(aRequest(), operation.signal);
    operation.abort();
    expect(await waiting).toMatchObject({ status: 'TIMED_OUT' });
    expect([body.calls.length, bulkhead.queueLength()]).toEqual([1, 0]);
  });

  it('leaves no listener for a call that waited', async () => {
    const body = heldBody();
    const call = bulkheadPolicy({ maxConcurrent: 1, maxQueued: 1 })(body.call);
    const signal = neverAborted();
    void call(aRequest(), neverAborted());
    void call(aRequest(), signal);
    expect(listenersOf(signal)).toBe(1);
    body.calls[0]?.reply(answered);
    await settled();
    // The one that is left is the held body's own.
    expect([body.calls.length, listenersOf(signal)]).toEqual([2, 1]);
  });

  it('gives the place back when a call rejects', async () => {
    const bulkhead = bulkheadPolicy({ maxConcurrent: 1, maxQueued: 0 });
    await expect(bulkhead(() => Promise.reject(new Error('broken')))(aRequest(), neverAborted())).rejects.toThrow(
      'broken',
    );
    expect(bulkhead.running()).toBe(0);
  });
});
