import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { z } from 'zod';
import { recordField } from '../../schema/contract/bodies.ts';
import type { FactEntry } from './catalogue.ts';
import type { BodyDefinition } from './define-subgraph.ts';
import { extractOf, openForTest, type ExtractWords, type TestBody } from './test-kit.ts';

/** What the dictionary alone does not say about a body's facts. */
export interface FactChoices {
  /** Values that a fact may take, where its type in the dictionary is too wide: `{ 'person.ssoSection': [33, 39, 40] }`. */
  readonly values?: Readonly<Record<string, readonly unknown[]>>;
  /** Facts with `derivedFrom` that are stored as given all the same. */
  readonly stated?: readonly string[];
  /** Facts without `derivedFrom` that the body computes all the same, for example from the key. */
  readonly computed?: readonly string[];
  /** What a body's tables demand besides facts, the same for every household. */
  readonly identity?: NonNullable<ExtractWords['identity']>;
}

/**
 * Loads random households and asserts that every fact the body states comes back as it went in: a value as that value,
 * null as null, an absent one not at all. Facts come from the body's programmes.json, so a fact without a column fails.
 */
export async function roundTripsEveryFact(definition: BodyDefinition, choices: FactChoices = {}): Promise<void> {
  const stated = definition.programmeFile.facts.filter(
    ({ name, derivedFrom }) =>
      (derivedFrom === undefined && choices.computed?.includes(name) !== true) || choices.stated?.includes(name),
  );
  assert.ok(stated.length > 0, `${definition.name} states no fact`);
  const test = await openForTest(definition);
  try {
    await fc.assert(
      fc.asyncProperty(fc.tuple(household(stated, choices), household(stated, choices)), async (households) => {
        await test.load(
          ...households.map((members, at) =>
            extractOf({ houseCode: houseCodes[at] ?? '', members, identity: choices.identity ?? {} }),
          ),
        );
        assert.deepEqual(await statedFacts(test, stated), expectedFacts(households));
      }),
      { numRuns: 60 },
    );
  } finally {
    await test.close();
  }
}

type Household = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const houseCodes = ['99991000001', '99991000002'] as const;

const people = ['M1', 'M2', 'M3'];

/** Members with any of the facts left out; a third of the given ones are null. */
function household(stated: readonly FactEntry[], choices: FactChoices): fc.Arbitrary<Household> {
  const subject = (scope: string): fc.Arbitrary<Record<string, unknown>> =>
    fc.record(
      Object.fromEntries(
        stated
          .filter(({ name }) => name.startsWith(`${scope}.`))
          .map((fact) => [fact.name.slice(scope.length + 1), fc.option(valueOf(fact, choices), { freq: 2 })]),
      ),
      { requiredKeys: [] },
    );
  return fc
    .tuple(subject('household'), fc.array(subject('person'), { minLength: 1, maxLength: people.length }))
    .map(([house, persons]) => ({
      M0: house,
      ...Object.fromEntries(persons.map((person, at) => [people[at] ?? '', person])),
    }));
}

function valueOf(fact: FactEntry, { values }: FactChoices): fc.Arbitrary<unknown> {
  const chosen = values?.[fact.name];
  return chosen === undefined ? byType[fact.type](fact.enum ?? []) : fc.constantFrom(...chosen);
}

const someNumber = (): fc.Arbitrary<number> => fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4);

const byType: Readonly<Record<FactEntry['type'], (words: readonly string[]) => fc.Arbitrary<unknown>>> = {
  bool: () => fc.boolean(),
  enum: (words) => fc.constantFrom(...words),
  list: (words) => fc.subarray([...words]),
  int: () => fc.integer({ min: 0, max: 3 }),
  number: someNumber,
  money: someNumber,
  percent: someNumber,
  date: () => fc.constantFrom('1932-06-24', '2020-02-29', '2022-08-10'),
  string: () => fc.constantFrom('ก', 'ชุมชนริมคลอง', 'A 1/2', '"quoted"'),
};

/** What the body states of the two houses; facts that it derives are not compared. */
async function statedFacts(test: TestBody, stated: readonly FactEntry[]): Promise<readonly string[]> {
  const names = new Set(stated.map(({ name }) => name));
  const field = recordField(test.body.name);
  const records = await Promise.all(
    houseCodes.map((houseCode) => test.record(houseCode, `{ ${field} { facts { name subject value } } }`)),
  );
  return records
    .flatMap((record) => answered.parse(record)[field]?.facts ?? [])
    .filter(({ name }) => names.has(name))
    .map(({ name, subject, value }) => line(subject, name, value))
    .toSorted();
}

const answered = z.record(
  z.string(),
  z.object({ facts: z.array(z.object({ name: z.string(), subject: z.string(), value: z.unknown() })) }),
);

function expectedFacts(households: readonly Household[]): readonly string[] {
  return households
    .flatMap((members, at) =>
      Object.entries(members).flatMap(([member, values]) => {
        const [scope, suffix] = member === 'M0' ? ['household', ''] : ['person', `-${member}`];
        const subject = `${houseCodes[at] ?? ''}${suffix}`;
        return Object.entries(values).map(([name, value]) => line(subject, `${scope}.${name}`, value));
      }),
    )
    .toSorted();
}

/** Lists are sets: their order is the registry's own. */
function line(subject: string, name: string, value: unknown): string {
  return `${subject} ${name} ${JSON.stringify(Array.isArray(value) ? value.map(String).toSorted() : value)}`;
}
