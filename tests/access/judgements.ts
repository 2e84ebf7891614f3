import { recordTypeOf } from '../../schema/contract/access-bodies.ts';
import { bodyNames, bodyOf } from '../../schema/contract/bodies.ts';
import type { Json } from '../support/gateway.ts';

// What does not follow from a field's rule alone, but from the rows that are shown.

export type Path = readonly (string | number)[];

/** Where an object stands. */
export interface At {
  readonly path: Path;
  readonly house: string;
}

export interface Pair {
  readonly whole: Json;
  readonly shown: Json;
}

/** What one principal may read of rows. */
export interface Reads {
  readonly fact: (name: string) => boolean;
  readonly start: (name: string) => boolean;
  readonly programme: (id: string) => boolean;
  /** Everything that a body holds of a household. */
  readonly record: (house: string, code: string) => Json;
}

interface Special {
  readonly pair: Pair;
  readonly type: string;
  /** The object, as everything shows it. */
  readonly row: Json;
  readonly at: At;
  readonly read: Reads;
}

type Judge = (special: Special) => string | undefined;

/** What does not follow from the field alone: counts follow from the rows that are shown, verdicts may only widen. */
export const specials: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  [
    'BodyRecord.found',
    ({ pair, type, at, read }) => equal(pair.shown, isFound(read.record(at.house, codeOf(type)), read)),
  ],
  [
    'BodyAnswer.status',
    ({ pair, row, at, read }) => equal(pair.shown, statusOf(pair.whole, read.record(at.house, row.body.code), read)),
  ],
  ['BodyAnswer.entitlementCount', counted('entitlements')],
  ['BodyAnswer.serviceCount', counted('services')],
  ['BodyAnswer.tookMs', () => undefined],
  ['Screening.ruleHolds', widened],
  [
    'Screening.verdict',
    // Out of force and unknown is out of force: it would be no claim either way.
    ({ pair }) => (pair.shown === 'NOT_IN_FORCE' ? undefined : widenedTo(pair, 'UNKNOWN')),
  ],
  ['Money.thb', ({ pair, at }) => (isJoined(at) ? widenedTo(pair, null) : equal(pair.shown, pair.whole))],
  ['Money.maxThb', ({ pair, at }) => (isJoined(at) ? widenedTo(pair, null) : equal(pair.shown, pair.whole))],
  ['Household.vulnerabilityLevel', ({ pair }) => widenedTo(pair, null)],
  ['Household.dependantsCount', ({ pair }) => widenedTo(pair, null)],
  ['DimensionFinding.failed', widened],
  ['DimensionFinding.body', () => undefined],
  ['DimensionFinding.asOf', ({ pair }) => widenedTo(pair, null)],
  [
    'DimensionFinding.indicators',
    ({ pair }) => (pair.shown.every((each: string) => pair.whole.includes(each)) ? undefined : 'another indicator'),
  ],
  [
    'Overlap.programmes',
    // Who sees less of them sees a smaller overlap, of programmes that it may see.
    ({ pair: { shown }, read }) =>
      shown.every(({ id }: Json) => read.programme(id)) ? undefined : 'a programme too many',
  ],
  ...['monthlyThb', 'yearlyThb', 'oneOffThb'].map((name) => [`GapReport.${name}`, atMost] as const),
  ...['monthlyDue', 'monthlyReceived', 'yearlyDue', 'yearlyReceived', 'oneOffUnpaid', 'overPaidMonthly'].map(
    (name) => [`Totals.${name}`, atMost] as const,
  ),
]);

export const gapLists = new Set(
  ['items', 'due', 'unknown', 'referrals', 'overPayments'].map((name) => `GapReport.${name}`),
);

type Align = (
  rows: readonly Json[],
  shown: readonly Json[],
  mayStand: (row: Json) => boolean,
) => readonly (readonly [Json, Json])[];

/** Where what is withheld leaves more open, more rows stand. */
export const alignments: ReadonlyMap<string, Align> = new Map<string, Align>([
  ['Evidence', aligned],
  ['FactRef', aligned],
  [
    'Overlap',
    (rows, shown) =>
      shown.map((mine) => [
        rows.find((row) => samePerson(row, mine) && idsOf(mine).every((id) => idsOf(row).includes(id))),
        mine,
      ]),
  ],
]);

function samePerson(one: Json, other: Json): boolean {
  return (one.person?.personId ?? null) === (other.person?.personId ?? null);
}

function idsOf({ programmes }: Json): readonly string[] {
  return programmes.map(({ id }: Json) => id);
}

function aligned(...[rows, shown, mayStand]: Parameters<Align>): ReturnType<Align> {
  const left = [...rows];
  const pairs = shown.map((mine): readonly [Json, Json] => {
    const found = left.findIndex(({ fact, subject, condition }) =>
      [fact === mine.fact, subject === mine.subject, condition === mine.condition].every(Boolean),
    );
    if (found >= 0) return [left.splice(found, 1)[0], mine];
    return [mayStand(mine) ? mine : undefined, mine];
  });
  return [...pairs, ...left.map((row): readonly [Json, Json] => [row, undefined])].map(([row, mine]) =>
    row === undefined ? [mine, undefined] : [row, mine],
  );
}

/** A sum that a rule works out, not one of a ledger. */
function isJoined({ path }: At): boolean {
  return path.some((each) => /^(?:screening|gaps)/u.test(String(each)));
}

function widened({ pair }: Special): string | undefined {
  return widenedTo(pair, 'UNKNOWN');
}

function widenedTo({ whole, shown }: Pair, unknown: unknown): string | undefined {
  return shown === unknown ? undefined : equal(shown, whole);
}

function atMost({ pair: { whole, shown } }: Special): string | undefined {
  return typeof shown === 'number' && shown <= whole ? undefined : `${String(shown)} is more than ${String(whole)}`;
}

function equal(shown: unknown, expected: unknown): string | undefined {
  return shown === expected ? undefined : `${String(shown)}, not ${String(expected)}`;
}

function counted(list: 'entitlements' | 'services'): Judge {
  return ({ pair, row, at, read }) => {
    if (pair.whole === null) return equal(pair.shown, null);
    const held: readonly Json[] = read.record(at.house, row.body.code)[list];
    return equal(pair.shown, held.filter(({ programme }) => read.programme(programme.id)).length);
  };
}

function statusOf(status: string, record: Json, read: Reads): string {
  if (status !== 'ANSWERED') return status;
  return isFound(record, read) ? 'ANSWERED' : 'NO_RECORD';
}

export function isFound({ facts, entitlements, services }: Json, read: Reads): boolean {
  return (
    facts.some(({ name, value }: Json) => read.fact(name) && hasWeight(value)) ||
    [...entitlements, ...services].some(({ programme }: Json) => read.programme(programme.id))
  );
}

/** The body of a record. */
function codeOf(recordType: string): string {
  const body = bodyNames.find((name) => recordTypeOf(name) === recordType);
  if (body === undefined) throw new TypeError(`${recordType} is no record`);
  return bodyOf(body).code;
}

export function hasWeight(value: Json): boolean {
  return !(value === undefined || [null, false, 0, 'NONE'].includes(value) || value.length === 0);
}

export function screeningKey({ programme, person }: Json): string {
  return `${programme.id} ${person?.personId ?? ''}`;
}
