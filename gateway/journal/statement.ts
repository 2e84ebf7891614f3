import { bodyOf, isBodyName, type Body } from '../../schema/contract/bodies.ts';
import { mayEnterArea } from '../../schema/contract/identity.ts';
import { isAreaCode } from '../../schema/contract/scalars.ts';
import { chainHash, keyText, type StoredRecord } from './chain.ts';
import { familyKinds } from './data-kinds.ts';
import { parseRecord, type JournalRecord } from './record.ts';
import { describeAccess } from './statement-text.ts';
import type { KeyCondition, SearchableReader } from './store.ts';

/** What a family may be shown of who looked: contract.graphql's AccessStatement, and where the next page begins. */
export interface AccessStatement {
  readonly houseCode: string;
  /** Where the house is, as its newest entry says; null where no entry does. */
  readonly areaCode: string | null;
  /** The newest first. */
  readonly entries: readonly AccessEntry[];
  /** True when the chain that these entries are part of was found whole. */
  readonly verified: boolean;
  /** `before` of the next page; null on the last one. */
  readonly next: number | null;
}

export interface AccessEntry {
  readonly at: string;
  readonly role: string;
  /** Of a body's own officer; null for the staff of no body. */
  readonly body: Body | null;
  readonly purpose: string;
  readonly dataKinds: readonly string[];
  readonly textTh: string;
  readonly textEn: string;
}

export interface StatementRequest {
  readonly houseCode: string;
  /** Of the reader, as in its token: only what was recorded of the house while it was there. Left out: everything. */
  readonly areas?: readonly string[];
  /** 1 to 200. */
  readonly limit?: number;
  readonly before?: number;
}

interface Found {
  readonly sequence: number;
  readonly isWhole: boolean;
  readonly areaCode: string | null;
  readonly entry: AccessEntry | undefined;
}

const maxEntries = 200;

/** Reads from the newest segment to the oldest. `verified` of the result says only that these records have their hashes. */
export async function readStatement(
  readers: readonly SearchableReader[],
  { houseCode, areas, limit = 50, before = Number.MAX_SAFE_INTEGER }: StatementRequest,
): Promise<AccessStatement> {
  const wanted = Math.min(maxEntries, Math.max(1, Math.trunc(limit)));
  // One more than is wanted tells whether there is a next page.
  const found = await readPage(readers, { houseCode, areas, before }, wanted + 1);
  const page = found.slice(0, wanted);
  return {
    houseCode,
    areaCode: page.find(({ areaCode }) => areaCode !== null)?.areaCode ?? null,
    entries: page.map(({ entry }) => entry).filter((entry) => entry !== undefined),
    verified: page.every(({ isWhole, entry }) => isWhole && entry !== undefined),
    next: found.length > wanted ? (page.at(-1)?.sequence ?? null) : null,
  };
}

interface PageStart {
  readonly houseCode: string;
  readonly areas: readonly string[] | undefined;
  readonly before: number;
}

async function readPage(
  readers: readonly SearchableReader[],
  { houseCode, areas, before }: PageStart,
  wanted: number,
): Promise<readonly Found[]> {
  const keys: KeyCondition[] = [{ kinds: ['SHOWN'], keys: [keyText(houseCode)] }];
  const within = areas === undefined || areas.includes('*') ? undefined : areas.filter((area) => isAreaCode(area));
  if (within !== undefined) keys.push({ within });
  if (within?.length === 0) return [];
  const found: Found[] = [];
  let rest = before;
  for (const reader of readers) {
    while (found.length < wanted) {
      const limit = wanted - found.length;
      // oxlint-disable-next-line no-await-in-loop -- an older segment is asked only for what the newer ones leave open
      const records = await reader.find({ keys, fromMs: undefined, toMs: undefined, before: rest, limit });
      found.push(...records.map((stored) => toFound(stored, houseCode)).filter(isWithin(within)));
      rest = records.at(-1)?.sequence ?? rest;
      if (records.length < limit) break;
    }
  }
  return found;
}

/** The lookup says that some household of the record lies there; whether this one does, only the record says. */
function isWithin(areas: readonly string[] | undefined): (found: Found) => boolean {
  if (areas === undefined) return () => true;
  return ({ areaCode }) => areaCode !== null && mayEnterArea({ areas }, areaCode);
}

function toFound({ sequence, previousHash, hash, text }: StoredRecord, houseCode: string): Found {
  const record = parseRecord(Buffer.from(text).toString('utf8'));
  const household = record?.households.find((each) => each.houseCode === houseCode);
  return {
    sequence,
    isWhole: chainHash(previousHash, text) === hash,
    areaCode: household?.areaCode ?? null,
    entry: record && toEntry(record),
  };
}

/** The statement as lines for a terminal or a sheet of paper. */
export function renderStatement(
  { houseCode, entries, verified }: Pick<AccessStatement, 'houseCode' | 'entries' | 'verified'>,
  language: 'th' | 'en',
): string[] {
  const isThai = language === 'th';
  const title = isThai ? `ใครเคยดูข้อมูลของบ้านรหัส ${houseCode}` : `Who looked at the data of house ${houseCode}`;
  const none = isThai ? 'ยังไม่มีใครดูข้อมูลของบ้านนี้' : 'Nobody has looked at the data of this household.';
  const texts = entries.map(({ textTh, textEn }, at) => `${at + 1}. ${isThai ? textTh : textEn}`);
  return [title, '', ...(texts.length === 0 ? [none] : texts), '', verifiedText(verified, isThai)];
}

function verifiedText(verified: boolean, isThai: boolean): string {
  if (verified) {
    return isThai
      ? 'ตรวจสอบแล้ว: บันทึกนี้ครบถ้วนและไม่ถูกแก้ไข'
      : 'Verified: this record is complete and has not been altered.';
  }
  return isThai
    ? 'ยังไม่ได้ยืนยัน: ระบบยังตรวจสอบความครบถ้วนของบันทึกนี้ไม่สำเร็จ โปรดสอบถามเจ้าหน้าที่'
    : 'Not verified: it could not yet be confirmed that this record is complete. Please ask an officer.';
}

function toEntry(record: JournalRecord): AccessEntry {
  const { at, principal, purpose } = record;
  const body = principal?.body ?? null;
  const { th, en } = describeAccess(record);
  return {
    at,
    role: principal?.role ?? 'unknown',
    body: body !== null && isBodyName(body) ? bodyOf(body) : null,
    purpose: purpose ?? 'UNKNOWN',
    dataKinds: familyKinds(record.reads.flatMap((read) => read.dataKinds)),
    textTh: th,
    textEn: en,
  };
}
