import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** The subgraph that a field is read from, where `outer` is the one that gave the object. */
export type OwnerOf = (type: string, field: string, outer: string) => string;

/** Who resolves what, from the supergraph's `@join__…` directives. */
export function readFieldOwners(supergraph: DocumentNode): OwnerOf {
  const names = subgraphNames(supergraph);
  const ofField = new Map<string, readonly string[]>();
  const ofType = new Map<string, readonly string[]>();
  const namesIn = (directives: readonly ConstDirectiveNode[]): readonly string[] =>
    directives.map((directive) => names.get(textOf(directive, 'graph')) ?? '').filter((name) => name !== '');

  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const type = definition.name.value;
    ofType.set(type, [...new Set(namesIn(named(definition.directives, 'join__type')))]);
    for (const field of definition.fields ?? []) {
      const own = named(field.directives, 'join__field').filter((join) => !isTrue(join, 'external'));
      if (own.length > 0) ofField.set(`${type}.${field.name.value}`, namesIn(own));
    }
  }

  return (type, field, outer) => {
    const owners = ofField.get(`${type}.${field}`) ?? ofType.get(type) ?? [];
    return owners.includes(outer) ? outer : (owners[0] ?? outer);
  };
}

/** `SOCIAL_WELFARE` -> `social-welfare`. */
function subgraphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
        ? (definition.values ?? []).map(({ name, directives }) => {
            const [graph] = named(directives, 'join__graph');
            return [name.value, graph === undefined ? '' : textOf(graph, 'name')] as const;
          })
        : [],
    ),
  );
}

function named(directives: readonly ConstDirectiveNode[] | undefined, name: string): readonly ConstDirectiveNode[] {
  return (directives ?? []).filter((directive) => directive.name.value === name);
}

function textOf(directive: ConstDirectiveNode, argument: string): string {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : '';
}

function isTrue(directive: ConstDirectiveNode, argument: string): boolean {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}
