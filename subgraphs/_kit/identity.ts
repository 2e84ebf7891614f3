import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import { isBodyName, type BodyName } from '../../schema/contract/bodies.ts';
import { purposes, roles, type AccessContext } from '../../schema/contract/identity.ts';
import { isAreaCode } from '../../schema/contract/scalars.ts';

/** Who the gateway asks for, or why the call is refused. The reason is for the body's operator, not for the caller. */
export type CallVerdict =
  | { readonly kind: 'TRUSTED'; readonly access: AccessContext; readonly operation: string }
  | { readonly kind: 'REFUSED'; readonly reason: string };

/** `authorization` is the header's value, `requestBody` the body as it came. Never rejects. */
export type CallVerifier = (authorization: string | undefined, requestBody?: string) => Promise<CallVerdict>;

export interface CallVerifierOptions {
  /** This subgraph's name: a token for another is refused. */
  readonly subgraph: string;
  /** Reads the gateway's public keys, a JSON Web Key Set, from the place that is configured. */
  readonly readKeys: () => Promise<string>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Refuse tokens that are not made for one request body. Default false. */
  readonly requireBodyHash?: boolean;
}

const issuer = 'samutphok-gateway';
const tokenType = 'samutphok-call+jwt';
const maxLifetimeS = 60;
const toleranceS = 5;
const maxTokenLength = 16 * 1024;
const readAgainAfterMs = 30_000;
const maxKeysAgeMs = 600_000;
const maxRemembered = 1_000;

const claims = z.object({
  sub: z.string().min(1).max(200),
  iat: z.number(),
  exp: z.number(),
  role: z.enum(roles),
  areas: z.array(z.string()).refine((areas) => areas.every(isAreaCode) || (areas.length === 1 && areas[0] === '*')),
  body: z.custom<BodyName>((value) => typeof value === 'string' && isBodyName(value)).nullable(),
  scope: z.array(z.string()),
  principalExp: z.number(),
  purpose: z.enum(purposes).nullable(),
  case: z.string().nullable(),
  breakGlass: z.string().nullable(),
  operation: z.string(),
  bodySha256: z.string().optional(),
});

interface Verified {
  readonly verdict: Extract<CallVerdict, { kind: 'TRUSTED' }>;
  readonly bodySha256: string | undefined;
  readonly expiresAtMs: number;
}

/**
 * Makes the check that every subgraph over HTTP puts before its resolvers: no call without a token that the gateway
 * signed for this subgraph within the last minute. The gateway uses one token for several calls, so a verified one is
 * remembered until it ends.
 */
export function createCallVerifier(options: CallVerifierOptions): CallVerifier {
  const keyNamed = keyReader(options);
  const remembered = new Map<string, Verified>();

  async function verified(token: string): Promise<Verified | undefined> {
    const known = remembered.get(token);
    if (known !== undefined && known.expiresAtMs > options.now()) return known;
    remembered.delete(token);
    const fresh = await verifyToken(token, keyNamed, options);
    if (fresh === undefined) return undefined;
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(token, fresh);
    return fresh;
  }

  return async (authorization, requestBody) => {
    const token = /^Bearer (?<token>[\w-]+\.[\w-]+\.[\w-]+)$/u.exec(authorization ?? '')?.groups?.['token'];
    if (token === undefined || token.length > maxTokenLength) return refused('no call token');
    try {
      const found = await verified(token);
      if (found === undefined) return refused('not a call token of the gateway');
      return isForBody(found, requestBody, options.requireBodyHash === true)
        ? found.verdict
        : refused('made for another request body');
    } catch {
      return refused('cannot be verified');
    }
  };
}

function refused(reason: string): CallVerdict {
  return { kind: 'REFUSED', reason };
}

async function verifyToken(
  token: string,
  keyNamed: (kid: string) => Promise<KeyObject | undefined>,
  { subgraph, now }: CallVerifierOptions,
): Promise<Verified | undefined> {
  const { kid } = decodeProtectedHeader(token);
  const key = typeof kid === 'string' && kid.length <= 64 ? await keyNamed(kid) : undefined;
  if (key === undefined) return undefined;
  const { payload } = await jwtVerify(token, key, {
    algorithms: ['EdDSA'],
    typ: tokenType,
    issuer,
    audience: subgraph,
    requiredClaims: ['exp', 'iat', 'sub'],
    maxTokenAge: maxLifetimeS,
    clockTolerance: toleranceS,
    currentDate: new Date(now()),
  });
  const { sub, role, areas, body, scope, ...rest } = claims.parse(payload);
  if (typeof payload.aud !== 'string' || rest.exp - rest.iat > maxLifetimeS) return undefined;
  const principal = Object.freeze({
    subject: sub,
    role,
    areas: Object.freeze(areas),
    body,
    scopes: new Set(scope),
    expiresAt: rest.principalExp,
  });
  const access = Object.freeze({
    principal,
    purpose: rest.purpose,
    caseNumber: rest.case,
    breakGlass: rest.breakGlass,
  });
  return {
    verdict: { kind: 'TRUSTED', access, operation: rest.operation },
    bodySha256: rest.bodySha256,
    expiresAtMs: rest.exp * 1000,
  };
}

function isForBody({ bodySha256 }: Verified, requestBody: string | undefined, isRequired: boolean): boolean {
  if (bodySha256 === undefined) return !isRequired;
  if (requestBody === undefined) return false;
  return createHash('sha256').update(requestBody).digest('base64url') === bodySha256;
}

/** The gateway's keys by name; read again every 10 minutes, and at an unknown name, at most every 30 seconds. */
function keyReader({ readKeys, now }: CallVerifierOptions): (kid: string) => Promise<KeyObject | undefined> {
  let keys: ReadonlyMap<string, KeyObject> = new Map();
  let readAtMs = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  async function readAgain(): Promise<void> {
    readAtMs = now();
    try {
      keys = publicKeys(await readKeys());
    } catch {
      // The keys of before serve on; without any, nobody is trusted.
    } finally {
      reading = undefined;
    }
  }
  return async (kid) => {
    const ageMs = now() - readAtMs;
    const mustRead = keys.has(kid) ? ageMs > maxKeysAgeMs : ageMs > readAgainAfterMs;
    if (mustRead) reading ??= readAgain();
    await reading;
    return keys.get(kid);
  };
}

const keySet = z.object({
  keys: z.array(
    z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string().min(1).max(64) }),
  ),
});

function publicKeys(text: string): ReadonlyMap<string, KeyObject> {
  const { keys } = keySet.parse(JSON.parse(text));
  return new Map(
    keys.map(({ kty, crv, x, kid }) => [kid, createPublicKey({ key: { kty, crv, x }, format: 'jwk' })] as const),
  );
}
