import {
  Kind,
  parse,
  type ASTNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type TypeNode,
} from 'graphql';
import { readLinks, type Links } from './links.ts';

export type TypeKind = 'OBJECT' | 'INTERFACE' | 'UNION' | 'ENUM' | 'INPUT' | 'SCALAR';

/** One type of a subgraph, all its parts together: a subgraph may write a type in several. */
export interface SubgraphType {
  readonly name: string;
  readonly kind: TypeKind;
  /** Line of its first part. */
  readonly line: number;
  readonly description: string | undefined;
  readonly directives: readonly ConstDirectiveNode[];
  readonly interfaces: readonly string[];
  readonly fields: ReadonlyMap<string, FieldDefinitionNode | InputValueDefinitionNode>;
  readonly values: ReadonlyMap<string, EnumValueDefinitionNode>;
}

/** A subgraph's schema as it is written. */
export interface SubgraphDocument {
  /** Extensions are folded into one definition of each object and interface. Nodes keep their places. */
  readonly document: DocumentNode;
  readonly types: ReadonlyMap<string, SubgraphType>;
  readonly directives: ReadonlyMap<string, DirectiveDefinitionNode>;
  readonly links: Links;
}

/** Throws graphql's syntax error. */
export function readSubgraph(sdl: string): SubgraphDocument {
  const document = parse(sdl);
  const parts = Map.groupBy(document.definitions.filter(isTypePart), ({ name }) => name.value);
  const types = new Map([...parts].map(([name, all]) => [name, typeOf(name, all)]));
  return {
    document: { ...document, definitions: folded(document.definitions) },
    types,
    directives: new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.DIRECTIVE_DEFINITION)
        .map((definition) => [definition.name.value, definition]),
    ),
    links: readLinks(document),
  };
}

/** The line of a node; 1 for one without a place. */
export function lineOf(node: ASTNode): number {
  return node.loc?.startToken.line ?? 1;
}

/** `_Any`, `_entities`, `federation__FieldSet`, `link__Import`: what federation adds of itself. */
export function isTechnical(name: string): boolean {
  return name.startsWith('_') || /^[a-z]+__/u.test(name);
}

export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

export function isListType(type: TypeNode): boolean {
  if (type.kind === Kind.LIST_TYPE) return true;
  return type.kind === Kind.NON_NULL_TYPE && isListType(type.type);
}

/** The text of a directive's argument: a string, or an enum's value. */
export function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

type TypePart = TypeDefinitionNode | TypeExtensionNode;

const kinds: Readonly<Record<TypePart['kind'], TypeKind>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'OBJECT',
  [Kind.OBJECT_TYPE_EXTENSION]: 'OBJECT',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'INTERFACE',
  [Kind.INTERFACE_TYPE_EXTENSION]: 'INTERFACE',
  [Kind.UNION_TYPE_DEFINITION]: 'UNION',
  [Kind.UNION_TYPE_EXTENSION]: 'UNION',
  [Kind.ENUM_TYPE_DEFINITION]: 'ENUM',
  [Kind.ENUM_TYPE_EXTENSION]: 'ENUM',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'INPUT',
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: 'INPUT',
  [Kind.SCALAR_TYPE_DEFINITION]: 'SCALAR',
  [Kind.SCALAR_TYPE_EXTENSION]: 'SCALAR',
};

function isTypePart(definition: DefinitionNode): definition is TypePart {
  return Object.hasOwn(kinds, definition.kind);
}

function typeOf(name: string, parts: readonly TypePart[]): SubgraphType {
  const [first] = parts;
  if (first === undefined) throw new TypeError(`${name} has no part`);
  const described = parts.find((part) => 'description' in part && part.description !== undefined);
  return {
    name,
    kind: kinds[first.kind],
    line: lineOf(first.name),
    description: described !== undefined && 'description' in described ? described.description?.value : undefined,
    directives: parts.flatMap(({ directives }) => directives ?? []),
    interfaces: parts
      .flatMap((part) => ('interfaces' in part ? (part.interfaces ?? []) : []))
      .map(({ name: { value } }) => value),
    fields: new Map(parts.flatMap(fieldsOf).map((field) => [field.name.value, field])),
    values: new Map(
      parts.flatMap((part) => ('values' in part ? (part.values ?? []) : [])).map((value) => [value.name.value, value]),
    ),
  };
}

function fieldsOf(part: TypePart): readonly (FieldDefinitionNode | InputValueDefinitionNode)[] {
  return 'fields' in part ? (part.fields ?? []) : [];
}

/** One definition in the place of a type's first part, so that what reads definitions alone sees every field. */
function folded(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const seen = new Set<string>();
  return definitions.flatMap((definition): readonly DefinitionNode[] => {
    const kind = foldedKinds.get(definition.kind);
    if (kind === undefined || !isTypePart(definition)) return [definition];
    const name = definition.name.value;
    if (seen.has(name)) return [];
    seen.add(name);
    const parts = definitions
      .filter(isTypePart)
      .filter((part) => part.name.value === name && foldedKinds.has(part.kind));
    return [
      {
        kind,
        name: definition.name,
        ...('description' in definition && definition.description && { description: definition.description }),
        directives: parts.flatMap(({ directives }) => directives ?? []),
        interfaces: parts.flatMap((part) => ('interfaces' in part ? (part.interfaces ?? []) : [])),
        fields: parts.flatMap(fieldsOf).filter((field) => field.kind === Kind.FIELD_DEFINITION),
        ...(definition.loc && { loc: definition.loc }),
      },
    ];
  });
}

const foldedKinds: ReadonlyMap<string, Kind.OBJECT_TYPE_DEFINITION | Kind.INTERFACE_TYPE_DEFINITION> = new Map([
  [Kind.OBJECT_TYPE_DEFINITION, Kind.OBJECT_TYPE_DEFINITION],
  [Kind.OBJECT_TYPE_EXTENSION, Kind.OBJECT_TYPE_DEFINITION],
  [Kind.INTERFACE_TYPE_DEFINITION, Kind.INTERFACE_TYPE_DEFINITION],
  [Kind.INTERFACE_TYPE_EXTENSION, Kind.INTERFACE_TYPE_DEFINITION],
]);
