import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { Clock } from '../kernel/clock.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  readonly pass: (ms: number) => void;
}

export const startOfTests: number = Date.UTC(2022, 7, 10, 3);

export function testClock(startMs = startOfTests): TestClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    after: () => () => undefined,
    pass: (ms) => {
      nowMs += ms;
    },
  };
}

export const testIssuer = 'https://issuer.example';
export const testAudience = 'samutphok';

export interface IssuerKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export async function issuerKey(kid: string, alg: string): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

export function jwksOf(...keys: readonly { readonly jwk: JWK }[]): string {
  return JSON.stringify({ keys: keys.map(({ jwk }) => jwk) });
}

/** Claims that are in order, an hour long. */
export function goodClaims(nowMs = startOfTests): Record<string, unknown> {
  const iat = nowMs / 1000;
  return {
    iss: testIssuer,
    aud: testAudience,
    sub: 'officer-7',
    iat,
    exp: iat + 3600,
    role: 'caseworker',
    areas: ['50'],
    scope: 'sensitive:health identity:full',
  };
}

/** Signs any claims under any header; a claim that is undefined is left out. */
export function signWith(
  key: IssuerKey,
  claims: Record<string, unknown> = goodClaims(),
  header: Record<string, unknown> = {},
): Promise<string> {
  const payload = JSON.parse(JSON.stringify(claims));
  return new SignJWT(payload)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT', ...header })
    .sign(key.privateKey);
}

/** A token out of parts that nobody checks. */
export function rawToken(header: unknown, payload: unknown, signature = ''): string {
  return `${encode(header)}.${encode(payload)}.${signature}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

export function bearer(token: string): string[] {
  return ['Authorization', `Bearer ${token}`];
}
