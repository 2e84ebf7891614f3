import type { Finding } from '../../schema/contract/publication.ts';

type RefusalTexts = Pick<Finding, 'why' | 'whyTh' | 'mend' | 'mendTh'>;

export interface FindingPlace {
  readonly file: string;
  readonly line: number | null;
  readonly coordinate?: string | null;
}

/** A finding that refuses. */
export function refusal(code: string, { file, line, coordinate = null }: FindingPlace, texts: RefusalTexts): Finding {
  return { code, level: 'ERROR', file, line, coordinate, ...texts, approvers: [] };
}

/** Where a line of a published SDL stands for the developer. */
export type Placer = (sdl: string, line: number) => FindingPlace;

/**
 * A body of this repository publishes the shared schema and its own file after it: the developer knows the lines of the
 * file. Any other SDL is its own file.
 */
export function createPlacer(sharedSchema: string): Placer {
  const head = `${sharedSchema}\n`;
  const sharedLines = head.split('\n').length - 1;
  return (sdl, line) => {
    if (sharedSchema === '' || !sdl.startsWith(head)) return { file: 'schema.graphql', line };
    return { file: 'schema.graphql', line: line > sharedLines ? line - sharedLines : null };
  };
}
