import type { JsonSlice } from '../kernel/json-slice.ts';
import type { Variables } from './field-conditions.ts';
import type { Merged } from './merged-object.ts';
import type { ResponseError } from './response-error.ts';

/** What one projection needs and gathers. */
export interface ProjectionState {
  /** With the operation's defaults filled in. */
  readonly variables: Variables;
  /** JSON texts of the root's introspection fields by response name. */
  readonly introspection: ReadonlyMap<string, string>;
  /** Gathers what could not be completed, with paths by response names. */
  readonly errors: ResponseError[];
  /** Gathers the slices of the response, in whose places there are marks: see `ResponseText`. */
  readonly slices: JsonSlice[];
}

/** Writes one object; undefined when a field that may not be null is, so that the object is null itself. */
export type ObjectWriter = (object: Merged, state: ProjectionState) => string | undefined;

/** Errors are made where they happen, without a path; each level adds its own name on the way up. */
export function addToPaths(errors: ResponseError[], from: number, element: string | number): void {
  for (let at = from; at < errors.length; at += 1) {
    const error = errors[at];
    if (error !== undefined) errors[at] = { ...error, path: [element, ...(error.path ?? [])] };
  }
}
