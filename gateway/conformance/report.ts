import type { CheckText, Outcome } from './check.ts';
import { both, type Text } from './text.ts';

/** What came of one check. NOT_REACHED: the time ran out, or what it builds on failed. */
export interface CheckResult extends CheckText {
  readonly status: Outcome['status'] | 'NOT_REACHED';
  readonly sent: string;
  readonly came: string;
  readonly tookMs: number;
}

export interface ConformanceReport {
  /** Of this report's form and of the list of checks. */
  readonly edition: number;
  readonly body: string;
  readonly address: string;
  /** RFC 3339 in UTC. */
  readonly startedAt: string;
  readonly tookMs: number;
  readonly certified: boolean;
  /** Why, or why not. */
  readonly reason: Text;
  readonly checks: readonly CheckResult[];
}

export const reportEdition = 1;

/** A subgraph is certified when every required check passed or had nothing to be tried on. */
export function verdictOn(checks: readonly CheckResult[]): Pick<ConformanceReport, 'certified' | 'reason'> {
  const required = checks.filter(({ level }) => level === 'REQUIRED');
  const failed = required.filter(({ status }) => status === 'FAILED').map(({ id }) => id);
  const missed = required.filter(({ status }) => status === 'NOT_REACHED').map(({ id }) => id);
  if (failed.length > 0) {
    return {
      certified: false,
      reason: both(`Required checks failed: ${failed.join(', ')}.`, `การตรวจที่บังคับไม่ผ่าน: ${failed.join(', ')}`),
    };
  }
  if (missed.length > 0) {
    return {
      certified: false,
      reason: both(
        `Required checks were not made: ${missed.length}. Give more time with --max-seconds.`,
        `มีการตรวจที่บังคับซึ่งยังไม่ได้ทำ ${missed.length} ข้อ โปรดเพิ่มเวลาด้วย --max-seconds`,
      ),
    };
  }
  const untried = required.filter(({ status }) => status === 'NOT_APPLICABLE').length;
  const advised = checks.filter(({ level, status }) => level === 'RECOMMENDED' && status === 'FAILED').length;
  return {
    certified: true,
    reason: both(
      `Of ${required.length} required checks ${required.length - untried} passed and ${untried} had nothing to be tried on; ${advised} recommended ones failed.`,
      `การตรวจที่บังคับ ${required.length} ข้อ ผ่าน ${required.length - untried} ข้อ ไม่มีสิ่งที่จะตรวจ ${untried} ข้อ ส่วนข้อแนะนำไม่ผ่าน ${advised} ข้อ`,
    ),
  };
}
