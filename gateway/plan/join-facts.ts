import { Kind, parse } from 'graphql';
import type { ConstDirectiveNode, DocumentNode } from 'graphql';

/** What the supergraph's `@join__…` directives say that the schema itself does not. */
export interface JoinFacts {
  readonly subgraphs: readonly Subgraph[];
  /** Names of the fields that are part of a key of `typeName` in `subgraph`. */
  readonly keyFields: (typeName: string, subgraph: string) => ReadonlySet<string>;
  /** A subgraph's name -> its value of the enum `join__Graph`. */
  readonly graphOf: (subgraph: string) => string;
}

export interface Subgraph {
  readonly name: string;
  /** As written in the supergraph; empty where none is. */
  readonly url: string;
}

export function readJoinFacts(supergraph: DocumentNode): JoinFacts {
  const byGraph = new Map<string, Subgraph>();
  const keys = new Map<string, Set<string>>();
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph') {
      for (const value of definition.values ?? []) byGraph.set(value.name.value, subgraphOf(value.directives ?? []));
    }
  }
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    for (const directive of definition.directives ?? []) addKey(definition.name.value, directive);
  }

  function addKey(typeName: string, directive: ConstDirectiveNode): void {
    const key = stringArgument(directive, 'key');
    const subgraph = byGraph.get(stringArgument(directive, 'graph') ?? '');
    if (directive.name.value !== 'join__type' || key === undefined || subgraph === undefined) return;
    const fields = keys.get(`${typeName} ${subgraph.name}`) ?? new Set<string>();
    for (const name of topLevelNames(key)) fields.add(name);
    keys.set(`${typeName} ${subgraph.name}`, fields);
  }

  const none: ReadonlySet<string> = new Set();
  return {
    subgraphs: [...byGraph.values()],
    keyFields: (typeName, subgraph) => keys.get(`${typeName} ${subgraph}`) ?? none,
    graphOf: (subgraph) => [...byGraph].find(([, { name }]) => name === subgraph)?.[0] ?? '',
  };
}

function subgraphOf(directives: readonly ConstDirectiveNode[]): Subgraph {
  const graph = directives.find((directive) => directive.name.value === 'join__graph');
  return {
    name: (graph && stringArgument(graph, 'name')) ?? '',
    url: (graph && stringArgument(graph, 'url')) ?? '',
  };
}

function stringArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function topLevelNames(fieldSet: string): string[] {
  const [definition] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return [];
  return definition.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
}
