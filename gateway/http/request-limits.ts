import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { CodedError, type ErrorCode } from '../../schema/contract/error-codes.ts';
import { refusalOf } from './refusals.ts';
import { alwaysSent } from './response-headers.ts';

/** Bytes of a body, counted while it is read. */
export const maxBodyBytes: number = 256 * 1024;

const maxConnections = 2_000;
const maxHeadersCount = 100;

/**
 * What a slow, silent or talkative client gets: 8 s for its headers, 12 s for a whole request, 15 s of silence. Node looks
 * for late ones every second; its default of 30 s would make the other times loose.
 */
export const serverOptions = {
  bodyLimit: maxBodyBytes,
  trustProxy: false,
  forceCloseConnections: 'idle',
  requestTimeout: 12_000,
  connectionTimeout: 15_000,
  keepAliveTimeout: 10_000,
  maxRequestsPerSocket: 1_000,
  http: {
    headersTimeout: 8_000,
    requestTimeout: 12_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16 * 1024,
    insecureHTTPParser: false,
    // Looked at with the other headers, where the refusal has a body.
    requireHostHeader: false,
  },
  clientErrorHandler: refuseBrokenRequest,
  frameworkErrors: (_error, _request, reply) => {
    const { status, headers, text } = writtenRefusal('REQUEST_INVALID');
    reply.hijack();
    reply.raw.writeHead(status, headers).end(text);
  },
} as const satisfies FastifyHttpOptions<Server>;

export interface RequestGuards {
  /** Where operations are sent. */
  readonly graphqlPath: string;
  /** Reads the JSON of an operation's request; throws an error of the catalogue. */
  readonly readBody: (bytes: Uint8Array) => unknown;
}

/**
 * The looks at a request before anything of its body is understood: headers that came twice, compression, the type of
 * the body. An operation comes by POST with application/json and in no other way.
 */
export function guardRequests(app: FastifyInstance, { graphqlPath, readBody }: RequestGuards): void {
  app.server.maxHeadersCount = maxHeadersCount;
  app.server.maxConnections = maxConnections;
  app.addHook('onRequest', async (request) => {
    checkTarget(request.raw);
    checkHeaders(request.raw);
    if (request.routeOptions.url !== graphqlPath) return;
    // Before a body is read: nobody has signed in by these.
    if (isRefused(request.method)) throw new CodedError('REQUEST_METHOD_REFUSED');
    if (request.method === 'POST') checkBodyType(request.raw);
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, readBody(typeof body === 'string' ? Buffer.from(body) : body));
    } catch (error) {
      done(error instanceof Error ? error : new CodedError('REQUEST_INVALID'));
    }
  });
}

/** Methods that an operation does not come by; HEAD goes with GET, OPTIONS with the origins. */
export const refusedMethods = ['GET', 'PUT', 'PATCH', 'DELETE'] as const;

function isRefused(method: string): boolean {
  return method === 'HEAD' || refusedMethods.some((refused) => refused === method);
}

const onceOnly: ReadonlySet<string> = new Set([
  'host',
  'authorization',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'origin',
  'x-cost-preview',
]);

function checkHeaders({ rawHeaders, headers }: IncomingMessage): void {
  const seen = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? '';
    if (onceOnly.has(name) && seen.has(name)) throw new CodedError('REQUEST_HEADER_REPEATED', { name });
    seen.add(name);
  }
  if (headers['content-encoding'] !== undefined) throw new CodedError('REQUEST_ENCODING_REFUSED');
}

const hostPattern = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/iu;

/** A path of this server, asked by HTTP/1 of a host that has the form of one. Node takes a line without a version for 0.9. */
function checkTarget({ url, httpVersionMajor, headers: { host } }: IncomingMessage): void {
  if (url?.startsWith('/') !== true || host === undefined || !hostPattern.test(host) || httpVersionMajor !== 1) {
    throw new CodedError('REQUEST_INVALID');
  }
}

const jsonType = /^application\/json(?:\s*;\s*charset\s*=\s*(?:utf-8|"utf-8"))?\s*;?\s*$/iu;

function checkBodyType({ headers }: IncomingMessage): void {
  if (!jsonType.test(headers['content-type'] ?? '')) throw new CodedError('REQUEST_TYPE_REFUSED');
}

/** What node's parser refuses has no request to answer, so the answer is written by hand and the connection ends. */
function refuseBrokenRequest(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, code] = brokenAs[error.code ?? ''] ?? ['400 Bad Request', 'REQUEST_INVALID'];
  const { headers, text } = writtenRefusal(code);
  if (socket.writable) {
    const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}`);
    socket.write(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${text}`);
  }
  socket.destroy();
}

/** A refusal that no hook of Fastify sees, with what every answer has. */
function writtenRefusal(code: ErrorCode): {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
} {
  const { status, body } = refusalOf(code, { max: maxBodyBytes });
  const text = JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  const headers = { ...alwaysSent, 'content-type': 'application/json; charset=utf-8', 'content-length': length };
  return { status, headers, text };
}

const brokenAs: Readonly<Record<string, readonly [string, ErrorCode]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'REQUEST_INVALID'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'REQUEST_INVALID'],
};
