import type { Finding } from '../../schema/contract/publication.ts';
import { isOwnField, type CheckView } from './check-view.ts';
import { finding } from './finding.ts';

/**
 * A field that is named like a sensitive fact shows it, whatever its author calls it: `adlScore`, `lastAdlScore` and
 * `adlScoreAtDischarge` need the category of `person.adlScore`.
 */
export function checkSensitiveNames({ candidate, programmes, isCommon, at }: CheckView): readonly Finding[] {
  const names = programmes.sensitiveFacts.map(({ name, category }) => ({
    name,
    category,
    words: wordsOf(leafOf(name)),
  }));
  return [...candidate.types.values()]
    .filter(({ kind, name }) => kind === 'OBJECT' && !isCommon(name))
    .flatMap((type) =>
      [...type.fields]
        .filter(([, field]) => isOwnField(candidate, type, field))
        .flatMap(([member]) => {
          const coordinate = `${type.name}.${member}`;
          const categories = candidate.rules.get(coordinate)?.categories ?? [];
          const words = wordsOf(member);
          const shown = names.find((fact) => !categories.includes(fact.category) && holds(words, fact.words));
          return shown === undefined
            ? []
            : [finding('SENSITIVE_NAME', at(coordinate), { fact: shown.name, category: shown.category })];
        }),
    );
}

function leafOf(fact: string): string {
  return fact.slice(fact.indexOf('.') + 1);
}

/** `isHivSymptomatic` -> `hiv symptomatic`: what only asks whether is left out. */
function wordsOf(name: string): readonly string[] {
  const words = name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/gu, ' ')
    .toLowerCase()
    .split(' ');
  return words.length > 1 && (words[0] === 'is' || words[0] === 'has') ? words.slice(1) : words;
}

function holds(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some((_, at) => wanted.every((word, offset) => words[at + offset] === word));
}
