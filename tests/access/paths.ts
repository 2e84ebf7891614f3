import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  parse,
  visit,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Variables } from '../support/access.ts';

/** One operation of the walk; together they stand on every path. */
export interface PathOperation {
  /** The entry that its paths begin with. */
  readonly entry: string;
  readonly query: string;
  readonly variables: Variables;
}

/** Where the paths begin. */
export interface Entries {
  readonly houseCode: string;
  readonly personId: string;
  readonly citizenId: string;
  readonly areaCode: string;
}

/** Below what the gateway takes: 1,500 selections and 60 aliases. */
const maxSelections = 1_400;
const maxAliases = 40;

/**
 * Every path of the graph from Query to every field of a household, by each entry, generated from the schema. A path ends
 * where it comes to a third household or person; the catalogue's types are named by their key. Every field of a household
 * has an alias, every other one stands in a named fragment, and what all records share is asked for of their interface.
 */
export function pathOperations(schema: GraphQLSchema, entries: Entries): readonly PathOperation[] {
  const pieces = householdPieces(schema);
  const key = { keys: 'houseCode', pieces };
  const turn = { keys: 'houseCode', pieces: pieces.filter(({ joined }) => !joined) };
  const { houseCode, personId, citizenId, areaCode } = entries;
  const person = `personId ${leavesOf(schema, 'Person')}`;
  return [
    ...operations('Query.household', key, {
      head: 'query ($houseCode: HouseCode!)',
      variables: { houseCode },
      around: (inner) => `household(houseCode: $houseCode) { ${inner} }`,
    }),
    ...operations('Household.members.household', turn, {
      head: 'query ($houseCode: HouseCode!)',
      variables: { houseCode },
      around: (inner) => `household(houseCode: $houseCode) { houseCode members { ${person} household { ${inner} } } }`,
    }),
    ...operations('Query.person by personId', turn, {
      head: 'query ($personId: ID!)',
      variables: { personId },
      around: (inner) => `person(personId: $personId) { ${person} household { ${inner} } }`,
    }),
    ...operations(
      'Query.person by citizenId',
      { keys: 'houseCode', pieces: [] },
      {
        head: 'query ($citizenId: CitizenId!)',
        variables: { citizenId },
        around: (inner) => `person(citizenId: $citizenId) { ${person} household { ${inner} } }`,
      },
    ),
    ...operations('Query.households', key, {
      head: 'query ($areaCode: String)',
      variables: { areaCode },
      around: (inner) =>
        `households(filter: { areaCode: $areaCode }, first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${inner} } } }`,
    }),
  ];
}

/** A household's whole screening, in the selection that the paths use. */
export function screeningSelection(schema: GraphQLSchema): string {
  return `screening ${selectionOf(schema, objectType(schema, 'Screening'))}`;
}

interface Piece {
  readonly field: string;
  readonly selection: string;
  readonly joined: boolean;
  readonly size: number;
}

function householdPieces(schema: GraphQLSchema): readonly Piece[] {
  const household = objectType(schema, 'Household');
  return Object.values(household.getFields()).map((field) => {
    const named = getNamedType(field.type);
    const selection = isCompositeType(named) ? selectionOf(schema, objectType(schema, named.name)) : '';
    const size = sizeOf(`{ ${field.name} ${selection} }`);
    return { field: field.name, selection, joined: field.args.length > 0 || named.name === 'BodyAnswer', size };
  });
}

interface Framing {
  readonly head: string;
  readonly variables: Variables;
  readonly around: (inner: string) => string;
}

interface Packing {
  readonly keys: string;
  readonly pieces: readonly Piece[];
}

function operations(entry: string, { keys, pieces }: Packing, framing: Framing): readonly PathOperation[] {
  return packed(pieces).map((pack) => ({ entry, query: queryOf(pack, keys, framing), variables: framing.variables }));
}

function packed(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const packs: Piece[][] = [[]];
  let room = maxSelections;
  for (const piece of pieces) {
    const last = packs.at(-1);
    if (last === undefined || piece.size > room || last.length >= maxAliases) {
      packs.push([piece]);
      room = maxSelections - piece.size;
    } else {
      last.push(piece);
      room -= piece.size;
    }
  }
  return packs;
}

function queryOf(pack: readonly Piece[], keys: string, { head, around }: Framing): string {
  const written = pack.map(({ field, selection }, at) => ({ at, text: `${field}As${at}: ${field} ${selection}` }));
  const inFragments = written.filter(({ at }) => at % 2 === 0);
  const spreads = inFragments.map(({ at }) => `...Part${at}`).join(' ');
  const inline = written
    .filter(({ at }) => at % 2 === 1)
    .map(({ text }) => `... on Household { ${text} }`)
    .join('\n');
  const fragments = inFragments.map(({ at, text }) => `fragment Part${at} on Household { ${text} }`).join('\n');
  return `${head} { ${around(`${keys} ${spreads} ${inline}`)} }\n${fragments}`;
}

/** Where a path ends: the catalogue by its key, a person met on the way by what is its own and one household more. */
const ends = new Map<string, (schema: GraphQLSchema) => string>([
  ['Programme', () => '{ id }'],
  ['Body', () => '{ code }'],
  ['Area', () => '{ code }'],
  [
    'Person',
    (schema) =>
      `{ ${leavesOf(schema, 'Person')} household { houseCode areaCode address { line } members { citizenId } } }`,
  ],
  ['Household', (schema) => `{ ${leavesOf(schema, 'Household')} }`],
]);

function selectionOf(schema: GraphQLSchema, type: GraphQLObjectType): string {
  const end = ends.get(type.name);
  if (end !== undefined) return end(schema);
  const shared = new Set(type.getInterfaces().flatMap((each) => Object.keys(each.getFields())));
  const [ofAll] = type.getInterfaces();
  const own = fieldsText(
    schema,
    Object.values(type.getFields()).filter(({ name }) => !shared.has(name)),
  );
  if (ofAll === undefined || !isInterfaceType(ofAll)) return `{ ${own} }`;
  const common = fieldsText(schema, Object.values(ofAll.getFields()));
  return `{ __typename ... on ${ofAll.name} { ${common} } ... on ${type.name} { ${own} } }`;
}

function fieldsText(schema: GraphQLSchema, fields: readonly GraphQLField<unknown, unknown>[]): string {
  return fields
    .map(({ name, type }) => {
      const named = getNamedType(type);
      return isCompositeType(named) ? `${name} ${selectionOf(schema, objectType(schema, named.name))}` : name;
    })
    .join(' ');
}

function leavesOf(schema: GraphQLSchema, typeName: string): string {
  const fields = Object.values(objectType(schema, typeName).getFields());
  return fields
    .filter(({ type, args }) => !isCompositeType(getNamedType(type)) && args.length === 0)
    .map(({ name }) => name)
    .join(' ');
}

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new TypeError(`${name} is no object type`);
  return type;
}

function sizeOf(query: string): number {
  let size = 0;
  visit(parse(query), {
    Field: () => {
      size += 1;
    },
    InlineFragment: () => {
      size += 1;
    },
  });
  return size;
}

/** One operation on the shortest path from a household to a type, with everything of the type itself. */
export function operationTo(schema: GraphQLSchema, typeName: string): string {
  const target = objectType(schema, typeName);
  const way = wayTo(schema, 'Household', target.name);
  const inner = way.reduceRight(
    (below, field) => `${field} { ${rowKeys.get(field) ?? ''} ${below} }`,
    ownText(schema, target),
  );
  const house = typeName === 'Household' ? inner : `houseCode ${inner}`;
  return `query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { ${house} } }`;
}

/** What rows on the way are decided by. */
const rowKeys: ReadonlyMap<string, string> = new Map([['screening', 'programme { id } person { personId }']]);

function wayTo(schema: GraphQLSchema, from: string, to: string): readonly string[] {
  const ways = new Map<string, readonly string[]>([[from, []]]);
  for (const [name, way] of ways) {
    if (name === to) return way;
    for (const field of Object.values(objectType(schema, name).getFields())) {
      const next = getNamedType(field.type);
      if (isObjectType(next) && !ways.has(next.name)) ways.set(next.name, [...way, field.name]);
    }
  }
  throw new TypeError(`no way to ${to}`);
}

/** Leaves, and by their keys what rows are decided by. */
function ownText(schema: GraphQLSchema, type: GraphQLObjectType): string {
  const named = Object.values(type.getFields()).flatMap(({ name, type: ofField }) => {
    const end = { Programme: '{ id }', Body: '{ code }', Money: '{ thb period }' }[getNamedType(ofField).name];
    return end === undefined ? [] : [`${name} ${end}`];
  });
  return [leavesOf(schema, type.name), ...named].join(' ');
}
