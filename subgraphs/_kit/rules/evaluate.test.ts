import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, countMembers, deathFact } from './evaluate.ts';
import type { Evaluation, RuleContext } from './evaluate.ts';
import type { FactValue } from './fact-clock.ts';
import { tabulateFacts } from './facts.ts';
import { ask } from './naive.ts';
import type { Answer, NaiveWorld } from './naive.ts';
import type { Rule } from './rule.ts';
import type { Truth } from './truth.ts';

const house = 'H';

type Values = Readonly<Record<string, FactValue | null | undefined>>;

/** `{ 'H household.size': 3, 'A person.ageYears': null }` as a household of the named members. */
function world(
  values: Values,
  members: readonly string[] = ['A'],
  dead: Readonly<Record<string, Truth>> = {},
): RuleContext {
  const facts = Object.entries(values).flatMap(([key, value]) => {
    const [subject = '', name = ''] = key.split(' ');
    return value === undefined ? [] : [{ subject, name, value, body: 'interior' as const, asOf: null }];
  });
  return {
    facts: tabulateFacts(facts, { asOf: '2022-08-10', ownerOf: () => undefined }),
    houseCode: house,
    members,
    living: new Map(Object.entries(dead)),
  };
}

const age = (op: 'lt' | 'gte', value: number): Rule => ({ fact: 'person.ageYears', op, value });
const card: Rule = { fact: 'person.disabilityCard', op: 'isTrue' };
const damaged: Rule = { fact: 'household.houseDamage', op: 'in', value: ['PARTIAL', 'TOTAL'] };

function children(op: 'eq' | 'gte' | 'lt' | 'ne', value: number): Rule {
  return { count: 'household.members', where: age('lt', 18), op, value };
}

function holds(rule: Rule, context: RuleContext): Truth {
  return compile(rule).evaluate(context, 'A').holds;
}

function missing(evaluation: Evaluation): readonly string[] {
  return evaluation.missing.map(({ fact, subject }) => `${subject} ${fact}`);
}

describe('a condition', () => {
  const rows: readonly (readonly [Rule & { readonly fact: string }, FactValue | null, Truth])[] = [
    [{ fact: 'person.x', op: 'eq', value: 'A' }, 'A', 'TRUE'],
    [{ fact: 'person.x', op: 'eq', value: 'A' }, 'B', 'FALSE'],
    [{ fact: 'person.x', op: 'eq', value: 33 }, null, 'FALSE'],
    [{ fact: 'person.x', op: 'ne', value: '10' }, '50', 'TRUE'],
    [{ fact: 'person.x', op: 'ne', value: '10' }, '10', 'FALSE'],
    [{ fact: 'person.x', op: 'ne', value: '10' }, null, 'FALSE'],
    [{ fact: 'person.x', op: 'lte', value: 50 }, 50, 'TRUE'],
    [{ fact: 'person.x', op: 'lte', value: 50 }, 51, 'FALSE'],
    [{ fact: 'person.x', op: 'lte', value: 50 }, null, 'FALSE'],
    [{ fact: 'person.x', op: 'lt', value: 6 }, 6, 'FALSE'],
    [{ fact: 'person.x', op: 'gt', value: 60 }, 60, 'FALSE'],
    [{ fact: 'person.x', op: 'gte', value: 60 }, 60, 'TRUE'],
    [{ fact: 'person.x', op: 'gt', value: '2022-01-01' }, '2022-01-02', 'TRUE'],
    [{ fact: 'person.x', op: 'lt', value: '2022-01-01' }, '2022-01-01', 'FALSE'],
    [{ fact: 'person.x', op: 'in', value: ['A', 'B'] }, 'B', 'TRUE'],
    [{ fact: 'person.x', op: 'in', value: ['A', 'B'] }, 'C', 'FALSE'],
    [{ fact: 'person.x', op: 'in', value: ['A', 'B'] }, null, 'FALSE'],
    [{ fact: 'person.x', op: 'contains', value: 'DM' }, ['HT', 'DM'], 'TRUE'],
    [{ fact: 'person.x', op: 'contains', value: 'DM' }, [], 'FALSE'],
    [{ fact: 'person.x', op: 'contains', value: 'DM' }, null, 'FALSE'],
    [{ fact: 'person.x', op: 'isTrue' }, true, 'TRUE'],
    [{ fact: 'person.x', op: 'isTrue' }, null, 'FALSE'],
    [{ fact: 'person.x', op: 'isFalse' }, false, 'TRUE'],
    [{ fact: 'person.x', op: 'isFalse' }, null, 'FALSE'],
    [{ fact: 'person.x', op: 'isNull' }, null, 'TRUE'],
    [{ fact: 'person.x', op: 'isNull' }, 0, 'FALSE'],
  ];

  it.each(rows)('%o of %o is %s', (rule, value, truth) => {
    expect(holds(rule, world({ 'A person.x': value }))).toBe(truth);
  });

  it.each(rows)('%o of a fact that nobody stated is UNKNOWN', (rule) => {
    const evaluation = compile(rule).evaluate(world({}), 'A');
    expect(evaluation.holds).toBe('UNKNOWN');
    expect(evaluation.missing).toEqual([{ fact: 'person.x', subject: 'A', present: false }]);
  });

  const unusable: readonly (readonly [Rule & { readonly fact: string }, FactValue])[] = [
    [{ fact: 'person.x', op: 'isTrue' }, 1],
    [{ fact: 'person.x', op: 'isFalse' }, 'no'],
    [{ fact: 'person.x', op: 'ne', value: '10' }, 10],
    [{ fact: 'person.x', op: 'lte', value: 50 }, '46'],
    [{ fact: 'person.x', op: 'in', value: ['A'] }, 3],
    [{ fact: 'person.x', op: 'contains', value: 'DM' }, 'DM'],
  ];

  it.each(unusable)('%o of %o, which it cannot compare, is UNKNOWN and missing', (rule, value) => {
    const evaluation = compile(rule).evaluate(world({ 'A person.x': value }), 'A');
    expect(evaluation.holds).toBe('UNKNOWN');
    expect(evaluation.missing).toEqual([{ fact: 'person.x', subject: 'A', present: true }]);
  });
});

describe('what is missing', () => {
  it('is nothing once the verdict stands, however much is unknown', () => {
    const evaluation = compile({ all: [card, age('gte', 60)] }).evaluate(world({ 'A person.ageYears': 5 }), 'A');
    expect([evaluation.holds, missing(evaluation)]).toEqual(['FALSE', []]);
  });

  it('is nothing in a branch that is decided, inside one that is not', () => {
    const rule: Rule = { all: [card, { any: [age('gte', 60), damaged] }] };
    const evaluation = compile(rule).evaluate(world({ 'A person.ageYears': 70 }), 'A');
    expect([evaluation.holds, missing(evaluation)]).toEqual(['UNKNOWN', ['A person.disabilityCard']]);
  });

  it('is the facts of a person in a count that is open, with their subjects', () => {
    const rule: Rule = { count: 'household.members', where: age('lt', 18), op: 'gte', value: 2 };
    const evaluation = compile(rule).evaluate(world({ 'A person.ageYears': 3 }, ['A', 'B', 'C']), null);
    expect([evaluation.holds, missing(evaluation)]).toEqual(['UNKNOWN', ['B person.ageYears', 'C person.ageYears']]);
  });

  it('is each fact once, by its name', () => {
    const rule: Rule = { all: [damaged, age('gte', 18), age('lt', 60), card] };
    expect(missing(compile(rule).evaluate(world({}), 'A'))).toEqual([
      'H household.houseDamage',
      'A person.ageYears',
      'A person.disabilityCard',
    ]);
  });
});

describe('evidence', () => {
  it('is every condition in the order of the rule, with what was found', () => {
    const { evidence } = compile({ any: [age('gte', 60), card] }).evaluate(world({ 'A person.ageYears': 70 }), 'A');
    expect(evidence).toEqual([
      { fact: 'person.ageYears', subject: 'A', op: 'gte', expected: 60, holds: 'TRUE', value: 70, present: true },
      {
        fact: 'person.disabilityCard',
        subject: 'A',
        op: 'isTrue',
        expected: null,
        holds: 'UNKNOWN',
        value: null,
        present: false,
      },
    ]);
  });
});

describe('a count', () => {
  const family = world({ 'A person.ageYears': 40, 'B person.ageYears': 3 }, ['A', 'B', 'C']);

  it.each([
    [children('gte', 1), 'TRUE'],
    [children('gte', 2), 'UNKNOWN'],
    [children('gte', 3), 'FALSE'],
    [children('eq', 1), 'UNKNOWN'],
    [children('eq', 0), 'FALSE'],
    [children('ne', 0), 'TRUE'],
    [children('ne', 2), 'UNKNOWN'],
    [children('lt', 1), 'FALSE'],
    [children('lt', 3), 'TRUE'],
  ] as const)('%o with one child and one of unknown age is %s', (rule, truth) => {
    expect(holds(rule, family)).toBe(truth);
  });

  it('leaves out the dead', () => {
    const bereaved = world({ 'A person.ageYears': 40, 'B person.ageYears': 3 }, ['A', 'B'], { B: 'FALSE' });
    expect(holds(children('gte', 1), bereaved)).toBe('FALSE');
  });

  it('does not know whether one counts who may be dead, and asks for the death', () => {
    const doubtful = world({ 'A person.ageYears': 40, 'B person.ageYears': 3 }, ['A', 'B'], {
      A: 'UNKNOWN',
      B: 'UNKNOWN',
    });
    const evaluation = compile(children('gte', 1)).evaluate(doubtful, null);
    expect([evaluation.holds, missing(evaluation)]).toEqual(['UNKNOWN', [`B ${deathFact}`]]);
  });

  it('gives the least and the most that it may be', () => {
    expect(countMembers(compile(age('lt', 18)), family)).toEqual({ min: 1, max: 2 });
  });

  it('does not change whose facts the rest of the rule reads', () => {
    const rule: Rule = { all: [{ count: 'household.members', where: card, op: 'gte', value: 1 }, age('gte', 18)] };
    const context = world(
      { 'A person.ageYears': 40, 'A person.disabilityCard': false, 'B person.disabilityCard': true },
      ['A', 'B'],
    );
    expect(holds(rule, context)).toBe('TRUE');
  });
});

describe('a rule', () => {
  it('lists its facts once, by name', () => {
    expect(compile({ all: [damaged, age('lt', 60), age('gte', 18)] }).facts).toEqual([
      'household.houseDamage',
      'person.ageYears',
    ]);
  });

  it('of a person cannot be asked of a household', () => {
    const rule = compile({ not: card });
    expect(rule.ofPerson).toBe(true);
    expect(() => rule.holds(world({}), null)).toThrow(RangeError);
    expect(compile({ count: 'household.members', where: card, op: 'gte', value: 1 }).ofPerson).toBe(false);
  });
});

const numbers = fc.integer({ min: 0, max: 4 });
const factNames = fc.constantFrom('person.a', 'person.b', 'household.c', 'household.d');
const words = fc.constantFrom('X', 'Y', 'Z');
const values = fc.oneof(
  fc.boolean(),
  numbers,
  words,
  fc.constant(null),
  fc.array(words, { maxLength: 2 }),
) satisfies fc.Arbitrary<FactValue | null>;
const orderings = fc.constantFrom('gt' as const, 'gte' as const, 'lt' as const, 'lte' as const);
const equalities = fc.constantFrom('eq' as const, 'ne' as const);

const conditions = fc.oneof(
  fc.record({ fact: factNames, op: fc.constantFrom('isTrue' as const, 'isFalse' as const, 'isNull' as const) }),
  fc.record({ fact: factNames, op: equalities, value: fc.oneof(fc.boolean(), numbers, words) }),
  fc.record({ fact: factNames, op: orderings, value: numbers }),
  fc.record({
    fact: factNames,
    op: fc.constant('in' as const),
    value: fc.array(fc.oneof(numbers, words), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ fact: factNames, op: fc.constant('contains' as const), value: words }),
) satisfies fc.Arbitrary<Rule>;

const { rule: rules } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    conditions,
    fc.record({ const: fc.boolean() }),
    fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
    fc.record({
      count: fc.constant('household.members' as const),
      where: tie('rule'),
      op: fc.oneof(orderings, equalities),
      value: numbers,
    }),
  ),
}));

interface Household {
  readonly values: Values;
  readonly dead: Readonly<Record<string, Truth>>;
}

const members = ['A', 'B', 'C'];
const keys = [
  ...members.flatMap((member) => [`${member} person.a`, `${member} person.b`]),
  `${house} household.c`,
  `${house} household.d`,
];
const households: fc.Arbitrary<Household> = fc.record({
  values: fc.record(Object.fromEntries(keys.map((key) => [key, values])), { requiredKeys: [] }),
  dead: fc.record(
    Object.fromEntries(
      members.map((member) => [member, fc.constantFrom('TRUE' as const, 'FALSE' as const, 'UNKNOWN' as const)]),
    ),
  ),
});

const lives: Readonly<Record<Truth, boolean | undefined>> = { TRUE: false, FALSE: true, UNKNOWN: undefined };

function naiveWorld({ values: of, dead }: Household): NaiveWorld {
  return {
    facts: new Map(Object.entries(of)),
    house,
    members,
    dead: new Map(members.map((member) => [member, lives[dead[member] ?? 'TRUE']])),
  };
}

function truthFrom(answer: Answer): Truth {
  if (answer === undefined) return 'UNKNOWN';
  return answer ? 'TRUE' : 'FALSE';
}

describe('any rule over any household', () => {
  const runs = { numRuns: 2000 };

  it('says what a plain reading of the language says, with reasons or without', () => {
    fc.assert(
      fc.property(rules, households, (rule, household) => {
        const compiled = compile(rule);
        const context = world(household.values, members, household.dead);
        const expected = truthFrom(ask(rule, naiveWorld(household), 'A'));
        expect(compiled.holds(context, 'A')).toBe(expected);
        expect(compiled.evaluate(context, 'A').holds).toBe(expected);
      }),
      runs,
    );
  });

  it('only ever becomes UNKNOWN when facts are taken away', () => {
    fc.assert(
      fc.property(rules, households, fc.subarray(keys), (rule, household, gone) => {
        const compiled = compile(rule);
        const fewer = Object.fromEntries(Object.entries(household.values).filter(([key]) => !gone.includes(key)));
        const before = compiled.holds(world(household.values, members, household.dead), 'A');
        const after = compiled.holds(world(fewer, members, household.dead), 'A');
        expect([before, 'UNKNOWN']).toContain(after);
      }),
      runs,
    );
  });

  it('only ever becomes UNKNOWN when it is no longer known who lives', () => {
    fc.assert(
      fc.property(rules, households, fc.constantFrom(...members), (rule, household, member) => {
        const compiled = compile(rule);
        const before = compiled.holds(world(household.values, members, household.dead), 'A');
        const after = compiled.holds(world(household.values, members, { ...household.dead, [member]: 'UNKNOWN' }), 'A');
        expect([before, 'UNKNOWN']).toContain(after);
      }),
      runs,
    );
  });

  it('misses something exactly when it is UNKNOWN, and is decided once all that is missing is known', () => {
    fc.assert(
      fc.property(rules, households, fc.array(values, { minLength: 8, maxLength: 8 }), (rule, household, supply) => {
        const compiled = compile(rule);
        const { holds: before, missing: lacks } = compiled.evaluate(
          world(household.values, members, household.dead),
          'A',
        );
        expect(lacks.length > 0).toBe(before === 'UNKNOWN');
        const absent = lacks.filter(({ present, fact }) => !present && fact !== deathFact);
        const supplied = absent.map(({ subject, fact }, at) => [`${subject} ${fact}`, supply[at] ?? null] as const);
        const more = { ...household.values, ...Object.fromEntries(supplied) };
        const { missing: left } = compiled.evaluate(world(more, members, household.dead), 'A');
        expect(left.filter(({ fact, present }) => !present && fact !== deathFact)).toEqual([]);
      }),
      runs,
    );
  });

  it('looks at no fact that it does not list', () => {
    fc.assert(
      fc.property(rules, households, (rule, household) => {
        const compiled = compile(rule);
        const { evidence } = compiled.evaluate(world(household.values, members, household.dead), 'A');
        for (const { fact } of evidence) expect(compiled.facts).toContain(fact);
      }),
      { numRuns: 300 },
    );
  });
});
