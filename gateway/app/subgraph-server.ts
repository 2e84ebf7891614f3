import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import type { OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';
import type { CallVerifier } from '../../subgraphs/_kit/identity.ts';
import { inProcessTransport } from '../fetch/in-process-transport.ts';
import { systemClock } from '../kernel/clock.ts';

/** Representations of a page of 200 households with thirteen records each. */
const maxBodyBytes = 64 * 1024 * 1024;

const graphqlRequest = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

export interface SubgraphServerOptions {
  readonly onFault: (fault: unknown) => void;
  /** Checks the gateway's token for the call. Without it every call is answered, and shown everything. */
  readonly verifyCall?: CallVerifier;
}

/** One subgraph as its own HTTP service: GraphQL at /graphql, health at /health/live. It does not listen yet. */
export function createSubgraphServer(
  subgraph: OpenSubgraph,
  { onFault, verifyCall }: SubgraphServerOptions,
): FastifyInstance {
  const app = fastify({ bodyLimit: maxBodyBytes, forceCloseConnections: 'idle' });
  const call = inProcessTransport({
    schema: subgraph.schema,
    clock: systemClock,
    onFault,
    createContext: ({ extensions, access }, signal) => ({
      ...subgraph.context({ ...(extensions && { extensions }), ...(access && { access }) }),
      signal,
    }),
  });
  app.get('/health/live', () => ({ status: 'live' }));
  const accesses = new WeakMap<FastifyRequest, AccessContext>();
  // Before a byte of the body is read. Node keeps the first of repeated authorization headers, so one too many is none.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (verifyCall === undefined) return undefined;
    const [token, ...more] = request.raw.headersDistinct['authorization'] ?? [];
    const verdict = await verifyCall(more.length === 0 ? token : undefined);
    if (verdict.kind === 'REFUSED') return reply.code(401).send({ errors: [refused('CALL_REFUSED')] });
    accesses.set(request, verdict.access);
    return undefined;
  };
  app.post('/graphql', { onRequest }, async (request, reply) => {
    const parsed = graphqlRequest.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ errors: [refused('REQUEST_INVALID')] });
    const gone = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort();
    });
    const { query, operationName, variables, extensions } = parsed.data;
    const access = accesses.get(request);
    const answer = await call(
      {
        subgraph: subgraph.name,
        query,
        kind: 'query',
        variables: variables ?? {},
        ...(typeof operationName === 'string' && { operationName }),
        ...(extensions && { extensions }),
        ...(access && { access }),
      },
      gone.signal,
    );
    if (answer.status !== 'ANSWERED') return reply.code(503).send({ errors: [{ message: answer.reason }] });
    const { data, errors } = answer;
    return reply.send({ ...(errors.length > 0 && { errors }), data });
  });
  return app;
}

function refused(code: 'CALL_REFUSED' | 'REQUEST_INVALID'): object {
  const { message, extensions } = new CodedError(code);
  return { message, extensions };
}
