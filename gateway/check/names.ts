import { Kind } from 'graphql';
import type { Finding } from '../../schema/contract/publication.ts';
import type { CheckView } from './check-view.ts';
import { finding } from './finding.ts';
import { isTechnical, lineOf, type SubgraphType } from './subgraph-document.ts';

const pascal = /^[A-Z][A-Za-z\d]*$/u;
const camel = /^[a-z][A-Za-z\d]*$/u;
const upper = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/u;

/** Types in PascalCase, fields and arguments in camelCase, enum values in UPPER_SNAKE, as in the rest of the graph. */
export function checkNames({ candidate, atLine, isCommon }: CheckView): readonly Finding[] {
  return [...candidate.types.values()]
    .filter(({ name }) => !isCommon(name) && !isTechnical(name))
    .flatMap((type) => namesOf(type).filter(({ name, pattern }) => !pattern.test(name) && !isTechnical(name)))
    .map(({ coordinate, line, style }) => finding('NAME_STYLE', atLine(line, coordinate), { style }));
}

interface Named {
  readonly name: string;
  readonly coordinate: string;
  readonly line: number;
  readonly pattern: RegExp;
  readonly style: string;
}

function namesOf({ name: type, line, fields, values }: SubgraphType): readonly Named[] {
  const style = 'fieldsLikeThis';
  return [
    { name: type, coordinate: type, line, pattern: pascal, style: 'TypesLikeThis' },
    ...[...fields].flatMap(([name, node]) => [
      { name, coordinate: `${type}.${name}`, line: lineOf(node.name), pattern: camel, style },
      ...(node.kind === Kind.FIELD_DEFINITION ? (node.arguments ?? []) : []).map((argument) => ({
        name: argument.name.value,
        coordinate: `${type}.${name}(${argument.name.value}:)`,
        line: lineOf(argument.name),
        pattern: camel,
        style: 'argumentsLikeThis',
      })),
    ]),
    ...[...values].map(([name, node]) => ({
      name,
      coordinate: `${type}.${name}`,
      line: lineOf(node.name),
      pattern: upper,
      style: 'VALUES_LIKE_THIS',
    })),
  ];
}
