import type { RunNode } from './operation-state.ts';

/** All at once. Every node starts before any waits, so that fetches which share a call meet in it. */
export function compileParallel(nodes: readonly RunNode[]): RunNode {
  return async (state) => {
    await Promise.all(nodes.map((node) => node(state)));
  };
}
