import { CodedError, fill } from '../../../schema/contract/error-codes.ts';
import { parseHouseCode } from '../../../schema/contract/scalars.ts';
import type { Config } from '../../config/config.ts';
import { openJournal, type Journal } from '../../journal/journal.ts';
import { isPostgres, searchableSegments } from '../../journal/segments.ts';
import { readStatement, renderStatement, type AccessEntry, type AccessStatement } from '../../journal/statement.ts';
import type { SearchableReader } from '../../journal/store.ts';
import {
  describeProblem,
  verifyJournal,
  type JournalReport,
  type VerifyJournalOptions,
} from '../../journal/verify-journal.ts';

/** What an operator, an auditor or a front desk does with a journal on the command line. */
export type Language = 'th' | 'en';

type JournalConfig = Pick<Config, 'dataDir' | 'journal'>;
type Progress = NonNullable<VerifyJournalOptions['onProgress']>;

export interface VerifyRequest extends Pick<
  VerifyJournalOptions,
  'publicKeyFiles' | 'anchorFile' | 'heads' | 'onProgress'
> {
  /** A folder, a file or a `postgres://` address; left out, the journal of the configuration. */
  readonly target?: string | undefined;
}

/**
 * Verifies a journal, with or without a gateway, and changes nothing. Throws JOURNAL_FILE_UNREADABLE when there is
 * none and JOURNAL_KEY_INVALID when there is no key to verify it with.
 */
export function verifyTarget(config: JournalConfig, { target, ...request }: VerifyRequest): Promise<JournalReport> {
  return verifyJournal({ ...request, ...placeOf(config, target) });
}

/** A report as lines: each segment, whatever is wrong in it, the sum, and of a sound journal the head. */
export function reportLines(report: JournalReport, language: Language): readonly string[] {
  const words = reportTexts[language];
  const { records, afterLastCheckpoint, before, head, isIntact } = report;
  const counts = { records: number(records), uncovered: number(afterLastCheckpoint), before: number(before) };
  return [
    ...report.segments.flatMap((segment) => segmentLines(segment, language)),
    ...(before > 0 ? [fill(words.before, counts)] : []),
    fill(isIntact ? words.sound : words.unsound, counts),
    ...(head === null || !isIntact ? [] : [`${words.head} ${head.sequence}:${head.hash} ${head.at}`]),
  ];
}

/** Every time that somebody looked at the house, as lines to print, and whether the journal was found whole. */
export async function statementLines(
  config: JournalConfig,
  text: string,
  { language, onProgress }: { readonly language: Language; readonly onProgress?: Progress },
): Promise<{ readonly lines: readonly string[]; readonly verified: boolean }> {
  const houseCode = parseHouseCode(text);
  if (houseCode === undefined) throw new CodedError('INPUT_HOUSE_CODE_INVALID');
  const place = placeOf(config);
  const statement = await withSegments(place.target, (readers) => wholeStatement(readers, houseCode));
  const { isIntact } = await verifyJournal({ ...place, ...(onProgress && { onProgress }) });
  const verified = statement.verified && isIntact;
  return { lines: renderStatement({ ...statement, verified }, language), verified };
}

/** Writes the living segment, signed to its end, to a new file. Throws JOURNAL_NOT_DONE or JOURNAL_FILE_UNREADABLE. */
export function exportJournal(config: JournalConfig, file: string): Promise<void> {
  return withJournal(config, (journal) => journal.exportTo(file));
}

/** Puts the living segment away; its name, undefined when it holds no record. Throws as `exportJournal`. */
export function rotateJournal(config: JournalConfig): Promise<string | undefined> {
  return withJournal(config, (journal) => journal.rotate());
}

/** Keys and the last checkpoint lie in the data folder, also where the records are in PostgreSQL. */
function placeOf(
  { dataDir, journal }: JournalConfig,
  target: string = journal.postgres ?? dataDir,
): Pick<VerifyJournalOptions, 'target' | 'keyFolder'> {
  return { target, ...(isPostgres(target) && { keyFolder: dataDir }) };
}

/** Only what is there already is opened: a wrong folder must not become a journal. */
async function withJournal<T>(config: JournalConfig, work: (journal: Journal) => Promise<T>): Promise<T> {
  await searchableSegments(placeOf(config));
  const { postgres, signingKeyFile } = config.journal;
  const journal = await openJournal({
    dataDir: config.dataDir,
    ...(postgres !== undefined && { postgres: { connection: postgres } }),
    ...(signingKeyFile !== undefined && { signingKeyFile }),
  });
  try {
    const state = journal.state();
    if (state.kind === 'DOWN') throw new CodedError('JOURNAL_NOT_DONE', { problem: state.problem });
    return await work(journal);
  } finally {
    await journal.close();
  }
}

async function withSegments<T>(target: string, work: (readers: readonly SearchableReader[]) => Promise<T>): Promise<T> {
  const readers = await Promise.all((await searchableSegments({ target })).map((open) => open()));
  try {
    return await work(readers.toReversed());
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
}

async function wholeStatement(
  readers: readonly SearchableReader[],
  houseCode: string,
): Promise<Pick<AccessStatement, 'houseCode' | 'entries' | 'verified'>> {
  const entries: AccessEntry[] = [];
  let verified = true;
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
    // oxlint-disable-next-line no-await-in-loop -- the next page begins where this one ends
    const page = await readStatement(readers, { houseCode, limit: 200, before });
    entries.push(...page.entries);
    verified &&= page.verified;
    before = page.next;
  }
  return { houseCode, entries, verified };
}

function segmentLines(
  {
    name,
    firstSequence,
    lastSequence,
    records,
    checkpoints,
    problems,
    problemCount,
  }: JournalReport['segments'][number],
  language: Language,
): readonly string[] {
  const words = reportTexts[language];
  const range = records === 0 ? words.empty : `${number(firstSequence)}–${number(lastSequence)}`;
  const more = problemCount - problems.length;
  return [
    `${name}: ${fill(words.segment, { range, checkpoints: number(checkpoints) })}`,
    ...problems.map((problem) => `  ! ${describeProblem(problem, language)}`),
    ...(more > 0 ? [`  ! ${fill(words.more, { more: number(more) })}`] : []),
  ];
}

const reportTexts = {
  en: {
    segment: 'records {range}, checkpoints: {checkpoints}',
    empty: 'none yet',
    more: 'and {more} more',
    before: '{before} records came before these; their segments were not given.',
    sound: 'Sound: {records} records, {uncovered} of them after the last checkpoint.',
    unsound: 'NOT SOUND. Keep everything as it is, and see gateway/journal/README.md.',
    head: 'Keep this line elsewhere, and give it to --head next time:',
  },
  th: {
    segment: 'รายการ {range} จุดตรวจสอบ {checkpoints} จุด',
    empty: 'ยังไม่มี',
    more: 'และอีก {more} ข้อ',
    before: 'มีรายการก่อนหน้านี้อีก {before} รายการ อยู่ในแฟ้มที่ไม่ได้ระบุ',
    sound: 'ครบถ้วน: {records} รายการ โดย {uncovered} รายการอยู่หลังจุดตรวจสอบสุดท้าย',
    unsound: 'ไม่ครบถ้วนหรือถูกแก้ไข โปรดเก็บทุกอย่างไว้ตามเดิมและดู gateway/journal/README.md',
    head: 'โปรดเก็บบรรทัดนี้ไว้ที่อื่น และใช้กับ --head ในครั้งหน้า:',
  },
} as const;

function number(value: number): string {
  return value.toLocaleString('en');
}
