import { Kind, buildASTSchema, execute, isObjectType, isAbstractType, parse, print, visit } from 'graphql';
import type { DocumentNode, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { BodyCall, BodyReply, BodyRequest } from '../fetch/body-call.ts';
import { readAnswer } from '../fetch/read-answer.ts';

/* Support for tests: real subgraphs in process, and a record of what they were asked. */

type Resolver = GraphQLFieldResolver<Record<string, unknown>, unknown, Record<string, unknown>>;

export interface TestSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers?: Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
  /** Finds an entity by its representation; by default the representation itself. */
  readonly entities?: Readonly<Record<string, (representation: Record<string, unknown>) => unknown>>;
}

export const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@interfaceObject", "@inaccessible", "@override"
])\n`;

export interface TestBodies {
  readonly call: BodyCall;
  /** Every request so far. */
  readonly requests: BodyRequest[];
  /** Replaces a subgraph's replies; where the replacement has none, the subgraph answers itself. */
  readonly answerWith: (subgraph: string, reply: Replacement) => void;
}

export type Replacement = (request: BodyRequest) => BodyReply | undefined | Promise<BodyReply | undefined>;

export function createTestBodies(subgraphs: readonly TestSubgraph[]): TestBodies {
  const schemas = new Map(subgraphs.map((subgraph) => [subgraph.name, executableSchema(subgraph)]));
  const replacements = new Map<string, Replacement>();
  const requests: BodyRequest[] = [];
  return {
    requests,
    answerWith: (subgraph, reply) => {
      replacements.set(subgraph, reply);
    },
    call: async (request) => {
      requests.push(request);
      const replaced = await replacements.get(request.subgraph)?.(request);
      if (replaced !== undefined) return replaced;
      const schema = schemas.get(request.subgraph);
      if (schema === undefined) return { status: 'UNAVAILABLE', reason: 'No such subgraph', tookMs: 0 };
      return answer(schema, request);
    },
  };
}

/** Through text, as over a network: nothing is shared with the subgraph's own data, and what may stay text does. */
async function answer(schema: GraphQLSchema, { query, variables, slices }: BodyRequest): Promise<BodyReply> {
  const variableValues = JSON.parse(JSON.stringify(variables));
  const result = await execute({ schema, document: parse(query), variableValues });
  const read = readAnswer(Buffer.from(JSON.stringify(result)), { withoutPrototype: false, slices });
  if (read.kind === 'INVALID') return { status: 'INVALID', reason: read.reason, tookMs: 1 };
  const { data, errors, holdsSlices } = read;
  return { status: 'ANSWERED', data, errors, tookMs: 1, ...(holdsSlices && { holdsSlices }) };
}

export function executableSchema({ typeDefs, resolvers = {}, entities = {} }: TestSubgraph): GraphQLSchema {
  const document = withoutFederation(parse(typeDefs));
  const names = Object.keys(entities);
  // An interface is a key's type too, but only object types are members of a union.
  const members = names.filter((name) =>
    document.definitions.some(
      (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === name,
    ),
  );
  const extra = names.length === 0 ? '' : `scalar _Any union _Entity = ${members.join(' | ')}`;
  const schema = buildASTSchema(
    parse(`${print(document)} ${extra} ${names.length === 0 ? '' : entitiesField(document)}`),
    { assumeValidSDL: true },
  );
  for (const [typeName, fields] of Object.entries(resolvers)) attach(schema, typeName, fields);
  if (names.length > 0) attach(schema, 'Query', { _entities: entitiesResolver(entities) });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: Record<string, string>) => value['__typename'];
  }
  return schema;
}

function entitiesField(document: DocumentNode): string {
  const hasQuery = document.definitions.some(
    (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Query',
  );
  return `${hasQuery ? 'extend ' : ''}type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
}

function entitiesResolver(entities: NonNullable<TestSubgraph['entities']>): Resolver {
  return (_source, { representations }) => {
    if (!Array.isArray(representations)) return [];
    return representations.map((representation: Record<string, string>) => {
      const typeName = representation['__typename'];
      const found = entities[typeName ?? '']?.(representation);
      if (found instanceof Error || found === null || found === undefined) return found;
      return { __typename: typeName, ...found };
    });
  };
}

function attach(schema: GraphQLSchema, typeName: string, fields: Readonly<Record<string, Resolver>>): void {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new TypeError(`${typeName} is no object type`);
  for (const [name, resolve] of Object.entries(fields)) {
    const field = type.getFields()[name];
    if (field === undefined) throw new TypeError(`${typeName} has no field ${name}`);
    field.resolve = resolve;
  }
}

/** Federation's directives mean nothing to execution. */
function withoutFederation(document: DocumentNode): DocumentNode {
  return visit(document, {
    SchemaExtension: () => null,
    Directive: (node) => (node.name.value === 'deprecated' ? undefined : null),
    ObjectTypeExtension: (node) => ({ ...node, kind: Kind.OBJECT_TYPE_DEFINITION }),
  });
}
