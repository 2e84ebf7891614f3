import { getNamedType, isEnumType, isObjectType, type GraphQLSchema } from 'graphql';
import { personIdOf } from '../../schema/contract/scalars.ts';
import type { FactEntry } from './catalogue.ts';
import type { Column } from './columns.ts';
import type { BodyDefinition, OpenBody } from './define-subgraph.ts';
import type { BodyExtract } from './import.ts';
import type { Detail } from './registry.ts';
import { extractOf } from './test-kit.ts';

export const fullHouse = '99991000001';
export const fullPerson: string = personIdOf(fullHouse, 'M1');

/**
 * A household of which the body holds something of everything: M1 has every fact with weight, M2 the sensitive ones
 * alone, of M3 every fact says no; every programme is held, and every detail has a row for each word of its enums.
 */
export function fullExtract(
  definition: BodyDefinition,
  body: OpenBody,
  isSensitive: (fact: string) => boolean,
): BodyExtract {
  const { facts, programmes } = definition.programmeFile;
  const values = (scope: string, valueOf: (fact: FactEntry) => unknown): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      facts
        .filter(({ name }) => name.startsWith(`${scope}.`))
        .flatMap((fact) => {
          const value = valueOf(fact);
          return value === undefined ? [] : [[fact.name.slice(scope.length + 1), value]];
        }),
    );
  const words = allWords(body.schema);
  const weighty = (fact: FactEntry): unknown => weightyValue(definition, fact, words);
  return extractOf({
    houseCode: fullHouse,
    members: {
      M0: values('household', weighty),
      M1: values('person', weighty),
      M2: values('person', (fact) => (isSensitive(fact.name) ? weighty(fact) : blankValue(definition, fact))),
      M3: values('person', (fact) => blankValue(definition, fact)),
    },
    identity: {
      M0: { areaCode: '500406', familyName: 'สุขใจ', address: '12 หมู่ 3' },
      M1: { citizenId: '0999900000010', name: 'นางหนึ่ง สุขใจ', relation: 'หัวหน้าครัวเรือน', birthDatePrecision: 'DAY' },
    },
    enrolments: programmes.map(({ id, target }) => ({
      member: target === 'HOUSEHOLD' ? 'M0' : 'M1',
      programme: id,
      startedOn: '2021-10-01',
      endedOn: '2022-09-30',
      thb: 100,
      period: 'MONTH',
      recordRef: `ref ${id}`,
    })),
    services: programmes.map(({ id, target }) => ({
      member: target === 'HOUSEHOLD' ? 'M0' : 'M1',
      programme: id,
      status: 'DELIVERED',
      deliveredOn: '2022-02-03',
    })),
    details: Object.fromEntries(
      definition.registry.details.map((detail) => [detail.key, rowsFor(detail, body.schema)]),
    ),
  });
}

/** First tried is first taken; each has weight. */
const candidates: readonly unknown[] = [
  true,
  33,
  3,
  2,
  1,
  2021,
  2564,
  '2001-02-03',
  'M2',
  '1001',
  '500406',
  '10',
  'interior',
  'ข้อความ',
];

function weightyValue({ registry }: BodyDefinition, fact: FactEntry, ofSchema: readonly string[]): unknown {
  const column = columnOf(registry.registers, fact.name);
  if (column === undefined) return undefined;
  const words = [...(fact.enum ?? []), ...ofSchema].filter((word) => word !== 'NONE');
  if (column.problem('ข้อความ') === undefined) return 'ข้อความ';
  return firstFit(column, [...words, ...words.map((word) => [word]), ...candidates]);
}

function blankValue({ registry }: BodyDefinition, fact: FactEntry): unknown {
  return columnOf(registry.registers, fact.name)?.blank;
}

function columnOf(registers: BodyDefinition['registry']['registers'], fact: string): Column<unknown> | undefined {
  for (const { columns, facts } of registers) {
    const name = Object.entries(facts).find(([, each]) => each === fact)?.[0];
    if (name !== undefined) return columns[name];
  }
  return undefined;
}

function firstFit(column: Column<unknown>, tried: readonly unknown[]): unknown {
  const found = tried.find((value) => column.problem(value) === undefined);
  if (found === undefined) throw new TypeError(`no candidate fits a column that ${column.problem({}) ?? ''}: add one`);
  return found;
}

/** One row for each word of each of its enums, at least one; other columns have any value that fits. */
function rowsFor(detail: Detail, schema: GraphQLSchema): readonly Readonly<Record<string, unknown>>[] {
  const words = allWords(schema);
  const fits = Object.entries(detail.columns).map(([name, column]) => {
    const fitting = words.filter((word) => column.problem(word) === undefined);
    // Free text takes any word: only a column that refuses other text is an enum.
    const isEnum = fitting.length > 0 && column.problem('ข้อความ') !== undefined;
    return [name, isEnum ? fitting : [firstFit(column, candidates)]] as const;
  });
  const count = Math.max(1, ...fits.map(([, values]) => values.length));
  return Array.from({ length: count }, (_, at) => ({
    ...(detail.of === 'person' && { member: 'M1' }),
    ...Object.fromEntries(fits.map(([name, values]) => [name, values[at % values.length]])),
  }));
}

function allWords(schema: GraphQLSchema): readonly string[] {
  const words = Object.values(schema.getTypeMap()).flatMap((type) =>
    isEnumType(type) && !type.name.startsWith('_') ? type.getValues().map(({ name }) => name) : [],
  );
  return [...new Set(words)];
}

/** Everything that can be asked of a type, down to other entities and to the catalogue. */
export function wholeSelection(
  schema: GraphQLSchema,
  typeName: string,
  without: ReadonlySet<string> = new Set(),
): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new TypeError(`${typeName} is no object type`);
  const parts = Object.values(type.getFields())
    .filter((field) => !without.has(field.name))
    .map((field) => {
      const named = getNamedType(field.type);
      if (!isObjectType(named)) return field.name;
      return `${field.name} ${keysOf[named.name] ?? wholeSelection(schema, named.name)}`;
    });
  return `{ ${parts.join(' ')} }`;
}

/** Where a selection ends. */
const keysOf: Readonly<Record<string, string>> = {
  Person: '{ personId }',
  Household: '{ houseCode }',
  Programme: '{ id }',
  Body: '{ code }',
};
