import { ApolloGateway } from '@apollo/gateway';
import { parse, print } from 'graphql';
import type { DocumentNode } from 'graphql';

/** One request to a subgraph and its response, as GraphQL writes them. */
export type StockCall = (
  subgraph: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<{ data?: Record<string, unknown> | null; errors?: readonly { message: string }[] }>;

export interface StockResult {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string }[];
}

export interface StockGateway {
  readonly execute: (document: DocumentNode, variables?: Readonly<Record<string, unknown>>) => Promise<StockResult>;
  readonly stop: () => Promise<void>;
}

/** The stock gateway over the same supergraph: the oracle of differential tests. Its vendor telemetry must be off. */
export async function createStockGateway(supergraphSdl: string, call: StockCall): Promise<StockGateway> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    buildService: ({ name }) => ({
      process: async ({ request }) => {
        const { data = null, errors } = await call(name, request.query ?? '', request.variables ?? {});
        return { data, ...(errors && { errors: errors.map(({ message }) => ({ message })) }) };
      },
    }),
  });
  const { executor } = await gateway.load();
  return {
    execute: async (document, variables = {}) => {
      const query = print(document);
      // The gateway reads these of the request's context and nothing else.
      const context: unknown = {
        request: { query, variables },
        document: parse(query),
        queryHash: query,
        context: {},
        metrics: {},
        cache: undefined,
      };
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server's whole context is not needed here
      const result = await executor(context as Parameters<typeof executor>[0]);
      return { data: result.data, errors: result.errors ?? [] };
    },
    stop: () => gateway.stop(),
  };
}
