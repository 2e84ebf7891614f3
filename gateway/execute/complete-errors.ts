import { toClientPaths } from '../merge/client-path.ts';
import type { Answered } from '../merge/client-path.ts';
import type { ProjectedOperation } from '../merge/collect-fields.ts';
import type { ResponsePath } from '../merge/objects-at-path.ts';
import type { ResponseError } from '../merge/response-error.ts';

/** However much is missing, a response says it in so many errors. */
const maxErrors = 100;

/**
 * The response's errors: what failed while fetching, in the client's names and once for each place that the response
 * shows, then what could not be completed, unless a failed fetch already explains it.
 */
export function completeErrors(
  operation: ProjectedOperation,
  answered: Answered,
  fetching: readonly ResponseError[],
  completing: readonly ResponseError[],
): readonly ResponseError[] {
  if (fetching.length === 0) return completing.length > maxErrors ? completing.slice(0, maxErrors) : completing;
  const told = new Map<string, ResponseError>();
  for (const error of fetching) {
    for (const shown of inClientsNames(operation, answered, error)) {
      told.set(JSON.stringify([shown.path, shown.extensions.code, shown.extensions.body, shown.message]), shown);
    }
  }
  const explained = [...told.values()].map(({ path = [] }) => fieldsOf(path));
  const unexplained = completing.filter(({ path = [] }) => {
    const fields = fieldsOf(path);
    return !explained.some((prefix) => fields.startsWith(prefix));
  });
  return [...told.values(), ...unexplained].slice(0, maxErrors);
}

function inClientsNames(
  operation: ProjectedOperation,
  answered: Answered,
  error: ResponseError,
): readonly ResponseError[] {
  if (error.path === undefined) return [error];
  return toClientPaths(operation, error.path, answered).map((path) => ({ ...error, path }));
}

/** A path without its list positions: a failed call is told at its first objects and explains all of them. */
function fieldsOf(path: ResponsePath): string {
  return path
    .filter((element) => typeof element === 'string')
    .map((element) => `${element}/`)
    .join('');
}
