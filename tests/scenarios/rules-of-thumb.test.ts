import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyNames } from '../../schema/contract/bodies.ts';
import type { BodyName } from '../../schema/contract/bodies.ts';
import type { CivilDate } from '../../subgraphs/_kit/calendar.ts';
import { dimensionFindings } from '../../subgraphs/_kit/rules/dimensions.ts';
import type { FactValue } from '../../subgraphs/_kit/rules/fact-clock.ts';
import { gapReport } from '../../subgraphs/_kit/rules/gap-report.ts';
import type { GapReport } from '../../subgraphs/_kit/rules/gap-report.ts';
import { overlaps } from '../../subgraphs/_kit/rules/overlaps.ts';
import { parseCatalogue } from '../../subgraphs/_kit/rules/programme.ts';
import { compileCatalogue, contextOf, screen } from '../../subgraphs/_kit/rules/screen.ts';
import type { HouseholdCase, Screening, ScreenOptions } from '../../subgraphs/_kit/rules/screen.ts';
import { compileVulnerability } from '../../subgraphs/_kit/rules/vulnerability.ts';
import { caseOf, readJson, subjectOf } from './case.ts';
import type { Scenario } from './case.ts';

// Section 12 of the domain model: what trips engines. Each is a worked household with one thing changed.

const parsed = parseCatalogue(readJson('schema/programmes.json'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const catalogue = parsed.value;
const compiled = compileCatalogue(catalogue);
const assess = compileVulnerability();

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the project's own file; the evaluator test compares it whole
const { scenarios } = readJson('subgraphs/_population/worked-cases.json') as {
  readonly scenarios: readonly Scenario[];
};

interface Change {
  readonly asOf?: CivilDate;
  readonly household?: Readonly<Record<string, FactValue | null>>;
  /** By member; a value of undefined takes the fact away. */
  readonly members?: Readonly<Record<string, Readonly<Record<string, FactValue | null | undefined>>>>;
}

function changed(id: string, change: Change): Scenario {
  const scenario = scenarios.find((each) => each.id === id);
  if (scenario === undefined) throw new Error(`there is no case ${id}`);
  const members = scenario.members.map((member) => {
    const merged = { ...member, ...change.members?.[member.member] };
    const kept = Object.entries(merged).filter(([, value]) => value !== undefined);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the changes never touch the two required keys with undefined
    return Object.fromEntries(kept) as Scenario['members'][number];
  });
  return {
    ...scenario,
    asOf: change.asOf ?? scenario.asOf,
    household: { ...scenario.household, ...change.household },
    members,
  };
}

interface Found {
  readonly of: (member: string, programme: string) => Screening;
  readonly report: GapReport;
  readonly screenings: readonly Screening[];
}

function look(scenario: Scenario, options?: ScreenOptions): Found {
  const screenings = screen(compiled, caseOf(scenario, catalogue), options);
  const of = (member: string, programme: string): Screening => {
    const subject = subjectOf(scenario, member);
    const found = screenings.find((each) => each.subject === subject && each.programme.id === programme);
    if (found === undefined) throw new Error(`${programme} was not screened for ${member}`);
    return found;
  };
  return { of, screenings, report: gapReport(compiled, screenings) };
}

describe('the band of the old-age allowance', () => {
  it.each([
    ['1952-09-30', 600],
    ['1951-10-01', 600],
    ['1951-09-30', 700],
    ['1941-10-01', 700],
    ['1941-09-30', 800],
    ['1931-09-30', 1000],
  ])('goes by the age before the fiscal year: born %s, %i baht', (birthDate, thb) => {
    const { of } = look(changed('S01', { members: { M1: { birthDate } } }));
    expect(of('M1', 'int-old-age-allowance').money).toEqual({ thb, maxThb: null, period: 'MONTH' });
  });
});

describe('the old-age allowance', () => {
  it.each([
    ['2022-08-31', 'NOT_ELIGIBLE'],
    ['2022-09-01', 'LIKELY_ELIGIBLE'],
  ] as const)('of one who turned 60 on 5 August is on %s: %s', (asOf, verdict) => {
    expect(look(changed('S12', { asOf })).of('M2', 'int-old-age-allowance').verdict).toBe(verdict);
  });

  it('is barred by a state pension, not by one of the insurance', () => {
    expect(look(changed('S07', {})).of('M1', 'int-old-age-allowance').verdict).toBe('NOT_ELIGIBLE');
    const insured = { receivesGovPension: false, ssoTotalMonths: 200, ssoSection: null };
    const { of } = look(changed('S07', { members: { M1: insured } }));
    expect(of('M1', 'lab-old-age-pension').verdict).toBe('LIKELY_ELIGIBLE');
    expect(of('M1', 'int-old-age-allowance').verdict).toBe('LIKELY_ELIGIBLE');
  });

  it('is paid where the house registration is, while schools and communities serve where people live', () => {
    const { of } = look(changed('S03', {}));
    const elder = changed('S03', {}).members.find(({ birthDate }) => birthDate < '1962-07-01')?.member ?? '';
    expect(of(elder, 'int-old-age-allowance').verdict).toBe('LIKELY_ELIGIBLE');
    expect(of(elder, 'bkk-old-age-allowance').verdict).toBe('NOT_ELIGIBLE');
    expect(of('M0', 'bkk-community-registration').verdict).toBe('LIKELY_ELIGIBLE');
  });
});

describe('the child support grant', () => {
  it.each([
    ['2022-08-10', 'LIKELY_ELIGIBLE', 0],
    ['2022-08-11', 'NOT_ELIGIBLE', 600],
  ] as const)('of one who turns six on 11 August is on %s: %s', (asOf, verdict, overPaid) => {
    const { of, report } = look(changed('S06', { asOf }));
    const child = changed('S06', {}).members.find(({ birthDate }) => birthDate === '2016-08-11')?.member ?? '';
    expect(of(child, 'soc-child-support-grant').verdict).toBe(verdict);
    expect(report.totals.overPaidMonthly).toBe(overPaid);
  });

  it('stacks with the allowance of the insurance, while health schemes exclude each other', () => {
    const { of, report, screenings } = look(changed('S02', {}));
    expect(report.items).toEqual(
      expect.arrayContaining([of('M2', 'soc-child-support-grant'), of('M2', 'lab-child-allowance')]),
    );
    expect(overlaps(compiled, screenings)).toEqual([]);
    expect(of('M1', 'health-ucs').verdict).toBe('NOT_ELIGIBLE');
  });
});

describe('a payment after death', () => {
  it('is an over-payment from the day of the death and not before', () => {
    const scenario = changed('S12', {});
    const countedFrom = '2022-06-20';
    const told = (asOf: CivilDate): GapReport => {
      const household = caseOf(changed('S12', { asOf }), catalogue);
      const facts = [...household.facts].map((fact) =>
        fact.name === 'person.daysSinceDeath' && fact.subject === subjectOf(scenario, 'M1')
          ? { ...fact, countedFrom, countedIn: 'DAYS' as const }
          : fact,
      );
      return gapReport(compiled, screen(compiled, { ...household, facts }));
    };
    expect(told('2022-06-20').totals.overPaidMonthly).toBe(700);
    expect(told('2022-12-21').due.map(({ programme }) => programme.id)).not.toContain('soc-elder-funeral');
  });
});

describe('an infant without birth registration', () => {
  const infant = { member: 'M9', citizenId: null, birthDate: '2022-06-01', civilStatus: 'UNREGISTERED' } as const;
  const base = changed('S01', {});
  const { of, report } = look({ ...base, members: [...base.members, infant] });
  const open = report.unknown.filter(({ subject }) => subject === subjectOf(base, 'M9'));

  it('is UNKNOWN for what hangs on nationality and cover, and these are what is missing', () => {
    const ucs = of('M9', 'health-ucs');
    expect(ucs.verdict).toBe('UNKNOWN');
    expect(ucs.explain().missingFacts.map(({ fact }) => fact)).toEqual([
      'person.healthScheme',
      'person.thaiNationality',
    ]);
    expect(of('M9', 'soc-child-support-grant').verdict).toBe('UNKNOWN');
  });

  it('is left open for what somebody decides too, and not for what is open to all', () => {
    const claimTypes = new Set(open.map(({ programme }) => programme.claimType));
    expect([...claimTypes].toSorted()).toEqual(['DISCRETIONARY', 'EVENT', 'RIGHT']);
  });

  it('lives: the civil registry knows it, so that no death is missing', () => {
    const missing = open
      .filter(({ programme }) => !JSON.stringify(programme.rule).includes('person.isDeceased'))
      .flatMap((each) => each.explain().missingFacts.map(({ fact }) => fact));
    expect(missing).not.toContain('person.isDeceased');
  });
});

describe('what a registry has no value for', () => {
  it('is a no, while what nobody stated is not', () => {
    const noMeter = look(changed('S06', {}));
    expect(noMeter.of('M0', 'int-free-electricity-50').verdict).toBe('NOT_ELIGIBLE');
    const scenario = changed('S06', {});
    const { facts, ...household } = caseOf(scenario, catalogue);
    const silent = screen(compiled, {
      ...household,
      facts: [...facts].filter(
        ({ name }) => name !== 'household.meterAmp' && name !== 'household.maxElectricityUnits3Months',
      ),
    });
    const free = silent.find(({ programme }) => programme.id === 'int-free-electricity-50');
    expect(free?.verdict).toBe('UNKNOWN');
  });
});

describe('a limit', () => {
  it.each([
    [51, 'NOT_ELIGIBLE'],
    [50, 'LIKELY_ELIGIBLE'],
  ])('of 50 units with %i used is %s', (maxElectricityUnits3Months, verdict) => {
    const { of } = look(changed('S10', { household: { maxElectricityUnits3Months } }));
    expect(of('M0', 'int-free-electricity-50').verdict).toBe(verdict);
  });
});

describe('a programme out of force', () => {
  it.each([
    ['2022-05-31', 'LIKELY_ELIGIBLE'],
    ['2022-06-01', 'NOT_IN_FORCE'],
  ] as const)('for rice farmers is on %s: %s', (asOf, verdict) => {
    expect(look(changed('S12', { asOf })).of('M0', 'comm-rice-price-guarantee').verdict).toBe(verdict);
  });
});

describe('a chain of preconditions', () => {
  it('opens link by link: the disability card first, then the allowance', () => {
    expect(look(changed('S01', {})).of('M1', 'int-disability-allowance').verdict).toBe('NOT_ELIGIBLE');
    const { of, report } = look(changed('S01', { members: { M1: { disabilityCard: true } } }));
    expect(of('M1', 'int-disability-allowance').money?.thb).toBe(1000);
    expect(report.items).toContain(of('M1', 'int-disability-allowance'));
    expect(of('M1', 'soc-disability-card').verdict).toBe('NOT_ELIGIBLE');
  });

  it('opens farm money with the registration', () => {
    const { of } = look(changed('S12', { household: { farmerRegistered: false } }));
    expect(of('M0', 'agri-rice-1000-per-rai').verdict).toBe('NOT_ELIGIBLE');
  });
});

describe('a sensitive fact', () => {
  const sensitive = new Set(catalogue.facts.filter(({ category }) => category !== 'open').map(({ name }) => name));
  const withheld = (fact: string): boolean => sensitive.has(fact);

  it('that is withheld leaves its programmes UNKNOWN with the reason, and their money in no total', () => {
    const { facts, ...household } = caseOf(changed('S01', {}), catalogue);
    const told = { ...household, facts: [...facts].filter(({ name }) => !withheld(name)) };
    const screenings = screen(compiled, told, { withheld });
    const allowance = screenings.find(
      ({ programme, subject }) => programme.id === 'int-disability-allowance' && subject.endsWith('M3'),
    );
    expect(allowance?.explain().missingFacts).toEqual([
      { fact: 'person.disabilityCard', subject: allowance?.subject, body: 'social-welfare', reason: 'NOT_AUTHORIZED' },
    ]);
    expect(gapReport(compiled, screenings).totals.monthlyDue).toBe(1000);
  });

  it('is not betrayed by a programme that is left out: lists and totals agree', () => {
    const scenario = changed('S01', { members: { M2: { hivSymptomatic: true, incomePerYear: 0 } } });
    const all = look(scenario).report;
    const { report } = look(scenario, { only: ({ sensitiveFacts }) => sensitiveFacts.length === 0 });
    expect(all.due.map(({ programme }) => programme.id)).toContain('int-aids-allowance');
    expect(report.due.map(({ programme }) => programme.id)).not.toContain('int-aids-allowance');
    expect(all.totals.monthlyDue - report.totals.monthlyDue).toBeGreaterThanOrEqual(500);
    const listed = report.due.filter(
      ({ programme, money }) => programme.benefitForm === 'CASH' && money?.period === 'MONTH',
    );
    expect(report.totals.monthlyDue).toBe(listed.reduce((sum, { money }) => sum + (money?.thb ?? 0), 0));
  });
});

describe('three programmes for one house', () => {
  it('are three referrals in one overlap group', () => {
    const found = overlaps(compiled, look(changed('S01', {})).screenings);
    expect(found.map(({ programmes, reason }) => [programmes.map(({ id }) => id), reason])).toEqual([
      [['soc-elder-home-repair', 'soc-disabled-home-modification', 'soc-baan-por-piang'], 'DUE_TOGETHER'],
    ]);
  });
});

describe('a household that TPMAP has no row of', () => {
  it('is not shown as not poor', () => {
    const findings = dimensionFindings(contextOf(compiled, caseOf(changed('S03', {}), catalogue)));
    expect(findings.map(({ failed }) => failed)).not.toContain('FALSE');
  });
});

function without({ facts, enrolments, ...household }: HouseholdCase, silent: readonly BodyName[]): HouseholdCase {
  return {
    ...household,
    facts: [...facts].filter(({ body }) => !silent.includes(body)),
    enrolments: [...enrolments].filter(({ body }) => body === undefined || !silent.includes(body)),
    answers: new Map(
      bodyNames.map((body) => [body, silent.includes(body) ? ('UNAVAILABLE' as const) : ('ANSWERED' as const)]),
    ),
  };
}

/** A claim, what became of it, and what "not known" is called there. */
function becameAnother([before, after, unknown]: readonly (string | number | null)[]): boolean {
  return after !== before && after !== unknown;
}

describe('taking answers away', () => {
  const cases = scenarios.map((scenario) => ({ scenario, household: caseOf(scenario, catalogue) }));

  it('turns claims into UNKNOWN and never into other claims', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.subarray([...bodyNames], { minLength: 1 }), ({ household }, silent) => {
        const before = screen(compiled, household);
        const less = without(household, silent);
        const after = screen(compiled, less);
        const screened = before.flatMap((each, at) => {
          const now = after[at];
          return [
            [each.ruleHolds, now?.ruleHolds ?? '', 'UNKNOWN'],
            [each.receiving, now?.receiving ?? '', 'UNKNOWN'],
            [each.money?.thb ?? null, now?.money?.thb ?? null, null],
          ].filter(becameAnother);
        });
        const full = contextOf(compiled, household);
        const thin = contextOf(compiled, less);
        const findings = dimensionFindings(full);
        const judged = dimensionFindings(thin).map((each, at) => [findings[at]?.failed ?? '', each.failed, 'UNKNOWN']);
        const level = [assess(full).level, assess(thin).level, null];
        expect([...screened, ...[...judged, level].filter(becameAnother)]).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('of every body leaves nothing due, nothing over-paid and every total nought', () => {
    for (const { household } of cases) {
      const report = gapReport(compiled, screen(compiled, without(household, bodyNames)));
      expect([report.due, report.items, report.overPayments]).toEqual([[], [], []]);
      expect(Object.values(report.totals)).toEqual([0, 0, 0, 0, 0, 0]);
    }
  });

  it('of one body says of everything that it opened which body is missing', () => {
    for (const { household } of cases) {
      const before = screen(compiled, household);
      const after = screen(compiled, without(household, ['social-welfare']));
      const opened = after.filter((each, at) => each.verdict === 'UNKNOWN' && before[at]?.verdict !== 'UNKNOWN');
      expect(opened.length).toBeGreaterThan(0);
      for (const each of opened) {
        const reasons = each.explain().missingFacts.map(({ body, reason }) => `${body} ${reason}`);
        expect(new Set(reasons)).toEqual(new Set(['social-welfare UNAVAILABLE']));
      }
    }
  });
});
