import type { ErrorCode } from '../../schema/contract/error-codes.ts';
import { isErrorCode } from '../../schema/contract/error-codes.ts';
import type { BodyError, BodyReply } from '../fetch/body-call.ts';
import { bodyError, responseError } from '../merge/response-error.ts';
import type { ResponsePath } from '../merge/objects-at-path.ts';
import type { AnswerStatus } from './answer-book.ts';
import { subgraphCode } from './manifest.ts';
import type { OperationState } from './operation-state.ts';

/** A call that gave no data at all. */
export interface Failure {
  readonly status: Exclude<BodyReply['status'], 'ANSWERED'>;
  readonly reason: string;
}

/** Reports a failed call at the places whose data it should have brought. */
export function reportFailure(
  state: OperationState,
  subgraph: string,
  failure: Failure,
  paths: readonly ResponsePath[],
): void {
  const body = subgraphCode(subgraph);
  const places = paths.length === 0 ? [undefined] : paths;
  state.errors.push({ error: responseError(codes[failure.status], { body }), places });
}

/** Reports one of a body's own errors. */
export function reportBodyError(
  state: OperationState,
  subgraph: string,
  error: BodyError,
  path: ResponsePath | undefined,
): void {
  state.errors.push({ error: bodyError(error.extensions, { body: subgraphCode(subgraph) }), places: [path] });
}

/** What a body's own error says about its answer. Refusing an input, or knowing no such household, is an answer too. */
export function statusOf(error: BodyError): AnswerStatus {
  const code = error.extensions?.['code'];
  if (code === 'FORBIDDEN' || code === 'UNAUTHENTICATED') return 'NOT_AUTHORIZED';
  if (!isErrorCode(code)) return 'UNAVAILABLE';
  if (code.startsWith('POLICY_') || code.startsWith('IDENTITY_')) return 'NOT_AUTHORIZED';
  return failureCodes.get(code) ?? 'ANSWERED';
}

const failureCodes: ReadonlyMap<ErrorCode, AnswerStatus> = new Map([
  ['BODY_TIMED_OUT', 'TIMED_OUT'],
  ['OPERATION_DEADLINE', 'TIMED_OUT'],
  ['BODY_INVALID', 'INVALID'],
  ['BODY_UNAVAILABLE', 'UNAVAILABLE'],
  ['BODY_STORE_FAILED', 'UNAVAILABLE'],
  ['INTERNAL_ERROR', 'UNAVAILABLE'],
]);

/** What may be told of a body's own error: its code, never its text. */
export function reasonOf(error: BodyError): string {
  const code = error.extensions?.['code'];
  return isErrorCode(code) ? code : 'BODY_UNAVAILABLE';
}

const codes: Readonly<Record<Failure['status'], ErrorCode>> = {
  TIMED_OUT: 'BODY_TIMED_OUT',
  INVALID: 'BODY_INVALID',
  UNAVAILABLE: 'BODY_UNAVAILABLE',
  NOT_ASKED: 'BODY_UNAVAILABLE',
};
