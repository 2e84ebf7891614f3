import { bodyNames, bodyOf, type Body, type BodyName } from '../../schema/contract/bodies.ts';
import { rehearsalReason } from '../../schema/contract/rehearsal.ts';
import type { AnswerStatus } from '../_kit/rules/screen.ts';
import type { JoinedRecord } from './representation.ts';

/** What the gateway says of its calls, by subgraph name; on another router there is nothing. */
export interface CallReport {
  readonly status: AnswerStatus;
  readonly reason?: string;
  readonly tookMs?: number;
  /** What went wrong with single households of a page, by house code. */
  readonly entities?: Readonly<Record<string, { readonly status: AnswerStatus }>>;
}

export type CallReports = Readonly<Record<string, CallReport>>;

/** The graph's BodyAnswer. */
export interface BodyAnswer {
  readonly name: BodyName;
  readonly body: Body;
  readonly status: AnswerStatus;
  readonly reason: string | null;
  readonly asOf: string | null;
  readonly tookMs: number | null;
  readonly entitlementCount: number | null;
  readonly serviceCount: number | null;
}

/** Thirteen rows in the order of the memorandum, whatever happened. */
export function answersOf(
  records: ReadonlyMap<BodyName, JoinedRecord>,
  reports: CallReports,
  houseCode: string,
): readonly BodyAnswer[] {
  return bodyNames.map((name) => {
    const record = records.get(name);
    const report = reports[name];
    const status = record === undefined ? silence(report, houseCode) : answered(record);
    return {
      name,
      body: bodyOf(name),
      status,
      reason: reasonOf(status, report),
      asOf: record?.asOf ?? null,
      tookMs: report?.tookMs ?? null,
      entitlementCount: record?.entitlements.length ?? null,
      serviceCount: record?.services.length ?? null,
    };
  });
}

function answered(record: JoinedRecord): AnswerStatus {
  return record.found ? 'ANSWERED' : 'NO_RECORD';
}

/**
 * Why there is no record. A body that answered the call but gave none for this household has not read its registry
 * for it. Without the gateway's report only the null is known.
 */
function silence(report: CallReport | undefined, houseCode: string): AnswerStatus {
  if (report === undefined) return 'UNAVAILABLE';
  const single = report.entities?.[houseCode];
  if (single !== undefined) return single.status;
  return report.status === 'ANSWERED' || report.status === 'NO_RECORD' ? 'NOT_ASKED' : report.status;
}

/** A failure says whether it is real; what came needs no reason. */
function reasonOf(status: AnswerStatus, report: CallReport | undefined): string | null {
  const reason = reasons[status];
  return reason !== null && report?.reason === rehearsalReason ? rehearsed : reason;
}

const rehearsed = 'เป็นการซ้อมเหตุขัดข้อง หน่วยงานไม่ได้ขัดข้องจริง / A rehearsal: nothing is wrong with the body itself.';

const reasons: Readonly<Record<AnswerStatus, string | null>> = {
  ANSWERED: null,
  NO_RECORD: null,
  NOT_AUTHORIZED: 'ผู้ขอไม่มีสิทธิดูข้อมูลของหน่วยงานนี้ / The reader may not see this body’s data.',
  TIMED_OUT: 'หน่วยงานไม่ตอบภายในเวลา / The body did not answer in time.',
  UNAVAILABLE: 'หน่วยงานไม่ตอบ / The body gave no answer.',
  INVALID: 'คำตอบของหน่วยงานใช้ไม่ได้ / The body’s answer could not be used.',
  STALE: 'คำตอบเป็นข้อมูลเก่า / The answer is an older one.',
  NOT_ASKED:
    'ไม่ได้ถามหน่วยงาน หรือยังไม่ได้อ่านทะเบียนของครัวเรือนนี้ / Not asked, or the registry was not read for this household.',
};
