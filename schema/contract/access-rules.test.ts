import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessRules, isAsStrict, maskText, mayReadField, shownCharacters, strictest, toRule } from './access-rules.ts';
import { readRowRules } from './access-rows.ts';
import { roles, type Principal, type Role } from './identity.ts';

function principal(role: Role, scopes: readonly string[] = [], body: Principal['body'] = null): Principal {
  return { subject: 's', role, areas: [], body, scopes: new Set(scopes), expiresAt: 0 };
}

describe('the rules of a schema', () => {
  it('are a field’s own, or its type’s', () => {
    const rules = accessRules(`
      type A @sensitive(category: "health") { x: Int y: Int @personal(kind: NAME) z: Int @open }
      type B { x: Int @open y: Int }`);
    expect(Object.fromEntries(rules)).toEqual({
      'A.x': { level: 'sensitive', kind: 'DETAIL', categories: ['health'] },
      'A.y': { level: 'personal', kind: 'NAME', categories: [] },
      'A.z': { level: 'open', categories: [] },
      'B.x': { level: 'open', categories: [] },
    });
  });

  it('hold together where there are several, with the mask', () => {
    const rules = accessRules(`type A {
      x: Int @personal(kind: BIRTH_DATE) @sensitive(category: ["security", "health"])
      y: ID @mask(keep: 3) @personal(kind: CITIZEN_NUMBER) }`);
    expect(rules.get('A.x')).toEqual({ level: 'sensitive', kind: 'BIRTH_DATE', categories: ['health', 'security'] });
    expect(rules.get('A.y')).toEqual({ level: 'personal', kind: 'CITIZEN_NUMBER', categories: [], mask: { keep: 3 } });
  });

  it('are strictest where they cannot be read', () => {
    const rules = accessRules(
      `type A { x: Int @personal(kind: NEW) y: Int @sensitive z: Int @sensitive(category: $c) }`.replace('$c', '1'),
    );
    expect(rules.get('A.x')?.kind).toBe('FREE_TEXT');
    for (const field of ['A.y', 'A.z']) {
      const rule = rules.get(field);
      expect(rule !== undefined && mayReadField(principal('caseworker', ['sensitive:health']), rule)).toBe(false);
    }
  });

  it('of an interface are as strict as its strictest implementation', () => {
    const rules = accessRules(`
      interface I @open { x: Int y: Int }
      type A implements I @open { x: Int y: Int @sensitive(category: "health") }
      type B implements I @personal(kind: ADDRESS) { x: Int y: Int }`);
    expect(rules.get('I.x')).toEqual({ level: 'personal', kind: 'ADDRESS', categories: [] });
    expect(rules.get('I.y')).toEqual({ level: 'sensitive', kind: 'ADDRESS', categories: ['health'] });
  });

  it('name the body whose record alone leads to a type', () => {
    const rules = accessRules(`
      type Query @open { shared: Shared }
      type Household @key(fields: "houseCode") @personal { houseCode: ID health: HealthRecord socialWelfare: SocialWelfareRecord }
      type HealthRecord @personal { visit: Visit both: Both shared: Shared household: Household }
      type SocialWelfareRecord @personal { both: Both }
      type Visit @personal { place: Place } type Place @personal { x: Int }
      type Both @personal { x: Int } type Shared @personal { x: Int }`);
    const bodies = Object.fromEntries([...rules].map(([coordinate, { body }]) => [coordinate, body]));
    expect(bodies).toEqual({
      'Query.shared': undefined,
      'Household.houseCode': undefined,
      'Household.health': undefined,
      'Household.socialWelfare': undefined,
      'HealthRecord.visit': 'health',
      'HealthRecord.both': 'health',
      'HealthRecord.shared': 'health',
      'HealthRecord.household': 'health',
      'SocialWelfareRecord.both': 'social-welfare',
      'Visit.place': 'health',
      'Place.x': 'health',
      'Both.x': undefined,
      'Shared.x': undefined,
    });
  });

  it('say which words of an enum are sensitive', () => {
    const rules = accessRules(`enum E { A B @sensitive(category: "disability") }`);
    expect([...rules]).toEqual([['E.B', { level: 'sensitive', kind: 'DETAIL', categories: ['disability'] }]]);
  });

  it('are shared where they are equal', () => {
    const rules = accessRules(`type A @personal { x: Int y: Int }`);
    expect(rules.get('A.x')).toBe(rules.get('A.y'));
  });
});

describe('who may read', () => {
  const detail = toRule({ kind: 'DETAIL', categories: [] });
  const status = toRule({ kind: 'STATUS', categories: [] });
  const name = toRule({ kind: 'NAME', categories: [] });

  it('what is open: everybody', () => {
    expect(roles.map((role) => mayReadField(principal(role), toRule({ categories: [] })))).toEqual(
      roles.map(() => true),
    );
  });

  it.each([
    ['caseworker', [true, true, true]],
    ['supervisor', [true, true, true]],
    ['report-builder', [true, true, false]],
    ['body-developer', [false, false, false]],
    ['auditor', [false, false, false]],
  ] as const)('status, details and names: a %s by role, whatever the scopes', (role, expected) => {
    const reader = principal(role, ['sensitive:*', 'identity:full']);
    expect([status, detail, name].map((rule) => mayReadField(reader, rule, 'health'))).toEqual(expected);
  });

  it('details of a record: the staff of its own body; status: of any', () => {
    const officer = principal('body-officer', [], 'health');
    expect([detail, status].map((rule) => mayReadField(officer, rule, 'health'))).toEqual([true, true]);
    expect([detail, status].map((rule) => mayReadField(officer, rule, 'labour'))).toEqual([false, true]);
    expect(mayReadField(officer, detail)).toBe(true);
    expect(mayReadField(officer, { ...detail, body: 'labour' })).toBe(false);
    expect(mayReadField(principal('body-officer'), detail)).toBe(false);
  });

  it('what is sensitive: who holds every category', () => {
    const rule = toRule({ categories: ['disability', 'health'] });
    expect(mayReadField(principal('caseworker', ['sensitive:health']), rule)).toBe(false);
    expect(mayReadField(principal('caseworker', ['sensitive:health', 'sensitive:disability']), rule)).toBe(true);
    expect(mayReadField(principal('caseworker', ['sensitive:*']), rule)).toBe(true);
    expect(mayReadField(principal('auditor', ['sensitive:*']), rule)).toBe(false);
  });

  it('a masked value whole: who holds identity:full', () => {
    const rule = toRule({ kind: 'CITIZEN_NUMBER', categories: [], mask: { keep: 3 } });
    expect(shownCharacters(principal('caseworker'), rule)).toBe(3);
    expect(shownCharacters(principal('caseworker', ['identity:full']), rule)).toBeUndefined();
    expect(shownCharacters(principal('caseworker'), detail)).toBeUndefined();
  });
});

describe('two rules as one', () => {
  const rule = fc
    .record({
      kind: fc.option(fc.constantFrom('STATUS', 'DETAIL', 'NAME', 'FREE_TEXT'), { nil: undefined }),
      categories: fc.subarray(['health', 'disability']),
    })
    .map(({ kind, categories }) => toRule({ categories, ...(kind !== undefined && { kind }) }));
  const reader = fc
    .tuple(fc.constantFrom(...roles), fc.subarray(['sensitive:health', 'sensitive:disability', 'sensitive:*']))
    .map(([role, scopes]) => principal(role, scopes, 'health'));

  it('are read by who may read by both, and by nobody else', () => {
    fc.assert(
      fc.property(
        rule,
        rule,
        reader,
        fc.constantFrom(null, 'health' as const, 'labour' as const),
        (one, other, who, body) => {
          const both = mayReadField(who, one, body) && mayReadField(who, other, body);
          expect(mayReadField(who, strictest(one, other), body)).toBe(both);
          const isWider = mayReadField(who, one, body) && !mayReadField(who, other, body);
          expect(isAsStrict(one, other) && isWider).toBe(false);
        },
      ),
    );
  });
});

describe('a mask', () => {
  it('shows the last characters alone, once or twice', () => {
    expect(maskText('1234567890123', 3)).toBe('xxxxxxxxxx123');
    expect(maskText(maskText('1234567890123', 3), 3)).toBe('xxxxxxxxxx123');
    expect(maskText('123', 0)).toBe('xxx');
  });

  it('hides what is too short whole', () => {
    expect(maskText('123', 3)).toBe('xxx');
  });
});

describe('the rules of rows', () => {
  const rules = readRowRules({
    facts: [
      { name: 'person.card', ownerBody: 'social-welfare', category: 'disability' },
      { name: 'person.score', ownerBody: 'health', category: 'health' },
      {
        name: 'person.count',
        ownerBody: 'interior',
        category: 'open',
        derivedFrom: ['person.card', 'person.score', 'asOf'],
      },
      { name: 'person.birthDate', ownerBody: 'interior', category: 'open' },
      { name: 'person.ageYears', ownerBody: 'interior', category: 'open', derivedFrom: ['person.birthDate', 'asOf'] },
    ],
    programmes: [
      { id: 'plain', sensitiveFacts: [] },
      { id: 'both', sensitiveFacts: ['person.card', 'person.count'] },
    ],
  });

  it('are those of the dictionary, with the categories of what a fact follows from', () => {
    expect(rules.fact('person.card')).toEqual({
      level: 'sensitive',
      kind: 'DETAIL',
      categories: ['disability'],
      body: 'social-welfare',
    });
    expect(rules.fact('person.count').categories).toEqual(['disability', 'health']);
    expect(rules.fact('person.ageYears')).toEqual({
      level: 'personal',
      kind: 'DETAIL',
      categories: [],
      body: 'interior',
    });
  });

  it('call the day that an age is counted from a birthday', () => {
    expect([rules.fact('person.birthDate').kind, rules.countedFrom('person.ageYears').kind]).toEqual([
      'BIRTH_DATE',
      'BIRTH_DATE',
    ]);
    expect(rules.countedFrom('person.score')).toEqual(rules.fact('person.score'));
  });

  it('ask for every category of a programme’s sensitive facts', () => {
    expect(rules.programme('plain')).toEqual({ level: 'personal', kind: 'STATUS', categories: [] });
    expect(rules.programme('both').categories).toEqual(['disability', 'health']);
  });

  it('ask for all categories of what the catalogue does not know', () => {
    const reader = principal('caseworker', ['sensitive:health', 'sensitive:disability']);
    expect([rules.fact('person.new'), rules.programme('new')].map((rule) => mayReadField(reader, rule))).toEqual([
      false,
      false,
    ]);
    const all = principal('caseworker', ['sensitive:*']);
    expect([rules.fact('person.new'), rules.programme('new')].map((rule) => mayReadField(all, rule))).toEqual([
      true,
      true,
    ]);
  });
});
