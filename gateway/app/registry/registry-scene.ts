import fastify, { type FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import type { BodyName } from '../../../schema/contract/bodies.ts';
import type { Publication } from '../../../schema/contract/publication.ts';
import { serverOptions } from '../../http/request-limits.ts';
import { listen } from '../../http/server.ts';
import { createAuthenticator } from '../../identity/authenticator.ts';
import { openDemoProvider, type DemoProvider } from '../../identity/demo-provider.ts';
import { createKeySource } from '../../identity/key-source.ts';
import { systemClock, type Clock } from '../../kernel/clock.ts';
import { newFolder, passing } from '../../registry/harness.ts';
import type { Registry } from '../../registry/registry.ts';
import { openRegistryIn, type OpenRegistryOptions } from './registry-open.ts';
import { registryPages } from './registry-server.ts';

/** A registry over a small graph of three bodies, served as `samutphok registry serve` does, with the demo's tokens. */
export interface RegistryScene {
  readonly dataDir: string;
  readonly registry: Registry;
  readonly server: FastifyInstance;
  readonly address: string;
  readonly tokenOf: (body: BodyName, request?: Partial<Parameters<DemoProvider['issueDemoToken']>[0]>) => string;
  readonly post: (path: string, token: string, body: unknown) => Promise<Response>;
  readonly close: () => Promise<void>;
}

interface SceneOptions {
  readonly dataDir?: string;
  readonly port?: number;
  /** What the lives of tokens are measured with. */
  readonly identityClock?: Clock;
  /** After so long the server ends a connection on which nothing comes or goes. */
  readonly silenceMs?: number;
}

export async function openRegistryScene(
  options: Partial<OpenRegistryOptions> & SceneOptions = {},
): Promise<RegistryScene> {
  const { dataDir = await newFolder(), port = 0, identityClock = systemClock, silenceMs, ...others } = options;
  const registry = await openRegistryIn(dataDir, {
    clock: systemClock,
    log: { error: () => undefined },
    addresses: { allowPrivate: true },
    check: passing,
    ...others,
  });
  const demo = await openDemoProvider(dataDir, identityClock);
  const keys = createKeySource({ read: () => Promise.resolve(demo.jwks), clock: identityClock });
  const authenticate = createAuthenticator({
    issuer: demo.issuer,
    audience: demo.audience,
    keys,
    clock: identityClock,
  });
  const server = fastify({ ...serverOptions, ...(silenceMs !== undefined && { connectionTimeout: silenceMs }) });
  await server.register(registryPages({ registry, authenticate, onFault: () => undefined }));
  const address = `http://127.0.0.1:${await listen(server, '127.0.0.1', port)}`;
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= server.close().then(() => registry.close()));
  onTestFinished(close);
  return {
    dataDir,
    registry,
    server,
    address,
    tokenOf: (body, request = {}) => demo.issueDemoToken({ role: 'body-developer', body, ...request }),
    post: (path, token, body) =>
      fetch(`${address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    close,
  };
}

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

/** A body of the small graph; `more` stands in its record of the household. */
export function smallBody(body: string, more = ''): Publication {
  const type = `${body.charAt(0).toUpperCase()}${body.slice(1)}Record`;
  const root = body === 'interior' ? 'type Query { household(houseCode: ID!): Household }' : '';
  const sdl = `${link}
${root}
type Household @key(fields: "houseCode") {
  houseCode: ID!
  ${body}: ${type}
}
type ${type} {
  found: Boolean!
  ${more}
}
`;
  return { body, sdl, programmes: '{"facts":[],"programmes":[]}' };
}

export const smallGraph: readonly Publication[] = ['interior', 'health', 'labour'].map((body) => smallBody(body));
