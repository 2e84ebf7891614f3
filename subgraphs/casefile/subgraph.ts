import path from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { accessRules } from '../../schema/contract/access-rules.ts';
import { joinName } from '../../schema/contract/bodies.ts';
import { accessOf, type OpenOptions, type OpenSubgraph, type SubgraphDefinition } from '../_kit/define-subgraph.ts';
import { guardSchema } from '../_kit/guard-schema.ts';
import { asResolverMap } from '../_kit/resolver-map.ts';
import { scalarResolvers } from '../_kit/scalars.ts';
import { statementsIn } from './access-statement.ts';
import type { CallReports } from './answers.ts';
import { joinTypeDefs } from './join.ts';
import { readCatalogue } from './programmes.ts';
import { resolvers, type CaseContext } from './resolvers.ts';

const composedCatalogue = path.join(import.meta.dirname, '../../schema/programmes.json');
const typeDefs = joinTypeDefs();

/** The fourteenth subgraph: no database, it joins what the thirteen answered. */
export const subgraph: SubgraphDefinition = {
  name: joinName,
  typeDefs,
  open: (options) => Promise.resolve(openCasefile(options)),
};

function openCasefile({ today, requireAccess = false, catalogueFile = composedCatalogue }: OpenOptions): OpenSubgraph {
  const catalogue = readCatalogue(catalogueFile);
  return {
    name: joinName,
    schema: guardSchema(
      buildSubgraphSchema({ typeDefs, resolvers: asResolverMap({ ...scalarResolvers, ...resolvers }) }),
      accessRules(typeDefs),
    ),
    context: (call): CaseContext => ({
      catalogue,
      reports: reportsIn(call.extensions),
      statements: statementsIn(call.extensions),
      today: today(),
      access: accessOf(call, requireAccess),
    }),
    statementCount: () => 0,
    close: () => Promise.resolve(),
  };
}

/** The gateway sends `extensions.answers` with the call; another router sends nothing. */
function reportsIn(extensions: Readonly<Record<string, unknown>> | undefined): CallReports {
  const answers = extensions?.['answers'];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built by our own gateway, which signs the call
  return typeof answers === 'object' && answers !== null ? (answers as CallReports) : {};
}
