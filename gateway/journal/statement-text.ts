import { bodyOf, isBodyName } from '../../schema/contract/bodies.ts';
import type { Purpose, Role } from '../../schema/contract/identity.ts';
import { dataKinds, familyKinds } from './data-kinds.ts';
import type { JournalRecord } from './record.ts';

type Texts = Readonly<{ th: string; en: string }>;

/** What a family reads of one access: when, who by role and body, what, why. No officer's name and no free text. */
export function describeAccess(record: JournalRecord): Texts {
  const kinds = familyKinds(record.reads.flatMap((read) => read.dataKinds));
  const purpose = purposeTexts.get(record.purpose ?? '') ?? noPurpose;
  const urgent = record.breakGlass !== null;
  const when = { th: thaiDateTime(record.at), en: englishDateTime(record.at) };
  const who = readerOf(record);
  const what = {
    th: kinds.length === 0 ? 'ข้อมูลของบ้านนี้' : `ข้อมูลของบ้านนี้ ได้แก่ ${kinds.map((kind) => dataKinds[kind].th).join(' / ')}`,
    en:
      kinds.length === 0
        ? 'data of this household'
        : `data of this household: ${kinds.map((kind) => dataKinds[kind].en).join('; ')}`,
  };
  return {
    th: `${when.th} ${who.th}ดู${what.th} ${purpose.th}${urgent ? ` ${urgentText.th}` : ''}`,
    en: `On ${when.en} ${who.en} looked at ${what.en}. ${purpose.en}${urgent ? ` ${urgentText.en}` : ''}`,
  };
}

/** `2022-08-10T07:05:00.000Z` gives `วันที่ 10 สิงหาคม พ.ศ. 2565 เวลา 14.05 น.` */
export function thaiDateTime(at: string): string {
  const { year, month, day, hour, minute } = inThailand(at);
  return `วันที่ ${day} ${months[month]?.[0] ?? ''} พ.ศ. ${year + eraOffset} เวลา ${hour}.${minute} น.`;
}

/** The same moment as `10 August 2022 (B.E. 2565) at 14:05`. */
export function englishDateTime(at: string): string {
  const { year, month, day, hour, minute } = inThailand(at);
  return `${day} ${months[month]?.[1] ?? ''} ${year} (B.E. ${year + eraOffset}) at ${hour}:${minute}`;
}

function readerOf({ principal }: JournalRecord): Texts {
  const role = roleTexts.get(principal?.role ?? '') ?? anyOfficer;
  if (principal === null || principal.body === null || !isBodyName(principal.body)) return role;
  const { nameTh, nameEn } = bodyOf(principal.body);
  return { th: `${role.th}ของ${nameTh}`, en: `${role.en} of the ${nameEn}` };
}

const anyOfficer: Texts = { th: 'เจ้าหน้าที่', en: 'an officer' };

// Records of a later version may name a role or purpose that is not here.
const roleTexts: ReadonlyMap<string, Texts> = textsOf<Role>({
  caseworker: { th: 'เจ้าหน้าที่ผู้ดูแลครอบครัวในพื้นที่', en: 'the caseworker of the area' },
  supervisor: { th: 'หัวหน้าเจ้าหน้าที่ในพื้นที่', en: 'a supervisor of the area' },
  'body-officer': { th: 'เจ้าหน้าที่', en: 'an officer' },
  'report-builder': { th: 'เจ้าหน้าที่จัดทำรายงาน', en: 'an officer who prepares reports' },
  'body-developer': { th: 'เจ้าหน้าที่พัฒนาระบบ', en: 'a developer of the system' },
  auditor: { th: 'ผู้ตรวจสอบการใช้ข้อมูล', en: 'an auditor of data use' },
});

const purposeTexts: ReadonlyMap<string, Texts> = textsOf<Purpose>({
  CASE_REVIEW: { th: 'เพื่อทบทวนความช่วยเหลือของครอบครัว', en: 'This was to review the help for the family.' },
  HOME_VISIT: { th: 'เพื่อเตรียมไปเยี่ยมบ้าน', en: 'This was to prepare a visit at home.' },
  RIGHTS_CHECK: {
    th: 'เพื่อตรวจว่าครอบครัวได้รับสิทธิครบหรือไม่',
    en: 'This was to check whether the family has all its rights.',
  },
  REFERRAL: { th: 'เพื่อส่งต่อเรื่องให้หน่วยงานที่ช่วยได้', en: 'This was to hand the case to a body that can help.' },
  REPORT: { th: 'เพื่อจัดทำรายงานของพื้นที่', en: 'This was to prepare a report on the area.' },
  AUDIT: { th: 'เพื่อตรวจสอบการใช้ข้อมูล', en: 'This was to audit how data is used.' },
});

const noPurpose: Texts = { th: 'โดยไม่ได้ระบุเหตุผล', en: 'No purpose was given.' };

const urgentText: Texts = {
  th: '(เป็นการเปิดดูกรณีจำเป็นเร่งด่วนโดยหัวหน้าเจ้าหน้าที่จากนอกพื้นที่ มีการบันทึกเหตุผลไว้ให้ตรวจสอบ)',
  en: '(This was an urgent opening by a supervisor from outside the area; the reason is on record for review.)',
};

const months: readonly (readonly [th: string, en: string])[] = [
  ['มกราคม', 'January'],
  ['กุมภาพันธ์', 'February'],
  ['มีนาคม', 'March'],
  ['เมษายน', 'April'],
  ['พฤษภาคม', 'May'],
  ['มิถุนายน', 'June'],
  ['กรกฎาคม', 'July'],
  ['สิงหาคม', 'August'],
  ['กันยายน', 'September'],
  ['ตุลาคม', 'October'],
  ['พฤศจิกายน', 'November'],
  ['ธันวาคม', 'December'],
];

function textsOf<Key extends string>(texts: Readonly<Record<Key, Texts>>): ReadonlyMap<string, Texts> {
  return new Map(Object.entries<Texts>(texts));
}

const eraOffset = 543;
/** Thailand keeps UTC+7 all year. */
const thailandMs = 7 * 3_600_000;

function inThailand(at: string): { year: number; month: number; day: number; hour: string; minute: string } {
  const local = new Date(Date.parse(at) + thailandMs);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth(),
    day: local.getUTCDate(),
    hour: String(local.getUTCHours()).padStart(2, '0'),
    minute: String(local.getUTCMinutes()).padStart(2, '0'),
  };
}
