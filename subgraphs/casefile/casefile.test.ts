import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyNames, bodyOf, recordField } from '../../schema/contract/bodies.ts';
import catalogue from '../../schema/programmes.json' with { type: 'json' };
import type { OpenSubgraph } from '../_kit/define-subgraph.ts';
import type { CallReports } from './answers.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
const asOf = '2022-08-10T00:00:00Z';

let casefile: OpenSubgraph;

beforeAll(async () => {
  casefile = await subgraph.open({ dataDir: '', today: () => '2022-08-10' });
});

function record(changes: Readonly<Record<string, unknown>> = {}): object {
  return { found: true, asOf, facts: [], entitlements: [], services: [], ...changes };
}

function fact(name: string, value: unknown, more: Readonly<Record<string, unknown>> = {}): object {
  const subject = name.startsWith('household.') ? houseCode : `${houseCode}-M1`;
  return { name, subject, value, asOf, countedFrom: null, countedIn: null, ...more };
}

/** A household as the gateway hands it over: every body answered with an empty record, but for `changes`. */
function representation(changes: Readonly<Record<string, unknown>> = {}): object {
  const records = Object.fromEntries(bodyNames.map((name) => [recordField(name), record({ found: false })]));
  const members = [{ personId: `${houseCode}-M1`, nameTh: 'นางหนึ่ง ตัวอย่าง' }];
  return { __typename: 'Household', houseCode, members, ...records, ...changes };
}

async function ask(selection: string, household: object, reports?: CallReports): Promise<Answer> {
  const result = await graphql({
    schema: casefile.schema,
    source: `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household { ${selection} } } }`,
    variableValues: { keys: [household] },
    contextValue: casefile.context({ ...(reports && { extensions: { answers: reports } }) }),
  });
  const plain = JSON.parse(JSON.stringify(result)) as { data?: { _entities: unknown[] }; errors?: Answer['errors'] };
  return { household: plain.data?._entities[0], errors: plain.errors ?? [] };
}

interface Answer {
  readonly household: unknown;
  readonly errors: readonly { readonly extensions?: { readonly code?: string } }[];
}

interface AnswerRow {
  readonly body: { readonly code: string };
  readonly status: string;
}

async function statuses(household: object, reports?: CallReports): Promise<Readonly<Record<string, string>>> {
  const answer = await ask('answers { body { code } status }', household, reports);
  const { answers } = answer.household as { answers: readonly AnswerRow[] };
  return Object.fromEntries(answers.map(({ body, status }) => [body.code, status]));
}

describe('answers of the join', () => {
  it('has a row of every body, the thirteen in the order of the memorandum, whatever is missing', async () => {
    const silent = Object.fromEntries(bodyNames.map((name) => [recordField(name), null]));
    const rows = Object.keys(await statuses(representation(silent)));
    expect(rows).toEqual(bodyNames.map((name) => bodyOf(name).code));
    expect(rows.slice(0, 13)).toEqual([
      'PRIME_MINISTER',
      'EDUCATION',
      'DEFENCE',
      'TOURISM_SPORTS',
      'INTERIOR',
      'HIGHER_EDUCATION',
      'AGRICULTURE',
      'COMMERCE',
      'CULTURE',
      'HEALTH',
      'LABOUR',
      'SOCIAL_WELFARE',
      'BANGKOK',
    ]);
  });

  it('tells a record with weight from one without', async () => {
    const rows = await statuses(representation({ health: record({ found: true }) }));
    expect([rows['HEALTH'], rows['LABOUR']]).toEqual(['ANSWERED', 'NO_RECORD']);
  });

  it('calls a null record unavailable where the gateway reports nothing', async () => {
    expect((await statuses(representation({ health: null })))['HEALTH']).toBe('UNAVAILABLE');
  });

  it.each(['TIMED_OUT', 'UNAVAILABLE', 'INVALID', 'NOT_AUTHORIZED'] as const)(
    'passes on that a call was %s',
    async (status) => {
      const rows = await statuses(representation({ health: null }), { health: { status } });
      expect(rows['HEALTH']).toBe(status);
    },
  );

  it('calls a null record of a body that answered a registry that was not read', async () => {
    expect((await statuses(representation({ health: null }), { health: { status: 'ANSWERED' } }))['HEALTH']).toBe(
      'NOT_ASKED',
    );
  });

  it('blames a single household of a page where the gateway does', async () => {
    const entities = { [houseCode]: { status: 'INVALID' as const } };
    const rows = await statuses(representation({ health: null }), { health: { status: 'ANSWERED', entities } });
    expect(rows['HEALTH']).toBe('INVALID');
  });

  it('is not complete while one body is silent', async () => {
    expect((await ask('gaps { complete }', representation())).household).toEqual({ gaps: { complete: true } });
    expect((await ask('gaps { complete }', representation({ culture: null }))).household).toEqual({
      gaps: { complete: false },
    });
  });
});

describe('screening of the join', () => {
  const old = [
    fact('person.thaiNationality', true),
    fact('person.oldAgeStartReached', true, { countedFrom: '1950-01-01', countedIn: 'OLD_AGE_START' }),
    fact('person.ageAtFiscalYearStart', 71, { countedFrom: '1950-01-01', countedIn: 'YEARS_AT_FISCAL_YEAR_START' }),
    fact('person.domicileProvince', '50'),
    fact('person.isDeceased', false),
  ];
  const due = {
    interior: record({ facts: old }),
    primeMinister: record({ facts: [fact('person.receivesGovPension', false)] }),
    socialWelfare: record({ facts: [fact('person.inStateCareHome', false)] }),
  };
  const gap = 'gaps { monthlyThb items { programme { id } person { personId nameTh } money { thb period } } }';
  const oldAge = 'programme { id } verdict missingFacts { fact body { code } reason }';

  it('finds what is due and not received, with its amount and name', async () => {
    expect((await ask(gap, representation(due))).household).toEqual({
      gaps: {
        monthlyThb: 850,
        items: ['int-old-age-allowance', 'int-old-age-topup-2022'].map((id, at) => ({
          programme: { id },
          person: { personId: `${houseCode}-M1`, nameTh: 'นางหนึ่ง ตัวอย่าง' },
          money: { thb: [700, 150][at], period: 'MONTH' },
        })),
      },
    });
  });

  it('screens for another day of the fiscal year with the ages of that day', async () => {
    const answer = await ask('gaps(asOf: "2022-03-31") { items { programme { id } } }', representation(due));
    expect(answer.household).toEqual({ gaps: { items: [{ programme: { id: 'int-old-age-allowance' } }] } });
  });

  it('refuses a day that the catalogue does not cover', async () => {
    const answer = await ask('gaps(asOf: "2023-01-01") { monthlyThb }', representation(due));
    expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['CATALOGUE_OUT_OF_RANGE']);
  });

  it('names the missing fact, whose it is and why it is missing', async () => {
    const answer = await ask(
      `screening(body: INTERIOR, verdict: UNKNOWN) { ${oldAge} }`,
      representation({ ...due, socialWelfare: null }),
      {
        'social-welfare': { status: 'TIMED_OUT' },
      },
    );
    expect(answer.household).toMatchObject({
      screening: expect.arrayContaining([
        {
          programme: { id: 'int-old-age-allowance' },
          verdict: 'UNKNOWN',
          missingFacts: [{ fact: 'person.inStateCareHome', body: { code: 'SOCIAL_WELFARE' }, reason: 'TIMED_OUT' }],
        },
      ]) as unknown,
    });
  });

  it('takes a fact whose null was left out of the representation for null, not for absent', async () => {
    const { value: _left, ...withoutValue } = fact('person.receivesGovPension', null) as { value: unknown };
    const household = representation({ ...due, primeMinister: record({ facts: [withoutValue] }) });
    const answer = await ask(`screening(body: INTERIOR) { ${oldAge} }`, household);
    const { screening } = answer.household as { screening: readonly { programme: { id: string }; verdict: string }[] };
    expect(screening.find(({ programme }) => programme.id === 'int-old-age-allowance')?.verdict).toBe('NOT_ELIGIBLE');
  });

  it('ignores a fact that another body states', async () => {
    const household = representation({
      ...due,
      primeMinister: record(),
      culture: record({ facts: [fact('person.receivesGovPension', false)] }),
    });
    const answer = await ask('gaps { items { programme { id } } unknown { programme { id } } }', household);
    expect(JSON.stringify(answer.household)).toContain('"unknown":[');
    expect((answer.household as { gaps: { items: unknown[] } }).gaps.items).toEqual([]);
  });

  it('shows an enrolment in a programme that the catalogue does not hold by its identifier', async () => {
    const line = {
      id: 'HEALTH:1',
      programme: { id: 'health-brand-new' },
      person: null,
      status: 'ACTIVE',
      money: null,
      asOf,
      recordRef: 'r',
    };
    const answer = await ask(
      'entitlements { programme { id nameTh } body { code } }',
      representation({ health: record({ entitlements: [line] }) }),
    );
    expect(answer.household).toEqual({
      entitlements: [{ programme: { id: 'health-brand-new', nameTh: 'health-brand-new' }, body: { code: 'HEALTH' } }],
    });
  });
});

describe('the catalogue', () => {
  it('lists every programme page by page, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = (await query(
        `{ programmes(first: 50, after: ${JSON.stringify(after)}) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
      )) as { data: { programmes: ProgrammePage } };
      const { edges, pageInfo, totalCount } = page.data.programmes;
      expect(totalCount).toBe(catalogue.programmes.length);
      seen.push(...edges.map(({ node }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(catalogue.programmes.length);
  });

  it('filters by body, kind and part of a name', async () => {
    const answer = await query(
      '{ programmes(filter: { body: BANGKOK, kind: ENTITLEMENT, search: "เบี้ย" }) { edges { node { id } } } }',
    );
    expect(answer).toMatchObject({
      data: {
        programmes: {
          edges: [
            { node: { id: 'bkk-old-age-allowance' } },
            { node: { id: 'bkk-disability-allowance' } },
            { node: { id: 'bkk-aids-allowance' } },
          ],
        },
      },
    });
  });

  it.each([
    ['first: 0', 'INPUT_PAGE_SIZE_INVALID'],
    ['first: 201', 'INPUT_PAGE_SIZE_INVALID'],
    ['after: "bm9wZQ"', 'INPUT_CURSOR_INVALID'],
  ])('refuses %s', async (args, code) => {
    expect(await query(`{ programmes(${args}) { totalCount } }`)).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('tells thirteen bodies and one programme', async () => {
    expect(
      await query(
        '{ bodies { code } programme(id: "soc-child-support-grant") { ruleVersion effectiveFrom } none: programme(id: "x") { id } }',
      ),
    ).toMatchObject({
      data: {
        bodies: bodyNames.map(() => ({})),
        programme: { ruleVersion: expect.stringMatching(/^[\da-f]{12}$/u) as string, effectiveFrom: '2018-10-01' },
        none: null,
      },
    });
  });
});

async function query(source: string): Promise<unknown> {
  const result = await graphql({ schema: casefile.schema, source, contextValue: casefile.context({}) });
  return JSON.parse(JSON.stringify(result));
}

interface ProgrammePage {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
