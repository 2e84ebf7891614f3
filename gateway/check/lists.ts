import { Kind } from 'graphql';
import type { Finding } from '../../schema/contract/publication.ts';
import { federationDirectives, isOwnField, type CheckView, type SchemaField } from './check-view.ts';
import { finding } from './finding.ts';
import { isListType, namedType, type SubgraphType } from './subgraph-document.ts';

/**
 * No list without a bound. What hangs from a household or a person is as long as that household's history; what is
 * reached without one — from a root field — is paged, sized, or of a common type. Households in a list are always paged.
 */
export function checkLists(view: CheckView): readonly Finding[] {
  const { candidate, isCommon, at } = view;
  const unguarded = reachedWithoutEntity(view);
  return [...candidate.types.values()]
    .filter(({ kind, name }) => kind === 'OBJECT' && !isCommon(name))
    .flatMap((type) =>
      [...type.fields]
        .filter(([, field]) => isListType(field.type) && isOwnField(candidate, type, field))
        .filter(([name, field]) => !isBounded(view, type, { name, field }))
        .filter(([, field]) => unguarded.has(type.name) || namedType(field.type) === 'Household')
        .map(([name, field]) => finding('LIST_UNBOUNDED', at(`${type.name}.${name}`), { type: namedType(field.type) })),
    );
}

interface NamedField {
  readonly name: string;
  readonly field: SchemaField;
}

const pageArguments: ReadonlySet<string> = new Set(['first', 'last', 'limit']);

function isBounded({ candidate, isCommon }: CheckView, type: SubgraphType, { name, field }: NamedField): boolean {
  const target = namedType(field.type);
  if (isCommon(target) || candidate.types.get(target)?.kind !== 'OBJECT') return true;
  if (federationDirectives(candidate, field, 'listSize').length > 0) return true;
  if (type.name.endsWith('Connection') && (name === 'edges' || name === 'nodes')) return true;
  return (
    field.kind === Kind.FIELD_DEFINITION && (field.arguments ?? []).some((each) => pageArguments.has(each.name.value))
  );
}

/** Root types, and what their fields lead to before they come to an entity. */
function reachedWithoutEntity({ candidate }: CheckView): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = ['Query', 'Mutation', 'Subscription'];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = candidate.types.get(name);
    if (type === undefined || reached.has(name)) continue;
    if (federationDirectives(candidate, type, 'key').length > 0) continue;
    reached.add(name);
    for (const field of type.fields.values()) if (!namesHousehold(field)) waiting.push(namedType(field.type));
  }
  return reached;
}

/** A root field that is asked for one household or person by its key leads to that household's data alone. */
function namesHousehold(field: SchemaField): boolean {
  const all = field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];
  return all.some(({ name, type }) => type.kind === Kind.NON_NULL_TYPE && householdKeys.has(name.value));
}

const householdKeys: ReadonlySet<string> = new Set(['houseCode', 'personId', 'citizenId']);
