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
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { CodedError, isCodedError, type ErrorCode } from '../../schema/contract/error-codes.ts';
import { formatError } from './format-error.ts';

const maxBodyBytes = 256 * 1024;

export interface HttpParts {
  /** Executes operations. */
  readonly gateway: NonNullable<ApolloServerOptionsWithGateway<BaseContext>['gateway']>;
  /** Writes a response; the engine has the text of `data` ready. */
  readonly stringifyResult?: NonNullable<ApolloServerOptionsWithGateway<BaseContext>['stringifyResult']>;
  /** More plugins for Apollo Server, for example the operation log. */
  readonly plugins: readonly ApolloServerPlugin<BaseContext>[];
  /** Told of what no client is shown. */
  readonly onFault: (fault: unknown) => void;
  /** Which bodies can be reached, for `/health/ready`. */
  readonly readiness: () => Readiness;
  /** Prometheus text, for `/metrics`. */
  readonly metrics: () => Promise<string>;
  /** Pages besides GraphQL. */
  readonly pages: readonly FastifyPluginAsync[];
}

export interface Readiness {
  readonly ready: boolean;
  readonly bodies: Readonly<Record<string, string>>;
}

/** GraphQL over HTTP at /graphql, health, metrics and the pages. It does not listen yet. */
export async function createHttpServer(parts: HttpParts): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: maxBodyBytes, trustProxy: false, forceCloseConnections: 'idle' });
  const apollo = new ApolloServer({
    gateway: parts.gateway,
    formatError,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    status400ForVariableCoercionErrors: true,
    stopOnTerminationSignals: false,
    logger: silentLogger(parts.onFault),
    ...(parts.stringifyResult && { stringifyResult: parts.stringifyResult }),
    plugins: [
      ...parts.plugins,
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await apollo.start();
  refuseClearly(app, parts.onFault);
  await app.register(fastifyApollo(apollo), { path: '/graphql' });
  addHealth(app, parts);
  for (const page of parts.pages) await app.register(page);
  app.addHook('onClose', () => apollo.stop());
  return app;
}

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

/** Everything that fastify refuses itself gets a code of the catalogue, and no word of the request. */
function refuseClearly(app: FastifyInstance, onFault: (fault: unknown) => void): void {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(graphqlError('REQUEST_NOT_FOUND')));
  app.setErrorHandler((error, _request, reply) => {
    if (isCodedError(error)) return reply.code(400).send(graphqlError(error.code));
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status === 413) return reply.code(413).send(graphqlError('REQUEST_TOO_LARGE'));
    if (status >= 400 && status < 500) return reply.code(status).send(graphqlError('REQUEST_INVALID'));
    onFault(error);
    return reply.code(500).send(graphqlError('INTERNAL_ERROR'));
  });
}

function graphqlError(code: ErrorCode): { readonly errors: readonly unknown[] } {
  const error = new CodedError(code, { max: maxBodyBytes });
  return { errors: [{ message: error.message, extensions: error.extensions }] };
}

/** Apollo's own words go to the operator as faults; its chatter goes nowhere. */
function silentLogger(
  onFault: (fault: unknown) => void,
): Record<'debug' | 'info' | 'warn' | 'error', (message?: unknown) => void> {
  const nothing = (): void => undefined;
  return { debug: nothing, info: nothing, warn: nothing, error: onFault };
}
