/**
 * Civil dates as `YYYY-MM-DD` strings of the Gregorian calendar: no time of day, no time zone, no `Date`.
 * Such strings sort and compare as they read (`'2022-08-09' < '2022-08-10'`).
 * Every function throws a RangeError for text that is not a date.
 */
export type CivilDate = string;

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const eraOffset = 543;
/** B.E. 2432 began on 1 April 1889, when the solar year replaced the lunar one. */
const firstSolarYear = 2432;
/** From B.E. 2484 (1941) the civil year begins on 1 January; B.E. 2483 was only nine months long. */
const firstJanuaryYear = 2484;
const fiscalMonth = 10;
const oldAgeYears = 60;

export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const { year, month, day } = split(value);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Birthdays passed. Before `from` it counts down: one day before is -1. Born on 29 February, a year is full on 1 March. */
export function completedYears(from: CivilDate, to: CivilDate): number {
  return Math.floor(completedMonths(from, to) / 12);
}

/** A month is full on the same day of a later month, or on the first of the next where the month has no such day. */
export function completedMonths(from: CivilDate, to: CivilDate): number {
  const a = parse(from);
  const b = parse(to);
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}

/** Days from `from` to `to`, negative when `to` is the earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(parse(to)) - dayNumber(parse(from));
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(parse(date)) + days);
}

/** The same day of a later (or earlier) month; its last day where it is shorter: 31 January + 1 is 28 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = parse(date);
  const count = year * 12 + month - 1 + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return join({ year: toYear, month: toMonth, day: Math.min(day, daysInMonth(toYear, toMonth)) });
}

/** Fiscal year in the Buddhist era: 2565 is 2021-10-01 to 2022-09-30. */
export function fiscalYear(date: CivilDate): number {
  const { year, month } = parse(date);
  return year + eraOffset + (month >= fiscalMonth ? 1 : 0);
}

/** First day of the fiscal year that `date` lies in. */
export function fiscalYearStart(date: CivilDate): CivilDate {
  return join({ year: fiscalYear(date) - eraOffset - 1, month: fiscalMonth, day: 1 });
}

/** Last day of the fiscal year that `date` lies in. */
export function fiscalYearEnd(date: CivilDate): CivilDate {
  return join({ year: fiscalYear(date) - eraOffset, month: fiscalMonth - 1, day: 30 });
}

/** Completed years on 30 September before the fiscal year of `asOf`: the bands of the old-age allowance. -1 for the later born. */
export function ageAtFiscalYearStart(birthDate: CivilDate, asOf: CivilDate): number {
  return completedYears(birthDate, addDays(fiscalYearStart(asOf), -1));
}

/** The old-age allowance is paid from the first day of the month after the 60th birthday. */
export function oldAgeStart(birthDate: CivilDate): CivilDate {
  const { year, month } = parse(birthDate);
  return addMonths(join({ year: year + oldAgeYears, month, day: 1 }), 1);
}

/**
 * A Buddhist-era date (`2482-03-15`) in the Gregorian calendar (`1940-03-15`). Until B.E. 2483 the civil year ran from
 * April to March, so January to March belong to the year that began the April before; B.E. 2483 has none
 * (Calendar Act B.E. 2483). 29 February is judged by the Gregorian year.
 */
export function fromBuddhistEra(date: string): CivilDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  if (match === null) throw new RangeError(`${date} is not a date of the form YYYY-MM-DD`);
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  if (year < firstSolarYear)
    throw new RangeError(`${date} is before B.E. ${firstSolarYear}, when the calendar was lunar`);
  const endOfAprilYear = year < firstJanuaryYear && month < 4;
  if (endOfAprilYear && year === firstJanuaryYear - 1) {
    throw new RangeError(`${date} never was: B.E. 2483 ended on 31 December`);
  }
  const converted = join({ year: year - eraOffset + (endOfAprilYear ? 1 : 0), month, day });
  if (!isCivilDate(converted)) throw new RangeError(`${date} (B.E.) is not a date`);
  return converted;
}

/** The reverse of `fromBuddhistEra`, for dates from 1889-04-01. */
export function toBuddhistEra(date: CivilDate): string {
  const { year, month, day } = parse(date);
  const endOfAprilYear = year < firstJanuaryYear - eraOffset && month < 4;
  const era = year + eraOffset - (endOfAprilYear ? 1 : 0);
  if (era < firstSolarYear)
    throw new RangeError(`${date} is before B.E. ${firstSolarYear}, when the calendar was lunar`);
  return join({ year: era, month, day });
}

function parse(date: CivilDate): DateParts {
  if (!isCivilDate(date)) throw new RangeError(`${String(date)} is not a date of the form YYYY-MM-DD`);
  return split(date);
}

function split(date: string): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function join({ year, month, day }: DateParts): CivilDate {
  if (year < 1 || year > 9999) throw new RangeError(`the year ${year} cannot be written as YYYY-MM-DD`);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

// Days are counted from 1 March of year 0, so that a leap day is the last day of its year: 400 years have 146,097 days.
function dayNumber({ year, month, day }: DateParts): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

function fromDayNumber(days: number): CivilDate {
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return join({ year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day });
}
