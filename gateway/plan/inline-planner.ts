import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Planner } from './planner.ts';
import { createPlannerCore } from './planner-core.ts';
import type { PlannerCore } from './planner-core.ts';

/** Plans on the caller's thread, without a deadline: for tests and tools, where the operations are known. */
export function createInlinePlanner(supergraphSdl: string): Promise<Planner> {
  let core: PlannerCore;
  try {
    core = createPlannerCore(supergraphSdl);
  } catch (error) {
    return Promise.reject(new CodedError('SUPERGRAPH_INVALID', { problem: messageOf(error) }, { cause: error }));
  }
  return Promise.resolve({
    apiSdl: core.apiSdl,
    plan: (text) => {
      try {
        return Promise.resolve(core.plan(text));
      } catch (error) {
        return Promise.reject(new CodedError('PLAN_EMPTY', {}, { cause: error }));
      }
    },
    retire: () => undefined,
  });
}

/** One line of what a composer or planner says about a supergraph. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]?.slice(0, 300) ?? '';
}
