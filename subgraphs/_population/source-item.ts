/** One household of a file, not judged yet, and the line it begins on; or why its text is none. */
export type SourceItem =
  | { readonly line: number; readonly household: unknown }
  | { readonly line: number; readonly path: string; readonly problem: string };

/** Takes text apart piece by piece; it keeps no more than the household that is not complete yet. */
export interface SourceScanner {
  readonly push: (text: string) => readonly SourceItem[];
  readonly end: () => readonly SourceItem[];
}

/** A household's text may be this long; a longer one is refused and skipped. */
export const maxHouseholdLength = 4_000_000;

/** One household's text as JSON. A fault never repeats the text. */
export function parseItem(text: string, line: number): SourceItem {
  if (text.includes('\uFFFD')) return { line, path: 'household', problem: 'is not text in UTF-8' };
  try {
    const household: unknown = JSON.parse(text);
    return { line, household };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { line, path: 'household', problem: 'is not valid JSON' };
  }
}

export function tooLong(line: number): SourceItem {
  return { line, path: 'household', problem: `is longer than ${maxHouseholdLength} characters` };
}
