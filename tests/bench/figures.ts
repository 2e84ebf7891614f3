/** The middle of some measurements: one slow round, on a machine that others use too, does not move it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that `share` of the measurements do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Least squares: what one more `x` costs, and what there is without any. */
export function line(points: readonly (readonly [x: number, y: number])[]): {
  readonly slope: number;
  readonly base: number;
  /** Share of the spread that the line explains; 1 is a straight line. */
  readonly fit: number;
} {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const spreadX = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spreadX;
  const base = meanY - slope * meanX;
  const left = points.reduce((sum, [x, y]) => sum + (y - base - slope * x) ** 2, 0);
  const spreadY = points.reduce((sum, [, y]) => sum + (y - meanY) ** 2, 0);
  return { slope, base, fit: 1 - left / spreadY };
}

export type Cell = string | number;

/** Prints rows under a heading, numbers to the right. */
export function printTable(title: string, heading: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? figure(cell) : cell)));
  const widths = heading.map((name, at) => Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const print = (row: readonly string[]): void =>
    console.log(
      `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('   ')}`,
    );
  console.log(`\n${title}`);
  print(heading);
  print(widths.map((width) => '-'.repeat(width)));
  for (const row of cells) print(row);
}

/** A ratio of each round beside its median: how far the rounds agree. */
export function ratioText(ratios: readonly number[]): string {
  return `${figure(median(ratios))} (${figure(Math.min(...ratios))} … ${figure(Math.max(...ratios))})`;
}

/** Three figures that count; no measurement here is better than that. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 3));
}
