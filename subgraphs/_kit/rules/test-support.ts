import { bodyNames } from '../../../schema/contract/bodies.ts';
import type { BodyName } from '../../../schema/contract/bodies.ts';
import type { FactValue } from './fact-clock.ts';
import type { StatedFact } from './facts.ts';
import type { FactDefinition, Programme } from './programme.ts';
import { compileCatalogue } from './screen.ts';
import type { AnswerStatus, CompiledCatalogue, Enrolment, HouseholdCase } from './screen.ts';

// A catalogue and a household of a few lines, for tests. House `H`, members `A`, `B` …

const dictionary: readonly FactDefinition[] = [
  fact('person.ageYears', 'int', 'interior'),
  fact('person.isDeceased', 'bool', 'interior'),
  fact('person.daysSinceDeath', 'int', 'interior'),
  fact('person.disabilityCard', 'bool', 'social-welfare', 'disability'),
  fact('person.adlScore', 'int', 'health', 'health'),
  fact('person.schoolEnrolled', 'bool', 'education'),
  fact('household.avgIncomePerPersonYear', 'money', 'interior'),
  fact('household.housingSecure', 'bool', 'interior'),
  fact('household.tpmapDimensions', 'list', 'prime-minister'),
];

/** A monthly cash right of 100 baht for everybody, changed at will. */
export function programmeWith(change: Partial<Programme>): Programme {
  return {
    id: 'p',
    body: 'social-welfare',
    target: 'PERSON',
    claimType: 'RIGHT',
    accessMode: 'ENROLMENT',
    benefitForm: 'CASH',
    amount: { period: 'MONTH', thb: 100 },
    rule: { const: true },
    effective: { from: null, to: null },
    conflictsWith: [],
    sensitiveFacts: [],
    ...change,
  };
}

export function catalogueOf(...programmes: readonly Partial<Programme>[]): CompiledCatalogue {
  return compileCatalogue({
    meta: { asOf: '2022-08-10', cashForms: ['CASH', 'INSURANCE'] },
    facts: dictionary,
    programmes: programmes.map(programmeWith),
  });
}

interface Told {
  readonly members?: readonly string[];
  /** `'A person.ageYears'` -> value. Each is stated by the body that owns it. */
  readonly facts?: Readonly<Record<string, FactValue | null>>;
  readonly counted?: readonly StatedFact[];
  readonly enrolments?: readonly Enrolment[];
  readonly answers?: Readonly<Partial<Record<BodyName, AnswerStatus>>>;
  readonly asOf?: string;
}

/** All bodies have answered unless told otherwise, and interior knows every member by name. */
export function householdWith({ members = ['A'], facts = {}, counted = [], ...told }: Told): HouseholdCase {
  return {
    houseCode: 'H',
    members,
    facts: [...Object.entries(facts).map(([key, value]) => stated(key, value)), ...counted],
    enrolments: told.enrolments ?? [],
    answers: new Map(bodyNames.map((name) => [name, told.answers?.[name] ?? 'ANSWERED'])),
    asOf: told.asOf ?? '2022-08-10',
  };
}

function stated(key: string, value: FactValue | null): StatedFact {
  const [subject = '', name = ''] = key.split(' ');
  const body = dictionary.find((each) => each.name === name)?.ownerBody ?? 'interior';
  return { subject, name, value, body, asOf: '2022-08-01T00:00:00Z' };
}

function fact(name: string, type: FactDefinition['type'], ownerBody: BodyName, category = 'open'): FactDefinition {
  return { name, type, ownerBody, category };
}
