import type { BodyPolicy } from './body-call.ts';
import { checkOptions } from './options.ts';
import { reasons, timedOut, unavailable } from './replies.ts';

export interface BulkheadOptions {
  readonly maxConcurrent: number;
  readonly maxQueued: number;
}

export interface BulkheadPolicy extends BodyPolicy {
  readonly running: () => number;
  readonly queueLength: () => number;
}

/**
 * Lets `maxConcurrent` calls run, `maxQueued` more wait first come first served, and refuses the rest as UNAVAILABLE.
 * A call that is aborted while it waits leaves the queue as TIMED_OUT and never reaches the body.
 */
export function bulkheadPolicy({ maxConcurrent, maxQueued }: BulkheadOptions): BulkheadPolicy {
  checkOptions({ maxConcurrent, maxQueued });
  let running = 0;
  const queue = new Set<() => void>();

  const release = (): void => {
    for (const admit of queue) {
      queue.delete(admit);
      admit();
      return;
    }
    running -= 1;
  };

  const wrap: BodyPolicy = (call) =>
    async function bulkhead(request, signal) {
      if (running < maxConcurrent) running += 1;
      else if (queue.size >= maxQueued) return unavailable(reasons.busy);
      else if (!(await turn(queue, signal))) return timedOut(signal);
      try {
        return await call(request, signal);
      } finally {
        release();
      }
    };
  return Object.assign(wrap, { running: () => running, queueLength: () => queue.size });
}

/** True when a running call has handed its place over, false when the signal was aborted first. */
function turn(queue: Set<() => void>, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const admit = (): void => {
      signal.removeEventListener('abort', giveUp);
      resolve(true);
    };
    const giveUp = (): void => {
      queue.delete(admit);
      resolve(false);
    };
    queue.add(admit);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
