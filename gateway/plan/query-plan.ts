/** The planner's plan, as data: it crosses from the planning thread by structured clone. */
export type { FetchNode, PlanNode, QueryPlan, QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
