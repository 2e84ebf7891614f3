import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import type { RehearsedFault } from '../../schema/contract/rehearsal.ts';
import { parseFault } from './fault.ts';
import { checkRehearsal, type RehearsalRules } from './rules.ts';

const headerName = 'x-rehearse';
const maxLength = 1_000;

/**
 * Reads `x-rehearse: health=down,labour=latency:2000` from a raw header list: faults by body, for one operation alone;
 * empty without the header. Throws REHEARSAL_OFF, REHEARSAL_REFUSED, BODY_UNKNOWN, REHEARSAL_FAULT_INVALID or
 * REHEARSAL_HEADER_INVALID.
 */
export function readRehearsal(
  rawHeaders: readonly string[],
  principal: Principal,
  rules: RehearsalRules,
): ReadonlyMap<string, RehearsedFault> {
  const faults = new Map<string, RehearsedFault>();
  const value = valueOf(rawHeaders);
  if (value === undefined) return faults;
  for (const part of value.split(',')) {
    const [, body, fault] = /^([a-z][a-z\d-]{0,39})=(\S+)$/u.exec(part.trim()) ?? [];
    if (body === undefined || fault === undefined || faults.has(body)) throw new CodedError('REHEARSAL_HEADER_INVALID');
    checkRehearsal(rules, principal, body);
    faults.set(body, parseFault(fault));
  }
  return faults;
}

function valueOf(rawHeaders: readonly string[]): string | undefined {
  const values = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === headerName);
  const [value] = values;
  if (values.length > 1 || (value?.length ?? 0) > maxLength) throw new CodedError('REHEARSAL_HEADER_INVALID');
  return value;
}
