import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageAtFiscalYearStart,
  completedMonths,
  completedYears,
  daysBetween,
  fiscalYear,
  fiscalYearEnd,
  fiscalYearStart,
  fromBuddhistEra,
  isCivilDate,
  oldAgeStart,
  toBuddhistEra,
} from './calendar.ts';

/** Any day of 1889-04-01 … 2199-12-31, made without the functions under test. */
const dates = fc
  .integer({ min: Date.UTC(1889, 3, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('a civil date', () => {
  it.each(['2022-08-10', '2000-02-29', '2024-02-29', '0001-01-01'])('%s is one', (date) => {
    expect(isCivilDate(date)).toBe(true);
  });

  it.each(['2022-02-29', '1900-02-29', '2022-13-01', '2022-00-10', '2022-04-31', '2022-8-1', '', 20_220_810, null])(
    '%s is none',
    (date) => {
      expect(isCivilDate(date)).toBe(false);
    },
  );

  it('is demanded by every function', () => {
    expect(() => completedYears('2022-02-30', '2022-08-10')).toThrow(RangeError);
    expect(() => addDays('soon', 1)).toThrow(RangeError);
  });
});

describe('counting', () => {
  it.each([
    ['2016-08-11', '2022-08-10', 5],
    ['2016-08-10', '2022-08-10', 6],
    ['2000-02-29', '2022-02-28', 21],
    ['2000-02-29', '2022-03-01', 22],
    ['2000-02-29', '2024-02-29', 24],
    ['2022-07-25', '2021-09-30', -1],
    ['2022-08-11', '2022-08-10', -1],
  ])('gives completed years from %s to %s as %i', (from, to, years) => {
    expect(completedYears(from, to)).toBe(years);
  });

  it.each([
    ['1940-03-15', '2022-08-10', 988],
    ['2022-01-31', '2022-02-28', 0],
    ['2022-01-31', '2022-03-01', 1],
    ['2022-08-10', '2022-08-10', 0],
  ])('gives completed months from %s to %s as %i', (from, to, months) => {
    expect(completedMonths(from, to)).toBe(months);
  });

  it('of days agrees with the number of days of the epoch', () => {
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
      }),
    );
  });

  it('of days is undone by adding them', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -50_000, max: 50_000 }), (date, days) => {
        const later = addDays(date, days);
        expect(isCivilDate(later)).toBe(true);
        expect(daysBetween(date, later)).toBe(days);
      }),
    );
  });

  it('of months never runs ahead of the days and grows by one exactly when a month is full', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1500 }), (date, months) => {
        const later = addMonths(date, months);
        const full = later.endsWith(date.slice(7)) ? later : addDays(later, 1);
        expect(completedMonths(date, full)).toBe(months);
        expect(completedMonths(date, addDays(full, -1))).toBe(months - 1);
      }),
    );
  });

  it('of months in the last day of a shorter month ends there', () => {
    expect(addMonths('2022-01-31', 1)).toBe('2022-02-28');
    expect(addMonths('2022-03-31', -1)).toBe('2022-02-28');
    expect(addMonths('2021-12-15', 1)).toBe('2022-01-15');
  });
});

describe('the fiscal year', () => {
  it.each([
    ['2021-10-01', 2565],
    ['2022-08-10', 2565],
    ['2022-09-30', 2565],
    ['2022-10-01', 2566],
  ])('of %s is %i', (date, year) => {
    expect(fiscalYear(date)).toBe(year);
  });

  it('begins and ends around every date in it', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(fiscalYearStart(date) <= date && date <= fiscalYearEnd(date)).toBe(true);
        expect(fiscalYear(addDays(fiscalYearStart(date), -1))).toBe(fiscalYear(date) - 1);
        expect(fiscalYear(addDays(fiscalYearEnd(date), 1))).toBe(fiscalYear(date) + 1);
      }),
    );
  });

  it('decides the band, not the birthday in it', () => {
    expect(ageAtFiscalYearStart('1951-10-01', '2022-08-10')).toBe(69);
    expect(ageAtFiscalYearStart('1951-09-30', '2022-08-10')).toBe(70);
    expect(ageAtFiscalYearStart('2022-07-25', '2022-08-10')).toBe(-1);
  });
});

describe('the old-age allowance', () => {
  it.each([
    ['1962-08-05', '2022-09-01'],
    ['1962-08-01', '2022-09-01'],
    ['1962-11-02', '2022-12-01'],
    ['1962-12-31', '2023-01-01'],
    ['1964-02-29', '2024-03-01'],
    ['1840-02-29', '1900-03-01'],
  ])('of one born on %s starts on %s', (birthDate, start) => {
    expect(oldAgeStart(birthDate)).toBe(start);
  });

  it('starts after the 60th birthday and within the following month', () => {
    fc.assert(
      fc.property(dates, (birthDate) => {
        const start = oldAgeStart(birthDate);
        expect(start.endsWith('-01')).toBe(true);
        expect(completedYears(birthDate, start)).toBe(60);
        expect(daysBetween(addMonths(birthDate, 720), start)).toBeLessThanOrEqual(31);
      }),
    );
  });
});

describe('the Buddhist era', () => {
  it.each([
    ['2482-03-15', '1940-03-15'],
    ['2482-04-01', '1939-04-01'],
    ['2483-04-01', '1940-04-01'],
    ['2483-12-31', '1940-12-31'],
    ['2484-01-01', '1941-01-01'],
    ['2565-08-10', '2022-08-10'],
    ['2543-02-29', '2000-02-29'],
    ['2482-02-29', '1940-02-29'],
    ['2432-04-01', '1889-04-01'],
  ])('%s is %s', (era, date) => {
    expect(fromBuddhistEra(era)).toBe(date);
    expect(toBuddhistEra(date)).toBe(era);
  });

  it.each(['2483-01-01', '2483-03-31', '2500-02-29', '2565-13-01', '2431-12-31', '64-08-10'])(
    '%s is no date',
    (era) => {
      expect(() => fromBuddhistEra(era)).toThrow(RangeError);
    },
  );

  it('is the same day there and back', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(fromBuddhistEra(toBuddhistEra(date))).toBe(date);
      }),
    );
  });
});
