import { Kind, parse, print, visit } from 'graphql';
import type {
  ArgumentNode,
  ConstDirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  FieldNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  TypeNode,
} from 'graphql';

/** A required field with its arguments, `price(currency: "EUR")`, under a name of its own. */
export interface StandIn {
  readonly name: string;
  readonly arguments: readonly ArgumentNode[];
}

/** Names of the fields that one field requires, stand-ins included, by their path in plain names: `category/price`. */
export type RequiredNames = ReadonlyMap<string, string>;

export interface RequiredArguments {
  /** The supergraph with a field without arguments in place of each required one that has some. */
  readonly document: DocumentNode;
  readonly standIns: ReadonlyMap<string, StandIn>;
  /** What `typeName.fieldName` requires in the subgraph whose name in the supergraph's enum is `graph`. */
  readonly requiredNames: (typeName: string, fieldName: string, graph: string) => RequiredNames;
}

type CompositeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * The planner knows a selection by its response name. `@requires(fields: "price(currency: EUR)")` then meets another
 * `price(currency: USD)` under the same name, one of the two is lost, and a body is given the wrong price. So each such
 * field gets a stand-in in the supergraph that is planned over, `r1_price`, which required-arguments-plan.ts turns back
 * into `r1_price: price(currency: EUR)` in what the bodies are sent.
 */
export function standInForRequiredArguments(document: DocumentNode): RequiredArguments {
  const replacing = createReplacing(compositeTypes(document));
  const replaced = mapTypes(document, (type) => ({
    ...type,
    fields: (type.fields ?? []).map((field) => ({
      ...field,
      directives: (field.directives ?? []).map((directive) =>
        replacing.replaceRequires(type.name.value, field.name.value, directive),
      ),
    })),
  }));
  const { standIns, additions, required } = replacing;
  const nothing: RequiredNames = new Map();
  return {
    document: standIns.size === 0 ? document : mapTypes(replaced, (type) => withStandIns(type, additions)),
    standIns,
    requiredNames: (typeName, fieldName, graph) => required.get(`${typeName}.${fieldName} ${graph}`) ?? nothing,
  };
}

interface Replacing {
  readonly standIns: Map<string, StandIn>;
  /** For each type its stand-ins and the fields that they stand for. */
  readonly additions: Map<string, Map<string, string>>;
  readonly required: Map<string, Map<string, string>>;
  readonly replaceRequires: (typeName: string, fieldName: string, directive: ConstDirectiveNode) => ConstDirectiveNode;
}

function createReplacing(types: ReadonlyMap<string, CompositeNode>): Replacing {
  const prefix = freePrefix(types);
  const byCall = new Map<string, string>();
  const standIns: Replacing['standIns'] = new Map();
  const additions: Replacing['additions'] = new Map();
  const required: Replacing['required'] = new Map();

  function standInFor(typeName: string, field: FieldNode): string {
    const call = print({ kind: Kind.FIELD, name: field.name, arguments: field.arguments ?? [] });
    const name = byCall.get(call) ?? `${prefix}${String(byCall.size + 1)}_${field.name.value}`;
    byCall.set(call, name);
    standIns.set(name, { name: field.name.value, arguments: field.arguments ?? [] });
    for (const holder of [typeName, ...implementersOf(types, typeName)]) {
      const added = additions.get(holder) ?? new Map<string, string>();
      additions.set(holder, added.set(name, field.name.value));
    }
    return name;
  }

  function replaceIn({ selections }: SelectionSetNode, typeName: string, place: Place): SelectionSetNode {
    return {
      kind: Kind.SELECTION_SET,
      selections: selections.map((selection): SelectionNode => {
        if (selection.kind === Kind.FIELD) return replaceField(selection, typeName, place);
        if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
        const inner = selection.typeCondition?.name.value ?? typeName;
        return { ...selection, selectionSet: replaceIn(selection.selectionSet, inner, place) };
      }),
    };
  }

  function replaceField(field: FieldNode, typeName: string, place: Place): FieldNode {
    const plain = field.name.value;
    const path = [...place.path, plain];
    const name = (field.arguments ?? []).length > 0 ? standInFor(typeName, field) : plain;
    place.names.set(path.join('/'), name);
    const type = types.get(typeName)?.fields?.find((candidate) => candidate.name.value === plain)?.type;
    const { selectionSet } = field;
    return {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: name },
      ...(selectionSet && { selectionSet: replaceIn(selectionSet, namedType(type), { ...place, path }) }),
    };
  }

  function replaceRequires(typeName: string, fieldName: string, directive: ConstDirectiveNode): ConstDirectiveNode {
    const fieldSet = argumentText(directive, 'requires');
    if (directive.name.value !== 'join__field' || fieldSet === undefined) return directive;
    const names = new Map<string, string>();
    required.set(`${typeName}.${fieldName} ${argumentText(directive, 'graph') ?? ''}`, names);
    return withRequires(directive, fieldSetText(replaceIn(parseFieldSet(fieldSet), typeName, { path: [], names })));
  }

  return { standIns, additions, required, replaceRequires };
}

function withRequires(directive: ConstDirectiveNode, fieldSet: string): ConstDirectiveNode {
  return {
    ...directive,
    arguments: (directive.arguments ?? []).map((given) =>
      given.name.value === 'requires' ? { ...given, value: { kind: Kind.STRING, value: fieldSet } } : given,
    ),
  };
}

interface Place {
  readonly path: readonly string[];
  readonly names: Map<string, string>;
}

function compositeTypes(document: DocumentNode): Map<string, CompositeNode> {
  const types = new Map<string, CompositeNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      types.set(definition.name.value, definition);
    }
  }
  return types;
}

function mapTypes(document: DocumentNode, change: (type: CompositeNode) => CompositeNode): DocumentNode {
  return visit(document, { ObjectTypeDefinition: change, InterfaceTypeDefinition: change });
}

function implementersOf(types: ReadonlyMap<string, CompositeNode>, interfaceName: string): string[] {
  return [...types.values()]
    .filter(({ interfaces = [] }) => interfaces.some(({ name }) => name.value === interfaceName))
    .map(({ name }) => name.value);
}

function withStandIns(type: CompositeNode, additions: ReadonlyMap<string, ReadonlyMap<string, string>>): CompositeNode {
  const added = [...(additions.get(type.name.value) ?? [])].flatMap(([name, plain]): FieldDefinitionNode[] => {
    const field = type.fields?.find((candidate) => candidate.name.value === plain);
    return field === undefined ? [] : [{ ...field, name: { kind: Kind.NAME, value: name }, arguments: [] }];
  });
  return added.length === 0 ? type : { ...type, fields: [...(type.fields ?? []), ...added] };
}

/** A prefix with which no field of the graph begins when a number follows. */
function freePrefix(types: ReadonlyMap<string, CompositeNode>): string {
  const names = [...types.values()].flatMap(({ fields = [] }) => fields.map((field) => field.name.value));
  let prefix = 'r';
  while (names.some((name) => name.startsWith(prefix) && /^\d+_/u.test(name.slice(prefix.length)))) prefix += 'r';
  return prefix;
}

function parseFieldSet(fieldSet: string): SelectionSetNode {
  const [definition] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('A field set is a selection set');
  return definition.selectionSet;
}

/** Without the outer braces. */
function fieldSetText(selectionSet: SelectionSetNode): string {
  return selectionSet.selections.map((selection) => print(selection)).join(' ');
}

function argumentText(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((given) => given.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function namedType(type: TypeNode | undefined): string {
  if (type === undefined) return '';
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
