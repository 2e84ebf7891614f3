import { z } from 'zod';
import { dayInThailand, gregorianDate, thaiDate } from './case-file-text-dates.ts';
import { renderTable, renderText, type Cell, type Column, type Layout } from './case-file-text-table.ts';

export type Language = 'th' | 'en';

const count = z.number().int().min(0);

const level = z.object({
  answers: count,
  failures: z.record(z.string(), count),
  availability: z.number().min(0).max(1).nullable(),
  p50Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
});

const bodyRow = z.object({
  body: z.string(),
  nameTh: z.string(),
  nameEn: z.string(),
  version: z.number().nullable(),
  publishedAt: z.string().nullable(),
  breaker: z.enum(['CLOSED', 'HALF_OPEN', 'OPEN']),
  rehearsal: z.object({ fault: z.string(), until: z.string() }).nullable(),
  freshAsOf: z.object({ oldest: z.string(), newest: z.string() }).nullable(),
  hour: level,
  day: level,
  month: level,
});

/** What GET /bodies answers, as far as it is shown. */
export const bodiesReport = z.object({ at: z.string(), bodies: z.array(bodyRow) });

export type BodiesReport = z.infer<typeof bodiesReport>;
type BodyRow = BodiesReport['bodies'][number];
type Level = z.infer<typeof level>;

/** A table with three lines for each body: the last hour, day and month. */
export function bodiesText({ at, bodies }: BodiesReport, language: Language, layout: Layout): string {
  const words = vocabulary[language];
  const rows = bodies.flatMap((body) => linesOf(body, language));
  const title = `${words.title} ${momentText(at, language)}`;
  return [
    ...renderText({ text: title, tone: 'title' }, layout, 0),
    '',
    ...renderTable({ columns: columnsOf(language), rows, indent: 0 }, layout),
    '',
    ...renderText({ text: words.note, tone: 'faint' }, layout, 0),
  ].join('\n');
}

function columnsOf(language: Language): readonly Column[] {
  const { columns } = vocabulary[language];
  return [
    { title: columns.body },
    { title: columns.version, droppable: true },
    { title: columns.extract, droppable: true },
    { title: columns.state },
    { title: columns.window, rigid: true },
    { title: columns.answers, align: 'right', rigid: true },
    { title: columns.failures, align: 'right', rigid: true },
    { title: columns.availability, align: 'right', rigid: true },
    { title: 'p50 ms', align: 'right', rigid: true },
    { title: 'p99 ms', align: 'right', rigid: true },
  ];
}

function linesOf(body: BodyRow, language: Language): readonly (readonly Cell[])[] {
  const { hour, day, month } = vocabulary[language];
  const name = language === 'th' ? body.nameTh : body.nameEn;
  const about: readonly Cell[] = [
    name === body.body ? name : `${name} ${body.body}`,
    versionText(body, language),
    extractText(body, language),
    stateCell(body, language),
  ];
  return [
    [...about, hour, ...levelCells(body.hour)],
    ['', '', '', '', day, ...levelCells(body.day)],
    ['', '', '', '', month, ...levelCells(body.month)],
  ];
}

function versionText({ version, publishedAt }: BodyRow, language: Language): string {
  if (version === null) return '';
  return publishedAt === null ? `${version}` : `${version} · ${dayText(publishedAt, language)}`;
}

function extractText({ freshAsOf }: BodyRow, language: Language): string {
  if (freshAsOf === null) return '';
  const [oldest, newest] = [dayText(freshAsOf.oldest, language), dayText(freshAsOf.newest, language)];
  return oldest === newest ? newest : `${oldest} – ${newest}`;
}

function stateCell({ breaker, rehearsal }: BodyRow, language: Language): Cell {
  const { states, rehearsing } = vocabulary[language];
  if (rehearsal !== null) {
    return { text: `${rehearsing} ${rehearsal.fault} → ${timeText(rehearsal.until)}`, tone: 'warning' };
  }
  const tones = { CLOSED: 'good', HALF_OPEN: 'warning', OPEN: 'bad' } as const;
  return { text: states[breaker], tone: tones[breaker] };
}

function levelCells({ answers, failures, availability, p50Ms, p99Ms }: Level): readonly Cell[] {
  const failed = Object.values(failures).reduce((sum, each) => sum + each, 0);
  return [
    `${answers}`,
    failed === 0 ? '0' : { text: `${failed}`, tone: 'bad' },
    availability === null ? '—' : percentText(availability),
    p50Ms === null ? '—' : durationText(p50Ms),
    p99Ms === null ? '—' : durationText(p99Ms),
  ];
}

/** Rounded down: only what never failed is 100. */
function percentText(share: number): string {
  return share === 1 ? '100' : (Math.floor(share * 10_000) / 100).toFixed(2);
}

function durationText(durationMs: number): string {
  return durationMs < 10 ? durationMs.toFixed(1) : durationMs.toFixed(0);
}

function dayText(moment: string, language: Language): string {
  const day = dayInThailand(moment);
  return language === 'th' ? thaiDate(day) : gregorianDate(day);
}

const clockTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Bangkok', timeStyle: 'short' });

function momentText(moment: string, language: Language): string {
  return `${dayText(moment, language)} ${timeText(moment)}`;
}

/** In Thailand. */
function timeText(moment: string): string {
  const at = Date.parse(moment);
  return Number.isNaN(at) ? moment : clockTime.format(at);
}

const vocabulary = {
  th: {
    title: 'ระดับบริการของหน่วยงาน ณ',
    columns: {
      body: 'หน่วยงาน',
      version: 'รุ่นที่เผยแพร่',
      extract: 'ข้อมูลทะเบียน ณ',
      state: 'สถานะ',
      window: 'ช่วง',
      answers: 'ตอบ',
      failures: 'ไม่ตอบ',
      availability: 'พร้อม %',
    },
    hour: '1 ชม.',
    day: '1 วัน',
    month: '30 วัน',
    states: { CLOSED: 'ใช้ได้', HALF_OPEN: 'กำลังลองใหม่', OPEN: 'พักการเรียก' },
    rehearsing: 'ซ้อม',
    note: 'p50 และ p99 คลาดเคลื่อนไม่เกิน 5 % ช่วงที่ซ้อมเหตุขัดข้องไม่นับ',
  },
  en: {
    title: 'Service levels of the bodies at',
    columns: {
      body: 'Body',
      version: 'Published',
      extract: 'Extract of',
      state: 'State',
      window: 'Last',
      answers: 'Answers',
      failures: 'Failures',
      availability: 'Avail. %',
    },
    hour: 'hour',
    day: 'day',
    month: '30 days',
    states: { CLOSED: 'in use', HALF_OPEN: 'tried again', OPEN: 'not asked' },
    rehearsing: 'rehearses',
    note: 'p50 and p99 are off by 5 % at most. Times when a failure is rehearsed do not count.',
  },
} as const;
