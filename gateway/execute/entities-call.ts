import { Kind } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import type { BodyReply } from '../fetch/body-call.ts';
import type { SlicePlan } from '../fetch/cut-slices.ts';
import { allHold, compileInclusion } from '../merge/field-conditions.ts';
import type { FieldCondition, Inclusion, Variables } from '../merge/field-conditions.ts';
import { objectsAtPath, pathsOfObjects } from '../merge/objects-at-path.ts';
import type { IsObjectTypeName } from '../merge/merge-into.ts';
import type { Merged } from '../merge/merged-object.ts';
import type { PlanPath } from '../merge/objects-at-path.ts';
import { responseError } from '../merge/response-error.ts';
import { compileShape } from '../merge/shape.ts';
import { callBody } from './body-request.ts';
import type { CallText } from './body-request.ts';
import { mergeEntitiesTexts } from './entities-text.ts';
import type { EntitiesSlot } from './entities-text.ts';
import { settleEntities } from './entities-settle.ts';
import { subgraphCode } from './manifest.ts';
import type { OperationState, RunCall } from './operation-state.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlannedFetch } from './plan-fetches.ts';
import { compileKeyOf, compileRepresentation, isLack } from './representations.ts';
import type { KeyOf, Lack, Representation, RepresentationOf } from './representations.ts';
import { compileTake } from './root-fetch.ts';
import type { Take } from './root-fetch.ts';

export interface EntityFetch {
  readonly path: PlanPath;
  readonly conditions: readonly FieldCondition[];
  /** What counts of it under an operation's variables. */
  readonly inclusion: (variables: Variables) => Inclusion;
  readonly representationOf: RepresentationOf;
  readonly slot: number;
  readonly take: Take;
  /** Response names that the fetch brings to its objects. */
  readonly keys: readonly string[];
}

/** What the fetches of one subgraph in one step have in common: they are one call. */
export interface EntitiesCall {
  readonly text: CallText;
  readonly slots: readonly { readonly key: string; readonly variable: string }[];
  readonly fetches: readonly EntityFetch[];
  readonly keyOf: KeyOf;
  readonly isObjectTypeName: IsObjectTypeName;
}

/** Objects that wait for an entity, which has one place in the list however many they are. */
export interface Target {
  readonly fetch: EntityFetch;
  readonly object: Merged;
  /** Which of the fetch's objects it is. */
  readonly nth: number;
}

/** The distinct entities that one slot asks for. */
export interface Asked {
  readonly representations: Representation[];
  readonly targets: Target[][];
}

/** Compiles `_entities` fetches of one subgraph into one call. */
export function compileEntitiesCall(fetches: readonly PlannedFetch[], context: PlanContext): RunCall {
  const call = compileCall(fetches, context);
  return (state) => send(call, state);
}

function compileCall(planned: readonly PlannedFetch[], context: PlanContext): EntitiesCall {
  const nodes = planned.map(({ node }) => node);
  const { query, slots, slotOf, variableNames } = mergeEntitiesTexts(nodes);
  const subgraph = nodes[0]?.serviceName ?? '';
  const shapes = slots.map(({ selectionSet }) => compileShape(context.schema, entityType(selectionSet), selectionSet));
  const inclusions = slots.map(({ selectionSet }) => compileInclusion(selectionSet));
  const fetches = planned.map(({ node, path, conditions }, at): EntityFetch => {
    const slot = slotOf[at] ?? 0;
    const shape = shapes[slot] ?? { fields: [] };
    return {
      path,
      conditions,
      inclusion: inclusions[slot] ?? (() => 'ALL'),
      slot,
      representationOf: compileRepresentation(node.requires ?? [], node.inputRewrites ?? [], subgraph, context),
      take: compileTake(node, shape, context),
      keys: shape.fields.map(({ key }) => key).filter((key) => key !== '__typename'),
    };
  });
  const isJoin = context.joins.has(subgraph);
  return {
    text: {
      subgraph,
      query,
      kind: 'query',
      variableNames,
      isJoin,
      slices: slotSlices(planned, slots, slotOf, context),
    },
    slots,
    fetches,
    keyOf: compileKeyOf(subgraph, context),
    isObjectTypeName: context.isObjectTypeName,
  };
}

/** A slot that several fetches share is read: what one of them may pass on, another may have to look into. */
function slotSlices(
  planned: readonly PlannedFetch[],
  slots: readonly EntitiesSlot[],
  slotOf: readonly number[],
  { slicesOf }: PlanContext,
): SlicePlan | undefined {
  const fields = slots.flatMap(({ key }, slot) => {
    const [only, ...others] = planned.filter((_, at) => slotOf[at] === slot);
    const plan = only === undefined || others.length > 0 ? undefined : slicesOf?.(only.node);
    return plan === undefined ? [] : [[key, plan] as const];
  });
  return fields.length === 0 ? undefined : { fields: new Map(fields) };
}

/** The one type of a slot's entities, if it is only one: all of them have its fields. */
function entityType({ selections: [first, ...others] }: SelectionSetNode): string {
  return first?.kind === Kind.INLINE_FRAGMENT && others.length === 0 ? (first.typeCondition?.name.value ?? '') : '';
}

async function send(call: EntitiesCall, state: OperationState): Promise<void> {
  const asked = gather(call, state);
  if (asked.every(({ representations }) => representations.length === 0)) return;
  const representations: Record<string, unknown> = {};
  for (const [at, { variable }] of call.slots.entries()) representations[variable] = asked[at]?.representations ?? [];
  const reply: BodyReply = await callBody(call.text, state, representations);
  settleEntities(call, state, asked, reply);
}

function gather(call: EntitiesCall, state: OperationState): Asked[] {
  const slots = call.slots.map(createSlot);
  for (const fetch of call.fetches) {
    const slot = slots[fetch.slot];
    if (slot === undefined || !allHold(fetch.conditions, state.coercedVariables)) continue;
    const inclusion = fetch.inclusion(state.coercedVariables);
    for (const [nth, object] of objectsAtPath(state.root, fetch.path).entries()) {
      // A fetch without fields is still good for the type of an object that is only known by its interface.
      if (inclusion === 'NONE' && call.isObjectTypeName(object['__typename'])) continue;
      const representation = fetch.representationOf(object, inclusion !== 'ALL');
      if (representation === undefined) continue;
      if (isLack(representation)) reportLack(call, state, { fetch, nth, ...representation });
      else addTarget(slot, representation, call.keyOf(representation), { fetch, object, nth });
    }
  }
  return slots;
}

/** What an entity's fields are made from is missing, and may not be null: they are null, and the error says why. */
function reportLack(call: EntitiesCall, state: OperationState, lack: Lack & Omit<Target, 'object'>): void {
  const { fetch, nth, lacks } = lack;
  const path = [...(pathsOfObjects(state.root, fetch.path)[nth] ?? []), ...(fetch.keys.length === 1 ? fetch.keys : [])];
  const error = responseError('BODY_UNAVAILABLE', { body: subgraphCode(call.text.subgraph) });
  const message = `${error.message} Not asked, because ${lacks}, which it needs, is missing.`;
  state.errors.push({ error: { ...error, message }, places: [path] });
}

interface Slot extends Asked {
  /** Places of the representations by type and key: usually one, more when what is required differs. */
  readonly places: Map<string, number[]>;
}

function createSlot(): Slot {
  return { representations: [], targets: [], places: new Map() };
}

/** Equal representations are sent once. Few have the same key, so few are compared whole. */
function addTarget(slot: Slot, representation: Representation, key: string, target: Target): void {
  const { representations, targets, places } = slot;
  const typedKey = `${String(representation['__typename'])} ${key}`;
  const candidates = places.get(typedKey) ?? [];
  const text = candidates.length === 0 ? '' : JSON.stringify(representation);
  const same = candidates.find((at) => JSON.stringify(representations[at]) === text);
  if (same !== undefined) {
    targets[same]?.push(target);
    return;
  }
  places.set(typedKey, [...candidates, representations.length]);
  representations.push(representation);
  targets.push([target]);
}
