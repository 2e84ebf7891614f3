import type { GatewayInterface, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { GraphQLError } from 'graphql';
import type { Engine, OperationRequest } from './engine.ts';
import { isPreparedData, prepareData } from './prepared-data.ts';
import type { PreparedData } from './prepared-data.ts';

/** What a request's context adds to its operation: principal, headers, deadline. */
export type OperationExtras = (context: Record<string, unknown>) => Pick<OperationRequest, 'stamp' | 'signal'>;

/** Mounts the engine in Apollo Server. Give the server `stringifyPrepared` as its `stringifyResult`. */
export function createApolloGateway(engine: Engine, extrasOf: OperationExtras = () => ({})): GatewayInterface {
  const { supergraphs } = engine;
  return {
    load: () =>
      Promise.resolve({
        executor: async (request: GatewayGraphQLRequestContext) => {
          const { document, operationName, queryHash } = request;
          const { text, errors, manifest } = await engine.execute({
            document,
            operationName,
            variables: request.request.variables,
            documentKey: queryHash,
            ...extrasOf(request.context),
          });
          return {
            ...(text !== undefined && { data: text === 'null' ? null : prepareData(text) }),
            ...(errors.length > 0 && {
              errors: errors.map(
                ({ message, path, extensions }) => new GraphQLError(message, { path, extensions: { ...extensions } }),
              ),
            }),
            extensions: { manifest },
          };
        },
      }),
    onSchemaLoadOrUpdate: (callback) => {
      const tell = ({ apiSchema, sdl }: ReturnType<typeof supergraphs.current>): void =>
        callback({ apiSchema, coreSupergraphSdl: sdl });
      tell(supergraphs.current());
      return supergraphs.onSwap(tell);
    },
    stop: () => {
      supergraphs.close();
      return Promise.resolve();
    },
  };
}

/** Apollo Server's `stringifyResult`: writes prepared data as it is, without a second pass over it. */
export function stringifyPrepared(result: { data?: Record<string, unknown> | null }): string {
  const { data } = result;
  if (!isPreparedData(data)) return JSON.stringify(result);
  return stringifyAround(result, data);
}

function stringifyAround(result: { data?: Record<string, unknown> | null }, { text }: PreparedData): string {
  const others = Object.entries(result).filter(([name, value]) => name !== 'data' && value !== undefined);
  return `{${['"data":' + text, ...others.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)].join()}}`;
}
