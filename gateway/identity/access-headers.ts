import type { ErrorCode, ErrorDetails } from '../../schema/contract/error-codes.ts';
import { purposes, type AccessContext, type Principal, type Purpose } from '../../schema/contract/identity.ts';
import { headerValues } from './bearer.ts';

/** What goes with an operation, or why its headers are refused. */
export type AccessReading =
  | { readonly kind: 'ACCESS'; readonly access: AccessContext }
  | { readonly kind: 'REFUSED'; readonly code: AccessRefusal; readonly details: ErrorDetails };

export type AccessRefusal = Extract<
  ErrorCode,
  'POLICY_PURPOSE_INVALID' | 'POLICY_CASE_INVALID' | 'POLICY_BREAK_GLASS_REFUSED' | 'POLICY_BREAK_GLASS_REASON'
>;

const maxCaseLength = 64;
const minReasonLength = 20;
const maxReasonLength = 500;
const minDistinctCharacters = 5;

/**
 * Reads `x-purpose`, `x-case` and `x-break-glass` from a raw header list. Each may come once. Whether a purpose is
 * needed depends on the operation and is not decided here. Thai text may come as UTF-8 bytes or, from browsers, in the
 * extended notation of RFC 8187: `UTF-8''%E0%B8%81`.
 */
export function readAccess(rawHeaders: readonly string[], principal: Principal): AccessReading {
  const purpose = readOnce(rawHeaders, 'x-purpose');
  const caseNumber = readOnce(rawHeaders, 'x-case');
  const breakGlass = readOnce(rawHeaders, 'x-break-glass');
  if (purpose === undefined || !(purpose === null || isPurpose(purpose))) {
    return refused('POLICY_PURPOSE_INVALID', { known: purposes.join(', ') });
  }
  if (caseNumber === undefined || (caseNumber !== null && !isCaseNumber(caseNumber))) {
    return refused('POLICY_CASE_INVALID', { max: maxCaseLength });
  }
  if (breakGlass !== null && principal.role !== 'supervisor') return refused('POLICY_BREAK_GLASS_REFUSED', {});
  if (breakGlass === undefined || (breakGlass !== null && !isReason(breakGlass))) {
    return refused('POLICY_BREAK_GLASS_REASON', { min: minReasonLength, max: maxReasonLength });
  }
  return { kind: 'ACCESS', access: Object.freeze({ principal, purpose, caseNumber, breakGlass }) };
}

function refused(code: AccessRefusal, details: ErrorDetails): AccessReading {
  return { kind: 'REFUSED', code, details };
}

/** Null where the header is missing, undefined where it came twice or is no text. */
function readOnce(rawHeaders: readonly string[], name: string): string | null | undefined {
  const values = headerValues(rawHeaders, name);
  const [value] = values;
  if (value === undefined) return null;
  return values.length === 1 ? headerText(value) : undefined;
}

/** Node hands each byte of a header on as one character; here they become text again. Undefined for what is no UTF-8. */
function headerText(value: string): string | undefined {
  try {
    const extended = /^utf-8''(?<encoded>[\x21-\x7e]*)$/iu.exec(value)?.groups?.['encoded'];
    const text =
      extended === undefined
        ? new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'))
        : decodeURIComponent(extended);
    const normal = text.normalize('NFC').trim();
    return /\p{C}/u.test(normal) ? undefined : normal;
  } catch {
    return undefined;
  }
}

function isPurpose(value: string): value is Purpose {
  return purposes.some((purpose) => purpose === value);
}

function isCaseNumber(value: string): boolean {
  return value !== '' && Array.from(value).length <= maxCaseLength;
}

/** Blanks and one key held down are no reason. */
function isReason(value: string): boolean {
  const characters = Array.from(value.replaceAll(/\s+/gu, ' '));
  const isLongEnough = characters.length >= minReasonLength && characters.length <= maxReasonLength;
  return isLongEnough && new Set(characters).size >= minDistinctCharacters;
}
