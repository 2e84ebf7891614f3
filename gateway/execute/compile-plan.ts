import { CodedError } from '../../schema/contract/error-codes.ts';
import { allHold, compileInclusion } from '../merge/field-conditions.ts';
import type { Variables } from '../merge/field-conditions.ts';
import type { QueryPlan, QueryPlanSelectionNode } from '../plan/query-plan.ts';
import { compileEntitiesCall } from './entities-call.ts';
import { fetchDependencies } from './fetch-dependencies.ts';
import { groupCalls } from './group-calls.ts';
import type { RunCall } from './operation-state.ts';
import type { ShownFields } from './copied-fields.ts';
import type { PlanContext } from './plan-context.ts';
import { listFetches } from './plan-fetches.ts';
import type { PlannedFetch } from './plan-fetches.ts';
import { fetchedSelections } from './fetch-text.ts';
import { compileRootFetch } from './root-fetch.ts';
import { planSlices } from './slice-plans.ts';

export interface CompiledPlan {
  readonly run: RunCall;
  /** The subgraphs that the plan touches under these variables, in the order of the plan. */
  readonly subgraphs: (variables: Variables) => readonly string[];
  /** Whether some fetch needs a field of this name: a key, or a field that another is made from. */
  readonly isRequired: (name: string) => boolean;
}

/** Asks nobody. */
export const emptyPlan: CompiledPlan = {
  run: () => Promise.resolve(),
  subgraphs: () => [],
  isRequired: () => false,
};

interface Step {
  readonly run: RunCall;
  /** Numbers of earlier steps. */
  readonly after: readonly number[];
}

/**
 * Compiles a plan once; the result runs any number of operations at the same time. The plan's fetches become calls, each
 * of which starts as soon as what it needs is there. With `shown`, what need not be looked into is passed on as text.
 */
export function compilePlan({ node }: QueryPlan, planContext: PlanContext, shown?: ShownFields): CompiledPlan {
  if (node?.kind === 'Subscription') throw new CodedError('OPERATION_INVALID');
  const fetches = node === undefined ? [] : listFetches(node);
  const context = shown ? { ...planContext, slicesOf: planSlices(fetches, shown, planContext) } : planContext;
  const steps = groupCalls(fetches, fetchDependencies(fetches)).map(({ members, after }): Step => {
    const together = members.flatMap((member) => fetches[member] ?? []);
    return { after, run: compileCall(together, context) };
  });
  const required = new Set(fetches.flatMap(({ node: { requires = [] } }) => namesIn(requires)));
  return {
    run: (state) => runSteps(steps, state),
    subgraphs: compileSubgraphs(fetches),
    isRequired: (name) => required.has(name),
  };
}

function namesIn(selections: readonly QueryPlanSelectionNode[]): string[] {
  return selections.flatMap((selection) => [
    ...(selection.kind === 'Field' ? [selection.alias ?? selection.name] : []),
    ...namesIn(selection.selections ?? []),
  ]);
}

function compileCall(fetches: readonly PlannedFetch[], context: PlanContext): RunCall {
  const [first] = fetches;
  if (first !== undefined && first.node.requires === undefined) return compileRootFetch(first, context);
  return compileEntitiesCall(fetches, context);
}

async function runSteps(steps: readonly Step[], state: Parameters<RunCall>[0]): Promise<void> {
  const done: Promise<void>[] = [];
  for (const { after, run } of steps) {
    const before = after.flatMap((at) => done[at] ?? []);
    const [only] = before;
    if (only === undefined) done.push(run(state));
    else done.push((before.length === 1 ? only : Promise.all(before)).then(() => run(state)));
  }
  await Promise.all(done);
}

function compileSubgraphs(fetches: readonly PlannedFetch[]): CompiledPlan['subgraphs'] {
  const touching = fetches.map(({ node, conditions }) => {
    const inclusion = compileInclusion(fetchedSelections(node));
    return {
      subgraph: node.serviceName,
      counts: (variables: Variables) => allHold(conditions, variables) && inclusion(variables) !== 'NONE',
    };
  });
  return (variables) => [
    ...new Set(touching.filter(({ counts }) => counts(variables)).map(({ subgraph }) => subgraph)),
  ];
}
