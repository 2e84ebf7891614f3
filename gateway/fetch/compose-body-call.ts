import type { Clock } from '../kernel/clock.ts';
import type { BodyCall } from './body-call.ts';
import { breakerPolicy } from './breaker.ts';
import type { BreakerState } from './breaker.ts';
import { bulkheadPolicy } from './bulkhead.ts';
import { deadlinePolicy } from './deadline.ts';
import { dedupePolicy } from './dedupe.ts';
import { observePolicy } from './observe.ts';
import type { CallObserver } from './observe.ts';
import { fetchOptions } from './options.ts';
import type { FetchOptions } from './options.ts';
import { reasons, unavailable } from './replies.ts';
import { retryPolicy } from './retry.ts';

export interface ComposeOptions {
  readonly clock: Clock;
  /** A number from 0 up to but not including 1, for the retry's pause; for example Math.random. */
  readonly random: () => number;
  readonly observer?: CallObserver;
  /** What differs from the defaults, for this body. */
  readonly fetch?: Partial<FetchOptions>;
}

/** The calls to one body, with what an operator wants to read of them. */
export interface GuardedBody {
  readonly call: BodyCall;
  readonly breakerState: () => BreakerState;
  readonly running: () => number;
  readonly queueLength: () => number;
}

/**
 * One body's transport with all policies around it; every body has its own.
 * @example composeBodyCall(httpTransport({ url, pools, clock, maxAnswerBytes }), { clock, random: Math.random })
 */
export function composeBodyCall(transport: BodyCall, options: ComposeOptions): GuardedBody {
  const shared = { ...fetchOptions(options.fetch), ...options };
  const observe = observePolicy(shared);
  const dedupe = dedupePolicy();
  const deadline = deadlinePolicy(shared);
  const bulkhead = bulkheadPolicy(shared);
  const breaker = breakerPolicy(shared);
  const retry = retryPolicy(shared);

  // From the outside in. observe: sees what the caller waited for. dedupe: a shared call costs one place and one
  // deadline. deadline: bounds everything below, so that waiting and retrying cannot make a body slower than promised,
  // and takes one timer. bulkhead before breaker: a call that waited meets the breaker as it is when its turn comes.
  // breaker before retry: a body that answers the second time is not failing.
  const call = observe(dedupe(deadline(bulkhead(breaker(retry(transport))))));

  return { call, breakerState: breaker.state, running: bulkhead.running, queueLength: bulkhead.queueLength };
}

/** A call to whichever body the request names. A name that is not in `bodies` is UNAVAILABLE. */
export function routeBodyCalls(bodies: ReadonlyMap<string, GuardedBody>): BodyCall {
  return function route(request, signal) {
    const body = bodies.get(request.subgraph);
    return body === undefined ? Promise.resolve(unavailable(reasons.unknownBody)) : body.call(request, signal);
  };
}
