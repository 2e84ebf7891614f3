export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under a name, undefined where nothing does or the value is no object. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The value if it is a list, else none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list; whatever else stands in it is left out. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return listOf(value).filter(isObject);
}

/**
 * A text that is the same for equal values: names are sorted, and so are lists, since GraphQL promises no order of rows
 * and a registry may give them in another one each time.
 */
export function likeness(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(likeness).toSorted().join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'undefined';
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}:${likeness(inner)}`);
  return `{${members.toSorted().join(',')}}`;
}

/** Deeper than this no answer is read by the gateway. */
const maxDepth = 64;

/** Why the gateway would refuse a JSON value: too deep, or a name that reaches a prototype. Undefined: it is sound. */
export function faultOfJson(root: unknown): string | undefined {
  if (isDeeper(root, maxDepth)) return `nested deeper than ${maxDepth}`;
  const name = forbiddenKeyIn(root);
  return name === undefined ? undefined : `a key ${name}`;
}

/** Recursion is bounded: the depth was checked before. */
function forbiddenKeyIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = isForbidden(name, inner) ? name : forbiddenKeyIn(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Walks without recursion: what comes from outside may be deeper than any stack. */
export function isDeeper(root: unknown, limit: number): boolean {
  let level: readonly unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    const nested = level.filter((value) => typeof value === 'object' && value !== null);
    if (depth >= limit && nested.length > 0) return true;
    level = nested.flatMap((value) => Object.values(value));
  }
  return false;
}

function isForbidden(name: string, value: unknown): boolean {
  return name === '__proto__' || (name === 'constructor' && member(value, 'prototype') !== undefined);
}
