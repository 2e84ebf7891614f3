import type { QueryPlan } from './query-plan.ts';

/** Makes plans over one supergraph. */
export interface Planner {
  readonly apiSdl: string;
  /** Rejects with PLAN_TIMEOUT after its deadline, or when too many operations wait, and with PLAN_EMPTY when the planner fails. */
  readonly plan: (operationText: string) => Promise<QueryPlan>;
  /** Lets go of the planner's thread once nothing waits for it. A later `plan` still answers. */
  readonly retire: () => void;
}

/** Rejects with SUPERGRAPH_INVALID. */
export type PlannerFactory = (supergraphSdl: string) => Promise<Planner>;
