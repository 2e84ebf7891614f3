import {
  GraphQLError,
  defaultTypeResolver,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import {
  isPromise,
  pathUnder,
  toPathList,
  type CompiledFields,
  type CompleteValue,
  type Place,
  type Running,
} from './query-run.ts';

/** CompleteValue of the GraphQL specification for one type. */
export interface Completion {
  readonly complete: CompleteValue;
  readonly isNonNull: boolean;
  /** Nothing is inside that could fail at a place of its own. */
  readonly isLeaf: boolean;
}

export interface CompletionScope {
  readonly schema: GraphQLSchema;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  /** `Person.name`, for errors. */
  readonly coordinate: string;
  /** The fields that are asked for of a type's objects. */
  readonly fieldsOf: (type: GraphQLObjectType) => CompiledFields | undefined;
}

/** Undefined where a type's fields cannot be compiled. */
export function compileCompletion(type: GraphQLOutputType, scope: CompletionScope): Completion | undefined {
  if (isNonNullType(type)) {
    const inner = compileCompletion(type.ofType, scope);
    return inner && { ...inner, complete: completeNonNull(inner.complete, scope), isNonNull: true };
  }
  const complete = compileNullable(type, scope);
  return complete && { complete: unlessNull(complete), isNonNull: false, isLeaf: isLeafType(type) };
}

function compileNullable(
  type: Exclude<GraphQLOutputType, { ofType: never }>,
  scope: CompletionScope,
): CompleteValue | undefined {
  if (isListType(type)) {
    const item = compileCompletion(type.ofType, scope);
    return item && completeList(item, scope);
  }
  if (isLeafType(type)) return completeLeaf(type);
  if (isAbstractType(type)) return completeAbstract(type, scope);
  if (!isObjectType(type)) return undefined;
  const fields = scope.fieldsOf(type);
  return fields && completeObject(type, fields, scope);
}

function unlessNull(complete: CompleteValue): CompleteValue {
  return (running, value, place) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(running, value, place);
  };
}

function completeNonNull(complete: CompleteValue, { coordinate }: CompletionScope): CompleteValue {
  const refuseNull = <Value>(value: Value): Value => {
    if (value !== null) return value;
    throw new Error(`Cannot return null for non-nullable field ${coordinate}.`);
  };
  return (running, value, place) => {
    const completed = complete(running, value, place);
    return isPromise(completed) ? completed.then(refuseNull) : refuseNull(completed);
  };
}

function completeLeaf(type: GraphQLLeafType): CompleteValue {
  return (_running, value) => {
    const serialized: unknown = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(`Expected \`${type.name}.serialize\` to return a value.`);
  };
}

function completeList(item: Completion, scope: CompletionScope): CompleteValue {
  return (running, value, place) => {
    if (!isIterable(value)) {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${scope.coordinate}".`);
    }
    return completeItems(item, scope, { running, place }, value);
  };
}

interface At {
  readonly running: Running;
  readonly place: Place | undefined;
}

function completeItems(
  item: Completion,
  { nodes }: CompletionScope,
  { running, place }: At,
  items: Iterable<unknown>,
): unknown {
  const completed: unknown[] = [];
  let isPending = false;
  try {
    for (const value of items) {
      const one = completeItem(value, pathUnder(place, completed.length, undefined));
      isPending ||= isPromise(one);
      completed.push(one);
    }
  } catch (error) {
    // Nobody will wait for those that are under way.
    if (isPending) Promise.allSettled(completed).catch(() => undefined);
    throw error;
  }
  return isPending ? Promise.all(completed) : completed;

  function completeItem(value: unknown, itemPlace: Place): unknown {
    const fail = (error: unknown): null => {
      const located = locatedError(error, nodes, toPathList(itemPlace));
      if (item.isNonNull) throw located;
      running.errors.push(located);
      return null;
    };
    try {
      const one = isPromise(value)
        ? value.then((settled) => item.complete(running, settled, itemPlace))
        : item.complete(running, value, itemPlace);
      return isPromise(one) ? one.then(undefined, fail) : one;
    } catch (error) {
      return fail(error);
    }
  }
}

function completeObject(
  type: GraphQLObjectType,
  fields: CompiledFields,
  { coordinate }: Pick<CompletionScope, 'coordinate'>,
): CompleteValue {
  const { isTypeOf } = type;
  if (!isTypeOf) return fields;
  return (running, value, place) => {
    const check = (isOf: boolean): unknown => {
      if (isOf) return fields(running, value, place);
      throw new GraphQLError(`Expected value of type "${type.name}" for field ${coordinate}.`);
    };
    const isOf = isTypeOf(value, running.contextValue, infoOf(running));
    return isPromise(isOf) ? isOf.then(check) : check(isOf);
  };
}

function completeAbstract(type: GraphQLAbstractType, scope: CompletionScope): CompleteValue {
  const { schema, coordinate } = scope;
  const completions = new Map<string, CompleteValue>();
  function completionFor(name: unknown): CompleteValue {
    const runtimeType = typeof name === 'string' ? schema.getType(name) : undefined;
    if (!isObjectType(runtimeType) || !schema.isSubType(type, runtimeType)) {
      throw new GraphQLError(
        `Abstract type "${type.name}" must resolve to one of its object types for field ${coordinate}.`,
      );
    }
    const fields = scope.fieldsOf(runtimeType);
    if (fields === undefined) throw new GraphQLError(`${runtimeType.name} has no such field.`);
    const complete = completeObject(runtimeType, fields, scope);
    completions.set(runtimeType.name, complete);
    return complete;
  }
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return (running, value, place) => {
    const as = (name: string | undefined): unknown => {
      const complete = completions.get(name ?? '') ?? completionFor(name);
      return complete(running, value, place);
    };
    const name = resolveType(value, running.contextValue, infoOf(running), type);
    return isPromise(name) ? name.then((settled) => as(settled)) : as(name ?? undefined);
  };
}

/** What resolving a type may look at: the schema, and what belongs to the operation. */
function infoOf({ constants, variables }: Running): GraphQLResolveInfo {
  const info: Partial<GraphQLResolveInfo> = { ...constants, variableValues: variables };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type is asked of a value, which has no field of its own
  return info as GraphQLResolveInfo;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
