import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError } from 'graphql';
import type { Engine, OperationResult } from '../execute/engine.ts';
import type { Clock } from '../kernel/clock.ts';
import { joinJson, type JsonSlice } from '../kernel/json-slice.ts';
import { ResponseText } from '../merge/response-text.ts';

export interface ApolloGatewayOptions {
  readonly clock: Clock;
  /** From the moment that the bodies are asked; what has arrived by then is the answer. */
  readonly operationDeadlineMs: number;
}

/** The engine as Apollo Server mounts it. */
export function createApolloGateway(engine: Engine, options: ApolloGatewayOptions): GatewayInterface {
  const { supergraphs } = engine;
  const executor: GatewayExecutor = async ({ document, request, queryHash }) => {
    const deadline = new AbortController();
    let cancel: (() => void) | undefined;
    try {
      return toApollo(
        await engine.execute({
          document,
          operationName: request.operationName,
          variables: request.variables,
          documentKey: queryHash,
          signal: deadline.signal,
          onPlanned: () => {
            cancel = options.clock.after(options.operationDeadlineMs, () => deadline.abort());
          },
        }),
      );
    } finally {
      cancel?.();
    }
  };
  return {
    load: () => Promise.resolve({ executor }),
    onSchemaLoadOrUpdate: (callback) => {
      const tell = (): void => {
        const { apiSchema, sdl } = supergraphs.current();
        callback({ apiSchema, coreSupergraphSdl: sdl });
      };
      tell();
      return supergraphs.onSwap(tell);
    },
    stop: () => Promise.resolve(supergraphs.close()),
  };
}

/**
 * Apollo Server's `stringifyResult`: puts the prepared text of `data` in its place, without a second pass over it. What
 * comes out is a Buffer: Apollo only hands it on to Fastify, which sends bytes as they are, while a string with Thai in
 * it would be encoded for each response.
 */
export function stringifyPrepared(result: object): string {
  const parts: (string | JsonSlice)[] = [];
  let before = '{';
  for (const [name, value] of Object.entries(result)) {
    if (value === undefined) continue;
    parts.push(
      `${before}${JSON.stringify(name)}:`,
      ...(value instanceof ResponseText ? value.parts : [JSON.stringify(value)]),
    );
    before = ',';
  }
  parts.push(before === '{' ? '{}' : '}');
  const bytes: unknown = joinJson(parts);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return bytes as string;
}

type ApolloResult = Awaited<ReturnType<GatewayExecutor>>;

function toApollo({ json, errors, manifest }: OperationResult): ApolloResult {
  return {
    ...(errors.length > 0 && { errors: errors.map(toGraphqlError) }),
    ...(json && { data: json.isNull ? null : json }),
    extensions: { manifest },
  };
}

/** Apollo takes anything that is no GraphQLError for an accident of its own. */
function toGraphqlError({ message, path, extensions }: OperationResult['errors'][number]): GraphQLError {
  return new GraphQLError(message, { path: path ?? null, extensions: { ...extensions } });
}
