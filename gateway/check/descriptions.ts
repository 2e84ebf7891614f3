import type { Finding } from '../../schema/contract/publication.ts';
import { federationDirectives, type CheckView } from './check-view.ts';
import { finding } from './finding.ts';
import { isTechnical, type SubgraphDocument, type SubgraphType } from './subgraph-document.ts';

const english = /[A-Za-z]/u;
const thai = /[\u0E00-\u0E7F]/u;

/**
 * Every type, field and enum value says in English and Thai what it is. What is described where it is defined first —
 * by another body, or by the interface — needs no second description.
 */
export function checkDescriptions(view: CheckView): readonly Finding[] {
  const { candidate, isCommon, at } = view;
  return [...candidate.types.values()]
    .filter(({ name }) => !isCommon(name) && !isTechnical(name))
    .filter((type) => federationDirectives(candidate, type, 'external').length === 0)
    .flatMap((type) => describedParts(type))
    .flatMap(({ coordinate, text }) => {
      if (text !== undefined && english.test(text) && thai.test(text)) return [];
      if (text !== undefined) return [finding('DESCRIPTION_IN_ONE_LANGUAGE', at(coordinate))];
      return isDescribedElsewhere(view, coordinate) ? [] : [finding('DESCRIPTION_MISSING', at(coordinate))];
    });
}

interface DescribedPart {
  readonly coordinate: string;
  readonly text: string | undefined;
}

function describedParts({ name, description, fields, values }: SubgraphType): readonly DescribedPart[] {
  const members = [...fields, ...values].filter(([member]) => !isTechnical(member));
  return [
    ...(rootTypes.has(name) ? [] : [{ coordinate: name, text: description }]),
    ...members.map(([member, node]) => ({ coordinate: `${name}.${member}`, text: node.description?.value })),
  ];
}

const rootTypes: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

function isDescribedElsewhere({ candidate, others, shared }: CheckView, coordinate: string): boolean {
  const [typeName = '', member] = coordinate.split('.');
  const type = candidate.types.get(typeName);
  if (others.some((other) => describes(other, typeName, member))) return true;
  return (
    member !== undefined &&
    (type?.interfaces ?? []).some((name) => describes(shared, name, member) || describes(candidate, name, member))
  );
}

function describes({ types }: SubgraphDocument, typeName: string, member: string | undefined): boolean {
  const type = types.get(typeName);
  if (member === undefined) return type?.description !== undefined;
  return (type?.fields.get(member) ?? type?.values.get(member))?.description !== undefined;
}
