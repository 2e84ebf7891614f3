import { describe, expect, it } from 'vitest';
import type { BodyReply, BodyRequest } from './body-call.ts';
import { dedupePolicy } from './dedupe.ts';
import { aRequest, heldBody, listenersOf, neverAborted } from './harness.ts';

const read = (changes: Partial<BodyRequest> = {}): BodyRequest =>
  aRequest({ principalKey: 'somchai|caseworker|5004', variables: { house: '1' }, ...changes });

const reply = (): BodyReply => ({
  status: 'ANSWERED',
  data: { house: { members: [{ name: 'x' }] } },
  errors: [{ message: 'partly', path: ['house'] }],
  tookMs: 3,
});

describe('de-duplication', () => {
  it('lets identical reads of one principal share a call, and gives each objects of its own', async () => {
    const body = heldBody();
    const call = dedupePolicy()(body.call);
    const replies = [call(read(), neverAborted()), call(read(), neverAborted()), call(read(), neverAborted())];
    expect(body.calls).toHaveLength(1);
    body.calls[0]?.reply(reply());
    const [first, second, third] = await Promise.all(replies);
    expect(first).toEqual(reply());
    expect(second).toEqual({ ...reply(), deduplicated: true });
    expect(third).toEqual(second);
    expect(dataOf(second)).not.toBe(dataOf(first));
    expect(dataOf(second)?.['house']).not.toBe(dataOf(first)?.['house']);
  });

  it('copies before the first waiter can write into what it got', async () => {
    const body = heldBody();
    const call = dedupePolicy()(body.call);
    const writing = call(read(), neverAborted()).then((got) =>
      Object.assign(dataOf(got)?.['house'] ?? {}, { members: 0 }),
    );
    const second = call(read(), neverAborted());
    body.calls[0]?.reply(reply());
    await writing;
    expect(await second).toEqual({ ...reply(), deduplicated: true });
  });

  it('keeps objects without prototype without prototype', async () => {
    const body = heldBody();
    const call = dedupePolicy()(body.call);
    void call(read(), neverAborted());
    const second = call(read(), neverAborted());
    const bare: Record<string, unknown> = Object.create(null);
    bare['__proto__'] = 'a value';
    body.calls[0]?.reply({ status: 'ANSWERED', data: bare, errors: [], tookMs: 0 });
    const data = dataOf(await second);
    expect(Object.getPrototypeOf(data)).toBeNull();
    expect(data?.['__proto__']).toBe('a value');
  });

  it.each<[string, Partial<BodyRequest>]>([
    ['principal', { principalKey: 'somchai|caseworker|50' }],
    ['subgraph', { subgraph: 'health' }],
    ['query', { query: '{ other }' }],
    ['operation name', { operationName: 'Other' }],
    ['variables', { variables: { house: '2' } }],
    ['extensions', { extensions: { notAnswered: ['health'] } }],
  ])('does not share when the %s differs', (_what, changes) => {
    const body = heldBody();
    const call = dedupePolicy()(body.call);
    void call(read(), neverAborted());
    void call(read(changes), neverAborted());
    expect(body.calls).toHaveLength(2);
  });

  it.each<[string, BodyRequest]>([
    ['mutations', read({ kind: 'mutation' })],
    ['reads without a principal key', aRequest()],
    ['variables that are not JSON', read({ variables: { big: 1n } })],
  ])('does not share %s', (_what, request) => {
    const body = heldBody();
    const call = dedupePolicy()(body.call);
    void call(request, neverAborted());
    void call(request, neverAborted());
    expect(body.calls).toHaveLength(2);
  });

  it('shares only what is in flight, and leaves no listener', async () => {
    const body = heldBody();
    const call = dedupePolicy()(body.call);
    const signal = neverAborted();
    const first = call(read(), signal);
    body.calls[0]?.reply(reply());
    await first;
    expect(listenersOf(signal)).toBe(0);
    void call(read(), neverAborted());
    expect(body.calls).toHaveLength(2);
  });

  it('aborts the shared call only when the last waiter has left', async () => {
    const body = heldBody();
    const call = dedupePolicy()(body.call);
    const operations = [new AbortController(), new AbortController()];
    const replies = operations.map(({ signal }) => call(read(), signal));
    operations[0]?.abort();
    expect(await replies[0]).toMatchObject({ status: 'TIMED_OUT' });
    expect(body.calls[0]?.signal.aborted).toBe(false);
    operations[1]?.abort('over');
    expect(body.calls[0]?.signal.reason).toBe('over');
    expect(await replies[1]).toMatchObject({ status: 'TIMED_OUT' });
  });

  it('answers those who stay when one leaves', async () => {
    const body = heldBody();
    const call = dedupePolicy()(body.call);
    const leaving = new AbortController();
    void call(read(), leaving.signal);
    const staying = call(read(), neverAborted());
    leaving.abort();
    body.calls[0]?.reply(reply());
    expect(await staying).toMatchObject({ status: 'ANSWERED' });
  });

  it('starts a new call beside one that everybody has left', () => {
    const body = heldBody();
    const call = dedupePolicy()(body.call);
    const leaving = new AbortController();
    void call(read(), leaving.signal);
    leaving.abort();
    void call(read(), neverAborted());
    expect(body.calls).toHaveLength(2);
    expect(body.calls[1]?.signal.aborted).toBe(false);
  });
});

function dataOf(got: BodyReply | undefined): Readonly<Record<string, unknown>> | null | undefined {
  return got?.status === 'ANSWERED' ? got.data : undefined;
}
