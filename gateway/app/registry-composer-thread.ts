import { parentPort, workerData } from 'node:worker_threads';
import { composePublications } from './registry-composition.ts';
import type { ComposerAnswer, ComposerRequest } from './registry-composer.ts';

/* The composing thread's main file; registry-composer.ts is the other end. */

const sharedSchema = String(workerData);

function tell(answer: ComposerAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window's
  parentPort?.postMessage(answer);
}

parentPort?.on('message', ({ publications, blamed }: ComposerRequest) => {
  try {
    tell({ kind: 'DONE', composition: composePublications({ publications, blamed, sharedSchema }) });
  } catch (error) {
    const problem = error instanceof Error ? error.name : 'unknown';
    tell({ kind: problem === 'RangeError' ? 'TOO_DEEP' : 'FAILED', problem });
  }
});
