import { Kind, getNamedType, isAbstractType } from 'graphql';
import type { GraphQLObjectType, SelectionNode, SelectionSetNode } from 'graphql';
import type { JsonPattern, PatternField } from '../fetch/json-pattern.ts';
import { collectFields } from '../merge/collect-fields.ts';
import type { FieldMention, ProjectedOperation, Selections } from '../merge/collect-fields.ts';
import type { Guard } from '../merge/row-guards.ts';
import type { InternalOperation } from '../plan/internal-operation.ts';
import { patternOf, typeNamePattern } from './json-patterns.ts';

/**
 * Where a client's answer shows a value: by the place of the field, which is the names under which fields are merged,
 * without lists, for example `/household/gaps`. The pattern is what may be copied into the response as it came: the
 * client asks for it under the bodies' own names, in one order and without conditions, and nothing inside is guarded, masked or
 * withheld. Undefined where it must be looked at.
 */
export type ShownFields = ReadonlyMap<string, JsonPattern | undefined>;

/** Tells apart operations of one plan that copy different places: a client's own names are not the bodies'. */
export function copiedPlaces(shown: ShownFields): string {
  return [...shown].flatMap(([place, pattern]) => (pattern === undefined ? [] : [place])).join(' ');
}

/** The fetched operation where it asks for more than the client does: what a reader's look needs. */
export interface NeededFields extends Pick<InternalOperation, 'operation' | 'fragments' | 'nameOf'> {
  readonly isNeed: (selection: SelectionNode) => boolean;
}

/** What is needed for a look must be looked at too, though the answer does not show it. */
export function shownFields(operation: ProjectedOperation, needed?: NeededFields): ShownFields {
  const shown = new Map<string, JsonPattern | undefined>();
  const { guarding, withheld } = operation;
  const { selectionSet, operation: kind } = operation.operation;
  const rootType = operation.schema.getRootType(kind);
  if (rootType) showObject(rootType, [{ selectionSet, conditions: [] }], '');
  if (needed !== undefined) showNeeds(needed, shown, needed.operation.selectionSet, { place: '', isNeeded: false });
  return shown;

  /** The pattern of the object's fields, if they have one; on the way, every place inside is written down. */
  function showObject(
    type: GraphQLObjectType,
    selections: readonly Selections[],
    place: string,
  ): readonly PatternField[] | undefined {
    const fields = [...collectFields(operation, type, selections)].map(([responseName, mentions]) =>
      showField(type, responseName, mentions, place),
    );
    const certain = fields.filter((field) => field !== undefined);
    return certain.length === fields.length && !isGuarded(guarding?.guardsOf(type)) ? certain : undefined;
  }

  function showField(
    type: GraphQLObjectType,
    responseName: string,
    all: readonly FieldMention[],
    place: string,
  ): PatternField | undefined {
    const mentions = withheld === undefined ? all : all.filter(({ node }) => !withheld.has(node));
    const node = mentions[0]?.node;
    if (node === undefined) return undefined;
    const key = operation.nameOf.get(node) ?? node.name.value;
    const value =
      node.name.value === '__typename' ? typeNamePattern(type) : showValue(type, mentions, `${place}/${key}`);
    const isCertain = mentions.length === all.length && mentions.some(({ conditions }) => conditions.length === 0);
    return value !== undefined && key === responseName && isCertain ? { key, value } : undefined;
  }

  function showValue(
    type: GraphQLObjectType,
    mentions: readonly FieldMention[],
    place: string,
  ): JsonPattern | undefined {
    const name = mentions[0]?.node.name.value ?? '';
    const fieldType = type.getFields()[name]?.type;
    if (fieldType === undefined) return undefined;
    const selections = mentions.flatMap(({ node, conditions }) =>
      node.selectionSet === undefined
        ? []
        : [{ selectionSet: node.selectionSet, conditions: mentions.length === 1 ? [] : conditions }],
    );
    const named = getNamedType(fieldType);
    if (isAbstractType(named)) {
      for (const { selectionSet: inside } of selections) showAbstract(operation, shown, inside, place);
    }
    const whole = patternOf(fieldType, (objectType) => showObject(objectType, selections, place));
    const pattern = isGuarded(guarding?.guardsOfField(type, name), guarding?.keepOf(type, name)) ? undefined : whole;
    // A place that is reached twice, through different types, is looked at.
    shown.set(place, shown.has(place) ? undefined : pattern);
    return pattern;
  }
}

function isGuarded(guards: readonly Guard[] = [], keep?: number): boolean {
  return guards.length > 0 || keep !== undefined;
}

/** Whatever the type is: every field that is mentioned inside is shown, and none is copied. */
function showAbstract(
  operation: ProjectedOperation,
  shown: Map<string, JsonPattern | undefined>,
  selectionSet: SelectionSetNode,
  place: string,
): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD && operation.withheld?.has(selection) === true) continue;
    const inner =
      selection.kind === Kind.FIELD ? `${place}/${operation.nameOf.get(selection) ?? selection.name.value}` : place;
    if (selection.kind === Kind.FIELD) shown.set(inner, undefined);
    const inside = selection.kind === Kind.FRAGMENT_SPREAD ? operation.fragments.get(selection.name.value) : selection;
    if (inside?.selectionSet !== undefined) showAbstract(operation, shown, inside.selectionSet, inner);
  }
}

function showNeeds(
  needed: NeededFields,
  shown: Map<string, JsonPattern | undefined>,
  { selections }: SelectionSetNode,
  { place, isNeeded }: { readonly place: string; readonly isNeeded: boolean },
): void {
  for (const selection of selections) {
    const isInNeed = isNeeded || needed.isNeed(selection);
    const inner =
      selection.kind === Kind.FIELD ? `${place}/${needed.nameOf.get(selection) ?? selection.name.value}` : place;
    if (selection.kind === Kind.FIELD && isInNeed) shown.set(inner, undefined);
    const inside = selection.kind === Kind.FRAGMENT_SPREAD ? needed.fragments.get(selection.name.value) : selection;
    if (inside?.selectionSet === undefined) continue;
    showNeeds(needed, shown, inside.selectionSet, { place: inner, isNeeded: isInNeed });
  }
}
