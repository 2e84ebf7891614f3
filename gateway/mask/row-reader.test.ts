import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readRowRules } from '../../schema/contract/access-rows.ts';
import type { AccessContext, Principal } from '../../schema/contract/identity.ts';
import { createRowReaders } from './row-reader.ts';

const catalogue = {
  facts: [{ name: 'person.adlScore', ownerBody: 'health', category: 'health' }],
  programmes: [],
};
const read = createRowReaders({
  schema: buildSchema('type Query { household: Int }'),
  rules: new Map(),
  rows: readRowRules(catalogue),
});

function access(
  parts: Partial<Omit<Principal, 'scopes'>> & { readonly scopes?: readonly string[] } = {},
  breakGlass: string | null = null,
): AccessContext {
  const { scopes = [], ...others } = parts;
  const principal = {
    subject: 'a',
    role: 'caseworker' as const,
    areas: ['5004'],
    body: null,
    expiresAt: 0,
    ...others,
    scopes: new Set(scopes),
  };
  return { principal, purpose: 'CASE_REVIEW', caseNumber: null, breakGlass };
}

const reason = 'visit of tonight cannot wait';

const household = (areaCode: unknown): Readonly<Record<string, unknown>> => ({
  houseCode: '99990000011',
  areaCode,
  members: [{ personId: '99990000011-M1' }, { personId: '99990000011-M2' }],
});

const person = (areaCode: unknown): Readonly<Record<string, unknown>> => ({
  personId: '99990000011-M1',
  household: { houseCode: '99990000011', areaCode },
});

describe('a household', () => {
  it.each([
    ['in the area', '500406', 'SHOWN'],
    ['of the area itself', '5004', 'SHOWN'],
    ['of a wider one', '50', 'HIDDEN'],
    ['next to it', '500501', 'HIDDEN'],
    ['of no area', null, 'HIDDEN'],
    ['whose area is no text', 500_406, 'HIDDEN'],
    ['whose area was not told', undefined, 'HIDDEN'],
  ])('%s is shown or not there', (_, areaCode, expected) => {
    const { reader } = read(access());
    expect(reader.look('Household', household(areaCode))).toBe(expected);
    expect(reader.look('Query.person', person(areaCode))).toBe(expected);
  });

  it('is for nobody without areas, and everywhere for the whole country', () => {
    expect(read(access({ areas: [] })).reader.look('Household', household('500406'))).toBe('HIDDEN');
    expect(read(access({ areas: ['*'] })).reader.look('Household', household(null))).toBe('SHOWN');
  });

  it('outside is opened by a broken glass of a supervisor, its persons by their own keys by none', () => {
    const { reader } = read(access({ role: 'supervisor' }, reason));
    expect(reader.look('Household', household('100101'))).toBe('SHOWN');
    expect(reader.look('Query.person', person('100101'))).toBe('HIDDEN');
    expect(read(access({}, reason)).reader.look('Household', household('100101'))).toBe('HIDDEN');
  });

  it('that is not there and one that is not allowed are called the same', () => {
    const { guards } = read(access()).reader;
    expect([guards.get('Household')?.hiddenCode, guards.get('Query.person')?.hiddenCode]).toEqual([
      'HOUSEHOLD_NOT_FOUND',
      'PERSON_NOT_FOUND',
    ]);
  });

  it('is looked at whoever reads, those who may see every row among them', () => {
    const { guards } = read(access({ areas: ['*'], scopes: ['sensitive:*', 'identity:full'] })).reader;
    expect([...guards.keys()]).toEqual(['Household', 'Query.person']);
  });
});

describe('what was seen', () => {
  it('is each household and person that is shown, once, of one operation', () => {
    const { reader, seen } = read(access());
    reader.look('Household', household('500406'));
    reader.look('Household', household('500406'));
    reader.look('Query.person', person('500406'));
    expect([...seen.households]).toEqual([['99990000011', '500406']]);
    expect([...seen.persons]).toEqual(['99990000011-M1', '99990000011-M2']);
    expect(read(access()).seen.households.size).toBe(0);
  });

  it('is nobody of what is hidden', () => {
    const { reader, seen } = read(access());
    reader.look('Household', household('100101'));
    reader.look('Query.person', person('100101'));
    expect([seen.households.size, seen.persons.size]).toEqual([0, 0]);
  });
});

function key(...scopes: readonly string[]): string {
  return read(access({ scopes })).reader.key;
}

describe('the key of a reader', () => {
  it('is the same for the same guards, and another for others', () => {
    expect(key()).toBe(key('sensitive:disability'));
    expect(key()).not.toBe(key('sensitive:health'));
  });

  it('says nothing of where or who: decisions are each operation’s own', () => {
    const here = read(access()).reader;
    const there = read(access({ areas: ['10'], subject: 'b' })).reader;
    expect(here.key).toBe(there.key);
    expect(here.look('Household', household('500406'))).toBe('SHOWN');
    expect(there.look('Household', household('500406'))).toBe('HIDDEN');
  });

  it('leaves rows to the eyes of whoever reads', () => {
    const { reader } = read(access());
    expect(reader.look('Fact', { name: 'person.adlScore' })).toBe('HIDDEN');
    expect(read(access({ scopes: ['sensitive:health'] })).reader.look('Fact', { name: 'person.adlScore' })).toBe(
      'SHOWN',
    );
  });
});
