/** What a body publishes: its schema and its programmes. Its address is registered with it out of band, never taken from here. */
export interface Publication {
  /** The subgraph's name, for example `health`. */
  readonly body: string;
  /** SDL of the subgraph as `_service` gives it. */
  readonly sdl: string;
  /** Text of its programmes.json; null for a subgraph without programmes. */
  readonly programmes: string | null;
}

/** Weight of a finding. An error refuses; an approval needs somebody else's yes; the others inform. */
export const findingLevels = ['ERROR', 'APPROVAL', 'WARNING', 'NOTE'] as const;

export type FindingLevel = (typeof findingLevels)[number];

/** One thing that a check says of a publication: what, where, why, and what to do. */
export interface Finding {
  /** For example `FIELD_REMOVED_IN_USE`. */
  readonly code: string;
  readonly level: FindingLevel;
  /** `schema.graphql` or `programmes.json`, as the agency developer knows it. */
  readonly file: string;
  /** From 1; null where it is about the file as a whole. */
  readonly line: number | null;
  /** `Type.field` or a programme's id; null where it is about neither. */
  readonly coordinate: string | null;
  /** What is wrong and whom it would hurt. */
  readonly why: string;
  readonly whyTh: string;
  /** What the developer does about it. */
  readonly mend: string;
  readonly mendTh: string;
  /** Bodies whose yes it needs; empty unless the level is APPROVAL. */
  readonly approvers: readonly string[];
}

export interface CheckReport {
  readonly body: string;
  readonly verdict: 'PASSED' | 'NEEDS_APPROVAL' | 'REFUSED';
  /** The gravest first. */
  readonly findings: readonly Finding[];
}

/** The verdict that findings add up to. */
export function verdictOf(findings: readonly Finding[]): CheckReport['verdict'] {
  if (findings.some(({ level }) => level === 'ERROR')) return 'REFUSED';
  return findings.some(({ level }) => level === 'APPROVAL') ? 'NEEDS_APPROVAL' : 'PASSED';
}
