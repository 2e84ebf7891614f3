import fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { CodedError, isCodedError } from '../../schema/contract/error-codes.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import { aPrincipal, aStage, type Stage } from './harness.ts';
import { rehearsalPlugin } from './rehearsal-plugin.ts';

const people: Readonly<Record<string, Principal>> = {
  supervisor: aPrincipal(),
  caseworker: aPrincipal({ role: 'caseworker' }),
};
const start = { body: 'health', fault: 'latency=2000', forMs: 300_000 };

let stage: Stage;
let app: FastifyInstance;

beforeEach(async () => {
  stage = aStage();
  app = fastify();
  // What the server around it does: operations only, and every other error its own way.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, _body, done) => {
    done(new CodedError('REQUEST_INVALID'));
  });
  app.setErrorHandler((error, _request, reply) =>
    reply.code(418).send({ code: isCodedError(error) ? error.code : String(error) }),
  );
  await app.register(
    rehearsalPlugin({
      rehearsals: stage.rehearsals,
      authorise: (rawHeaders) => {
        const principal = people[rawHeaders[rawHeaders.indexOf('authorization') + 1] ?? ''];
        return principal === undefined
          ? Promise.reject(new CodedError('IDENTITY_MISSING'))
          : Promise.resolve(principal);
      },
    }),
  );
});

async function send(who: string, request: InjectOptions): Promise<{ status: number; json: unknown }> {
  const response = await app.inject({ url: '/rehearsals', ...request, headers: { authorization: who } });
  return { status: response.statusCode, json: response.body === '' ? null : response.json() };
}

function coded(code: string): object {
  return { errors: [{ message: expect.any(String), extensions: expect.objectContaining({ code }) }] };
}

const shown = {
  body: 'health',
  fault: 'latency=2000',
  startedAt: '2022-08-10T05:00:00.000Z',
  until: '2022-08-10T05:05:00.000Z',
  startedBy: 'supervisor',
};

describe('the routes of rehearsals', () => {
  it('start one, list it and stop it, and say nothing of who started it but the role', async () => {
    expect(await send('supervisor', { method: 'POST', payload: start })).toEqual({ status: 201, json: shown });
    expect(await send('caseworker', {})).toEqual({ status: 200, json: { rehearsals: [shown] } });
    const stopped = await send('supervisor', { method: 'DELETE', url: '/rehearsals/health' });
    expect(stopped).toEqual({ status: 204, json: null });
    expect(await send('caseworker', {})).toEqual({ status: 200, json: { rehearsals: [] } });
  });

  it.each<InjectOptions>([
    { method: 'GET' },
    { method: 'POST', payload: start },
    { method: 'DELETE', url: '/rehearsals/health' },
  ])('leave nobody without a token to the server: $method', async (request) => {
    expect(await send('nobody', request)).toEqual({ status: 418, json: { code: 'IDENTITY_MISSING' } });
    expect(stage.events).toEqual([]);
  });

  it('refuse who may not', async () => {
    const refused = await send('caseworker', { method: 'POST', payload: start });
    expect(refused).toEqual({ status: 403, json: coded('REHEARSAL_REFUSED') });
    expect(stage.rehearsals.list()).toEqual([]);
  });

  it('know no rehearsal that does not run, and no body that is not there', async () => {
    const none = await send('supervisor', { method: 'DELETE', url: '/rehearsals/health' });
    expect(none).toEqual({ status: 404, json: coded('REHEARSAL_NOT_RUNNING') });
    const moon = await send('supervisor', { method: 'POST', payload: { ...start, body: 'moon' } });
    expect(moon).toEqual({ status: 404, json: coded('BODY_UNKNOWN') });
  });

  it.each([
    { ...start, forMs: 'PT5M' },
    { ...start, extra: 1 },
    { body: 'health' },
    [],
    null,
    { ...start, body: '../etc' },
    { ...start, fault: 'x'.repeat(41) },
  ])('refuse what is no request: %j', async (payload) => {
    const { json } = await send('supervisor', { method: 'POST', payload: payload as object });
    expect(json).toMatchObject({ code: expect.stringMatching(/^RE(?:HEARSAL_REQUEST|QUEST_JSON)_INVALID$/u) });
  });

  it('refuse a body of more than 4 KiB before it is read', async () => {
    const { json } = await send('supervisor', { method: 'POST', payload: { ...start, fault: 'x'.repeat(5_000) } });
    expect(json).toMatchObject({ code: expect.stringContaining('FST_ERR_CTP_BODY_TOO_LARGE') });
  });
});
