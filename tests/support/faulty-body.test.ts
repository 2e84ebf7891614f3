import { afterEach, describe, expect, it } from 'vitest';
import { bodyFaults, secretOfBody, startFaultyBody } from './faulty-body.ts';
import type { BodyFault, FaultyBody } from './faulty-body.ts';

const right = { data: { _entities: [{ name: 'ก' }, { name: 'ข' }] } };
const protoKey = '"__proto__":{"polluted":true}';
let body: FaultyBody | undefined;

afterEach(async () => {
  await body?.close();
  body = undefined;
});

async function start(fault: BodyFault | 'NONE'): Promise<FaultyBody> {
  body = await startFaultyBody(() => Promise.resolve(right), fault);
  return body;
}

interface Seen {
  readonly status: number;
  readonly text: string;
}

async function ask(url: string, init: RequestInit = {}): Promise<Seen> {
  const options: RequestInit = { method: 'POST', body: '{"query":"{ a }"}', redirect: 'manual', ...init };
  const response = await fetch(url, options);
  return { status: response.status, text: await response.text() };
}

describe('a faulty body', () => {
  it('answers as the body behind it until it is told to fail', async () => {
    const asked: unknown[] = [];
    body = await startFaultyBody((request, headers) => {
      asked.push(request, headers['x-purpose']);
      return Promise.resolve(right);
    });
    const seen = await ask(body.url, { headers: { 'x-purpose': 'HOME_VISIT' } });
    expect(JSON.parse(seen.text)).toEqual(right);
    expect(asked).toEqual([{ query: '{ a }' }, 'HOME_VISIT']);
    expect(body.record()).toMatchObject({ requests: 1, delivered: 0, cutByClient: 0 });
  });

  it.each<[BodyFault, (seen: Seen) => boolean]>([
    ['STATUS_500', ({ status, text }) => status === 500 && text.includes(secretOfBody)],
    ['HTML', ({ text }) => text.startsWith('<html>') && text.includes(secretOfBody)],
    ['TRUNCATED', ({ text }) => JSON.stringify(right).startsWith(text) && text.length > 5],
    ['WRONG_SHAPE', ({ text }) => Array.isArray(JSON.parse(text).data)],
    ['PROTO_KEY', ({ text }) => text.startsWith(`{"data":{${protoKey},"_entities":[{${protoKey},"name"`)],
    ['NULL_ENTITY', ({ text }) => text === '{"data":{"_entities":[null,{"name":"ข"}]}}'],
    ['PARTIAL_ERRORS', ({ text }) => JSON.parse(text).errors[0].path[0] === '_entities' && text.includes('[null,')],
    ['HUGE', ({ text }) => text.length > 64 * 1024 * 1024 && text.endsWith('"}}')],
    ['REDIRECT', ({ status }) => status === 307],
  ])('lets %s reach the client, and knows that it did', async (fault, holds) => {
    const { url, record } = await start(fault);
    expect(holds(await ask(url))).toBe(true);
    expect(record()).toMatchObject({ requests: 1, delivered: 1, followed: 0 });
  });

  it.each<BodyFault>(['RESET', 'REFUSED'])('lets %s reach the client, and knows that it did', async (fault) => {
    const { url, record } = await start(fault);
    await expect(ask(url)).rejects.toThrow('fetch failed');
    expect(record()).toMatchObject({ requests: fault === 'RESET' ? 1 : 0, delivered: 1, cutByClient: 0 });
  });

  it('keeps silent, and knows when the client cut the line', async () => {
    const { url, record, close } = await start('SILENCE');
    const controller = new AbortController();
    const asking = ask(url, { signal: controller.signal });
    await until(() => record().delivered === 1);
    controller.abort();
    await expect(asking).rejects.toThrow('aborted');
    await until(() => record().cutByClient === 1);
    await close();
    expect(record()).toMatchObject({ requests: 1, delivered: 1, cutByClient: 1 });
  });

  it('knows when a redirect was followed', async () => {
    const { url, record } = await start('REDIRECT');
    await ask(url, { redirect: 'follow' });
    expect(record()).toMatchObject({ requests: 2, followed: 1 });
  });

  it.each<BodyFault>(['HUGE', 'TRICKLE'])('stops %s when the client cuts the line', async (fault) => {
    const { url, record } = await start(fault);
    const controller = new AbortController();
    const response = await fetch(url, { method: 'POST', body: '{}', signal: controller.signal });
    controller.abort();
    await until(() => record().cutByClient === 1);
    expect(record()).toMatchObject({ requests: 1, delivered: 1 });
    expect(record().bytesSent).toBeLessThan(32 * 1024 * 1024);
    expect(response.status).toBe(200);
  });

  it('changes its fault at the same address, and recovers', async () => {
    const { url, setFault } = await start('REFUSED');
    await expect(ask(url)).rejects.toThrow('fetch failed');
    await setFault('STATUS_500');
    expect((await ask(url)).status).toBe(500);
    await setFault('REFUSED');
    await expect(ask(url)).rejects.toThrow('fetch failed');
    await setFault('NONE');
    expect((await ask(url)).status).toBe(200);
  });

  it('has no fault twice', () => {
    expect(new Set(bodyFaults).size).toBe(bodyFaults.length);
  });
});

/** Lets sockets do their work until it holds. */
async function until(holds: () => boolean): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- polls for what the loop's own turns bring about
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
