import { describe, expect, it } from 'vitest';
import { valueAsOf } from './fact-clock.ts';
import { readFact, tabulateFacts } from './facts.ts';

describe('a fact that is counted from a day', () => {
  it.each([
    ['DAYS', '2022-06-20', '2022-08-10', 51],
    ['DAYS', '2022-08-10', '2022-08-10', 0],
    ['DAYS', '2022-08-11', '2022-08-10', null],
    ['WEEKS', '2022-06-01', '2022-08-10', 10],
    ['WEEKS', '2022-06-01', '2022-08-09', 9],
    ['WEEKS', '2022-08-12', '2022-08-10', null],
    ['MONTHS', '2022-07-25', '2022-08-24', 0],
    ['MONTHS', '2022-07-25', '2022-08-25', 1],
    ['YEARS', '2016-08-11', '2022-08-10', 5],
    ['YEARS', '2016-08-11', '2022-08-11', 6],
    ['YEARS', '2022-08-11', '2022-08-10', null],
    ['YEARS_AT_FISCAL_YEAR_START', '1952-08-01', '2022-09-30', 69],
    ['YEARS_AT_FISCAL_YEAR_START', '1952-08-01', '2022-10-01', 70],
    ['YEARS_AT_FISCAL_YEAR_START', '2022-07-25', '2022-08-10', -1],
    ['OLD_AGE_START', '1962-08-05', '2022-08-31', false],
    ['OLD_AGE_START', '1962-08-05', '2022-09-01', true],
  ] as const)('in %s from %s is on %s: %s', (countedIn, countedFrom, asOf, value) => {
    expect(valueAsOf({ value: null, countedFrom, countedIn }, asOf)).toBe(value);
  });

  it('keeps the value that was stated when the day or the unit is not told', () => {
    expect(valueAsOf({ value: 12 }, '2022-08-10')).toBe(12);
    expect(valueAsOf({ value: 12, countedFrom: null, countedIn: 'YEARS' }, '2022-08-10')).toBe(12);
    expect(valueAsOf({ value: 12, countedFrom: '2010-01-01', countedIn: null }, '2022-08-10')).toBe(12);
    expect(valueAsOf({ value: null }, '2022-08-10')).toBeNull();
  });
});

describe('the table of facts', () => {
  const options = { asOf: '2022-08-10', ownerOf: () => 'interior' as const };
  const age = { name: 'person.ageYears', subject: 'A', value: 5, body: 'interior' as const, asOf: null };

  it('holds values as of the day of the question', () => {
    const table = tabulateFacts([{ ...age, countedFrom: '2016-08-10', countedIn: 'YEARS' }], options);
    expect(readFact(table, 'person.ageYears', 'A')?.value).toBe(6);
    expect(readFact(table, 'person.ageYears', 'B')).toBeUndefined();
    expect(readFact(table, 'person.sex', 'A')).toBeUndefined();
  });

  it('leaves out what a body states that does not own the fact', () => {
    const table = tabulateFacts([age, { ...age, value: 60, body: 'commerce' }], options);
    expect(readFact(table, 'person.ageYears', 'A')?.value).toBe(5);
  });

  it('takes the later of two statements by the owner', () => {
    const table = tabulateFacts([age, { ...age, value: null }], options);
    expect(readFact(table, 'person.ageYears', 'A')?.value).toBeNull();
  });
});
