import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../kernel/clock.ts';
import { httpSend } from './http-send.ts';
import type { Exchange, Posted } from './send.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listen(listener: RequestListener): Promise<URL> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return new URL(`http://127.0.0.1:${address.port}/graphql?of=body`);
}

function send(url: URL, more: Partial<Posted> = {}): Promise<Exchange> {
  return httpSend(
    url,
    systemClock,
  )({ headers: { accept: 'application/json' }, body: '{"a":1}', timeoutMs: 5_000, ...more });
}

describe('httpSend', () => {
  it('posts the body to the whole address, and hands on status, type and text', async () => {
    const seen: unknown[] = [];
    const url = await listen((request, response) => {
      request
        .setEncoding('utf8')
        .on('data', (text) => seen.push([request.method, request.url, request.headers.accept, text]));
      request.on('end', () => response.writeHead(418, { 'content-type': 'text/plain' }).end('ไม่ใช่'));
    });
    expect(await send(url)).toMatchObject({
      kind: 'RESPONSE',
      status: 418,
      contentType: 'text/plain',
      text: 'ไม่ใช่',
      bytes: 18,
    });
    expect(seen).toEqual([['POST', '/graphql?of=body', 'application/json', '{"a":1}']]);
  });

  it('follows no redirect', async () => {
    let calls = 0;
    const url = await listen((_request, response) => {
      calls += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await send(url)).toMatchObject({ kind: 'RESPONSE', status: 307 });
    expect(calls).toBe(1);
  });

  it('gives no text for what is not UTF-8', async () => {
    const url = await listen((_request, response) => response.end(Buffer.from([0x7b, 0xff, 0x7d])));
    expect(await send(url)).toMatchObject({ kind: 'RESPONSE', text: null, bytes: 3 });
  });

  it.each([
    ['TIMED_OUT', (() => undefined) satisfies RequestListener, 50],
    ['CONNECTION_LOST', ((request) => request.socket.destroy()) satisfies RequestListener, 5_000],
    [
      'TOO_LARGE',
      ((_request, response) => response.end(Buffer.alloc(33 * 1024 * 1024))) satisfies RequestListener,
      5_000,
    ],
    [
      'CONNECTION_LOST',
      ((_request, response) => {
        response.writeHead(200, { 'content-length': 100 }).write('half');
        response.destroy();
      }) satisfies RequestListener,
      5_000,
    ],
  ])('says %s', async (reason, listener, timeoutMs) => {
    expect(await send(await listen(listener), { timeoutMs })).toMatchObject({ kind: 'NONE', reason });
  });

  it('says NO_CONNECTION where nobody listens', async () => {
    const url = await listen(() => undefined);
    for (const server of servers.splice(0)) await new Promise((resolve) => void server.close(resolve));
    expect(await send(url)).toMatchObject({ kind: 'NONE', reason: 'NO_CONNECTION' });
  });

  it('cuts a request in the middle', async () => {
    const ended = Promise.withResolvers<string>();
    const url = await listen((request) => {
      request.on('end', () => ended.resolve('whole'));
      request.on('error', () => ended.resolve('cut'));
      request.resume();
    });
    expect(await send(url, { cut: 'IN_REQUEST', body: 'x'.repeat(100) })).toMatchObject({
      kind: 'NONE',
      reason: 'CUT',
    });
    expect(await ended.promise).toBe('cut');
  });

  it('leaves when the whole request is sent, without waiting for the answer', async () => {
    const left = Promise.withResolvers<string>();
    const url = await listen((request, response) => {
      request.resume().on('end', () => response.on('close', () => left.resolve('left')));
    });
    expect(await send(url, { cut: 'BEFORE_ANSWER' })).toMatchObject({ kind: 'NONE', reason: 'CUT' });
    expect(await left.promise).toBe('left');
  });
});
