import { bodyNames, recordField, type BodyName } from '../../schema/contract/bodies.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { bareEntitlement, bareService, type Reader } from '../_kit/reader.ts';
import type { StatedFact } from '../_kit/rules/facts.ts';
import { gapReport, type GapReport } from '../_kit/rules/gap-report.ts';
import { contextOf, screen, type Enrolment, type HouseholdCase, type Screening } from '../_kit/rules/screen.ts';
import type { RuleContext } from '../_kit/rules/evaluate.ts';
import { answersOf, type BodyAnswer, type CallReports } from './answers.ts';
import type { CaseCatalogue } from './programmes.ts';
import { recordOf, type HouseholdRepresentation, type JoinedRecord } from './representation.ts';

/** A line of a body's ledger with the body that keeps it. */
export interface Held<Line> {
  readonly name: BodyName;
  readonly line: Line;
}

/** One household as the thirteen bodies told it; made once for each representation, screened once for each day. */
export class CaseFile {
  readonly houseCode: string;
  readonly catalogue: CaseCatalogue;
  /** personId -> name, as far as the reader may see it. */
  readonly names: ReadonlyMap<string, string | null>;
  readonly answers: readonly BodyAnswer[];
  readonly #records: readonly (readonly [BodyName, JoinedRecord])[];
  readonly #today: string;
  readonly #reader: Reader;
  readonly #screenings = new Map<string, readonly Screening[]>();

  constructor(
    household: HouseholdRepresentation,
    setting: { catalogue: CaseCatalogue; reports: CallReports; today: string; reader: Reader },
  ) {
    this.houseCode = household.houseCode;
    this.catalogue = setting.catalogue;
    this.#today = setting.today;
    this.#reader = setting.reader;
    this.names = new Map((household.members ?? []).map(({ personId, nameTh }) => [personId, nameTh ?? null]));
    this.#records = bodyNames.flatMap((name) => {
      const record = recordOf(household, recordField(name));
      return record === null ? [] : [[name, shownRecord(name, record, setting.reader)] as const];
    });
    this.answers = answersOf(new Map(this.#records), setting.reports, household.houseCode);
  }

  get entitlements(): readonly Held<JoinedRecord['entitlements'][number]>[] {
    return this.#records.flatMap(([name, record]) => record.entitlements.map((line) => ({ name, line })));
  }

  get services(): readonly Held<JoinedRecord['services'][number]>[] {
    return this.#records.flatMap(([name, record]) => record.services.map((line) => ({ name, line })));
  }

  /** True while every one of the thirteen has answered. */
  get complete(): boolean {
    return this.answers.every(({ status }) => status === 'ANSWERED' || status === 'NO_RECORD');
  }

  /**
   * Every programme for every subject, without those that reveal a withheld fact by their name: lists, totals and
   * overlaps are all made of these, so that none can be subtracted from another. Throws CATALOGUE_OUT_OF_RANGE for a day that
   * the catalogue does not cover.
   */
  screenings(asOf?: string | null): readonly Screening[] {
    const day = this.#day(asOf);
    let screenings = this.#screenings.get(day);
    if (screenings === undefined) {
      screenings = screen(this.catalogue.compiled, this.#case(day), {
        only: ({ id }) => this.#reader.mayReadProgramme(id),
        withheld: (fact) => !this.#mayReadOn(fact, day),
      });
      this.#screenings.set(day, screenings);
    }
    return screenings;
  }

  gaps(asOf?: string | null): GapReport {
    return gapReport(this.catalogue.compiled, this.screenings(asOf));
  }

  /** The facts as rules see them on a day, for what is not a programme. */
  context(asOf?: string | null): RuleContext {
    return contextOf(this.catalogue.compiled, this.#case(this.#day(asOf)));
  }

  #day(asOf?: string | null): string {
    const day = asOf ?? this.#today;
    const { from, to } = this.catalogue.covers;
    if (day < from || day > to) throw new CodedError('CATALOGUE_OUT_OF_RANGE', { from, to });
    return day;
  }

  #case(asOf: string): HouseholdCase {
    return {
      asOf,
      houseCode: this.houseCode,
      members: [...this.names.keys()],
      facts: this.#facts(asOf),
      enrolments: this.entitlements.map(({ name, line }) => enrolment(name, line, this.houseCode)),
      answers: new Map(this.answers.map(({ name, status }) => [name, status])),
    };
  }

  #facts(day: string): readonly StatedFact[] {
    return this.#records.flatMap(([body, record]) =>
      record.facts
        .filter(({ name, countedIn = null }) => countedIn === null || this.#mayReadOn(name, day))
        .map((fact) => stated(fact, body)),
    );
  }

  /** Without the day that it is counted from, a value is good for the day of the answer alone. */
  #mayReadOn(fact: string, day: string): boolean {
    return this.#reader.mayReadFact(fact) && (day === this.#today || this.#reader.mayReadStart(fact));
  }
}

/**
 * The record as far as this reader may see it. The bodies and the gateway have left the same out before; a join that
 * trusted them would show whatever one of them forgot.
 */
function shownRecord(body: BodyName, record: JoinedRecord, reader: Reader): JoinedRecord {
  const isBare = !reader.mayReadLedger(body);
  const entitlements = record.entitlements.filter(({ programme }) => reader.mayReadProgramme(programme.id));
  const services = record.services.filter(({ programme }) => reader.mayReadProgramme(programme.id));
  return {
    ...record,
    facts: record.facts.filter(({ name }) => reader.mayReadFact(name)),
    entitlements: isBare ? entitlements.map((line) => ({ ...line, ...bareEntitlement })) : entitlements,
    services: isBare ? services.map((line) => ({ ...line, ...bareService })) : services,
  };
}

function enrolment(body: BodyName, line: JoinedRecord['entitlements'][number], houseCode: string): Enrolment {
  return { body, programme: line.programme.id, subject: line.person?.personId ?? houseCode, status: line.status };
}

/** A fact that is there without a value is null, never absent: some routers leave nulls out of representations. */
function stated(fact: JoinedRecord['facts'][number], body: BodyName): StatedFact {
  const { name, subject, value = null, asOf, countedFrom = null, countedIn = null } = fact;
  return { name, subject, value, asOf, countedFrom, countedIn, body };
}
