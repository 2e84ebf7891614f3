import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { Kind, parse, printSchema, visit } from 'graphql';
import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import { readJoinFacts } from './join-facts.ts';
import type { QueryPlan } from './query-plan.ts';
import { restoreRequiredArguments } from './required-arguments-plan.ts';
import { standInForRequiredArguments } from './required-arguments.ts';

/** Apollo's planner over one supergraph. Synchronous and CPU-bound: see worker-planner.ts for the thread around it. */
export interface PlannerCore {
  /** The API schema: the supergraph without federation machinery and `@inaccessible` elements. */
  readonly apiSdl: string;
  /** Plans one operation. Throws what the planner throws. */
  readonly plan: (operationText: string) => QueryPlan;
}

/** Access features (`for: SECURITY`) are accepted: policy enforces them. */
const options = { supportedFeatures: null };

/** Throws when `supergraphSdl` is no valid supergraph. */
export function createPlannerCore(supergraphSdl: string): PlannerCore {
  const document = parse(supergraphSdl, { noLocation: true });
  const { graphOf } = readJoinFacts(document);
  const required = standInForRequiredArguments(resolvableKeysFirst(document));
  // The supergraph as given is the one that must be valid; with stand-ins, some @external fields serve nobody.
  const given = Supergraph.build(supergraphSdl, options);
  given.subgraphs();
  const supergraph = Supergraph.build(required.document, { ...options, validateSupergraph: false });
  const schema = supergraph.apiSchema();
  // Operations arrive without named fragments worth keeping, and searching for reuse costs more than planning.
  const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false });
  return {
    apiSdl: printSchema(given.apiSchema().toGraphQLJSSchema()),
    plan: (operationText) => {
      const operation = operationFromDocument(schema, parse(operationText, { noLocation: true }), { validate: false });
      return restoreRequiredArguments(planner.buildQueryPlan(operation), required, graphOf);
    },
  };
}

/**
 * To come back to a subgraph, the planner takes a type's first key, although that key may say `resolvable: false`.
 * With the resolvable ones first, it takes one that the subgraph can resolve.
 */
function resolvableKeysFirst(document: DocumentNode): DocumentNode {
  return visit(document, {
    ObjectTypeDefinition: (type) => ({ ...type, directives: byRank(type.directives) }),
    InterfaceTypeDefinition: (type) => ({ ...type, directives: byRank(type.directives) }),
  });
}

function byRank(directives: readonly ConstDirectiveNode[] = []): ConstDirectiveNode[] {
  return directives.toSorted((a, b) => rank(a) - rank(b));
}

function rank(directive: ConstDirectiveNode): number {
  if (directive.name.value !== 'join__type') return 0;
  const resolvable = directive.arguments?.find((argument) => argument.name.value === 'resolvable')?.value;
  return resolvable?.kind === Kind.BOOLEAN && !resolvable.value ? 1 : 0;
}
