import type { Bench } from './bench.ts';
import { likeness, listOf, member, type JsonObject } from './json.ts';
import { fullReader, type Reader } from './readers.ts';
import { entitiesOf, type Reply } from './reply.ts';
import type { Sample } from './samples.ts';
import { commonSelection, entitiesQuery } from './selections.ts';
import type { Start, Subject } from './start.ts';
import type { RecordPlace, SubgraphSchema } from './subgraph-schema.ts';

/** A subgraph that answers: its schema, and the samples that it knows with what it said of each when asked alone. */
export interface Scene {
  readonly subject: Subject;
  readonly schema: SubgraphSchema;
  readonly record: RecordPlace;
  /** At least two. */
  readonly known: readonly Known[];
  /** Asks for households by their codes, with what the contract promises unless another selection is given. */
  readonly askHouses: (houseCodes: readonly unknown[], wish?: Wish) => Promise<Reply>;
}

export interface Known {
  readonly sample: Sample;
  readonly entity: JsonObject;
  readonly record: JsonObject;
  /** Equal answers have equal likenesses. */
  readonly likeness: string;
}

export interface Wish {
  readonly selection?: string;
  readonly reader?: Reader;
}

/** No registry has these. */
export const unknownHouses: readonly [string, string] = ['00000000017', '00000000028'];

/** Undefined when the first answers are not enough to build on. */
export function openScene({ subject, schema, answers }: Start, bench: Bench): Scene | undefined {
  const known = answers.flatMap(({ sample, entity, record }) =>
    entity === null || record === null ? [] : [{ sample, entity, record, likeness: likeness(entity) }],
  );
  const place = schema?.record;
  if (!schema || !place || known.length < 2) return undefined;
  return {
    subject,
    schema,
    record: place,
    known,
    askHouses: (houseCodes, { selection = commonSelection(place), reader = fullReader } = {}) =>
      bench.ask({
        query: entitiesQuery({ Household: `houseCode ${selection}` }),
        variables: { keys: houseCodes.map((houseCode) => ({ __typename: 'Household', houseCode })) },
        reader,
      }),
  };
}

/** The codes of known samples, again from the first when there are not enough. */
export function manyHouses({ known }: Scene, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => known[at % known.length]?.sample.houseCode ?? '');
}

/** How many of the answered entities are what the household was when asked alone, wherever they stand. */
export function countAlike(reply: Reply, { likeness: wanted }: Known): number {
  return (entitiesOf(reply) ?? []).filter((entity) => likeness(entity) === wanted).length;
}

/** Null, or a household without a record: of a house that the registry does not know. */
export function isUnknown(entity: unknown, { field }: RecordPlace): boolean {
  return entity === null || (entity !== undefined && (member(entity, field) ?? null) === null);
}

/** Enough of a record to tell one household's from another's. */
export const essentials = 'facts { name subject value } entitlements { id }';

/** A text that is the same for records with the same essentials. */
export function essenceOf(record: unknown): string {
  const facts = listOf(member(record, 'facts'));
  return likeness({
    facts: facts.map((fact) => ({
      name: member(fact, 'name'),
      subject: member(fact, 'subject'),
      value: member(fact, 'value'),
    })),
    entitlements: listOf(member(record, 'entitlements')).map((each) => member(each, 'id')),
  });
}
