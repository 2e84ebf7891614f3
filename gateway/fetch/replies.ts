import type { BodyReply } from './body-call.ts';

/** Everything that a reply without data can give as its reason. Shown to clients, so: no address, no value. */
export const reasons = {
  deadline: 'no answer within the deadline',
  abandoned: 'the operation ended before the answer came',
  breakerOpen: 'breaker open',
  busy: 'too many calls to this body are waiting',
  noConnection: 'no connection',
  connectionLost: 'the connection was lost',
  serverError: 'the body reported a failure of its own',
  refused: 'the body refused the gateway',
  unknownBody: 'this body is not configured',
  callFailed: 'the call could not be made',
  redirect: 'a redirect instead of an answer',
  statusRefused: 'a status that carries no answer',
  notJson: 'not JSON',
  notHttp: 'not HTTP',
  tooLarge: 'larger than allowed',
  tooDeep: 'nested deeper than allowed',
  forbiddenKey: 'a forbidden key',
  wrongShape: 'not a GraphQL response',
} as const;

export type Reason = (typeof reasons)[keyof typeof reasons];

/** The reason of an abort by the body's own deadline; any other reason means that nobody waits for the call. */
export const deadlinePassed: Error = new Error(reasons.deadline);

export function unavailable(reason: Reason, tookMs = 0): BodyReply {
  return { status: 'UNAVAILABLE', reason, tookMs };
}

export function invalid(reason: Reason, tookMs = 0): BodyReply {
  return { status: 'INVALID', reason, tookMs };
}

/** The reply of a call whose signal was aborted. */
export function timedOut(signal: AbortSignal, tookMs = 0): BodyReply {
  const reason = signal.reason === deadlinePassed ? reasons.deadline : reasons.abandoned;
  return { status: 'TIMED_OUT', reason, tookMs };
}
