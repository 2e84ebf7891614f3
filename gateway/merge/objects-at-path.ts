import { isMerged } from './merged-object.ts';
import type { Merged } from './merged-object.ts';

/** Where a plan's fetch works: names of fields, and `@` for every item of a list. */
export type PlanPath = readonly string[];

export type ResponsePath = readonly (string | number)[];

/** The objects at `path`, in the order of the answer; nulls and missing ones are left out. */
export function objectsAtPath(root: Merged, path: PlanPath): Merged[] {
  let values: unknown[] = [root];
  for (const element of path) {
    const next: unknown[] = [];
    for (const value of values) step(value, element, next);
    values = next;
  }
  const objects: Merged[] = [];
  for (const value of values) collectObjects(value, objects);
  return objects;
}

function step(value: unknown, element: string, next: unknown[]): void {
  if (Array.isArray(value)) {
    if (element === '@') next.push(...value);
    else for (const item of value) step(item, element, next);
  } else if (isMerged(value) && element !== '@') {
    next.push(value[element]);
  }
}

function collectObjects(value: unknown, objects: Merged[]): void {
  if (isMerged(value)) objects.push(value);
  else if (Array.isArray(value)) for (const item of value) collectObjects(item, objects);
}

/** The paths of the objects that `objectsAtPath` finds, in the same order. Only for errors. */
export function pathsOfObjects(root: Merged, path: PlanPath): ResponsePath[] {
  const paths: ResponsePath[] = [];
  walk(root, 0, []);
  return paths;

  function walk(value: unknown, at: number, here: ResponsePath): void {
    const element = path[at];
    if (Array.isArray(value)) {
      const next = element === '@' ? at + 1 : at;
      for (const [index, item] of value.entries()) walk(item, next, [...here, index]);
    } else if (!isMerged(value)) {
      return;
    } else if (element === undefined) {
      paths.push(here);
    } else if (element !== '@') {
      walk(value[element], at + 1, [...here, element]);
    }
  }
}
