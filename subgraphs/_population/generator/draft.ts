import { addDays, addMonths } from '../../_kit/calendar.ts';
import type { HouseholdType } from './figures.ts';
import type { Sex } from './names.ts';
import type { Random } from './random.ts';

/** Facts by their keys in an extract; a fact that is not there is absent. */
export type Facts = Record<string, unknown>;

export type Role = 'ELDER' | 'MIDDLE' | 'CHILD' | 'ADULT' | 'DECEASED';

/** One member while its facts are put together. */
export interface PersonDraft {
  readonly member: string;
  readonly role: Role;
  readonly sex: Sex;
  /** Completed years and months on the day of the extract. */
  readonly age: number;
  readonly months: number;
  readonly birthDate: string;
  readonly birthDatePrecision: 'DAY' | 'MONTH' | 'YEAR';
  readonly citizenId: string | null;
  readonly name: string;
  readonly relation: string;
  /** Members that are its parents; those outside the house are not known. */
  readonly parents: readonly PersonDraft[];
  readonly spouse: string | null;
  readonly facts: Facts;
}

/** One household while its facts are put together; each concern writes its own keys and reads what came before. */
export interface HouseDraft {
  readonly houseCode: string;
  readonly areaCode: string;
  readonly address: string;
  readonly asOf: string;
  readonly type: HouseholdType;
  readonly people: readonly PersonDraft[];
  readonly facts: Facts;
  /** Income per person and year that the drawn incomes add up to. */
  readonly income: number;
  readonly enrolments: Facts[];
  readonly services: Facts[];
  readonly registries: Record<string, Record<string, Facts[]>>;
  /** A stream of its own for each concern. */
  readonly random: (concern: string) => Random;
}

export type Region = 'North' | 'South' | 'Bangkok';

/** The parts of the country that the figures tell apart. */
export function regionOf(areaCode: string): Region {
  if (areaCode.startsWith('10')) return 'Bangkok';
  return areaCode >= '8' ? 'South' : 'North';
}

/** The provinces of the southern unrest, where Malay is spoken. */
export function isDeepSouth(areaCode: string): boolean {
  return ['94', '95', '96'].includes(areaCode.slice(0, 2));
}

export function living(house: HouseDraft): readonly PersonDraft[] {
  return house.people.filter(({ role }) => role !== 'DECEASED');
}

/** Adds a line to a history of one body. */
export function history(house: HouseDraft, body: string, key: string, line: Facts): void {
  const ofBody = (house.registries[body] ??= {});
  (ofBody[key] ??= []).push(line);
}

/** To the nearest multiple of the step. */
export function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/** First day of the month so many months before the extract. */
export function monthBefore({ asOf }: HouseDraft, months: number): string {
  return addMonths(`${asOf.slice(0, 8)}01`, -months);
}

export function daysBefore({ asOf }: HouseDraft, days: number): string {
  return addDays(asOf, -days);
}

/** The running enrolment of one member (`M0`: the house) in a programme. */
export function enrolmentOf({ enrolments }: HouseDraft, programme: string, member: string): Facts | undefined {
  return enrolments.find(
    (line) => line['programme'] === programme && line['member'] === member && line['status'] === undefined,
  );
}

/** The school year that runs on the day of the extract begins in May and has two terms. */
export function schoolYearOf({ asOf }: HouseDraft): { readonly year: number; readonly term: 1 | 2 } {
  const month = Number(asOf.slice(5, 7));
  return { year: Number(asOf.slice(0, 4)) - (month < 5 ? 1 : 0), term: month >= 5 && month <= 10 ? 1 : 2 };
}
