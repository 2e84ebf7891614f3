import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Engine, OperationResult } from '../execute/engine.ts';
import { refusalOf } from '../http/refusals.ts';
import { joinJson, type JsonSlice } from '../kernel/json-slice.ts';
import { ResponseText } from '../merge/response-text.ts';
import { nobody } from './access/admission.ts';
import type { AskedContext, Outcome, Pipeline } from './pipeline.ts';

/** The engine as Apollo Server mounts it; every operation goes through the pipeline. */
export function createApolloGateway(
  { supergraphs }: Pick<Engine, 'supergraphs'>,
  pipeline: Pipeline,
): GatewayInterface {
  const executor: GatewayExecutor = async ({ document, request, queryHash, context }) =>
    toApollo(
      await pipeline({
        document,
        operationName: request.operationName ?? null,
        variables: request.variables ?? {},
        hash: queryHash,
        context: isAdmitted(context) ? context : nobody,
      }),
    );
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

/** What `admit` has resolved to; a server without one hands on an empty object. */
function isAdmitted(context: object): context is AskedContext {
  return 'access' in context && 'preview' in context;
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

function toApollo(outcome: Outcome): ApolloResult {
  if (outcome.kind === 'PREVIEW') return outcome.preview;
  if (outcome.kind === 'REFUSED') return { errors: [refusalError(outcome.refusal)] };
  const { json, errors, manifest } = outcome.result;
  return {
    ...(errors.length > 0 && { errors: errors.map(toGraphqlError) }),
    ...(json && { data: json.isNull ? null : json }),
    extensions: { manifest },
  };
}

/** Apollo takes status and headers of the response from `extensions.http`, and shows them to nobody. */
function refusalError({ code, details }: CodedError): GraphQLError {
  const { status, headers } = refusalOf(code, details);
  const { message, extensions } = new CodedError(code, details);
  const http = { status, headers: new HeaderMap(Object.entries(headers)) };
  return new GraphQLError(message, { extensions: { ...extensions, http } });
}

/** Apollo takes anything that is no GraphQLError for an accident of its own. */
function toGraphqlError({ message, path, extensions }: OperationResult['errors'][number]): GraphQLError {
  return new GraphQLError(message, { path: path ?? null, extensions: { ...extensions } });
}
