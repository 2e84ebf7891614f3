import { Kind, type ConstDirectiveNode, type EnumTypeDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyNames, recordField, type BodyName } from '../../schema/contract/bodies.ts';
import { roles, type Role } from '../../schema/contract/identity.ts';
import { discoverSubgraphs, type Subgraphs } from '../../gateway/app/subgraphs.ts';
import { accessFor, openForTest, type TestBody } from '../../subgraphs/_kit/test-kit.ts';
import {
  fullExtract,
  fullHouse,
  fullPerson,
  hiddenExtract,
  hiddenHouse,
  wholeSelection,
} from '../../subgraphs/_kit/test-kit-household.ts';
import catalogue from '../../schema/programmes.json' with { type: 'json' };

// What each role sees of each body, worked out here from the directives and the dictionary alone, with none of the code
// that enforces them: another reading of the same rules.

const categories = ['health', 'disability', 'security', 'child-protection', 'hardship'];

const scopeSets: readonly (readonly string[])[] = [
  [],
  ...categories.map((category) => [`sensitive:${category}`]),
  ['sensitive:health', 'sensitive:disability', 'sensitive:hardship', 'identity:full'],
  ['sensitive:*'],
  ['sensitive:*', 'identity:full'],
];

interface Asker {
  readonly role: Role;
  readonly body: BodyName | null;
  readonly scopes: readonly string[];
}

function askersOf(body: BodyName): readonly Asker[] {
  const another = bodyNames.find((name) => name !== body) ?? null;
  return roles.flatMap((role) =>
    (role === 'body-officer' ? [body, another] : [null]).flatMap((ofBody) =>
      scopeSets.map((scopes) => ({ role, body: ofBody, scopes })),
    ),
  );
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers are walked as the schema says
type Json = any;

let subgraphs: Subgraphs;

beforeAll(async () => {
  subgraphs = await discoverSubgraphs();
});

describe.each(bodyNames)('what %s shows', (name) => {
  it('is what the directives and the dictionary allow, for every role with and without each scope', async () => {
    const { answers, types } = await everyAnswer(name);
    const everything = answers.find(({ asker }) => asker === null)?.data;
    expect(emptyFields(everything[0])).toEqual([]);
    for (const { asker, data, errors } of answers) {
      if (asker === null) continue;
      const view: View = { asker, body: name, types };
      expect({ asker, data }).toEqual({ asker, data: expected(everything, view) });
      const refused = data.filter((entity: Json) => entity === null).map(() => 'POLICY_DENIED');
      expect({ asker, errors }).toEqual({ asker, errors: refused });
    }
  });
});

interface Answered {
  readonly asker: Asker | null;
  readonly data: Json;
  readonly errors: readonly unknown[];
}

type Types = ReadonlyMap<string, ObjectTypeDefinitionNode | EnumTypeDefinitionNode>;

async function everyAnswer(name: BodyName): Promise<{ answers: readonly Answered[]; types: Types }> {
  const definition = subgraphs.bodies.get(name);
  if (definition === undefined) throw new TypeError(`no body ${name}`);
  const test = await openForTest(definition);
  try {
    const sensitive = (fact: string): boolean => categoriesOfFact(fact).length > 0;
    const revealing = (programme: string): boolean => categoriesOfProgramme(programme).length > 0;
    await test.load(
      fullExtract(definition, test.body, sensitive),
      hiddenExtract(definition, test.body, { sensitive, revealing }),
    );
    const text = questionOf(test, name);
    const keys = [
      { __typename: 'Household', houseCode: fullHouse },
      { __typename: 'Household', houseCode: hiddenHouse },
      ...(name === 'interior' ? [{ __typename: 'Person', personId: fullPerson }] : []),
    ];
    const answers: Answered[] = [];
    for (const asker of [null, ...askersOf(name)]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, over one store
      const { data, errors } = await test.query(text, { keys }, asker === null ? undefined : accessFor(asker));
      answers.push({
        asker,
        data: (data as Json)._entities,
        errors: errors.map(({ extensions }) => extensions?.['code']),
      });
    }
    const types = new Map(
      definition.typeDefs.definitions.flatMap((each) =>
        each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.ENUM_TYPE_DEFINITION
          ? [[each.name.value, each] as const]
          : [],
      ),
    );
    return { answers, types };
  } finally {
    await test.close();
  }
}

/** Every field of the record and, of the interior, of the household and its persons. `__typename` names what is read. */
function questionOf({ body: { schema } }: TestBody, name: BodyName): string {
  const keys = new Set(['houseCode', 'personId', 'household', recordField(name)]);
  const own = wholeSelection(schema, 'Household', keys).slice(1, -1);
  const record = wholeSelection(schema, recordTypeOf(name));
  const person = name === 'interior' ? `... on Person ${wholeSelection(schema, 'Person', keys)}` : '';
  return `query ($keys: [_Any!]!) { _entities(representations: $keys) {
    __typename ... on Household { ${own} ${recordField(name)} ${record} } ${person} } }`;
}

function recordTypeOf(name: BodyName): string {
  return `${recordField(name).charAt(0).toUpperCase()}${recordField(name).slice(1)}Record`;
}

/** Fields that nobody could be shown, since the household was loaded without them. */
function emptyFields(answer: Json, path = ''): readonly string[] {
  if (Array.isArray(answer)) {
    if (answer.length === 0) return [path];
    const found = answer.map((each) => new Set(emptyFields(each, path)));
    return [...(found[0] ?? [])].filter((field) => found.every((each) => each.has(field)));
  }
  if (answer === null) return neverKnown.has(path.slice(path.lastIndexOf('.') + 1)) ? [] : [path];
  if (typeof answer !== 'object') return [];
  return Object.entries(answer).flatMap(([field, value]) => emptyFields(value, `${path}.${field}`));
}

/** No column of a ledger; not for every area; not of facts that stand still. */
const neverKnown = new Set(['maxThb', 'nameEn', 'countedFrom', 'countedIn']);

interface View {
  readonly asker: Asker;
  readonly body: BodyName;
  readonly types: Types;
}

function expected(entities: Json, view: View): Json {
  return entities.map((entity: Json) => {
    const { __typename: typeName } = entity;
    const shown = shownObject(entity, typeName, false, view);
    // Only who may read nothing of a household at all is refused a field that is never null.
    return Object.entries(shown).some(([field, value]) => field === 'members' && value === null) ? null : shown;
  });
}

function shownObject(object: Json, typeName: string, inRecord: boolean, view: View): Json {
  if (view.types.get(typeName)?.kind !== Kind.OBJECT_TYPE_DEFINITION) return object;
  const shown: Json = {};
  const isRecord = inRecord || typeName === recordTypeOf(view.body);
  for (const [field, value] of Object.entries(object)) {
    if (field === '__typename') {
      shown[field] = value;
      continue;
    }
    const found = directivesOf(typeName, field, view.types);
    const isOwnRecord = isRecord && !entityTypes.has(typeName);
    shown[field] = allows(found, isOwnRecord, view) ? shownValue(value, found, { isRecord, view }) : null;
  }
  if (typeName === 'Entitlement' && isOtherOfficer(view)) Object.assign(shown, { recordRef: '' });
  if (typeName === recordTypeOf(view.body)) shown.found = hasAnything(shown);
  return shown;
}

const entityTypes = new Set(['Household', 'Person', 'Address', 'Area']);

interface Place {
  readonly isRecord: boolean;
  readonly view: View;
}

function shownValue(value: Json, found: Found, { isRecord, view }: Place): Json {
  if (value === null) return null;
  if (Array.isArray(value)) {
    return value
      .filter((row) => mayShowRow(row, found.type, view))
      .map((row) => shownValue(row, found, { isRecord, view }));
  }
  if (typeof value === 'object') {
    if (!mayShowRow(value, found.type, view)) return null;
    const object = found.type === 'Fact' ? startHidden(value, view) : value;
    return shownObject(object, found.type, isRecord, view);
  }
  const keep = found.directives.find(({ name }) => name.value === 'mask');
  if (keep === undefined || view.asker.scopes.includes('identity:full')) return value;
  return value.replaceAll(/.(?=.{3})/gu, 'x');
}

interface Found {
  readonly directives: readonly ConstDirectiveNode[];
  readonly type: string;
}

function directivesOf(typeName: string, field: string, types: Types): Found {
  const type = types.get(typeName);
  if (type?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new TypeError(`${typeName} is no object type`);
  const node = type.fields?.find(({ name }) => name.value === field);
  if (node === undefined) throw new TypeError(`${typeName}.${field} is not there`);
  const own = (node.directives ?? []).filter(isAccess);
  const named = /\w+/u.exec(JSON.stringify(node.type, ['kind', 'type', 'name', 'value']).split('"value":"')[1] ?? '');
  return {
    directives: own.some(({ name }) => name.value !== 'mask')
      ? own
      : [...own, ...(type.directives ?? []).filter(isAccess)],
    type: named?.[0] ?? '',
  };
}

function isAccess({ name }: ConstDirectiveNode): boolean {
  return ['open', 'personal', 'sensitive', 'mask'].includes(name.value);
}

const identifying = ['NAME', 'CITIZEN_NUMBER', 'BIRTH_DATE', 'ADDRESS', 'FREE_TEXT'];

function allows({ directives }: Found, inRecord: boolean, view: View): boolean {
  const judged = directives.filter(({ name }) => name.value !== 'mask');
  return judged.length > 0 && judged.every((directive) => allowsOne(directive, inRecord, view));
}

function allowsOne({ name, arguments: given = [] }: ConstDirectiveNode, inRecord: boolean, view: View): boolean {
  if (name.value === 'open') return true;
  const words = given.flatMap(({ value }) => (value.kind === Kind.LIST ? value.values : [value]));
  const values = words.map((word) => ('value' in word ? String(word.value) : ''));
  if (name.value === 'sensitive')
    return allowsKind('DETAIL', inRecord, view) && values.every((each) => holds(each, view));
  return allowsKind(values[0] ?? 'DETAIL', inRecord, view);
}

function allowsKind(kind: string, inRecord: boolean, { asker, body }: View): boolean {
  switch (asker.role) {
    case 'caseworker':
    case 'supervisor':
      return true;
    case 'report-builder':
      return !identifying.includes(kind);
    case 'body-officer':
      return kind === 'STATUS' || !inRecord || asker.body === body;
    case 'body-developer':
    case 'auditor':
    default:
      return false;
  }
}

function holds(category: string, { asker: { scopes } }: View): boolean {
  return scopes.includes('sensitive:*') || scopes.includes(`sensitive:${category}`);
}

function isOtherOfficer({ asker, body }: View): boolean {
  return asker.role === 'body-officer' && asker.body !== body;
}

function mayShowRow(row: Json, type: string, view: View): boolean {
  if (typeof row !== 'object' || row === null) return true;
  if (type === 'Fact') return mayShowFact(row.name, view);
  if (type === 'Entitlement' || type === 'ServiceRecord')
    return categoriesOfProgramme(row.programme.id).every((each) => holds(each, view));
  return showsNoDeniedWord(row, type, view) && !betrays(row, type, view);
}

const birthdays = ['person.birthDate', 'person.daysSinceDelivery'];

function mayShowFact(name: string, view: View): boolean {
  if (isOtherOfficer(view)) return false;
  if (view.asker.role === 'report-builder' && [...birthdays, 'household.bkkCommunityName'].includes(name)) return false;
  return categoriesOfFact(name).every((each) => holds(each, view));
}

function startHidden(fact: Json, { asker }: View): Json {
  const isAge = catalogue.facts.find(({ name }) => name === fact.name)?.derivedFrom?.includes('person.birthDate');
  return isAge === true && asker.role === 'report-builder' ? { ...fact, countedFrom: null } : fact;
}

function categoriesOfFact(name: string): readonly string[] {
  const fact = catalogue.facts.find((each) => each.name === name);
  return fact === undefined || fact.category === 'open' ? [] : [fact.category];
}

function categoriesOfProgramme(id: string): readonly string[] {
  return catalogue.programmes.find((each) => each.id === id)?.sensitiveFacts.flatMap(categoriesOfFact) ?? ['nobody'];
}

/** A word of an enum with @sensitive is in the row. */
function showsNoDeniedWord(row: Json, type: string, view: View): boolean {
  return Object.entries(row).every(([field, value]) => {
    const ofField = view.types.get(directivesOf(type, field, view.types).type);
    if (ofField?.kind !== Kind.ENUM_TYPE_DEFINITION) return true;
    const word = ofField.values?.find(({ name }) => name.value === value);
    return (word?.directives ?? []).every((directive) => {
      const given = directive.arguments?.[0]?.value;
      const values = given?.kind === Kind.LIST ? given.values : given === undefined ? [] : [given];
      return values.every((each) => each.kind === Kind.STRING && holds(each.value, view));
    });
  });
}

/** Some sensitive field is hidden and nothing else in the row says anything: that it exists would tell. */
function betrays(row: Json, type: string, view: View): boolean {
  const columns = Object.entries(row).filter(
    ([, value]) => typeof value !== 'object' || value === null || Array.isArray(value),
  );
  const sensitive = columns.filter(([field]) =>
    directivesOf(type, field, view.types).directives.some(({ name }) => name.value === 'sensitive'),
  );
  if (sensitive.length === 0 || sensitive.length === columns.length) return false;
  const hidden = columns.filter(([field]) => !allows(directivesOf(type, field, view.types), true, view));
  const shown = columns.filter((column) => !hidden.includes(column));
  return (
    hidden.length > 0 &&
    shown.every(([, value]) => [null, false, 0, 'NONE'].includes(value as null) || (value as Json).length === 0)
  );
}

function hasAnything({ facts, entitlements, services }: Json): boolean {
  if (facts === null) return false;
  const weighty = facts.some(({ value }: Json) => ![null, false, 0, 'NONE'].includes(value) && value.length !== 0);
  return weighty || entitlements.length > 0 || services.length > 0;
}
