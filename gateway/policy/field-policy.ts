import { mayReadCategory, type Principal, type SensitiveCategory } from '../../schema/contract/identity.ts';

/** What a coordinate asks of who reads it: everything that stands here must hold. */
export interface FieldRule {
  readonly authenticated?: boolean;
  /** One of the lists, whole. */
  readonly scopes?: readonly (readonly string[])[];
  /** One of the lists, whole; each name is decided by the policy's `decide`. */
  readonly policies?: readonly (readonly string[])[];
  readonly sensitive?: SensitiveCategory;
  /** How much of the value everybody sees; the mask stage applies it, it refuses nobody. */
  readonly mask?: { readonly keep: number };
}

/**
 * Rules by coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Input` or `Input.field`. A rule on a type holds for
 * whatever returns it and for every field of it.
 */
export type Coordinates = ReadonlyMap<string, FieldRule>;

/** Decides a name of `@policy`. A name that nobody knows is false. */
export type PolicyDecision = (name: string, principal: Principal) => boolean;

export interface FieldPolicy {
  readonly ruleOf: (coordinate: string) => FieldRule | undefined;
  /** Nobody (null) meets no rule that asks for anything. */
  readonly isMet: (rule: FieldRule, principal: Principal | null) => boolean;
}

/** Makes the policy of one supergraph. */
export function createFieldPolicy(coordinates: Coordinates, decide: PolicyDecision = decideByName): FieldPolicy {
  return {
    ruleOf: (coordinate) => coordinates.get(coordinate),
    isMet: (rule, principal) => (principal === null ? isOpen(rule) : holds(rule, principal, decide)),
  };
}

/** `role:caseworker`, `body:health`: the principal's own role or body. */
export function decideByName(name: string, { role, body }: Principal): boolean {
  return name === `role:${role}` || (body !== null && name === `body:${body}`);
}

function isOpen({ authenticated, scopes, policies, sensitive }: FieldRule): boolean {
  return authenticated !== true && scopes === undefined && policies === undefined && sensitive === undefined;
}

function holds({ scopes, policies, sensitive }: FieldRule, principal: Principal, decide: PolicyDecision): boolean {
  return (
    (scopes === undefined || scopes.some((all) => all.every((scope) => holdsScope(principal, scope)))) &&
    (policies === undefined || policies.some((all) => all.every((name) => decide(name, principal)))) &&
    (sensitive === undefined || mayReadCategory(principal, sensitive))
  );
}

const sensitivePrefix = 'sensitive:';

/** `sensitive:*` stands for every category. */
function holdsScope(principal: Principal, scope: string): boolean {
  if (principal.scopes.has(scope)) return true;
  return scope.startsWith(sensitivePrefix) && mayReadCategory(principal, scope.slice(sensitivePrefix.length));
}
