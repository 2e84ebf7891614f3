import type { CheckResult, ConformanceReport } from './report.ts';
import type { Text } from './text.ts';

export type Language = keyof Text;

/** The report for a terminal: every check on a line, and of those that did not pass what came and what to do. */
export function reportText(report: ConformanceReport, language: Language): string {
  const { body, address, checks, tookMs, certified, reason } = report;
  const words = wordsOf[language];
  return [
    `${words.title}: ${body}, ${address}`,
    '',
    ...checks.filter(({ status }) => status !== 'NOT_REACHED').flatMap((check) => checkLines(check, language)),
    ...notMade(checks, language),
    '',
    `${certified ? words.certified : words.notCertified}. ${reason[language]}`,
    `${words.made} ${checks.length} ${words.checks}, ${(tookMs / 1000).toFixed(1)} ${words.seconds}`,
  ].join('\n');
}

/** One line for all that was not made: it says nothing about the subgraph. */
function notMade(checks: readonly CheckResult[], language: Language): readonly string[] {
  const [first, ...others] = checks.filter(({ status }) => status === 'NOT_REACHED');
  return first === undefined ? [] : [`  ? ${others.length + 1} ${wordsOf[language].notMade}: ${first.came}`];
}

function checkLines(check: CheckResult, language: Language): readonly string[] {
  const { id, level, status, title, sent, expected, came, why, mend } = check;
  const words = wordsOf[language];
  const advised = level === 'RECOMMENDED' ? ` (${words.recommended})` : '';
  const head = `  ${marks[status]} ${id.padEnd(24)} ${title[language]}${advised}`;
  if (status !== 'FAILED') return [`${head}: ${came}`];
  const told: readonly (readonly [string, string])[] = [
    [words.sent, sent],
    [words.expected, expected[language]],
    [words.came, came],
    [words.why, why[language]],
    [words.mend, mend[language]],
  ];
  return [head, ...told.map(([name, text]) => `      ${name}: ${text}`)];
}

const marks: Readonly<Record<CheckResult['status'], string>> = {
  PASSED: '✓',
  FAILED: '✗',
  NOT_APPLICABLE: '–',
  NOT_REACHED: '?',
};

const wordsOf = {
  en: {
    title: 'Conformance',
    certified: 'CERTIFIED',
    notCertified: 'NOT CERTIFIED',
    made: 'Made',
    checks: 'checks',
    notMade: 'checks were not made',
    seconds: 's',
    recommended: 'recommended',
    sent: 'sent',
    expected: 'expected',
    came: 'came',
    why: 'why it matters',
    mend: 'what to do',
  },
  th: {
    title: 'ผลการตรวจมาตรฐาน',
    certified: 'ผ่านการรับรอง',
    notCertified: 'ไม่ผ่านการรับรอง',
    made: 'ตรวจ',
    checks: 'ข้อ',
    notMade: 'ข้อยังไม่ได้ตรวจ',
    seconds: 'วินาที',
    recommended: 'ข้อแนะนำ',
    sent: 'ส่ง',
    expected: 'คาดหมาย',
    came: 'ได้รับ',
    why: 'เหตุผล',
    mend: 'วิธีแก้',
  },
} as const;
