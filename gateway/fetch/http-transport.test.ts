import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import type { BodyCall, BodyReply, BodyRequest } from './body-call.ts';
import { fakeClock } from '../kernel/test-clock.ts';
import { aRequest, bodyOf, httpServer, listenersOf, netServer, neverAborted, settled } from './harness.ts';
import type { TestServer } from './harness.ts';
import { httpPools } from './http-pools.ts';
import { httpTransport } from './http-transport.ts';

const maxAnswerBytes = 64 * 1024;
const pools = httpPools({ connectTimeoutMs: 5_000, keepAliveMs: 4_000, maxConnections: 8 });

afterEach(() => pools.close());

function transport(url: string): BodyCall {
  return httpTransport({ url, pools, clock: fakeClock(), maxAnswerBytes });
}

function ask(url: string, changes: Partial<BodyRequest> = {}): Promise<BodyReply> {
  return transport(url)(aRequest(changes), neverAborted());
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

describe('a request over HTTP', () => {
  it('is a GraphQL POST with the body and headers of the call and no others', async () => {
    let body = '';
    let headers: IncomingHttpHeaders = {};
    await using server = await httpServer(async (request, response) => {
      headers = request.headers;
      body = await bodyOf(request);
      json(response, { data: { house: 'x' } });
    });
    const reply = await ask(`${server.url}?v=1`, {
      query: 'query Q($c: String) { house(code: $c) }',
      operationName: 'Q',
      variables: { c: 'บ้าน"' },
      extensions: { notAnswered: ['health'] },
      headers: { authorization: 'Bearer signed' },
      idempotencyKey: 'k-1',
    });
    expect(reply).toEqual({ status: 'ANSWERED', data: { house: 'x' }, errors: [], tookMs: 0 });
    expect(JSON.parse(body)).toEqual({
      query: 'query Q($c: String) { house(code: $c) }',
      operationName: 'Q',
      variables: { c: 'บ้าน"' },
      extensions: { notAnswered: ['health'] },
    });
    expect(headers).toEqual({
      host: `127.0.0.1:${server.port}`,
      connection: 'keep-alive',
      'content-length': String(Buffer.byteLength(body)),
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      authorization: 'Bearer signed',
      'idempotency-key': 'k-1',
    });
  });

  it('goes over a connection that is kept', async () => {
    await using server = await httpServer((_request, response) => json(response, { data: {} }));
    const call = transport(server.url);
    await call(aRequest(), neverAborted());
    await settled();
    await call(aRequest(), neverAborted());
    expect([server.requests(), server.opened()]).toEqual([2, 1]);
  });

  it.each<[string, Partial<BodyRequest>]>([
    ['a variable that is not JSON', { variables: { big: 1n } }],
    ['a header that would split the request', { headers: { 'x-purpose': 'a\r\nx-role: supervisor' } }],
  ])('is not made with %s', async (_what, changes) => {
    await using server = await httpServer((_request, response) => json(response, { data: {} }));
    expect(await ask(server.url, changes)).toMatchObject({
      status: 'UNAVAILABLE',
      reason: 'the call could not be made',
    });
    expect(server.requests()).toBe(0);
  });

  it.each(['ftp://a/', 'nonsense', 'http://user:pass@a/'])('is never made to %s', (url) => {
    expect(() => transport(url)).toThrow(/^url: /u);
  });

  it('is UNAVAILABLE when the pools are closed', async () => {
    await using server = await httpServer((_request, response) => json(response, { data: {} }));
    const call = transport(server.url);
    await pools.close();
    expect(await call(aRequest(), neverAborted())).toMatchObject({ status: 'UNAVAILABLE' });
  });
});

describe('an answer over HTTP', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset=UTF-8',
    'application/graphql-response+json; charset=utf-8',
  ])('is used when it is %s', async (type) => {
    await using server = await httpServer((_request, response) =>
      response.writeHead(200, { 'content-type': type }).end('{"data":{}}'),
    );
    expect(await ask(server.url)).toMatchObject({ status: 'ANSWERED' });
  });

  it('may come in pieces', async () => {
    await using server = await httpServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      for (const byte of Buffer.from('{"data":{"house":"บ้าน"}}')) response.write(Buffer.from([byte]));
      response.end();
    });
    expect(await ask(server.url)).toMatchObject({ status: 'ANSWERED', data: { house: 'บ้าน' } });
  });

  it('may follow an early hint', async () => {
    await using server = await httpServer((_request, response) => {
      response.writeProcessing();
      json(response, { data: {} });
    });
    expect(await ask(server.url)).toMatchObject({ status: 'ANSWERED' });
  });

  it('is used at status 400 when it is a GraphQL response', async () => {
    await using server = await httpServer((_request, response) =>
      json(response, { errors: [{ message: 'no such field', extensions: { code: 'C' } }] }, 400),
    );
    expect(await ask(server.url)).toMatchObject({
      status: 'ANSWERED',
      data: null,
      errors: [{ message: 'no such field' }],
    });
  });

  it('has no prototype when the query names a member of one', async () => {
    await using server = await httpServer((_request, response) => json(response, { data: { house: {} } }));
    const plain = await ask(server.url);
    const bare = await ask(server.url, { query: '{ constructor: house }' });
    expect([plain, bare].map((reply) => (reply.status === 'ANSWERED' ? Object.getPrototypeOf(reply.data) : 0))).toEqual(
      [Object.prototype, null],
    );
  });
});

/** A fault of a body, as HTTP, and the reply that it must give. */
const faults: [string, (response: ServerResponse) => void, Partial<BodyReply> & { reason: string }][] = [
  [
    'status 500',
    (r) => json(r, { data: {} }, 500),
    { status: 'UNAVAILABLE', reason: 'the body reported a failure of its own' },
  ],
  [
    'status 503',
    (r) => r.writeHead(503).end(),
    { status: 'UNAVAILABLE', reason: 'the body reported a failure of its own' },
  ],
  ['status 401', (r) => json(r, { data: {} }, 401), { status: 'UNAVAILABLE', reason: 'the body refused the gateway' }],
  ['status 403', (r) => json(r, { data: {} }, 403), { status: 'UNAVAILABLE', reason: 'the body refused the gateway' }],
  ['status 404 in HTML', (r) => html(r, 404), { status: 'INVALID', reason: 'a status that carries no answer' }],
  [
    'status 404 in other JSON',
    (r) => json(r, { error: 'x' }, 404),
    { status: 'INVALID', reason: 'not a GraphQL response' },
  ],
  ['status 204', (r) => r.writeHead(204).end(), { status: 'INVALID', reason: 'not JSON' }],
  ['HTML', (r) => html(r, 200), { status: 'INVALID', reason: 'not JSON' }],
  ['JSON that says it is text', (r) => typed(r, 'text/plain'), { status: 'INVALID', reason: 'not JSON' }],
  ['another charset', (r) => typed(r, 'application/json; charset=tis-620'), { status: 'INVALID', reason: 'not JSON' }],
  ['no content type', (r) => r.writeHead(200).end('{"data":{}}'), { status: 'INVALID', reason: 'not JSON' }],
  ['an encoding not asked for', (r) => encoded(r), { status: 'INVALID', reason: 'not JSON' }],
  ['truncated JSON', (r) => text(r, '{"data":{"house":"x'), { status: 'INVALID', reason: 'not JSON' }],
  ['the wrong shape', (r) => text(r, '{"data":[]}'), { status: 'INVALID', reason: 'not a GraphQL response' }],
  ['a forbidden key', (r) => text(r, '{"data":{"__proto__":{}}}'), { status: 'INVALID', reason: 'a forbidden key' }],
  ['nesting', (r) => text(r, '['.repeat(1_000)), { status: 'INVALID', reason: 'nested deeper than allowed' }],
];

describe('an answer that is a fault', () => {
  it.each(faults)('is INVALID or UNAVAILABLE: %s', async (_what, respond, expected) => {
    await using server = await httpServer((_request, response) => respond(response));
    expect(await ask(server.url)).toEqual({ ...expected, tookMs: 0 });
  });

  it('is INVALID when it is a redirect, which is not followed', async () => {
    await using elsewhere = await httpServer((_request, response) => json(response, { data: {} }));
    await using server = await httpServer((_request, response) =>
      response.writeHead(307, { location: elsewhere.url }).end(),
    );
    expect(await ask(server.url)).toMatchObject({ status: 'INVALID', reason: 'a redirect instead of an answer' });
    expect([server.requests(), elsewhere.requests()]).toEqual([1, 0]);
  });

  it('is UNAVAILABLE when the connection is refused', async () => {
    const { url } = await closedServer();
    expect(await ask(url)).toMatchObject({ status: 'UNAVAILABLE', reason: 'no connection' });
  });

  it('is UNAVAILABLE when the connection is reset', async () => {
    await using server = await netServer((socket) => socket.resetAndDestroy());
    expect(await ask(server.url)).toMatchObject({ status: 'UNAVAILABLE', reason: 'the connection was lost' });
  });

  it('is UNAVAILABLE when the connection ends within the answer', async () => {
    await using server = await netServer((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"data":{'),
    );
    expect(await ask(server.url)).toMatchObject({ status: 'UNAVAILABLE', reason: 'the connection was lost' });
  });

  it.each([
    ['nonsense', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['headers without end', `HTTP/1.1 200 OK\r\n${'x-filler: 0123456789\r\n'.repeat(5_000)}`],
  ])('is INVALID when it is not HTTP: %s', async (_what, bytes) => {
    await using server = await netServer((socket) => socket.write(bytes));
    expect(await ask(server.url)).toMatchObject({ status: 'INVALID', reason: 'not HTTP' });
  });

  it('never shows the address of the body', async () => {
    const { url, port } = await closedServer();
    expect(JSON.stringify(await ask(url))).not.toMatch(new RegExp(`127\\.0\\.0\\.1|${port}`, 'u'));
  });
});

describe('an answer that is too large', () => {
  it('is INVALID before its first byte when its length says so, and the connection is cut', async () => {
    await using server = await httpServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(maxAnswerBytes + 1) });
      response.write('{');
    });
    expect(await ask(server.url)).toMatchObject({ status: 'INVALID', reason: 'larger than allowed' });
    await server.until(() => server.closed() === 1);
    expect(server.closed()).toBe(1);
  });

  it('is INVALID at the first byte too many, and the rest of 64 MiB is neither read nor kept', async () => {
    const piece = Buffer.alloc(64 * 1024, ' ');
    let sent = 0;
    await using server = await httpServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const pump = (): void => {
        while (sent < 64 * 1024 * 1024 && !response.destroyed) {
          sent += piece.length;
          if (!response.write(piece)) return void response.once('drain', pump);
        }
      };
      pump();
    });
    const call = transport(server.url);
    const before = usedBytes();
    for (let asked = 0; asked < 5; asked += 1) {
      sent = 0;
      // oxlint-disable-next-line no-await-in-loop -- one answer after the other
      expect(await call(aRequest(), neverAborted())).toMatchObject({
        status: 'INVALID',
        reason: 'larger than allowed',
      });
      const opened = asked + 1;
      // oxlint-disable-next-line no-await-in-loop -- see above
      await server.until(() => server.closed() === opened);
      expect(sent).toBeLessThan(16 * 1024 * 1024);
    }
    expect(usedBytes() - before).toBeLessThan(8 * 1024 * 1024);
  });

  it('is used at exactly the limit', async () => {
    const frame = '{"data":{"a":""}}';
    await using server = await httpServer((_request, response) =>
      text(response, `{"data":{"a":"${'x'.repeat(maxAnswerBytes - frame.length)}"}}`),
    );
    expect(await ask(server.url)).toMatchObject({ status: 'ANSWERED' });
  });
});

describe('an abort', () => {
  it('ends a silent call and closes its connection', async () => {
    await using server = await httpServer(() => undefined);
    const operation = new AbortController();
    const replying = transport(server.url)(aRequest(), operation.signal);
    await server.until(() => server.requests() === 1);
    operation.abort();
    expect(await replying).toMatchObject({ status: 'TIMED_OUT' });
    await server.until(() => server.closed() === 1);
    expect(server.closed()).toBe(1);
  });

  it('ends an answer that trickles and closes its connection', async () => {
    let response: ServerResponse | undefined;
    await using server = await httpServer((_request, answer) => {
      response = answer;
      answer.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
    });
    const operation = new AbortController();
    const replying = transport(server.url)(aRequest(), operation.signal);
    await server.until(() => response !== undefined);
    response?.write(' ');
    operation.abort();
    expect(await replying).toMatchObject({ status: 'TIMED_OUT' });
    await server.until(() => server.closed() === 1);
    expect(server.closed()).toBe(1);
  });

  it('keeps a call that waits for a connection from ever being sent', async () => {
    const narrow = httpPools({ connectTimeoutMs: 5_000, keepAliveMs: 4_000, maxConnections: 1 });
    const held: ServerResponse[] = [];
    await using server = await httpServer((_request, response) => held.push(response));
    const call = httpTransport({ url: server.url, pools: narrow, clock: fakeClock(), maxAnswerBytes });
    const first = call(aRequest(), neverAborted());
    const operation = new AbortController();
    const second = call(aRequest(), operation.signal);
    const third = call(aRequest(), neverAborted());
    await server.until(() => server.requests() === 1);
    operation.abort();
    expect(await second).toMatchObject({ status: 'TIMED_OUT' });
    for (const waiting of [first, third]) {
      // oxlint-disable-next-line no-await-in-loop -- the one connection serves one call after the other
      await server.until(() => held.length > 0);
      const response = held.shift();
      if (response !== undefined) json(response, { data: {} });
      // oxlint-disable-next-line no-await-in-loop -- see above
      expect(await waiting).toMatchObject({ status: 'ANSWERED' });
    }
    expect(server.requests()).toBe(2);
    await narrow.close();
  });

  it('that came before the call makes no connection', async () => {
    await using server = await httpServer((_request, response) => json(response, { data: {} }));
    expect(await transport(server.url)(aRequest(), AbortSignal.abort())).toMatchObject({ status: 'TIMED_OUT' });
    expect(server.opened()).toBe(0);
  });

  it('after the answer changes nothing, and the connection serves on', async () => {
    await using server = await httpServer((_request, response) => json(response, { data: {} }));
    const call = transport(server.url);
    const operation = new AbortController();
    await call(aRequest(), operation.signal);
    expect(listenersOf(operation.signal)).toBe(0);
    operation.abort();
    await settled();
    expect(await call(aRequest(), neverAborted())).toMatchObject({ status: 'ANSWERED' });
    expect(server.opened()).toBe(1);
  });
});

function html(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>ปิดปรับปรุง</h1>');
}

function typed(response: ServerResponse, type: string): void {
  response.writeHead(200, { 'content-type': type }).end('{"data":{}}');
}

function encoded(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('{"data":{}}');
}

function text(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}

async function closedServer(): Promise<TestServer> {
  const server = await httpServer(() => undefined);
  await server[Symbol.asyncDispose]();
  return server;
}

/** Bytes in use after a collection. */
function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
