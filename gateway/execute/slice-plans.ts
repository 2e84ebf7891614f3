import { Kind, getNamedType, isObjectType } from 'graphql';
import type { FieldNode, GraphQLObjectType, GraphQLOutputType, SelectionNode, SelectionSetNode } from 'graphql';
import type { SlicePlan } from '../fetch/cut-slices.ts';
import { compilePattern } from '../fetch/json-pattern.ts';
import type { JsonPattern, PatternField } from '../fetch/json-pattern.ts';
import type { FetchNode, QueryPlanSelectionNode } from '../plan/query-plan.ts';
import type { ShownFields } from './copied-fields.ts';
import { fetchedSelections, operationOf } from './fetch-text.ts';
import { patternOf, typeNamePattern } from './json-patterns.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlannedFetch } from './plan-fetches.ts';

/** Which fields of a fetch's objects may stay JSON text. Undefined where there are none. */
export type SlicesOf = (node: FetchNode) => SlicePlan | undefined;

/**
 * Finds what the gateway need not look into, for all fetches of a plan: a value that one fetch brings whole and that
 * either goes whole into one entity's representation, or whole into the response. Such a value is checked as text and
 * passed on as text. Everything else is read: what two fetches bring, what another fetch adds to, what is renamed,
 * conditional or of an abstract type.
 */
export function planSlices(
  fetches: readonly PlannedFetch[],
  shown: ShownFields,
  { schema }: Pick<PlanContext, 'schema'>,
): SlicesOf {
  const places = surveyPlaces(fetches);
  const plans = new Map<FetchNode, SlicePlan>();
  for (const { node, path } of fetches) {
    if (hasRewrites(node)) continue;
    const plan = planFields(rootsOf(node, schema), placeOf(path));
    if (plan !== undefined) plans.set(node, plan);
  }
  return (node) => plans.get(node);

  function planFields(roots: readonly Root[], place: string): SlicePlan | undefined {
    const fields = new Map<string, SlicePlan | ReturnType<typeof compilePattern>>();
    for (const { type, selectionSet } of roots) {
      for (const field of fieldsIn(selectionSet)) {
        const inner = planField(type, field, `${place}/${keyOf(field)}`);
        if (inner !== undefined) fields.set(keyOf(field), inner);
      }
    }
    return fields.size === 0 ? undefined : { fields };
  }

  function planField(
    type: GraphQLObjectType,
    field: FieldNode,
    place: string,
  ): SlicePlan | ReturnType<typeof compilePattern> | undefined {
    const fieldType = type.getFields()[field.name.value]?.type;
    if (fieldType === undefined || field.selectionSet === undefined) return undefined;
    const pattern = patternAt(fieldType, field.selectionSet, place);
    if (pattern !== undefined) return compilePattern(pattern);
    const named = getNamedType(fieldType);
    return isObjectType(named) ? planFields(rootsIn(named, field.selectionSet, schema), place) : undefined;
  }

  /** The pattern of what may stay text at a place: the fetch asks for just that, of the same types. */
  function patternAt(type: GraphQLOutputType, selectionSet: SelectionSetNode, place: string): JsonPattern | undefined {
    if (places.timesBrought(place) !== 1 || places.isAddedTo(place)) return undefined;
    const wanted = shown.has(place) ? shownWhole(place) : requiredWhole(type, place);
    const asked = wanted && patternOf(type, (objectType) => selectedFields(objectType, selectionSet));
    return JSON.stringify(wanted) === JSON.stringify(asked) ? wanted : undefined;
  }

  function shownWhole(place: string): JsonPattern | undefined {
    return places.isRequired(place) ? undefined : shown.get(place);
  }

  function requiredWhole(type: GraphQLOutputType, place: string): JsonPattern | undefined {
    const selections = places.requiredWhole(place);
    return selections && patternOf(type, (objectType) => requiredFields(objectType, selections));
  }
}

interface Root {
  readonly type: GraphQLObjectType;
  readonly selectionSet: SelectionSetNode;
}

/** The selections of a fetch with the object types that they are for. */
function rootsOf(node: FetchNode, schema: PlanContext['schema']): readonly Root[] {
  const { operation, selectionSet } = operationOf(node.operation);
  const [entities] = selectionSet.selections;
  const isEntityFetch = node.requires !== undefined && entities?.kind === Kind.FIELD;
  if (isEntityFetch)
    return entities.selectionSet === undefined ? [] : rootsIn(undefined, entities.selectionSet, schema);
  const rootType = schema.getRootType(operation);
  return rootType ? rootsIn(rootType, selectionSet, schema) : [];
}

function rootsIn(
  type: GraphQLObjectType | undefined,
  selectionSet: SelectionSetNode,
  schema: PlanContext['schema'],
): readonly Root[] {
  const inFragments = selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== Kind.INLINE_FRAGMENT || hasDirectives(selection)) return [];
    const condition = selection.typeCondition?.name.value;
    const narrowed = condition === undefined ? type : schema.getType(condition);
    return isObjectType(narrowed) ? rootsIn(narrowed, selection.selectionSet, schema) : [];
  });
  return type === undefined ? inFragments : [{ type, selectionSet }, ...inFragments];
}

/** Fields without conditions. */
function fieldsIn({ selections }: SelectionSetNode): FieldNode[] {
  return selections.filter((selection) => selection.kind === Kind.FIELD).filter((field) => !hasDirectives(field));
}

function hasDirectives({ directives = [] }: SelectionNode): boolean {
  return directives.length > 0;
}

function hasRewrites({ inputRewrites = [], outputRewrites = [] }: FetchNode): boolean {
  return inputRewrites.length > 0 || outputRewrites.length > 0;
}

function selectedFields(
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
): readonly PatternField[] | undefined {
  const fields = selections.map((selection): PatternField | undefined => {
    if (selection.kind !== Kind.FIELD || hasDirectives(selection)) return undefined;
    const { name, selectionSet } = selection;
    if (name.value === '__typename') return { key: keyOf(selection), value: typeNamePattern(type) };
    const fieldType = type.getFields()[name.value]?.type;
    const value = fieldType && patternOf(fieldType, (inner) => selectionSet && selectedFields(inner, selectionSet));
    return value && { key: keyOf(selection), value };
  });
  const certain = fields.filter((field) => field !== undefined);
  return certain.length === fields.length ? certain : undefined;
}

function requiredFields(
  type: GraphQLObjectType,
  selections: readonly QueryPlanSelectionNode[],
): readonly PatternField[] | undefined {
  const fields = selections.map((selection): PatternField | undefined => {
    if (selection.kind !== 'Field' || (selection.alias ?? selection.name) !== selection.name) return undefined;
    const fieldType = type.getFields()[selection.name]?.type;
    const inner = selection.selections ?? [];
    const value = fieldType && patternOf(fieldType, (objectType) => requiredFields(objectType, inner));
    return value && { key: selection.name, value };
  });
  const certain = fields.filter((field) => field !== undefined);
  return certain.length === fields.length ? certain : undefined;
}

interface Places {
  /** How many selections of all fetches bring a value to a place. */
  readonly timesBrought: (place: string) => number;
  /** Another fetch works at the place or inside of it. */
  readonly isAddedTo: (place: string) => boolean;
  readonly isRequired: (place: string) => boolean;
  /** What representations take of a place, when all of them take the same of it. */
  readonly requiredWhole: (place: string) => readonly QueryPlanSelectionNode[] | undefined;
}

function surveyPlaces(fetches: readonly PlannedFetch[]): Places {
  const brought = new Map<string, number>();
  const required = new Map<string, readonly QueryPlanSelectionNode[] | 'differs'>();
  const worked = fetches.map(({ path }) => placeOf(path));
  for (const { node, path } of fetches) {
    bring(fetchedSelections(node), placeOf(path));
    require(node.requires ?? [], placeOf(path), hasRewrites(node));
  }
  return {
    timesBrought: (place) => brought.get(place) ?? 0,
    isAddedTo: (place) => worked.some((each) => each === place || each.startsWith(`${place}/`)),
    isRequired: (place) => required.has(place),
    requiredWhole: (place) => {
      const selections = required.get(place);
      return selections === 'differs' ? undefined : selections;
    },
  };

  function bring(selectionSet: SelectionSetNode, place: string): void {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) bring(selection.selectionSet, place);
      if (selection.kind !== Kind.FIELD) continue;
      const inner = `${place}/${keyOf(selection)}`;
      brought.set(inner, (brought.get(inner) ?? 0) + 1);
      if (selection.selectionSet !== undefined) bring(selection.selectionSet, inner);
    }
  }

  function require(selections: readonly QueryPlanSelectionNode[], place: string, isRewritten: boolean): void {
    for (const selection of selections) {
      if (selection.kind === 'InlineFragment') {
        require(selection.selections, place, isRewritten);
        continue;
      }
      const inner = `${place}/${selection.alias ?? selection.name}`;
      const taken = selection.selections ?? [];
      const known = required.get(inner);
      const isSame = known === undefined || JSON.stringify(known) === JSON.stringify(taken);
      required.set(inner, isSame && !isRewritten ? taken : 'differs');
      require(taken, inner, isRewritten);
    }
  }
}

function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

/** A path as a place: `['household', 'members', '@']` -> `/household/members`. */
function placeOf(path: readonly string[]): string {
  return path
    .filter((element) => element !== '@')
    .map((element) => `/${element}`)
    .join('');
}
