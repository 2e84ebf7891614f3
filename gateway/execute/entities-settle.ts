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
import type { Representation } from './representations.ts';

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
  const settling: Settling = { call, state, asked, failedEntities: new Map() };
  const failure = mergeAll(settling, takeAll(settling, reply));
  if (failure === undefined && reply.status === 'ANSWERED') noteNulls(settling, reply.data);
  const errors = reply.status === 'ANSWERED' ? reply.errors : [];
  const data = reply.status === 'ANSWERED' ? reply.data : null;
  for (const error of errors) noteError(settling, error, data);
  if (failure !== undefined && errors.length === 0) {
    reportFailure(state, call.text.subgraph, failure, failedPaths(settling));
  }
  record(settling, reply.tookMs, generalFailure(settling, errors) ?? failure);
}

interface Settling {
  readonly call: EntitiesCall;
  readonly state: OperationState;
  readonly asked: readonly Asked[];
  readonly failedEntities: Map<string, EntityAnswer>;
}

type Outcome = Pick<EntityAnswer, 'status' | 'reason'>;

function record({ call, state, asked, failedEntities }: Settling, tookMs: number, outcome: Outcome | undefined): void {
  state.book.record(call.text.subgraph, {
    status: 'ANSWERED',
    ...outcome,
    tookMs,
    entitiesAsked: asked.reduce((sum, { representations }) => sum + representations.length, 0),
    failedEntities,
  });
}

/** An error that is about no entity in particular is about all of them. */
function generalFailure(settling: Settling, errors: readonly BodyError[]): Outcome | undefined {
  const error = errors.find((each) => locate(settling, each) === undefined && statusOf(each) !== 'ANSWERED');
  return error && { status: statusOf(error), reason: reasonOf(error) };
}

interface TakenEntity {
  readonly target: Target;
  readonly entity: Merged;
}

/** Every object's entity, or why the answer cannot be used. All of it is looked at before any of it is merged. */
function takeAll({ call, asked }: Settling, reply: BodyReply): readonly TakenEntity[] | Failure {
  if (reply.status !== 'ANSWERED') return reply;
  const taken: TakenEntity[] = [];
  for (const [at, { key }] of call.slots.entries()) {
    const slot = asked[at];
    if (slot === undefined || slot.representations.length === 0) continue;
    const failure = takeSlot(slot, reply.data?.[key], taken);
    if (failure === undefined) continue;
    const [error] = reply.errors;
    return error === undefined ? failure : { status: 'UNAVAILABLE', reason: reasonOf(error) };
  }
  return taken;
}

function mergeAll({ call }: Settling, taken: readonly TakenEntity[] | Failure): Failure | undefined {
  if ('status' in taken) return taken;
  let agrees = true;
  for (const { target, entity } of taken) {
    agrees = mergeInto(target.object, entity, call.isObjectTypeName) && agrees;
  }
  return agrees ? undefined : { status: 'INVALID', reason: 'Not what other bodies say' };
}

function takeSlot(slot: Asked, list: unknown, taken: TakenEntity[]): Failure | undefined {
  if (!Array.isArray(list) || list.length !== slot.representations.length) {
    return { status: 'INVALID', reason: 'Not one entity for each representation' };
  }
  const items: readonly unknown[] = list;
  for (const [at, item] of items.entries()) {
    if (item === null) continue;
    for (const target of slot.targets[at] ?? []) {
      const entity = target.fetch.take(item, target.object['__typename']);
      if (entity === invalid) return { status: 'INVALID', reason: 'Not of the shape asked for' };
      taken.push({ target, entity });
    }
  }
  return undefined;
}

function noteNulls({ call, asked, failedEntities }: Settling, data: Readonly<Record<string, unknown>> | null): void {
  for (const [slot, { key }] of call.slots.entries()) {
    const list = data?.[key];
    if (!Array.isArray(list)) continue;
    for (const [at, item] of list.entries()) {
      const representation = asked[slot]?.representations[at];
      if (item !== null || representation === undefined) continue;
      failedEntities.set(call.keyOf(representation), { status: 'INVALID', reason: 'No such entity', isKept: false });
    }
  }
}

function noteError(settling: Settling, error: BodyError, data: Readonly<Record<string, unknown>> | null): void {
  const { call, state, failedEntities } = settling;
  const { subgraph } = call.text;
  const place = locate(settling, error);
  if (place === undefined) {
    reportBodyError(state, subgraph, error, failedPaths(settling)[0]);
    return;
  }
  const status = statusOf(error);
  if (status !== 'ANSWERED') {
    const key = call.keyOf(place.representation);
    const isKept = came(data, error.path) && failedEntities.get(key)?.isKept !== false;
    failedEntities.set(key, { status, reason: reasonOf(error), isKept });
  }
  for (const { fetch, nth } of place.targets) {
    const at = pathsOfObjects(state.root, fetch.path)[nth] ?? [];
    reportBodyError(state, subgraph, error, [...at, ...(error.path ?? []).slice(2)]);
  }
}

/** Whether the field of the entity that the error is inside of came nevertheless: `['_entities', 2, 'health', …]`. */
function came(data: Readonly<Record<string, unknown>> | null, path: BodyError['path'] = []): boolean {
  let value: unknown = data;
  for (const step of path.slice(0, 3)) {
    if (typeof value !== 'object' || value === null) return false;
    value = Reflect.get(value, step);
  }
  return path.length > 3 && value !== null && value !== undefined;
}

interface Place {
  readonly representation: Representation;
  readonly targets: readonly Target[];
}

/** The entity that an error's path names: `['_entities', 2, 'name']`. */
function locate({ call, asked }: Settling, { path }: BodyError): Place | undefined {
  const slot = asked[call.slots.findIndex(({ key }) => key === path?.[0])];
  const at = path?.[1];
  if (slot === undefined || typeof at !== 'number') return undefined;
  const representation = slot.representations[at];
  const targets = slot.targets[at];
  return representation && targets && { representation, targets };
}

/** Where data is missing when the whole call brought none: the field, when the fetch is for one, or the object. */
function failedPaths({ state, asked }: Settling): ResponsePath[] {
  const places = new Map<EntityFetch, ResponsePath[]>();
  return asked
    .flatMap(({ targets }) => targets.flat())
    .map(({ fetch, nth }) => {
      const known = places.get(fetch) ?? pathsOfObjects(state.root, fetch.path);
      places.set(fetch, known);
      const [onlyKey, ...others] = fetch.keys;
      const path = known[nth] ?? [];
      return onlyKey === undefined || others.length > 0 ? path : [...path, onlyKey];
    });
}
