import { describe, expect, it } from 'vitest';
import { ageOn, dayInThailand, gregorianDate, thaiDate } from './case-file-text-dates.ts';

describe('thaiDate', () => {
  it.each([
    ['2022-08-10', '10 ส.ค. 2565'],
    ['1941-01-01', '1 ม.ค. 2484'],
    ['1940-12-31', '31 ธ.ค. 2483'],
    ['1940-04-01', '1 เม.ย. 2483'],
    ['1940-03-15', '15 มี.ค. 2482'],
    ['unknown', 'unknown'],
  ])('of %s is %s: until 1940 the Thai year began on 1 April', (date, expected) => {
    expect(thaiDate(date)).toBe(expected);
  });

  it('shows no more of a date than is known', () => {
    expect([thaiDate('1950-06-01', 'MONTH'), gregorianDate('1950-06-01', 'MONTH')]).toEqual(['มิ.ย. 2493', '1950-06']);
    expect([thaiDate('1939-01-01', 'YEAR'), gregorianDate('1939-01-01', 'YEAR')]).toEqual(['2482', '1939']);
  });
});

describe('dayInThailand', () => {
  it('is seven hours ahead of UTC', () => {
    expect(dayInThailand('2022-08-09T16:59:59Z')).toBe('2022-08-09');
    expect(dayInThailand('2022-08-09T17:00:00Z')).toBe('2022-08-10');
    expect(dayInThailand('soon')).toBe('soon');
  });
});

describe('ageOn', () => {
  it('counts completed years', () => {
    expect(ageOn('2000-08-10', '2022-08-09')).toBe(21);
    expect(ageOn('2000-08-10', '2022-08-10')).toBe(22);
    expect(ageOn('2022-08-11', '2022-08-10')).toBeNull();
    expect(ageOn('', '2022-08-10')).toBeNull();
  });
});
