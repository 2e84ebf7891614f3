import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayReadField } from '../../schema/contract/access-rules.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import type { BodyExtract } from '../../subgraphs/_kit/import.ts';
import { fullExtract, fullHouse } from '../../subgraphs/_kit/test-kit-household.ts';
import { accessFor } from '../../subgraphs/_kit/test-kit.ts';
import { isSensitive, loadExtracts, openAccessBed, type AccessBed } from '../support/access.ts';
import type { Json } from '../support/gateway.ts';
import { workedHouse } from '../support/worked-bodies.ts';
import { nameOf, scopeSets } from './askers.ts';
import { pathOperations, type PathOperation } from './paths.ts';

// What is withheld leaves no trace in what is shown: no count, total, verdict, status or presence of a row. The same
// household stands a second time without anything that a reader may not see, and the two answers are one.

let bed: AccessBed;
let operations: readonly PathOperation[];

/** With everything, and without what these scopes do not open. */
const control = '99993000000';
const bare = (scopes: number): string => String(99_993_000_001 + scopes);

beforeAll(async () => {
  bed = await openAccessBed();
  await loadCopy(control, () => true);
  for (const [at, scopes] of scopeSets.entries()) {
    const { principal } = accessFor({ scopes });
    // oxlint-disable-next-line no-await-in-loop -- one copy after the other
    await loadCopy(bare(at), (categories) => mayReadField(principal, { level: 'sensitive', categories }));
  }
  const entries = { houseCode: control, personId: '', citizenId: '', areaCode: '' };
  operations = pathOperations(bed.schema, entries).filter(({ entry }) => entry === 'Query.household');
});

afterAll(() => bed.close());

/** The kit's full household once more, its facts and ledgers without some categories; nobody in it has a number. */
async function loadCopy(houseCode: string, keeps: (categories: readonly string[]) => boolean): Promise<void> {
  const { rows, worked } = bed;
  const keepsFact = (name: string): boolean => keeps(rows.fact(name).categories);
  const keepsLine = ({ programme }: { readonly programme: string }): boolean =>
    keeps(rows.programme(programme).categories);
  await loadExtracts(worked, (definition, body) => {
    const full = fullExtract(definition, body, isSensitive(rows));
    const copy: BodyExtract = {
      ...full,
      houseCode,
      facts: new Map(
        [...full.facts].map(([member, facts]) => [
          member,
          new Map([...facts].map(([fact, value]) => [fact, keepsFact(fact) ? value : blankFor(full, fact)])),
        ]),
      ),
      identity: new Map([...full.identity].map(([member, known]) => [member, { ...known, citizenId: null }])),
      enrolments: full.enrolments.filter(keepsLine),
      services: full.services.filter(keepsLine),
    };
    return [copy];
  });
}

/** What the registry says of somebody unknown to it: M3 is that, of every fact. */
function blankFor(full: BodyExtract, fact: string): unknown {
  return full.facts.get(fact.startsWith('household.') ? 'M0' : 'M3')?.get(fact);
}

const households: readonly (readonly [string, Parameters<typeof accessFor>[0]])[] = [
  ['a caseworker', {}],
  ['a report builder', { role: 'report-builder' }],
  ['an officer of health', { role: 'body-officer', body: 'health' }],
  ['an officer of social welfare', { role: 'body-officer', body: 'social-welfare' }],
];

describe.each(households)('what %s is shown', (_, words) => {
  it.each(scopeSets.map((scopes, at) => ({ scopes, at })))(
    'with $scopes is the same whatever is withheld',
    async ({ scopes, at }) => {
      const access = accessFor({ ...words, scopes });
      for (const { query } of operations) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const told = await bed.ask(access, query, { houseCode: control });
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const without = await bed.ask(access, query, { houseCode: bare(at) });
        const differences = differing(told.data, JSON.parse(without.text.replaceAll(bare(at), control)));
        expect(differences.slice(0, 10)).toEqual([]);
        expect(told.errors).toEqual(without.errors);
      }
    },
  );
});

/** How long a call took is neither's. */
const knownTraces = /\.tookMs$/u;

/** Paths at which two answers are not the same. */
function differing(one: Json, other: Json, at = ''): readonly string[] {
  if (knownTraces.test(at)) return [];
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
    return one === other ? [] : [`${at}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`.slice(0, 200)];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differing(one[key] ?? null, other[key] ?? null, `${at}.${key}`));
}

const gaps = `gaps { monthlyThb yearlyThb oneOffThb complete ${['items', 'due', 'overPayments', 'referrals', 'unknown']
  .map((list) => `${list} { ...Found }`)
  .join(' ')} totals { monthlyDue monthlyReceived yearlyDue yearlyReceived oneOffUnpaid overPaidMonthly } }
  screening { ...Found } entitlements { programme { id } body { code } } services { programme { id } body { code } }
  answers { body { code } status entitlementCount serviceCount }`;
const screened = `query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { ${gaps} } }
  fragment Found on Screening { programme { id claimType accessMode benefitForm } person { personId } verdict ruleHolds receiving money { thb period } }`;

const limitedReaders: readonly AccessContext[] = scopeSets.flatMap((scopes) => [
  accessFor({ scopes }),
  accessFor({ role: 'report-builder', scopes }),
  accessFor({ role: 'body-officer', body: 'labour', scopes }),
]);

describe.each([fullHouse, workedHouse])('screening of %s with scopes removed', (houseCode) => {
  it('only widens to UNKNOWN, and its lists, counts and sums are those of what is shown', async () => {
    const { data: all } = await bed.askOpen(screened, { houseCode });
    for (const access of limitedReaders) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { data } = await bed.ask(access, screened, { houseCode });
      const mine = data.household;
      const whole = new Map<string, Json>(all.household.screening.map((row: Json) => [keyOf(row), row]));
      expect([nameOf(access), mine.screening.filter((row: Json) => !isWidened(whole.get(keyOf(row)), row))]).toEqual([
        nameOf(access),
        [],
      ]);
      expect(mine.gaps).toMatchObject(recounted(mine));
      expect(mine.answers.map(({ entitlementCount }: Json) => entitlementCount)).toEqual(
        mine.answers.map(({ body }: Json) => linesOf(mine.entitlements, body.code)),
      );
      expect(mine.answers.map(({ serviceCount }: Json) => serviceCount)).toEqual(
        mine.answers.map(({ body }: Json) => linesOf(mine.services, body.code)),
      );
    }
  });
});

function keyOf({ programme, person }: Json): string {
  return `${programme.id} ${person?.personId ?? ''}`;
}

function isWidened(whole: Json, mine: Json): boolean {
  const isKnown = whole !== undefined && mine.receiving === whole.receiving;
  const verdict =
    [whole?.verdict, 'UNKNOWN'].includes(mine.verdict) ||
    (mine.verdict === 'NOT_IN_FORCE' && mine.ruleHolds === 'UNKNOWN');
  return isKnown && verdict && [whole.ruleHolds, 'UNKNOWN'].includes(mine.ruleHolds);
}

/** The catalogue's gap rule over the screenings that are shown, written once more. */
function recounted({ screening }: Json): Json {
  const likely = screening.filter(({ verdict }: Json) => verdict === 'LIKELY_ELIGIBLE');
  const due = likely.filter(({ programme }: Json) => ['RIGHT', 'EVENT'].includes(programme.claimType));
  const items = due.filter(
    ({ programme, receiving }: Json) => programme.accessMode !== 'POINT_OF_USE' && receiving === 'NOT_RECEIVING',
  );
  const overPayments = screening.filter(
    ({ verdict, receiving }: Json) => verdict === 'NOT_ELIGIBLE' && receiving === 'RECEIVING',
  );
  const cash = new Set<string>(bed.catalogue.meta.cashForms);
  const sum = (rows: readonly Json[], period: string): number =>
    rows
      .filter(({ programme, money }) => cash.has(programme.benefitForm) && money?.period === period)
      .reduce((total, { money }) => total + (money.thb ?? 0), 0);
  return {
    due,
    items,
    overPayments,
    referrals: likely.filter(({ programme }: Json) => programme.claimType === 'DISCRETIONARY'),
    monthlyThb: expect.closeTo(sum(items, 'MONTH'), 2),
    yearlyThb: expect.closeTo(sum(items, 'YEAR'), 2),
    oneOffThb: expect.closeTo(sum(items, 'ONE_OFF'), 2),
    totals: {
      monthlyDue: expect.closeTo(sum(due, 'MONTH'), 2),
      overPaidMonthly: expect.closeTo(sum(overPayments, 'MONTH'), 2),
    },
  };
}

function linesOf(lines: readonly Json[], code: string): number {
  return lines.filter(({ body }) => body.code === code).length;
}
