import { GraphQLNonNull, getNamedType, isCompositeType, isListType, isNonNullType } from 'graphql';
import type { GraphQLOutputType } from 'graphql';
import type { Merged } from '../merge/merged-object.ts';
import { isMerged } from '../merge/merged-object.ts';
import { applyRewrites } from '../merge/rewrites.ts';
import type { Rewrite } from '../merge/rewrites.ts';
import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '../plan/query-plan.ts';
import type { PlanContext } from './plan-context.ts';

export type Representation = Record<string, unknown>;

/**
 * Builds the representation of one object for an `_entities` call. Undefined when the object is of no type that is
 * asked for, has no key, or lacks a required field that may not be null.
 */
export type RepresentationOf = (object: Merged) => Representation | undefined;

/** Reads what is required of one object into `into`; false when it cannot be represented. */
type Reader = (object: Merged, into: Representation) => boolean;

/**
 * Compiles a fetch's `requires`. A required field that nobody gave, because its body failed, is null when its type
 * allows that, so that the join still runs; a key is never made up.
 */
export function compileRepresentation(
  requires: readonly QueryPlanSelectionNode[],
  rewrites: readonly Rewrite[],
  subgraph: string,
  context: PlanContext,
): RepresentationOf {
  const isKey = (typeName: string, name: string): boolean =>
    name === '__typename' || context.keyFields(typeName, subgraph).has(name);
  const read = compileSelections(requires, '', { context, isKey });
  return (object) => {
    const representation: Representation = {};
    if (!read(object, representation) || representation['__typename'] === undefined) return undefined;
    if (rewrites.length > 0) applyRewrites(rewrites, representation, context.isOfType);
    return representation;
  };
}

/** The value of a representation's key: what the join calls the entity by. */
export type KeyOf = (representation: Representation) => string;

export function compileKeyOf(subgraph: string, context: PlanContext): KeyOf {
  const namesByType = new Map<unknown, readonly string[]>();
  return (representation) => {
    const typeName = representation['__typename'];
    const names = namesByType.get(typeName) ?? [...context.keyFields(String(typeName), subgraph)];
    namesByType.set(typeName, names);
    const [only = ''] = names;
    return names.length === 1
      ? keyText(representation[only])
      : names.map((name) => keyText(representation[name])).join(' ');
  };
}

function keyText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

interface Reading {
  readonly context: PlanContext;
  /** Keys are given or the entity is not represented. */
  readonly isKey: (typeName: string, name: string) => boolean;
}

function compileSelections(selections: readonly QueryPlanSelectionNode[], typeName: string, reading: Reading): Reader {
  const readers = selections.map((selection): Reader => {
    if (selection.kind === 'Field') return compileField(selection, typeName, reading);
    const condition = selection.typeCondition;
    const read = compileSelections(selection.selections, condition ?? typeName, reading);
    if (condition === undefined) return read;
    return (object, into) => {
      const objectType = object['__typename'];
      if (objectType === undefined || !reading.context.isOfType(objectType, condition)) return true;
      return read(object, into);
    };
  });
  return (object, into) => {
    for (const read of readers) if (!read(object, into)) return false;
    return true;
  };
}

function compileField(field: QueryPlanFieldNode, typeName: string, reading: Reading): Reader {
  const { name, alias = name, selections } = field;
  const type = fieldType(typeName, name, reading.context);
  const mayBeNull = !isNonNullType(type) && !reading.isKey(typeName, name);
  const convert =
    selections === undefined || selections.length === 0
      ? undefined
      : compileValue(
          type,
          compileSelections(selections, type ? getNamedType(type).name : '', { ...reading, isKey: noKey }),
        );
  return (object, into) => {
    const value = object[alias];
    const converted = value === undefined || convert === undefined ? value : convert(value, into[name]);
    if (converted !== undefined) into[name] = converted;
    else if (mayBeNull) into[name] = null;
    return converted !== undefined || mayBeNull;
  };
}

const noKey = (_typeName: string, name: string): boolean => name === '__typename';

/** Undefined when the value cannot be represented. `earlier` is what another fragment already read of the field. */
type Converter = (value: unknown, earlier: unknown) => unknown;

function compileValue(type: GraphQLOutputType | undefined, read: Reader): Converter {
  const itemMayBeNull = isListType(nullable(type)) && !isNonNullType(itemType(type));
  const convertItem = (value: unknown, earlier: unknown): unknown => {
    if (Array.isArray(value)) return convertList(value, earlier);
    if (!isMerged(value)) return null;
    const into: Representation = isRepresentation(earlier) ? earlier : {};
    return read(value, into) ? into : undefined;
  };
  function convertList(items: readonly unknown[], earlier: unknown): unknown {
    const converted: unknown[] = [];
    for (const [at, item] of items.entries()) {
      const one = convertItem(item, Array.isArray(earlier) ? earlier[at] : undefined);
      if (one === undefined && !itemMayBeNull) return undefined;
      converted.push(one ?? null);
    }
    return converted;
  }
  return convertItem;
}

function isRepresentation(value: unknown): value is Representation {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nullable(type: GraphQLOutputType | undefined): GraphQLOutputType | undefined {
  return type instanceof GraphQLNonNull ? type.ofType : type;
}

function itemType(type: GraphQLOutputType | undefined): GraphQLOutputType | undefined {
  const list = nullable(type);
  return isListType(list) ? list.ofType : undefined;
}

function fieldType(typeName: string, name: string, { schema }: PlanContext): GraphQLOutputType | undefined {
  const type = schema.getType(typeName);
  return isCompositeType(type) && 'getFields' in type ? type.getFields()[name]?.type : undefined;
}
