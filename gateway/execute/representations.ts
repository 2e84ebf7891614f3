import { GraphQLNonNull, getNamedType, isCompositeType, isListType, isNonNullType } from 'graphql';
import type { GraphQLOutputType } from 'graphql';
import { JsonSlice } from '../kernel/json-slice.ts';
import type { Merged } from '../merge/merged-object.ts';
import { isMerged } from '../merge/merged-object.ts';
import { applyRewrites } from '../merge/rewrites.ts';
import type { Rewrite } from '../merge/rewrites.ts';
import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '../plan/query-plan.ts';
import type { PlanContext } from './plan-context.ts';

export type Representation = Record<string, unknown>;

/** Why an object has no representation: `field`, for example `Product.weight`, is required, missing, and may not be null. */
export interface Lack {
  readonly lacks: string;
}

/**
 * Builds the representation of one object for an `_entities` call. Undefined when the object is of no type that is
 * asked for or has no key; then there is nothing to ask.
 */
export type RepresentationOf = (object: Merged, mayOmit: boolean) => Representation | Lack | undefined;

/**
 * Reads what is required of one object into `into`. With `mayOmit` a missing field is left out: what it is required for
 * is excluded by a condition, and so was the field.
 */
type Reader = (object: Merged, into: Representation, mayOmit: boolean) => Reading;

/** `READ`, or the field that is missing: one of the key, or a required one. */
type Reading = 'READ' | 'NO_KEY' | Lack;

export function isLack(value: Representation | Lack): value is Lack {
  return 'lacks' in value && !('__typename' in value);
}

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
  return (object, mayOmit) => {
    const representation: Representation = {};
    const reading = read(object, representation, mayOmit);
    if (typeof reading === 'object') return reading;
    if (reading === 'NO_KEY' || representation['__typename'] === undefined) return undefined;
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

interface ReadingRules {
  readonly context: PlanContext;
  /** Keys are given or the entity is not represented. */
  readonly isKey: (typeName: string, name: string) => boolean;
}

function compileSelections(
  selections: readonly QueryPlanSelectionNode[],
  typeName: string,
  rules: ReadingRules,
): Reader {
  const readers = selections.map((selection): Reader => {
    if (selection.kind === 'Field') return compileField(selection, typeName, rules);
    const condition = selection.typeCondition;
    const read = compileSelections(selection.selections, condition ?? typeName, rules);
    if (condition === undefined) return read;
    return (object, into, mayOmit) => {
      const objectType = object['__typename'];
      if (objectType === undefined || !rules.context.isOfType(objectType, condition)) return 'READ';
      return read(object, into, mayOmit);
    };
  });
  return (object, into, mayOmit) => {
    for (const read of readers) {
      const reading = read(object, into, mayOmit);
      if (reading !== 'READ') return reading;
    }
    return 'READ';
  };
}

function compileField(field: QueryPlanFieldNode, typeName: string, rules: ReadingRules): Reader {
  const { name, alias = name, selections } = field;
  const type = fieldType(typeName, name, rules.context);
  const mayBeNull = !isNonNullType(type) && !rules.isKey(typeName, name);
  const convert =
    selections === undefined || selections.length === 0
      ? undefined
      : compileValue(
          type,
          compileSelections(selections, type ? getNamedType(type).name : '', { ...rules, isKey: noKey }),
        );
  const missing: Reading = rules.isKey(typeName, name) ? 'NO_KEY' : { lacks: `${typeName}.${name}` };
  return (object, into, mayOmit) => {
    const value = object[alias];
    const converted = isWhole(value) || convert === undefined ? value : convert(value, into[name], mayOmit);
    if (converted !== undefined || (mayBeNull && !mayOmit)) into[name] = converted ?? null;
    else if (missing === 'NO_KEY' || !mayOmit) return missing;
    return 'READ';
  };
}

/** Nothing, or text that was checked when it came. */
function isWhole(value: unknown): boolean {
  return value === undefined || value instanceof JsonSlice;
}

const noKey = (_typeName: string, name: string): boolean => name === '__typename';

/** Undefined when the value cannot be represented. `earlier` is what another fragment already read of the field. */
type Converter = (value: unknown, earlier: unknown, mayOmit: boolean) => unknown;

function compileValue(type: GraphQLOutputType | undefined, read: Reader): Converter {
  const itemMayBeNull = isListType(nullable(type)) && !isNonNullType(itemType(type));
  const convertItem: Converter = (value, earlier, mayOmit) => {
    if (Array.isArray(value)) return convertList(value, earlier, mayOmit);
    if (!isMerged(value)) return null;
    const into: Representation = isRepresentation(earlier) ? earlier : {};
    return read(value, into, mayOmit) === 'READ' ? into : undefined;
  };
  function convertList(items: readonly unknown[], earlier: unknown, mayOmit: boolean): unknown {
    const converted: unknown[] = [];
    for (const [at, item] of items.entries()) {
      const one = convertItem(item, Array.isArray(earlier) ? earlier[at] : undefined, mayOmit);
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
