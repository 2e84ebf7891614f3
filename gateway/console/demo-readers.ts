/** Somebody that the demo's console may be, in the words of a token request. */
export interface DemoReader {
  readonly labelTh: string;
  readonly labelEn: string;
  readonly token: Readonly<Record<string, unknown>>;
}

/** Of Chiang Mai, where the synthetic people live. The first one is signed in when the page opens. */
export const demoReaders: readonly DemoReader[] = Object.freeze([
  {
    labelTh: 'นักสังคมสงเคราะห์ เชียงใหม่ ทุกหมวดข้อมูล',
    labelEn: 'caseworker, Chiang Mai, every category',
    token: { role: 'caseworker', areas: ['50'], scopes: ['sensitive:*'] },
  },
  {
    labelTh: 'นักสังคมสงเคราะห์ เชียงใหม่ ไม่มีหมวดอ่อนไหว',
    labelEn: 'caseworker, Chiang Mai, nothing sensitive',
    token: { role: 'caseworker', areas: ['50'] },
  },
  {
    labelTh: 'ผู้กำกับดูแล เชียงใหม่',
    labelEn: 'supervisor, Chiang Mai',
    token: { role: 'supervisor', areas: ['50'], scopes: ['sensitive:*'] },
  },
  {
    labelTh: 'เจ้าหน้าที่กระทรวงสาธารณสุข',
    labelEn: 'officer of public health',
    token: { role: 'body-officer', areas: ['50'], body: 'health', scopes: ['sensitive:health'] },
  },
  {
    labelTh: 'ผู้จัดทำรายงาน เชียงใหม่',
    labelEn: 'report builder, Chiang Mai',
    token: { role: 'report-builder', areas: ['50'] },
  },
  {
    labelTh: 'นักพัฒนาของหน่วยงาน',
    labelEn: 'body developer, no citizens',
    token: { role: 'body-developer', body: 'health' },
  },
  { labelTh: 'ผู้ตรวจสอบ', labelEn: 'auditor, the journal alone', token: { role: 'auditor', areas: ['50'] } },
]);
