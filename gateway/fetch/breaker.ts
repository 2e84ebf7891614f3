import type { Clock } from '../kernel/clock.ts';
import type { BodyPolicy, BodyReply } from './body-call.ts';
import { checkOptions } from './options.ts';
import { deadlinePassed, reasons, unavailable } from './replies.ts';
import { rollingCounts } from './rolling-counts.ts';
import type { RollingCounts } from './rolling-counts.ts';

export interface BreakerOptions {
  readonly clock: Clock;
  readonly breakerFailureShare: number;
  readonly breakerMinimumCalls: number;
  readonly breakerWindowMs: number;
  readonly breakerOpenMs: number;
}

export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

export interface BreakerPolicy extends BodyPolicy {
  /** HALF_OPEN from the moment that the next call may probe. */
  readonly state: () => BreakerState;
}

type State =
  | { readonly kind: 'CLOSED'; readonly counts: RollingCounts }
  | { readonly kind: 'OPEN'; readonly untilMs: number }
  | { readonly kind: 'HALF_OPEN' };

/**
 * Stops asking a body that fails, so that it can recover and nobody waits for it.
 * CLOSED counts calls and failures over a rolling window; OPEN refuses as UNAVAILABLE; once that time is over the next
 * call is the only one that goes through (HALF_OPEN): an answer closes the breaker, a failure opens it again.
 * A failure is UNAVAILABLE, INVALID, or TIMED_OUT by the body's own deadline; a call that its caller gave up counts
 * neither way.
 */
export function breakerPolicy(options: BreakerOptions): BreakerPolicy {
  const { clock, breakerFailureShare, breakerMinimumCalls, breakerWindowMs, breakerOpenMs } = options;
  checkOptions({ breakerFailureShare, breakerMinimumCalls, breakerWindowMs, breakerOpenMs });
  const closed = (): State => ({ kind: 'CLOSED', counts: rollingCounts(clock, breakerWindowMs) });
  const open = (): State => ({ kind: 'OPEN', untilMs: clock.now() + breakerOpenMs });
  let state: State = closed();

  /** The state that the call belongs to, or nothing when it is refused. */
  const admit = (): State | undefined => {
    let admitted: State | undefined;
    switch (state.kind) {
      case 'CLOSED':
        admitted = state;
        break;
      case 'OPEN':
        if (isOver(state, clock)) admitted = state = { kind: 'HALF_OPEN' };
        break;
      case 'HALF_OPEN':
        break;
    }
    return admitted;
  };

  /** Replies to calls of an earlier state say nothing about the body now, and are not counted. */
  const record = (admitted: State, verdict: Verdict): void => {
    if (admitted !== state) return;
    switch (state.kind) {
      case 'CLOSED':
        if (verdict !== 'UNKNOWN') state.counts.addCall();
        if (verdict === 'BAD') state.counts.addMarked();
        if (verdict === 'BAD' && hasFailed(state.counts, options)) state = open();
        return;
      case 'HALF_OPEN':
        // A probe that was given up leaves an open breaker whose time is over: the next call probes.
        if (verdict === 'UNKNOWN') state = { kind: 'OPEN', untilMs: clock.now() };
        else state = verdict === 'GOOD' ? closed() : open();
        return;
      case 'OPEN':
        return;
    }
  };

  const wrap: BodyPolicy = (call) =>
    async function breaker(request, signal) {
      const admitted = admit();
      if (admitted === undefined) return unavailable(reasons.breakerOpen);
      let verdict: Verdict = 'BAD';
      try {
        const reply = await call(request, signal);
        verdict = judge(reply, signal);
        return reply;
      } finally {
        record(admitted, verdict);
      }
    };
  return Object.assign(wrap, { state: () => (isOver(state, clock) ? 'HALF_OPEN' : state.kind) });
}

/** The next call would probe: who waits for the breaker before sending one must not wait for ever. */
function isOver(state: State, clock: Clock): boolean {
  return state.kind === 'OPEN' && clock.now() >= state.untilMs;
}

type Verdict = 'GOOD' | 'BAD' | 'UNKNOWN';

function judge(reply: BodyReply, signal: AbortSignal): Verdict {
  let verdict: Verdict = 'BAD';
  switch (reply.status) {
    case 'ANSWERED':
      verdict = 'GOOD';
      break;
    case 'INVALID':
      break;
    case 'UNAVAILABLE':
      if (reply.reason === reasons.callFailed) verdict = 'UNKNOWN';
      break;
    case 'TIMED_OUT':
      if (signal.reason !== deadlinePassed) verdict = 'UNKNOWN';
      break;
    case 'NOT_ASKED':
      verdict = 'UNKNOWN';
      break;
  }
  return verdict;
}

function hasFailed(counts: RollingCounts, options: BreakerOptions): boolean {
  const calls = counts.calls();
  return calls >= options.breakerMinimumCalls && counts.marked() / calls >= options.breakerFailureShare;
}
