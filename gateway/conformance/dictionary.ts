import { readRowRules, type RowRules } from '../../schema/contract/access-rows.ts';
import { listOf, member, objectsOf } from './json.ts';

/** What the catalogue says of the body under test: its facts and their types, its programmes, who may see which. */
export interface Dictionary {
  /** Why the value does not fit the fact, or undefined. Null always fits. A fact of another body, or of none, does not. */
  readonly problemOf: (fact: string, value: unknown) => string | undefined;
  readonly isProgramme: (id: string) => boolean;
  readonly rules: RowRules;
}

/** From a catalogue in the shape of schema/programmes.json. */
export function dictionaryOf(catalogue: unknown, body: string): Dictionary {
  const facts = new Map(
    objectsOf(member(catalogue, 'facts'))
      .filter((fact) => fact['ownerBody'] === body)
      .map((fact) => [fact['name'], fact]),
  );
  const programmes = new Set(
    objectsOf(member(catalogue, 'programmes'))
      .filter((programme) => programme['body'] === body)
      .map(({ id }) => id),
  );
  return {
    rules: readRowRules(catalogue),
    isProgramme: (id) => programmes.has(id),
    problemOf: (name, value) => {
      const fact = facts.get(name);
      if (fact === undefined) return `is no fact of ${body}`;
      return value === null || fits(String(fact['type']), value, listOf(fact['enum']))
        ? undefined
        : `must be ${String(fact['type'])} or null`;
    },
  };
}

function fits(type: string, value: unknown, words: readonly unknown[]): boolean {
  switch (type) {
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return Number.isSafeInteger(value);
    case 'number':
    case 'money':
    case 'percent':
      return Number.isFinite(value);
    case 'enum':
      return words.includes(value);
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
    case 'list':
      return Array.isArray(value) && value.every((word) => typeof word === 'string');
    default:
      return typeof value === 'string';
  }
}
