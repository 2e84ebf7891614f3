import {
  ageAtFiscalYearStart,
  completedMonths,
  completedYears,
  daysBetween,
  isCivilDate,
  oldAgeStart,
} from '../calendar.ts';
import type { CivilDate } from '../calendar.ts';

export type FactValue = boolean | number | string | readonly string[];

/** How the value of a fact follows from the day it is counted from. */
export type CountedIn = 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS' | 'YEARS_AT_FISCAL_YEAR_START' | 'OLD_AGE_START';

/** A value and, where it moves with time, the day and the unit that it is counted by. */
export interface CountedFact {
  /** null: the registry was read and has no value. */
  readonly value: FactValue | null;
  readonly countedFrom?: CivilDate | null;
  readonly countedIn?: CountedIn | null;
}

/**
 * The value on another day than the body counted it for. Where the body did not say what it counted from, its value
 * stands. On a day before the event (a birth, a death, a delivery) there is nothing to count: null.
 */
export function valueAsOf(fact: CountedFact, asOf: CivilDate): FactValue | null {
  const { countedFrom, countedIn, value } = fact;
  if (!isCivilDate(countedFrom) || countedIn === undefined || countedIn === null) return value;
  switch (countedIn) {
    case 'DAYS':
      return notBefore(daysBetween(countedFrom, asOf));
    case 'WEEKS':
      return notBefore(Math.floor(daysBetween(countedFrom, asOf) / 7));
    case 'MONTHS':
      return notBefore(completedMonths(countedFrom, asOf));
    case 'YEARS':
      return notBefore(completedYears(countedFrom, asOf));
    case 'YEARS_AT_FISCAL_YEAR_START':
      return ageAtFiscalYearStart(countedFrom, asOf);
    case 'OLD_AGE_START':
      return asOf >= oldAgeStart(countedFrom);
    default:
      return value;
  }
}

function notBefore(count: number): number | null {
  return count < 0 ? null : count;
}
