import { CodedError } from '../../../schema/contract/error-codes.ts';
import type { Principal } from '../../../schema/contract/identity.ts';
import { readAccess } from '../../identity/access-headers.ts';
import type { Authenticator } from '../../identity/authenticator.ts';
import { headerValues } from '../../identity/bearer.ts';
import type { FailedAttempts } from '../../identity/failed-attempts.ts';
import { readCostPreview } from '../../policy/cost-preview.ts';
import type { AskedContext } from '../pipeline.ts';
import type { RehearsalStamp } from '../rehearsal.ts';

/** Decides from the headers alone, before a body is read, whether somebody may send an operation. Rejects with IDENTITY_… or POLICY_…. */
export type Admit = (rawHeaders: readonly string[], remoteAddress: string) => Promise<AskedContext>;

export interface AdmissionParts {
  readonly authenticate: Authenticator;
  readonly attempts: FailedAttempts;
  /** Failures that the headers rehearse for this operation; rejects with REHEARSAL_…. */
  readonly rehearse: (rawHeaders: readonly string[], principal: Principal) => RehearsalStamp | undefined;
}

export function createAdmission({ authenticate, attempts, rehearse }: AdmissionParts): Admit {
  return async (rawHeaders, remoteAddress) => {
    attempts.check(remoteAddress);
    const who = await authenticate(rawHeaders);
    if (who.kind === 'REFUSED') {
      if (who.code === 'IDENTITY_INVALID') attempts.failed(remoteAddress);
      throw new CodedError(who.code);
    }
    const reading = readAccess(rawHeaders, who.principal);
    if (reading.kind === 'REFUSED') throw new CodedError(reading.code, reading.details);
    const rehearsal = rehearse(rawHeaders, who.principal);
    return {
      access: reading.access,
      preview: readCostPreview(headerValues(rawHeaders, 'x-cost-preview')[0]),
      ...(rehearsal && { rehearsal }),
    };
  };
}

/** Where nobody signs in: a graph without access rules, or one that is served to this machine alone. */
export const nobody: AskedContext = Object.freeze({ access: null, preview: false });
