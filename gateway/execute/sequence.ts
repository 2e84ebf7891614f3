import type { RunNode } from './operation-state.ts';

/** One after the other. A fetch that finds nothing to ask about, because an earlier one failed, asks nothing. */
export function compileSequence(nodes: readonly RunNode[]): RunNode {
  return async (state) => {
    for (const node of nodes) {
      // The next node reads what this one merged.
      // oxlint-disable-next-line no-await-in-loop
      await node(state);
    }
  };
}
