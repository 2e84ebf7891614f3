import { control, household, operation, query, type Attack, type Lines } from './attack.ts';

const reason = 'ผู้ป่วยติดเตียงถูกทิ้งไว้ลำพัง ต้องเข้าช่วยเหลือทันที';

/** Reasons that are given, and not given, for looking. */
export const purposeAttacks: readonly Attack[] = [
  asked('no purpose', { 'x-purpose': null }, 'POLICY_PURPOSE_MISSING', 403),
  ...[
    'case_review',
    'CASE_REVIEW ,REPORT',
    'CURIOSITY',
    '*',
    '',
    '__proto__',
    'constructor',
    'CASE_REVIEW\t',
    'x'.repeat(2_000),
  ].map((purpose) =>
    asked(
      `the purpose ${JSON.stringify(purpose).slice(0, 30)}`,
      { 'x-purpose': purpose },
      purpose.trim() === 'CASE_REVIEW' ? null : 'POLICY_PURPOSE_INVALID',
      purpose.trim() === 'CASE_REVIEW' ? 200 : 400,
    ),
  ),
  asked('a case of 65 letters', { 'x-case': 'x'.repeat(65) }, 'POLICY_CASE_INVALID', 400),
  asked('an empty case', { 'x-case': '' }, 'POLICY_CASE_INVALID', 400),
  asked('a case with an escape of the terminal', { 'x-case': "UTF-8''%1B%5B31mred" }, 'POLICY_CASE_INVALID', 400),
  asked('a case with a line break', { 'x-case': "UTF-8''a%0Alevel%3Derror" }, 'POLICY_CASE_INVALID', 400),
  asked('a case with a NUL', { 'x-case': "UTF-8''a%00b" }, 'POLICY_CASE_INVALID', 400),
  asked('a case that turns the writing round', { 'x-case': "UTF-8''a%E2%80%AEb" }, 'POLICY_CASE_INVALID', 400),
  asked('a case of no width', { 'x-case': "UTF-8''%E2%80%8B" }, 'POLICY_CASE_INVALID', 400),
  asked('a case of bytes that are no text', { 'x-case': "UTF-8''%FF%FE" }, 'POLICY_CASE_INVALID', 400),
  asked('a case of half a letter', { 'x-case': "UTF-8''%E0%B8" }, 'POLICY_CASE_INVALID', 400),
  asked('a preview of maybe', { 'x-cost-preview': 'maybe' }, 'REQUEST_PREVIEW_INVALID', 400),
  asked('a preview that runs nothing', { 'x-cost-preview': 'true', 'x-purpose': 'CASE_REVIEW' }, null, 200),
  asked(
    'a broken glass of a caseworker',
    { 'x-break-glass': `UTF-8''${encodeURIComponent(reason)}` },
    'POLICY_BREAK_GLASS_REFUSED',
    403,
  ),
  {
    title: 'a purpose for what needs none',
    wire: (by) => operation(by, control, { 'x-purpose': null }),
    status: 200,
    code: null,
  },
];

function asked(title: string, lines: Lines, code: string | null, status: number): Attack {
  return { title, wire: (by) => operation(by, query(household), lines), status, code };
}
