import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bodyNames, bodyOf } from '../../schema/contract/bodies.ts';
import { gregorianDate, thaiDate } from './case-file-text-dates.ts';
import {
  dimensionsSection,
  gapsSection,
  overlapsSection,
  overPaymentsSection,
  referralsSection,
  totalsSection,
  unknownSection,
} from './case-file-text-findings.ts';
import {
  answersSection,
  entitlementsSection,
  membersSection,
  servicesSection,
  type AnswerRow,
} from './case-file-text-holdings.ts';
import { readCaseFile, type CaseFileHousehold, type CaseFileResponse } from './case-file-text-input.ts';
import { bahtText } from './case-file-text-labels.ts';
import { section, type Page } from './case-file-text-parts.ts';
import { renderTable, renderText, type Cell } from './case-file-text-table.ts';

/** The operation whose response `caseFileText` reads; variables `houseCode` and optionally `asOf`. */
export const caseFileOperation: string = readFileSync(path.join(import.meta.dirname, 'case-file.graphql'), 'utf8');

export interface CaseFileTextOptions {
  /** Columns of the terminal. Default 120, which is meant for files and pipes; never less than 80. */
  readonly columns?: number | undefined;
  /** Default false. */
  readonly colour?: boolean;
  /** The day that was screened for, 2022-08-10; without it the page leaves out the day and the ages. */
  readonly asOf?: string | undefined;
}

const defaultColumns = 120;
const fewestColumns = 80;

/**
 * A case file as text for a terminal, without a newline at its end. Reads the GraphQL response to `caseFileOperation`;
 * a household that could not be shown gives its errors and, from the manifest, who answered.
 * Throws a TypeError when the response is to another operation.
 */
export function caseFileText(response: unknown, options: CaseFileTextOptions = {}): string {
  const caseFile = readCaseFile(response);
  const household = caseFile.data?.household ?? null;
  const page: Page = {
    width: Math.max(fewestColumns, options.columns ?? defaultColumns),
    colour: options.colour ?? false,
    houseCode: household?.houseCode ?? '',
  };
  const lines =
    household === null ? nothingShown(caseFile, page) : householdLines(household, options.asOf ?? null, page);
  return [...lines, ...errorLines(caseFile, page)].join('\n');
}

function householdLines(household: CaseFileHousehold, asOf: string | null, page: Page): readonly string[] {
  return [
    ...heading(household, asOf, page),
    ...answersSection(household.answers, page),
    ...membersSection(household, asOf, page),
    ...entitlementsSection(household, page),
    ...servicesSection(household, page),
    ...gapsSection(household, page),
    ...unknownSection(household, page),
    ...referralsSection(household, page),
    ...overPaymentsSection(household, page),
    ...overlapsSection(household, page),
    ...dimensionsSection(household, page),
    ...totalsSection(household, page),
  ];
}

function heading(household: CaseFileHousehold, asOf: string | null, page: Page): readonly string[] {
  const { houseCode, vulnerabilityLevel, gaps } = household;
  const [addressTh, addressEn] = addressOf(household);
  const level = vulnerabilityLevel === null ? 'ยังบอกไม่ได้ / cannot be known yet' : `${String(vulnerabilityLevel)} / 3`;
  const rows: readonly (readonly Cell[])[] = [
    ['รหัสประจำบ้าน', 'House code', houseCode],
    ['ที่อยู่', 'Address', addressTh],
    ...(addressEn === '' ? [] : [['', '', addressEn]]),
    ['ระดับความเปราะบาง', 'Vulnerability', level],
    ...(asOf === null ? [] : [['ณ วันที่', 'As of', `${thaiDate(asOf)} · ${gregorianDate(asOf)}`]]),
    ['ยังไม่ได้รับ', 'Not received', gapInShort(gaps)],
  ];
  const columns = [{ title: '', rigid: true }, { title: '', rigid: true }, { title: '' }];
  const title: Cell = { text: 'สมุดพกครอบครัว / Family logbook', tone: 'title' };
  const remark: Cell = { text: 'ผลคัดกรอง ไม่ใช่คำตัดสิน / A screening, never a decision.', tone: 'faint' };
  return [
    ...renderText(title, page, 0),
    '─'.repeat(page.width),
    ...renderTable({ columns, rows, titled: false }, page),
    ...renderText(remark, page),
  ];
}

/** In Bangkok a district is a khet and a subdistrict a khwaeng. */
function addressOf({ address }: CaseFileHousehold): readonly [string, string] {
  if (address === null) return ['— (ไม่แสดง / not shown)', ''];
  const { line, subdistrict, district, province, postcode } = address;
  const [ofSubdistrict, ofDistrict, ofProvince] = province.code === '10' ? ['แขวง', 'เขต', ''] : ['ต.', 'อ.', 'จ.'];
  const thai = [
    line,
    subdistrict && `${ofSubdistrict}${subdistrict.nameTh}`,
    district && `${ofDistrict}${district.nameTh}`,
    `${ofProvince}${province.nameTh}`,
    postcode,
  ];
  return [join(thai, ' '), join([subdistrict?.nameEn, district?.nameEn, province.nameEn], ', ')];
}

function join(parts: readonly (string | null | undefined)[], separator: string): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(separator);
}

function gapInShort({ monthlyThb, yearlyThb, oneOffThb, items, complete }: CaseFileHousehold['gaps']): string {
  const sums = [
    `${bahtText(monthlyThb)} ต่อเดือน / month`,
    ...(yearlyThb === 0 ? [] : [`${bahtText(yearlyThb)} ต่อปี / year`]),
    ...(oneOffThb === 0 ? [] : [`${bahtText(oneOffThb)} ครั้งเดียว / once`]),
  ];
  const count = `${String(items.length)} โครงการ / programmes`;
  return [count, ...sums, ...(complete ? [] : ['ข้อมูลยังไม่ครบ / incomplete'])].join(' · ');
}

function nothingShown({ extensions }: CaseFileResponse, page: Page): readonly string[] {
  const title: Cell = { text: 'ไม่มีแฟ้มของครัวเรือนนี้ให้แสดง / No case file can be shown', tone: 'title' };
  const rows = new Map(extensions?.manifest?.bodies.map((row) => [row.code, row]));
  const answers = bodyNames.map((name): AnswerRow => {
    const body = bodyOf(name);
    const row = rows.get(body.code);
    return {
      body,
      status: row?.status ?? 'NOT_ASKED',
      reason: null,
      asOf: null,
      tookMs: row?.tookMs ?? null,
      entitlementCount: null,
      serviceCount: null,
    };
  });
  return [...renderText(title, page, 0), ...(rows.size === 0 ? [] : answersSection(answers, page))];
}

/** What the response says besides the data: a field that was withheld, a body that failed. */
function errorLines({ errors }: CaseFileResponse, page: Page): readonly string[] {
  if (errors === null || errors === undefined || errors.length === 0) return [];
  const lines = errors.flatMap(({ message, path: at, extensions }) => {
    const code = typeof extensions?.['code'] === 'string' ? `${extensions['code']}: ` : '';
    const where = at === null || at === undefined ? '' : ` (${at.join('.')})`;
    return renderText({ text: `! ${code}${message}${where}`, tone: 'bad' }, page);
  });
  return section('หมายเหตุ / Notes', lines, page);
}
