import { readFileSync } from 'node:fs';
import type { BodyName } from '../../schema/contract/bodies.ts';
import { personIdOf } from '../../schema/contract/scalars.ts';
import type { CivilDate } from '../../subgraphs/_kit/calendar.ts';
import type { CountedIn, FactValue } from '../../subgraphs/_kit/rules/fact-clock.ts';
import type { StatedFact } from '../../subgraphs/_kit/rules/facts.ts';
import type { Catalogue } from '../../subgraphs/_kit/rules/programme.ts';
import type { HouseholdCase } from '../../subgraphs/_kit/rules/screen.ts';

type Extract = Readonly<Record<string, FactValue | null>>;

interface ExpectedDue {
  readonly member: string;
  readonly programme: string;
  readonly thb: number | null;
  readonly period: string | null;
  readonly received: boolean;
}

interface ExpectedItem {
  readonly member: string;
  readonly programme: string;
}

/** One worked household of worked-cases.json. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly asOf: CivilDate;
  readonly household: Extract & { readonly houseCode: string };
  readonly members: readonly (Extract & { readonly member: string; readonly birthDate: CivilDate })[];
  readonly dependants: readonly string[];
  readonly enrolments: readonly { readonly member: string; readonly programme: string; readonly body: BodyName }[];
  readonly expected: {
    readonly due: readonly ExpectedDue[];
    readonly gap: readonly ExpectedItem[];
    readonly referrals: readonly ExpectedItem[];
    readonly unknown: readonly (ExpectedItem & { readonly missing: readonly string[] })[];
    readonly notInForce: readonly string[];
    readonly overPaid: readonly (ExpectedItem & { readonly thb: number })[];
    readonly totals: Readonly<Record<string, number>>;
    readonly level: number;
  };
}

/** Facts that every body derives from a birth date, never stores. */
const birthClocks: readonly (readonly [name: string, countedIn: CountedIn])[] = [
  ['ageYears', 'YEARS'],
  ['ageMonths', 'MONTHS'],
  ['ageAtFiscalYearStart', 'YEARS_AT_FISCAL_YEAR_START'],
  ['oldAgeStartReached', 'OLD_AGE_START'],
];

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}

/** `M0` is the household. */
export function subjectOf(scenario: Scenario, member: string): string {
  const { houseCode } = scenario.household;
  return member === 'M0' ? houseCode : personIdOf(houseCode, member);
}

/**
 * An extract as the thirteen bodies would state it, all of them having answered. What follows from a birth date is
 * computed from it and the extract's own figure is thrown away.
 */
export function caseOf(scenario: Scenario, catalogue: Catalogue): HouseholdCase {
  const { household, members, asOf } = scenario;
  const owners = new Map(catalogue.facts.map((fact) => [fact.name, fact.ownerBody]));
  const state = (name: string, subject: string, value: FactValue | null): StatedFact[] => {
    const body = owners.get(name);
    return body === undefined ? [] : [{ name, subject, value, body, asOf: `${asOf}T00:00:00Z` }];
  };
  const ofHouse = Object.entries(household).flatMap(([key, value]) =>
    state(`household.${key}`, household.houseCode, value),
  );
  const ofMembers = members.flatMap((extract) => {
    const subject = subjectOf(scenario, extract.member);
    const stated = Object.entries(extract).flatMap(([key, value]) => state(`person.${key}`, subject, value));
    const derived = birthClocks.flatMap(([key, countedIn]) =>
      state(`person.${key}`, subject, null).map((fact) => ({ ...fact, countedFrom: extract.birthDate, countedIn })),
    );
    return [...stated, ...derived];
  });
  return {
    asOf,
    houseCode: household.houseCode,
    members: members.map(({ member }) => subjectOf(scenario, member)),
    facts: [...ofHouse, ...ofMembers],
    enrolments: scenario.enrolments.map(({ member, programme, body }) => ({
      programme,
      body,
      subject: subjectOf(scenario, member),
    })),
    answers: new Map(catalogue.facts.map((fact) => [fact.ownerBody, 'ANSWERED' as const])),
  };
}
