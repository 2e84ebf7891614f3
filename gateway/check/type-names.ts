import { recordField } from '../../schema/contract/bodies.ts';
import type { Finding } from '../../schema/contract/publication.ts';
import { federationDirectives, type CheckView, type PublishedSchema } from './check-view.ts';
import { finding } from './finding.ts';
import { isTechnical } from './subgraph-document.ts';

const rootTypes: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** Type names are unique over all subgraphs; entities and the common types are the exceptions. */
export function checkTypeNames(view: CheckView): readonly Finding[] {
  const prefix = recordField(view.candidate.body).replace(/^./u, (letter) => letter.toUpperCase());
  const taken = [...takenTypes(view)].map(([name, owner]) =>
    finding('TYPE_NAME_TAKEN', view.at(name), { owner, suggestion: `${prefix}${name}` }),
  );
  return [...taken, ...changedCommonTypes(view)];
}

/** Types that the candidate newly defines and another body has: name -> whose it is. */
export function takenTypes({ candidate, published, others, isCommon }: CheckView): ReadonlyMap<string, string> {
  const own = [...candidate.types.values()].filter(
    (type) =>
      !rootTypes.has(type.name) &&
      !isCommon(type.name) &&
      !isTechnical(type.name) &&
      published?.types.has(type.name) !== true &&
      federationDirectives(candidate, type, 'external').length === 0,
  );
  return new Map(
    own.flatMap(({ name }) => {
      const owner = others.find((other) => defines(other, name));
      return owner === undefined ? [] : [[name, owner.body] as const];
    }),
  );
}

/** What only this body's copy of a common type has. */
function changedCommonTypes({ candidate, shared, at }: CheckView): readonly Finding[] {
  return [...candidate.types.values()].flatMap(({ name, fields, values }) => {
    const common = shared.types.get(name);
    if (common === undefined) return [];
    const strangers = [...fields.keys(), ...values.keys()].filter(
      (member) => !common.fields.has(member) && !common.values.has(member),
    );
    return strangers.map((member) => finding('COMMON_TYPE_CHANGED', at(`${name}.${member}`)));
  });
}

/** An entity, which each may extend, and a stub of what is answered elsewhere do not define the type. */
function defines(other: PublishedSchema, name: string): boolean {
  const type = other.types.get(name);
  return (
    type !== undefined &&
    federationDirectives(other, type, 'external').length === 0 &&
    federationDirectives(other, type, 'key').length === 0
  );
}
