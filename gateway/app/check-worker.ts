import { Worker } from 'node:worker_threads';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { CheckReport } from '../../schema/contract/publication.ts';
import { finding, reportOf } from '../check/finding.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CheckRequest } from './check-run.ts';

export interface CheckWorkerOptions {
  readonly clock: Clock;
  /** How long one check may take. Default 20 s; the fourteen take some two. */
  readonly deadlineMs?: number;
  /** How much memory the thread may hold. Default 1 GiB. */
  readonly memoryMb?: number;
  /** How long the thread waits for another check before it ends. Default one minute. */
  readonly idleMs?: number;
}

export interface CheckWorker {
  /** One at a time. A check that takes too long or too much ends with its thread, and its publication is refused. */
  readonly check: (request: CheckRequest) => Promise<CheckReport>;
  readonly close: () => Promise<void>;
}

/** From the checking thread, one for each request. */
export type CheckAnswer =
  | { readonly kind: 'DONE'; readonly report: CheckReport }
  | { readonly kind: 'TOO_MUCH' }
  | { readonly kind: 'FAILED'; readonly problem: string };

/** Checks on a thread of its own: a registry may live in the process of a gateway, which must not wait. */
export function createCheckWorker(options: CheckWorkerOptions): CheckWorker {
  const { clock, deadlineMs = 20_000, memoryMb = 1024, idleMs = 60_000 } = options;
  let worker: Worker | undefined;
  let cancelIdle: (() => void) | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    cancelIdle?.();
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  async function checkOne(request: CheckRequest): Promise<CheckReport> {
    cancelIdle?.();
    worker ??= startThread(memoryMb);
    const answer = await ask(worker, request, { clock, deadlineMs });
    if (answer.kind === 'DONE') {
      cancelIdle = clock.after(idleMs, () => void end());
      return answer.report;
    }
    await end();
    if (answer.kind === 'FAILED') throw new CodedError('INTERNAL_ERROR', {}, { cause: answer.problem });
    const place = { file: 'schema.graphql', line: null };
    const { body } = request.candidate;
    return reportOf(body, [finding('CHECK_TOO_EXPENSIVE', place, { seconds: Math.ceil(deadlineMs / 1000) })]);
  }

  return {
    check: (request) => {
      const done = last.then(() => checkOne(request));
      last = done.catch(() => undefined);
      return done;
    },
    close: async () => {
      await last;
      await end();
    },
  };
}

function startThread(memoryMb: number): Worker {
  return new Worker(new URL('check-thread.ts', import.meta.url), {
    execArgv: [],
    name: 'check',
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 },
  });
}

interface Patience {
  readonly clock: Clock;
  readonly deadlineMs: number;
}

function ask(worker: Worker, request: CheckRequest, { clock, deadlineMs }: Patience): Promise<CheckAnswer> {
  return new Promise((resolve) => {
    // An idle thread keeps no process alive; one that is asked does.
    worker.ref();
    function settle(answer: CheckAnswer): void {
      cancel();
      worker.unref();
      worker.off('message', settle);
      worker.off('error', onError);
      worker.off('exit', onExit);
      resolve(answer);
    }
    function onError(error: unknown): void {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      settle(code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'TOO_MUCH' } : { kind: 'FAILED', problem: String(error) });
    }
    function onExit(): void {
      settle({ kind: 'FAILED', problem: 'the thread ended' });
    }
    const cancel = clock.after(deadlineMs, () => settle({ kind: 'TOO_MUCH' }));
    worker.on('message', settle);
    worker.on('error', onError);
    worker.on('exit', onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window's
    worker.postMessage(request);
  });
}
