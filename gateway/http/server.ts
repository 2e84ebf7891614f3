import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { CodedError, isCodedError, type ErrorCode, type ErrorDetails } from '../../schema/contract/error-codes.ts';
import { formatError } from './format-error.ts';
import { refusalOf } from './refusals.ts';
import { guardRequests, maxBodyBytes, refusedMethods, serverOptions } from './request-limits.ts';
import { protectResponses } from './response-headers.ts';

const graphqlPath = '/graphql';
/** A second net below the policy's own count. */
const maxTokens = 5_000;

export interface HttpParts {
  /** Executes operations. */
  readonly gateway: NonNullable<ApolloServerOptionsWithGateway<BaseContext>['gateway']>;
  /** Writes a response; the engine has the text of `data` ready. */
  readonly stringifyResult?: NonNullable<ApolloServerOptionsWithGateway<BaseContext>['stringifyResult']>;
  /** More plugins for Apollo Server, for example the operation log. */
  readonly plugins: readonly ApolloServerPlugin[];
  /** Told of what no client is shown. */
  readonly onFault: (fault: unknown) => void;
  /** Which bodies can be reached, for `/health/ready`. */
  readonly readiness: () => Readiness;
  /** Prometheus text, for `/metrics`. */
  readonly metrics: () => Promise<string>;
  /** Pages besides GraphQL. */
  readonly pages: readonly FastifyPluginAsync[];
  /**
   * Decides, from the raw header list and the address of the socket, whether somebody may send an operation at all; asked
   * before the body is read. What it resolves to is the operation's context. It rejects with an error of the catalogue.
   * Default: everybody, and nothing.
   */
  readonly admit?: (rawHeaders: readonly string[], remoteAddress: string) => Promise<BaseContext>;
  /** Reads a request's JSON and holds it to the limits; throws an error of the catalogue. Default: JSON.parse alone. */
  readonly readBody?: (bytes: Uint8Array) => unknown;
  /** Other origins whose pages may send operations. Default none. */
  readonly allowedOrigins?: readonly string[];
}

export interface Readiness {
  readonly ready: boolean;
  readonly bodies: Readonly<Record<string, string>>;
}

/** GraphQL over HTTP at /graphql, health, metrics and the pages. It does not listen yet. */
export async function createHttpServer(parts: HttpParts): Promise<FastifyInstance> {
  const app = fastify(serverOptions);
  const apollo = new ApolloServer({
    gateway: parts.gateway,
    formatError,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    parseOptions: { maxTokens },
    validationOptions: { maxErrors: 3 },
    executionOptions: { maxCoercionErrors: 3 },
    status400ForVariableCoercionErrors: true,
    stopOnTerminationSignals: false,
    logger: silentLogger(parts.onFault),
    ...(parts.stringifyResult && { stringifyResult: parts.stringifyResult }),
    plugins: [
      ...parts.plugins,
      settleStatus,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await apollo.start();
  refuseClearly(app, parts.onFault);
  guardRequests(app, { graphqlPath, readBody: parts.readBody ?? parseJson });
  protectResponses(app, { graphqlPath, allowedOrigins: parts.allowedOrigins });
  const contextOf = admitOperations(app, parts.admit);
  app.post(graphqlPath, fastifyApolloHandler(apollo, { context: contextOf }));
  for (const method of refusedMethods) app.route({ method, url: graphqlPath, handler: refuseMethod });
  addHealth(app, parts);
  for (const page of parts.pages) await app.register(page);
  endConnectionsAtClose(app);
  // Fastify has finished what was under way by then. Apollo's own drain plugin would wait for Fastify, which waits for it.
  app.addHook('onClose', () => apollo.stop());
  return app;
}

/** Apollo's codes for an operation that cannot run, in a request that is well-formed. */
const operationFaults: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * As GraphQL over HTTP wants it: a client that does not know application/graphql-response+json gets 200 for an operation
 * that was refused, and reads what is wrong in `errors`.
 */
const settleStatus: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response, errors = [] }) => {
        const accepted = request.http?.headers.get('accept') ?? '';
        const isRefusedOperation = errors.some(({ extensions }) => operationFaults.has(extensions['code']));
        if (isRefusedOperation && !accepted.includes('application/graphql-response+json')) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};

/** Listens. Throws SERVER_PORT_TAKEN or SERVER_ADDRESS_REFUSED. Port 0 takes any free one; the answer says which. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new CodedError(code === 'EADDRINUSE' ? 'SERVER_PORT_TAKEN' : 'SERVER_ADDRESS_REFUSED', { host, port });
  }
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function addHealth(app: FastifyInstance, { readiness, metrics }: HttpParts): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', (_request, reply) => {
    const { ready, bodies } = readiness();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', bodies });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics()),
  );
}

/** Asks `admit` before a body is read, and hands its answer to the operation. */
function admitOperations(
  app: FastifyInstance,
  admit: HttpParts['admit'],
): (request: FastifyRequest) => Promise<BaseContext> {
  const admitted = new WeakMap<FastifyRequest, BaseContext>();
  if (admit !== undefined) {
    app.addHook('onRequest', async (request) => {
      if (request.routeOptions.url === graphqlPath && request.method === 'POST') {
        admitted.set(request, await admit(request.raw.rawHeaders, request.socket.remoteAddress ?? ''));
      }
    });
  }
  return (request) => Promise.resolve(admitted.get(request) ?? {});
}

/** A connection whose last answer was under way when the server began to close would stay open until it times out. */
function endConnectionsAtClose(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) void reply.header('connection', 'close');
  });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new CodedError('REQUEST_JSON_INVALID');
  }
}

function refuseMethod(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return refuse(reply, 'REQUEST_METHOD_REFUSED');
}

/** Everything that is refused before it is an operation gets a code of the catalogue, and no word of the request. */
function refuseClearly(app: FastifyInstance, onFault: (fault: unknown) => void): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'REQUEST_NOT_FOUND'));
  app.setErrorHandler((error, _request, reply) => {
    if (isCodedError(error)) return refuse(reply, error.code, error.details);
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status === 413) return refuse(reply, 'REQUEST_TOO_LARGE', { max: maxBodyBytes });
    if (status === 415) return refuse(reply, 'REQUEST_TYPE_REFUSED');
    if (status >= 400 && status < 500) return refuse(reply, 'REQUEST_INVALID');
    onFault(error);
    return refuse(reply, 'INTERNAL_ERROR');
  });
}

function refuse(reply: FastifyReply, code: ErrorCode, details: ErrorDetails = {}): FastifyReply {
  const { status, headers, body } = refusalOf(code, details);
  return reply.code(status).headers(headers).send(body);
}

/** Apollo's own words go to the operator as faults; its chatter goes nowhere. */
function silentLogger(
  onFault: (fault: unknown) => void,
): Record<'debug' | 'info' | 'warn' | 'error', (message?: unknown) => void> {
  return { debug: nothing, info: nothing, warn: nothing, error: onFault };
}

function nothing(): void {}
