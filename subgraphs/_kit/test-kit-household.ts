import { getNamedType, isEnumType, isObjectType, type GraphQLSchema } from 'graphql';
import { personIdOf } from '../../schema/contract/scalars.ts';
import type { FactEntry } from './catalogue.ts';
import type { Column } from './columns.ts';
import type { BodyDefinition, OpenBody } from './define-subgraph.ts';
import type { BodyExtract } from './import.ts';
import type { Detail } from './registry.ts';
import { extractOf, type ExtractWords } from './test-kit.ts';

export const fullHouse = '99991000001';
/** See `hiddenExtract`. */
export const hiddenHouse = '99991000002';
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
  const values = valuesOf(definition, allWords(body.schema));
  return extractOf({
    houseCode: fullHouse,
    members: {
      M0: values('household', () => true),
      M1: values('person', () => true),
      M2: values('person', isSensitive),
      M3: values('person', () => false),
    },
    identity: {
      M0: { areaCode: '500406', familyName: 'สุขใจ', address: '12 หมู่ 3' },
      M1: { citizenId: '0999900000010', name: 'นางหนึ่ง สุขใจ', relation: 'หัวหน้าครัวเรือน', birthDatePrecision: 'DAY' },
    },
    ...ledgersOf(definition, () => true),
    details: Object.fromEntries(
      definition.registry.details.map((detail) => [detail.key, rowsFor(detail, body.schema)]),
    ),
  });
}

/** A household of which the body holds nothing but what is sensitive: facts, and programmes that reveal one. */
export function hiddenExtract(
  definition: BodyDefinition,
  body: OpenBody,
  is: { readonly sensitive: (fact: string) => boolean; readonly revealing: (programme: string) => boolean },
): BodyExtract {
  const values = valuesOf(definition, allWords(body.schema));
  return extractOf({
    houseCode: hiddenHouse,
    members: { M0: values('household', is.sensitive), M1: values('person', is.sensitive) },
    identity: { M0: { areaCode: '500406', familyName: 'สุขใจ' } },
    ...ledgersOf(definition, is.revealing),
  });
}

type Values = (scope: string, isWeighty: (fact: string) => boolean) => Readonly<Record<string, unknown>>;

/** Facts of a person or household by their short names: with weight, or as the registry says of somebody unknown to it. */
function valuesOf(definition: BodyDefinition, words: readonly string[]): Values {
  return (scope, isWeighty) =>
    Object.fromEntries(
      definition.programmeFile.facts
        .filter(({ name }) => name.startsWith(`${scope}.`))
        .map((fact) => {
          const valueOf = isWeighty(fact.name) ? weightyValue(definition, fact, words) : blankValue(definition, fact);
          return [fact.name.slice(scope.length + 1), valueOf] as const;
        })
        .filter(([, value]) => value !== undefined),
    );
}

function ledgersOf(
  { programmeFile: { programmes } }: BodyDefinition,
  isHeld: (programme: string) => boolean,
): Pick<ExtractWords, 'enrolments' | 'services'> {
  const held = programmes
    .filter(({ id }) => isHeld(id))
    .map(({ id, target }) => ({ member: target === 'HOUSEHOLD' ? 'M0' : 'M1', programme: id }));
  const money = { startedOn: '2021-10-01', endedOn: '2022-09-30', thb: 100, period: 'MONTH' };
  return {
    enrolments: held.map((line) => ({ ...line, ...money, recordRef: `ref ${line.programme}` })),
    services: held.map((line) => ({ ...line, status: 'DELIVERED', deliveredOn: '2022-02-03' })),
  };
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
