/** A change to the objects at the end of `path`, as the planner writes it: `['... on Book', 'title__alias_0']`. */
export type Rewrite =
  | { readonly kind: 'ValueSetter'; readonly path: readonly string[]; readonly setValueTo?: unknown }
  | { readonly kind: 'KeyRenamer'; readonly path: readonly string[]; readonly renameKeyTo: string };

/** True when an object of type `typeName` satisfies the type condition; a missing type name satisfies every one. */
export type TypeTest = (typeName: unknown, condition: string) => boolean;

/** Applies the rewrites to `value`, which must be the caller's own, in their order. */
export function applyRewrites(rewrites: readonly Rewrite[], value: unknown, isOfType: TypeTest): void {
  for (const rewrite of rewrites) {
    applyAtPath(rewrite, 0, value, isOfType);
  }
}

const fragmentPrefix = '... on ';

function applyAtPath(rewrite: Rewrite, at: number, value: unknown, isOfType: TypeTest): void {
  if (Array.isArray(value)) {
    for (const item of value) applyAtPath(rewrite, at, item, isOfType);
    return;
  }
  const element = rewrite.path[at];
  if (!isObject(value) || element === undefined) return;
  if (element.startsWith(fragmentPrefix)) {
    const condition = element.slice(fragmentPrefix.length);
    if (isOfType(value['__typename'], condition)) applyAtPath(rewrite, at + 1, value, isOfType);
  } else if (at < rewrite.path.length - 1) {
    applyAtPath(rewrite, at + 1, value[element], isOfType);
  } else {
    applyToObject(rewrite, element, value);
  }
}

function applyToObject(rewrite: Rewrite, key: string, object: Record<string, unknown>): void {
  switch (rewrite.kind) {
    case 'ValueSetter':
      object[key] = rewrite.setValueTo;
      return;
    case 'KeyRenamer':
      // Fields of different types were asked for under different names; an object has only its own type's.
      if (object[key] === undefined) return;
      object[rewrite.renameKeyTo] = object[key];
      object[key] = undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
