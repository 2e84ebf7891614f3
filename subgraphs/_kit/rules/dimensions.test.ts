import { describe, expect, it } from 'vitest';
import { dimensionFindings } from './dimensions.ts';
import type { DimensionFinding } from './dimensions.ts';
import type { FactValue } from './fact-clock.ts';
import { contextOf } from './screen.ts';
import { catalogueOf, householdWith } from './test-support.ts';

const passed = { 'H household.avgIncomePerPersonYear': 38_000, 'H household.housingSecure': true };

function findings(facts: Readonly<Record<string, FactValue | null>>): readonly DimensionFinding[] {
  return dimensionFindings(contextOf(catalogueOf(), householdWith({ facts })));
}

function failed(facts: Readonly<Record<string, FactValue | null>>): readonly string[] {
  return findings(facts).map((finding) => `${finding.dimension} ${finding.failed}`);
}

const unknown = ['HEALTH', 'LIVING', 'EDUCATION', 'INCOME', 'ACCESS'].map((dimension) => `${dimension} UNKNOWN`);

describe('the five dimensions', () => {
  it('fail as TPMAP lists them, and pass where it lists others', () => {
    const facts = { ...passed, 'H household.tpmapDimensions': ['LIVING', 'ACCESS'] };
    expect(failed(facts)).toEqual(['HEALTH FALSE', 'LIVING TRUE', 'EDUCATION FALSE', 'INCOME FALSE', 'ACCESS TRUE']);
  });

  it.each([
    ['an empty list', { ...passed, 'H household.tpmapDimensions': [] }],
    ['no row', { ...passed, 'H household.tpmapDimensions': null }],
    ['no answer', passed],
  ])('are UNKNOWN, not passed, when TPMAP has %s', (_case, facts) => {
    expect(failed(facts)).toEqual(unknown);
  });

  it('fail by the survey where TPMAP does not say so, in the name of the body that holds it', () => {
    const facts = { 'H household.avgIncomePerPersonYear': 37_999, 'H household.housingSecure': false };
    const found = findings({ ...facts, 'H household.tpmapDimensions': ['HEALTH'] });
    expect(found.map(({ failed: each, body }) => `${each} ${body}`)).toEqual([
      'TRUE prime-minister',
      'TRUE interior',
      'FALSE prime-minister',
      'TRUE interior',
      'FALSE prime-minister',
    ]);
    expect(failed(facts).filter((each) => each.endsWith('TRUE'))).toEqual(['LIVING TRUE', 'INCOME TRUE']);
  });

  it('do not pass while the survey may say that they fail', () => {
    expect(failed({ 'H household.tpmapDimensions': ['HEALTH'] })).toEqual([
      'HEALTH TRUE',
      'LIVING UNKNOWN',
      'EDUCATION FALSE',
      'INCOME UNKNOWN',
      'ACCESS FALSE',
    ]);
  });

  it('name what was found, and how fresh it is', () => {
    const facts = { 'H household.avgIncomePerPersonYear': 32_000, 'H household.tpmapDimensions': ['INCOME'] };
    const income = findings(facts).find(({ dimension }) => dimension === 'INCOME');
    expect(income).toMatchObject({ body: 'prime-minister', asOf: '2022-08-01T00:00:00Z' });
    expect(income?.indicators.map((words) => words.slice(0, 5))).toEqual(['TPMAP', 'จปฐ. ']);
    expect(findings({}).flatMap(({ indicators }) => indicators)).toEqual([]);
  });
});
