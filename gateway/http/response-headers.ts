import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf } from './refusals.ts';

export interface ResponseHeaderOptions {
  readonly graphqlPath: string;
  /** Other origins whose pages may send operations, for example `https://casework.example`. Default none. */
  readonly allowedOrigins?: readonly string[] | undefined;
}

/** On every response; a page may have its own instead. */
export const alwaysSent: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

const aYear = 'max-age=31536000; includeSubDomains';
const allowedHeaders = 'authorization, content-type, x-purpose, x-case, x-break-glass, x-cost-preview, x-rehearse';

/**
 * Puts the same protective headers on every response; a page that has its own keeps them. Pages of other origins are
 * answered only when their origin is listed, letter by letter. Throws TypeError for an origin that is none.
 */
export function protectResponses(app: FastifyInstance, options: ResponseHeaderOptions): void {
  const origins = new Set(options.allowedOrigins ?? []);
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw new TypeError(`${origin} is no origin`);
  }
  app.addHook('onSend', async (request, reply) => {
    addMissing(reply, alwaysSent);
    if (request.routeOptions.url === options.graphqlPath) addMissing(reply, { 'cache-control': 'no-store' });
    if (!isLoopback(request.socket.localAddress)) addMissing(reply, { 'strict-transport-security': aYear });
    if (origins.size > 0) allowOrigin(request, reply, origins);
  });
  app.options(options.graphqlPath, (request, reply) => {
    if (isAllowed(request, origins)) {
      void reply.header('access-control-allow-methods', 'POST').header('access-control-allow-headers', allowedHeaders);
      return reply.header('access-control-max-age', '600').code(204).send();
    }
    const { status, headers, body } = refusalOf('REQUEST_METHOD_REFUSED');
    return reply.code(status).headers(headers).send(body);
  });
}

function addMissing(reply: FastifyReply, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) void reply.header(name, value);
}

function allowOrigin(request: FastifyRequest, reply: FastifyReply, origins: ReadonlySet<string>): void {
  const before = reply.getHeader('vary');
  void reply.header('vary', before === undefined ? 'Origin' : `${String(before)}, Origin`);
  const { origin } = request.headers;
  if (origin === undefined || !isAllowed(request, origins)) return;
  void reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', 'retry-after');
}

function isAllowed({ headers: { origin } }: FastifyRequest, origins: ReadonlySet<string>): boolean {
  return origin !== undefined && origins.has(origin);
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./u.test(address ?? '127.');
}
