import { describe, expect, it } from 'vitest';
import { factsOf, parseRule, walkConditions } from './rule.ts';
import type { Rule } from './rule.ts';

const valid: Rule = {
  all: [
    { fact: 'person.ageYears', op: 'lt', value: 6 },
    { any: [{ fact: 'person.chronicConditions', op: 'contains', value: 'DM' }, { not: { const: false } }] },
    {
      count: 'household.members',
      where: {
        all: [
          { fact: 'person.ageYears', op: 'gte', value: 60 },
          { fact: 'household.landless', op: 'isTrue' },
        ],
      },
      op: 'gte',
      value: 1,
    },
    { fact: 'person.schoolLevel', op: 'in', value: ['PRIMARY'] },
    { fact: 'person.ssoSection', op: 'isNull' },
  ],
};

describe('parsing a rule', () => {
  it('gives the rule itself when nothing is wrong', () => {
    expect(parseRule(valid)).toEqual({ ok: true, value: valid });
  });

  it.each([
    ['a text', 'rule'],
    [{}, 'rule'],
    [{ all: [], any: [] }, 'rule'],
    [{ all: [] }, 'rule.all'],
    [{ any: { const: true } }, 'rule.any'],
    [{ not: null }, 'rule.not'],
    [{ const: 'true' }, 'rule.const'],
    [{ const: true, note: 'always' }, 'rule.note'],
    [{ fact: 'ageYears', op: 'isTrue' }, 'rule.fact'],
    [{ fact: 'person.ageYears', op: 'atLeast', value: 6 }, 'rule.op'],
    [{ fact: 'person.ageYears', op: 'gte' }, 'rule.value'],
    [{ fact: 'person.ageYears', op: 'gte', value: Number.NaN }, 'rule.value'],
    [{ fact: 'person.ageYears', op: 'eq', value: null }, 'rule.value'],
    [{ fact: 'person.ageYears', op: 'in', value: 6 }, 'rule.value'],
    [{ fact: 'person.ageYears', op: 'in', value: [] }, 'rule.value'],
    [{ fact: 'person.chronicConditions', op: 'contains', value: ['DM'] }, 'rule.value'],
    [{ fact: 'person.disabilityCard', op: 'isTrue', value: true }, 'rule.value'],
    [{ count: 'household.pets', where: { const: true }, op: 'gte', value: 1 }, 'rule.count'],
    [{ count: 'household.members', where: { const: true }, op: 'in', value: 1 }, 'rule.op'],
    [{ count: 'household.members', where: { const: true }, op: 'gte', value: 0.5 }, 'rule.value'],
    [{ count: 'household.members', op: 'gte', value: 1 }, 'rule.where'],
    [{ all: [{ const: true }, { any: [{ fact: 'person.x', op: 'gt', value: true }] }] }, 'rule.all[1].any[0].value'],
  ])('refuses %o at %s', (json, path) => {
    const parsed = parseRule(json);
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.path)).toEqual([path]);
  });

  it('names every problem, not the first', () => {
    const parsed = parseRule({ all: [{ fact: 'x', op: 'isTrue' }, { not: {} }] }, 'programmes[3].rule');
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([
      'programmes[3].rule.all[0].fact',
      'programmes[3].rule.all[1].not',
    ]);
  });
});

describe('the facts of a rule', () => {
  it('are those in counts too, each once', () => {
    expect(factsOf(valid)).toEqual([
      'household.landless',
      'person.ageYears',
      'person.chronicConditions',
      'person.schoolLevel',
      'person.ssoSection',
    ]);
  });

  it('are found at their paths', () => {
    const paths: string[] = [];
    walkConditions(valid, (_condition, path) => paths.push(path));
    expect(paths).toEqual([
      'all[0]',
      'all[1].any[0]',
      'all[2].where.all[0]',
      'all[2].where.all[1]',
      'all[3]',
      'all[4]',
    ]);
  });
});
