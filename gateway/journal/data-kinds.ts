/**
 * Groups of data that a record names and a family can understand. `forFamily` is the group that a family's statement
 * names instead: whoever reads it aloud at the kitchen table may be the one a child is protected from.
 */
export const dataKinds = {
  ADDRESS: { th: 'ที่อยู่', en: 'the address' },
  MEMBERS: { th: 'ในบ้านมีใครอยู่บ้าง', en: 'who lives in the house' },
  NAME: { th: 'ชื่อและนามสกุล', en: 'names' },
  BIRTH_DATE: { th: 'วันเกิด', en: 'dates of birth' },
  BIRTH_YEAR: { th: 'ปีเกิด', en: 'years of birth' },
  CITIZEN_ID: { th: 'เลขประจำตัวประชาชน', en: 'citizen numbers' },
  CITIZEN_ID_MASKED: { th: 'เลขประจำตัวประชาชนเฉพาะสามตัวท้าย', en: 'the last three digits of citizen numbers' },
  FACTS: { th: 'ข้อมูลทั่วไปที่หน่วยงานมีอยู่', en: 'general information held by the bodies' },
  HEALTH: { th: 'สุขภาพ', en: 'health' },
  DISABILITY: { th: 'ความพิการ', en: 'disability' },
  HARDSHIP: { th: 'ความเดือดร้อนของครัวเรือน', en: 'hardship' },
  SECURITY: {
    th: 'การเยียวยาจากเหตุความไม่สงบ',
    en: 'remedies after unrest',
    forFamily: 'FACTS',
  },
  CHILD_PROTECTION: { th: 'การคุ้มครองเด็ก', en: 'child protection', forFamily: 'FACTS' },
  ENTITLEMENTS: { th: 'สิทธิและเงินช่วยเหลือที่ได้รับ', en: 'entitlements and payments' },
  SERVICES: { th: 'บริการที่ได้รับ', en: 'services received' },
  SCREENING: { th: 'ผลตรวจสอบว่าน่าจะมีสิทธิใดบ้าง', en: 'which rights the household may have' },
  GAPS: { th: 'สิทธิที่ควรได้แต่ยังไม่ได้รับ', en: 'rights that are due and not yet received' },
  OVERLAPS: { th: 'สิทธิที่ต้องตรวจทานว่าซ้ำกันหรือไม่', en: 'entitlements to review for overlap' },
  POVERTY: { th: 'ระดับความเปราะบางของครัวเรือน', en: 'how vulnerable the household is' },
  ACCESS_STATEMENT: { th: 'รายการว่าใครเคยดูข้อมูลของบ้านนี้', en: 'the list of who looked at this household' },
} as const satisfies Record<string, DataKindTexts>;

export type DataKind = keyof typeof dataKinds;

interface DataKindTexts {
  readonly th: string;
  readonly en: string;
  readonly forFamily?: string;
}

/** What a family is told of one read: known groups, each once, in the order of the table above. */
export function familyKinds(kinds: Iterable<string>): DataKind[] {
  // A group that this version does not know is still a reading of data, and must not vanish from the statement.
  const told = new Set([...kinds].map((kind) => (isDataKind(kind) ? forFamily(kind) : 'FACTS')));
  return order.filter((kind) => told.has(kind));
}

function forFamily(kind: DataKind): DataKind {
  const texts: DataKindTexts = dataKinds[kind];
  return texts.forFamily !== undefined && isDataKind(texts.forFamily) ? texts.forFamily : kind;
}

export function isDataKind(kind: string): kind is DataKind {
  return Object.hasOwn(dataKinds, kind);
}

const order: readonly DataKind[] = Object.keys(dataKinds).filter(isDataKind);
