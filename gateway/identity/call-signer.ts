import { createHash } from 'node:crypto';
import type { AccessContext, Principal } from '../../schema/contract/identity.ts';
import type { Clock } from '../kernel/clock.ts';
import { signJwt } from './sign-jwt.ts';
import type { SigningKey } from './signing-key.ts';

/** What one call to a subgraph is made for. */
export interface CallPurpose {
  readonly access: AccessContext;
  /** The subgraph's name: the token is good for no other. */
  readonly subgraph: string;
  /** Hash of the operation's text; the same operation of the same principal shares tokens for half of their life. */
  readonly operation: string;
  /** The request's body, where the token shall be good for this body alone; such a token is never shared. */
  readonly requestBody?: string;
}

/** A token for one call, synchronously. */
export type CallSigner = (call: CallPurpose) => string;

export interface CallSignerOptions {
  readonly key: SigningKey;
  readonly clock: Clock;
  /** Life of a token. Default 60 seconds. */
  readonly lifetimeMs?: number;
  /**
   * How long a token is used again for the same call. Default 30 seconds: signing every call anew makes the operation on
   * a household a third dearer.
   */
  readonly reuseMs?: number;
}

/** `iss` of every call token. */
export const callIssuer = 'samutphok-gateway';
/** `typ` of every call token: no token of a person can pass for one. */
export const callTokenType = 'samutphok-call+jwt';

interface Shared {
  readonly token: string;
  readonly untilMs: number;
}

const maxSharedPerPrincipal = 500;

/**
 * Makes the signer of calls. Tokens are remembered per principal object and forgotten with it; a principal that is
 * frozen and comes from the authenticator's memory is the same object for the same token.
 */
export function createCallSigner(options: CallSignerOptions): CallSigner {
  const { key, clock, lifetimeMs = 60_000, reuseMs = 30_000 } = options;
  if (reuseMs >= lifetimeMs) throw new RangeError('reuseMs must be below lifetimeMs');
  const sharedBy = new WeakMap<Principal, Map<string, Shared>>();

  function sharedOf(principal: Principal): Map<string, Shared> {
    const known = sharedBy.get(principal);
    if (known !== undefined && known.size < maxSharedPerPrincipal) return known;
    const fresh = new Map<string, Shared>();
    sharedBy.set(principal, fresh);
    return fresh;
  }

  return (call) => {
    const nowMs = clock.now();
    const { access, subgraph, operation, requestBody } = call;
    if (requestBody !== undefined) return signJwt(key, callTokenType, callClaims(call, nowMs, lifetimeMs));
    const shared = sharedOf(access.principal);
    // No part but the last can hold a control character, so no two calls have one name.
    const name = `${subgraph}\n${operation}\n${access.purpose ?? ''}\n${access.caseNumber ?? ''}\n${access.breakGlass ?? ''}`;
    const known = shared.get(name);
    if (known !== undefined && known.untilMs > nowMs) return known.token;
    const token = signJwt(key, callTokenType, callClaims(call, nowMs, lifetimeMs));
    shared.set(name, { token, untilMs: nowMs + reuseMs });
    return token;
  };
}

function callClaims(call: CallPurpose, nowMs: number, lifetimeMs: number): Readonly<Record<string, unknown>> {
  const { principal, purpose, caseNumber, breakGlass } = call.access;
  const iat = Math.floor(nowMs / 1000);
  return {
    iss: callIssuer,
    aud: call.subgraph,
    iat,
    exp: iat + Math.ceil(lifetimeMs / 1000),
    sub: principal.subject,
    role: principal.role,
    areas: principal.areas,
    body: principal.body,
    scope: [...principal.scopes],
    principalExp: principal.expiresAt,
    purpose,
    case: caseNumber,
    breakGlass,
    operation: call.operation,
    ...(call.requestBody !== undefined && {
      bodySha256: createHash('sha256').update(call.requestBody).digest('base64url'),
    }),
  };
}
