import { expect, it } from 'vitest';
import { purposes, roles } from '../../schema/contract/identity.ts';
import { dataKinds, familyKinds } from './data-kinds.ts';
import { journalAt, newFolder } from './harness.ts';
import type { Journal } from './journal.ts';
import type { JournalRecord } from './record.ts';
import { aHouse, aRecord, noon, type RecordParts } from './sample-records.ts';
import { createSqliteStore } from './sqlite-store.ts';
import { englishDateTime, thaiDateTime } from './statement-text.ts';
import { renderStatement, type AccessEntry } from './statement.ts';
import path from 'node:path';

const house = '99990000011';

it('tells a family in plain Thai and English who looked, when, at what and why', async () => {
  const [entry] = await entriesOf(aRecord());
  expect(entry).toEqual({
    at: '2022-08-10T07:05:00.000Z',
    role: 'caseworker',
    body: null,
    purpose: 'HOME_VISIT',
    dataKinds: ['ADDRESS', 'MEMBERS', 'ENTITLEMENTS'],
    textTh:
      'วันที่ 10 สิงหาคม พ.ศ. 2565 เวลา 14.05 น. เจ้าหน้าที่ผู้ดูแลครอบครัวในพื้นที่ดูข้อมูลของบ้านนี้ ได้แก่ ที่อยู่ / ในบ้านมีใครอยู่บ้าง / สิทธิและเงินช่วยเหลือที่ได้รับ เพื่อเตรียมไปเยี่ยมบ้าน',
    textEn:
      'On 10 August 2022 (B.E. 2565) at 14:05 the caseworker of the area looked at data of this household: the address; who lives in the house; entitlements and payments. This was to prepare a visit at home.',
  });
});

it('names the body of an officer, and never the officer', async () => {
  const principal = { subject: 'somsri.j', role: 'body-officer', areas: ['50'], body: 'social-welfare' } as const;
  const [entry] = await entriesOf(
    aRecord({ principal, caseNumber: 'C-77', operation: { hash: 'beef', name: 'Peek' } }),
  );
  expect(entry?.body?.code).toBe('SOCIAL_WELFARE');
  expect(entry?.textTh).toContain('เจ้าหน้าที่ของกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์');
  expect(JSON.stringify(entry)).not.toMatch(/somsri|C-77|beef|Peek/u);
});

it('tells an opening from outside the area as such, without the words of the reason', async () => {
  const [entry] = await entriesOf(aRecord({ breakGlass: 'Somchai hit his wife last night' }));
  expect(entry?.textTh).toContain('กรณีจำเป็นเร่งด่วน');
  expect(entry?.textEn).toContain('urgent opening');
  expect(JSON.stringify(entry)).not.toContain('Somchai');
});

it('does not betray that a child is being protected, nor hide that something was read', () => {
  expect(familyKinds(['CHILD_PROTECTION'])).toEqual(['FACTS']);
  expect(familyKinds(['SECURITY', 'HEALTH', 'FACTS'])).toEqual(['FACTS', 'HEALTH']);
  expect(familyKinds(['SOMETHING_NEW'])).toEqual(['FACTS']);
});

it('leaves out refusals, households that were not shown and other households', async () => {
  const entries = await entriesOf(
    aRecord({ decision: 'REFUSED', refusal: 'POLICY_DENIED' }),
    aRecord({ households: [{ houseCode: house, areaCode: '500406', shown: false }], persons: [] }),
    aRecord({ households: [aHouse(12)], persons: [] }),
    aRecord({ purpose: 'REPORT', households: [aHouse(12), { houseCode: house, areaCode: '500406', shown: true }] }),
  );
  expect(entries.map(({ purpose }) => purpose)).toEqual(['REPORT']);
  expect(JSON.stringify(entries)).not.toContain(aHouse(12).houseCode);
});

it('counts a person who was reached in another way as a look at the house', async () => {
  expect(await entriesOf(aRecord({ households: [], persons: [`${house}-M3`] }))).toHaveLength(1);
});

it('comes in pages, the newest first', async () => {
  const journal = await newJournal();
  for (let at = 0; at < 5; at += 1) await journal.append(aRecord({ atMs: noon + at * 60_000 }));
  const first = await journal.statement({ houseCode: house, limit: 2 });
  const second = await journal.statement({ houseCode: house, limit: 2, before: first.next ?? 0 });
  const third = await journal.statement({ houseCode: house, limit: 2, before: second.next ?? 0 });
  const minutes = [first, second, third].map(({ entries }) => entries.map(({ at }) => Number(at.slice(14, 16)) - 5));
  expect(minutes).toEqual([[4, 3], [2, 1], [0]]);
  expect([first.next, second.next, third.next]).toEqual([4, 2, null]);
  expect([first, second, third].every(({ verified }) => verified)).toBe(true);
});

it('has words for every role, purpose and kind of data', async () => {
  for (const role of roles) {
    for (const purpose of purposes) {
      const principal = { subject: 'x', role, areas: [], body: null };
      const [entry] = await entriesOf(
        aRecord({ principal, purpose, reads: [{ body: 'x', dataKinds: Object.keys(dataKinds) }] }),
      );
      expect(`${entry?.textTh}${entry?.textEn}`).not.toMatch(/undefined|[A-Z]{4,}|ไม่ได้ระบุเหตุผล/u);
    }
  }
});

it.each<[string, RecordParts]>([
  ['a role of a later version', { principal: { subject: 'x', role: 'ombudsman' as 'auditor', areas: [], body: null } }],
  ['a purpose of a later version', { purpose: 'AUTOPSY' as 'AUDIT' }],
  ['nobody', { principal: null, purpose: null }],
])('has words for %s', async (_what, parts) => {
  const [entry] = await entriesOf(aRecord(parts));
  expect(entry?.textTh).toContain('เจ้าหน้าที่');
  expect(`${entry?.textTh}${entry?.textEn}`).not.toContain('undefined');
});

it('gives dates as Thailand counts them, whatever the hour in Greenwich', () => {
  expect(thaiDateTime('2022-12-31T17:00:00.000Z')).toBe('วันที่ 1 มกราคม พ.ศ. 2566 เวลา 00.00 น.');
  expect(englishDateTime('2022-12-31T16:59:00.000Z')).toBe('31 December 2022 (B.E. 2565) at 23:59');
});

it('prints a statement in either language, with what the verification found', async () => {
  const journal = await newJournal();
  const empty = await journal.statement({ houseCode: house });
  expect(renderStatement(empty, 'th')).toEqual([
    'ใครเคยดูข้อมูลของบ้านรหัส 99990000011',
    '',
    'ยังไม่มีใครดูข้อมูลของบ้านนี้',
    '',
    'ตรวจสอบแล้ว: บันทึกนี้ครบถ้วนและไม่ถูกแก้ไข',
  ]);
  await journal.append(aRecord());
  const lines = renderStatement({ ...(await journal.statement({ houseCode: house })), verified: false }, 'en');
  expect(lines[2]).toMatch(/^1\. On 10 August 2022/u);
  expect(lines.at(-1)).toMatch(/^Not verified/u);
});

async function entriesOf(...records: JournalRecord[]): Promise<readonly AccessEntry[]> {
  const journal = await newJournal();
  for (const record of records) await journal.append(record);
  return (await journal.statement({ houseCode: house })).entries;
}

async function newJournal(): Promise<Journal> {
  const dataDir = await newFolder();
  return journalAt({ dataDir, newStore: () => createSqliteStore({ file: path.join(dataDir, 'journal.sqlite') }) });
}
