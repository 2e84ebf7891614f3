import { parentPort } from 'node:worker_threads';
import { runCheck, type CheckRequest } from './check-run.ts';
import type { CheckAnswer } from './check-worker.ts';

/* The checking thread's main file; check-worker.ts is the other end. */

function tell(answer: CheckAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window's
  parentPort?.postMessage(answer);
}

parentPort?.on('message', (request: CheckRequest) => {
  try {
    tell({ kind: 'DONE', report: runCheck(request) });
  } catch (error) {
    const problem = error instanceof Error ? error.name : 'unknown';
    tell(problem === 'RangeError' ? { kind: 'TOO_MUCH' } : { kind: 'FAILED', problem });
  }
});
