import { importJWK, type CryptoKey, type JWK } from 'jose';

/** Algorithms that a token may be signed with. Never none, never one with a shared secret. */
export const signatureAlgorithms = ['EdDSA', 'ES256', 'RS256'] as const;

export type SignatureAlgorithm = (typeof signatureAlgorithms)[number];

/** A public key and the one algorithm that it is good for. */
export interface VerificationKey {
  readonly algorithm: SignatureAlgorithm;
  readonly key: CryptoKey;
}

/** By `kid`. */
export type KeySet = ReadonlyMap<string, VerificationKey>;

export const maxKidLength = 64;
const maxKeys = 50;
const minRsaBits = 2048;

/**
 * Reads a JSON Web Key Set. Keys that cannot verify one of our algorithms are left out: shared secrets, keys for
 * encryption, weak RSA, keys without `kid`. Throws TypeError when no key is left or two have one `kid`.
 */
export async function readKeySet(text: string): Promise<KeySet> {
  const parsed: unknown = JSON.parse(text);
  const listed: readonly unknown[] = isRecord(parsed) && Array.isArray(parsed['keys']) ? parsed['keys'] : [];
  if (listed.length > maxKeys) throw new TypeError(`the key set has more than ${maxKeys} keys`);
  const keys = new Map<string, VerificationKey>();
  for (const jwk of listed) {
    const usable = await usableKey(jwk);
    if (usable === undefined) continue;
    if (keys.has(usable.kid)) throw new TypeError('two keys of the set have one kid');
    keys.set(usable.kid, usable);
  }
  if (keys.size === 0) throw new TypeError('the key set has no key that can be used');
  return keys;
}

async function usableKey(jwk: unknown): Promise<(VerificationKey & { readonly kid: string }) | undefined> {
  if (!isRecord(jwk)) return undefined;
  const { kid } = jwk;
  const algorithm = algorithmOf(jwk);
  if (algorithm === undefined || typeof kid !== 'string' || kid === '' || kid.length > maxKidLength) return undefined;
  const key = await importJWK(publicPart(jwk), algorithm);
  return !(key instanceof Uint8Array) && isStrong(key) ? { kid, algorithm, key } : undefined;
}

function algorithmOf(jwk: Readonly<Record<string, unknown>>): SignatureAlgorithm | undefined {
  const { kty, crv, alg, use, key_ops: operations } = jwk;
  const fitting = fittingAlgorithm(kty, crv);
  if (fitting === undefined || (use !== undefined && use !== 'sig')) return undefined;
  if (Array.isArray(operations) && !operations.includes('verify')) return undefined;
  const isNamedSo = alg === undefined || alg === fitting || (alg === 'Ed25519' && fitting === 'EdDSA');
  return isNamedSo ? fitting : undefined;
}

function fittingAlgorithm(kty: unknown, crv: unknown): SignatureAlgorithm | undefined {
  if (kty === 'OKP' && crv === 'Ed25519') return 'EdDSA';
  if (kty === 'EC' && crv === 'P-256') return 'ES256';
  return kty === 'RSA' ? 'RS256' : undefined;
}

/** Only the members of a public key: a private one in the set is still used as a public one. */
function publicPart(jwk: Readonly<Record<string, unknown>>): JWK {
  const members = ['kty', 'crv', 'x', 'y', 'n', 'e'].flatMap((name) =>
    typeof jwk[name] === 'string' ? [[name, jwk[name]]] : [],
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- importJWK checks every member itself
  return Object.fromEntries(members) as JWK;
}

function isStrong({ algorithm }: CryptoKey): boolean {
  return !('modulusLength' in algorithm) || Number(algorithm.modulusLength) >= minRsaBits;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
