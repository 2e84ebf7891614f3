import { ageAtFiscalYearStart, oldAgeStart } from '../../_kit/calendar.ts';
import type { RuleContext } from '../../_kit/rules/evaluate.ts';
import type { FactValue } from '../../_kit/rules/fact-clock.ts';
import type { StatedFact } from '../../_kit/rules/facts.ts';
import { personIdOf } from '../../../schema/contract/scalars.ts';
import type { Facts, HouseDraft, PersonDraft } from './draft.ts';

/** A household as rules see it, by the facts that are stated so far. */
export function contextOf(house: HouseDraft): RuleContext {
  const { houseCode, people } = house;
  const idOf = ({ member }: PersonDraft): string => personIdOf(houseCode, member);
  const tables = people.map(
    (person) => [idOf(person), tableOf('person.', person.facts, derivedOf(person, house))] as const,
  );
  return {
    houseCode,
    members: people.map(idOf),
    living: new Map(people.map((person) => [idOf(person), person.role === 'DECEASED' ? 'FALSE' : 'TRUE'])),
    facts: new Map([[houseCode, tableOf('household.', house.facts, {})], ...tables]),
  };
}

/** Facts that bodies derive and rules read. */
function derivedOf({ age, months, birthDate }: PersonDraft, { asOf }: HouseDraft): Facts {
  return {
    ageYears: age,
    ageMonths: months,
    ageAtFiscalYearStart: ageAtFiscalYearStart(birthDate, asOf),
    oldAgeStartReached: asOf >= oldAgeStart(birthDate),
  };
}

/** Derived facts first: a fact that is stated by its own name counts more. */
function tableOf(prefix: string, facts: Facts, derived: Facts): ReadonlyMap<string, StatedFact> {
  const table = new Map<string, StatedFact>();
  for (const source of [derived, facts]) {
    for (const key of Object.keys(source)) table.set(prefix + key, stated(prefix + key, source[key]));
  }
  return table;
}

function stated(name: string, value: unknown): StatedFact {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the generator states only values of the dictionary
  return { name, subject: '', body: 'interior', asOf: null, value: value as FactValue | null };
}
