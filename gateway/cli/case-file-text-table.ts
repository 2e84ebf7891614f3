import { styleText } from 'node:util';
import { displayWidth, longestPiece, padEnd, padStart, printable, wrap } from './display-width.ts';

export type Tone = 'plain' | 'title' | 'good' | 'warning' | 'bad' | 'faint';

/** A text in one tone, or a text alone. */
export type Cell = string | { readonly text: string; readonly tone: Tone };

export interface Column {
  readonly title: string;
  /** Numbers stand right. Default left. */
  readonly align?: 'left' | 'right';
  /** Never wrapped. */
  readonly rigid?: boolean;
  /** Left out of a table where no row has anything to say in it. */
  readonly droppable?: boolean;
}

export interface Layout {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns left free at the left. Default 2. */
  readonly indent?: number;
  /** Default true. */
  readonly titled?: boolean;
}

const gap = 2;
const narrowest = 6;
const nothing = new Set(['', '—']);

/** Lines of a table whose columns line up; a cell that is too long is continued below itself. */
export function renderTable(table: Table, layout: Layout): readonly string[] {
  return renderRows(table, layout).flat();
}

/** The same, the lines of each row by themselves, so that more can be told below a row. The titles are the first row. */
export function renderRows(
  { columns, rows, indent = 2, titled = true }: Table,
  layout: Layout,
): readonly (readonly string[])[] {
  const kept = [...columns.keys()].filter((at) => columns[at]?.droppable !== true || holdsAnything(rows, at));
  const pick = <T>(all: readonly T[]): readonly (T | undefined)[] => kept.map((at) => all[at]);
  const titles = columns.map(({ title }): Cell => ({ text: title, tone: 'faint' }));
  const shown = (titled ? [titles, ...rows] : rows).map(pick);
  const needs = kept.map((at) =>
    needOf(
      columns[at],
      rows.map((row) => textOf(row[at])),
      titled,
    ),
  );
  const widths = fit(needs, layout.width - indent - gap * (kept.length - 1));
  return shown.map((row) => renderRow(row, { columns: pick(columns), widths, indent, layout }));
}

/** Lines of running text. */
export function renderText(cell: Cell, layout: Layout, indent = 2): readonly string[] {
  return wrap(printable(textOf(cell)), layout.width - indent).map(
    (line) => ' '.repeat(indent) + paint(line, cell, layout),
  );
}

interface RowPlace {
  readonly columns: readonly (Column | undefined)[];
  readonly widths: readonly number[];
  readonly indent: number;
  readonly layout: Layout;
}

function renderRow(
  row: readonly (Cell | undefined)[],
  { columns, widths, indent, layout }: RowPlace,
): readonly string[] {
  const cells = widths.map((width, at) => wrap(printable(textOf(row[at])), width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const used = cells.slice(0, cells.findLastIndex((lines) => (lines[line] ?? '') !== '') + 1);
    const parts = used.map((lines, at) => {
      const text = lines[line] ?? '';
      const width = widths[at] ?? 0;
      if (columns[at]?.align === 'right') return paint(padStart(text, width), row[at], layout);
      return paint(at === used.length - 1 ? text : padEnd(text, width), row[at], layout);
    });
    return ' '.repeat(indent) + parts.join(' '.repeat(gap));
  });
}

interface Need {
  /** Wide enough for the longest word. */
  readonly least: number;
  /** Wide enough for every cell on one line. */
  readonly cells: number;
  /** Wide enough for the title too. */
  readonly most: number;
}

function needOf(column: Column | undefined, texts: readonly string[], titled: boolean): Need {
  const title = titled ? (column?.title ?? '') : '';
  const widest = Math.max(0, ...texts.map(displayWidth));
  const most = Math.max(displayWidth(title), widest);
  const word = longestWord([title, ...texts]);
  const least = column?.rigid === true ? Math.max(widest, word) : Math.min(most, Math.max(narrowest, word));
  return { least, cells: Math.max(least, widest), most };
}

/** Each column gets what its longest word needs; what is left goes to the cells, and only then to the titles. */
function fit(needs: readonly Need[], available: number): readonly number[] {
  const least = needs.map((need) => need.least);
  if (sum(least) > available) return squeeze(least, available);
  const forCells = grow(
    least,
    needs.map((need) => need.cells),
    available,
  );
  return grow(
    forCells,
    needs.map((need) => need.most),
    available,
  );
}

/** Shares what is available evenly among the columns that want more. */
function grow(widths: readonly number[], wanted: readonly number[], available: number): readonly number[] {
  const grown = [...widths];
  const wish = (at: number): number => (wanted[at] ?? 0) - (widths[at] ?? 0);
  const modestFirst = [...widths.keys()].toSorted((one, other) => wish(one) - wish(other));
  let room = available - sum(widths);
  for (const [done, at] of modestFirst.entries()) {
    const extra = Math.min(wish(at), Math.floor(room / (widths.length - done)));
    grown[at] = (widths[at] ?? 0) + extra;
    room -= extra;
  }
  return grown;
}

/** Not even the words fit: the widest columns give way until the line does. */
function squeeze(least: readonly number[], available: number): readonly number[] {
  const widths = [...least];
  for (let excess = sum(widths) - available; excess > 0; excess -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = Math.max(narrowest, (widths[widest] ?? 0) - 1);
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function longestWord(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => longestPiece(printable(text))));
}

function holdsAnything(rows: readonly (readonly Cell[])[], at: number): boolean {
  return rows.some((row) => !nothing.has(textOf(row[at])));
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '');
}

function paint(text: string, cell: Cell | undefined, { colour }: Layout): string {
  const tone = typeof cell === 'object' ? cell.tone : 'plain';
  if (!colour || tone === 'plain' || text.trim() === '') return text;
  return styleText(formats[tone], text, { validateStream: false });
}

const formats: Readonly<Record<Exclude<Tone, 'plain'>, Parameters<typeof styleText>[0]>> = {
  title: ['bold', 'cyan'],
  good: 'green',
  warning: 'yellow',
  bad: 'red',
  faint: 'dim',
};
