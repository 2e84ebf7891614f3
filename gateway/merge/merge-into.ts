import { isMerged } from './merged-object.ts';
import type { Merged } from './merged-object.ts';

/** Tells an object type by its name. */
export type IsObjectTypeName = (typeName: unknown) => boolean;

/**
 * Adds what `source` knows to `target`; both become one. What is already there is never lost to a null, nor the name of
 * an object's type to that of an interface, which is what a body with an interface object calls every object.
 * False when the two disagree on the length of a list or on what is an object: the rest is merged all the same.
 */
export function mergeInto(target: Merged, source: Merged, isObjectTypeName: IsObjectTypeName): boolean {
  let agrees = true;
  for (const key in source) {
    if (key === '__typename' && isObjectTypeName(target[key])) continue;
    const merged = mergeValue(target[key], source[key], isObjectTypeName);
    if (merged === disagreement) agrees = false;
    else target[key] = merged;
  }
  return agrees;
}

const disagreement: unique symbol = Symbol('disagreement');

function mergeValue(existing: unknown, incoming: unknown, isObjectTypeName: IsObjectTypeName): unknown {
  if (existing === undefined || existing === null) return incoming;
  if (incoming === undefined || incoming === null) return existing;
  if (isMerged(existing)) {
    return isMerged(incoming) && mergeInto(existing, incoming, isObjectTypeName) ? existing : disagreement;
  }
  if (Array.isArray(existing) && Array.isArray(incoming)) return mergeLists(existing, incoming, isObjectTypeName);
  return isMerged(incoming) ? disagreement : incoming;
}

function mergeLists(existing: unknown[], incoming: readonly unknown[], isObjectTypeName: IsObjectTypeName): unknown {
  if (!holdsObjects(existing) && !holdsObjects(incoming)) return incoming;
  if (existing.length !== incoming.length) return disagreement;
  let agrees = true;
  for (const [at, item] of incoming.entries()) {
    const merged = mergeValue(existing[at], item, isObjectTypeName);
    if (merged === disagreement) agrees = false;
    else existing[at] = merged;
  }
  return agrees ? existing : disagreement;
}

/** A list of leaves is one value; only lists of objects are joined item by item. */
function holdsObjects(list: readonly unknown[]): boolean {
  return list.some((item) => isMerged(item) || Array.isArray(item));
}
