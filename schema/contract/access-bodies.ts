import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { bodyNames, recordField, type BodyName } from './bodies.ts';

/**
 * Type -> the body whose record alone leads to it. Entities belong to no record, and neither does what is also reached
 * around the records or through more than one of them.
 */
export function bodiesOfTypes(document: DocumentNode): ReadonlyMap<string, BodyName> {
  const types = new Map<string, readonly FieldDefinitionNode[]>();
  const starts = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const name = definition.name.value;
    types.set(name, [...(types.get(name) ?? []), ...(definition.fields ?? [])]);
    if (isStart(name, definition.directives ?? [])) starts.add(name);
  }
  const records = new Map(bodyNames.map((name) => [recordTypeOf(name), name] as const));
  const owners = new Map<string, Set<BodyName | null>>();

  function walk(name: string, owner: BodyName | null): void {
    const known = owners.get(name) ?? new Set();
    if (known.has(owner)) return;
    owners.set(name, known.add(owner));
    for (const field of types.get(name) ?? []) {
      const next = nameOf(field.type);
      if (types.has(next) && !starts.has(next) && !records.has(next)) walk(next, owner);
    }
  }

  for (const name of starts) walk(name, null);
  for (const [type, body] of records) if (types.has(type)) walk(type, body);
  return new Map([...owners].flatMap(([name, found]) => entryOf(name, [...found])));
}

/** `social-welfare` -> `SocialWelfareRecord`. */
export function recordTypeOf(body: BodyName): string {
  return `${recordField(body).replace(/^./u, (letter) => letter.toUpperCase())}Record`;
}

function entryOf(name: string, found: readonly (BodyName | null)[]): readonly (readonly [string, BodyName])[] {
  const [only] = found;
  return found.length === 1 && only !== null && only !== undefined ? [[name, only]] : [];
}

/** What a query or an entity call begins with. */
function isStart(name: ObjectTypeDefinitionNode['name']['value'], directives: readonly ConstDirectiveNode[]): boolean {
  return (
    name === 'Query' ||
    directives.some(
      (directive) =>
        directive.name.value === 'key' ||
        (directive.name.value === 'join__type' && directive.arguments?.some(({ name: key }) => key.value === 'key')),
    )
  );
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
