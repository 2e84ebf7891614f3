import type { CaseFileBody, CaseFileMoney, FactValue } from './case-file-text-input.ts';

type Labels = Readonly<Record<string, string>>;

export const answerStatuses: Labels = {
  ANSWERED: 'ตอบแล้ว',
  NO_RECORD: 'ไม่มีข้อมูล',
  NOT_AUTHORIZED: 'ไม่มีสิทธิดู',
  TIMED_OUT: 'ไม่ตอบในเวลา',
  UNAVAILABLE: 'ไม่ตอบ',
  INVALID: 'คำตอบใช้ไม่ได้',
  STALE: 'คำตอบเก่า',
  NOT_ASKED: 'ไม่ได้ถาม',
  NOT_STATED: 'ไม่ได้ระบุ',
};

export const enrolmentStatuses: Labels = {
  ACTIVE: 'ได้รับอยู่',
  SUSPENDED: 'ระงับชั่วคราว',
  AWAITING_RENEWAL: 'รอต่ออายุ',
  APPLIED: 'ยื่นคำขอแล้ว',
  EXITED: 'พ้นโครงการ',
  DECEASED: 'เสียชีวิต',
};

export const serviceStatuses: Labels = { PLANNED: 'วางแผนไว้', DELIVERED: 'ให้แล้ว', REFUSED: 'ปฏิเสธ' };

export const sexes: Labels = { FEMALE: 'หญิง', MALE: 'ชาย', OTHER: 'อื่น ๆ', UNKNOWN: 'ไม่ทราบ' };

export const accessModes: Labels = {
  ENROLMENT: 'ยื่นลงทะเบียน',
  CLAIM: 'ยื่นคำขอเมื่อเกิดเหตุ',
  AUTOMATIC: 'ได้โดยอัตโนมัติ',
  CARE_RECORD: 'ตามบันทึกการดูแล',
  POINT_OF_USE: 'ณ จุดใช้บริการ',
  REFERRAL: 'ส่งต่อ',
};

export const dimensions: Labels = {
  HEALTH: 'สุขภาพ',
  LIVING: 'ความเป็นอยู่',
  EDUCATION: 'การศึกษา',
  INCOME: 'รายได้',
  ACCESS: 'การเข้าถึงบริการรัฐ',
};

const failures: Labels = { TRUE: 'ตกเกณฑ์', FALSE: 'ผ่าน', UNKNOWN: 'ไม่ทราบ' };

const failuresEn: Labels = { TRUE: 'fails', FALSE: 'passes', UNKNOWN: 'unknown' };

const periods: Labels = {
  DAY: 'ต่อวัน / day',
  MONTH: 'ต่อเดือน / month',
  QUARTER: 'ต่อไตรมาส / quarter',
  YEAR: 'ต่อปี / year',
  ONE_OFF: 'ครั้งเดียว / once',
  PER_EVENT: 'ต่อครั้ง / time',
};

const baht = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 2,
  trailingZeroDisplay: 'stripIfInteger',
  minimumFractionDigits: 2,
});

/** `ACTIVE` -> `ได้รับอยู่ ACTIVE`. */
export function both(labels: Labels, code: string): string {
  const label = labels[code];
  return label === undefined ? code : `${label} ${code}`;
}

export function failureText(failed: string): string {
  return `${failures[failed] ?? failed} ${failuresEn[failed] ?? ''}`.trim();
}

export function bahtText(sum: number): string {
  return `฿${baht.format(sum)}`;
}

/** `฿1,000 ต่อเดือน / month`. */
export function moneyText(money: CaseFileMoney): string {
  if (money === null) return '—';
  const period = periods[money.period] ?? money.period;
  if (money.thb !== null) return `${bahtText(money.thb)} ${period}`;
  if (money.maxThb !== null) return `≤ ${bahtText(money.maxThb)} ${period}`;
  return 'ไม่ใช่เงินตายตัว / no fixed sum';
}

export function valueText(value: FactValue): string {
  if (value === null) return 'ไม่มีค่า / no value';
  if (typeof value === 'boolean') return value ? 'จริง / true' : 'เท็จ / false';
  if (Array.isArray(value)) return value.length === 0 ? 'ไม่มี / none' : value.join(', ');
  return String(value);
}

/** Names without "ministry": the full ones stand in the table of answers. */
export function shortNames({ nameTh, nameEn }: CaseFileBody): readonly [string, string] {
  return [nameTh.replace(/^กระทรวง/u, ''), nameEn.replace(/^Ministry of /u, '')];
}
