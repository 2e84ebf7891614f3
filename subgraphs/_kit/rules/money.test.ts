import { describe, expect, it } from 'vitest';
import type { RuleContext } from './evaluate.ts';
import type { FactValue } from './fact-clock.ts';
import { tabulateFacts } from './facts.ts';
import { compileAmount, roundToSatang } from './money.ts';
import type { Amount } from './programme.ts';

function moneyOf(
  amount: Amount,
  values: Readonly<Record<string, FactValue | null>>,
): readonly [number | null, number | null] {
  const facts = Object.entries(values).map(([name, value]) => ({
    name,
    subject: name.startsWith('person.') ? 'A' : 'H',
    value,
    body: 'interior' as const,
    asOf: null,
  }));
  const context: RuleContext = {
    facts: tabulateFacts(facts, { asOf: '2022-08-10', ownerOf: () => undefined }),
    houseCode: 'H',
    members: ['A'],
    living: new Map(),
  };
  const { thb, maxThb, period } = compileAmount(amount)(context, 'A');
  expect(period).toBe(amount.period);
  return [thb, maxThb];
}

const banded: Amount = {
  period: 'MONTH',
  thb: 600,
  tiers: [
    { when: { fact: 'person.ageAtFiscalYearStart', op: 'gte', value: 90 }, thb: 1000 },
    { when: { fact: 'person.ageAtFiscalYearStart', op: 'gte', value: 80 }, thb: 800 },
    { when: { fact: 'person.hasStateWelfareCard', op: 'isTrue' }, thb: 700 },
  ],
};

describe('an amount with tiers', () => {
  it.each([
    [{ 'person.ageAtFiscalYearStart': 95, 'person.hasStateWelfareCard': true }, 1000],
    [{ 'person.ageAtFiscalYearStart': 80, 'person.hasStateWelfareCard': true }, 800],
    [{ 'person.ageAtFiscalYearStart': 60, 'person.hasStateWelfareCard': true }, 700],
    [{ 'person.ageAtFiscalYearStart': 60, 'person.hasStateWelfareCard': null }, 600],
  ])('of %o is %i', (values, thb) => {
    expect(moneyOf(banded, values)).toEqual([thb, null]);
  });

  it('is known when a tier is decided before one that is not', () => {
    expect(moneyOf(banded, { 'person.ageAtFiscalYearStart': 85 })).toEqual([800, null]);
  });

  it('is unknown when an earlier tier is', () => {
    expect(moneyOf(banded, { 'person.hasStateWelfareCard': true })).toEqual([null, null]);
    expect(moneyOf(banded, { 'person.ageAtFiscalYearStart': 60 })).toEqual([null, null]);
  });

  it('takes the ceiling of its tier, not of the base', () => {
    const relief: Amount = {
      period: 'PER_EVENT',
      maxThb: 3000,
      tiers: [{ when: { fact: 'person.x', op: 'isTrue' }, thb: null, maxThb: 1000 }],
    };
    expect(moneyOf(relief, { 'person.x': true })).toEqual([null, 1000]);
    expect(moneyOf(relief, { 'person.x': false })).toEqual([null, 3000]);
  });

  it('of no base is no fixed sum outside the tiers', () => {
    expect(moneyOf({ period: 'YEAR', tiers: [{ when: { const: false }, thb: 500 }] }, {})).toEqual([null, null]);
  });
});

describe('an amount per unit', () => {
  const rice: Amount = {
    period: 'ONE_OFF',
    maxThb: 20_000,
    formula: { kind: 'perUnit', fact: 'household.riceAreaRai', rate: 1000, capUnits: 20 },
  };

  it.each([
    [8, 8000],
    [20, 20_000],
    [25, 20_000],
    [0.75, 750],
  ])('of %d rai is %i', (rai, thb) => {
    expect(moneyOf(rice, { 'household.riceAreaRai': rai })).toEqual([thb, 20_000]);
  });

  it.each([[{}], [{ 'household.riceAreaRai': null }], [{ 'household.riceAreaRai': '8' }]])(
    'of %o is no sum',
    (values) => {
      expect(moneyOf(rice, values)).toEqual([null, 20_000]);
    },
  );
});

describe('an amount over several units', () => {
  const crops: Amount = {
    period: 'PER_EVENT',
    formula: {
      kind: 'sumPerUnit',
      capUnits: 30,
      terms: [
        { fact: 'household.rice', rate: 1340 },
        { fact: 'household.field', rate: 1980 },
        { fact: 'household.fruit', rate: 4048 },
      ],
    },
  };

  it.each([
    [{ rice: 10, field: 0, fruit: 2 }, 13_400 + 8096],
    [{ rice: 25, field: 10, fruit: 10 }, 25 * 1340 + 5 * 1980],
    [{ rice: 40, field: 1, fruit: 1 }, 30 * 1340],
    [{ rice: 5, field: null, fruit: null }, 5 * 1340],
  ])('of %o uses up the cap in the order of the terms: %i', (areas, thb) => {
    const values = Object.fromEntries(Object.entries(areas).map(([key, value]) => [`household.${key}`, value]));
    expect(moneyOf(crops, values)).toEqual([thb, null]);
  });

  it('is unknown while a term is not stated', () => {
    expect(moneyOf(crops, { 'household.rice': 5, 'household.field': 0 })).toEqual([null, null]);
  });
});

describe('a share of the wage', () => {
  const half: Amount = { period: 'MONTH', formula: { kind: 'wageShare', share: 0.5, wageCap: 15_000 } };

  it.each([
    [9750, 4875],
    [15_000, 7500],
    [40_000, 7500],
    [9999.99, 5000],
  ])('of %d is %d', (wage, thb) => {
    expect(moneyOf(half, { 'person.ssoInsuredWage': wage })).toEqual([thb, null]);
  });

  it('is unknown without a wage', () => {
    expect(moneyOf(half, {})).toEqual([null, null]);
  });
});

it('rounds to the satang', () => {
  expect([0.1 + 0.2, 1.005, 4875, 1462.5049].map(roundToSatang)).toEqual([0.3, 1.01, 4875, 1462.5]);
});
