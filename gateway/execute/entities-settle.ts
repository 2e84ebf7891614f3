import type { BodyError, BodyReply } from '../fetch/body-call.ts';
import { mergeInto } from '../merge/merge-into.ts';
import { pathsOfObjects } from '../merge/objects-at-path.ts';
import type { ResponsePath } from '../merge/objects-at-path.ts';
import type { Merged } from '../merge/merged-object.ts';
import { invalid } from '../merge/shape.ts';
import type { EntityAnswer } from './answer-book.ts';
import type { Asked, EntitiesCall, EntityFetch, Target } from './entities-call.ts';
import { reasonOf, reportBodyError, reportFailure, statusOf } from './fetch-failure.ts';
import type { Failure } from './fetch-failure.ts';
import type { OperationState } from './operation-state.ts';
import { keyValueOf } from './representations.ts';

/**
 * Merges what a call brought, and writes down what it did not: for the whole call, or for single entities that came as
 * null or with an error of their own. Nothing of a malformed answer is merged.
 */
export function settleEntities(
  call: EntitiesCall,
  state: OperationState,
  asked: readonly Asked[],
  reply: BodyReply,
): void {
  const errors = reply.status === 'ANSWERED' ? reply.errors : [];
  const taken = take(call, asked, reply);
  const failure = Array.isArray(taken) ? undefined : taken;
  const failedEntities = new Map<string, EntityAnswer>();
  if (Array.isArray(taken)) {
    for (const { target, entity } of taken) mergeInto(target.object, entity, call.context.isObjectTypeName);
    noteNulls(call, asked, reply, failedEntities);
  }
  for (const error of errors) noteError(call, state, asked, { error, failedEntities });
  if (failure !== undefined && errors.length === 0)
    reportFailure(state, call.text.subgraph, failure, failedPaths(state, asked));
  const general = errors.find((error) => locate(call, asked, error) === undefined && statusOf(error) !== 'ANSWERED');
  const whole = failure ?? (general && { status: statusOf(general), reason: reasonOf(general) });
  state.book.record(call.text.subgraph, {
    status: whole?.status ?? 'ANSWERED',
    ...(whole && { reason: whole.reason }),
    tookMs: reply.tookMs,
    entitiesAsked: asked.reduce((sum, { representations }) => sum + representations.length, 0),
    failedEntities,
  });
}

interface TakenEntity {
  readonly target: Target;
  readonly entity: Merged;
}

/** Every object's entity, or why the answer cannot be used. All of it is looked at before any of it is merged. */
function take(call: EntitiesCall, asked: readonly Asked[], reply: BodyReply): TakenEntity[] | Failure {
  if (reply.status !== 'ANSWERED') return reply;
  const taken: TakenEntity[] = [];
  for (const [at, { key }] of call.slots.entries()) {
    const slot = asked[at];
    const list = reply.data?.[key];
    if (slot === undefined || slot.representations.length === 0) continue;
    if ((list === null || list === undefined) && reply.errors.length > 0) {
      return { status: 'UNAVAILABLE', reason: reply.errors.map(reasonOf)[0] ?? '' };
    }
    if (!Array.isArray(list) || list.length !== slot.representations.length) {
      return { status: 'INVALID', reason: 'Not one entity for each representation' };
    }
    if (!takeList(slot, list, taken)) return { status: 'INVALID', reason: 'Not of the shape asked for' };
  }
  return taken;
}

function takeList(slot: Asked, list: readonly unknown[], taken: TakenEntity[]): boolean {
  for (const [at, item] of list.entries()) {
    if (item === null) continue;
    for (const target of slot.targets[at] ?? []) {
      const entity = target.fetch.take(item, target.object['__typename']);
      if (entity === invalid) return false;
      taken.push({ target, entity });
    }
  }
  return true;
}

function noteNulls(
  call: EntitiesCall,
  asked: readonly Asked[],
  reply: BodyReply,
  failedEntities: Map<string, EntityAnswer>,
): void {
  if (reply.status !== 'ANSWERED') return;
  for (const [slot, { key }] of call.slots.entries()) {
    const list = reply.data?.[key];
    if (!Array.isArray(list)) continue;
    for (const [at, item] of list.entries()) {
      const representation = asked[slot]?.representations[at];
      if (item !== null || representation === undefined) continue;
      const entity = keyValueOf(representation, call.text.subgraph, call.context);
      failedEntities.set(entity, { status: 'INVALID', reason: 'No such entity' });
    }
  }
}

interface NotedError {
  readonly error: BodyError;
  readonly failedEntities: Map<string, EntityAnswer>;
}

function noteError(call: EntitiesCall, state: OperationState, asked: readonly Asked[], noted: NotedError): void {
  const { error, failedEntities } = noted;
  const place = locate(call, asked, error);
  if (place === undefined) {
    for (const path of failedPaths(state, asked).slice(0, 1)) {
      reportBodyError(state, call.text.subgraph, error, path);
    }
    return;
  }
  const status = statusOf(error);
  const entity = keyValueOf(place.representation, call.text.subgraph, call.context);
  if (status !== 'ANSWERED') failedEntities.set(entity, { status, reason: reasonOf(error) });
  for (const target of place.targets) {
    const path = [...pathOf(state, target), ...(error.path ?? []).slice(2)];
    reportBodyError(state, call.text.subgraph, error, path);
  }
}

/** The entity that an error's path names: `['_entities', 2, 'name']`. */
function locate(
  call: EntitiesCall,
  asked: readonly Asked[],
  { path }: BodyError,
): { readonly representation: Record<string, unknown>; readonly targets: readonly Target[] } | undefined {
  const slot = asked[call.slots.findIndex(({ key }) => key === path?.[0])];
  const at = path?.[1];
  if (slot === undefined || typeof at !== 'number') return undefined;
  const representation = slot.representations[at];
  const targets = slot.targets[at];
  return representation && targets && { representation, targets };
}

function pathOf(state: OperationState, { fetch, nth }: Target): ResponsePath {
  return pathsOfObjects(state.root, fetch.path)[nth] ?? [];
}

/** Where data is missing when the whole call brought none: the field, when the fetch is for one, or the object. */
function failedPaths(state: OperationState, asked: readonly Asked[]): ResponsePath[] {
  const places = new Map<EntityFetch, ResponsePath[]>();
  const paths: ResponsePath[] = [];
  for (const { fetch, nth } of asked.flatMap(({ targets }) => targets.flat())) {
    const known = places.get(fetch) ?? pathsOfObjects(state.root, fetch.path);
    places.set(fetch, known);
    const [onlyKey, ...others] = fetch.keys;
    const path = known[nth] ?? [];
    paths.push(onlyKey === undefined || others.length > 0 ? path : [...path, onlyKey]);
  }
  return paths;
}
