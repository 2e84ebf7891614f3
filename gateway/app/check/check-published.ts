import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ListValueNode,
} from 'graphql';
import type { Publication } from '../../../schema/contract/publication.ts';
import { readSharedSchema } from '../../../subgraphs/_kit/shared-schema.ts';
import { catalogueFile, supergraphFile } from '../compose.ts';
import { textOfFile } from './check-publications.ts';

/**
 * What a body publishes now, where no registry says: from the composed supergraph and catalogue of this repository, or
 * from what `against` names — another supergraph, the body's own SDL, or a folder with its schema.graphql and
 * programmes.json. Null for a body that is not in it. Rejects with CHECK_FILE_UNREADABLE.
 */
export async function publishedBefore(body: string, against = supergraphFile): Promise<Publication | null> {
  if (await isFolder(against)) return ofFolder(body, against);
  const sdl = await textOfFile(against);
  if (!/\benum join__Graph\b/u.test(sdl)) return { body, sdl, programmes: null };
  const own = subgraphOf(sdl, body);
  if (own === null) return null;
  const catalogue = path.join(path.dirname(against), path.basename(catalogueFile));
  return { body, sdl: own, programmes: programmesOf(JSON.parse(await textOfFile(catalogue)), body) };
}

async function isFolder(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found?.isDirectory() === true;
}

async function ofFolder(body: string, folder: string): Promise<Publication> {
  const own = await textOfFile(path.join(folder, 'schema.graphql'));
  const shared = /\blink\b/u.test(own) ? '' : `${readSharedSchema()}\n`;
  return { body, sdl: `${shared}${own}`, programmes: await textOfFile(path.join(folder, 'programmes.json')) };
}

const accessDirectives: ReadonlySet<string> = new Set(['open', 'personal', 'sensitive', 'mask']);

/** A body's part of a supergraph. Extraction loses the directives that were composed: they are put back. */
function subgraphOf(supergraphSdl: string, body: string): string | null {
  const extracted = Supergraph.build(supergraphSdl, { supportedFeatures: null }).subgraphs().get(body);
  if (extracted === undefined) return null;
  const guards = guardsOf(parse(supergraphSdl, { noLocation: true }));
  const { definitions } = withGuards(parse(extracted.toString(), { noLocation: true }), guards);
  const own = definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION);
  return withPlainNames(print({ kind: Kind.DOCUMENT, definitions: [...specifications(), ...own] }));
}

/** Directives that the others import have the same names here, or the subgraphs would not compose again. */
function withPlainNames(sdl: string): string {
  return sdl.replaceAll(/@federation__(?=[a-z])/gu, '@');
}

type Guards = ReadonlyMap<string, readonly ConstDirectiveNode[]>;

/** Access directives by the coordinate of a type, a field or an enum's value. */
function guardsOf({ definitions }: DocumentNode): Guards {
  return new Map(
    definitions.flatMap((definition) => {
      if (!('name' in definition) || definition.name === undefined) return [];
      const type = definition.name.value;
      const members = membersOf(definition).map(
        (member) => [`${type}.${member.name.value}`, guardsIn(member)] as const,
      );
      return [[type, guardsIn(definition)] as const, ...members];
    }),
  );
}

interface Guarded {
  readonly name: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[];
}

function membersOf(definition: DefinitionNode): readonly Guarded[] {
  if (definition.kind === Kind.ENUM_TYPE_DEFINITION) return definition.values ?? [];
  const isFielded =
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
  return isFielded ? (definition.fields ?? []) : [];
}

function guardsIn(node: object): readonly ConstDirectiveNode[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every definition of a type has directives or none
  const { directives = [] } = node as Pick<Guarded, 'directives'>;
  return directives.filter(({ name }) => accessDirectives.has(name.value));
}

/**
 * The document with the guards of its coordinates. A supergraph does not say of a field that only one subgraph resolves
 * whether it may be shared, and another may provide it: that this composed is known, so that all of them may be.
 */
function withGuards(document: DocumentNode, guards: Guards): DocumentNode {
  const added = <Node extends Guarded>(node: Node, coordinate: string): Node => ({
    ...node,
    directives: [...(node.directives ?? []), ...(guards.get(coordinate) ?? [])],
  });
  return visit(document, {
    ObjectTypeDefinition: (node) => ({
      ...added(node, node.name.value),
      fields: (node.fields ?? []).map((field) => shareable(added(field, `${node.name.value}.${field.name.value}`))),
    }),
    InterfaceTypeDefinition: (node) => ({
      ...added(node, node.name.value),
      fields: (node.fields ?? []).map((field) => added(field, `${node.name.value}.${field.name.value}`)),
    }),
    EnumTypeDefinition: (node) => ({
      ...node,
      values: (node.values ?? []).map((value) => added(value, `${node.name.value}.${value.name.value}`)),
    }),
  });
}

function shareable(field: FieldDefinitionNode): FieldDefinitionNode {
  const { directives = [] } = field;
  if (directives.some(({ name }) => name.value === 'shareable' || name.value === 'external')) return field;
  return {
    ...field,
    directives: [...directives, { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'shareable' } }],
  };
}

/** The links of the shared schema, all that extraction may use with them, and the definitions of the access directives. */
function specifications(): readonly DefinitionNode[] {
  const { definitions } = parse(readSharedSchema(), { noLocation: true });
  return definitions.flatMap((definition): readonly DefinitionNode[] => {
    if (definition.kind === Kind.DIRECTIVE_DEFINITION) return [definition];
    return definition.kind === Kind.SCHEMA_EXTENSION ? [visit(definition, { ListValue: withExtracted })] : [];
  });
}

const extractedNames = ['@tag', '@extends', '@override', '@interfaceObject', '@cost'];

function withExtracted(imports: ListValueNode): ListValueNode {
  const names = new Set(imports.values.map((value) => (value.kind === Kind.STRING ? value.value : '')));
  if (!names.has('@key')) return imports;
  const more = extractedNames.filter((name) => !names.has(name));
  return { ...imports, values: [...imports.values, ...more.map((value) => ({ kind: Kind.STRING, value }) as const)] };
}

/** The body's entries of the composed catalogue, as its own file. */
function programmesOf(catalogue: unknown, body: string): string {
  const own = (list: 'facts' | 'programmes', key: string): readonly unknown[] => {
    const entries: unknown = isObject(catalogue) ? catalogue[list] : undefined;
    return Array.isArray(entries) ? entries.filter((entry) => isObject(entry) && entry[key] === body) : [];
  };
  return JSON.stringify({ facts: own('facts', 'ownerBody'), programmes: own('programmes', 'body') }, null, 1);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
