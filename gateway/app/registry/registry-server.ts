import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodedError, isCodedError, type ErrorCode } from '../../../schema/contract/error-codes.ts';
import type { Principal } from '../../../schema/contract/identity.ts';
import type { Publication } from '../../../schema/contract/publication.ts';
import { refusalOf } from '../../http/refusals.ts';
import type { Authenticator } from '../../identity/authenticator.ts';
import type { Outcome } from '../../registry/publish.ts';
import type { Actor, Registry } from '../../registry/registry.ts';

export interface RegistryPages {
  readonly registry: Registry;
  readonly authenticate: Authenticator;
  /** Told of what no client is shown. */
  readonly onFault: (fault: unknown) => void;
}

/** SDL and programmes of 1 MiB each, with what JSON adds to them. */
const maxPublicationBytes = 4 * 1024 * 1024;
const maxWaitMs = 30_000;

/**
 * The registry over HTTP, under /registry. What is published is for the gateways to read without a token; everything
 * else is for staff of the bodies.
 */
export function registryPages({ registry, authenticate, onFault }: RegistryPages): FastifyPluginAsync {
  const signedIn = new WeakMap<FastifyRequest, Principal>();

  /** Asked before a body is read. */
  async function requirePrincipal(request: FastifyRequest): Promise<void> {
    const answer = await authenticate(request.raw.rawHeaders);
    if (answer.kind === 'REFUSED') throw new CodedError(answer.code);
    signedIn.set(request, answer.principal);
  }

  function principalOf(request: FastifyRequest): Principal {
    const principal = signedIn.get(request);
    if (principal === undefined) throw new CodedError('IDENTITY_MISSING');
    return principal;
  }

  return async (app) => {
    const closing = new AbortController();
    app.addHook('preClose', async () => closing.abort());
    app.setErrorHandler((error, _request, reply) => refuse(reply, error, onFault));
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
    const staffOnly = { onRequest: requirePrincipal, bodyLimit: maxPublicationBytes };
    app.get('/registry/artefact', (request, reply) =>
      sendArtefact(registry, { request, reply, closing: closing.signal }),
    );
    app.post('/registry/publish', staffOnly, async (request, reply) => {
      const actor = publisherOf(principalOf(request));
      const { 'dry-run': dryRun } = readQuery(z.object({ 'dry-run': z.enum(['true', 'false']).optional() }), request);
      const published = registry.publish(readPublicationBody(request.body), actor, dryRun === 'true');
      return send(reply, await inSilence(request, published));
    });
    app.get('/registry/versions', staffOnly, (request) => {
      const { body } = readQuery(z.object({ body: z.string().max(60).optional() }), request);
      return registry.versions(body ?? null);
    });
    app.get('/registry/approvals', staffOnly, async () =>
      (await registry.proposals()).map(({ publication: _publication, ...proposal }) => proposal),
    );
    app.post('/registry/approvals/:id', staffOnly, async (request, reply) => {
      const { id } = z.object({ id: z.string().max(60) }).parse(request.params);
      return send(reply, await inSilence(request, registry.approve(id, approverOf(principalOf(request)))));
    });
  };
}

/** A token publishes for the one body that it names. */
function publisherOf({ role, subject, body }: Principal): Actor {
  if (role !== 'body-developer' || body === null) throw new CodedError('REGISTRY_ROLE_REFUSED');
  return { kind: 'STAFF', subject, body };
}

/** Whoever answers for a body's data may say yes for it. */
function approverOf({ role, subject, body }: Principal): Actor {
  if ((role !== 'body-developer' && role !== 'body-officer') || body === null) {
    throw new CodedError('REGISTRY_ROLE_REFUSED');
  }
  return { kind: 'STAFF', subject, body };
}

const publicationShape = z.strictObject({
  body: z.string().regex(/^[a-z][a-z\d-]{0,39}$/u),
  sdl: z.string(),
  programmes: z.string().nullable(),
});

const addressKey = /^(?:url|address|routing_?url|endpoint|host)$/iu;

function readPublicationBody(body: unknown): Publication {
  const parsed = publicationShape.safeParse(body);
  if (parsed.success) return parsed.data;
  const keys = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  const name = keys.find((key) => addressKey.test(key));
  if (name !== undefined) throw new CodedError('REGISTRY_ADDRESS_NOT_TAKEN', { name });
  const issue = parsed.error.issues[0];
  const place = String(issue?.path[0] ?? 'the whole');
  throw new CodedError('REGISTRY_PUBLICATION_INVALID', { problem: `${place} is not right` });
}

function readQuery<Shape extends z.ZodType>(shape: Shape, request: FastifyRequest): z.output<Shape> {
  const parsed = shape.safeParse(request.query);
  if (!parsed.success) throw new CodedError('REQUEST_INVALID');
  return parsed.data;
}

interface ArtefactRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Aborted when the server ends: nobody is kept waiting then. */
  readonly closing: AbortSignal;
}

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number)
  .optional();

const artefactQuery = z.object({ after: wholeNumber, wait: wholeNumber });

/** With `after`, the answer is 304 until there is another sequence than that, for `wait` seconds at most. */
async function sendArtefact(registry: Registry, { request, reply, closing }: ArtefactRequest): Promise<FastifyReply> {
  const { after, wait = 0 } = readQuery(artefactQuery, request);
  const known = after ?? sequenceIn(request.headers['if-none-match']) ?? 0;
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const waitMs = Math.min(maxWaitMs, wait * 1000);
  const waiting = registry.other(known, waitMs, AbortSignal.any([gone.signal, closing]));
  const found = await inSilence(request, waiting);
  void reply.header('cache-control', 'no-cache').header('etag', `"${found?.artefact.manifest.sequence ?? known}"`);
  if (found !== undefined) return reply.type('application/json; charset=utf-8').send(found.text);
  if (registry.current() === undefined) throw new CodedError('REGISTRY_EMPTY');
  return reply.code(304).send();
}

/** The server ends silent connections; this one is silent because it was asked to wait, or for something that takes long. */
async function inSilence<T>(request: FastifyRequest, work: Promise<T>): Promise<T> {
  const { socket } = request.raw;
  const silenceMs = socket.timeout ?? 0;
  socket.setTimeout(0);
  try {
    return await work;
  } finally {
    socket.setTimeout(silenceMs);
  }
}

function sequenceIn(etag: string | undefined): number | undefined {
  const digits = /^(?:W\/)?"(?<digits>\d{1,9})"$/u.exec(etag ?? '')?.groups?.['digits'];
  return digits === undefined ? undefined : Number(digits);
}

const statusOfOutcome = { PUBLISHED: 200, UNCHANGED: 200, CHECKED: 200, PENDING: 202 } as const;

function send(reply: FastifyReply, outcome: Outcome): FastifyReply {
  if (outcome.kind !== 'REFUSED') return reply.code(statusOfOutcome[outcome.kind]).send(outcome);
  const { body, report } = outcome;
  const findings = report.findings.filter(({ level }) => level === 'ERROR').length;
  const { message, extensions } = new CodedError('REGISTRY_PUBLICATION_REFUSED', { body, findings });
  return reply.code(422).send({ ...outcome, errors: [{ message, extensions }] });
}

const statusOfCode: Readonly<Partial<Record<ErrorCode, number>>> = {
  REGISTRY_ROLE_REFUSED: 403,
  REGISTRY_BODY_REFUSED: 403,
  REGISTRY_APPROVER_REFUSED: 403,
  REGISTRY_EMPTY: 404,
  REGISTRY_PROPOSAL_UNKNOWN: 404,
  REGISTRY_ADDRESS_MISSING: 409,
  REGISTRY_PROPOSAL_OUTDATED: 409,
  REGISTRY_STORE_FAILED: 503,
  REGISTRY_BUSY: 503,
};

function refuse(reply: FastifyReply, error: unknown, onFault: (fault: unknown) => void): FastifyReply {
  const coded = codedOf(error, onFault);
  const { status, headers, body } = refusalOf(coded.code, coded.details);
  return reply
    .code(statusOfCode[coded.code] ?? status)
    .headers(headers)
    .send(body);
}

function codedOf(error: unknown, onFault: (fault: unknown) => void): CodedError {
  if (isCodedError(error)) {
    if (error.code === 'REGISTRY_STORE_FAILED' || error.code === 'INTERNAL_ERROR') onFault(error);
    return error;
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return new CodedError('REQUEST_TOO_LARGE', { max: maxPublicationBytes });
  if (status === 415) return new CodedError('REQUEST_TYPE_REFUSED');
  if (status >= 400 && status < 500) return new CodedError('REQUEST_JSON_INVALID');
  onFault(error);
  return new CodedError('INTERNAL_ERROR');
}
