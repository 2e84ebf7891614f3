import type { Finding } from '../../schema/contract/publication.ts';
import type { CompositionProblem } from './check-input.ts';
import type { CheckView } from './check-view.ts';
import { finding, type Place, type PlainCode } from './finding.ts';
import { checkOwnership } from './ownership.ts';

/** The graph composes with the candidate in it; each of the composer's errors with the candidate's line. */
export function checkComposition(view: CheckView): readonly Finding[] {
  const composed = view.after();
  if (composed.ok) return [];
  const told = new Set(checkOwnership(view).map(({ line }) => line));
  return composed.problems.flatMap((problem) => {
    const coordinate = coordinateOf(problem);
    const place = placeOf(view, problem, coordinate);
    // Whose the field is has been said already, and better.
    if (codeOf(problem) === 'COMPOSITION_SHARING' && told.has(place.line)) return [];
    return [finding(codeOf(problem), place, { problem: oneLine(problem.message) })];
  });
}

/** Where the field stands that the composer names; else where it points, which is at the description; else at what its text names. */
function placeOf(view: CheckView, { places, message }: CompositionProblem, coordinate: string | undefined): Place {
  const { candidate, at, atLine } = view;
  const [typeName = '', member = ''] = coordinate?.split('.') ?? [];
  if (coordinate !== undefined && candidate.types.get(typeName)?.fields.has(member) === true) return at(coordinate);
  const line = places.find(({ body }) => body === candidate.body)?.line;
  if (line !== undefined) return atLine(line, coordinate);
  const lines = [...message.matchAll(/[A-Z]\w*/gu)].flatMap(([name]) => candidate.types.get(name)?.line ?? []);
  return atLine(lines[0] ?? candidate.links.line, coordinate);
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

function coordinateOf({ message }: CompositionProblem): string | undefined {
  return /"(?<coordinate>[A-Z]\w*\.\w+)/u.exec(message)?.groups?.['coordinate'];
}

function oneLine(message: string): string {
  return message
    .replace(/^\[[\w-]+\] /u, '')
    .replaceAll(/\s+/gu, ' ')
    .slice(0, 400);
}
