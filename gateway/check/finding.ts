import type { CheckReport, Finding, FindingLevel } from '../../schema/contract/publication.ts';
import { findingLevels, verdictOf } from '../../schema/contract/publication.ts';
import { fill, type ErrorDetails } from '../../schema/contract/error-codes.ts';
import type { FindingText } from './finding-text.ts';
import { accessTexts } from './texts/access.ts';
import {
  changeTexts,
  standings,
  surpriseTexts,
  type ChangeKind,
  type ChangeText,
  type Standing,
} from './texts/changes.ts';
import { programmeTexts } from './texts/programmes.ts';
import { schemaTexts } from './texts/schema.ts';

const texts = { ...schemaTexts, ...accessTexts, ...programmeTexts, ...surpriseTexts };

/** A code with a text of its own. Changes that take something away have `<ChangeKind>_<Standing>`. */
export type PlainCode = keyof typeof texts;

export type FindingCode = PlainCode | `${ChangeKind}_${Standing}`;

/** Where a finding is. */
export interface Place {
  readonly file: string;
  /** From 1; null for the file as a whole. */
  readonly line: number | null;
  readonly coordinate?: string;
}

/** Every code that a check may report. */
export const findingCodes: readonly string[] = [
  ...Object.keys(texts),
  ...Object.keys(changeTexts).flatMap((kind) => Object.keys(standings).map((standing) => `${kind}_${standing}`)),
];

/** One finding, its texts filled in. `{coordinate}` is the place's. */
export function finding(
  code: PlainCode,
  place: Place,
  details: ErrorDetails = {},
  approvers: readonly string[] = [],
): Finding {
  return write(code, texts[code], place, { details, approvers });
}

/** A change that takes something from readers, as grave as its standing. */
export function changeFinding(kind: ChangeKind, standing: Standing, place: Place, details: ErrorDetails): Finding {
  const { what, whatTh, mend, mendTh }: ChangeText = changeTexts[kind];
  const { level, why, whyTh } = standings[standing];
  const text = { level, why: `${what} ${why}`, whyTh: `${whatTh} ${whyTh}`, mend, mendTh };
  return write(`${kind}_${standing}`, text, place, { details, approvers: [] });
}

/** The report of everything that was found: the gravest first, each thing once, no more than fifty of a code. */
export function reportOf(body: string, found: readonly Finding[]): CheckReport {
  const once = new Map(found.map((each) => [`${each.code} ${each.file} ${each.line} ${each.coordinate}`, each]));
  const findings = firstOfEach([...once.values()].toSorted(byGravity));
  return { body, verdict: verdictOf(findings), findings };
}

const maxOfOneCode = 50;

function firstOfEach(sorted: readonly Finding[]): readonly Finding[] {
  const kept = [...Map.groupBy(sorted, ({ code }) => code)].flatMap(([code, all]) => {
    if (all.length <= maxOfOneCode) return all;
    const details = { count: all.length - maxOfOneCode, of: code };
    const { file } = all[0] ?? { file: '' };
    return [
      ...all.slice(0, maxOfOneCode),
      finding('FINDINGS_LEFT_OUT', { file, line: null, coordinate: code }, details),
    ];
  });
  return kept.toSorted(byGravity);
}

function write(
  code: FindingCode,
  text: FindingText,
  { file, line, coordinate }: Place,
  { details, approvers }: { readonly details: ErrorDetails; readonly approvers: readonly string[] },
): Finding {
  const all = { ...(coordinate !== undefined && { coordinate }), ...details };
  return {
    code,
    level: text.level,
    file,
    line,
    coordinate: coordinate ?? null,
    why: fill(text.why, all),
    whyTh: fill(text.whyTh, all),
    mend: fill(text.mend, all),
    mendTh: fill(text.mendTh, all),
    approvers,
  };
}

function byGravity(one: Finding, other: Finding): number {
  return (
    rank(one.level) - rank(other.level) ||
    one.file.localeCompare(other.file) ||
    (one.line ?? 0) - (other.line ?? 0) ||
    one.code.localeCompare(other.code)
  );
}

function rank(level: FindingLevel): number {
  return findingLevels.indexOf(level);
}
