import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  getVariableValues,
  locatedError,
  visit,
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { compileCompletion, type Completion } from './complete-value.ts';
import { collectQueryFields, type QueryField } from './query-fields.ts';
import {
  FieldInfo,
  answerObjects,
  isPromise,
  pathUnder,
  toPathList,
  type CompiledFields,
  type FieldCall,
  type Place,
  type QueryConstants,
  type Running,
} from './query-run.ts';

/** Executes one query any number of times: what `execute` of graphql-js answers, without looking at the document again. */
export type CompiledQuery = (
  contextValue: unknown,
  variables: Readonly<Record<string, unknown>>,
) => ExecutionResult | Promise<ExecutionResult>;

/**
 * Compiles a valid document of one query. Undefined for what graphql-js had better do itself: mutations, which run one
 * after the other, conditions, introspection of the schema, and documents of several operations.
 */
export function compileQuery(schema: GraphQLSchema, document: DocumentNode): CompiledQuery | undefined {
  const [operation, ...others] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const queryType = schema.getQueryType();
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0 || !queryType) return undefined;
  if (operation.operation !== OperationTypeNode.QUERY || hasConditions(document)) return undefined;
  const constants = constantsOf(schema, document, operation);
  const root = compileFields(constants, queryType, [operation.selectionSet]);
  const { variableDefinitions = [] } = operation;
  return (
    root &&
    ((contextValue, inputs) => {
      const { coerced, errors } = getVariableValues(schema, variableDefinitions, inputs, { maxErrors: 50 });
      if (coerced === undefined) return { errors };
      return runRoot(root, { constants, contextValue, variables: coerced, errors: [] });
    })
  );
}

function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}

function constantsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): QueryConstants {
  const fragments = document.definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
  );
  return { schema, operation, fragments: Object.fromEntries(fragments) };
}

function runRoot(root: CompiledFields, running: Running): ExecutionResult | Promise<ExecutionResult> {
  const { errors } = running;
  const finish = (data: unknown): ExecutionResult => {
    const result: Record<string, unknown> = Object.assign(Object.create(null), data);
    return errors.length > 0 ? { data: result, errors } : { data: result };
  };
  const fail = (error: unknown): ExecutionResult => {
    errors.push(error instanceof GraphQLError ? error : new GraphQLError(String(error)));
    return { data: null, errors };
  };
  try {
    const data = root(running, undefined, undefined);
    return isPromise(data) ? data.then(finish, fail) : finish(data);
  } catch (error) {
    return fail(error);
  }
}

/** The fields of one type's objects under some selections. Undefined where a field is not the type's. */
function compileFields(
  constants: QueryConstants,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): CompiledFields | undefined {
  const collected = collectQueryFields(constants, type, selectionSets);
  if (collected === undefined) return undefined;
  const calls: FieldCall[] = [];
  for (const field of collected) {
    const complete = compileField(constants, type, field);
    if (complete === undefined) return undefined;
    calls.push(fieldCall(type, field, complete));
  }
  return (running, source, place) => executeFields(calls, running, source, place);
}

function compileField(
  constants: QueryConstants,
  parent: GraphQLObjectType,
  { definition, nodes }: QueryField,
): Completion | undefined {
  const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return compileCompletion(definition.type, {
    schema: constants.schema,
    nodes,
    coordinate: `${parent.name}.${definition.name}`,
    fieldsOf: (type) => compileFields(constants, type, inner),
  });
}

function fieldCall(parent: GraphQLObjectType, field: QueryField, completion: Completion): FieldCall {
  const { key, nodes, definition, argumentsOf } = field;
  return {
    key,
    name: definition.name,
    nodes,
    parent,
    definition,
    argumentsOf,
    complete: completion.complete,
    isNonNull: completion.isNonNull,
    isPlain: completion.isLeaf && definition.args.length === 0,
  };
}

/** The fields of one object in their order; a promise when one of them is one. */
function executeFields(
  calls: readonly FieldCall[],
  running: Running,
  source: unknown,
  place: Place | undefined,
): unknown {
  const result = answerObjects.create();
  let isPending = false;
  try {
    for (const call of calls) {
      // Resolvers are looked up at each call, as graphql does: a schema's may be replaced while it runs.
      const isProperty = call.isPlain && call.definition.resolve === undefined;
      const value = isProperty ? readPlain(call, running, source, place) : executeField(call, running, source, place);
      result[call.key] = value;
      isPending ||= isPromise(value);
    }
  } catch (error) {
    if (!isPending) throw error;
    // The others are under way: the object waits for them, and then it fails.
    return settleObject(result).then(
      () => Promise.reject(error),
      () => Promise.reject(error),
    );
  }
  return isPending ? settleObject(result) : result;
}

async function settleObject(result: Record<string, unknown>): Promise<unknown> {
  const keys = Object.keys(result);
  const values = await Promise.all(keys.map((key) => result[key]));
  const settled = answerObjects.create();
  for (const [at, key] of keys.entries()) settled[key] = values[at];
  return settled;
}

/** A property that is a leaf, which most fields are: nothing is made for it but its value. */
function readPlain(call: FieldCall, running: Running, source: unknown, place: Place | undefined): unknown {
  const value = isObjectLike(source) ? source[call.name] : undefined;
  if (typeof value === 'function' || isPromise(value)) return executeField(call, running, source, place);
  try {
    return call.complete(running, value, undefined);
  } catch (error) {
    return failField(call, running, error, pathUnder(place, call.key, call.parent.name));
  }
}

function executeField(call: FieldCall, running: Running, source: unknown, parentPlace: Place | undefined): unknown {
  const place = pathUnder(parentPlace, call.key, call.parent.name);
  try {
    const value = resolveValue(call, running, source, place);
    const completed = isPromise(value)
      ? value.then((settled) => call.complete(running, settled, place))
      : call.complete(running, value, place);
    return isPromise(completed)
      ? completed.then(undefined, (error: unknown) => failField(call, running, error, place))
      : completed;
  } catch (error) {
    return failField(call, running, error, place);
  }
}

function resolveValue(call: FieldCall, running: Running, source: unknown, place: Place): unknown {
  const { contextValue, variables } = running;
  const args = call.argumentsOf(variables);
  const { resolve } = call.definition;
  if (resolve !== undefined) return resolve(source, args, contextValue, new FieldInfo(call, running, place));
  if (!isObjectLike(source)) return undefined;
  const property = source[call.name];
  return typeof property === 'function'
    ? Reflect.apply(property, source, [args, contextValue, new FieldInfo(call, running, place)])
    : property;
}

function failField(call: FieldCall, running: Running, error: unknown, place: Place): null {
  const located = locatedError(error, call.nodes, toPathList(place));
  if (call.isNonNull) throw located;
  running.errors.push(located);
  return null;
}

function isObjectLike(value: unknown): value is Readonly<Record<string, unknown>> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
