/** The planner's plan, as data: it crosses from the planning thread by structured clone. */
export type {
  ConditionNode,
  DeferNode,
  FetchDataRewrite,
  FetchNode,
  FlattenNode,
  ParallelNode,
  PlanNode,
  QueryPlan,
  QueryPlanFieldNode,
  QueryPlanInlineFragmentNode,
  QueryPlanSelectionNode,
  ResponsePath,
  SequenceNode,
  SubscriptionNode,
} from '@apollo/query-planner';
