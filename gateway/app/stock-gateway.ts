import {
  ApolloGateway,
  LocalGraphQLDataSource,
  RemoteGraphQLDataSource,
  type GraphQLDataSource,
} from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';

/**
 * The vendor's gateway over a graph without access rules: the oracle of differential tests, the baseline of the
 * benchmark, and an agency developer's second opinion. It has no deadline, retry, breaker or manifest.
 */
export function stockGateway(
  supergraphSdl: string,
  buildService: (service: { readonly name: string; readonly url?: string }) => GraphQLDataSource = overHttp,
): GatewayInterface {
  try {
    const gateway = new ApolloGateway({
      supergraphSdl,
      buildService: ({ name, url }) => buildService({ name, ...(url !== undefined && { url }) }),
    });
    return gateway;
  } catch (error) {
    throw new CodedError('SUPERGRAPH_INVALID', { problem: 'the stock gateway refuses it' }, { cause: error });
  }
}

/** Calls the subgraphs of this process, each call with a context of its own as under our engine. */
export function inThisProcess(
  subgraphs: ReadonlyMap<string, OpenSubgraph>,
): (service: { readonly name: string }) => GraphQLDataSource {
  return ({ name }) => {
    const subgraph = subgraphs.get(name);
    if (subgraph === undefined) throw new CodedError('SUPERGRAPH_INVALID', { problem: `there is no subgraph ${name}` });
    const source = new LocalGraphQLDataSource(subgraph.schema);
    return {
      process: (options) => source.process({ ...options, context: subgraph.context({}) }),
    };
  };
}

function overHttp({ url }: { readonly url?: string }): GraphQLDataSource {
  return new RemoteGraphQLDataSource({ ...(url !== undefined && { url }) });
}
