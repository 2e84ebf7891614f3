import { CodedError } from '../../schema/contract/error-codes.ts';
import type { PlanPath } from '../merge/objects-at-path.ts';
import type { FetchNode, PlanNode, QueryPlan } from '../plan/query-plan.ts';
import { compileCondition } from './condition.ts';
import { compileEntitiesCall } from './entities-call.ts';
import type { EntityFetchNode } from './entities-call.ts';
import { compileFlatten } from './flatten.ts';
import { nothing } from './operation-state.ts';
import type { RunNode } from './operation-state.ts';
import { compileParallel } from './parallel.ts';
import type { PlanContext } from './plan-context.ts';
import { compileRootFetch } from './root-fetch.ts';
import { compileSequence } from './sequence.ts';

export interface CompiledPlan {
  readonly run: RunNode;
  /** Every subgraph that the plan may ask, in the order of the plan. */
  readonly subgraphs: readonly string[];
}

/** Compiles a plan once; the result runs any number of operations at the same time. */
export function compilePlan({ node }: QueryPlan, context: PlanContext): CompiledPlan {
  if (node === undefined) return { run: () => nothing, subgraphs: [] };
  if (node.kind === 'Subscription') throw new CodedError('OPERATION_INVALID');
  const compiler: Compiler = { context, subgraphs: new Set(), shared: new Map(), calls: 0 };
  const run = compileNode(node, [], compiler);
  return { run, subgraphs: [...compiler.subgraphs] };
}

interface Compiler {
  readonly context: PlanContext;
  readonly subgraphs: Set<string>;
  /** Fetches that already have their part in a call. */
  readonly shared: Map<FetchNode, RunNode>;
  calls: number;
}

function compileNode(node: PlanNode, path: PlanPath, compiler: Compiler): RunNode {
  switch (node.kind) {
    case 'Sequence':
      return compileSequence(node.nodes.map((child) => compileNode(child, path, compiler)));
    case 'Parallel':
      shareCalls(node.nodes, path, compiler);
      return compileParallel(node.nodes.map((child) => compileNode(child, path, compiler)));
    case 'Flatten':
      return compileNode(node.node, compileFlatten(path, node.path), compiler);
    case 'Fetch':
      return compileFetch(node, path, compiler);
    case 'Condition':
      return compileCondition(
        node.condition,
        node.ifClause && compileNode(node.ifClause, path, compiler),
        node.elseClause && compileNode(node.elseClause, path, compiler),
      );
    case 'Defer':
      throw new CodedError('OPERATION_INVALID');
  }
}

function compileFetch(node: FetchNode, path: PlanPath, compiler: Compiler): RunNode {
  compiler.subgraphs.add(node.serviceName);
  if (node.requires === undefined) return compileRootFetch(node, path, compiler.context);
  const shared = compiler.shared.get(node);
  if (shared !== undefined) return shared;
  compiler.calls += 1;
  const [run = () => nothing] = compileEntitiesCall([{ node, path }], compiler.calls, compiler.context);
  return run;
}

/** Entity fetches with which branches of one step begin meet in one call for each subgraph. */
function shareCalls(branches: readonly PlanNode[], path: PlanPath, compiler: Compiler): void {
  const heads = branches.flatMap((branch) => headOf(branch, path) ?? []);
  const bySubgraph = Map.groupBy(heads, ({ node }) => node.serviceName);
  for (const fetches of bySubgraph.values()) {
    if (fetches.length < 2) continue;
    compiler.calls += 1;
    const runs = compileEntitiesCall(fetches, compiler.calls, compiler.context);
    for (const [at, { node }] of fetches.entries()) compiler.shared.set(node, runs[at] ?? (() => nothing));
  }
}

/** The entity fetch that surely starts when the branch does. */
function headOf(node: PlanNode | undefined, path: PlanPath): EntityFetchNode | undefined {
  switch (node?.kind) {
    case 'Sequence':
      return headOf(node.nodes[0], path);
    case 'Flatten':
      return headOf(node.node, compileFlatten(path, node.path));
    case 'Fetch':
      return node.requires === undefined ? undefined : { node, path };
    default:
      return undefined;
  }
}
