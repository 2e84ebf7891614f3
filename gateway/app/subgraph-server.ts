import fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';
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

/** One subgraph as its own HTTP service: GraphQL at /graphql, health at /health/live. It does not listen yet. */
export function createSubgraphServer(subgraph: OpenSubgraph, onFault: (fault: unknown) => void): FastifyInstance {
  const app = fastify({ bodyLimit: maxBodyBytes, forceCloseConnections: 'idle' });
  const call = inProcessTransport({
    schema: subgraph.schema,
    clock: systemClock,
    onFault,
    createContext: ({ extensions }, signal) => ({ ...subgraph.context({ ...(extensions && { extensions }) }), signal }),
  });
  app.get('/health/live', () => ({ status: 'live' }));
  app.post('/graphql', async (request, reply) => {
    const parsed = graphqlRequest.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ errors: [invalidRequest()] });
    const gone = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort();
    });
    const { query, operationName, variables, extensions } = parsed.data;
    const answer = await call(
      {
        subgraph: subgraph.name,
        query,
        kind: 'query',
        variables: variables ?? {},
        ...(typeof operationName === 'string' && { operationName }),
        ...(extensions && { extensions }),
      },
      gone.signal,
    );
    if (answer.status !== 'ANSWERED') return reply.code(503).send({ errors: [{ message: answer.reason }] });
    const { data, errors } = answer;
    return reply.send({ ...(errors.length > 0 && { errors }), data });
  });
  return app;
}

function invalidRequest(): object {
  const { message, extensions } = new CodedError('REQUEST_INVALID');
  return { message, extensions };
}
