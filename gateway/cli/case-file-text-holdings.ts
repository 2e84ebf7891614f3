import { ageOn, dayInThailand, gregorianDate, thaiDate } from './case-file-text-dates.ts';
import type { CaseFileHousehold } from './case-file-text-input.ts';
import {
  answerStatuses,
  both,
  enrolmentStatuses,
  moneyText,
  serviceStatuses,
  sexes,
  shortNames,
} from './case-file-text-labels.ts';
import {
  countOrDash,
  dateOrDash,
  englishProgramme,
  memberOf,
  section,
  thaiProgramme,
  whoColumn,
  type Page,
} from './case-file-text-parts.ts';
import { renderTable, renderText, type Cell, type Tone } from './case-file-text-table.ts';

/** One row for each body. */
export interface AnswerRow {
  readonly body: { readonly nameTh: string; readonly nameEn: string };
  readonly status: string;
  readonly reason: string | null;
  readonly asOf: string | null;
  readonly tookMs: number | null;
  readonly entitlementCount: number | null;
  readonly serviceCount: number | null;
}

export function answersSection(answers: readonly AnswerRow[], page: Page): readonly string[] {
  const table = renderTable(
    {
      columns: [
        { title: '', align: 'right', rigid: true },
        { title: 'หน่วยงาน' },
        { title: 'Body' },
        { title: 'คำตอบ Answer' },
        { title: 'สิทธิ Ent.', align: 'right' },
        { title: 'บริการ Svc.', align: 'right' },
        { title: 'ข้อมูล ณ As of', rigid: true },
        { title: 'ms', align: 'right', rigid: true },
      ],
      rows: answers.map((answer, at) => [
        String(at + 1),
        answer.body.nameTh,
        answer.body.nameEn,
        { text: both(answerStatuses, answer.status), tone: toneOf(answer.status) },
        countOrDash(answer.entitlementCount),
        countOrDash(answer.serviceCount),
        answer.asOf === null ? '—' : thaiDate(dayInThailand(answer.asOf)),
        countOrDash(answer.tookMs),
      ]),
    },
    page,
  );
  const reasons = answers.flatMap(({ body, reason }): readonly string[] =>
    reason === null ? [] : renderText({ text: `! ${body.nameTh}: ${reason}`, tone: 'warning' }, page),
  );
  const heard = answers.filter(({ status }) => hasAnswered(status)).length;
  const title = `ใครตอบบ้าง / Who answered — ${String(heard)} / ${String(answers.length)}`;
  return section(title, [...table, ...reasons], page);
}

export function membersSection({ members }: CaseFileHousehold, asOf: string | null, page: Page): readonly string[] {
  const rows = members.map((member): readonly Cell[] => [
    memberOf(member.personId, page),
    member.nameTh ?? '—',
    both(sexes, member.sex ?? '—'),
    ...birthCells(member.birthDate, member.birthDatePrecision ?? 'DAY'),
    member.isDeceased === true ? { text: 'เสียชีวิต died', tone: 'faint' } : ageText(member, asOf),
    member.relation ?? '—',
  ]);
  const columns = [
    { title: '', rigid: true },
    { title: 'ชื่อ Name' },
    { title: 'เพศ Sex' },
    { title: 'เกิด พ.ศ.', rigid: true },
    { title: 'Born', rigid: true },
    { title: 'อายุ Age' },
    { title: 'ความสัมพันธ์ Relation' },
  ];
  const lines = renderTable({ columns, rows: [...rows, ['M0', 'ทั้งครัวเรือน / the household']] }, page);
  return section(`สมาชิก / Members — ${String(members.length)}`, lines, page);
}

export function entitlementsSection({ entitlements }: CaseFileHousehold, page: Page): readonly string[] {
  const columns = [
    whoColumn,
    thaiProgramme,
    englishProgramme,
    { title: 'หน่วยงาน By' },
    { title: 'สถานะ Status' },
    { title: 'จำนวน Amount', droppable: true },
    { title: 'ตั้งแต่ Since', droppable: true },
  ];
  const rows = entitlements.map(({ programme, person, status, money, startedOn, endedOn, body }): readonly Cell[] => [
    memberOf(person?.personId, page),
    programme.nameTh,
    programme.nameEn,
    shortNames(body)[0],
    { text: both(enrolmentStatuses, status), tone: status === 'ACTIVE' ? 'good' : 'warning' },
    moneyText(money),
    dateOrDash(startedOn) + (endedOn === null ? '' : ` – ${thaiDate(endedOn)}`),
  ]);
  return section(
    `สิทธิที่ขึ้นทะเบียนไว้ / Entitlements — ${String(rows.length)}`,
    rows.length === 0 ? [] : renderTable({ columns, rows }, page),
    page,
  );
}

export function servicesSection({ services }: CaseFileHousehold, page: Page): readonly string[] {
  const columns = [
    whoColumn,
    thaiProgramme,
    englishProgramme,
    { title: 'หน่วยงาน By' },
    { title: 'สถานะ Status' },
    { title: 'วันที่ On', droppable: true },
  ];
  const rows = services.map(({ programme, person, status, deliveredOn, body }): readonly Cell[] => [
    memberOf(person?.personId, page),
    programme.nameTh,
    programme.nameEn,
    shortNames(body)[0],
    { text: both(serviceStatuses, status), tone: status === 'REFUSED' ? 'warning' : 'good' },
    dateOrDash(deliveredOn),
  ]);
  return section(
    `บริการ / Services — ${String(rows.length)}`,
    rows.length === 0 ? [] : renderTable({ columns, rows }, page),
    page,
  );
}

function hasAnswered(status: string): boolean {
  return status === 'ANSWERED' || status === 'NO_RECORD';
}

function toneOf(status: string): Tone {
  if (status === 'ANSWERED') return 'good';
  return status === 'NO_RECORD' ? 'faint' : 'bad';
}

function birthCells(birthDate: string | null, precision: string): readonly [Cell, Cell] {
  if (birthDate === null) return ['—', '—'];
  return [thaiDate(birthDate, precision), gregorianDate(birthDate, precision)];
}

/** An age from an imprecise date of birth is said to be about. */
function ageText({ birthDate, birthDatePrecision }: CaseFileHousehold['members'][number], asOf: string | null): string {
  const age = birthDate === null || asOf === null ? null : ageOn(birthDate, asOf);
  if (age === null) return '—';
  return birthDatePrecision === null || birthDatePrecision === 'DAY' ? String(age) : `~${String(age)}`;
}
