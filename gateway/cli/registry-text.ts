import type { ListedProposal, PublishAnswer } from '../app/registry/registry-client.ts';
import { checkText, type Language } from './body-check-text.ts';

/** What came of a publication, with the report where there is something in it. */
export function answerText(answer: PublishAnswer, language: Language): string {
  const { report } = answer;
  const line = outcomes[answer.kind](answer)[language];
  return report === undefined || report.findings.length === 0 ? line : `${checkText(report, language)}\n\n${line}`;
}

type Texts = Readonly<Record<Language, string>>;

const outcomes: Readonly<Record<PublishAnswer['kind'], (answer: PublishAnswer) => Texts>> = {
  PUBLISHED: ({ body, version, sequence }) => ({
    en: `${body} version ${version} is published, artefact ${sequence}.`,
    th: `เผยแพร่ ${body} รุ่น ${version} แล้ว ชุดลำดับ ${sequence}`,
  }),
  UNCHANGED: ({ body, version, sequence }) => ({
    en: `${body} version ${version} has this content already, artefact ${sequence}.`,
    th: `${body} รุ่น ${version} มีเนื้อหานี้อยู่แล้ว ชุดลำดับ ${sequence}`,
  }),
  PENDING: ({ body, proposal, waitingFor = [] }) => ({
    en: `${body} waits for the yes of ${waitingFor.join(', ')}: samutphok registry approve ${proposal}`,
    th: `${body} รอความยินยอมจาก ${waitingFor.join(', ')}: samutphok registry approve ${proposal}`,
  }),
  REFUSED: ({ body }) => ({
    en: `${body} is not published. Mend what the report says and publish again.`,
    th: `ไม่ได้เผยแพร่ ${body} โปรดแก้ตามรายงานแล้วเผยแพร่ใหม่`,
  }),
  CHECKED: ({ body, report }) =>
    report?.verdict === 'NEEDS_APPROVAL'
      ? {
          en: `${body} would wait for the yes of others. Nothing was kept.`,
          th: `${body} จะต้องรอความยินยอมจากหน่วยงานอื่น ยังไม่มีการบันทึก`,
        }
      : { en: `${body} would be published. Nothing was kept.`, th: `${body} เผยแพร่ได้ ยังไม่มีการบันทึก` },
};

/** `health 3  2022-08-10T03:00:00.000Z  somchai  PASSED, 2 findings`. */
export function versionText({ body, version, at, publishedBy, report }: VersionLine): string {
  const { verdict, findings } = report;
  return `${body} ${version}  ${at}  ${publishedBy}  ${verdict}, ${findings.length} findings`;
}

type VersionLine = Readonly<Record<'body' | 'at' | 'publishedBy', string>> & {
  readonly version: number;
  readonly report: ListedProposal['report'];
};

export function proposalText(proposal: ListedProposal, language: Language): string {
  const { id, body, proposedBy, at, report, approvals } = proposal;
  const said = approvals.map((approval) => approval.body).join(', ') || '–';
  const line = { en: `said yes: ${said}`, th: `ยินยอมแล้ว: ${said}` }[language];
  return `${id}  ${body}  ${at}  ${proposedBy}  ${line}\n${checkText(report, language)}\n`;
}
