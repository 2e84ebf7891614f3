import { Kind, type FieldDefinitionNode } from 'graphql';
import { isLeaf, namedType, type RecordPlace, type SubgraphSchema } from './subgraph-schema.ts';

/** All that the contract promises of a record, whoever's it is. */
export const commonFields = `body { code nameTh nameEn } found asOf
  facts { name subject value asOf registry countedFrom countedIn }
  entitlements { id programme { id } person { personId } status money { thb maxThb period } startedOn endedOn body { code } asOf recordRef }
  services { id programme { id } person { personId } status deliveredOn body { code } asOf }`;

/** The record with what the contract promises, as a selection on Household. */
export function commonSelection({ field }: RecordPlace): string {
  return `${field} { __typename ${commonFields} }`;
}

/** Everything that this subgraph tells of an entity, down to other entities and to the catalogue, as a selection on it. */
export function wholeSelection(schema: SubgraphSchema, entity: 'Household' | 'Person'): string {
  return fieldsOf(schema, entity, new Set(), { left: maxFields }).join(' ');
}

/** A query of entities; `onEntity` are selections by type. */
export function entitiesQuery(onEntity: Readonly<Record<string, string>>): string {
  const parts = Object.entries(onEntity).map(([type, selection]) => `... on ${type} { ${selection} }`);
  return `query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename ${parts.join(' ')} } }`;
}

/** What of the shared types is enough: the rest is the catalogue's, the same for everybody. */
const enoughOf: Readonly<Record<string, string>> = { Programme: '{ id }', Body: '{ code }' };

/** Types that lead to one another in many ways would make a selection without end. */
const maxFields = 2_000;

interface Budget {
  left: number;
}

const sharedFields: ReadonlySet<string> = new Set(['body', 'found', 'asOf', 'facts', 'entitlements', 'services']);

function fieldsOf(
  schema: SubgraphSchema,
  typeName: string,
  above: ReadonlySet<string>,
  budget: Budget,
): readonly string[] {
  const type = schema.types.get(typeName);
  const isRecord = typeName === schema.record?.type;
  const own = [...(type?.fields.values() ?? [])].filter(
    (field) => isAskable(field) && !(isRecord && sharedFields.has(field.name.value)),
  );
  const selected = own.flatMap((field) => selectionOf(schema, field, new Set([...above, typeName]), budget));
  return isRecord ? ['__typename', commonFields, ...selected] : selected;
}

function isAskable({ arguments: given = [], directives = [] }: FieldDefinitionNode): boolean {
  const isElsewhere = directives.some(({ name }) => /(?:^|__)external$/u.test(name.value));
  const needsArgument = given.some(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
  return !isElsewhere && !needsArgument;
}

/** Nothing for a field that leads back to a type it stands in. */
function selectionOf(
  schema: SubgraphSchema,
  { name: { value: name }, type }: FieldDefinitionNode,
  above: ReadonlySet<string>,
  budget: Budget,
): readonly string[] {
  budget.left -= 1;
  if (budget.left < 0) return [];
  const of = namedType(type);
  if (isLeaf(schema.types, of)) return [name];
  const shape = schema.types.get(of);
  if (shape === undefined || above.has(of)) return [];
  if (shape.key !== null) return [`${name} { ${shape.key} }`];
  const enough = enoughOf[of];
  if (enough !== undefined) return [`${name} ${enough}`];
  if (shape.kind === 'UNION') return [`${name} { __typename }`];
  const inner = fieldsOf(schema, of, above, budget);
  return inner.length === 0 ? [] : [`${name} { ${inner.join(' ')} }`];
}
