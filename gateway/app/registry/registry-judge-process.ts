import { setPriority } from 'node:os';
import { runInNewContext } from 'node:vm';
import { runCheck } from '../check/check-run.ts';
import type { JudgeAnswer, JudgeRequest } from './registry-judge.ts';
import { composePublications } from './registry-composition.ts';

/* The judging process's main file; registry-judge.ts is the other end. */

// Whoever is served in the meantime goes before.
setPriority(10);

/** Longer than the other end waits: it is for the case that the other end has died. */
const longerMs = 5_000;

process.on('message', (request: JudgeRequest) => {
  process.send?.(answerWithin(request.deadlineMs + longerMs, request));
});
process.on('disconnect', () => process.exit());

/** Ends the work when the time is over, though it never pauses. */
function answerWithin(limitMs: number, request: JudgeRequest): JudgeAnswer {
  try {
    const answer: { value?: JudgeAnswer } = {};
    runInNewContext('work()', { work: () => (answer.value = answerTo(request)) && undefined }, { timeout: limitMs });
    return answer.value ?? { kind: 'FAILED', problem: 'no answer' };
  } catch (error) {
    const problem = error instanceof Error ? error.name : 'unknown';
    return problem === 'RangeError' ? { kind: 'TOO_DEEP' } : { kind: 'FAILED', problem };
  }
}

function answerTo({ kind, request }: JudgeRequest): JudgeAnswer {
  return kind === 'COMPOSE'
    ? { kind: 'COMPOSED', composition: composePublications(request) }
    : { kind: 'CHECKED', report: runCheck(request) };
}
