import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, loadAssets, type Asset, type Assets } from './assets.ts';
import { demoReaders } from './demo-readers.ts';
import { consolePage } from './page.ts';
import { savedOperations } from './saved-operations.ts';

export interface ConsoleOptions {
  /** Where the page sends its operations, on its own origin. Default `/graphql`. */
  readonly graphqlPath?: string;
  /** What the headers editor of each tab opens with, for example a purpose. Never a token: the page is public. Default none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the page says that all data are synthetic. Default true. */
  readonly syntheticData?: boolean;
  /** Where a page of the demo gets a token for whom it wants to be, on its own origin. Without it people paste their own. */
  readonly demoTokenPath?: string;
}

const consolePath = '/graphiql';

/**
 * Everything the page may do: its own scripts, its own origin, nothing else, no frame around it. Inline styles are
 * allowed because the editor positions lines and tooltips with them; fonts and cursors of GraphiQL are `data:` URLs.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Fastify plugin: GraphiQL at GET /graphiql, its files under /graphiql/assets/, all from this process, and a redirect of
 * browsers from / to it. Registering it throws when a file is missing.
 */
// oxlint-disable-next-line typescript/require-await -- Fastify tells plugins that return a promise from those that call back
export async function consolePlugin(app: FastifyInstance, options: ConsoleOptions = {}): Promise<void> {
  const assets = loadAssets();
  for (const asset of Object.values(assets)) {
    app.get(asset.url, (request, reply) => send(request, reply, { ...asset, cacheControl: forEver }));
  }
  const page = pageOf(assets, options);
  app.get(consolePath, (request, reply) => send(request, reply, page));
  app.get('/', (request, reply) => {
    reply.header('vary', 'accept');
    return asksForHtml(request) ? reply.redirect(consolePath, 302) : reply.callNotFound();
  });
}

const forEver = 'public, max-age=31536000, immutable';

interface Sendable extends Omit<Asset, 'url'> {
  readonly cacheControl: string;
}

function pageOf(assets: Assets, options: ConsoleOptions): Sendable {
  const html = consolePage({
    assets,
    graphqlPath: options.graphqlPath ?? '/graphql',
    operations: savedOperations(),
    headers: options.headers ?? {},
    syntheticData: options.syntheticData ?? true,
    ...(options.demoTokenPath !== undefined && { demo: { tokenPath: options.demoTokenPath, readers: demoReaders } }),
  });
  const body = Buffer.from(html);
  return { contentType: 'text/html; charset=utf-8', etag: etagOf(body), body, cacheControl: 'no-cache' };
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { contentType, etag, body, cacheControl }: Sendable,
): FastifyReply {
  reply.headers(securityHeaders).header('cache-control', cacheControl).header('etag', etag);
  if (holdsAlready(request, etag)) return reply.code(304).send();
  return reply.type(contentType).send(body);
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2). */
function holdsAlready(request: FastifyRequest, etag: string): boolean {
  const tags = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//u, ''));
  return tags.includes(etag) || tags.includes('*');
}

function asksForHtml(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').toLowerCase().includes('text/html');
}
