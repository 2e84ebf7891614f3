import { createHash } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { ErrorCode } from '../../schema/contract/error-codes.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import type { Clock } from '../kernel/clock.ts';
import { createLruCache } from '../kernel/lru-cache.ts';
import { readBearer } from './bearer.ts';
import { readClaims } from './claims.ts';
import { maxKidLength, signatureAlgorithms, type VerificationKey } from './jwks.ts';
import type { KeySource } from './key-source.ts';

/** Who asks, or the code of the refusal. */
export type Authentication =
  | { readonly kind: 'PRINCIPAL'; readonly principal: Principal }
  | { readonly kind: 'REFUSED'; readonly code: IdentityRefusal };

export type IdentityRefusal = Extract<
  ErrorCode,
  'IDENTITY_MISSING' | 'IDENTITY_INVALID' | 'IDENTITY_EXPIRED' | 'IDENTITY_UNAVAILABLE'
>;

/** Reads the raw header list of a request. Never rejects. */
export type Authenticator = (rawHeaders: readonly string[]) => Promise<Authentication>;

export interface AuthenticatorOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: KeySource;
  readonly clock: Clock;
  /** How far the issuer's clock may differ; at most 5 seconds. Default 5 seconds. */
  readonly toleranceMs?: number;
  /** Longest accepted life of a token, `exp - iat`. Default 12 hours. */
  readonly maxLifetimeMs?: number;
  /** For how long a verified token is not verified again. Default 1 minute. */
  readonly rememberMs?: number;
  /** For the operator: why a token was refused. Never the token, never a value of its claims. */
  readonly onRefusal?: (reason: string) => void;
}

interface Remembered {
  readonly principal: Principal;
  readonly untilMs: number;
  readonly keysVersion: number;
}

const maxRemembered = 5_000;
const maxToleranceMs = 5_000;
const tokenTypes: ReadonlySet<string> = new Set(['jwt', 'at+jwt', 'application/at+jwt']);

/**
 * Makes the authenticator for one issuer. Every kind of invalid token gets one public code; an expired one, which is
 * genuine otherwise, gets its own. The same token gives the same frozen principal while it is remembered.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { clock, keys, onRefusal = () => undefined, rememberMs = 60_000, toleranceMs = maxToleranceMs } = options;
  if (options.issuer === '' || options.audience === '') throw new TypeError('issuer and audience are required');
  if (toleranceMs < 0 || toleranceMs > maxToleranceMs) throw new RangeError('toleranceMs must be 0 to 5000');
  const verify = tokenVerifier({ ...options, toleranceMs });
  const remembered = createLruCache<string, Remembered>(maxRemembered);

  async function authenticate(token: string): Promise<Authentication> {
    const fingerprint = createHash('sha256').update(token).digest('base64');
    const known = remembered.get(fingerprint);
    if (known !== undefined && known.untilMs > clock.now() && known.keysVersion === keys.version()) {
      return { kind: 'PRINCIPAL', principal: known.principal };
    }
    const answer = await verify(token);
    if (answer.kind === 'REFUSED') {
      onRefusal(answer.reason);
      return { kind: 'REFUSED', code: answer.code };
    }
    const { principal } = answer;
    const untilMs = Math.min(clock.now() + rememberMs, principal.expiresAt * 1000);
    remembered.set(fingerprint, { principal, untilMs, keysVersion: keys.version() });
    return answer;
  }

  return async (rawHeaders) => {
    const bearer = readBearer(rawHeaders);
    if (bearer.kind === 'ANONYMOUS') return { kind: 'REFUSED', code: 'IDENTITY_MISSING' };
    if (bearer.kind === 'TOKEN') return authenticate(bearer.token);
    onRefusal(bearer.problem);
    return { kind: 'REFUSED', code: 'IDENTITY_INVALID' };
  };
}

type Verification =
  | { readonly kind: 'PRINCIPAL'; readonly principal: Principal }
  | { readonly kind: 'REFUSED'; readonly code: IdentityRefusal; readonly reason: string };

function tokenVerifier(
  options: AuthenticatorOptions & { readonly toleranceMs: number },
): (token: string) => Promise<Verification> {
  const { issuer, audience, clock, keys, toleranceMs, maxLifetimeMs = 43_200_000 } = options;
  return async (token) => {
    const header = readHeader(token);
    if (header === undefined) return refused('header');
    let key: VerificationKey | undefined;
    try {
      key = await keys.find(header.kid);
    } catch {
      return { kind: 'REFUSED', code: 'IDENTITY_UNAVAILABLE', reason: 'no verification keys' };
    }
    if (key === undefined) return refused('unknown kid');
    if (key.algorithm !== header.alg) return refused('alg is not that of the key');
    const nowMs = clock.now();
    try {
      const { payload } = await jwtVerify(token, key.key, {
        algorithms: [key.algorithm],
        issuer,
        audience,
        requiredClaims: ['exp', 'iat', 'sub'],
        clockTolerance: toleranceMs / 1000,
        currentDate: new Date(nowMs),
      });
      const reading = readClaims(payload, { nowMs, toleranceMs, maxLifetimeMs });
      return reading.kind === 'PRINCIPAL' ? reading : refused(`claim: ${reading.problem}`);
    } catch (error) {
      if (error instanceof errors.JWTExpired) return refused('expired', 'IDENTITY_EXPIRED');
      return refused(error instanceof errors.JOSEError ? error.code : 'cannot be verified');
    }
  };
}

function refused(reason: string, code: IdentityRefusal = 'IDENTITY_INVALID'): Verification {
  return { kind: 'REFUSED', code, reason };
}

interface TokenHeader {
  readonly alg: string;
  readonly kid: string;
}

/** Only `alg`, `kid`, `typ` and `crit` are read: whatever else a token says about its key (jku, jwk, x5u, x5c) is nothing to us. */
function readHeader(token: string): TokenHeader | undefined {
  try {
    const { alg, kid, typ, crit } = decodeProtectedHeader(token);
    if (typeof typ !== 'string' || !tokenTypes.has(typ.toLowerCase()) || crit !== undefined) return undefined;
    if (typeof kid !== 'string' || kid === '' || kid.length > maxKidLength) return undefined;
    return signatureAlgorithms.some((known) => known === alg) && typeof alg === 'string' ? { alg, kid } : undefined;
  } catch {
    return undefined;
  }
}
