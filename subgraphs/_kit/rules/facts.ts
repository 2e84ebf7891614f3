import type { BodyName } from '../../../schema/contract/bodies.ts';
import type { CivilDate } from '../calendar.ts';
import { valueAsOf } from './fact-clock.ts';
import type { CountedFact } from './fact-clock.ts';

/**
 * What a body states of one person or household. `value` null: the registry was read and has no value.
 * A fact that nobody stated is not in the list at all.
 */
export interface StatedFact extends CountedFact {
  readonly name: string;
  /** personId for `person.*`, houseCode for `household.*`. */
  readonly subject: string;
  readonly body: BodyName;
  /** How fresh the registry is (RFC 3339), null when it is not told. */
  readonly asOf: string | null;
}

/** Facts by subject, then by name. */
export type FactTable = ReadonlyMap<string, ReadonlyMap<string, StatedFact>>;

export interface FactTableOptions {
  readonly asOf: CivilDate;
  /** The one body that may assert a fact, undefined for a fact without an owner: a fact from another is left out. */
  readonly ownerOf: (fact: string) => BodyName | undefined;
}

/** Puts facts in reach, with the values that they have on `asOf`. Of two statements of one fact the later in the list counts. */
export function tabulateFacts(facts: Iterable<StatedFact>, options: FactTableOptions): FactTable {
  const table = new Map<string, Map<string, StatedFact>>();
  for (const fact of facts) {
    const owner = options.ownerOf(fact.name);
    if (owner !== undefined && owner !== fact.body) continue;
    const value = valueAsOf(fact, options.asOf);
    const ofSubject = table.get(fact.subject) ?? new Map<string, StatedFact>();
    table.set(fact.subject, ofSubject.set(fact.name, value === fact.value ? fact : { ...fact, value }));
  }
  return table;
}

export function readFact(table: FactTable, name: string, subject: string): StatedFact | undefined {
  return table.get(subject)?.get(name);
}
