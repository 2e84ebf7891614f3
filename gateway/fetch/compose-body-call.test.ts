import { afterEach, describe, expect, it } from 'vitest';
import type { BodyReply } from './body-call.ts';
import { composeBodyCall, routeBodyCalls } from './compose-body-call.ts';
import type { ComposeOptions, GuardedBody } from './compose-body-call.ts';
import { fakeClock } from '../kernel/test-clock.ts';
import { aRequest, answered, heldBody, httpServer, netServer, neverAborted, scriptedBody, settled } from './harness.ts';
import type { FakeClock } from '../kernel/test-clock.ts';
import { httpPools } from './http-pools.ts';
import { httpTransport } from './http-transport.ts';
import type { CallReport } from './observe.ts';
import { fetchOptions } from './options.ts';
import { reasons, unavailable } from './replies.ts';

const pools = httpPools(fetchOptions());
afterEach(() => pools.close());

function overHttp(url: string, clock: FakeClock, options: Partial<ComposeOptions> = {}): GuardedBody {
  const transport = httpTransport({ url, pools, clock, maxAnswerBytes: 1_000_000 });
  return composeBodyCall(transport, { clock, random: () => 0.5, ...options });
}

describe('a guarded body', () => {
  it('answers, tells the observer, and leaves no timer', async () => {
    const clock = fakeClock();
    const reports: CallReport[] = [];
    await using server = await httpServer((_request, response) => {
      clock.advance(7);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"house":"x"}}');
    });
    const body = overHttp(server.url, clock, { observer: { onCall: (report) => reports.push(report) } });
    expect(await body.call(aRequest(), neverAborted())).toEqual({ ...answered, tookMs: 7 });
    expect(reports).toEqual([
      { subgraph: 'interior', outcome: 'ANSWERED', tookMs: 7, retried: false, deduplicated: false },
    ]);
    expect([clock.pending(), body.running(), body.queueLength(), body.breakerState()]).toEqual([0, 0, 0, 'CLOSED']);
  });

  it('ends a body that says nothing after 800 ms, and closes its connection', async () => {
    const clock = fakeClock();
    await using server = await netServer(() => undefined);
    const body = overHttp(server.url, clock);
    const replying = body.call(aRequest(), neverAborted());
    await server.until(() => server.requests() === 1);
    clock.advance(800);
    expect(await replying).toEqual({ status: 'TIMED_OUT', reason: 'no answer within the deadline', tookMs: 800 });
    await server.until(() => server.closed() === 1);
    expect(clock.pending()).toBe(0);
  });

  it('reads a second time when the connection was lost, and tells the observer', async () => {
    const clock = fakeClock();
    const reports: CallReport[] = [];
    let made = 0;
    await using server = await netServer((socket) => {
      made += 1;
      const body = '{"data":{"house":"x"}}';
      if (made === 1) socket.resetAndDestroy();
      else
        socket.write(
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
        );
    });
    const body = overHttp(server.url, clock, { observer: { onCall: (report) => reports.push(report) } });
    const replying = body.call(aRequest(), neverAborted());
    await untilPending(clock, 2);
    clock.advance(60);
    expect(await replying).toMatchObject({ status: 'ANSWERED', retried: true, tookMs: 60 });
    expect(reports).toMatchObject([{ outcome: 'ANSWERED', retried: true, tookMs: 60 }]);
  });

  it('counts waiting and retrying against the one deadline', async () => {
    const clock = fakeClock();
    const held = heldBody();
    const body = composeBodyCall(held.call, { clock, random: () => 0, fetch: { maxConcurrent: 1 } });
    const first = body.call(aRequest({ query: '{ a }' }), neverAborted());
    const second = body.call(aRequest({ query: '{ b }' }), neverAborted());
    await settled();
    expect([body.running(), body.queueLength()]).toEqual([1, 1]);
    clock.advance(500);
    held.calls[0]?.reply(unavailable(reasons.connectionLost));
    await settled();
    clock.advance(299);
    await settled();
    expect(held.calls).toHaveLength(2);
    clock.advance(1);
    expect(await first).toMatchObject({ status: 'TIMED_OUT', tookMs: 800 });
    expect(await second).toMatchObject({ status: 'TIMED_OUT', tookMs: 800 });
    expect([body.running(), body.queueLength(), clock.pending()]).toEqual([0, 0, 0]);
  });

  it('refuses beyond its places and its queue', async () => {
    const held = heldBody();
    const body = composeBodyCall(held.call, {
      clock: fakeClock(),
      random: () => 0,
      fetch: { maxConcurrent: 1, maxQueued: 1 },
    });
    void body.call(aRequest(), neverAborted());
    void body.call(aRequest(), neverAborted());
    expect(await body.call(aRequest(), neverAborted())).toMatchObject({ status: 'UNAVAILABLE', reason: reasons.busy });
  });

  it('takes one place for identical reads of one principal, and tells the observer of each', async () => {
    const held = heldBody();
    const reports: CallReport[] = [];
    const body = composeBodyCall(held.call, {
      clock: fakeClock(),
      random: () => 0,
      observer: { onCall: (report) => reports.push(report) },
    });
    const replies = [1, 2].map(() => body.call(aRequest({ principalKey: 'p' }), neverAborted()));
    expect(body.running()).toBe(1);
    held.calls[0]?.reply(answered);
    await Promise.all(replies);
    expect(reports.map(({ deduplicated }) => deduplicated)).toEqual([false, true]);
  });

  it('stops asking a body that is down, and asks again when it may be back', async () => {
    const clock = fakeClock();
    const scripted = scriptedBody(...Array.from({ length: 20 }, () => unavailable(reasons.noConnection)), answered);
    const body = composeBodyCall(scripted.call, { clock, random: () => 0, fetch: { retryShare: 0 } });
    const ask = (): Promise<BodyReply> => body.call(aRequest(), neverAborted());
    // oxlint-disable-next-line no-await-in-loop -- one call after the other
    for (let made = 0; made < 20; made += 1) await ask();
    expect(await ask()).toMatchObject({ status: 'UNAVAILABLE', reason: 'breaker open' });
    expect([scripted.count(), body.breakerState()]).toEqual([20, 'OPEN']);
    clock.advance(5_000);
    expect(await ask()).toMatchObject({ status: 'ANSWERED' });
    expect(body.breakerState()).toBe('CLOSED');
  });

  it('does not hold it against a body that it answers the second time', async () => {
    const clock = fakeClock();
    const replies = Array.from({ length: 60 }, (_, at) =>
      at % 2 === 0 ? unavailable(reasons.connectionLost) : answered,
    );
    const body = composeBodyCall(scriptedBody(...replies).call, { clock, random: () => 0, fetch: { retryShare: 1 } });
    for (let made = 0; made < 30; made += 1) {
      const replying = body.call(aRequest(), neverAborted());
      // oxlint-disable-next-line no-await-in-loop -- one call after the other
      await settled();
      clock.advance(10);
      // oxlint-disable-next-line no-await-in-loop -- see above
      expect(await replying).toMatchObject({ status: 'ANSWERED', retried: true });
    }
    expect(body.breakerState()).toBe('CLOSED');
  });

  it('does not hold it against a body that its calls were refused for want of a place', async () => {
    const fetch = { maxConcurrent: 1, maxQueued: 0 };
    const body = composeBodyCall(heldBody().call, { clock: fakeClock(), random: () => 0, fetch });
    void body.call(aRequest(), neverAborted());
    const refused = await Promise.all(Array.from({ length: 30 }, () => body.call(aRequest(), neverAborted())));
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set(['UNAVAILABLE']));
    expect(body.breakerState()).toBe('CLOSED');
  });

  it('opens the breaker for a body that is silent, but not for operations that end', async () => {
    const clock = fakeClock();
    const held = heldBody();
    const body = composeBodyCall(held.call, { clock, random: () => 0 });
    const operation = new AbortController();
    const given = Array.from({ length: 30 }, () => body.call(aRequest(), operation.signal));
    operation.abort();
    await Promise.all(given);
    expect(body.breakerState()).toBe('CLOSED');
    const late = Array.from({ length: 30 }, () => body.call(aRequest(), neverAborted()));
    clock.advance(800);
    await Promise.all(late);
    expect(body.breakerState()).toBe('OPEN');
  });

  it('survives an observer that throws, and a transport that rejects', async () => {
    const observer = {
      onCall: () => {
        throw new Error('metrics down');
      },
    };
    const body = composeBodyCall(() => Promise.reject(new Error('at 10.0.0.1')), {
      clock: fakeClock(),
      random: () => 0,
      observer,
    });
    expect(await body.call(aRequest(), neverAborted())).toMatchObject({
      status: 'UNAVAILABLE',
      reason: reasons.callFailed,
    });
  });

  it('refuses options that make no sense', () => {
    const options = { clock: fakeClock(), random: () => 0, fetch: { deadlineMs: 0 } };
    expect(() => composeBodyCall(heldBody().call, options)).toThrow(/deadlineMs: 0/u);
  });
});

describe('routing', () => {
  it('calls the body that the request names, and knows no other', async () => {
    const interior = composeBodyCall(scriptedBody(answered).call, { clock: fakeClock(), random: () => 0 });
    const call = routeBodyCalls(new Map([['interior', interior]]));
    expect(await call(aRequest(), neverAborted())).toMatchObject({ status: 'ANSWERED' });
    expect(await call(aRequest({ subgraph: 'nowhere' }), neverAborted())).toMatchObject({
      status: 'UNAVAILABLE',
      reason: 'this body is not configured',
    });
  });
});

/** Lets sockets do their work until the clock holds so many timers. */
async function untilPending(clock: FakeClock, timers: number): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- polls for what the loop's own turns bring about
  while (clock.pending() < timers) await settled();
}
