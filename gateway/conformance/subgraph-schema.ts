import {
  Kind,
  parse,
  specifiedScalarTypes,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeNode,
} from 'graphql';
import { accessRules, type AccessRules } from '../../schema/contract/access-rules.ts';

/** One type of the subgraph, with its extensions. */
export interface TypeShape {
  readonly kind: 'OBJECT' | 'INTERFACE' | 'UNION' | 'ENUM' | 'SCALAR' | 'INPUT';
  readonly fields: ReadonlyMap<string, FieldDefinitionNode>;
  readonly interfaces: ReadonlySet<string>;
  /** `fields` of its first @key; null where it is no entity. */
  readonly key: string | null;
  /** It can be asked for by its key here. */
  readonly isResolvable: boolean;
}

/** What the subgraph says of itself by `_service`. */
export interface SubgraphSchema {
  readonly sdl: string;
  readonly types: ReadonlyMap<string, TypeShape>;
  readonly rules: AccessRules;
  /** The field of Household that holds this body's record, and the record's type; null where there is none. */
  readonly record: RecordPlace | null;
}

export interface RecordPlace {
  readonly field: string;
  readonly type: string;
}

/** Reads SDL. Throws graphql's syntax error. */
export function readSubgraphSchema(sdl: string): SubgraphSchema {
  const document = parse(sdl);
  const types = typesOf(document);
  return { sdl, types, rules: accessRules(document), record: recordOf(types) };
}

/** The name at the heart of a type: of `[Fact!]!` it is `Fact`. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** True for what stands in an answer as one JSON value: scalars and enums, those of GraphQL too. */
export function isLeaf(types: SubgraphSchema['types'], name: string): boolean {
  if (specifiedScalarTypes.some((type) => type.name === name)) return true;
  const kind = types.get(name)?.kind;
  return kind === 'SCALAR' || kind === 'ENUM';
}

interface Draft {
  kind: TypeShape['kind'];
  readonly fields: Map<string, FieldDefinitionNode>;
  readonly interfaces: Set<string>;
  key: string | null;
  isResolvable: boolean;
}

function typesOf(document: DocumentNode): ReadonlyMap<string, TypeShape> {
  const types = new Map<string, Draft>();
  for (const definition of document.definitions) {
    const kind = kinds[definition.kind];
    if (kind === undefined || !('name' in definition) || definition.name === undefined) continue;
    const name = definition.name.value;
    const type = types.get(name) ?? { kind, fields: new Map(), interfaces: new Set(), key: null, isResolvable: false };
    types.set(name, type);
    addParts(type, definition);
  }
  return types;
}

const kinds: Readonly<Record<string, TypeShape['kind']>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'OBJECT',
  [Kind.OBJECT_TYPE_EXTENSION]: 'OBJECT',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'INTERFACE',
  [Kind.INTERFACE_TYPE_EXTENSION]: 'INTERFACE',
  [Kind.UNION_TYPE_DEFINITION]: 'UNION',
  [Kind.ENUM_TYPE_DEFINITION]: 'ENUM',
  [Kind.SCALAR_TYPE_DEFINITION]: 'SCALAR',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'INPUT',
};

function addParts(type: Draft, definition: DefinitionNode): void {
  const interfaces = 'interfaces' in definition ? (definition.interfaces ?? []) : [];
  for (const { name } of interfaces) type.interfaces.add(name.value);
  for (const field of 'fields' in definition ? (definition.fields ?? []) : []) {
    if (field.kind === Kind.FIELD_DEFINITION) type.fields.set(field.name.value, field);
  }
  for (const directive of 'directives' in definition ? (definition.directives ?? []) : []) {
    if (/^(?:federation__)?key$/u.test(directive.name.value)) addKey(type, directive);
  }
}

function addKey(type: Draft, directive: ConstDirectiveNode | DirectiveNode): void {
  type.key ??= argumentText(directive, 'fields');
  type.isResolvable ||= argumentText(directive, 'resolvable') !== 'false';
}

function argumentText(directive: ConstDirectiveNode | DirectiveNode, name: string): string | null {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value !== undefined && 'value' in value ? String(value.value) : null;
}

function recordOf(types: ReadonlyMap<string, TypeShape>): RecordPlace | null {
  for (const [field, { type }] of types.get('Household')?.fields ?? []) {
    const name = namedType(type);
    if (types.get(name)?.interfaces.has('BodyRecord') === true) return { field, type: name };
  }
  return null;
}
