import { toClientPaths } from '../merge/client-path.ts';
import type { Answered } from '../merge/client-path.ts';
import type { ProjectedOperation } from '../merge/collect-fields.ts';
import { compileShownPaths } from '../merge/hidden-places.ts';
import type { ShownPaths } from '../merge/hidden-places.ts';
import type { ResponsePath } from '../merge/objects-at-path.ts';
import type { ProjectionState } from '../merge/projection-state.ts';
import type { ResponseError } from '../merge/response-error.ts';
import type { FetchError } from './operation-state.ts';

/** However much is missing, a response says it in so many errors. */
const maxErrors = 100;

/** A call about a thousand entities that fails is told at the first few of them. */
const maxPlaces = 10;

/**
 * The response's errors: what failed while fetching, in the client's names and once for each place that the response
 * shows, then what could not be completed, unless a failed fetch already explains it, and what may not be seen. Of what is
 * hidden nothing is told that failed there.
 */
export function completeErrors(
  operation: ProjectedOperation,
  answered: Answered,
  fetching: readonly FetchError[],
  { errors, hidden }: Pick<ProjectionState, 'errors' | 'hidden'>,
): readonly ResponseError[] {
  const shownPaths = compileShownPaths(hidden);
  const completing =
    hidden.length === 0 ? errors : errors.map((error) => ({ ...error, path: shownPaths.toPosition(error.path ?? []) }));
  if (fetching.length === 0) return completing.length > maxErrors ? completing.slice(0, maxErrors) : completing;
  const told = new Map<string, ResponseError>();
  for (const each of fetching) {
    for (const shown of inClientsNames(operation, answered, each, shownPaths)) {
      told.set(JSON.stringify([shown.path, shown.extensions.code, shown.extensions.body, shown.message]), shown);
    }
  }
  const explained = [...told.values()].map(({ path = [] }) => fieldsOf(path));
  const unexplained = completing.filter(({ path = [], extensions }) => {
    const fields = fieldsOf(path);
    return extensions.code !== 'BODY_INVALID' || !explained.some((prefix) => fields.startsWith(prefix));
  });
  return [...told.values(), ...unexplained].slice(0, maxErrors);
}

function inClientsNames(
  operation: ProjectedOperation,
  answered: Answered,
  { error, places }: FetchError,
  { toShown }: ShownPaths,
): readonly ResponseError[] {
  const told: ResponseError[] = [];
  let placesTold = 0;
  for (const place of places) {
    if (placesTold === maxPlaces) break;
    const paths = place && toClientPaths(operation, place, answered);
    const shown = paths?.map(toShown).filter((path) => path !== undefined);
    // Another place is told instead of a hidden one.
    if (paths !== undefined && shown?.length === 0 && paths.length > 0) continue;
    placesTold += 1;
    const { message, extensions } = error;
    told.push(...(shown?.map((path) => ({ message, path, extensions })) ?? [error]));
  }
  return told;
}

/** A path without its list positions: a failed call is told at its first objects and explains all of them. */
function fieldsOf(path: ResponsePath): string {
  return path
    .filter((element) => typeof element === 'string')
    .map((element) => `${element}/`)
    .join('');
}
