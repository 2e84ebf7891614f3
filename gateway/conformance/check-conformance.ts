import type { Clock } from '../kernel/clock.ts';
import { sceneChecks, startChecks } from './all-checks.ts';
import { createBench, type Bench } from './bench.ts';
import type { CheckText, Outcome } from './check.ts';
import { reportEdition, verdictOn, type CheckResult, type ConformanceReport } from './report.ts';
import { openScene } from './scene.ts';
import type { Send } from './send.ts';
import { makeStart, type Subject } from './start.ts';
import type { Tokens } from './tokens.ts';

export interface ConformanceOptions {
  readonly subject: Subject;
  /** For the report alone: the kit knows no way out but `send`. */
  readonly address: string;
  readonly send: Send;
  readonly tokens: Tokens;
  readonly clock: Clock;
  /** The whole takes no longer. */
  readonly maxMs: number;
  /** Told after each check. */
  readonly onCheck?: (result: CheckResult) => void;
}

/** A request that takes this many deadlines is given up. */
const patience = 4;

/** Tries a subgraph by every check of the kit. Never rejects for what the subgraph does. */
export async function checkConformance(options: ConformanceOptions): Promise<ConformanceReport> {
  const { subject, address, clock } = options;
  const startedMs = clock.now();
  const bench = createBench({ ...options, giveUpMs: subject.deadlineMs * patience });
  const checks = await runAll(options, bench);
  return {
    edition: reportEdition,
    body: subject.body,
    address,
    startedAt: new Date(startedMs).toISOString(),
    tookMs: clock.now() - startedMs,
    ...verdictOn(checks),
    checks,
  };
}

async function runAll({ subject, clock, onCheck }: ConformanceOptions, bench: Bench): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  const add = (result: CheckResult): void => {
    results.push(result);
    onCheck?.(result);
  };
  const start = await makeStart(subject, bench);
  const isSound = (): boolean => results.every(({ status }) => status === 'PASSED');
  for (const check of startChecks) add(resultOf(check, isSound() ? check.run(start) : notReached(true), 0));
  const scene = isSound() ? openScene(start, bench) : undefined;
  for (const check of sceneChecks) {
    const beganMs = clock.now();
    if (scene === undefined || bench.isOver()) {
      add(resultOf(check, notReached(scene === undefined), 0));
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop -- one check at a time: they would disturb each other
    const outcome = await check.run(scene, bench);
    const isCutOff = bench.isOver() && outcome.status === 'FAILED';
    add(resultOf(check, isCutOff ? notReached(false) : outcome, clock.now() - beganMs));
  }
  return results;
}

type Ended = Pick<CheckResult, 'status' | 'sent' | 'came'>;

function notReached(isBlocked: boolean): Ended {
  return {
    status: 'NOT_REACHED',
    sent: '',
    came: isBlocked ? 'a check that this one builds on failed' : 'the time was over',
  };
}

function resultOf(
  { id, level, title, expected, why, mend }: CheckText,
  ended: Outcome | Ended,
  tookMs: number,
): CheckResult {
  return { id, level, ...ended, title, expected, why, mend, tookMs };
}
