import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodedError, isCodedError, type ErrorCode } from '../../schema/contract/error-codes.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import { faultText, parseFault } from './fault.ts';
import type { Rehearsal, Rehearsals } from './rehearsals.ts';

export interface RehearsalPluginParts {
  readonly rehearsals: Rehearsals;
  /** Who asks, from the raw header list; rejects with an error of the catalogue. */
  readonly authorise: (rawHeaders: readonly string[]) => Promise<Principal>;
}

const path = '/rehearsals';
const maxBodyBytes = 4 * 1024;

/**
 * Fastify plugin: GET /rehearsals lists those that run, POST starts one (`{ "body": "health", "fault": "down", "forMs":
 * 300000 }`), DELETE /rehearsals/health stops it. Nobody without a token.
 */
export function rehearsalPlugin({ rehearsals, authorise }: RehearsalPluginParts): FastifyPluginAsync {
  return async (app) => {
    const principals = new WeakMap<FastifyRequest, Principal>();
    const principalOf = (request: FastifyRequest): Principal => {
      const principal = principals.get(request);
      if (principal === undefined) throw new CodedError('IDENTITY_MISSING');
      return principal;
    };
    readSmallJson(app);
    refuseWithStatus(app);
    app.addHook('onRequest', async (request) => {
      principals.set(request, await authorise(request.raw.rawHeaders));
    });
    app.get(path, () => ({ rehearsals: rehearsals.list().map(rehearsalJson) }));
    app.post(path, { bodyLimit: maxBodyBytes }, (request, reply) => {
      const { body, fault, forMs } = readStart(request.body);
      const started = rehearsals.start({ body, fault: parseFault(fault), forMs }, principalOf(request));
      return reply.code(201).send(rehearsalJson(started));
    });
    app.delete<{ Params: { body: string } }>(`${path}/:body`, (request, reply) => {
      rehearsals.stop(nameIn(request.params.body), principalOf(request));
      return reply.code(204).send();
    });
  };
}

/** Nothing of who started it but the role. */
function rehearsalJson({ body, fault, startedMs, untilMs, startedBy }: Rehearsal): object {
  return {
    body,
    fault: faultText(fault),
    startedAt: new Date(startedMs).toISOString(),
    until: new Date(untilMs).toISOString(),
    startedBy: startedBy.role,
  };
}

const bodyName = z.string().regex(/^[a-z][a-z\d-]{0,39}$/u);
const startRequest = z.strictObject({ body: bodyName, fault: z.string().max(40), forMs: z.number() });

function readStart(json: unknown): z.infer<typeof startRequest> {
  const parsed = startRequest.safeParse(json);
  if (!parsed.success) throw new CodedError('REHEARSAL_REQUEST_INVALID');
  return parsed.data;
}

function nameIn(text: string): string {
  const parsed = bodyName.safeParse(text);
  if (!parsed.success) throw new CodedError('REHEARSAL_REQUEST_INVALID');
  return parsed.data;
}

/** The server's own reader of JSON takes operations only. */
function readSmallJson(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(String(body)));
    } catch {
      done(new CodedError('REQUEST_JSON_INVALID'));
    }
  });
}

const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  REHEARSAL_OFF: 403,
  REHEARSAL_REFUSED: 403,
  REHEARSAL_NOT_RUNNING: 404,
  BODY_UNKNOWN: 404,
};

/** What is not in the list is left to the server. */
function refuseWithStatus(app: FastifyInstance): void {
  app.setErrorHandler((error, _request, reply): FastifyReply => {
    const status = isCodedError(error) ? statuses[error.code] : undefined;
    if (!isCodedError(error) || status === undefined) throw error;
    return reply.code(status).send({ errors: [{ message: error.message, extensions: error.extensions }] });
  });
}
