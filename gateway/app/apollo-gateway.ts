import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError } from 'graphql';
import type { Engine, OperationResult } from '../execute/engine.ts';
import type { Clock } from '../kernel/clock.ts';

/** `data` that is JSON text already. Whoever wants it as an object gets it parsed. */
class PreparedData {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  toJSON(): unknown {
    return JSON.parse(this.#text);
  }
}

export interface ApolloGatewayOptions {
  readonly clock: Clock;
  /** An operation ends here; what has arrived by then is its answer. */
  readonly operationDeadlineMs: number;
}

/** The engine as Apollo Server mounts it. */
export function createApolloGateway(engine: Engine, options: ApolloGatewayOptions): GatewayInterface {
  const { supergraphs } = engine;
  const executor: GatewayExecutor = async ({ document, request, queryHash }) => {
    const deadline = new AbortController();
    const cancel = options.clock.after(options.operationDeadlineMs, () => deadline.abort());
    try {
      return toApollo(
        await engine.execute({
          document,
          operationName: request.operationName,
          variables: request.variables,
          documentKey: queryHash,
          signal: deadline.signal,
        }),
      );
    } finally {
      cancel();
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

/** Apollo Server's `stringifyResult`: puts the prepared text of `data` in its place, without a second pass over it. */
export function stringifyPrepared(result: object): string {
  const members = Object.entries(result).filter(([, value]) => value !== undefined);
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${jsonOf(value)}`).join(',')}}`;
}

function jsonOf(value: unknown): string {
  return value instanceof PreparedData ? value.text : JSON.stringify(value);
}

type ApolloResult = Awaited<ReturnType<GatewayExecutor>>;

function toApollo({ text, errors, manifest }: OperationResult): ApolloResult {
  return {
    ...(errors.length > 0 && { errors: errors.map(toGraphqlError) }),
    ...(text !== undefined && { data: text === 'null' ? null : new PreparedData(text) }),
    extensions: { manifest },
  };
}

/** Apollo takes anything that is no GraphQLError for an accident of its own. */
function toGraphqlError({ message, path, extensions }: OperationResult['errors'][number]): GraphQLError {
  return new GraphQLError(message, { path: path ?? null, extensions: { ...extensions } });
}
