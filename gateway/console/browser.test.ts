import { existsSync } from 'node:fs';
import fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, graphqlSync } from 'graphql';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consolePlugin } from './console-plugin.ts';
import { savedOperations } from './saved-operations.ts';

const executablePath = '/usr/bin/chromium';
const hasChromium = existsSync(executablePath);
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
const schema = buildSchema('type Query { household(houseCode: String!): Household } type Household { houseCode: ID }');

interface Sent {
  readonly operationName?: string;
  readonly query: string;
  readonly variables?: unknown;
}

describe.skipIf(!hasChromium)(
  `the console in a browser${hasChromium ? '' : ` (skipped: no ${executablePath})`}`,
  () => {
    let app: FastifyInstance;
    let origin: string;
    let browser: Browser;
    let page: Page;
    let sent: { readonly body: Sent; readonly headers: Readonly<Record<string, unknown>> }[];
    let requested: string[];
    let complaints: string[];

    beforeAll(async () => {
      app = fastify();
      await app.register(consolePlugin, { headers: { 'x-purpose': 'CASE_REVIEW' }, demoTokenPath: '/demo/token' });
      app.post<{ Body: { readonly role: string; readonly scopes?: readonly string[] } }>('/demo/token', ({ body }) => ({
        token: [body.role, ...(body.scopes ?? [])].join('+'),
      }));
      app.post<{ Body: Sent }>('/graphql', ({ body, headers }) => {
        sent.push({ body, headers });
        const asksForSchema = body.operationName === 'IntrospectionQuery';
        return asksForSchema ? graphqlSync({ schema, source: body.query }) : { data: { answeredBy: 'the stub' } };
      });
      origin = await app.listen({ host: '127.0.0.1', port: 0 });
      browser = await chromium.launch({
        executablePath,
        args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet],
      });
    });

    afterAll(async () => {
      await browser.close();
      await app.close();
    });

    beforeEach(async () => {
      sent = [];
      requested = [];
      complaints = [];
      page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
      page.on('request', (request) => requested.push(request.url()));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(origin);
      await page.locator('.graphiql-tab-button').first().waitFor();
    });

    afterEach(() => page.close());

    const titles = (): Promise<string[]> => page.locator('.graphiql-tab-button').allTextContents();
    const run = async (): Promise<void> => {
      await page.locator('.graphiql-execute-button').click();
      await page.locator('.graphiql-response', { hasText: 'the stub' }).waitFor();
    };
    const operations = (): readonly Sent[] =>
      sent.map(({ body }) => body).filter(({ operationName }) => operationName !== 'IntrospectionQuery');

    const bearers = (): readonly unknown[] => sent.map(({ headers }) => headers['authorization']);

    it('opens without an error and asks no other origin for anything', async () => {
      await run();
      expect(complaints).toEqual([]);
      expect(requested.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([]);
      expect(requested).toContain(`${origin}/graphql`);
    });

    it('opens with the saved operations as tabs', async () => {
      expect(await titles()).toEqual([
        'WholeCaseFile',
        'GapsOnly',
        'WhoAnswered',
        'DistrictHouseholds',
        'ProgrammeCatalogue',
      ]);
    });

    it('sends each operation with its name and variables at once after a change of tabs, and the headers it was given', async () => {
      for (const at of savedOperations().keys()) {
        await page.locator('.graphiql-tab-button').nth(at).click();
        await run();
      }
      expect(operations().map(({ query, variables }) => ({ query, variables }))).toEqual(
        savedOperations().map(({ query, variables }) => ({ query, variables })),
      );
      expect(operations().map(({ operationName }) => operationName)).toEqual(await titles());
      expect(new Set(sent.map(({ headers }) => headers['x-purpose']))).toEqual(new Set(['CASE_REVIEW']));
    });

    it('is signed in when it opens, and as whomever the reader chooses after that', async () => {
      await run();
      expect(new Set(bearers())).toEqual(new Set(['Bearer caseworker+sensitive:*']));
      await page.locator('#demo-reader').selectOption({ label: 'ผู้จัดทำรายงาน เชียงใหม่ · report builder, Chiang Mai' });
      await page.locator('.graphiql-execute-button').click();
      await expect.poll(() => bearers().at(-1), { timeout: 10_000 }).toBe('Bearer report-builder');
      await page.reload();
      await run();
      expect(bearers().at(-1)).toBe('Bearer report-builder');
    });

    it('keeps its tabs and variables over a reload and opens no further tab', async () => {
      await run();
      // GraphiQL writes its tabs down half a second after a change.
      await expect
        .poll(() => page.evaluate("sessionStorage.getItem('graphiql:tabState')"), { timeout: 10_000 })
        .toContain('WholeCaseFile');
      await page.reload();
      await page.locator('.graphiql-tab-button').first().waitFor();
      expect(await titles()).toHaveLength(savedOperations().length);
      await run();
      expect(operations().at(-1)?.variables).toEqual(savedOperations()[0]?.variables);
    });

    it('shows the notice, and leaves nothing behind when the window closes', async () => {
      await run();
      expect(await page.locator('.notice').innerText()).toContain('ข้อมูลสังเคราะห์');
      expect(await page.evaluate('localStorage.length')).toBe(0);
    });
  },
);
