import type { Clock } from '../kernel/clock.ts';
import type { BodyPolicy, BodyReply, BodyRequest } from './body-call.ts';
import { checkOptions } from './options.ts';
import { reasons, timedOut } from './replies.ts';
import { rollingCounts } from './rolling-counts.ts';

export interface RetryOptions {
  readonly clock: Clock;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  readonly retryShare: number;
  readonly retryWindowMs: number;
  readonly retryMinDelayMs: number;
  readonly retryMaxDelayMs: number;
}

/** Reasons of UNAVAILABLE that a second call would only meet again. */
const lasting: ReadonlySet<string> = new Set([reasons.refused, reasons.callFailed]);

/**
 * Makes a read a second time when the body was UNAVAILABLE, after a random pause; a mutation only with an idempotency
 * key. Retries are at most `retryShare` of the calls in the window (one where that is less than one, unless the share
 * is 0), so that a body in trouble is not asked twice as often.
 */
export function retryPolicy(options: RetryOptions): BodyPolicy {
  const { clock, random, retryShare, retryWindowMs, retryMinDelayMs, retryMaxDelayMs } = options;
  checkOptions({ retryShare, retryWindowMs, retryMinDelayMs, retryMaxDelayMs });
  const spent = rollingCounts(clock, retryWindowMs);
  const hasBudget = (): boolean =>
    retryShare > 0 && spent.marked() < Math.max(1, Math.floor(spent.calls() * retryShare));

  return (call) =>
    async function retry(request, signal) {
      spent.addCall();
      const first = await call(request, signal);
      if (first.status === 'ANSWERED' || !isWorthRetrying(request, first) || !hasBudget()) return first;
      spent.addMarked();
      await pause(clock, retryMinDelayMs + random() * (retryMaxDelayMs - retryMinDelayMs), signal);
      if (signal.aborted) return timedOut(signal);
      return { ...(await call(request, signal)), retried: true };
    };
}

function isWorthRetrying(request: BodyRequest, reply: BodyReply): boolean {
  const isRepeatable = request.kind === 'query' || request.idempotencyKey !== undefined;
  return isRepeatable && reply.status === 'UNAVAILABLE' && !lasting.has(reply.reason);
}

/** Ends after `delayMs`, or as soon as the signal is aborted. */
function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      cancelTimer();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancelTimer = clock.after(delayMs, end);
    signal.addEventListener('abort', end);
  });
}
