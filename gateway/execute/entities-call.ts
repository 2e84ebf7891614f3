import type { BodyReply } from '../fetch/body-call.ts';
import { allHold } from '../merge/field-conditions.ts';
import type { FieldCondition } from '../merge/field-conditions.ts';
import { objectsAtPath } from '../merge/objects-at-path.ts';
import type { Merged } from '../merge/merged-object.ts';
import type { PlanPath } from '../merge/objects-at-path.ts';
import { compileShape } from '../merge/shape.ts';
import { callBody } from './body-request.ts';
import type { CallText } from './body-request.ts';
import { mergeEntitiesTexts } from './entities-text.ts';
import { settleEntities } from './entities-settle.ts';
import type { OperationState, RunCall } from './operation-state.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlannedFetch } from './plan-fetches.ts';
import { compileRepresentation } from './representations.ts';
import type { Representation, RepresentationOf } from './representations.ts';
import { compileTake } from './root-fetch.ts';
import type { Take } from './root-fetch.ts';

export interface EntityFetch {
  readonly path: PlanPath;
  readonly conditions: readonly FieldCondition[];
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
  readonly context: PlanContext;
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
  const shapes = slots.map(({ selectionSet }) => compileShape(context.schema, '', selectionSet));
  const fetches = planned.map(({ node, path, conditions }, at): EntityFetch => {
    const slot = slotOf[at] ?? 0;
    const shape = shapes[slot] ?? { fields: [] };
    return {
      path,
      conditions,
      slot,
      representationOf: compileRepresentation(node.requires ?? [], node.inputRewrites ?? [], subgraph, context),
      take: compileTake(node, shape, context),
      keys: shape.fields.map(({ key }) => key).filter((key) => key !== '__typename'),
    };
  });
  const isJoin = context.joins.has(subgraph);
  return { text: { subgraph, query, kind: 'query', variableNames, isJoin }, slots, fetches, context };
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
  const asked = call.slots.map((): Asked => ({ representations: [], targets: [] }));
  const places = call.slots.map(() => new Map<string, number>());
  const objects = call.fetches.map(({ path, conditions }) =>
    allHold(conditions, state.coercedVariables) ? objectsAtPath(state.root, path) : [],
  );
  const isOne = objects.reduce((sum, { length }) => sum + length, 0) === 1;
  for (const [at, fetch] of call.fetches.entries()) {
    const slot = asked[fetch.slot];
    const known = places[fetch.slot];
    if (slot === undefined || known === undefined) continue;
    for (const [nth, object] of (objects[at] ?? []).entries()) {
      const representation = fetch.representationOf(object);
      if (representation === undefined) continue;
      addTarget(slot, representation, { fetch, object, nth }, isOne ? undefined : known);
    }
  }
  return asked;
}

/** Equal representations are sent once: `known` has the place of each. */
function addTarget(slot: Asked, representation: Representation, target: Target, known?: Map<string, number>): void {
  const text = known && JSON.stringify(representation);
  const place = text === undefined ? undefined : known?.get(text);
  if (place !== undefined) {
    slot.targets[place]?.push(target);
    return;
  }
  if (text !== undefined) known?.set(text, slot.representations.length);
  slot.representations.push(representation);
  slot.targets.push([target]);
}
