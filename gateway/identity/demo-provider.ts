import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { BodyName } from '../../schema/contract/bodies.ts';
import type { Role } from '../../schema/contract/identity.ts';
import type { Clock } from '../kernel/clock.ts';
import { maxTokenBytes } from './bearer.ts';
import { readClaims } from './claims.ts';
import { signJwt } from './sign-jwt.ts';
import { openSigningKey } from './signing-key.ts';

/** The identity provider of `npm start`: its tokens are good for nothing but this data folder's gateway. */
export interface DemoProvider {
  readonly issuer: string;
  readonly audience: string;
  /** The JSON Web Key Set that its tokens are verified with. */
  readonly jwks: string;
  /** A signed token. Throws IDENTITY_TOKEN_REQUEST_INVALID when role, areas, body, scopes or life do not go together. */
  readonly issueDemoToken: (request: DemoTokenRequest) => string;
}

export interface DemoTokenRequest {
  readonly role: Role;
  /** 2, 4 or 6 digits each, or exactly `['*']`. Default none: no household at all. */
  readonly areas?: readonly string[];
  /** Needed for a body-officer. */
  readonly body?: BodyName;
  readonly scopes?: readonly string[];
  /** Default `demo-ROLE`. */
  readonly subject?: string;
  /** One minute to 12 hours. Default 8 hours. */
  readonly ttlMs?: number;
}

export const demoIssuer = 'https://demo.samutphok.invalid';
export const demoAudience = 'samutphok';

const eightHoursMs = 28_800_000;
const maxTtlMs = 43_200_000;
const minTtlMs = 60_000;

/** Opens the provider over a data folder; its key is made there at the first start. Throws IDENTITY_KEY_UNREADABLE. */
export async function openDemoProvider(dataDir: string, clock: Clock): Promise<DemoProvider> {
  const key = await openSigningKey(path.join(dataDir, 'identity', 'demo-key.pem'));
  return {
    issuer: demoIssuer,
    audience: demoAudience,
    jwks: key.jwks,
    issueDemoToken: (request) => {
      const token = signJwt(key, 'JWT', demoClaims(request, clock.now()));
      if (token.length > maxTokenBytes) throw invalid('the token would be too long');
      return token;
    },
  };
}

/** What an operator has set about identity. */
export interface IdentitySettings {
  readonly host: string;
  readonly issuer?: string | undefined;
  readonly audience?: string | undefined;
  readonly jwks?: string | undefined;
}

/**
 * Where the demo provider may run: no real issuer is configured, and only this machine can reach it. Throws
 * IDENTITY_DEMO_REFUSED with the variable, or IDENTITY_DEMO_HOST_REFUSED with the address.
 */
export function assertDemoAllowed({ host, issuer, audience, jwks }: IdentitySettings): void {
  const set = [
    ['SAMUTPHOK_ISSUER', issuer],
    ['SAMUTPHOK_AUDIENCE', audience],
    ['SAMUTPHOK_JWKS', jwks],
  ] as const;
  for (const [name, value] of set) if (value !== undefined) throw new CodedError('IDENTITY_DEMO_REFUSED', { name });
  if (!isLoopback(host)) throw new CodedError('IDENTITY_DEMO_HOST_REFUSED', { host });
}

/** Whether an address to listen on is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

function demoClaims(request: DemoTokenRequest, nowMs: number): Readonly<Record<string, unknown>> {
  const { role, areas = [], body, scopes = [], subject = `demo-${role}`, ttlMs = eightHoursMs } = request;
  if (!(ttlMs >= minTtlMs && ttlMs <= maxTtlMs)) throw invalid('its life must be 1 minute to 12 hours');
  const iat = Math.floor(nowMs / 1000);
  const claims = {
    iss: demoIssuer,
    aud: demoAudience,
    sub: subject,
    iat,
    nbf: iat,
    exp: iat + Math.floor(ttlMs / 1000),
    jti: randomUUID(),
    role,
    areas: [...areas],
    ...(body !== undefined && { body }),
    scope: [...scopes],
  };
  const reading = readClaims(claims, { nowMs, toleranceMs: 1_000, maxLifetimeMs: maxTtlMs });
  if (reading.kind === 'ODD') throw invalid(problemOf[reading.problem] ?? reading.problem);
  return claims;
}

const problemOf: Readonly<Record<string, string>> = {
  sub: '--subject must be printable, at most 200 characters',
  role: '--role must be one of the six roles',
  areas: '--area must be 2, 4 or 6 digits, or * alone',
  body: 'a body-officer needs --body with the name of one body, and any other --body must be one too',
  scope: '--scope must be printable ASCII without spaces',
};

function invalid(problem: string): CodedError {
  return new CodedError('IDENTITY_TOKEN_REQUEST_INVALID', { problem });
}
