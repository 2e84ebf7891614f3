import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Principal } from '../../schema/contract/identity.ts';

export interface RehearsalRules {
  /** Names of the bodies whose failure may be rehearsed, as they are now. */
  readonly bodies: () => Iterable<string>;
  /** Tokens come from a real issuer, so that the households may be real too. */
  readonly hasRealIssuer: boolean;
  /** The operator allows rehearsals all the same. */
  readonly allowRehearsal: boolean;
}

/**
 * A supervisor rehearses the failure of any body, a developer that of the own one. Throws REHEARSAL_OFF,
 * REHEARSAL_REFUSED or BODY_UNKNOWN, whichever comes first.
 */
export function checkRehearsal(rules: RehearsalRules, principal: Principal, body: string): void {
  if (rules.hasRealIssuer && !rules.allowRehearsal) throw new CodedError('REHEARSAL_OFF');
  if (!mayRehearse(principal, body)) throw new CodedError('REHEARSAL_REFUSED');
  const known = [...rules.bodies()];
  if (!known.includes(body)) throw new CodedError('BODY_UNKNOWN', { body, known: known.join(', ') });
}

function mayRehearse({ role, body: own }: Principal, body: string): boolean {
  return role === 'supervisor' || (role === 'body-developer' && own === body);
}
