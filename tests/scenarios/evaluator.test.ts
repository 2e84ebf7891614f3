import { describe, expect, it } from 'vitest';
import { fromBuddhistEra } from '../../subgraphs/_kit/calendar.ts';
import { countMembers, compile } from '../../subgraphs/_kit/rules/evaluate.ts';
import { gapReport } from '../../subgraphs/_kit/rules/gap-report.ts';
import { parseCatalogue } from '../../subgraphs/_kit/rules/programme.ts';
import { compileCatalogue, contextOf, screen } from '../../subgraphs/_kit/rules/screen.ts';
import type { Screening } from '../../subgraphs/_kit/rules/screen.ts';
import { compileVulnerability } from '../../subgraphs/_kit/rules/vulnerability.ts';
import { caseOf, readJson, subjectOf } from './case.ts';
import type { Scenario } from './case.ts';

const parsed = parseCatalogue(readJson('schema/programmes.json'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const catalogue = parsed.value;
const compiled = compileCatalogue(catalogue);
const assess = compileVulnerability();

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the project's own file, and every field is compared below
const { scenarios } = readJson('subgraphs/_population/worked-cases.json') as {
  readonly scenarios: readonly Scenario[];
};

it('has eight worked households', () => {
  expect(scenarios).toHaveLength(8);
});

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  const household = caseOf(scenario, catalogue);
  const screenings = screen(compiled, household);
  const report = gapReport(compiled, screenings);
  const { expected } = scenario;

  const expectedKeys = (list: readonly { readonly member: string; readonly programme: string }[]): readonly string[] =>
    list.map(({ member, programme }) => `${subjectOf(scenario, member)} ${programme}`).toSorted();

  it('owes what is due, of these amounts, received or not', () => {
    expect(
      report.due
        .map((each) => ({
          key: keyOf(each),
          thb: each.money?.thb ?? null,
          period: each.money?.period ?? null,
          received: each.receiving === 'RECEIVING',
        }))
        .toSorted((a, b) => a.key.localeCompare(b.key)),
    ).toEqual(
      expected.due
        .map(({ member, programme, thb, period, received }) => ({
          key: `${subjectOf(scenario, member)} ${programme}`,
          thb,
          period,
          received,
        }))
        .toSorted((a, b) => a.key.localeCompare(b.key)),
    );
  });

  it('has this gap', () => {
    expect(keys(report.items)).toEqual(expectedKeys(expected.gap));
  });

  it('has these referrals', () => {
    expect(keys(report.referrals)).toEqual(expectedKeys(expected.referrals));
  });

  it('leaves this open, for these missing facts', () => {
    expect(
      report.unknown
        .map((each) => ({ key: keyOf(each), missing: each.explain().missingFacts.map(({ fact }) => fact) }))
        .toSorted(byKey),
    ).toEqual(
      expected.unknown
        .map(({ member, programme, missing }) => ({ key: `${subjectOf(scenario, member)} ${programme}`, missing }))
        .toSorted(byKey),
    );
  });

  it('finds these programmes out of force', () => {
    const outOfForce = screenings.filter(({ verdict }) => verdict === 'NOT_IN_FORCE');
    expect(outOfForce.map(({ programme }) => programme.id)).toEqual(expected.notInForce);
  });

  it('finds these over-payments', () => {
    expect(report.overPayments.map((each) => ({ key: keyOf(each), thb: each.money?.thb })).toSorted(byKey)).toEqual(
      expected.overPaid
        .map(({ member, programme, thb }) => ({ key: `${subjectOf(scenario, member)} ${programme}`, thb }))
        .toSorted(byKey),
    );
  });

  it('sums to these totals', () => {
    expect(report.totals).toEqual(expected.totals);
  });

  it('has this vulnerability level and these dependants', () => {
    const context = contextOf(compiled, household);
    const { level, dependants } = assess(context);
    expect(level).toBe(expected.level);
    expect(level).toBe(scenario.household['vulnerabilityLevel']);
    expect(dependants).toEqual({ min: scenario.dependants.length, max: scenario.dependants.length });
  });

  it('has the ages of the extract, counted from the birth dates', () => {
    const { facts } = contextOf(compiled, household);
    for (const extract of scenario.members) {
      const stated = facts.get(subjectOf(scenario, extract.member));
      for (const key of ['ageYears', 'ageMonths', 'ageAtFiscalYearStart', 'oldAgeStartReached']) {
        expect([key, stated?.get(`person.${key}`)?.value]).toEqual([key, extract[key]]);
      }
    }
  });

  it('has birth dates that are the same day in both eras', () => {
    const full = scenario.members.filter((extract) => /^\d{4}-\d{2}-\d{2}$/u.test(String(extract['birthDateBE'])));
    expect(full.map((extract) => fromBuddhistEra(String(extract['birthDateBE'])))).toEqual(
      full.map(({ birthDate }) => birthDate),
    );
  });

  it('counts its members as many as live', () => {
    const everybody = compile({ const: true });
    const dead = scenario.members.filter((extract) => extract['isDeceased'] === true).length;
    const alive = scenario.members.length - dead;
    expect(countMembers(everybody, contextOf(compiled, household))).toEqual({ min: alive, max: alive });
  });
});

function keys(list: readonly Screening[]): readonly string[] {
  return list.map(keyOf).toSorted();
}

function keyOf({ subject, programme }: Screening): string {
  return `${subject} ${programme.id}`;
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key.localeCompare(b.key);
}
