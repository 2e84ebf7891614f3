import type { QueryPlan } from './query-plan.ts';

/** To the planning thread: operations, one at a time. */
export interface PlanRequest {
  readonly text: string;
}

/** From the planning thread: first READY or REFUSED, then PLANNED or FAILED for each request. */
export type PlannerMessage =
  | { readonly kind: 'READY'; readonly apiSdl: string }
  | { readonly kind: 'REFUSED'; readonly problem: string }
  | { readonly kind: 'PLANNED'; readonly plan: QueryPlan }
  | { readonly kind: 'FAILED'; readonly problem: string };
