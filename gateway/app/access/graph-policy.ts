import { hash } from 'node:crypto';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { accessRules } from '../../../schema/contract/access-rules.ts';
import { readRowRules } from '../../../schema/contract/access-rows.ts';
import type { AccessContext } from '../../../schema/contract/identity.ts';
import { createReadDescribers, type ReadDescriber } from './journal-reads.ts';
import { createRowReaders, type Reading } from '../../mask/row-reader.ts';
import { compileCost, type CostEstimate } from '../../policy/cost.ts';
import { readCostFacts } from '../../policy/cost-facts.ts';
import { readOperationFacts, type OperationFacts } from '../../policy/decide-operation.ts';
import { createFieldPolicy, withUnclassified } from '../../policy/field-policy.ts';
import { createOperationFilter, type OperationFilter } from '../../policy/filter-operation.ts';

/** What decides over one supergraph. Whatever depends on a document alone is worked out once for it. */
export interface GraphPolicy {
  readonly facts: (document: DocumentNode, operationName: string | null) => OperationFacts;
  readonly cost: (document: DocumentNode, operationName: string | null) => CostEstimate;
  readonly filter: OperationFilter;
  readonly read: (access: AccessContext) => Reading;
  /** What an operation reads, for the journal. */
  readonly describe: ReadDescriber;
  /** SHA-256 of everything that decides. */
  readonly digest: string;
}

/** The part of a supergraph that a policy needs; the object itself stands for it in caches. */
export interface PolicedGraph {
  readonly sdl: string;
  readonly apiSchema: GraphQLSchema;
}

/** Makes the policies of supergraphs, one for each; `catalogueOf` gives the parsed programmes.json that goes with one. */
export function createGraphPolicies(
  catalogueOf: (supergraph: string) => unknown,
): (graph: PolicedGraph) => GraphPolicy {
  const known = new WeakMap<PolicedGraph, GraphPolicy>();
  return (graph) => {
    const policy = known.get(graph) ?? graphPolicy(graph, catalogueOf(graph.sdl));
    known.set(graph, policy);
    return policy;
  };
}

function graphPolicy(graph: PolicedGraph, catalogue: unknown): GraphPolicy {
  const { sdl, apiSchema: schema } = graph;
  const rules = accessRules(sdl);
  const rows = readRowRules(catalogue);
  const facts = readCostFacts(sdl);
  return {
    facts: perOperation(readOperationFacts),
    cost: perOperation((document, operationName) => compileCost(schema, document, operationName, { facts })),
    filter: createOperationFilter(schema, createFieldPolicy(withUnclassified(schema, rules))),
    read: createRowReaders({ schema, rules, rows }),
    describe: createReadDescribers(catalogue)(graph),
    digest: hash('sha256', `${sdl}${JSON.stringify(catalogue)}`),
  };
}

function perOperation<T>(
  make: (document: DocumentNode, operationName: string | null) => T,
): (document: DocumentNode, operationName: string | null) => T {
  const known = new WeakMap<DocumentNode, Map<string, { readonly made: T }>>();
  return (document, operationName) => {
    const byName = known.get(document) ?? new Map<string, { readonly made: T }>();
    known.set(document, byName);
    const name = operationName ?? '';
    const entry = byName.get(name) ?? { made: make(document, operationName) };
    byName.set(name, entry);
    return entry.made;
  };
}
