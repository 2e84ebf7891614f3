import { Kind, print, visit, type DirectiveDefinitionNode } from 'graphql';
import type { Finding } from '../../schema/contract/publication.ts';
import type { CheckView } from './check-view.ts';
import { finding } from './finding.ts';
import { accessUrl } from './links.ts';
import { lineOf } from './subgraph-document.ts';

const guards = ['open', 'personal', 'sensitive', 'mask'] as const;

/** The four access directives reach the gateways: under their own names, as they are defined for all, and composed. */
export function checkAccessDirectives(view: CheckView): readonly Finding[] {
  const { candidate, atLine } = view;
  const link = candidate.links.all.find(({ url }) => accessUrl.test(url));
  const used = usedDirectives(view);
  return guards.flatMap((guard): readonly Finding[] => {
    const directive = `@${guard}`;
    const line = link?.line ?? candidate.links.line;
    const local = link?.imports.get(directive);
    if (local !== undefined && local !== directive) {
      return [finding('ACCESS_DIRECTIVE_RENAMED', atLine(line, directive), { directive, name: local })];
    }
    const isHandedOn = local !== undefined && candidate.links.composed.has(directive);
    return [
      ...(used.has(guard) && !isHandedOn
        ? [finding('ACCESS_DIRECTIVE_NOT_COMPOSED', atLine(line, directive), { directive })]
        : []),
      ...changedDefinition(view, guard),
    ];
  });
}

function usedDirectives({ candidate }: CheckView): ReadonlySet<string> {
  const used = new Set<string>();
  visit(candidate.document, { Directive: ({ name }) => void used.add(name.value) });
  return used;
}

function changedDefinition({ candidate, shared, atLine }: CheckView, name: string): readonly Finding[] {
  const own = candidate.directives.get(name);
  const common = shared.directives.get(name);
  if (own === undefined || common === undefined || meaning(own) === meaning(common)) return [];
  return [finding('ACCESS_DIRECTIVE_CHANGED', atLine(lineOf(own.name), `@${name}`), { directive: `@${name}` })];
}

/** The definition without its descriptions, places in alphabetical order. */
function meaning(definition: DirectiveDefinitionNode): string {
  const { description: _, ...plain } = definition;
  const locations = plain.locations.toSorted((one, other) => one.value.localeCompare(other.value));
  return print(
    visit(
      { ...plain, locations },
      {
        InputValueDefinition: ({ description: __, ...argument }) => ({
          ...argument,
          kind: Kind.INPUT_VALUE_DEFINITION,
        }),
      },
    ),
  );
}
