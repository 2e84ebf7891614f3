import { dayInThailand, thaiDate } from './case-file-text-dates.ts';
import type { CaseFileHousehold, ExplainedFinding, Finding, OpenFinding } from './case-file-text-input.ts';
import {
  accessModes,
  answerStatuses,
  bahtText,
  both,
  dimensions,
  failureText,
  moneyText,
  shortNames,
  valueText,
} from './case-file-text-labels.ts';
import { englishProgramme, memberOf, section, thaiProgramme, whoColumn, type Page } from './case-file-text-parts.ts';
import { renderRows, renderTable, renderText, type Cell, type Column, type Tone } from './case-file-text-table.ts';

export function gapsSection({ gaps: { items } }: CaseFileHousehold, page: Page): readonly string[] {
  const reasons = (item: ExplainedFinding): readonly string[] => [
    ...howLines(item, page),
    ...evidenceLines(item, page),
  ];
  const lines = findingLines(items, reasons, page);
  return section(`ควรได้แต่ยังไม่ได้รับ / Gaps — ${String(items.length)}`, lines, page);
}

export function unknownSection({ gaps: { unknown } }: CaseFileHousehold, page: Page): readonly string[] {
  const lines = findingLines(unknown, missingLines, page);
  return section(`ยังบอกไม่ได้ / Cannot be told yet — ${String(unknown.length)}`, lines, page);
}

export function referralsSection({ gaps: { referrals } }: CaseFileHousehold, page: Page): readonly string[] {
  const columns: readonly Column[] = [
    whoColumn,
    thaiProgramme,
    englishProgramme,
    { title: 'หน่วยงาน' },
    { title: 'Body' },
  ];
  const rows = referrals.map(({ programme, person }): readonly Cell[] => [
    memberOf(person?.personId, page),
    programme.nameTh,
    programme.nameEn,
    ...shortNames(programme.body),
  ]);
  const lines = rows.length === 0 ? [] : renderTable({ columns, rows }, page);
  return section(`ควรส่งต่อให้พิจารณา / Referrals — ${String(rows.length)}`, lines, page);
}

export function overPaymentsSection({ gaps: { overPayments } }: CaseFileHousehold, page: Page): readonly string[] {
  const lines = findingLines(overPayments, evidenceLines, page);
  const title = `ได้รับโดยไม่เข้าเงื่อนไข (เพื่อทบทวน) / Over-payments, for review — ${String(overPayments.length)}`;
  return section(title, lines, page);
}

export function overlapsSection({ overlaps }: CaseFileHousehold, page: Page): readonly string[] {
  const lines = overlaps.flatMap(({ programmes, person, reason }) => [
    ...renderText({ text: `${nameOf(person, page)} · ${reason}`, tone: 'warning' }, page),
    ...renderTable(
      {
        columns: [{ title: '', rigid: true }, thaiProgramme, englishProgramme],
        rows: programmes.map(({ nameTh, nameEn }) => ['·', nameTh, nameEn]),
        indent: 4,
        titled: false,
      },
      page,
    ),
  ]);
  return section(`โครงการที่ซ้ำซ้อนกัน (เพื่อทบทวน) / Overlaps, for review — ${String(overlaps.length)}`, lines, page);
}

export function dimensionsSection({ dimensions: findings }: CaseFileHousehold, page: Page): readonly string[] {
  const rows = findings.map(({ dimension, failed, indicators, body }): readonly Cell[] => [
    dimensions[dimension] ?? dimension,
    dimension,
    { text: failureText(failed), tone: toneOf(failed === 'TRUE' ? 'FALSE' : failed === 'FALSE' ? 'TRUE' : failed) },
    indicators.join(', '),
    shortNames(body)[0],
  ]);
  const columns = [
    { title: 'มิติ' },
    { title: 'Dimension' },
    { title: 'ผล Finding' },
    { title: 'ตัวชี้วัด Indicators' },
    { title: 'หน่วยงาน By' },
  ];
  return section(
    'มิติความยากจน / Dimensions of poverty',
    rows.length === 0 ? [] : renderTable({ columns, rows }, page),
    page,
  );
}

export function totalsSection({ gaps }: CaseFileHousehold, page: Page): readonly string[] {
  const { totals } = gaps;
  const columns: readonly Column[] = [
    { title: '' },
    { title: 'ควรได้ Due', align: 'right' },
    { title: 'ได้รับ Received', align: 'right' },
    { title: 'ช่องว่าง Gap', align: 'right' },
  ];
  const rows: readonly (readonly Cell[])[] = [
    ['ต่อเดือน / a month', bahtText(totals.monthlyDue), bahtText(totals.monthlyReceived), bahtText(gaps.monthlyThb)],
    ['ต่อปี / a year', bahtText(totals.yearlyDue), bahtText(totals.yearlyReceived), bahtText(gaps.yearlyThb)],
    ['ครั้งเดียว / once', '', '', bahtText(gaps.oneOffThb)],
    ['ได้รับเกินต่อเดือน / over-paid a month', '', bahtText(totals.overPaidMonthly), ''],
  ];
  const warning: Cell = {
    text: 'ยังตอบไม่ครบทุกหน่วยงาน ยอดอาจเพิ่มขึ้น / Not every body has answered: the sums may be too low.',
    tone: 'warning',
  };
  const lines = [...renderTable({ columns, rows }, page), ...(gaps.complete ? [] : renderText(warning, page))];
  return section('ยอดรวม / Totals', lines, page);
}

/** Each programme in both languages with its amount; below it for whom, whose it is, and why. */
function findingLines<T extends Finding>(
  findings: readonly T[],
  reasons: (finding: T, page: Page) => readonly string[],
  page: Page,
): readonly string[] {
  const heads = renderRows(
    {
      columns: [{ title: '', align: 'right', rigid: true }, thaiProgramme, englishProgramme, { title: '' }],
      rows: findings.map(({ programme, money }, at) => [
        `${String(at + 1)}.`,
        programme.nameTh,
        programme.nameEn,
        { text: moneyText(money), tone: 'warning' },
      ]),
      titled: false,
    },
    page,
  );
  return findings.flatMap((finding, at) => [
    ...(heads[at] ?? []),
    ...renderText({ text: aboutText(finding, page), tone: 'faint' }, page, detailIndent),
    ...reasons(finding, page),
  ]);
}

function aboutText({ programme, person }: Finding, page: Page): string {
  const { nameTh, nameEn } = programme.body;
  return `${nameOf(person, page)} · ${nameTh} ${nameEn}`;
}

/** What the family does to get it; over-payments and open questions leave it out. */
function howLines({ programme }: Finding, page: Page): readonly string[] {
  const how = programme.howToApply ?? both(accessModes, programme.accessMode);
  return renderText({ text: `→ ${how}`, tone: 'faint' }, page, detailIndent);
}

const detailIndent = 6;
const marks: Readonly<Record<string, string>> = { TRUE: '✓', FALSE: '✗', UNKNOWN: '?' };

function evidenceLines({ evidence }: ExplainedFinding, page: Page): readonly string[] {
  const rows = evidence.map(({ fact, subject, condition, value, holds, body, asOf, reason }): EvidenceRow => ({
    before: [{ text: marks[holds] ?? holds, tone: toneOf(holds) }, memberOf(subject, page), fact],
    condition,
    after: [
      reason === null ? valueText(value) : both(answerStatuses, reason),
      ...shortNames(body),
      asOf === null ? '—' : thaiDate(dayInThailand(asOf)),
    ],
  }));
  const cells = [...Map.groupBy(rows, ({ before, after }) => JSON.stringify([before, after])).values()].map(oneRow);
  const soft = Array.from({ length: 5 }, () => ({ title: '' }));
  const columns = [mark, mark, ...soft, { title: '', rigid: true }];
  return cells.length === 0 ? [] : renderTable({ columns, rows: cells, indent: detailIndent, titled: false }, page);
}

interface EvidenceRow {
  readonly before: readonly Cell[];
  readonly condition: string;
  readonly after: readonly Cell[];
}

/** A rule may ask the same fact many times, for example for each of ten illnesses: that is told in one row. */
function oneRow(same: readonly EvidenceRow[]): readonly Cell[] {
  const [first] = same;
  if (first === undefined) return [];
  const operands = Map.groupBy(same, ({ condition }) => condition.split(' ', 1)[0] ?? '');
  const conditions = [...operands].map(([op, rows]) =>
    `${op} ${rows.map(({ condition }) => condition.slice(op.length + 1)).join(', ')}`.trim(),
  );
  return [...first.before, conditions.join(' · '), ...first.after];
}

function missingLines({ missingFacts }: OpenFinding, page: Page): readonly string[] {
  const rows = missingFacts.map(({ fact, subject, body, reason }): readonly Cell[] => [
    { text: '?', tone: 'warning' },
    memberOf(subject, page),
    fact,
    ...shortNames(body),
    { text: reason === null ? '—' : both(answerStatuses, reason), tone: 'warning' },
  ]);
  const columns = [mark, mark, { title: '' }, { title: '' }, { title: '' }, { title: '' }];
  return rows.length === 0 ? [] : renderTable({ columns, rows, indent: detailIndent, titled: false }, page);
}

const mark: Column = { title: '', rigid: true };

function nameOf(person: Finding['person'], page: Page): string {
  if (person === null) return 'M0 ทั้งครัวเรือน / the household';
  return `${memberOf(person.personId, page)} ${person.nameTh ?? ''}`.trim();
}

function toneOf(holds: string): Tone {
  if (holds === 'TRUE') return 'good';
  return holds === 'FALSE' ? 'bad' : 'warning';
}
