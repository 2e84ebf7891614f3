import { Kind } from 'graphql';
import { accessRules, isAsStrict, strictest, type AccessRule } from '../../schema/contract/access-rules.ts';
import type { Finding } from '../../schema/contract/publication.ts';
import { isOwnField, type CheckView, type PublishedSchema } from './check-view.ts';
import { finding } from './finding.ts';
import { isTechnical, type SubgraphType } from './subgraph-document.ts';

/** What the candidate asks of readers against what it asked before, and against what others ask for the same field. */
export function checkAccess(view: CheckView): readonly Finding[] {
  const { candidate, others } = view;
  return [...candidate.types.values()]
    .filter(({ name }) => !isTechnical(name))
    .flatMap((type) => {
      const ofType = againstOtherDefaults(view, type);
      const own = [...type.fields].filter(([, field]) => isOwnField(candidate, type, field));
      const ofMembers = [...own, ...type.values].flatMap(([member]) => {
        const coordinate = `${type.name}.${member}`;
        const found = againstBefore(view, coordinate);
        return found.length > 0 ? found : againstOthers(view, coordinate, others);
      });
      return [...ofType, ...ofMembers];
    });
}

function againstBefore({ candidate, published, at }: CheckView, coordinate: string): readonly Finding[] {
  const before = published?.rules.get(coordinate);
  const after = candidate.rules.get(coordinate);
  if (before === undefined) return [];
  if (after === undefined) return [finding('ACCESS_DROPPED', at(coordinate), { before: inWords(before) })];
  if (isAsStrict(after, before)) return [];
  const details = { before: inWords(before), after: inWords(after) };
  // Only the kind is lowered, and the field stays personal.
  const isSlight =
    after.kind !== undefined && isAsStrict({ ...after, ...(before.kind && { kind: before.kind }) }, before);
  return isSlight
    ? [finding('ACCESS_KIND_LOWERED', at(coordinate), details, [candidate.body])]
    : [finding('ACCESS_WEAKENED', at(coordinate), details)];
}

/** An interface's own rule is tightened by its implementations, which only their body has: it is left to composition. */
function againstOthers(
  { candidate, at }: CheckView,
  coordinate: string,
  others: readonly PublishedSchema[],
): readonly Finding[] {
  const own = candidate.rules.get(coordinate);
  const [typeName = ''] = coordinate.split('.');
  if (own === undefined || candidate.types.get(typeName)?.kind === 'INTERFACE') return [];
  const stricter = others.find(({ rules }) => {
    const theirs = rules.get(coordinate);
    return theirs !== undefined && !isAsStrict(own, theirs);
  });
  const theirs = stricter?.rules.get(coordinate);
  if (stricter === undefined || theirs === undefined) return [];
  const details = { owner: stricter.body, before: inWords(theirs), after: inWords(own) };
  return [finding('ACCESS_WEAKER_THAN_OWNER', at(coordinate), details)];
}

/** Of the defaults that several bodies give one type, the composed graph has one: a weaker one could come to stand for all. */
function againstOtherDefaults({ others, at }: CheckView, type: SubgraphType): readonly Finding[] {
  const own = defaultRule(type);
  for (const { body, types } of others) {
    const theirType = types.get(type.name);
    const theirs = theirType && defaultRule(theirType);
    if (own !== undefined && theirs !== undefined && type.kind === 'OBJECT' && !isAsStrict(own, theirs)) {
      const details = { owner: body, before: inWords(theirs), after: inWords(own) };
      return [finding('ACCESS_WEAKER_THAN_OWNER', at(type.name), details)];
    }
  }
  return [];
}

/** What a field without a directive of its own would be. */
function defaultRule({ directives }: SubgraphType): AccessRule | undefined {
  const name = { kind: Kind.NAME, value: 'Any' } as const;
  const type = { kind: Kind.NAMED_TYPE, name } as const;
  const fields = [{ kind: Kind.FIELD_DEFINITION, name, type } as const];
  const definitions = [{ kind: Kind.OBJECT_TYPE_DEFINITION, name, directives, fields } as const];
  return accessRules({ kind: Kind.DOCUMENT, definitions }).get('Any.Any');
}

/** `@personal(kind: NAME) @mask(keep: 3)`, as a developer would write it. */
function inWords(rule: AccessRule): string {
  const { level, kind, categories, mask } = strictest(rule, rule);
  const words = level === 'open' ? ['@open'] : [];
  if (kind !== undefined && (level === 'personal' || kind !== 'DETAIL')) words.push(`@personal(kind: ${kind})`);
  if (categories.length > 0) words.push(`@sensitive(category: ${JSON.stringify(categories)})`);
  if (mask !== undefined) words.push(`@mask(keep: ${mask.keep})`);
  return words.join(' ');
}
