import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse, print, printSchema, visit } from 'graphql';
import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import type { QueryPlan } from './query-plan.ts';
import { aliasConditionsWithArguments } from './required-arguments.ts';

/** Apollo's planner over one supergraph. Synchronous and CPU-bound: see planner.ts for the thread around it. */
export interface PlannerCore {
  /** The API schema: the supergraph without federation machinery and `@inaccessible` elements. */
  readonly apiSdl: string;
  /** Plans one operation. Throws what the planner throws. */
  readonly plan: (operationText: string) => QueryPlan;
}

/** Throws when `supergraphSdl` is no valid supergraph. Access features (`for: SECURITY`) are accepted: policy enforces them. */
export function createPlannerCore(supergraphSdl: string): PlannerCore {
  const document = resolvableKeysFirst(parse(supergraphSdl, { noLocation: true }));
  const supergraph = Supergraph.build(print(document), { supportedFeatures: null });
  const apiSchema = supergraph.apiSchema();
  // Operations arrive without named fragments worth keeping, and searching for reuse costs more than planning.
  const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false });
  aliasConditionsWithArguments(planner);
  return {
    apiSdl: printSchema(apiSchema.toGraphQLJSSchema()),
    plan: (operationText) => {
      const operation = operationFromDocument(apiSchema, parse(operationText, { noLocation: true }), {
        validate: false,
      });
      return planner.buildQueryPlan(operation);
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
  return resolvable?.kind === 'BooleanValue' && !resolvable.value ? 1 : 0;
}
