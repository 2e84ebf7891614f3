import { Worker } from 'node:worker_threads';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Planner } from './planner.ts';
import type { PlanRequest, PlannerMessage } from './planner-messages.ts';
import type { QueryPlan } from './query-plan.ts';

export interface WorkerPlannerOptions {
  readonly clock: Clock;
  /** How long one planning may take, in milliseconds. Default 2,000. */
  readonly deadlineMs?: number;
  /** How many operations may wait for the thread. Default 100. */
  readonly maxWaiting?: number;
}

interface Job {
  readonly text: string;
  readonly resolve: (plan: QueryPlan) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Plans on a thread of its own, one operation at a time. A planning that passes its deadline is ended with its thread,
 * and the next one starts a new thread; those who wait only lose time.
 */
export async function createWorkerPlanner(supergraphSdl: string, options: WorkerPlannerOptions): Promise<Planner> {
  const { clock, deadlineMs = 2_000, maxWaiting = 100 } = options;
  const waiting: Job[] = [];
  const threads = createThreadHolder(supergraphSdl);
  const { apiSdl } = await threads.current();
  let busy = false;
  let retired = false;

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      // One thread has one planner: the next operation must wait for this one.
      // oxlint-disable-next-line no-await-in-loop
      await planOne(job);
    }
    busy = false;
    if (retired) threads.end();
  }

  async function planOne(job: Job): Promise<void> {
    try {
      const thread = await threads.current();
      const answer = await withDeadline(thread.ask(job.text), clock, deadlineMs);
      if (answer === undefined) threads.end();
      finish(job, answer);
    } catch (error) {
      threads.end();
      job.reject(new CodedError('INTERNAL_ERROR', {}, { cause: error }));
    }
  }

  return {
    apiSdl,
    plan: (text) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= maxWaiting) {
          reject(new CodedError('PLAN_TIMEOUT'));
          return;
        }
        waiting.push({ text, resolve, reject });
        void work();
      }),
    retire: () => {
      retired = true;
      if (!busy) threads.end();
    },
  };
}

function finish(job: Job, answer: PlannerMessage | undefined): void {
  if (answer === undefined) job.reject(new CodedError('PLAN_TIMEOUT'));
  else if (answer.kind === 'PLANNED') job.resolve(answer.plan);
  else job.reject(new CodedError('PLAN_EMPTY', {}, { cause: answer }));
}

interface ThreadHolder {
  /** The running thread; a new one when the last was ended. */
  readonly current: () => Promise<PlannerThread>;
  readonly end: () => void;
}

function createThreadHolder(supergraphSdl: string): ThreadHolder {
  let thread: Promise<PlannerThread> | undefined;
  return {
    current: () => (thread ??= startThread(supergraphSdl)),
    end: () => {
      thread?.then(
        (running) => running.end(),
        () => undefined,
      );
      thread = undefined;
    },
  };
}

interface PlannerThread {
  readonly apiSdl: string;
  /** Rejects when the thread ends before it answers. */
  readonly ask: (text: string) => Promise<PlannerMessage>;
  readonly end: () => void;
}

async function startThread(supergraphSdl: string): Promise<PlannerThread> {
  const worker = new Worker(new URL('planner-thread.ts', import.meta.url), {
    workerData: supergraphSdl,
    execArgv: [],
    name: 'planner',
  });
  const first = await nextMessage(worker);
  if (first.kind !== 'READY') {
    await worker.terminate();
    throw new CodedError('SUPERGRAPH_INVALID', { problem: first.kind === 'REFUSED' ? first.problem : first.kind });
  }
  return {
    apiSdl: first.apiSdl,
    ask: (text) => {
      const answer = nextMessage(worker);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window's
      worker.postMessage({ text } satisfies PlanRequest);
      return answer;
    },
    end: () => void worker.terminate(),
  };
}

function nextMessage(worker: Worker): Promise<PlannerMessage> {
  return new Promise((resolve, reject) => {
    // An idle thread keeps no process alive; one that is asked does.
    worker.ref();
    function settle(done: () => void): void {
      worker.unref();
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      done();
    }
    function onMessage(message: PlannerMessage): void {
      settle(() => resolve(message));
    }
    function onError(error: unknown): void {
      settle(() => reject(error instanceof Error ? error : new Error(String(error))));
    }
    function onExit(): void {
      settle(() => reject(new Error('The planning thread ended')));
    }
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
  });
}

/** Undefined when the deadline came first. */
function withDeadline<T>(work: Promise<T>, clock: Clock, deadlineMs: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(deadlineMs, () => resolve(undefined));
    work.then(resolve, reject).finally(cancel);
  });
}
