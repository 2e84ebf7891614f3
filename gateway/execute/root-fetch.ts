import { Kind, OperationTypeNode } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { BodyError, BodyReply } from '../fetch/body-call.ts';
import { allHold, compileInclusion } from '../merge/field-conditions.ts';
import { mergeInto } from '../merge/merge-into.ts';
import type { IsObjectTypeName } from '../merge/merge-into.ts';
import type { Merged } from '../merge/merged-object.ts';
import { objectsAtPath, pathsOfObjects } from '../merge/objects-at-path.ts';
import type { PlanPath, ResponsePath } from '../merge/objects-at-path.ts';
import { applyRewrites } from '../merge/rewrites.ts';
import { adopt, compileShape, invalid } from '../merge/shape.ts';
import type { Shape } from '../merge/shape.ts';
import type { FetchNode } from '../plan/query-plan.ts';
import type { AnswerStatus } from './answer-book.ts';
import { callBody } from './body-request.ts';
import type { CallText } from './body-request.ts';
import { operationOf } from './fetch-text.ts';
import { reasonOf, reportBodyError, reportFailure, statusOf } from './fetch-failure.ts';
import type { Failure } from './fetch-failure.ts';
import type { OperationState, RunCall } from './operation-state.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlannedFetch } from './plan-fetches.ts';

/** A fetch of root fields. Under a Flatten node, its data goes to every object at `path`. */
export function compileRootFetch({ node, path, conditions }: PlannedFetch, context: PlanContext): RunCall {
  const operation = operationOf(node.operation);
  const text: CallText = {
    subgraph: node.serviceName,
    query: node.operation,
    kind: operation.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query',
    variableNames: node.variableUsages ?? [],
    isJoin: context.joins.has(node.serviceName),
    slices: context.slicesOf?.(node),
  };
  const fetch: RootFetch = {
    subgraph: node.serviceName,
    path,
    isObjectTypeName: context.isObjectTypeName,
    rootKeys: operation.selectionSet.selections.flatMap((selection) =>
      selection.kind === Kind.FIELD ? [selection.alias?.value ?? selection.name.value] : [],
    ),
    take: compileTake(
      node,
      compileShape(context.schema, rootTypeName(context.schema, operation), operation.selectionSet),
      context,
    ),
  };
  const inclusion = compileInclusion(operation.selectionSet);
  return async (state) => {
    if (!allHold(conditions, state.coercedVariables) || inclusion(state.coercedVariables) === 'NONE') return;
    const objects = objectsAtPath(state.root, path);
    if (objects.length > 0) settle(fetch, state, objects, await callBody(text, state));
  };
}

/** Turns a body's data into the answer's objects, each time new ones. */
export type Take = (data: unknown, typeName?: unknown) => Merged | typeof invalid;

export function compileTake({ outputRewrites = [] }: FetchNode, shape: Shape, { isOfType }: PlanContext): Take {
  if (outputRewrites.length === 0) return (data) => adopt(shape, data);
  return (data, typeName) => {
    const taken = adopt(shape, data);
    if (taken === invalid) return invalid;
    // Rewrites tell types apart by name: an entity whose body was not asked for its type has the one it had.
    if (typeName !== undefined) taken['__typename'] ??= typeName;
    applyRewrites(outputRewrites, taken, isOfType);
    return taken;
  };
}

interface RootFetch {
  readonly subgraph: string;
  readonly path: PlanPath;
  readonly rootKeys: readonly string[];
  readonly take: Take;
  readonly isObjectTypeName: IsObjectTypeName;
}

function settle(fetch: RootFetch, state: OperationState, objects: readonly Merged[], reply: BodyReply): void {
  const failure = merge(fetch, objects, reply);
  const errors = reply.status === 'ANSWERED' ? reply.errors : [];
  const [status, reason] = worst(errors) ?? [failure?.status ?? 'ANSWERED', failure?.reason];
  state.book.record(fetch.subgraph, {
    status,
    ...(reason !== undefined && { reason }),
    tookMs: reply.tookMs,
    entitiesAsked: 0,
    failedEntities: new Map(),
  });
  const places = pathsOfObjects(state.root, fetch.path);
  if (failure !== undefined && errors.length === 0) {
    const paths = places.flatMap((place) => fetch.rootKeys.map((key) => [...place, key]));
    reportFailure(state, fetch.subgraph, failure, paths);
  }
  for (const error of errors) {
    reportBodyError(state, fetch.subgraph, error, pathIn(places[0] ?? [], fetch.rootKeys, error.path));
  }
}

function merge(fetch: RootFetch, objects: readonly Merged[], reply: BodyReply): Failure | undefined {
  if (reply.status !== 'ANSWERED') return reply;
  if (reply.data === null) {
    return reply.errors.length === 0
      ? { status: 'INVALID', reason: 'Neither data nor errors' }
      : { status: 'UNAVAILABLE', reason: reply.errors.map(reasonOf)[0] ?? '' };
  }
  for (const object of objects) {
    const taken = fetch.take(reply.data);
    if (taken === invalid || !mergeInto(object, taken, fetch.isObjectTypeName))
      return { status: 'INVALID', reason: 'Not of the shape asked for' };
  }
  return undefined;
}

/** What a body says itself tells more than the null that comes of it. */
function worst(errors: readonly BodyError[]): [AnswerStatus, string] | undefined {
  const bad = errors.find((error) => statusOf(error) !== 'ANSWERED');
  return bad && [statusOf(bad), reasonOf(bad)];
}

function pathIn(place: ResponsePath, rootKeys: readonly string[], path: ResponsePath | undefined): ResponsePath {
  if (path !== undefined) return [...place, ...path];
  const [onlyKey, ...others] = rootKeys;
  return onlyKey === undefined || others.length > 0 ? place : [...place, onlyKey];
}

function rootTypeName(schema: GraphQLSchema, { operation }: OperationDefinitionNode): string {
  return schema.getRootType(operation)?.name ?? '';
}
