import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';

export type Claims = Readonly<Record<string, unknown>>;

/** Makes tokens with the keys of a data folder: each can be wrong in one thing alone. */
export interface TokenForge {
  /** Header and claims of a token that is good. */
  readonly header: Claims;
  readonly claims: Claims;
  readonly good: string;
  /** Signed with the right key. */
  readonly signed: (changes: { readonly header?: Claims; readonly claims?: Claims }) => string;
  /** Signed with a key that nobody knows. */
  readonly foreign: (header?: Claims) => string;
  /** Signed with HMAC under the public key in one of the forms in which it is published. */
  readonly confused: (form: 'pem' | 'jwk' | 'x') => string;
  /** The public half of the key that `foreign` signs with. */
  readonly foreignJwk: Claims;
  /** A token that the gateway would sign for a call to a body. */
  readonly call: (subgraph: string) => string;
}

export async function forgeFor(dataDir: string, good: string): Promise<TokenForge> {
  const header = { ...decodeProtectedHeader(good) };
  const claims = { ...decodeJwt(good) };
  const own = createPrivateKey(await readFile(path.join(dataDir, 'identity', 'demo-key.pem')));
  const callKey = createPrivateKey(await readFile(path.join(dataDir, 'identity', 'call-key.pem')));
  const callKeys: { readonly keys: readonly { readonly kid: string }[] } = JSON.parse(
    await readFile(path.join(dataDir, 'identity', 'call-keys.json'), 'utf8'),
  );
  const other = generateKeyPairSync('ed25519');
  return {
    header,
    claims,
    good,
    signed: (changes) => compact({ ...header, ...changes.header }, { ...claims, ...changes.claims }, own),
    foreign: (changes) => compact({ ...header, ...changes }, claims, other.privateKey),
    confused: (form) => {
      const publicKey = createPublicKey(own);
      const jwk = publicKey.export({ format: 'jwk' });
      const secrets = {
        pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        jwk: JSON.stringify(jwk),
        x: Buffer.from(jwk.x ?? '', 'base64url'),
      };
      const text = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
      return `${text}.${createHmac('sha256', secrets[form]).update(text).digest('base64url')}`;
    },
    foreignJwk: { ...other.publicKey.export({ format: 'jwk' }), kid: 'other', alg: 'EdDSA', use: 'sig' },
    call: (subgraph) => {
      const iat = Math.floor(Date.now() / 1000);
      const times = { iat, exp: iat + 60, principalExp: iat + 60 };
      const asked = { purpose: 'CASE_REVIEW', case: null, breakGlass: null, operation: 'ab' };
      return compact(
        { alg: 'EdDSA', kid: callKeys.keys[0]?.kid, typ: 'samutphok-call+jwt' },
        { ...claims, ...times, ...asked, iss: 'samutphok-gateway', aud: subgraph, body: null },
        callKey,
      );
    },
  };
}

/** A token out of parts that nobody checks. */
export function unsigned(header: unknown, claims: unknown, signature = ''): string {
  return `${encode(header)}.${encode(claims)}.${signature}`;
}

function compact(header: Claims, claims: Claims, key: KeyObject): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
