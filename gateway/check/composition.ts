import type { Finding } from '../../schema/contract/publication.ts';
import type { CompositionProblem } from './check-input.ts';
import type { CheckView } from './check-view.ts';
import { finding, type PlainCode } from './finding.ts';
import { checkOwnership } from './ownership.ts';

/** The graph composes with the candidate in it; each of the composer's errors with the candidate's line. */
export function checkComposition(view: CheckView): readonly Finding[] {
  const composed = view.after();
  if (composed.ok) return [];
  const told = new Set(checkOwnership(view).map(({ line }) => line));
  return composed.problems.flatMap((problem) => {
    const line = problem.places.find(({ body }) => body === view.candidate.body)?.line ?? mentionedLine(view, problem);
    const place = view.atLine(line);
    // Whose the field is has been said already, and better.
    if (codeOf(problem) === 'COMPOSITION_SHARING' && told.has(place.line)) return [];
    return [finding(codeOf(problem), { ...place, ...coordinateOf(problem) }, { problem: oneLine(problem.message) })];
  });
}

const codes: readonly (readonly [pattern: RegExp, code: PlainCode])[] = [
  [/^INVALID_GRAPHQL$/u, 'COMPOSITION_INVALID_GRAPHQL'],
  [/_SHARING$/u, 'COMPOSITION_SHARING'],
  [/^SATISFIABILITY_ERROR$/u, 'COMPOSITION_UNSATISFIABLE'],
  [/^(?:EXTERNAL|KEY|REQUIRES|PROVIDES|OVERRIDE|INTERFACE_OBJECT|INTERFACE_KEY)_/u, 'COMPOSITION_FEDERATION'],
  [/_MISMATCH$|^EMPTY_MERGED|REQUIRED_.*_MISSING/u, 'COMPOSITION_TYPE_MISMATCH'],
];

function codeOf({ code }: CompositionProblem): PlainCode {
  return codes.find(([pattern]) => pattern.test(code))?.[1] ?? 'COMPOSITION_FAILED';
}

/** Of an error without a place in the candidate: where the first thing stands that its text names. */
function mentionedLine({ candidate }: CheckView, { message }: CompositionProblem): number {
  const lines = [...message.matchAll(/[A-Z]\w*/gu)].flatMap(([name]) => candidate.types.get(name)?.line ?? []);
  return lines[0] ?? candidate.links.line;
}

function coordinateOf({ message }: CompositionProblem): { readonly coordinate?: string } {
  const coordinate = /"(?<coordinate>[A-Z]\w*\.\w+)/u.exec(message)?.groups?.['coordinate'];
  return coordinate === undefined ? {} : { coordinate };
}

function oneLine(message: string): string {
  return message
    .replace(/^\[[\w-]+\] /u, '')
    .replaceAll(/\s+/gu, ' ')
    .slice(0, 400);
}
