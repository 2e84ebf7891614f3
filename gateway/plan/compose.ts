import { composeServices } from '@apollo/composition';
import { GraphQLError, parse, Source } from 'graphql';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { readContract, withContractEnums } from './contract-enums.ts';
import { messageOf } from './inline-planner.ts';

export interface SubgraphSchema {
  readonly name: string;
  readonly url?: string;
  readonly typeDefs: string;
}

/** A supergraph, or why there is none. */
export type Composition =
  | { readonly ok: true; readonly supergraph: string }
  | { readonly ok: false; readonly problems: readonly CompositionProblem[] };

export interface CompositionProblem {
  /** The composer's own, for example `INVALID_FIELD_SHARING`; `INVALID_GRAPHQL` for a text that cannot be parsed. */
  readonly code: string;
  readonly message: string;
  /** Lines of the subgraphs' texts that it is about, from 1. */
  readonly places: readonly { readonly body: string; readonly line: number }[];
}

/** Composes by the stock composer, the enums of the shared contract being those of `contract`. */
export function tryToCompose(subgraphs: readonly SubgraphSchema[], contract = readContract()): Composition {
  const read = subgraphs.map((subgraph) => readSubgraph(subgraph));
  const unreadable = read.flatMap((each) => ('problem' in each ? [each.problem] : []));
  if (unreadable.length > 0) return { ok: false, problems: unreadable };
  const services = read.flatMap((each) => ('service' in each ? [each.service] : []));
  const result = composeServices(
    services.map((service) => ({ ...service, typeDefs: withContractEnums(service.typeDefs, contract) })),
  );
  return result.supergraphSdl === undefined
    ? { ok: false, problems: (result.errors ?? []).map(problemOf) }
    : { ok: true, supergraph: result.supergraphSdl };
}

/** The same for schemas that are known to fit. Throws COMPOSITION_FAILED with the first problems. */
export function composeSupergraph(subgraphs: readonly SubgraphSchema[], contract = readContract()): string {
  const composition = tryToCompose(subgraphs, contract);
  if (composition.ok) return composition.supergraph;
  const first = composition.problems.slice(0, 5).map(({ message }) => messageOf(message));
  throw new CodedError('COMPOSITION_FAILED', { problem: first.join('; ') });
}

type ReadSubgraph =
  { readonly service: Parameters<typeof composeServices>[0][number] } | { readonly problem: CompositionProblem };

function readSubgraph({ name, url = '', typeDefs }: SubgraphSchema): ReadSubgraph {
  try {
    return { service: { name, url, typeDefs: parse(new Source(typeDefs, name)) } };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const places = (error.locations ?? []).map(({ line }) => ({ body: name, line }));
    return { problem: { code: 'INVALID_GRAPHQL', message: `[${name}] ${error.message}`, places } };
  }
}

function problemOf(error: GraphQLError): CompositionProblem {
  const { code } = error.extensions;
  const places = (error.nodes ?? []).flatMap(({ loc }) =>
    loc === undefined ? [] : [{ body: loc.source.name, line: loc.startToken.line }],
  );
  return { code: typeof code === 'string' ? code : 'COMPOSITION_FAILED', message: error.message, places };
}
