import * as fc from 'fast-check';
import {
  buildSchema,
  executeSync,
  getNamedType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  isAbstractType,
  isCompositeType,
  isIntrospectionType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

export const testSchema = buildSchema(`
  type Query {
    open: Int
    house(id: ID, filter: Filter): House
    houses: [House]
    person: Person
    record: Record
    records(kind: String): [Record]
    thing: Thing
  }
  input Filter { area: String, secret: String, nested: Filter, list: [Filter!] }
  enum Level { LOW HIGH }
  interface Node { id: ID }
  interface Record { id: ID, facts(kind: String): [Fact], house: House }
  type House implements Node { id: ID, code: String, income(of: Int): Int, level: Level, owner: Person, health: Health, labour: Labour, records: [Record] }
  type Person implements Node { id: ID, name: String, house: House, things: [Thing] }
  type Health implements Node & Record { id: ID, facts(kind: String): [Fact], house: House, illness: String }
  type Labour implements Record { id: ID, facts(kind: String): [Fact], house: House, wage: Int }
  type Fact { name: String, value: String, of: Thing }
  union Thing = Health | Labour | Person
`);

/** Every coordinate of the schema that a rule can stand on. */
export function coordinatesOfTests(): readonly string[] {
  return Object.values(testSchema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && type.name !== 'Query' && type.name !== 'Boolean')
    .flatMap((type) => [type.name, ...membersOf(type)])
    .concat(['Query.house', 'Query.record', 'Query.records(kind:)', 'Query.house(filter:)']);
}

function membersOf(type: GraphQLNamedType): readonly string[] {
  if (type instanceof GraphQLInputObjectType)
    return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
  if (!(type instanceof GraphQLObjectType) && !(type instanceof GraphQLInterfaceType)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    `${type.name}.${field.name}`,
    ...field.args.map((argument) => `${type.name}.${field.name}(${argument.name}:)`),
  ]);
}

/** Operations with aliases, arguments, inline and named fragments on every type that fits; nearly all are valid. */
export const operations: fc.Arbitrary<string> = fc.infiniteStream(fc.nat({ max: 10_000 })).map((stream) => {
  const writer = new OperationWriter(stream);
  return writer.write();
});

class OperationWriter {
  readonly #numbers: Iterator<number>;
  readonly #fragments: string[] = [];
  #aliases = 0;

  constructor(numbers: Iterator<number>) {
    this.#numbers = numbers;
  }

  write(): string {
    const root = testSchema.getQueryType();
    const set = root ? this.#set(root, 4) : '{ open }';
    return `query Q ${set} ${this.#fragments.join(' ')}`;
  }

  #pick(below: number): number {
    const { value, done } = this.#numbers.next();
    return done === true ? 0 : value % below;
  }

  #set(type: GraphQLCompositeType, depth: number): string {
    const parts = Array.from({ length: 1 + this.#pick(4) }, () => this.#selection(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    if (depth > 0 && this.#pick(4) === 0) return this.#fragment(type, depth - 1);
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const field = fields[this.#pick(fields.length + 1)];
    if (field === undefined) return '__typename';
    const returned = getNamedType(field.type);
    if (isCompositeType(returned) && depth === 0) return '__typename';
    this.#aliases += 1;
    const alias = this.#pick(12) === 0 ? `__typename${this.#aliases}` : `x${this.#aliases}`;
    const set = isCompositeType(returned) ? this.#set(returned, depth - 1) : '';
    return `${alias}: ${field.name}${this.#arguments(field.args.map(({ name }) => name))} ${set}`;
  }

  #arguments(names: readonly string[]): string {
    const given = names.filter(() => this.#pick(2) === 0);
    if (given.length === 0) return '';
    return `(${given.map((name) => `${name}: ${this.#value(name)}`).join(', ')})`;
  }

  #value(name: string): string {
    if (name === 'of') return '1';
    if (name !== 'filter') return '"v"';
    const inputs = [
      '{ area: "v" }',
      '{ secret: "v" }',
      '{ nested: { secret: null } }',
      '{ list: [{ area: "v" }, { secret: "v" }] }',
    ];
    return inputs[this.#pick(inputs.length)] ?? 'null';
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const others = Object.values(testSchema.getTypeMap()).filter(
      (each): each is GraphQLCompositeType =>
        isCompositeType(each) && !isIntrospectionType(each) && overlap(type, each),
    );
    const condition = others[this.#pick(others.length)] ?? type;
    const set = this.#set(condition, depth);
    if (this.#pick(2) === 0) return `... on ${condition.name} ${set}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${condition.name} ${set}`);
    return this.#pick(3) === 0 ? `...${name} ...${name} @skip(if: false)` : `...${name}`;
  }
}

function namesOf(type: GraphQLCompositeType): readonly string[] {
  return isAbstractType(type) ? testSchema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
}

function overlap(one: GraphQLCompositeType, other: GraphQLCompositeType): boolean {
  return namesOf(one).some((name) => namesOf(other).includes(name));
}

export interface NaiveDecisions {
  /** `path coordinate` of every field that may be seen, `__typename` aside. */
  readonly allowed: readonly string[];
  readonly denied: readonly string[];
}

/** The slow and obvious decision: for every field in turn, every type of the schema is asked whether it has a say. */
export function naiveWalk(document: DocumentNode, isUnmet: (coordinate: string) => boolean): NaiveDecisions {
  const fragments = document.definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  const [operation] = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const allowed = new Set<string>();
  const denied = new Set<string>();

  function visitSet(set: SelectionSetNode, parent: string, possible: readonly string[], path: string): void {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        visitField(node, parent, possible, path);
        continue;
      }
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT ? node : fragments.find(({ name }) => name.value === node.name.value);
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition?.name.value ?? parent;
      visitSet(
        fragment.selectionSet,
        condition,
        possible.filter((name) => namesOf(composite(condition)).includes(name)),
        path,
      );
    }
  }

  function visitField(node: FieldNode, parent: string, possible: readonly string[], outer: string): void {
    const name = node.name.value;
    if (name === '__typename') return;
    const path = `${outer}${node.alias?.value ?? name}`;
    const entry = `${path} ${parent}.${name}`;
    const returned = returnedBy(parent, name);
    if ([...coordinatesAt(node, parent, possible), returned.name].some(isUnmet)) {
      denied.add(entry);
      return;
    }
    allowed.add(entry);
    if (node.selectionSet && isCompositeType(returned))
      visitSet(node.selectionSet, returned.name, namesOf(returned), `${path}.`);
  }

  if (operation?.kind === Kind.OPERATION_DEFINITION) visitSet(operation.selectionSet, 'Query', ['Query'], '');
  return { allowed: [...allowed].toSorted(), denied: [...denied].toSorted() };
}

function composite(name: string): GraphQLCompositeType {
  const type = testSchema.getType(name);
  if (!isCompositeType(type)) throw new TypeError(`${name} has no fields`);
  return type;
}

function returnedBy(parent: string, name: string): GraphQLNamedType {
  const type = composite(parent);
  const field = 'getFields' in type ? type.getFields()[name] : undefined;
  if (field === undefined) throw new TypeError(`${parent}.${name} is not there`);
  return getNamedType(field.type);
}

function coordinatesAt(node: FieldNode, parent: string, possible: readonly string[]): readonly string[] {
  const standing = [parent, ...possible];
  const name = node.name.value;
  const asked = Object.values(testSchema.getTypeMap()).filter(
    (type) =>
      standing.includes(type.name) ||
      (type instanceof GraphQLInterfaceType &&
        type.getFields()[name] !== undefined &&
        standing.some((each) => {
          const other = composite(each);
          return 'getInterfaces' in other && other.getInterfaces().includes(type);
        })),
  );
  const given = node.arguments ?? [];
  return asked
    .flatMap((type) => [
      type.name,
      `${type.name}.${name}`,
      ...given.map((argument) => `${type.name}.${name}(${argument.name.value}:)`),
    ])
    .concat(given.flatMap((argument) => inputCoordinates(argument.name.value, argument.value)));
}

function inputCoordinates(argument: string, value: ValueNode): readonly string[] {
  if (argument !== 'filter') return [{ id: 'ID', of: 'Int' }[argument] ?? 'String'];
  if (value.kind === Kind.LIST) return value.values.flatMap((each) => inputCoordinates('filter', each));
  if (value.kind !== Kind.OBJECT) return ['Filter'];
  return [
    'Filter',
    ...value.fields.flatMap(({ name, value: inner }) => [
      `Filter.${name.value}`,
      ...(name.value === 'nested' || name.value === 'list' ? inputCoordinates('filter', inner) : ['String']),
    ]),
  ];
}

/** Executes an operation over objects whose types follow from the seed, and lists what was resolved. */
export function executedCoordinates(document: DocumentNode, seed: number): readonly string[] {
  const seen = new Set<string>();
  let turn = seed;
  executeSync({
    schema: testSchema,
    document,
    typeResolver: (_value, _context, _info, type) => {
      const names = namesOf(type);
      turn = (turn * 31 + 7) % 1_000_003;
      return names[turn % names.length];
    },
    fieldResolver: (_source, given: Readonly<Record<string, unknown>>, _context, info) => {
      const { parentType, fieldName, returnType } = info;
      seen.add(parentType.name).add(`${parentType.name}.${fieldName}`).add(getNamedType(returnType).name);
      for (const name of Object.keys(given)) seen.add(`${parentType.name}.${fieldName}(${name}:)`);
      if (String(returnType).startsWith('[')) return [{}, {}];
      return isCompositeType(getNamedType(returnType)) ? {} : null;
    },
  });
  return [...seen];
}
