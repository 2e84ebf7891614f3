import type { Finding } from '../../schema/contract/publication.ts';
import type { CheckView } from './check-view.ts';
import { finding } from './finding.ts';
import { isSensitive, textOf, type Entry, type ProgrammeFile } from './programmes.ts';

/** The candidate's facts: its own, each once, as sensitive as before, and still there and fit for the rules that read them. */
export function checkFacts(view: CheckView): readonly Finding[] {
  const { own } = view.programmes;
  if (own === null) return [];
  return [...ownership(view, own), ...removed(view, own), ...weakened(view, own), ...brokenRules(view)];
}

function ownership({ programmes, candidate }: CheckView, own: ProgrammeFile): readonly Finding[] {
  const taken = new Map(
    programmes.others.flatMap(({ body, facts }) => facts.map((fact) => [textOf(fact, 'name'), body] as const)),
  );
  const names = own.facts.map((fact) => textOf(fact, 'name'));
  return own.facts.flatMap((fact, at) => {
    const name = textOf(fact, 'name');
    const place = programmes.at(`facts[${fact.index}].name`, name);
    const stated = textOf(fact, 'ownerBody');
    const owner = taken.get(name) ?? (stated === candidate.body || stated === '' ? undefined : stated);
    if (owner !== undefined) return [finding('FACT_OF_ANOTHER_BODY', place, { owner })];
    return names.indexOf(name) < at ? [finding('FACT_REPEATED', place)] : [];
  });
}

function removed({ programmes }: CheckView, own: ProgrammeFile): readonly Finding[] {
  const kept = new Set(own.facts.map((fact) => textOf(fact, 'name')));
  return (programmes.published?.facts ?? [])
    .map((fact) => textOf(fact, 'name'))
    .filter((name) => !kept.has(name))
    .map((name) => {
      const readers = readersOf(name, [...programmes.others, own]);
      const place = programmes.at('facts', name);
      return readers.length === 0
        ? finding('FACT_REMOVED', place)
        : finding('FACT_REMOVED_IN_USE', place, { programmes: readers.slice(0, 5).join(', ') });
    });
}

function weakened({ programmes }: CheckView, own: ProgrammeFile): readonly Finding[] {
  const before = new Map(
    (programmes.published?.facts ?? []).map((fact) => [textOf(fact, 'name'), textOf(fact, 'category')]),
  );
  return own.facts.flatMap((fact) => {
    const name = textOf(fact, 'name');
    const was = before.get(name) ?? '';
    const is = textOf(fact, 'category');
    if (!isSensitive(was) || was === is) return [];
    const path = `facts[${fact.index}].${'category' in fact.value ? 'category' : 'name'}`;
    return [
      finding('FACT_CATEGORY_WEAKENED', programmes.at(path, name), { before: was, after: is || 'of no category' }),
    ];
  });
}

/** Rules of the other bodies that read a fact which no longer fits them. */
function brokenRules({ input, programmes }: CheckView): readonly Finding[] {
  const { own } = programmes;
  const names = new Map((own?.facts ?? []).map((fact) => [textOf(fact, 'name'), fact]));
  return programmes.others.flatMap((other) => {
    const all = other.programmes.map(({ value }) => value);
    const before = new Set(input.tools.ruleProblems(all, programmes.gatheredBefore.facts).map(({ path }) => path));
    const problems = input.tools.ruleProblems(all, programmes.gathered.facts).filter(({ path }) => !before.has(path));
    return problems.flatMap(({ path, message: problem }) => {
      const entry = other.programmes[Number(/\[(?<index>\d+)\]/u.exec(path)?.groups?.['index'])];
      const name = [...names.keys()].find(
        (fact) => problem.includes(fact) || conditionAt(entry, path).includes(`"${fact}"`),
      );
      const fact = name === undefined ? undefined : names.get(name);
      if (name === undefined || fact === undefined || entry === undefined) return [];
      const place = programmes.at(`facts[${fact.index}]`, name);
      return [finding('FACT_CHANGE_BREAKS_RULES', place, { programme: textOf(entry, 'id'), problem })];
    });
  });
}

function readersOf(fact: string, files: readonly ProgrammeFile[]): readonly string[] {
  const entries = files.flatMap((file) => file.programmes);
  return entries.filter((entry) => reads(entry, fact)).map((entry) => textOf(entry, 'id'));
}

function reads({ value }: Entry, fact: string): boolean {
  return JSON.stringify([value['rule'], value['amount']]).includes(JSON.stringify(fact));
}

/** The text of the condition that a path like `programmes[3].rule.all[0].op` is in. */
function conditionAt(entry: Entry | undefined, path: string): string {
  const keys = [...path.replace(/^programmes\[\d+\]\.?/u, '').matchAll(/[A-Za-z]\w*|\d+/gu)]
    .map(([key]) => key)
    .slice(0, -1);
  let value: unknown = entry?.value;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return '';
    value = Array.isArray(value) ? value[Number(key)] : Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return JSON.stringify(value) ?? '';
}
