import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyNames } from '../../../schema/contract/bodies.ts';
import { CodedError } from '../../../schema/contract/error-codes.ts';
import { roles } from '../../../schema/contract/identity.ts';
import { isLoopback, type DemoProvider } from '../../identity/demo-provider.ts';

export const demoTokenPath = '/demo/token';

const tokenRequest = z.strictObject({
  role: z.enum(roles),
  areas: z.array(z.string()).max(20).default([]),
  body: z.enum(bodyNames).optional(),
  scopes: z.array(z.string()).max(20).default([]),
});

/**
 * Fastify plugin of the demo: POST /demo/token gives this machine's own pages a token of any role. Pages of other origins
 * get none: a browser says where a request comes from, and a name that was pointed at this machine is not its address.
 */
export function demoSignIn(demo: DemoProvider): FastifyPluginAsync {
  // oxlint-disable-next-line typescript/require-await -- Fastify tells plugins that return a promise from those that call back
  return async (app) => {
    app.post(demoTokenPath, (request, reply) => {
      checkSamePage(request);
      const wanted = tokenRequest.safeParse(request.body);
      if (!wanted.success) throw new CodedError('IDENTITY_TOKEN_REQUEST_INVALID', { problem: problemOf(wanted.error) });
      const { body, ...others } = wanted.data;
      void reply.header('cache-control', 'no-store');
      return { token: demo.issueDemoToken({ ...others, ...(body !== undefined && { body }) }) };
    });
  };
}

function checkSamePage({ headers }: FastifyRequest): void {
  const host = headers.host ?? '';
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  const site = headers['sec-fetch-site'];
  const isOwn =
    url !== undefined &&
    isLoopback(url.hostname.replaceAll(/[[\]]/gu, '')) &&
    (headers.origin === undefined || headers.origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin');
  if (!isOwn) throw new CodedError('IDENTITY_DEMO_HOST_REFUSED', { host: 'another page' });
}

function problemOf({ issues }: z.ZodError): string {
  const [issue] = issues;
  return `${String(issue?.path[0] ?? 'the request')} is not valid`;
}
