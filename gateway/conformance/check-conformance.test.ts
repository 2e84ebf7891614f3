import { describe, expect, it } from 'vitest';
import type { Clock } from '../kernel/clock.ts';
import { sceneChecks, startChecks } from './all-checks.ts';
import { checkConformance } from './check-conformance.ts';
import { dictionaryOf } from './dictionary.ts';
import type { ConformanceReport } from './report.ts';
import { reportHtml } from './report-html.ts';
import { reportText } from './report-text.ts';
import type { Posted } from './send.ts';

const sdl = `
  scalar HouseCode scalar DateTime
  interface BodyRecord { found: Boolean! }
  type Household @key(fields: "houseCode") @open { houseCode: HouseCode! boats: BoatsRecord }
  type BoatsRecord implements BodyRecord @open {
    body: Body! found: Boolean! asOf: DateTime! facts: [Fact!]! entitlements: [Entitlement!]! services: [ServiceRecord!]!
  }
  type Body @open { code: String! } type Fact @open { name: String! } type Entitlement @open { id: ID! } type ServiceRecord @open { id: ID! }
`;

/** A subgraph that knows every house and nothing else; each call takes `tookMs` of a clock that it moves. */
async function reportOf(
  options: { readonly tookMs?: number; readonly maxMs?: number; readonly sdl?: string } = {},
): Promise<ConformanceReport> {
  let nowMs = Date.parse('2026-01-01T00:00:00Z');
  const clock: Clock = { now: () => nowMs, after: () => () => undefined };
  const send = async ({ body }: Posted): ReturnType<Parameters<typeof checkConformance>[0]['send']> => {
    const tookMs = options.tookMs ?? 10;
    nowMs += tookMs;
    const text = JSON.stringify({ data: dataOf(body, options.sdl ?? sdl) });
    return {
      kind: 'RESPONSE',
      status: 200,
      contentType: 'application/json',
      contentEncoding: '',
      text,
      bytes: text.length,
      tookMs,
    };
  };
  return checkConformance({
    subject: {
      body: 'boats',
      samples: ['99990000011', '99990000022'].map((houseCode) => ({
        houseCode,
        areaCode: null,
        persons: [],
        stated: [],
        absent: [],
      })),
      dictionary: dictionaryOf({ facts: [], programmes: [] }, 'boats'),
      composeAlone: () => null,
      deadlineMs: 800,
    },
    address: 'http://127.0.0.1:1/<graphql>',
    send,
    tokens: { sign: () => 'token', forge: (forgery) => forgery },
    clock,
    maxMs: options.maxMs ?? 120_000,
  });
}

function dataOf(body: string, told: string): object {
  if (body.includes('_service')) return { _service: { sdl: told } };
  const keys = (body.startsWith('{') ? body.match(/"houseCode":"\d+"/gu) : null) ?? [];
  return {
    _entities: keys.map((key) => ({
      __typename: 'Household',
      houseCode: key.slice(13, -1),
      boats: {
        __typename: 'BoatsRecord',
        body: { code: 'BOATS' },
        found: false,
        asOf: '2022-08-10T00:00:00Z',
        facts: [],
        entitlements: [],
        services: [],
      },
    })),
  };
}

describe('the list of checks', () => {
  it('is this, in this order', () => {
    expect([...startChecks, ...sceneChecks].map(({ id }) => id)).toMatchInlineSnapshot(`
      [
        "SERVICE_SDL",
        "SERVICE_COMPOSES",
        "RECORD_TYPE",
        "SAMPLES_KNOWN",
        "ENTITIES_ORDER",
        "ENTITIES_DUPLICATES",
        "ENTITIES_UNKNOWN_KEY",
        "ENTITIES_BAD_KEY",
        "GRAPHQL_ALIASES",
        "GRAPHQL_FRAGMENTS",
        "GRAPHQL_CONDITIONS",
        "GRAPHQL_OPERATION_NAME",
        "GRAPHQL_TYPENAME",
        "GRAPHQL_UNKNOWN_FIELD",
        "RECORD_FIELDS",
        "RECORD_FOUND",
        "FACTS_TYPES",
        "FACTS_ABSENT",
        "FACTS_VALUES",
        "LEDGER_IDS",
        "LEDGER_PROGRAMMES",
        "BATCH_TIME",
        "BATCH_1000",
        "BATCH_STATEMENTS",
        "ANSWER_SIZE",
        "CONCURRENCY",
        "TOKEN_MISSING",
        "TOKEN_OTHER_SUBGRAPH",
        "TOKEN_EXPIRED",
        "TOKEN_OTHER_KEY",
        "TOKEN_ALG_NONE",
        "TOKEN_HMAC",
        "TOKEN_OF_PERSON",
        "TOKEN_ALTERED",
        "TOKEN_OTHER_REQUEST",
        "ACCESS_ROWS",
        "ACCESS_FIELDS",
        "ACCESS_AREA",
        "INTROSPECTION_ANONYMOUS",
        "HTTP_MALFORMED",
        "HTTP_HOSTILE_JSON",
        "LIFE_CANCELLED",
        "ERROR_CODES",
        "ERROR_ECHO",
        "ERROR_FORMAT",
        "ERROR_LEAKS",
        "ANSWER_JSON",
        "HTTP_CONTENT_TYPE",
      ]
    `);
  });

  it('speaks English and Thai of each', () => {
    for (const { id, title, expected, why, mend } of [...startChecks, ...sceneChecks]) {
      for (const { en, th } of [title, expected, why, mend]) {
        expect({ id, en }).toEqual({ id, en: expect.stringMatching(/^[ -~’“”…]+$/u) });
        expect({ id, th }).toEqual({ id, th: expect.stringMatching(/[\u0E00-\u0E7F]|^__typename|^`/u) });
      }
    }
  });
});

describe('checkConformance', () => {
  it('makes every check, and says what was sent and what came', async () => {
    const { checks, certified } = await reportOf();
    expect(checks.map(({ id }) => id)).toEqual([...startChecks, ...sceneChecks].map(({ id }) => id));
    expect(checks.filter(({ status, came }) => status === 'NOT_REACHED' || came === '')).toEqual([]);
    expect(certified).toBe(false);
  });

  it.each([900, 1_300, 1_700, 2_100, 2_500, 2_900])(
    'certifies nobody and blames no check when the time is over after %i ms',
    async (maxMs) => {
      const { checks, certified, tookMs } = await reportOf({ tookMs: 100, maxMs });
      const inTime = new Map((await reportOf()).checks.map(({ id, status }) => [id, status]));
      const reached = checks.filter(({ status }) => status !== 'NOT_REACHED');
      expect(reached.map(({ id, status }) => ({ id, status }))).toEqual(
        reached.map(({ id }) => ({ id, status: inTime.get(id) })),
      );
      expect(reached.length).toBeLessThan(checks.length);
      expect(tookMs).toBeLessThanOrEqual(maxMs + 100);
      expect(certified).toBe(false);
    },
  );

  it('makes nothing else when the schema cannot be read', async () => {
    const { checks, certified, reason } = await reportOf({ sdl: 'type {' });
    expect(checks.filter(({ status }) => status !== 'NOT_REACHED').map(({ id, status }) => ({ id, status }))).toEqual([
      { id: 'SERVICE_SDL', status: 'FAILED' },
    ]);
    expect({ certified, reason: reason.en }).toEqual({
      certified: false,
      reason: 'Required checks failed: SERVICE_SDL.',
    });
  });
});

describe('the report', () => {
  it('as text tells of a failed check what was sent, expected, came, why and what to do, in either language', async () => {
    const report = await reportOf();
    const english = reportText(report, 'en');
    for (const part of [
      'NOT CERTIFIED',
      '✗ TOKEN_MISSING',
      'sent: ',
      'expected: ',
      'came: ',
      'why it matters: ',
      'what to do: ',
    ]) {
      expect(english).toContain(part);
    }
    const thai = reportText(report, 'th');
    for (const part of ['ไม่ผ่านการรับรอง', '✗ TOKEN_MISSING', 'คาดหมาย: ', 'วิธีแก้: ']) expect(thai).toContain(part);
  });

  it('as a page escapes whatever came, runs nothing and fetches nothing', async () => {
    const report = await reportOf();
    const hostile = {
      ...report,
      body: '<img src=x onerror=alert(1)>',
      checks: report.checks.map((check) => ({ ...check, came: `"'><script>alert(1)</script>` })),
    };
    const page = reportHtml(hostile);
    expect(page).not.toMatch(/<(?:script|img|link|iframe)|<[^>]+\s(?:src|href|on\w+)=|url\(/u);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('http://127.0.0.1:1/&lt;graphql&gt;');
    expect(page.match(/<details/gu)).toHaveLength(report.checks.length);
  });
});
