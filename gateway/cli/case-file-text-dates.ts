const months = ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'];

/** Up to B.E. 2483 (1940) the Thai year began on 1 April: January to March belong to the year before. */
const firstJanuaryYear = 1941;
const bangkokOffsetMs = 7 * 3_600_000;

interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** `2022-08-10` -> `10 ส.ค. 2565`; with precision MONTH without the day, with YEAR the year alone. Else the text itself. */
export function thaiDate(date: string, precision = 'DAY'): string {
  const day = readDay(date);
  if (day === null) return date;
  // With the year alone, day and month are only placeholders and say nothing of where the year began.
  if (precision === 'YEAR') return String(day.year + 543);
  const year = day.year + (day.year < firstJanuaryYear && day.month < 4 ? 542 : 543);
  const ofMonth = `${months[day.month - 1] ?? ''} ${String(year)}`;
  return precision === 'MONTH' ? ofMonth : `${String(day.day)} ${ofMonth}`;
}

/** `1940-03-15` with precision MONTH -> `1940-03`. */
export function gregorianDate(date: string, precision = 'DAY'): string {
  return date.slice(0, precision === 'YEAR' ? 4 : precision === 'MONTH' ? 7 : 10);
}

/** The day that a point in time falls on in Thailand: `2022-07-31T18:00:00Z` -> `2022-08-01`. */
export function dayInThailand(dateTime: string): string {
  const at = Date.parse(dateTime);
  return Number.isNaN(at) ? dateTime : new Date(at + bangkokOffsetMs).toISOString().slice(0, 10);
}

/** Completed years; null when a date cannot be read or the birth is later. */
export function ageOn(birthDate: string, onDate: string): number | null {
  const birth = readDay(birthDate);
  const on = readDay(onDate);
  if (birth === null || on === null) return null;
  const isBeforeBirthday = on.month < birth.month || (on.month === birth.month && on.day < birth.day);
  const age = on.year - birth.year - (isBeforeBirthday ? 1 : 0);
  return age < 0 ? null : age;
}

function readDay(date: string): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(date) ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}
