import { CodedError, type ErrorCode, type ErrorDetails } from '../../schema/contract/error-codes.ts';

/** What a refused request gets: the status, the body, and the headers that belong to the status. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly errors: readonly unknown[] };
}

const statusOf: Readonly<Partial<Record<ErrorCode, number>>> = {
  IDENTITY_MISSING: 401,
  IDENTITY_INVALID: 401,
  IDENTITY_EXPIRED: 401,
  IDENTITY_UNAVAILABLE: 503,
  IDENTITY_TOO_MANY_FAILURES: 429,
  JOURNAL_UNAVAILABLE: 503,
  POLICY_ROLE_REFUSED: 403,
  POLICY_OPERATION_TYPE: 403,
  POLICY_BREAK_GLASS_REFUSED: 403,
  POLICY_BREAK_GLASS_SCOPE: 403,
  POLICY_BREAK_GLASS_EXPIRED: 403,
  POLICY_DENIED: 403,
  POLICY_PURPOSE_MISSING: 403,
  POLICY_RATE_EXCEEDED: 429,
  POLICY_OPENED_TOO_MANY: 429,
  REHEARSAL_OFF: 403,
  REHEARSAL_REFUSED: 403,
  REQUEST_METHOD_REFUSED: 405,
  REQUEST_NOT_FOUND: 404,
  REQUEST_TOO_LARGE: 413,
  REQUEST_TYPE_REFUSED: 415,
  REQUEST_ENCODING_REFUSED: 415,
  INTERNAL_ERROR: 500,
};

/** The answer to a request that is refused before it is an operation. What is not in the list is the client's: 400. */
export function refusalOf(code: ErrorCode, details: ErrorDetails = {}): Refusal {
  const { message, extensions } = new CodedError(code, details);
  const status = statusOf[code] ?? 400;
  return { status, headers: headersOf(status, details), body: { errors: [{ message, extensions }] } };
}

function headersOf(status: number, { seconds }: ErrorDetails): Readonly<Record<string, string>> {
  if (status === 401) return { 'www-authenticate': 'Bearer realm="samutphok"' };
  if (status === 405) return { allow: 'POST' };
  return typeof seconds === 'number' ? { 'retry-after': String(Math.max(1, Math.ceil(seconds))) } : {};
}
