import type { Clock } from '../kernel/clock.ts';
import type { BodyPolicy, BodyReply } from './body-call.ts';

export interface CallReport {
  readonly subgraph: string;
  readonly outcome: BodyReply['status'];
  readonly tookMs: number;
  readonly retried: boolean;
  readonly deduplicated: boolean;
}

/** Told of every call, for metrics and log. Must not block; what it throws is ignored. */
export interface CallObserver {
  readonly onCall: (report: CallReport) => void;
}

export interface ObserveOptions {
  readonly clock: Clock;
  readonly observer?: CallObserver;
}

/** Sets `tookMs` to what the caller waited, queue and retry included, and tells the observer. */
export function observePolicy({ clock, observer }: ObserveOptions): BodyPolicy {
  return (call) =>
    async function observe(request, signal) {
      const startedMs = clock.now();
      const reply = withTookMs(await call(request, signal), clock.now() - startedMs);
      if (observer !== undefined) tell(observer, request.subgraph, reply);
      return reply;
    };
}

function withTookMs(reply: BodyReply, tookMs: number): BodyReply {
  return reply.tookMs === tookMs ? reply : { ...reply, tookMs };
}

function tell(observer: CallObserver, subgraph: string, reply: BodyReply): void {
  const { status: outcome, tookMs, retried = false, deduplicated = false } = reply;
  try {
    observer.onCall({ subgraph, outcome, tookMs, retried, deduplicated });
  } catch {
    // The observer's trouble must not cost the answer.
  }
}
