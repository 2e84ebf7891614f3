import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CodedError, type ErrorCode, type ErrorDetails } from '../../schema/contract/error-codes.ts';
import { serverOptions } from './request-limits.ts';
import type { HttpParts } from './server.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(parts: Partial<HttpParts> = {}): Promise<TestServer> {
  server = await startTestServer(parts);
  return server;
}

const json = { 'content-type': 'application/json' };
const hello = '{"query":"{ hello }"}';

interface Seen {
  readonly status: number;
  readonly code: string | undefined;
  readonly headers: Headers;
  readonly text: string;
}

async function ask(init: RequestInit, path = ''): Promise<Seen> {
  const running = server ?? (await start());
  const response = await fetch(running.url + path, { method: 'POST', headers: json, body: hello, ...init });
  const text = await response.text();
  const code = /"code":"(?<code>\w+)"/u.exec(text)?.groups?.['code'];
  return { status: response.status, code, headers: response.headers, text };
}

/** Lines of a request as they go over the wire; the server ends the connection. */
async function wire(...lines: string[]): Promise<string> {
  const running = server ?? (await start());
  return running.raw(`${lines.join('\r\n')}\r\n\r\n${hello}`);
}

const common = [
  'Host: localhost',
  'Connection: close',
  'Content-Type: application/json',
  `Content-Length: ${hello.length}`,
];

describe('an operation', () => {
  it('comes by POST with application/json', async () => {
    const { status, text } = await ask({});
    expect([status, JSON.parse(text)]).toEqual([200, { data: { hello: 'hello ' } }]);
    for (const type of ['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"', 'application/json;']) {
      expect(await ask({ headers: { 'content-type': type } })).toMatchObject({ status: 200 });
    }
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('does not come by %s', async (method) => {
    const body = method === 'GET' ? null : hello;
    const seen = await ask({ method, body }, '?query={hello}');
    expect(seen).toMatchObject({ status: 405, code: 'REQUEST_METHOD_REFUSED' });
    expect(seen.headers.get('allow')).toBe('POST');
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('by %s is refused before its body is read', async (method) => {
    let isRead = false;
    await start({
      readBody: () => {
        isRead = true;
        return {};
      },
    });
    expect(await ask({ method })).toMatchObject({ status: 405, code: 'REQUEST_METHOD_REFUSED' });
    expect(isRead).toBe(false);
  });

  it.each([
    '{ "0999900001011" }',
    String.raw`{ "a\"0999900001011" }`,
    '{ """a" 0999900001011""" }',
    '{ hello(name: 0999900001011) }',
    '{ hello(name: 1e0999900001011x) }',
  ])('that cannot be parsed is not quoted: %s', async (query) => {
    const seen = await ask({ body: JSON.stringify({ query }) });
    expect(seen.code).toBe('OPERATION_INVALID');
    expect(seen.text).toContain('Syntax Error');
    expect(seen.text).not.toContain('99900001');
  });

  it('is not answered to HEAD', async () => {
    expect(await ask({ method: 'HEAD', body: null })).toMatchObject({ status: 405, text: '' });
  });

  it.each([
    'text/plain',
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/json; charset=utf-8; charset=utf-7',
    'application/jsonp',
    'application/json, text/plain',
    'text/plain; application/json',
  ])('does not come as %s', async (type) => {
    expect(await ask({ headers: { 'content-type': type } })).toMatchObject({
      status: 415,
      code: 'REQUEST_TYPE_REFUSED',
    });
  });

  it('does not come without a type', async () => {
    expect(await ask({ headers: {}, body: Buffer.from(hello) })).toMatchObject({
      status: 415,
      code: 'REQUEST_TYPE_REFUSED',
    });
  });

  it.each(['gzip', 'br', 'deflate', 'identity', ''])('does not come compressed as %j', async (encoding) => {
    const seen = await ask({ headers: { ...json, 'content-encoding': encoding } });
    expect(seen).toMatchObject({ status: 415, code: 'REQUEST_ENCODING_REFUSED' });
  });

  it('comes alone', async () => {
    expect(await ask({ body: `[${hello},${hello}]` })).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
  });
});

describe('a request', () => {
  it.each([
    'Host: localhost',
    'Authorization: Bearer a',
    'Content-Type: application/json',
    'Origin: http://a',
    'X-Cost-Preview: true',
  ])('is refused when it says %s twice', async (line) => {
    const twice = common.some((each) => each.startsWith(line.slice(0, 6))) ? [line] : [line, line.toLowerCase()];
    const answer = await wire('POST /graphql HTTP/1.1', ...common, ...twice);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /u);
    expect(answer).toContain('REQUEST_HEADER_REPEATED');
  });

  it.each([
    ['two lengths', ['POST /graphql HTTP/1.1', ...common, 'Content-Length: 5']],
    ['a length and chunks', ['POST /graphql HTTP/1.1', ...common, 'Transfer-Encoding: chunked']],
    ['a blank before the colon', ['POST /graphql HTTP/1.1', ...common, 'X-A : b']],
    ['a folded header', ['POST /graphql HTTP/1.1', ...common, 'X-A: b', ' c']],
    ['no version', ['POST /graphql', ...common]],
    ['no host', ['POST /graphql HTTP/1.1', ...common.slice(1)]],
    ['a host that is none', ['POST /graphql HTTP/1.1', 'Host: a/../b', ...common.slice(1)]],
    ['a host with a bracket', ['POST /graphql HTTP/1.1', 'Host: [', ...common.slice(1)]],
    ['another server as its target', ['POST http://evil.example/graphql HTTP/1.1', ...common]],
    ['a path that cannot be read', ['POST /%zz HTTP/1.1', ...common]],
    ['no request line', ['hello']],
  ])('is refused with %s', async (_title, lines) => {
    const answer = await wire(...lines);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /u);
    expect(answer).toContain('REQUEST_INVALID');
    expect(answer).toContain('x-content-type-options: nosniff');
    expect(answer).not.toMatch(/evil|%zz|fastify|FST_/iu);
    expect(server?.faults).toEqual([]);
  });

  it('is refused with more than 16 KB of headers', async () => {
    const answer = await wire('POST /graphql HTTP/1.1', ...common, `X-A: ${'a'.repeat(17_000)}`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /u);
  });

  it('is refused above 256 KiB, told in advance or not', async () => {
    const large = JSON.stringify({ query: '{ hello }', variables: { a: 'x'.repeat(262_144) } });
    expect(await ask({ body: large })).toMatchObject({ status: 413, code: 'REQUEST_TOO_LARGE' });
    const chunked = `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`;
    const lines = ['POST /graphql HTTP/1.1', ...common.slice(0, 3), 'Transfer-Encoding: chunked'];
    const answer = await (server ?? (await start())).raw(`${lines.join('\r\n')}\r\n\r\n${chunked}`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /u);
    expect(answer).toContain('262144');
  });

  it('is refused when it is no JSON, without a word of it', async () => {
    const seen = await ask({ body: '{"query": 1100000000001' });
    expect(seen).toMatchObject({ status: 400, code: 'REQUEST_JSON_INVALID' });
    expect(seen.text).not.toContain('1100000000001');
  });

  it('is nothing elsewhere', async () => {
    expect(await ask({}, '/other')).toMatchObject({ status: 404, code: 'REQUEST_NOT_FOUND' });
  });
});

describe('a body that the policy refuses', () => {
  it('gets the code, the status and the limit of the refusal', async () => {
    await start({
      readBody: () => {
        throw new CodedError('POLICY_TOO_DEEP', { max: 15 });
      },
    });
    const seen = await ask({});
    expect(seen).toMatchObject({ status: 400, code: 'POLICY_TOO_DEEP' });
    expect(seen.text).toContain('15 levels');
  });
});

describe('who may not send an operation', () => {
  it.each<[ErrorCode, ErrorDetails, number, readonly [string, string]]>([
    ['IDENTITY_MISSING', {}, 401, ['www-authenticate', 'Bearer realm="samutphok"']],
    ['IDENTITY_INVALID', {}, 401, ['www-authenticate', 'Bearer realm="samutphok"']],
    ['POLICY_ROLE_REFUSED', {}, 403, ['cache-control', 'no-store']],
    ['POLICY_RATE_EXCEEDED', { seconds: 1.2 }, 429, ['retry-after', '2']],
    ['IDENTITY_UNAVAILABLE', { seconds: 60 }, 503, ['retry-after', '60']],
  ])('is told %s before the body is read', async (code, details, status, [name, value]) => {
    let isRead = false;
    await start({
      admit: () => Promise.reject(new CodedError(code, details)),
      readBody: () => {
        isRead = true;
        return {};
      },
    });
    const seen = await ask({});
    expect(seen).toMatchObject({ status, code });
    expect(seen.headers.get(name)).toBe(value);
    expect(isRead).toBe(false);
  });

  it('is found out from the headers as they came; who may is the context of the operation', async () => {
    await start({
      admit: (rawHeaders, from) => Promise.resolve({ who: rawHeaders[rawHeaders.indexOf('x-who') + 1], from }),
    });
    const headers = { ...json, 'x-who': 'somchai', 'x-forwarded-for': '10.0.0.1' };
    const seen = await ask({ headers, body: '{"query":"{ context }"}' });
    expect(JSON.parse(seen.text)).toEqual({ data: { context: '{"who":"somchai","from":"127.0.0.1"}' } });
  });

  it('is asked under every spelling of the address that leads to operations', async () => {
    await start({ admit: () => Promise.reject(new CodedError('IDENTITY_MISSING')) });
    for (const path of [
      '/graphql',
      '/%67raphql',
      '/graphql?a=b',
      '/graphql;a=b',
      '//graphql',
      '/graphql/',
      '/GraphQL',
    ]) {
      const response = await fetch(`http://127.0.0.1:${server?.port}${path}`, {
        method: 'POST',
        headers: json,
        body: hello,
      });
      expect([401, 404]).toContain(response.status);
      const plain = await fetch(`http://127.0.0.1:${server?.port}${path}`, { method: 'POST', body: hello });
      expect([415, 404]).toContain(plain.status);
    }
  });

  it('is not asked outside of operations', async () => {
    await start({ admit: () => Promise.reject(new CodedError('IDENTITY_MISSING')) });
    const response = await fetch(new URL('/health/live', server?.url));
    expect(response.status).toBe(200);
  });
});

async function originAllowed(origin: string): Promise<string | null> {
  const { headers } = await ask({ headers: { ...json, origin } });
  expect(headers.get('vary')).toContain('Origin');
  return headers.get('access-control-allow-origin');
}

function preflight(origin: string): Promise<Seen> {
  return ask({ method: 'OPTIONS', body: null, headers: { origin, 'access-control-request-method': 'POST' } });
}

describe('every response', () => {
  it('is protected, and an answer is not kept', async () => {
    const { headers } = await ask({});
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.has('access-control-allow-origin')).toBe(false);
    const elsewhere = await ask({}, '/other');
    expect(elsewhere.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('keeps the headers that a page has of its own', async () => {
    await start({
      pages: [
        // oxlint-disable-next-line typescript/require-await -- a plugin of Fastify
        async (app) => {
          app.get('/page', (_request, reply) =>
            reply.header('content-security-policy', "script-src 'self'").send('page'),
          );
        },
      ],
    });
    const response = await fetch(new URL('/page', server?.url));
    expect(response.headers.get('content-security-policy')).toBe("script-src 'self'");
  });

  it('goes to pages of listed origins only, letter by letter', async () => {
    await start({ allowedOrigins: ['https://casework.example'] });
    expect(await originAllowed('https://casework.example')).toBe('https://casework.example');
    for (const origin of [
      'https://casework.example.evil',
      'http://casework.example',
      'https://CASEWORK.example',
      'null',
    ]) {
      expect(await originAllowed(origin)).toBeNull();
    }
    const allowed = await preflight('https://casework.example');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('x-purpose');
    expect(allowed.headers.has('access-control-allow-credentials')).toBe(false);
    expect((await preflight('https://evil.example')).status).toBe(405);
  });

  it('is not promised to an origin that is none', async () => {
    await expect(startTestServer({ allowedOrigins: ['*'] })).rejects.toThrow(TypeError);
    await expect(startTestServer({ allowedOrigins: ['https://a.example/'] })).rejects.toThrow(TypeError);
  });
});

describe('a slow client', () => {
  it('has the times that were set, and node looks for it every second', async () => {
    const { headersTimeout, requestTimeout, timeout, maxHeadersCount } = (await start()).node;
    expect({ headersTimeout, requestTimeout, timeout, maxHeadersCount }).toEqual({
      headersTimeout: 8_000,
      requestTimeout: 12_000,
      timeout: 15_000,
      maxHeadersCount: 100,
    });
    expect(serverOptions.http.connectionsCheckingInterval).toBeLessThanOrEqual(1_000);
  });
});

describe('a server that closes', () => {
  it('finishes what is under way and ends, though connections are kept alive', async () => {
    const isAsked = Promise.withResolvers<void>();
    const mayGo = Promise.withResolvers<object>();
    const running = await startTestServer({
      admit: () => {
        isAsked.resolve();
        return mayGo.promise;
      },
    });
    await fetch(new URL('/health/live', running.url));
    const idle = connect(running.port, '127.0.0.1');
    const answer = fetch(running.url, { method: 'POST', headers: json, body: hello });
    await isAsked.promise;
    const closing = running.close();
    mayGo.resolve({});
    expect(await (await answer).json()).toEqual({ data: { hello: 'hello ' } });
    idle.destroy();
    await closing;
  });
});
