import type { Clock } from '../kernel/clock.ts';
import type { BodyPolicy } from './body-call.ts';
import { checkOptions } from './options.ts';
import { deadlinePassed, reasons, timedOut, unavailable } from './replies.ts';

export interface DeadlineOptions {
  readonly clock: Clock;
  readonly deadlineMs: number;
}

/**
 * Ends a call as TIMED_OUT after `deadlineMs`, by aborting the signal that it hands on; an abort of the signal that it
 * was given, for example by the operation's deadline, is passed on. One timer per call. Also the net under every other
 * policy: should the call reject against its contract, the reply is UNAVAILABLE.
 */
export function deadlinePolicy({ clock, deadlineMs }: DeadlineOptions): BodyPolicy {
  checkOptions({ deadlineMs });
  return (call) =>
    async function deadline(request, signal) {
      if (signal.aborted) return timedOut(signal);
      const controller = new AbortController();
      const passOn = (): void => controller.abort(signal.reason);
      signal.addEventListener('abort', passOn);
      const cancelTimer = clock.after(deadlineMs, () => controller.abort(deadlinePassed));
      try {
        return await call(request, controller.signal);
      } catch {
        return unavailable(reasons.callFailed);
      } finally {
        cancelTimer();
        signal.removeEventListener('abort', passOn);
      }
    };
}
