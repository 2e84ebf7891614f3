import { describe, expect, it } from 'vitest';
import { gapReport } from './gap-report.ts';
import type { GapReport } from './gap-report.ts';
import type { Programme } from './programme.ts';
import type { Rule } from './rule.ts';
import { screen } from './screen.ts';
import type { Enrolment, Screening } from './screen.ts';
import { catalogueOf, householdWith } from './test-support.ts';

const never: Rule = { const: false };
const maybe: Rule = { fact: 'person.adlScore', op: 'lte', value: 11 };

interface Told {
  readonly enrolled?: readonly string[];
  readonly silent?: boolean;
}

/** The report of one living person, `A`, of whom nothing else is known. */
function reportOf(programmes: readonly Partial<Programme>[], { enrolled = [], silent = false }: Told = {}): GapReport {
  const catalogue = catalogueOf(...programmes);
  const enrolments: readonly Enrolment[] = enrolled.map((programme) => ({ programme, subject: 'A' }));
  const household = householdWith({
    facts: { 'A person.isDeceased': false },
    enrolments,
    answers: silent ? { 'social-welfare': 'UNAVAILABLE' } : {},
  });
  return gapReport(catalogue, screen(catalogue, household));
}

function ids(screenings: readonly Screening[]): readonly string[] {
  return screenings.map(({ programme }) => programme.id);
}

function lists(report: GapReport): Readonly<Record<string, readonly string[]>> {
  const { due, items, unknown, referrals, overPayments } = report;
  return {
    due: ids(due),
    items: ids(items),
    unknown: ids(unknown),
    referrals: ids(referrals),
    over: ids(overPayments),
  };
}

const nothing = { due: [], items: [], unknown: [], referrals: [], over: [] };

describe('the gap report', () => {
  it.each(['RIGHT', 'EVENT'] as const)('puts a %s that is likely and not received in the gap', (claimType) => {
    expect(lists(reportOf([{ claimType }]))).toEqual({ ...nothing, due: ['p'], items: ['p'] });
  });

  it('keeps what is received due, and out of the gap', () => {
    expect(lists(reportOf([{}], { enrolled: ['p'] }))).toEqual({ ...nothing, due: ['p'] });
  });

  it('keeps what is applied at the point of use out of the gap, and does not ask about it', () => {
    const programmes = [{ accessMode: 'POINT_OF_USE' as const }];
    expect(lists(reportOf(programmes))).toEqual({ ...nothing, due: ['p'] });
    expect(lists(reportOf(programmes, { silent: true }))).toEqual({ ...nothing, due: ['p'] });
  });

  it('refers what somebody decides, received or not', () => {
    const programmes = [{ claimType: 'DISCRETIONARY' as const }];
    expect(lists(reportOf(programmes))).toEqual({ ...nothing, referrals: ['p'] });
    expect(lists(reportOf(programmes, { enrolled: ['p'] }))).toEqual({ ...nothing, referrals: ['p'] });
  });

  it('leaves out what is open to all', () => {
    expect(
      lists(reportOf([{ claimType: 'OPEN_SERVICE' }, { id: 'q', claimType: 'OPEN_SERVICE', rule: maybe }])),
    ).toEqual(nothing);
  });

  it('leaves open what may be due or referred', () => {
    const programmes = [{ rule: maybe }, { id: 'q', rule: maybe, claimType: 'DISCRETIONARY' as const }];
    expect(lists(reportOf(programmes))).toEqual({ ...nothing, unknown: ['p', 'q'] });
  });

  it('leaves open what is due from a body that does not say whether it is received', () => {
    expect(lists(reportOf([{}], { silent: true }))).toEqual({ ...nothing, due: ['p'], unknown: ['p'] });
  });

  it('finds an over-payment where a payment is surely not due, and only there', () => {
    const ended = { from: null, to: '2022-05-31' };
    const programmes = [
      { id: 'no', rule: never },
      { id: 'maybe', rule: maybe },
      { id: 'ended', effective: ended },
      { id: 'ended-no', effective: ended, rule: never },
      { id: 'unpaid', rule: never },
    ];
    const report = reportOf(programmes, { enrolled: ['no', 'maybe', 'ended', 'ended-no'] });
    expect(lists(report)).toEqual({ ...nothing, unknown: ['maybe'], over: ['no', 'ended-no'] });
  });
});

describe('the sums', () => {
  const month = { amount: { period: 'MONTH' as const, thb: 600 } };
  const year = { amount: { period: 'YEAR' as const, thb: 1000.5 } };
  const once = { amount: { period: 'ONE_OFF' as const, thb: 3000 } };

  it('add up by period, due and received', () => {
    const programmes = [
      { id: 'm1', ...month },
      { id: 'm2', ...month, benefitForm: 'INSURANCE' },
      { id: 'y1', ...year },
      { id: 'y2', ...year },
      { id: 'o1', ...once },
      { id: 'o2', ...once },
      { id: 'over', ...month, rule: never },
      { id: 'over-year', ...year, rule: never },
    ];
    const report = reportOf(programmes, { enrolled: ['m1', 'y1', 'o1', 'over', 'over-year'] });
    expect(report.totals).toEqual({
      monthlyDue: 1200,
      monthlyReceived: 600,
      yearlyDue: 2001,
      yearlyReceived: 1000.5,
      oneOffUnpaid: 3000,
      overPaidMonthly: 600,
    });
    expect([report.monthlyThb, report.yearlyThb, report.oneOffThb]).toEqual([600, 1000.5, 3000]);
  });

  it('leave out other forms, other periods, referrals and unknown amounts', () => {
    const { totals, monthlyThb } = reportOf([
      { id: 'kind', ...month, benefitForm: 'IN_KIND' },
      { id: 'daily', amount: { period: 'DAY', thb: 21 } },
      { id: 'referral', ...month, claimType: 'DISCRETIONARY' },
      { id: 'ceiling', amount: { period: 'MONTH', maxThb: 2000 } },
      { id: 'none', amount: null },
      { id: 'kind-over', ...month, benefitForm: 'WAGE', rule: never },
    ]);
    expect([...Object.values(totals), monthlyThb]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('count what a silent body may be paying as due, and neither as received nor as a gap', () => {
    const report = reportOf(
      [
        { id: 'm', ...month },
        { id: 'o', ...once },
      ],
      { silent: true },
    );
    expect(report.totals).toMatchObject({ monthlyDue: 600, monthlyReceived: 0, oneOffUnpaid: 0 });
    expect([report.monthlyThb, report.oneOffThb]).toEqual([0, 0]);
  });

  it('have no traces of binary fractions', () => {
    const tenth = { amount: { period: 'MONTH' as const, thb: 0.1 } };
    const report = reportOf([
      { id: 'a', ...tenth },
      { id: 'b', ...tenth },
      { id: 'c', ...tenth },
    ]);
    expect(report.totals.monthlyDue).toBe(0.3);
  });
});
