import { thaiDate } from './case-file-text-dates.ts';
import { renderText, type Cell, type Column, type Layout } from './case-file-text-table.ts';

/** What every section needs. */
export interface Page extends Layout {
  readonly houseCode: string;
}

export const thaiProgramme: Column = { title: 'โครงการ' };
export const englishProgramme: Column = { title: 'Programme' };
export const whoColumn: Column = { title: 'ใคร Who', rigid: true };

/** A heading with its lines; a word for nothing when there are none. */
export function section(title: string, lines: readonly string[], page: Page): readonly string[] {
  const heading: Cell = { text: title, tone: 'title' };
  const content = lines.length === 0 ? renderText({ text: 'ไม่มี / none', tone: 'faint' }, page) : lines;
  return ['', ...renderText(heading, page, 0), ...content];
}

/** `99990000011-M1` -> `M1`; the household itself is M0. */
export function memberOf(subject: string | undefined, { houseCode }: Page): string {
  if (subject === undefined || subject === houseCode) return 'M0';
  return subject.startsWith(`${houseCode}-`) ? subject.slice(houseCode.length + 1) : subject;
}

export function dateOrDash(date: string | null): string {
  return date === null ? '—' : thaiDate(date);
}

export function countOrDash(count: number | null): string {
  return count === null ? '—' : String(Math.round(count));
}
