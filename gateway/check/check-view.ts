import { Kind, type ConstDirectiveNode, type FieldDefinitionNode, type InputValueDefinitionNode } from 'graphql';
import { accessRules, type AccessRules } from '../../schema/contract/access-rules.ts';
import { recordField } from '../../schema/contract/bodies.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Publication } from '../../schema/contract/publication.ts';
import type { CheckInput, Composition, Graph } from './check-input.ts';
import type { Place } from './finding.ts';
import { readProgrammes, type Programmes } from './programmes.ts';
import { lineOf, readSubgraph, type SubgraphDocument, type SubgraphType } from './subgraph-document.ts';

/** A subgraph's schema with whose it is and what its directives say of access. */
export interface PublishedSchema extends SubgraphDocument {
  readonly body: string;
  readonly rules: AccessRules;
}

/** Everything that rules look at, read once for all of them. */
export interface CheckView {
  readonly input: CheckInput;
  readonly candidate: PublishedSchema;
  readonly published: PublishedSchema | null;
  readonly others: readonly PublishedSchema[];
  /** The part that is the same for all subgraphs. */
  readonly shared: SubgraphDocument;
  readonly programmes: Programmes;
  /** The graph as it is: null for the body's first publication where the others do not compose without it. */
  readonly before: () => Graph | null;
  /** The graph with the candidate in it. */
  readonly after: () => Composition;
  /** True for types that are the same for all: those of schema/shared.graphql, and those that two others share. */
  readonly isCommon: (type: string) => boolean;
  /** The place of something that stands in the candidate, or of what it is part of. */
  readonly at: (coordinate: string) => Place;
  /** The place where something stood that is no longer in the candidate. */
  readonly whereItStood: (coordinate: string) => Place;
  readonly atLine: (line: number, coordinate?: string) => Place;
}

/** Throws COMPOSITION_FAILED where the schema of another, or what is published now, cannot be read. */
export function createView(input: CheckInput, candidate: PublishedSchema): CheckView {
  const published = input.published === null ? null : readPublished(input.published);
  const others = input.others.map(readPublished);
  const shared = readSubgraph(input.tools.sharedSchema);
  const { compose, locate } = input.tools;
  const atLine = (line: number, coordinate?: string): Place => ({
    ...locate(line),
    ...(coordinate !== undefined && { coordinate }),
  });
  return {
    input,
    candidate,
    published,
    others,
    shared,
    programmes: readProgrammes(input),
    before: once(() => {
      const composed = compose([...input.others, ...(input.published === null ? [] : [input.published])]);
      return composed.ok ? composed : null;
    }),
    after: once(() => compose([...input.others, input.candidate])),
    isCommon: (name) => shared.types.has(name) || others.filter((other) => shares(other, name)).length > 1,
    at: (coordinate) => atLine(lineIn(candidate, coordinate) ?? 1, coordinate),
    whereItStood: (coordinate) => atLine(lineNear(candidate, published, coordinate), coordinate),
    atLine,
  };
}

/** Throws graphql's syntax error. */
export function readSchema({ body, sdl }: Publication): PublishedSchema {
  const read = readSubgraph(sdl);
  return { body, ...read, rules: accessRules(read.document) };
}

/** `social-welfare` -> `SocialWelfareRecord`, for bodies that are not in the contract's list too. */
export function recordTypeName(body: string): string {
  return `${recordField(body).replace(/^./u, (letter) => letter.toUpperCase())}Record`;
}

/** True where the subgraph itself answers the field: it is not `@external` by itself or by its type. */
export function isOwnField({ links }: SubgraphDocument, type: SubgraphType, field: SchemaField): boolean {
  return ![...type.directives, ...(field.directives ?? [])].some(
    ({ name }) => links.federationName(name.value) === 'external',
  );
}

export type SchemaField = FieldDefinitionNode | InputValueDefinitionNode;

/** Directives of that federation name, however the schema calls them. */
export function federationDirectives(
  { links }: SubgraphDocument,
  node: { readonly directives?: readonly ConstDirectiveNode[] },
  name: string,
): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => links.federationName(directive.name.value) === name);
}

/** The type and the field of `Type.field`; the argument and the enum's value are looked up by their names alone. */
export function splitCoordinate(coordinate: string): readonly [type: string, member: string, argument: string] {
  const {
    type = '',
    member = '',
    argument = '',
  } = /^(?<type>\w+)(?:\.(?<member>\w+))?(?:\((?<argument>\w+):\))?$/u.exec(coordinate)?.groups ?? {};
  return [type, member, argument];
}

function readPublished(publication: Publication): PublishedSchema {
  try {
    return readSchema(publication);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CodedError('COMPOSITION_FAILED', { problem: `[${publication.body}] ${message}` }, { cause: error });
  }
}

function shares(other: PublishedSchema, name: string): boolean {
  const type = other.types.get(name);
  return type !== undefined && federationDirectives(other, type, 'shareable').length > 0;
}

/** Undefined for what is not there, or only in part. */
function lineIn({ types }: SubgraphDocument, coordinate: string): number | undefined {
  const [typeName, member, argument] = splitCoordinate(coordinate);
  const type = types.get(typeName);
  if (type === undefined || member === '') return type?.line;
  const node = type.fields.get(member) ?? type.values.get(member);
  if (node === undefined) return undefined;
  const found = node.kind === Kind.FIELD_DEFINITION && node.arguments?.find(({ name }) => name.value === argument);
  return lineOf((found || node).name);
}

/** The line of what is there; else of what stood before it and is still there. */
function lineNear(candidate: SubgraphDocument, published: SubgraphDocument | null, coordinate: string): number {
  const present = lineIn(candidate, coordinate);
  if (present !== undefined) return present;
  const [typeName, member] = splitCoordinate(coordinate);
  const earlier = candidate.types.has(typeName)
    ? namesBefore(member, membersOf(published?.types.get(typeName))).map((name) => `${typeName}.${name}`)
    : namesBefore(typeName, [...(published?.types.keys() ?? [])]);
  const lines = [...earlier, typeName].flatMap((name) => lineIn(candidate, name) ?? []);
  return lines[0] ?? 1;
}

function membersOf(type: SubgraphType | undefined): readonly string[] {
  return [...(type?.fields.keys() ?? []), ...(type?.values.keys() ?? [])];
}

/** The nearest first. */
function namesBefore(name: string, names: readonly string[]): readonly string[] {
  return names.slice(0, Math.max(names.indexOf(name), 0)).toReversed();
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
