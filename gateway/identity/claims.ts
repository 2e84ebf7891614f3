import type { JWTPayload } from 'jose';
import { isBodyName, type BodyName } from '../../schema/contract/bodies.ts';
import { roles, type Principal, type Role } from '../../schema/contract/identity.ts';
import { isAreaCode } from '../../schema/contract/scalars.ts';

/** A principal, or what is odd about the claims. One odd claim refuses the token whole. */
export type ClaimsReading =
  { readonly kind: 'PRINCIPAL'; readonly principal: Principal } | { readonly kind: 'ODD'; readonly problem: string };

export interface ClaimRules {
  readonly nowMs: number;
  /** How far another clock may be ahead. */
  readonly toleranceMs: number;
  /** Longest life of a token: `exp - iat`. */
  readonly maxLifetimeMs: number;
}

const maxListLength = 200;
const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/u;

/** Reads the claims of a token whose signature, issuer and audience are verified already. */
export function readClaims(payload: JWTPayload, rules: ClaimRules): ClaimsReading {
  const problem = timeProblem(payload, rules) ?? (isIdToken(payload) ? 'an ID token' : undefined);
  if (problem !== undefined) return odd(problem);
  const { sub, exp } = payload;
  const role = readRole(payload['role']);
  const areas = readAreas(payload['areas']);
  const body = readBody(payload['body']);
  const scopes = readScopes(payload['scope']);
  if (!isSubject(sub)) return odd('sub');
  if (role === undefined) return odd('role');
  if (areas === undefined) return odd('areas');
  if (body === undefined || (body === null && role === 'body-officer')) return odd('body');
  if (scopes === undefined) return odd('scope');
  if (exp === undefined) return odd('exp');
  const principal = Object.freeze({ subject: sub, role, areas: Object.freeze(areas), body, scopes, expiresAt: exp });
  return { kind: 'PRINCIPAL', principal };
}

function odd(problem: string): ClaimsReading {
  return { kind: 'ODD', problem };
}

function timeProblem({ iat, exp, nbf }: JWTPayload, rules: ClaimRules): string | undefined {
  if (!isTimestamp(iat) || !isTimestamp(exp)) return 'iat or exp';
  if (nbf !== undefined && !isTimestamp(nbf)) return 'nbf';
  if (iat * 1000 > rules.nowMs + rules.toleranceMs) return 'issued in the future';
  if (exp <= iat) return 'exp before iat';
  return (exp - iat) * 1000 > rules.maxLifetimeMs ? 'lives too long' : undefined;
}

function isTimestamp(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

/** Hashes of what is issued beside a token stand in ID tokens only; those say who somebody is, not what they may do. */
function isIdToken(payload: JWTPayload): boolean {
  return 'at_hash' in payload || 'c_hash' in payload;
}

function isSubject(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200 && /^[^\p{C}\s](?:[^\p{C}]*[^\p{C}\s])?$/u.test(value);
}

function readRole(value: unknown): Role | undefined {
  return roles.find((role) => role === value);
}

/** Whole levels of the area code, or the whole country as exactly `['*']`; none at all is nowhere. */
function readAreas(value: unknown): readonly string[] | undefined {
  if (value === undefined) return [];
  const areas = stringList(value);
  if (areas === undefined) return undefined;
  const isCountry = areas.length === 1 && areas[0] === '*';
  return isCountry || areas.every(isAreaCode) ? [...new Set(areas)] : undefined;
}

/** Null where the claim is missing, undefined where it is odd. */
function readBody(value: unknown): BodyName | null | undefined {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' && isBodyName(value) ? value : undefined;
}

function readScopes(value: unknown): ReadonlySet<string> | undefined {
  if (value === undefined || value === '') return new Set();
  const scopes = stringList(typeof value === 'string' ? value.split(' ') : value);
  return scopes?.every((scope) => scopeToken.test(scope)) === true ? new Set(scopes) : undefined;
}

function stringList(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length > maxListLength) return undefined;
  const strings = value.filter((each): each is string => typeof each === 'string');
  return strings.length === value.length ? strings : undefined;
}
