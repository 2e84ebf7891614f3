import type { FindingLevel } from '../../schema/contract/publication.ts';

/** What one code means, in both languages; `{name}` is filled in. */
export interface FindingText {
  readonly level: FindingLevel;
  /** What is wrong and whom it would hurt. */
  readonly why: string;
  readonly whyTh: string;
  /** What the developer does about it. */
  readonly mend: string;
  readonly mendTh: string;
}
