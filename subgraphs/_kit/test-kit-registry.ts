import assert from 'node:assert/strict';
import { getNamedType, isEnumType, isNonNullType, isObjectType, type GraphQLObjectType } from 'graphql';
import { z } from 'zod';
import { recordField } from '../../schema/contract/bodies.ts';
import type { BodyDefinition } from './define-subgraph.ts';
import type { Detail, Registry } from './registry.ts';
import { extractOf, openForTest, type TestBody } from './test-kit.ts';

/** One full row of a detail as an extract gives it, without its member: every column has a value. */
export type SampleRow = Readonly<Record<string, unknown>>;

/**
 * Asserts of every detail of a body, by one full sample row for each key: the row comes back field by field, so does
 * each word that the schema offers for an enum, an optional column may be left out, and any other may not. The record's field must have the detail's key as its name.
 */
export async function roundTripsEveryDetail(
  definition: BodyDefinition,
  registry: Registry,
  samples: Readonly<Record<string, SampleRow>>,
): Promise<void> {
  assert.deepEqual(Object.keys(samples).toSorted(), registry.details.map(({ key }) => key).toSorted());
  const test = await openForTest(definition);
  try {
    const shapes = registry.details.map((detail) => shapeOf(test, detail, samples[detail.key] ?? {}));
    const details = Object.fromEntries(shapes.map((shape) => [shape.key, rowsOf(shape)]));
    await test.load(extractOf({ houseCode, members: { M1: {} }, details }));
    const shown = await test.record(houseCode, `{ ${field(test)} { ${shapes.map(selection).join(' ')} } }`);
    assert.deepEqual(shown, {
      [field(test)]: Object.fromEntries(shapes.map((shape) => [shape.key, shownRows(shape)])),
    });
    for (const shape of shapes) refusesMissing(test, shape);
  } finally {
    await test.close();
  }
}

/** Asserts that each fact of the body's dictionary is stated with the registry that it names there. */
export async function namesEveryRegistry(definition: BodyDefinition): Promise<void> {
  const { facts } = definition.programmeFile;
  const nulls = (scope: string): SampleRow =>
    Object.fromEntries(facts.flatMap(({ name }) => (name.startsWith(scope) ? [[name.slice(scope.length), null]] : [])));
  const test = await openForTest(definition);
  try {
    await test.load(extractOf({ houseCode, members: { M0: nulls('household.'), M1: nulls('person.') } }));
    const record = await test.record(houseCode, `{ ${field(test)} { facts { name registry } } }`);
    const expected = facts.map(({ name, registry }) => ({ name, registry }));
    assert.deepEqual(
      new Set(Object.values(namedFacts.parse(record)).flatMap((shown) => shown.facts)),
      new Set(expected),
    );
  } finally {
    await test.close();
  }
}

const namedFacts = z.record(
  z.string(),
  z.object({ facts: z.array(z.object({ name: z.string(), registry: z.string() })) }),
);

interface Shape {
  readonly key: string;
  readonly ofPerson: boolean;
  readonly sample: SampleRow;
  /** Words of the schema by column, for columns that are enums. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly optional: readonly string[];
}

const houseCode = '99991000001';

function field(test: TestBody): string {
  return recordField(test.body.name);
}

function shapeOf(test: TestBody, detail: Detail, sample: SampleRow): Shape {
  const record = test.body.schema.getType(`${field(test).replace(/^./u, (letter) => letter.toUpperCase())}Record`);
  assert.ok(isObjectType(record));
  const row = getNamedType(record.getFields()[detail.key]?.type);
  assert.ok(isObjectType(row), `the record has no field ${detail.key}`);
  const columns = Object.values(row.getFields()).filter(({ name }) => name in detail.columns);
  assert.deepEqual(Object.keys(sample).toSorted(), columns.map(({ name }) => name).toSorted());
  const demanded = columns.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
  assert.deepEqual(
    demanded.filter((name) => isOptional(detail, name)),
    [],
  );
  return {
    key: detail.key,
    ofPerson: detail.of === 'person',
    sample,
    words: wordsOf(row),
    optional: columns.map(({ name }) => name).filter((name) => isOptional(detail, name)),
  };
}

/** What the graph always shows the import always demands; not the other way, since a role may be shown a null. */
function isOptional(detail: Detail, name: string): boolean {
  return detail.columns[name]?.isOptional === true;
}

function wordsOf(row: GraphQLObjectType): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.values(row.getFields()).flatMap(({ name, type }) => {
      const named = getNamedType(type);
      return isEnumType(named) ? [[name, named.getValues().map((word) => word.name)] as const] : [];
    }),
  );
}

/** The sample, the sample without what may be left out, and the sample with each word of each enum. */
function rowsOf({ sample, words, optional, ofPerson }: Shape): readonly SampleRow[] {
  const bare = Object.fromEntries(Object.entries(sample).filter(([name]) => !optional.includes(name)));
  const worded = [...words].flatMap(([name, list]) => list.map((word) => ({ ...sample, [name]: word })));
  return [sample, bare, ...worded].map((row) => (ofPerson ? { member: 'M1', ...row } : row));
}

function shownRows(shape: Shape): readonly SampleRow[] {
  const blank = Object.fromEntries(Object.keys(shape.sample).map((name) => [name, null]));
  return rowsOf(shape).map(({ member, ...row }) => ({
    ...blank,
    ...row,
    ...(member === undefined ? {} : { person: { personId: `${houseCode}-M1` } }),
  }));
}

function selection({ key, sample, ofPerson }: Shape): string {
  return `${key} { ${Object.keys(sample).join(' ')} ${ofPerson ? 'person { personId }' : ''} }`;
}

function refusesMissing(test: TestBody, { key, sample, optional, ofPerson }: Shape): void {
  for (const name of Object.keys(sample).filter((column) => !optional.includes(column))) {
    const { [name]: _, ...rest } = sample;
    const row = ofPerson ? { member: 'M1', ...rest } : rest;
    const extract = extractOf({ members: { M1: {} }, details: { [key]: [row] } });
    const problem = `registries.${test.body.name}.${key}[0].${name}: is missing`;
    assert.throws(() => test.body.importer.rowsOf(extract), { message: problem });
  }
}
