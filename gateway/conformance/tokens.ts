import type { Reader } from './readers.ts';

/** Tokens that a subgraph must not take. */
export const forgeries = [
  /** Signed by the gateway for another subgraph. */
  'OTHER_SUBGRAPH',
  /** Ended some minutes ago. */
  'EXPIRED',
  /** Signed by a key that is not the gateway's, under the name of the gateway's. */
  'OTHER_KEY',
  /** `alg: none`, no signature. */
  'ALG_NONE',
  /** HMAC, with the gateway's public key as the secret. */
  'HMAC',
  /** A person's own access token: another issuer and type. */
  'OF_PERSON',
  /** Good but for one claim that was changed after it was signed. */
  'ALTERED',
  /** Good, and bound to another request's body. */
  'OTHER_REQUEST',
] as const;

export type Forgery = (typeof forgeries)[number];

/** Call tokens as the gateway makes them, and others. Both are compact JWTs. */
export interface Tokens {
  readonly sign: (reader: Reader) => string;
  readonly forge: (forgery: Forgery) => string;
}
