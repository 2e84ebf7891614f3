import type { Finding } from '../../schema/contract/publication.ts';
import type { CheckView } from './check-view.ts';
import { finding } from './finding.ts';
import { accessUrl, federationUrl, linkUrl } from './links.ts';
import { lineOf } from './subgraph-document.ts';

/** Guards of federation that this graph does not enforce. */
const foreignGuards = ['authenticated', 'requiresScopes', 'policy'];

/** The specifications that a schema links: Federation 2 and the access directives, nothing else. */
export function checkLinks({ candidate, atLine }: CheckView): readonly Finding[] {
  const { all, line } = candidate.links;
  const known = [federationUrl, accessUrl, linkUrl];
  const unknown = all.filter(({ url }) => !known.some((pattern) => pattern.test(url)));
  const isFederated = all.some(({ url }) => federationUrl.test(url));
  return [
    ...unknown.map((link) =>
      finding('LINK_UNKNOWN', atLine(link.line, link.url.slice(0, 100)), { url: link.url.slice(0, 100) }),
    ),
    ...(isFederated ? [] : [finding('FEDERATION_LINK_MISSING', atLine(line))]),
    ...guards({ candidate, atLine }),
    ...rootTypes({ candidate, atLine }),
  ];
}

function guards({ candidate, atLine }: Pick<CheckView, 'candidate' | 'atLine'>): readonly Finding[] {
  const nodes = [...candidate.types.values()].flatMap((type) => [
    { coordinate: type.name, directives: type.directives },
    ...[...type.fields].map(([name, field]) => ({
      coordinate: `${type.name}.${name}`,
      directives: field.directives ?? [],
    })),
  ]);
  return nodes.flatMap(({ coordinate, directives }) =>
    directives
      .filter(({ name }) => foreignGuards.includes(candidate.links.federationName(name.value)))
      .map((node) => {
        const details = { directive: `@${candidate.links.federationName(node.name.value)}` };
        return finding('FEDERATION_DIRECTIVE_REFUSED', atLine(lineOf(node), coordinate), details);
      }),
  );
}

function rootTypes({ candidate, atLine }: Pick<CheckView, 'candidate' | 'atLine'>): readonly Finding[] {
  return ['Mutation', 'Subscription'].flatMap((name) => {
    const type = candidate.types.get(name);
    return type === undefined ? [] : [finding('OPERATION_TYPE_NOT_SERVED', atLine(type.line, name))];
  });
}
