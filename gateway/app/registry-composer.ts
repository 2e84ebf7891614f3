import { Worker } from 'node:worker_threads';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Finding, Publication } from '../../schema/contract/publication.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Composer, Composition } from '../registry/composer.ts';
import { refusal } from '../registry/findings.ts';

export interface WorkerComposerOptions {
  readonly clock: Clock;
  /** The part of the schema that is the same for all bodies; its lines are not the developer's. */
  readonly sharedSchema: string;
  /** How long one composition may take. Default 10 s. */
  readonly deadlineMs?: number;
  /** How much memory the thread may hold. Default 512 MiB; the fourteen take some 100. */
  readonly memoryMb?: number;
  /** How long the thread waits for another composition before it ends. Default half a minute. */
  readonly idleMs?: number;
}

export interface WorkerComposer {
  readonly compose: Composer;
  readonly close: () => Promise<void>;
}

/** To the composing thread. */
export interface ComposerRequest {
  readonly publications: readonly Publication[];
  readonly blamed: string;
}

/** From the composing thread, one for each request. */
export type ComposerAnswer =
  | { readonly kind: 'DONE'; readonly composition: Composition }
  | { readonly kind: 'TOO_DEEP' | 'FAILED'; readonly problem: unknown };

/** Composes on a thread of its own, one graph at a time: a schema that takes too long or too much ends with its thread. */
export function createWorkerComposer(options: WorkerComposerOptions): WorkerComposer {
  const { clock, sharedSchema, deadlineMs = 10_000, memoryMb = 512, idleMs = 30_000 } = options;
  let worker: Worker | undefined;
  let cancelIdle: (() => void) | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function start(): Worker {
    return new Worker(new URL('registry-composer-thread.ts', import.meta.url), {
      workerData: sharedSchema,
      execArgv: [],
      name: 'composer',
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 },
    });
  }

  async function end(): Promise<void> {
    cancelIdle?.();
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  async function composeOne(request: ComposerRequest): Promise<Composition> {
    cancelIdle?.();
    worker ??= start();
    const answer = await ask(worker, request, { clock, deadlineMs });
    if (answer.kind === 'DONE') {
      cancelIdle = clock.after(idleMs, () => void end());
      return answer.composition;
    }
    await end();
    if (answer.kind === 'FAILED') throw new CodedError('INTERNAL_ERROR', {}, { cause: answer.problem });
    return { kind: 'REFUSED', findings: [answer.kind === 'LATE' ? tooSlow(deadlineMs) : tooLarge(memoryMb)] };
  }

  return {
    compose: (publications, blamed) => {
      const done = last.then(() => composeOne({ publications, blamed }));
      last = done.catch(() => undefined);
      return done;
    },
    close: async () => {
      await last;
      await end();
    },
  };
}

type ThreadAnswer =
  | ComposerAnswer
  | { readonly kind: 'LATE' }
  | { readonly kind: 'OUT_OF_MEMORY' }
  | { readonly kind: 'FAILED'; readonly problem: unknown };

interface Patience {
  readonly clock: Clock;
  readonly deadlineMs: number;
}

function ask(worker: Worker, request: ComposerRequest, { clock, deadlineMs }: Patience): Promise<ThreadAnswer> {
  return new Promise((resolve) => {
    // An idle thread keeps no process alive; one that is asked does.
    worker.ref();
    function settle(answer: ThreadAnswer): void {
      cancel();
      worker.unref();
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      resolve(answer);
    }
    function onMessage(answer: ComposerAnswer): void {
      settle(answer);
    }
    function onError(error: unknown): void {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      settle(code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'OUT_OF_MEMORY' } : { kind: 'FAILED', problem: error });
    }
    function onExit(): void {
      settle({ kind: 'FAILED', problem: 'the thread ended' });
    }
    const cancel = clock.after(deadlineMs, () => settle({ kind: 'LATE' }));
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window's
    worker.postMessage(request);
  });
}

function tooSlow(deadlineMs: number): Finding {
  return overLimit('COMPOSITION_TOO_SLOW', {
    why: `Composing it takes longer than ${deadlineMs / 1000} s: others could not publish meanwhile.`,
    whyTh: `การรวมกราฟใช้เวลาเกิน ${deadlineMs / 1000} วินาที หน่วยงานอื่นจึงเผยแพร่ไม่ได้`,
  });
}

function tooLarge(memoryMb: number): Finding {
  return overLimit('COMPOSITION_TOO_LARGE', {
    why: `Composing it takes more than ${memoryMb} MiB of memory.`,
    whyTh: `การรวมกราฟใช้หน่วยความจำเกิน ${memoryMb} เมบิไบต์`,
  });
}

function overLimit(code: string, texts: Pick<Finding, 'why' | 'whyTh'>): Finding {
  return refusal(
    code,
    { file: 'schema.graphql', line: null },
    {
      ...texts,
      mend: 'Look for types that refer to each other in many ways, and for keys and @requires that multiply; publish fewer.',
      mendTh: 'ตรวจสอบชนิดที่อ้างถึงกันหลายทาง คีย์ และ @requires ที่ทวีคูณ แล้วเผยแพร่ให้น้อยลง',
    },
  );
}
