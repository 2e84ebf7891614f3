import { CodedError } from '../../schema/contract/error-codes.ts';
import type { FieldCondition } from '../merge/field-conditions.ts';
import type { PlanPath } from '../merge/objects-at-path.ts';
import type { FetchNode, PlanNode } from '../plan/query-plan.ts';

/** One fetch of a plan, with what the nodes around it say. */
export interface PlannedFetch {
  readonly node: FetchNode;
  /** Where it works, from the root: the Flatten nodes around it. */
  readonly path: PlanPath;
  /** When it counts: the Condition nodes around it. */
  readonly conditions: readonly FieldCondition[];
  /** Its turn in each Sequence and Parallel node around it, the outermost first. */
  readonly turns: readonly Turn[];
}

interface Turn {
  readonly node: PlanNode;
  readonly inSequence: boolean;
  readonly at: number;
}

/** The fetches of a plan in the order of the plan. Throws OPERATION_INVALID for `@defer`, which is not offered. */
export function listFetches(root: PlanNode): PlannedFetch[] {
  const fetches: PlannedFetch[] = [];
  visit(root, { path: [], conditions: [], turns: [] });
  return fetches;

  function visit(node: PlanNode, around: Omit<PlannedFetch, 'node'>): void {
    const { path, conditions, turns } = around;
    switch (node.kind) {
      case 'Sequence':
      case 'Parallel':
        for (const [at, child] of node.nodes.entries()) {
          visit(child, { ...around, turns: [...turns, { node, inSequence: node.kind === 'Sequence', at }] });
        }
        return;
      case 'Flatten':
        visit(node.node, { ...around, path: [...path, ...node.path.map(String)] });
        return;
      case 'Condition':
        if (node.ifClause) {
          visit(node.ifClause, { ...around, conditions: [...conditions, { variable: node.condition, is: true }] });
        }
        if (node.elseClause) {
          visit(node.elseClause, { ...around, conditions: [...conditions, { variable: node.condition, is: false }] });
        }
        return;
      case 'Fetch':
        fetches.push({ ...around, node });
        return;
      case 'Defer':
        throw new CodedError('OPERATION_INVALID');
    }
  }
}

/** True when the plan does `first` before `second`: the innermost node around both is a Sequence, and it comes first. */
export function precedes(first: PlannedFetch, second: PlannedFetch): boolean {
  for (const [depth, turn] of first.turns.entries()) {
    const other = second.turns[depth];
    if (other === undefined || other.node !== turn.node) return false;
    if (other.at !== turn.at) return turn.inSequence && turn.at < other.at;
  }
  return false;
}
