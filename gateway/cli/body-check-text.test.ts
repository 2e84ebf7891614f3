import { describe, expect, it } from 'vitest';
import type { CheckReport, Finding } from '../../schema/contract/publication.ts';
import { checkText } from './body-check-text.ts';

const finding: Finding = {
  code: 'FIELD_REMOVED_IN_USE',
  level: 'ERROR',
  file: 'schema.graphql',
  line: 41,
  coordinate: 'LabourRecord.jobStatus',
  why: 'It is removed.',
  whyTh: 'ถูกลบ',
  mend: 'Keep it.',
  mendTh: 'คงไว้',
  approvers: [],
};

const approval: Finding = {
  ...finding,
  code: 'FIELD_SHARED',
  level: 'APPROVAL',
  line: null,
  coordinate: null,
  approvers: ['interior', 'health'],
};

function report(verdict: CheckReport['verdict'], findings: readonly Finding[]): CheckReport {
  return { body: 'labour', verdict, findings };
}

describe('the report on the terminal', () => {
  it('shows place, code, why and what to do of each finding', () => {
    expect(checkText(report('REFUSED', [finding, approval]), 'en')).toBe(
      [
        'labour: would be refused (errors: 1, approvals: 1)',
        '',
        'schema.graphql:41  ERROR  FIELD_REMOVED_IN_USE  LabourRecord.jobStatus',
        '    It is removed.',
        '    → Keep it.',
        '',
        'schema.graphql  APPROVAL  FIELD_SHARED',
        '    It is removed.',
        '    → Keep it.',
        '    to be approved by: interior, health',
      ].join('\n'),
    );
  });

  it('is in Thai on request', () => {
    expect(checkText(report('NEEDS_APPROVAL', [approval]), 'th')).toBe(
      [
        'labour: ต้องได้รับอนุมัติก่อนเผยแพร่ (ต้องอนุมัติ: 1)',
        '',
        'schema.graphql  APPROVAL  FIELD_SHARED',
        '    ถูกลบ',
        '    → คงไว้',
        '    ผู้อนุมัติ: interior, health',
      ].join('\n'),
    );
  });

  it('is one line where there is nothing to say', () => {
    expect(checkText(report('PASSED', []), 'en')).toBe('labour: may be published');
    expect(checkText(report('PASSED', []), 'th')).toBe('labour: เผยแพร่ได้');
  });
});
