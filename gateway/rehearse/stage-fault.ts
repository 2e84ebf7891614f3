import { rehearsalReason, type RehearsedFault } from '../../schema/contract/rehearsal.ts';
import type { Clock } from '../kernel/clock.ts';

/** Performs one call to a body; ends when its signal is aborted. */
type Call<Request, Reply> = (request: Request, signal: AbortSignal) => Promise<Reply>;

/** What a staged fault makes of a call that brings nothing. */
export interface SpoiltReply {
  readonly status: 'TIMED_OUT' | 'UNAVAILABLE' | 'INVALID';
  readonly reason: typeof rehearsalReason;
  readonly tookMs: number;
}

export interface StagingOptions<Request> {
  readonly clock: Clock;
  /** The fault that a call meets; without one it goes through as it is. */
  readonly faultOf: (request: Request) => RehearsedFault | undefined;
}

/**
 * Stages faults of a body in front of its transport, so that every policy meets them as it would meet real ones.
 * DOWN: no connection. ERROR: the body says that it failed. GARBAGE: what it says is no answer. None of these three asks
 * the body. LATENCY: the body is asked that much later.
 */
export function stageFault<Request, Reply extends { readonly status: string }>(
  call: Call<Request, Reply>,
  { clock, faultOf }: StagingOptions<Request>,
): Call<Request, Reply | SpoiltReply> {
  return function staged(request, signal) {
    const fault = faultOf(request);
    if (fault === undefined) return call(request, signal);
    if (fault.kind === 'LATENCY') return callLater(call, { request, signal, clock, latencyMs: fault.latencyMs });
    return Promise.resolve(spoilt(fault.kind === 'GARBAGE' ? 'INVALID' : 'UNAVAILABLE'));
  };
}

interface LateCall<Request> {
  readonly request: Request;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly latencyMs: number;
}

async function callLater<Request, Reply extends { readonly status: string }>(
  call: Call<Request, Reply>,
  { request, signal, clock, latencyMs }: LateCall<Request>,
): Promise<Reply | SpoiltReply> {
  const startedMs = clock.now();
  await pause(clock, latencyMs, signal);
  const reply = signal.aborted ? undefined : await call(request, signal);
  // The rest of the deadline may have been too short for a body that is well.
  if (reply === undefined || reply.status === 'TIMED_OUT') return spoilt('TIMED_OUT', clock.now() - startedMs);
  return reply;
}

function spoilt(status: SpoiltReply['status'], tookMs = 0): SpoiltReply {
  return { status, reason: rehearsalReason, tookMs };
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
