import { addDays, isCivilDate } from './calendar.ts';
import type { CountedIn } from './rules/fact-clock.ts';

export type Stored = string | number | null;

/**
 * One typed column: how a value of a household extract is checked, stored and read back.
 * `blank` is what the registry says of a subject that has no row at all, for example false or an empty list.
 */
export interface Column<Value> {
  readonly blank: Value | null;
  /** Why the value does not fit, or undefined. Null is judged by the caller. */
  readonly problem: (value: unknown) => string | undefined;
  /** `asOf` is the extract's date; counts of days are stored as the date they are counted from. */
  readonly toStore: (value: unknown, asOf: string) => Stored;
  readonly fromStore: (stored: Stored) => Value | null;
  /** Set when `fromStore` gives a date from which the fact is counted. */
  readonly countedIn?: CountedIn;
  /** See `optional`; columns of registers are always nullable. */
  readonly isOptional?: boolean;
}

/** A column of a detail that may be missing or null. */
export type OptionalColumn<Value> = Column<Value> & { readonly isOptional: true };

export function optional<Value>(column: Column<Value>): OptionalColumn<Value> {
  return { ...column, isOptional: true };
}

/** Stored as 0 or 1; without a row: false. */
export function yesNo(blank: boolean | null = false): Column<boolean> {
  return {
    blank,
    problem: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
    toStore: Number,
    fromStore: (stored) => (stored === null ? null : stored === 1),
  };
}

/** A whole number between `min` and `max`; without a row: null. */
export function whole(min: number, max: number, blank: number | null = null): Column<number> {
  return {
    blank,
    problem: (value) =>
      Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max
        ? undefined
        : `must be a whole number from ${min} to ${max}`,
    toStore: Number,
    fromStore: (stored) => (stored === null ? null : Number(stored)),
  };
}

/** Baht, rai or per cent: a finite number of at least 0. */
export function amount(blank: number | null = null, max = 1e9): Column<number> {
  return {
    blank,
    problem: (value) =>
      typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= max
        ? undefined
        : `must be a number from 0 to ${max}`,
    toStore: Number,
    fromStore: (stored) => (stored === null ? null : Number(stored)),
  };
}

/** One of a fixed list of words. */
export function oneOf<const Word extends string>(words: readonly Word[], blank: Word | null = null): Column<Word> {
  return {
    blank,
    problem: (value) => (words.some((word) => word === value) ? undefined : `must be one of ${words.join(', ')}`),
    toStore: String,
    fromStore: (stored) => words.find((word) => word === stored) ?? null,
  };
}

/** Free text up to `maxLength` characters, without control characters. */
export function text(maxLength = 200, blank: string | null = null): Column<string> {
  return {
    blank,
    problem: (value) =>
      typeof value === 'string' && value.length > 0 && value.length <= maxLength && !/\p{Cc}/u.test(value)
        ? undefined
        : `must be text of 1 to ${maxLength} characters`,
    toStore: String,
    fromStore: (stored) => (stored === null ? null : String(stored)),
  };
}

/** Several of a fixed list of words, stored as JSON; without a row: an empty list. */
export function listOf<const Word extends string>(words: readonly Word[]): Column<readonly Word[]> {
  const known = new Set<unknown>(words);
  return {
    blank: [],
    problem: (value) =>
      Array.isArray(value) && value.every((word) => known.has(word)) && new Set(value).size === value.length
        ? undefined
        : `must be a list of different words among ${words.join(', ')}`,
    toStore: (value) => JSON.stringify(value),
    fromStore: (stored) => (stored === null ? null : words.filter((word) => parsedList(stored).includes(word))),
  };
}

/** A calendar date like 2022-08-10. */
export function civilDate(): Column<string> {
  return {
    blank: null,
    problem: (value) => (isCivilDate(value) ? undefined : 'must be a date like 2022-08-10'),
    toStore: String,
    fromStore: (stored) => (stored === null ? null : String(stored)),
  };
}

/** A count of days or weeks in the extract, stored as the date that `asOf` less the count gives, and read as that date. */
export function countedFrom(countedIn: 'DAYS' | 'WEEKS', max: number): Column<string> {
  const count = whole(0, max);
  const daysEach = countedIn === 'WEEKS' ? 7 : 1;
  return {
    blank: null,
    problem: count.problem,
    toStore: (value, asOf) => addDays(asOf, -Number(value) * daysEach),
    fromStore: (stored) => (stored === null ? null : String(stored)),
    countedIn,
  };
}

function parsedList(stored: Stored): readonly unknown[] {
  const list: unknown = JSON.parse(String(stored));
  return Array.isArray(list) ? list : [];
}
