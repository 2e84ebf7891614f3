import path from 'node:path';
import { bodyNames, type BodyName } from '../../schema/contract/bodies.ts';
import { readProgrammeFile, type FactEntry, type ProgrammeEntry, type ProgrammeFile } from '../_kit/catalogue.ts';
import { isCivilDate } from '../_kit/calendar.ts';

/** What an extract may say: which facts and programmes exist, and whose they are. */
export interface ExtractDictionary {
  /** By the key that an extract uses, without `person.`. */
  readonly personFacts: ReadonlyMap<string, ExtractFact>;
  /** By the key that an extract uses, without `household.`. */
  readonly householdFacts: ReadonlyMap<string, ExtractFact>;
  readonly programmes: ReadonlyMap<string, ExtractProgramme>;
}

export interface ExtractFact {
  /** In the dictionary, for example `person.adlScore`. */
  readonly name: string;
  readonly body: BodyName;
  /** False for a fact that is computed when asked and never stored. */
  readonly isStored: boolean;
  /** Why a value that is not null does not fit, or undefined. */
  readonly problem: (value: unknown) => string | undefined;
}

export interface ExtractProgramme {
  readonly id: string;
  readonly body: BodyName;
  readonly target: 'PERSON' | 'HOUSEHOLD';
  /** Period of the catalogue's amount, for a sum that comes without one. */
  readonly period: string | null;
}

/** Derived, and stored all the same: a parent link does not exist yet, and days are stored as the day they count from. */
const storedThoughDerived: ReadonlySet<string> = new Set([
  'person.parentSsoSection',
  'person.parentSsoMonthsIn36',
  'person.parentSso40Option3',
  'person.daysSinceDeath',
]);

/** The dictionary of the thirteen bodies' own programme files. Throws CATALOGUE_INVALID. */
export function readExtractDictionary(): ExtractDictionary {
  const folders = path.join(import.meta.dirname, '..');
  return extractDictionary(new Map(bodyNames.map((body) => [body, readProgrammeFile(body, path.join(folders, body))])));
}

export function extractDictionary(files: ReadonlyMap<BodyName, ProgrammeFile>): ExtractDictionary {
  const facts = [...files].flatMap(([body, file]) => file.facts.map((entry) => extractFact(body, entry)));
  const programmes = [...files].flatMap(([body, file]) =>
    file.programmes.map((entry) => extractProgramme(body, entry)),
  );
  return {
    personFacts: byKey(facts, 'person.'),
    householdFacts: byKey(facts, 'household.'),
    programmes: new Map(programmes.map((programme) => [programme.id, programme])),
  };
}

function byKey(facts: readonly ExtractFact[], prefix: string): ReadonlyMap<string, ExtractFact> {
  const own = facts.filter(({ name }) => name.startsWith(prefix));
  return new Map(own.map((fact) => [fact.name.slice(prefix.length), fact]));
}

function extractFact(body: BodyName, entry: FactEntry): ExtractFact {
  const isStored = entry.derivedFrom === undefined || storedThoughDerived.has(entry.name);
  return { name: entry.name, body, isStored, problem: checkOf(entry) };
}

function extractProgramme(body: BodyName, { id, target, amount }: ProgrammeEntry): ExtractProgramme {
  const period = typeof amount === 'object' && amount !== null && 'period' in amount ? amount.period : null;
  return { id, body, target, period: typeof period === 'string' ? period : null };
}

function checkOf(entry: FactEntry): ExtractFact['problem'] {
  const words = entry.enum;
  if (entry.type !== 'enum' || words === undefined) return typeChecks[entry.type];
  const known: ReadonlySet<unknown> = new Set(words);
  const problem = `must be one of ${words.join(', ')}, or null`;
  return (value) => (known.has(value) ? undefined : problem);
}

const typeChecks: Readonly<Record<FactEntry['type'], ExtractFact['problem']>> = {
  bool: check((value) => typeof value === 'boolean', 'must be true, false or null'),
  int: check(Number.isSafeInteger, 'must be a whole number or null'),
  number: check(Number.isFinite, 'must be a number or null'),
  money: check(Number.isFinite, 'must be an amount in baht or null'),
  percent: check(Number.isFinite, 'must be a percentage or null'),
  string: check((value) => typeof value === 'string', 'must be text or null'),
  enum: check((value) => typeof value === 'string', 'must be text or null'),
  date: check(isCivilDate, 'must be a date like 2022-08-10, or null'),
  list: check(
    (value) => Array.isArray(value) && value.every((word) => typeof word === 'string'),
    'must be a list of texts, or null',
  ),
};

function check(fits: (value: unknown) => boolean, problem: string): ExtractFact['problem'] {
  return (value) => (fits(value) ? undefined : problem);
}
