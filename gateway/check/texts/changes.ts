import type { FindingText } from '../finding-text.ts';

/** A change that takes something from readers; how grave it is depends on who uses it. */
export interface ChangeText {
  readonly what: string;
  readonly whatTh: string;
  readonly mend: string;
  readonly mendTh: string;
}

const keepIt = {
  mend: 'Keep it, mark it @deprecated with what to use in its place, and remove it when nobody asks for it any more.',
  mendTh: 'คงไว้ก่อน ใส่ @deprecated พร้อมบอกสิ่งที่ใช้แทน แล้วลบเมื่อไม่มีผู้ใช้',
};

const addBeside = {
  mend: 'Add a field or argument of another name beside it, and move the readers over.',
  mendTh: 'เพิ่มฟิลด์หรืออาร์กิวเมนต์ชื่อใหม่ไว้ข้างกัน แล้วให้ผู้อ่านย้ายไปใช้',
};

export const changeTexts = {
  TYPE_REMOVED: {
    what: 'The type {coordinate} is removed.',
    whatTh: 'ชนิด {coordinate} ถูกลบ',
    ...keepIt,
  },
  FIELD_REMOVED: {
    what: '{coordinate} is removed.',
    whatTh: '{coordinate} ถูกลบ',
    ...keepIt,
  },
  ARGUMENT_REMOVED: {
    what: 'The argument {coordinate} is removed.',
    whatTh: 'อาร์กิวเมนต์ {coordinate} ถูกลบ',
    ...keepIt,
  },
  ENUM_VALUE_REMOVED: {
    what: 'The value {coordinate} is removed.',
    whatTh: 'ค่า {coordinate} ถูกลบ',
    ...keepIt,
  },
  UNION_MEMBER_REMOVED: {
    what: '{change}',
    whatTh: '{coordinate} มีสมาชิกถูกลบ',
    ...keepIt,
  },
  INTERFACE_DROPPED: {
    what: '{change}',
    whatTh: '{coordinate} เลิก implement อินเทอร์เฟซ',
    mend: 'Keep the interface: readers ask for the type through it.',
    mendTh: 'คงอินเทอร์เฟซไว้ เพราะผู้อ่านขอข้อมูลผ่านอินเทอร์เฟซนี้',
  },
  TYPE_KIND_CHANGED: {
    what: '{change}',
    whatTh: '{coordinate} เปลี่ยนเป็นชนิดอีกแบบ',
    ...addBeside,
  },
  FIELD_TYPE_CHANGED: {
    what: '{change}',
    whatTh: '{coordinate} เปลี่ยนชนิด',
    ...addBeside,
  },
  FIELD_NULLABILITY_CHANGED: {
    what: '{change} Readers that count on a value would be given null.',
    whatTh: '{coordinate} เปลี่ยนเป็น null ได้ ผู้อ่านที่คาดว่ามีค่าเสมอจะได้ null',
    ...addBeside,
  },
  ARGUMENT_TYPE_CHANGED: {
    what: '{change}',
    whatTh: 'อาร์กิวเมนต์ {coordinate} เปลี่ยนชนิด',
    ...addBeside,
  },
  ARGUMENT_REQUIRED: {
    what: 'The argument {coordinate} is new and must be given.',
    whatTh: 'อาร์กิวเมนต์ {coordinate} เป็นของใหม่ที่ต้องส่งเสมอ',
    mend: 'Let it be left out, or give it a default.',
    mendTh: 'ให้ละได้ หรือกำหนดค่าเริ่มต้น',
  },
  INPUT_FIELD_REQUIRED: {
    what: 'The input field {coordinate} is new and must be given.',
    whatTh: 'ฟิลด์ข้อมูลเข้า {coordinate} เป็นของใหม่ที่ต้องส่งเสมอ',
    mend: 'Let it be left out, or give it a default.',
    mendTh: 'ให้ละได้ หรือกำหนดค่าเริ่มต้น',
  },
} as const satisfies Record<string, ChangeText>;

export type ChangeKind = keyof typeof changeTexts;

/** Who would be hurt by a change, from the gateways' own record of what readers ran. */
export const standings = {
  IN_USE: {
    level: 'ERROR',
    why: 'In the last {days} days {operations} operations of {clients} ran it {count} times, last on {lastDay}.',
    whyTh: 'ใน {days} วันที่ผ่านมา มี {operations} คำขอจาก {clients} ใช้ {count} ครั้ง ล่าสุดเมื่อ {lastDay}',
  },
  UNPROVEN: {
    level: 'ERROR',
    why: 'The gateways’ record covers {covered} of the {days} days in which somebody may have used it.',
    whyTh: 'บันทึกการใช้ของเกตเวย์มีเพียง {covered} จาก {days} วัน จึงยังบอกไม่ได้ว่าไม่มีผู้ใช้',
  },
  UNUSED: {
    level: 'WARNING',
    why: 'No operation of the last {days} days used it.',
    whyTh: 'ไม่มีคำขอใดใช้ใน {days} วันที่ผ่านมา',
  },
} as const satisfies Record<string, Pick<FindingText, 'level' | 'why' | 'whyTh'>>;

export type Standing = keyof typeof standings;

/** Changes that break nobody's operation and may still surprise. */
export const surpriseTexts = {
  ENUM_VALUE_ADDED: {
    level: 'WARNING',
    why: '{coordinate} is new: a reader that knows the other values only may not know what to do with it.',
    whyTh: '{coordinate} เป็นค่าใหม่ ผู้อ่านที่รู้จักเฉพาะค่าเดิมอาจไม่รองรับ',
    mend: 'Tell the readers of the field before you publish.',
    mendTh: 'แจ้งผู้อ่านฟิลด์นี้ก่อนเผยแพร่',
  },
  UNION_MEMBER_ADDED: {
    level: 'WARNING',
    why: '{change} A reader that asks for the other types only sees empty objects.',
    whyTh: '{coordinate} มีสมาชิกใหม่ ผู้อ่านที่ขอเฉพาะชนิดเดิมจะได้วัตถุว่าง',
    mend: 'Tell the readers of the field before you publish.',
    mendTh: 'แจ้งผู้อ่านฟิลด์นี้ก่อนเผยแพร่',
  },
  DEFAULT_CHANGED: {
    level: 'WARNING',
    why: '{change} Whoever leaves it out is given another answer.',
    whyTh: 'ค่าเริ่มต้นของ {coordinate} เปลี่ยน ผู้ที่ไม่ระบุจะได้คำตอบต่างจากเดิม',
    mend: 'Keep the default, or tell the readers.',
    mendTh: 'คงค่าเริ่มต้นเดิม หรือแจ้งผู้อ่าน',
  },
  OPTIONAL_INPUT_ADDED: {
    level: 'NOTE',
    why: '{coordinate} is new and may be left out.',
    whyTh: '{coordinate} เป็นของใหม่ที่ละได้',
    mend: 'Nothing; leaving it out must mean what it meant before.',
    mendTh: 'ไม่ต้องแก้ แต่การละไว้ต้องให้ผลเหมือนเดิม',
  },
  INTERFACE_ADDED: {
    level: 'NOTE',
    why: '{change} Operations that ask for the interface now see it too.',
    whyTh: '{coordinate} implement อินเทอร์เฟซเพิ่ม คำขอที่ขออินเทอร์เฟซนั้นจะเห็นด้วย',
    mend: 'Nothing, when that is what you want.',
    mendTh: 'ไม่ต้องแก้หากตั้งใจ',
  },
} as const satisfies Record<string, FindingText>;
