import type { PlanPath } from '../merge/objects-at-path.ts';

/** A Flatten node only says where its fetch works; the place is worked out once, from the root. */
export function compileFlatten(outer: PlanPath, path: readonly (string | number)[]): PlanPath {
  return [...outer, ...path.map(String)];
}
