import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from './inline-planner.ts';
import { createPlannerCore } from './planner-core.ts';
import type { PlannerCore } from './planner-core.ts';
import type { PlanRequest, PlannerMessage } from './planner-messages.ts';

/* The planning thread's main file; worker-planner.ts is the other end. */

function tell(message: PlannerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window's
  parentPort?.postMessage(message);
}

function serve(core: PlannerCore): void {
  tell({ kind: 'READY', apiSdl: core.apiSdl });
  parentPort?.on('message', ({ text }: PlanRequest) => {
    try {
      tell({ kind: 'PLANNED', plan: core.plan(text) });
    } catch (error) {
      tell({ kind: 'FAILED', problem: messageOf(error) });
    }
  });
}

try {
  serve(createPlannerCore(String(workerData)));
} catch (error) {
  tell({ kind: 'REFUSED', problem: messageOf(error) });
}
