import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCatalogue, parseProgrammes } from './programme.ts';
import type { FactDefinition, Parsed } from './programme.ts';

const facts: readonly FactDefinition[] = [
  { name: 'person.ageYears', type: 'int', ownerBody: 'interior', category: 'open' },
  { name: 'person.birthDate', type: 'date', ownerBody: 'interior', category: 'open' },
  { name: 'person.disabilityCard', type: 'bool', ownerBody: 'social-welfare', category: 'disability' },
  { name: 'person.sex', type: 'enum', enum: ['M', 'F'], ownerBody: 'interior', category: 'open' },
  { name: 'person.chronicConditions', type: 'list', ownerBody: 'health', category: 'health' },
];

const programme = {
  id: 'int-old-age-allowance',
  body: 'interior',
  target: 'PERSON',
  claimType: 'RIGHT',
  accessMode: 'ENROLMENT',
  benefitForm: 'CASH',
  amount: { currency: 'THB', period: 'MONTH', thb: 600, tiers: [{ when: { const: true }, thb: 700 }] },
  rule: { fact: 'person.ageYears', op: 'gte', value: 60 },
  effective: { from: '2011-10-01', to: null },
  conflictsWith: [],
  sensitiveFacts: [],
  nameTh: 'เบี้ยยังชีพผู้สูงอายุ',
};

function paths(parsed: Parsed<unknown>): readonly string[] {
  return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
}

function refusals(change: object): readonly string[] {
  return paths(parseProgrammes([programme, { ...programme, id: 'second', ...change }], facts));
}

describe("a body's programmes", () => {
  it('come back whole, with the keys that screening does not need', () => {
    expect(parseProgrammes([programme], facts)).toEqual({ ok: true, value: [programme] });
  });

  it.each([
    [{ body: 'finance' }, 'body'],
    [{ target: 'CHILD' }, 'target'],
    [{ claimType: 'WISH' }, 'claimType'],
    [{ accessMode: null }, 'accessMode'],
    [{ effective: { from: '2022-02-30', to: null } }, 'effective.from'],
    [{ effective: { from: null } }, 'effective.to'],
    [{ rule: { all: [{ fact: 'person.ageYears', op: 'gt' }] } }, 'rule.all[0].value'],
    [{ amount: { currency: 'THB', period: 'WEEK' } }, 'amount.period'],
    [{ amount: { currency: 'THB', period: 'MONTH', thb: '600' } }, 'amount.thb'],
    [{ amount: { currency: 'THB', period: 'MONTH', tiers: [{ when: {} }] } }, 'amount.tiers[0].when'],
    [{ amount: { currency: 'THB', period: 'MONTH', formula: { kind: 'guess' } } }, 'amount.formula.kind'],
    [{ amount: { currency: 'THB', period: 'MONTH', formula: { kind: 'perUnit', fact: 'x' } } }, 'amount.formula.rate'],
  ])('with %o are refused at %s', (change, path) => {
    expect(refusals(change)).toEqual([`programmes[1].${path}`]);
  });

  it.each([
    [{ rule: { fact: 'person.age', op: 'gte', value: 60 } }, 'rule.fact'],
    [{ rule: { fact: 'person.ageYears', op: 'isTrue' } }, 'rule.op'],
    [{ rule: { fact: 'person.ageYears', op: 'eq', value: '60' } }, 'rule.op'],
    [{ rule: { fact: 'person.sex', op: 'gte', value: 'F' } }, 'rule.op'],
    [{ rule: { fact: 'person.sex', op: 'eq', value: 'FEMALE' } }, 'rule.value'],
    [{ rule: { fact: 'person.disabilityCard', op: 'contains', value: 'x' } }, 'rule.op'],
    [
      { amount: { ...programme.amount, tiers: [{ when: { fact: 'person.x', op: 'isNull' } }] } },
      'amount.tiers[0].when.fact',
    ],
    [{ amount: { ...programme.amount, formula: { kind: 'perUnit', fact: 'person.x', rate: 1 } } }, 'amount'],
    [{ target: 'HOUSEHOLD' }, 'rule'],
    [{ id: 'int-old-age-allowance' }, 'id'],
  ])('with %o contradict the dictionary at %s', (change, path) => {
    expect(refusals(change)).toEqual([`programmes[1].${path}`]);
  });

  it.each([
    { fact: 'person.birthDate', op: 'lt', value: '1962-09-01' },
    { fact: 'person.sex', op: 'in', value: ['M', 'F'] },
    { fact: 'person.chronicConditions', op: 'contains', value: 'DM' },
    { fact: 'person.chronicConditions', op: 'isNull' },
  ])('may ask %o', (rule) => {
    expect(refusals({ rule })).toEqual([]);
  });
});

describe('the catalogue', () => {
  const json: unknown = JSON.parse(readFileSync(new URL('../../../schema/programmes.json', import.meta.url), 'utf8'));

  it('of the thirteen bodies has nothing wrong with it', () => {
    expect(paths(parseCatalogue(json))).toEqual([]);
  });

  it('names a programme that conflicts with one that is not there, and a fact that is there twice', () => {
    const catalogue = {
      meta: { asOf: '2022-08-10', cashForms: ['CASH'] },
      facts: [...facts, facts[0]],
      programmes: [{ ...programme, conflictsWith: ['bkk-old-age-allowance'] }],
    };
    expect(paths(parseCatalogue(catalogue))).toEqual(['facts[5].name', 'programmes[0].conflictsWith']);
  });

  it.each([null, [], 'catalogue', {}])('cannot be %o', (other) => {
    expect(paths(parseCatalogue(other)).length).toBeGreaterThan(0);
  });
});
