import type { CheckReport, Finding, FindingLevel } from '../../schema/contract/publication.ts';

export type Language = 'en' | 'th';

/** The report as an agency developer reads it: the verdict, then each finding, the gravest first. */
export function checkText({ body, verdict, findings }: CheckReport, language: Language): string {
  const shown = findings.map((finding) => findingText(finding, language));
  return [`${body}: ${verdicts[verdict][language]}${tally(findings, language)}`, ...shown].join('\n\n');
}

const verdicts: Readonly<Record<CheckReport['verdict'], Readonly<Record<Language, string>>>> = {
  PASSED: { en: 'may be published', th: 'เผยแพร่ได้' },
  NEEDS_APPROVAL: { en: 'needs approval before it is published', th: 'ต้องได้รับอนุมัติก่อนเผยแพร่' },
  REFUSED: { en: 'would be refused', th: 'จะถูกปฏิเสธ' },
};

const words: Readonly<Record<FindingLevel, Readonly<Record<Language, string>>>> = {
  ERROR: { en: 'errors', th: 'ข้อผิดพลาด' },
  APPROVAL: { en: 'approvals', th: 'ต้องอนุมัติ' },
  WARNING: { en: 'warnings', th: 'คำเตือน' },
  NOTE: { en: 'notes', th: 'ข้อสังเกต' },
};

function tally(findings: readonly Finding[], language: Language): string {
  const counts = [...Map.groupBy(findings, ({ level }) => level)];
  return counts.length === 0
    ? ''
    : ` (${counts.map(([level, all]) => `${words[level][language]}: ${all.length}`).join(', ')})`;
}

/** `schema.graphql:41  FIELD_REMOVED_IN_USE  LabourRecord.jobStatus`, then why and what to do. */
function findingText(finding: Finding, language: Language): string {
  const { code, level, file, line, coordinate, approvers } = finding;
  const place = line === null ? file : `${file}:${line}`;
  const why = language === 'th' ? finding.whyTh : finding.why;
  const mend = language === 'th' ? finding.mendTh : finding.mend;
  const asked = language === 'th' ? 'ผู้อนุมัติ' : 'to be approved by';
  return [
    [place, level, code, ...(coordinate === null ? [] : [coordinate])].join('  '),
    `    ${why}`,
    `    → ${mend}`,
    ...(approvers.length === 0 ? [] : [`    ${asked}: ${approvers.join(', ')}`]),
  ].join('\n');
}
