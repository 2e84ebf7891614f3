import type { JsonSlice } from '../kernel/json-slice.ts';
import type { Variables } from './field-conditions.ts';
import type { HiddenPlace } from './hidden-places.ts';
import type { Merged } from './merged-object.ts';
import type { ResponseError } from './response-error.ts';
import type { Look } from './row-view.ts';

/** What one projection needs and gathers. */
export interface ProjectionState {
  /** With the operation's defaults filled in. */
  readonly variables: Variables;
  /** JSON texts of the root's introspection fields by response name. */
  readonly introspection: ReadonlyMap<string, string>;
  readonly look: Look;
  /** Gathers what could not be completed or may not be seen, with paths by response names and positions in the merged data. */
  readonly errors: ResponseError[];
  /** Gathers the slices of the response, in whose places there are marks: see `ResponseText`. */
  readonly slices: JsonSlice[];
  /** Gathers where something is hidden. */
  readonly hidden: HiddenPlace[];
  /**
   * Set while a hidden object takes what is around it along: the object itself is hidden, or it was one inside. Its error
   * is the last of `errors`.
   */
  hiding: 'OBJECT' | 'INSIDE' | undefined;
  /** How many lists are being written, each inside the one before. */
  openLists: number;
}

export function startProjection(given: Pick<ProjectionState, 'variables' | 'introspection' | 'look'>): ProjectionState {
  return { ...given, errors: [], slices: [], hidden: [], hiding: undefined, openLists: 0 };
}

/**
 * Writes one object; undefined when a field that may not be null is, so that the object is null itself, or when the object
 * is hidden: see `hiding`.
 */
export type ObjectWriter = (object: Merged, state: ProjectionState) => string | undefined;

/** Places are noted where they are, without a path; each level adds its own name on the way up. */
export function addToPaths(places: (ResponseError | HiddenPlace)[], from: number, element: string | number): void {
  for (let at = from; at < places.length; at += 1) {
    const place = places[at];
    if (place !== undefined) places[at] = { ...place, path: [element, ...(place.path ?? [])] };
  }
}
