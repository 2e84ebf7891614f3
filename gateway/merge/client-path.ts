import { getNamedType, isAbstractType, isCompositeType, isObjectType } from 'graphql';
import type { GraphQLCompositeType, GraphQLObjectType } from 'graphql';
import { collectFields } from './collect-fields.ts';
import type { FieldMention, ProjectedOperation, Selections } from './collect-fields.ts';
import { allHold } from './field-conditions.ts';
import type { Variables } from './field-conditions.ts';
import { isMerged } from './merged-object.ts';
import type { Merged } from './merged-object.ts';
import type { ResponsePath } from './objects-at-path.ts';

/** What is there when paths are put into the client's names. */
export interface Answered {
  readonly root: Merged;
  /** With the operation's defaults filled in. */
  readonly variables: Variables;
  /** Whether something of the plan needs a field of this name: a key, or a field that another is made from. */
  readonly isRequired: (name: string) => boolean;
}

interface Place {
  readonly path: ResponsePath;
  readonly type: GraphQLCompositeType;
  readonly selections: readonly Selections[];
}

/**
 * A path by the gateway's own names in the client's response names: one for each alias under which the response shows
 * the place. Where it shows it nowhere, because the client did not ask for a field or excluded it by a condition, the
 * path ends before it when the field is a required one, for then the error belongs to the object that lacks it; else
 * there is no path, and nothing to tell.
 */
export function toClientPaths(
  operation: ProjectedOperation,
  path: ResponsePath,
  { root, variables, isRequired }: Answered,
): readonly ResponsePath[] {
  const rootType = operation.schema.getRootType(operation.operation.operation);
  if (!rootType) return [];
  let value: unknown = root;
  let places: Place[] = [
    { path: [], type: rootType, selections: [{ selectionSet: operation.operation.selectionSet, conditions: [] }] },
  ];
  for (const element of path) {
    if (typeof element === 'number') {
      places = places.map((place) => ({ ...place, path: [...place.path, element] }));
      value = Array.isArray(value) ? value[element] : undefined;
      continue;
    }
    const types = typesOf(operation, value);
    const next = places.flatMap((place) => stepInto(operation, { ...place, element, variables, types }));
    if (next.length === 0) return isRequired(element) ? places.map((place) => place.path) : [];
    places = next;
    value = isMerged(value) ? value[element] : undefined;
  }
  return places.map((place) => place.path);
}

/** The object's own type; undefined when it is not there or nobody told its type. */
function typesOf({ schema }: ProjectedOperation, value: unknown): readonly GraphQLObjectType[] | undefined {
  const type = isMerged(value) ? schema.getType(String(value['__typename'])) : undefined;
  return isObjectType(type) ? [type] : undefined;
}

interface Step extends Place {
  readonly element: string;
  readonly variables: Variables;
  readonly types: readonly GraphQLObjectType[] | undefined;
}

/** The places of a field of an object, by response name. */
function stepInto(operation: ProjectedOperation, step: Step): Place[] {
  const next = new Map<string, Place>();
  for (const objectType of step.types ?? possibleTypes(operation, step.type)) {
    for (const [responseName, mentions] of countingFields(operation, objectType, step)) {
      const fieldType = getNamedType(objectType.getFields()[mentions[0]?.node.name.value ?? '']?.type);
      next.set(responseName, {
        path: [...step.path, responseName],
        type: isCompositeType(fieldType) ? fieldType : objectType,
        selections: [...(next.get(responseName)?.selections ?? []), ...mentions.flatMap(selectionsOf)],
      });
    }
  }
  return [...next.values()];
}

/** The response names of the element, each with the mentions that count. */
function countingFields(
  operation: ProjectedOperation,
  type: GraphQLObjectType,
  { selections, element, variables }: Step,
): [string, FieldMention[]][] {
  return [...collectFields(operation, type, selections)].flatMap(([responseName, mentions]) => {
    const counting = mentions.filter(
      ({ node, conditions }) =>
        operation.withheld?.has(node) !== true &&
        (operation.nameOf.get(node) ?? node.name.value) === element &&
        allHold(conditions, variables),
    );
    return counting.length === 0 ? [] : [[responseName, counting]];
  });
}

function possibleTypes({ schema }: ProjectedOperation, type: GraphQLCompositeType): readonly GraphQLObjectType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

/** The mention counts, so what is inside need not ask again. */
function selectionsOf({ node: { selectionSet } }: FieldMention): Selections[] {
  return selectionSet === undefined ? [] : [{ selectionSet, conditions: [] }];
}
