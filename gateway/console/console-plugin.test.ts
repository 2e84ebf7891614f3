import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consolePlugin } from './console-plugin.ts';

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the console', () => {
  let app: FastifyInstance;
  let page: string;
  let urls: readonly string[];

  beforeAll(async () => {
    app = fastify();
    await app.register(consolePlugin, { headers: { 'x-purpose': 'CASE_REVIEW' } });
    page = (await app.inject({ url: '/graphiql', headers: html })).body;
    urls = [...page.matchAll(/(?:src|href)="([^"]*)"/gu)].map(([, url]) => url ?? '');
  });

  afterAll(() => app.close());

  it('serves every file that the page names, with its content type', async () => {
    const answers = await Promise.all(urls.map((url) => app.inject({ url })));
    expect(
      answers.map(({ statusCode, headers }) => `${String(statusCode)} ${String(headers['content-type'])}`),
    ).toEqual([
      '200 image/svg+xml',
      '200 text/css; charset=utf-8',
      '200 text/css; charset=utf-8',
      '200 text/javascript; charset=utf-8',
      '200 text/javascript; charset=utf-8',
      '200 text/javascript; charset=utf-8',
      '200 text/javascript; charset=utf-8',
    ]);
  });

  it('names no other host in the page, and in its styles none but XML namespaces', async () => {
    const styles = await Promise.all(urls.filter((url) => url.endsWith('.css')).map((url) => app.inject({ url })));
    const foreign = [page, ...styles.map(({ body }) => body)].flatMap(
      (text) => text.match(/(?:https?:)?\/\/[\w.-]+\.\w+/gu) ?? [],
    );
    expect(foreign.filter((url) => !url.endsWith('//www.w3.org'))).toEqual([]);
  });

  it('leaves out references to source maps, which are not served', async () => {
    const scripts = await Promise.all(urls.filter((url) => url.endsWith('.js')).map((url) => app.inject({ url })));
    expect(scripts.map(({ body }) => body.includes('sourceMappingURL'))).toEqual([false, false, false, false]);
  });

  it('lets the browser keep a file for ever, since its address changes with its content', async () => {
    const { headers } = await app.inject({ url: urls[0] ?? '' });
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(urls.every((url) => /^\/graphiql\/assets\/[\w-]+\.[0-9a-f]{12}\.\w+$/u.test(url))).toBe(true);
  });

  it.each(['/graphiql', 'first asset'])(
    'answers 304 without a body when the browser holds %s already',
    async (which) => {
      const url = which === '/graphiql' ? which : (urls[0] ?? '');
      const { etag } = (await app.inject({ url })).headers;
      expect(etag).toMatch(/^"[0-9a-f]{32}"$/u);
      const again = await app.inject({ url, headers: { 'if-none-match': `"other", W/${String(etag)}` } });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
      const changed = await app.inject({ url, headers: { 'if-none-match': '"other"' } });
      expect(changed.statusCode).toBe(200);
    },
  );

  it('asks the browser to look for a newer page each time', async () => {
    expect((await app.inject({ url: '/graphiql' })).headers['cache-control']).toBe('no-cache');
  });

  it('forbids scripts and connections to any other origin, inline scripts and frames', async () => {
    const { headers } = await app.inject({ url: '/graphiql' });
    expect(String(headers['content-security-policy']).split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('leads a browser from / to the page and tells others that nothing is there', async () => {
    const browser = await app.inject({ url: '/', headers: html });
    expect([browser.statusCode, browser.headers.location, browser.headers['vary']]).toEqual([
      302,
      '/graphiql',
      'accept',
    ]);
    const other = await app.inject({ url: '/', headers: { accept: 'application/json' } });
    expect(other.statusCode).toBe(404);
  });

  it('says in Thai and English that the data are synthetic, unless it is told that they are not', async () => {
    expect(page).toContain('ข้อมูลสังเคราะห์');
    expect(page).toContain('synthetic');
    const real = fastify();
    await real.register(consolePlugin, { syntheticData: false });
    expect((await real.inject({ url: '/graphiql' })).body).not.toMatch(/สังเคราะห์|synthetic/u);
    await real.close();
  });

  it('puts settings into the page in a way that no text of theirs can end', async () => {
    const hostile = fastify();
    await hostile.register(consolePlugin, { headers: { 'x-note': '</script><script>alert(1)</script>' } });
    const { body } = await hostile.inject({ url: '/graphiql' });
    expect(body).not.toContain('<script>alert');
    const settings = /<script type="application\/json"[^>]*>(.*)<\/script>/u.exec(body)?.[1] ?? '{}';
    expect(JSON.parse(settings)).toMatchObject({ headers: { 'x-note': '</script><script>alert(1)</script>' } });
    await hostile.close();
  });
});
