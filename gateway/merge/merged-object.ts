import { bareKind } from '../kernel/bare-object.ts';

/**
 * An object of the answer under construction. It inherits nothing, so a field named `constructor` or `toString` is
 * absent until a body gives it, and no name that a body may send reaches a prototype.
 */
export type Merged = Record<string, unknown>;

const merged = bareKind();

export function createMerged(): Merged {
  return merged.create();
}

export function isMerged(value: unknown): value is Merged {
  return merged.is(value);
}
