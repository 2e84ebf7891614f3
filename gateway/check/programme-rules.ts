import type { Finding } from '../../schema/contract/publication.ts';
import type { JsonProblem } from './check-input.ts';
import type { CheckView } from './check-view.ts';
import { finding } from './finding.ts';
import { syntaxLine } from './json-lines.ts';
import { isSensitive, textOf, textsOf, type ProgrammeFile } from './programmes.ts';

/** The candidate's programmes: readable, of the form of the file, with rules over known facts, its own and kept. */
export function checkProgrammes(view: CheckView): readonly Finding[] {
  const { programmes, input } = view;
  const { own, published } = programmes;
  if (input.candidate.programmes !== null && own === null) return [brokenJson(input.candidate.programmes)];
  const count = published?.programmes.length ?? 0;
  if (own === null) {
    return count === 0 ? [] : [finding('PROGRAMMES_GONE', { file: 'programmes.json', line: null }, { count })];
  }
  return [
    ...shapeFindings(view, own),
    ...ruleFindings(view, own),
    ...identifierFindings(view, own),
    ...conflictFindings(view, own),
    ...removedFindings(view, own),
    ...sensitivityFindings(view, own),
  ];
}

function brokenJson(text: string): Finding {
  try {
    JSON.parse(text);
  } catch (error) {
    const problem = error instanceof Error ? error.message.replace(/, .*|".*$/su, '').slice(0, 120) : '';
    return finding('PROGRAMMES_SYNTAX', { file: 'programmes.json', line: syntaxLine(text, error) }, { problem });
  }
  throw new TypeError('the text is JSON');
}

function shapeFindings({ input, programmes }: CheckView, { json }: ProgrammeFile): readonly Finding[] {
  return input.tools
    .shapeProblems(json)
    .map(({ path, message: problem }) => finding('PROGRAMMES_SHAPE', programmes.at(path, path), { path, problem }));
}

/** Rules against the facts of all bodies. The form of the entries is told apart: see shapeFindings. */
function ruleFindings({ input, programmes }: CheckView, own: ProgrammeFile): readonly Finding[] {
  const problems = input.tools.ruleProblems(
    own.programmes.map(({ value }) => value),
    programmes.gathered.facts,
  );
  return problems
    .filter(({ path }) => /^programmes\[\d+\]\.(?:rule|amount)/u.test(path))
    .map((problem) => ruleFinding(programmes.at, own, problem));
}

/** Paths of problems count the entries that are objects; those of the file count all. */
function ruleFinding(at: CheckView['programmes']['at'], own: ProgrammeFile, { path, message }: JsonProblem): Finding {
  const { position, inside = '' } = /^programmes\[(?<position>\d+)\]\.(?<inside>.*)$/u.exec(path)?.groups ?? {};
  const entry = own.programmes[Number(position)];
  if (entry === undefined) throw new TypeError(`${path} is not in the file`);
  const id = textOf(entry, 'id');
  const place = { ...at(`programmes[${entry.index}].${inside}`), coordinate: `${id} ${inside}` };
  return finding('RULE_INVALID', place, { programme: id, path: inside, problem: message });
}

function identifierFindings({ programmes, candidate }: CheckView, own: ProgrammeFile): readonly Finding[] {
  const taken = new Map(
    programmes.others.flatMap(({ body, programmes: all }) => all.map((entry) => [textOf(entry, 'id'), body] as const)),
  );
  const ids = own.programmes.map((entry) => textOf(entry, 'id'));
  return own.programmes.flatMap((entry, at) => {
    const id = textOf(entry, 'id');
    const place = programmes.at(`programmes[${entry.index}].id`, id);
    const body = textOf(entry, 'body');
    const owner = taken.get(id) ?? (body === candidate.body || body === '' ? undefined : body);
    if (owner !== undefined) return [finding('PROGRAMME_OF_ANOTHER_BODY', place, { owner })];
    return ids.indexOf(id) < at ? [finding('PROGRAMME_REPEATED', place)] : [];
  });
}

function conflictFindings({ programmes }: CheckView, own: ProgrammeFile): readonly Finding[] {
  const known = new Set(
    [...programmes.others, own].flatMap((file) => file.programmes.map((entry) => textOf(entry, 'id'))),
  );
  return own.programmes.flatMap((entry) =>
    textsOf(entry, 'conflictsWith')
      .map((programme, at) => ({ programme, path: `programmes[${entry.index}].conflictsWith[${at}]` }))
      .filter(({ programme }) => !known.has(programme))
      .map(({ programme, path }) =>
        finding('CONFLICT_UNKNOWN', programmes.at(path, textOf(entry, 'id')), { programme }),
      ),
  );
}

function removedFindings({ programmes }: CheckView, own: ProgrammeFile): readonly Finding[] {
  const kept = new Set(own.programmes.map((entry) => textOf(entry, 'id')));
  const before = programmes.published?.programmes ?? [];
  return before
    .filter((entry) => !kept.has(textOf(entry, 'id')))
    .map((entry) => finding('PROGRAMME_REMOVED', programmes.at('programmes', textOf(entry, 'id'))));
}

/** A programme that betrayed a sensitive fact by its name does so still, unless the fact itself is no longer sensitive. */
function sensitivityFindings({ programmes }: CheckView, own: ProgrammeFile): readonly Finding[] {
  const categories = new Map(programmes.sensitiveFacts.map(({ name, category }) => [name, category]));
  const before = new Map((programmes.published?.programmes ?? []).map((entry) => [textOf(entry, 'id'), entry]));
  return own.programmes.flatMap((entry) => {
    const id = textOf(entry, 'id');
    const was = before.get(id);
    const listed = textsOf(entry, 'sensitiveFacts');
    const dropped = (was === undefined ? [] : textsOf(was, 'sensitiveFacts')).filter((fact) => !listed.includes(fact));
    return dropped.flatMap((fact) => {
      const category = categories.get(fact) ?? '';
      if (!isSensitive(category)) return [];
      const place = programmes.at(`programmes[${entry.index}].sensitiveFacts`, id);
      return [finding('PROGRAMME_SENSITIVITY_WEAKENED', place, { fact, category })];
    });
  });
}
