import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { start, type Head } from './chain.ts';
import { parseCheckpoint, readAnchor } from './anchor.ts';
import { readPublicKeyFiles, readPublicKeyFolder } from './key-files.ts';
import { isPostgres, segmentsOf, type OpenSegment } from './segments.ts';
import { isCheckpointSigned, type Checkpoint, type PublicKeys } from './signing.ts';
import { verifySegment, type Problem, type VerifyReport } from './verify.ts';

export interface JournalReport {
  readonly isIntact: boolean;
  readonly segments: readonly VerifyReport[];
  /** Of all segments together. */
  readonly records: number;
  readonly afterLastCheckpoint: number;
  /** Records before the first one that was looked at: they are in segments that were not given. */
  readonly before: number;
  /** The last record: kept elsewhere, it tells later whether the chain was cut off or written anew. Null: no record. */
  readonly head: (Head & { readonly at: string }) | null;
}

export interface VerifyJournalOptions {
  /**
   * The data folder (every sealed segment and the living one), one journal file, one exported file, or a
   * `postgres://` address.
   */
  readonly target: string;
  /** PEM files; without any, the `journal-public-key*.pem` of `keyFolder`. */
  readonly publicKeyFiles?: readonly string[];
  /** Where the gateway keeps its keys and its last checkpoint; left out, the folder of the target. */
  readonly keyFolder?: string;
  /** A file of checkpoints that were kept elsewhere, one as JSON on each line. */
  readonly anchorFile?: string;
  /** Heads that an earlier verification gave and somebody kept: the chain must still contain them. */
  readonly heads?: readonly Head[];
  /** The schema in PostgreSQL. */
  readonly schema?: string;
  /** Told once in a while how many records were looked at. */
  readonly onProgress?: (records: number) => void;
}

/**
 * Verifies a journal without the gateway. Throws JOURNAL_FILE_UNREADABLE when there is none at the target and
 * JOURNAL_KEY_INVALID when there is no key; whatever is wrong inside is in the report.
 */
export async function verifyJournal(options: VerifyJournalOptions): Promise<JournalReport> {
  const openers = await segmentsOf(options);
  const keys = await publicKeys(options);
  const anchors = [...(await anchorsOf(options, keys)), ...(options.heads ?? [])];
  const segments: VerifyReport[] = [];
  let records = 0;
  let previous: Head | undefined;
  const onProgress = (ofSegment: number): void => options.onProgress?.(records + ofSegment);
  for (const [at, opener] of openers.entries()) {
    const isFollowed = at < openers.length - 1;
    // oxlint-disable-next-line no-await-in-loop -- a segment has to follow the one before
    const report = await verifyOne(opener, { keys, previous, anchors, isFollowed, onProgress });
    previous = { sequence: report.lastSequence, hash: report.hash };
    records += report.records;
    segments.push(report);
  }
  return {
    isIntact: segments.length > 0 && segments.every(({ isIntact }) => isIntact),
    segments,
    records,
    afterLastCheckpoint: segments.at(-1)?.afterLastCheckpoint ?? 0,
    before: Math.max(0, (segments[0]?.firstSequence ?? 1) - 1 - start.sequence),
    head: headOf(segments),
  };
}

function headOf(segments: readonly VerifyReport[]): JournalReport['head'] {
  const last = segments.findLast(({ lastAt }) => lastAt !== null);
  return last === undefined || last.lastAt === null
    ? null
    : { sequence: last.lastSequence, hash: last.hash, at: last.lastAt };
}

/** One sentence for people, in English or Thai. */
export function describeProblem({ kind, from, to, detail }: Problem, language: 'th' | 'en'): string {
  const range = from === to ? String(from) : `${from}–${to}`;
  const text = problemTexts[kind][language].replace('{range}', range);
  return detail === undefined ? text : `${text} (${detail})`;
}

const problemTexts: Readonly<Record<Problem['kind'], { readonly th: string; readonly en: string }>> = {
  HEADER_INVALID: {
    en: 'The beginning of the segment is missing or not signed by a known key.',
    th: 'ไม่พบส่วนเริ่มต้นของบันทึก หรือลายเซ็นไม่ตรงกับกุญแจที่รู้จัก',
  },
  SEGMENT_GAP: {
    en: 'Segments do not follow each other at {range}: one is missing or was exchanged.',
    th: 'แฟ้มบันทึกไม่ต่อเนื่องกันที่ลำดับ {range} อาจหายไปหรือถูกสับเปลี่ยน',
  },
  RECORD_CHANGED: { en: 'Record {range} was changed.', th: 'รายการลำดับ {range} ถูกแก้ไข' },
  RECORDS_MISSING: { en: 'Records {range} are missing.', th: 'รายการลำดับ {range} หายไป' },
  LINK_BROKEN: {
    en: 'Record {range} does not follow the one before: something was inserted, swapped or taken out here.',
    th: 'รายการลำดับ {range} ไม่ต่อเนื่องจากรายการก่อนหน้า มีการแทรก สลับ หรือนำออกตรงนี้',
  },
  LOOKUP_CHANGED: {
    en: 'The list of who saw whom was changed at record {range}.',
    th: 'ตารางว่าใครดูข้อมูลของใครถูกแก้ไขที่รายการลำดับ {range}',
  },
  CHECKPOINT_INVALID: {
    en: 'The checkpoint at {range} is not signed by a known key or does not belong here.',
    th: 'จุดตรวจสอบที่ลำดับ {range} ลายเซ็นไม่ถูกต้องหรือไม่ได้อยู่ที่นี่',
  },
  CHECKPOINT_MISSING: { en: 'The checkpoint at {range} is missing.', th: 'จุดตรวจสอบที่ลำดับ {range} หายไป' },
  CHECKPOINT_MISMATCH: {
    en: 'Records {range} were rewritten after they were signed.',
    th: 'รายการลำดับ {range} ถูกเขียนใหม่หลังจากลงลายเซ็นแล้ว',
  },
  STORE_DAMAGED: {
    en: 'The store itself is damaged or was altered near record {range}.',
    th: 'ตัวแฟ้มเสียหายหรือถูกดัดแปลงใกล้รายการลำดับ {range}',
  },
};

async function verifyOne(opener: OpenSegment, options: Parameters<typeof verifySegment>[1]): Promise<VerifyReport> {
  const reader = await opener();
  try {
    const { mark: _mark, ...report } = await verifySegment(reader, options);
    return report;
  } finally {
    await reader.close();
  }
}

async function publicKeys(options: VerifyJournalOptions): Promise<PublicKeys> {
  const { publicKeyFiles } = options;
  if (publicKeyFiles !== undefined && publicKeyFiles.length > 0) return readPublicKeyFiles(publicKeyFiles);
  const folder = await keyFolderOf(options);
  const keys = await readPublicKeyFolder(folder);
  if (keys.size === 0)
    throw new CodedError('JOURNAL_KEY_INVALID', { file: path.join(folder, 'journal-public-key.pem') });
  return keys;
}

async function keyFolderOf({ target, keyFolder }: VerifyJournalOptions): Promise<string> {
  if (keyFolder !== undefined) return keyFolder;
  const found = await stat(target).catch(() => undefined);
  if (found === undefined) throw new CodedError('JOURNAL_FILE_UNREADABLE', { file: isPostgres(target) ? '.' : target });
  return found.isDirectory() ? target : path.dirname(target);
}

/**
 * The one that the gateway keeps beside its journal, and those that were kept elsewhere. Unsigned ones say nothing.
 * A single file may be an old segment, which need not hold the last checkpoint.
 */
async function anchorsOf(
  { target, anchorFile, keyFolder }: VerifyJournalOptions,
  keys: PublicKeys,
): Promise<Checkpoint[]> {
  const found = await stat(target).catch(() => undefined);
  const folder = isPostgres(target) ? keyFolder : found?.isDirectory() === true ? (keyFolder ?? target) : undefined;
  const beside = folder === undefined ? undefined : await readAnchor(folder);
  const elsewhere = anchorFile === undefined ? [] : await readAnchorFile(anchorFile);
  return [...elsewhere, ...(beside === undefined ? [] : [beside])].filter((anchor) => isCheckpointSigned(anchor, keys));
}

async function readAnchorFile(file: string): Promise<Checkpoint[]> {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => parseCheckpoint(line)).filter((checkpoint) => checkpoint !== undefined);
  } catch (error) {
    throw new CodedError('JOURNAL_FILE_UNREADABLE', { file }, { cause: error });
  }
}
