import { sign } from 'node:crypto';
import type { SigningKey } from './signing-key.ts';

/**
 * A compact JWS with EdDSA. Written here and not by a library because it has to be synchronous: a call to a body is
 * stamped while it is being sent.
 */
export function signJwt(key: SigningKey, type: string, payload: Readonly<Record<string, unknown>>): string {
  const text = `${encode({ alg: 'EdDSA', typ: type, kid: key.kid })}.${encode(payload)}`;
  return `${text}.${sign(null, Buffer.from(text), key.privateKey).toString('base64url')}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
