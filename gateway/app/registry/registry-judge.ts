import { fork, type ChildProcess } from 'node:child_process';
import { CodedError } from '../../../schema/contract/error-codes.ts';
import { verdictOf, type CheckReport, type Finding } from '../../../schema/contract/publication.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Composer, Composition } from '../../registry/composer.ts';
import { refusal } from '../../registry/findings.ts';
import type { RegistryOptions } from '../../registry/registry.ts';
import { readUsage } from '../../usage/read-usage.ts';
import type { CheckRequest } from '../check/check-run.ts';
import type { CompositionRequest } from './registry-composition.ts';

export interface JudgeOptions {
  readonly clock: Clock;
  /** The part of the schema that is the same for all bodies; its lines are not the developer's. */
  readonly sharedSchema: string;
  /** Where the gateways' record of what readers ran lies; without it nothing is known to be unused. */
  readonly dataDir?: string;
  /** How long one composition may take. Default 10 s. */
  readonly composeMs?: number;
  /** How long one check may take; it composes several times and plans every saved operation. Default 20 s. */
  readonly checkMs?: number;
  /** How much memory the process may hold. Default 1 GiB; the fourteen take some 200 MiB. */
  readonly memoryMb?: number;
  /** How long the process waits for more before it ends. Default half a minute. */
  readonly idleMs?: number;
}

export interface Judge {
  readonly compose: Composer;
  readonly check: RegistryOptions['check'];
  readonly close: () => Promise<void>;
}

/** To the judging process. */
export type JudgeRequest =
  | { readonly kind: 'COMPOSE'; readonly request: CompositionRequest; readonly deadlineMs: number }
  | { readonly kind: 'CHECK'; readonly request: CheckRequest; readonly deadlineMs: number };

/** From the judging process, one for each request. */
export type JudgeAnswer =
  | { readonly kind: 'COMPOSED'; readonly composition: Composition }
  | { readonly kind: 'CHECKED'; readonly report: CheckReport }
  | { readonly kind: 'TOO_DEEP' }
  | { readonly kind: 'FAILED'; readonly problem: string };

/**
 * Composes and checks in a process of its own, one thing at a time: what takes too long or too much ends with the
 * process, and is refused. A thread would not do: when its heap outruns the limit, V8 ends the whole process with it,
 * and that may be a gateway's.
 */
export function createJudge(options: JudgeOptions): Judge {
  const { clock, sharedSchema, dataDir, composeMs = 10_000, checkMs = 20_000, memoryMb = 1024 } = options;
  const process = createJudgeProcess({ clock, memoryMb, idleMs: options.idleMs ?? 30_000 });
  return {
    compose: async (publications, blamed) => {
      const request = { publications, blamed, sharedSchema };
      const answer = await process.ask({ kind: 'COMPOSE', request, deadlineMs: composeMs });
      if (answer.kind === 'COMPOSED') return answer.composition;
      return { kind: 'REFUSED', findings: [overLimit(answer, { seconds: composeMs / 1000, memoryMb })] };
    },
    check: async (candidate, current) => {
      const { body } = candidate;
      const others = current.filter((each) => each.body !== body);
      const published = current.find((each) => each.body === body) ?? null;
      const usage =
        dataDir === undefined
          ? { days: 30, coveredDays: 0, byCoordinate: new Map() }
          : await readUsage(dataDir, clock.now());
      const request = { candidate, others, published, usage };
      const answer = await process.ask({ kind: 'CHECK', request, deadlineMs: checkMs });
      if (answer.kind === 'CHECKED') return answer.report;
      const findings = [overLimit(answer, { seconds: checkMs / 1000, memoryMb })];
      return { body, verdict: verdictOf(findings), findings };
    },
    close: process.close,
  };
}

type ProcessAnswer = Exclude<JudgeAnswer, { readonly kind: 'FAILED' }> | { readonly kind: 'LATE' | 'OUT_OF_MEMORY' };

interface JudgeProcess {
  /** Rejects with INTERNAL_ERROR when the process fails by itself. */
  readonly ask: (request: JudgeRequest) => Promise<ProcessAnswer>;
  readonly close: () => Promise<void>;
}

type ProcessOptions = Required<Pick<JudgeOptions, 'clock' | 'memoryMb' | 'idleMs'>>;

function createJudgeProcess({ clock, memoryMb, idleMs }: ProcessOptions): JudgeProcess {
  let child: ChildProcess | undefined;
  let cancelIdle: (() => void) | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function end(): void {
    cancelIdle?.();
    child?.kill('SIGKILL');
    child = undefined;
  }

  async function askOne(request: JudgeRequest): Promise<ProcessAnswer> {
    cancelIdle?.();
    child ??= start(memoryMb);
    const answer = await exchange(child, request, clock);
    if (answer.kind === 'COMPOSED' || answer.kind === 'CHECKED') {
      cancelIdle = clock.after(idleMs, end);
      return answer;
    }
    end();
    if (answer.kind === 'FAILED') throw new CodedError('INTERNAL_ERROR', {}, { cause: answer.problem });
    return answer;
  }

  return {
    ask: (request) => {
      const done = last.then(() => askOne(request));
      last = done.catch(() => undefined);
      return done;
    },
    close: async () => {
      await last;
      end();
    },
  };
}

function start(memoryMb: number): ChildProcess {
  const child = fork(new URL('registry-judge-process.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Idle, it keeps no process alive.
  child.unref();
  child.channel?.unref();
  return child;
}

/** V8 ends a process that has no memory left by one of the first three, the system by the last. */
const outOfMemory: ReadonlySet<string | null> = new Set(['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGKILL']);

function exchange(
  child: ChildProcess,
  request: JudgeRequest,
  clock: Clock,
): Promise<ProcessAnswer | Extract<JudgeAnswer, { readonly kind: 'FAILED' }>> {
  return new Promise((resolve) => {
    child.channel?.ref();
    function settle(answer: ProcessAnswer | JudgeAnswer): void {
      cancel();
      child.channel?.unref();
      child.off('message', settle);
      child.off('error', onError);
      child.off('exit', onExit);
      resolve(answer);
    }
    function onError(error: Error): void {
      settle({ kind: 'FAILED', problem: error.message });
    }
    function onExit(_code: number | null, signal: string | null): void {
      settle(outOfMemory.has(signal) ? { kind: 'OUT_OF_MEMORY' } : { kind: 'FAILED', problem: 'the process ended' });
    }
    const cancel = clock.after(request.deadlineMs, () => settle({ kind: 'LATE' }));
    child.on('message', settle);
    child.on('error', onError);
    child.on('exit', onExit);
    child.send(request, (error) => {
      if (error !== null) onError(error);
    });
  });
}

function overLimit({ kind }: ProcessAnswer, limits: { readonly seconds: number; readonly memoryMb: number }): Finding {
  const isLate = kind === 'LATE';
  return refusal(
    isLate ? 'COMPOSITION_TOO_SLOW' : 'COMPOSITION_TOO_LARGE',
    { file: 'schema.graphql', line: null },
    {
      why: isLate
        ? `Composing and checking it takes longer than ${limits.seconds} s: others could not publish meanwhile.`
        : `Composing and checking it takes more than ${limits.memoryMb} MiB of memory.`,
      whyTh: isLate
        ? `การรวมและตรวจกราฟใช้เวลาเกิน ${limits.seconds} วินาที หน่วยงานอื่นจึงเผยแพร่ไม่ได้`
        : `การรวมและตรวจกราฟใช้หน่วยความจำเกิน ${limits.memoryMb} เมบิไบต์`,
      mend: 'Look for types that refer to each other in many ways, and for keys and @requires that multiply; publish fewer.',
      mendTh: 'ตรวจสอบชนิดที่อ้างถึงกันหลายทาง คีย์ และ @requires ที่ทวีคูณ แล้วเผยแพร่ให้น้อยลง',
    },
  );
}
