import * as fc from 'fast-check';
import { parse, print, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { accessRules, toRule, type AccessRule } from '../../schema/contract/access-rules.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import { createFieldPolicy, withUnclassified } from './field-policy.ts';
import { createOperationFilter, type FilteredOperation, type OperationToFilter } from './filter-operation.ts';
import { coordinatesOfTests, executedCoordinates, naiveWalk, operations, testSchema } from './test-operations.ts';

function principal(more: Partial<Principal> = {}): Principal {
  return { subject: 's', role: 'caseworker', areas: ['50'], body: null, scopes: new Set(), expiresAt: 0, ...more };
}

type Rules = Readonly<Record<string, AccessRule>>;

function filter(rules: Rules, query: string, more: Partial<OperationToFilter> = {}): FilteredOperation {
  const run = createOperationFilter(testSchema, createFieldPolicy(new Map(Object.entries(rules))));
  return run({ document: parse(query), principal: principal(), ...more });
}

/** The filtered text on one line, `null` when nothing is left. */
function textOf({ document }: FilteredOperation): string {
  return document === null ? 'null' : print(document).replaceAll(/\s+/gu, ' ');
}

const health = toRule({ categories: ['health'] });

describe('a filtered operation', () => {
  it.each<[string, Rules, string, string]>([
    ['a field', { 'House.income': health }, '{ house { code income } }', '{ house { code } }'],
    ['a field under an alias', { 'House.income': health }, '{ house { code: income } }', '{ house { __typename } }'],
    [
      'a field that is called __typename',
      { 'House.income': health },
      '{ house { __typename: income } }',
      '{ house { __typename } }',
    ],
    [
      'a field in a fragment',
      { 'House.income': health },
      '{ house { ...F } } fragment F on House { code income }',
      '{ house { ... on House { code } } }',
    ],
    [
      'a field in a fragment before the operation, under conditions',
      { 'House.income': health },
      'fragment F on House { ... @include(if: true) { income } code } query Q { house { ...F @skip(if: false) } }',
      'query Q { house { ... on House @skip(if: false) { code } } }',
    ],
    ['a branch', { 'Query.house': health }, '{ open house { code } }', '{ open }'],
    ['everything', { 'Query.house': health }, '{ house { code } }', 'null'],
    [
      'a type, wherever it is returned',
      { Person: health },
      '{ person { name } house { code owner { name } } }',
      '{ house { code } }',
    ],
    ['a scalar or enum type', { Level: health }, '{ house { code level } }', '{ house { code } }'],
    [
      'an interface field by its implementation',
      { 'Health.facts': health },
      '{ record { id facts { value } } }',
      '{ record { id } }',
    ],
    [
      'an interface field only where that implementation can stand',
      { 'Health.facts': health },
      '{ record { ... on Labour { facts { value } } ... on Health { facts { value } id } } }',
      '{ record { ... on Labour { facts { value } } ... on Health { id } } }',
    ],
    [
      'an implementation by its interface',
      { 'Record.facts': health },
      '{ record { ... on Labour { facts { value } } id } }',
      '{ record { id } }',
    ],
    [
      'every field of an interface by the type of one implementation',
      { Health: health },
      '{ record { id } open }',
      '{ record { __typename } open }',
    ],
    [
      'a type condition on a type of its own',
      { Health: health },
      '{ thing { ... on Health { id } ... on Person { name } } }',
      '{ thing { ... on Person { name } } }',
    ],
    [
      'a fragment on an interface inside a type',
      { 'Labour.facts': health },
      '{ thing { ... on Health { ... on Record { facts { value } } } } }',
      '{ thing { ... on Health { ... on Record { facts { value } } } } }',
    ],
    [
      'an argument',
      { 'Record.facts(kind:)': health },
      '{ record { a: facts { value } b: facts(kind: "x") { value } } }',
      '{ record { a: facts { value } } }',
    ],
    [
      'an input field',
      { 'Filter.secret': health },
      '{ a: house(filter: { area: "1" }) { code } b: house(filter: { list: [{ secret: "x" }] }) { code } }',
      '{ a: house(filter: {area: "1"}) { code } }',
    ],
    ['an input type', { Filter: health }, '{ house(filter: { area: "1" }) { code } open }', '{ open }'],
    [
      'with the variables that nothing else uses',
      { 'House.income': health },
      'query ($a: Int, $b: Boolean!) { house { code @skip(if: $b) income(of: $a) } }',
      'query ($b: Boolean!) { house { code @skip(if: $b) } }',
    ],
  ])('leaves out %s', (_title, rules, query, expected) => {
    expect(validate(testSchema, parse(query))).toEqual([]);
    expect(textOf(filter(rules, query))).toBe(expected);
  });

  it('decides a variable by the value that it has', () => {
    const rules = { 'Filter.secret': health };
    const query = 'query ($f: Filter) { open house(filter: $f) { code } }';
    const left = (variables: Record<string, unknown>): string => textOf(filter(rules, query, { variables }));
    expect(left({})).toContain('house');
    expect(left({ f: { area: 'x', nested: { list: [{ area: 'y' }] } } })).toContain('house');
    expect(left({ f: { secret: null } })).not.toContain('house');
    expect(left({ f: { nested: { list: [{ area: 'y' }, { secret: 'x' }] } } })).not.toContain('house');
    const withDefault = 'query ($f: Filter = { nested: { secret: "x" } }) { open house(filter: $f) { code } }';
    expect(textOf(filter(rules, withDefault))).not.toContain('house');
    expect(textOf(filter(rules, withDefault, { variables: { f: {} } }))).toContain('house');
    const inner = 'query ($s: String) { open house(filter: { secret: $s }) { code } }';
    expect(textOf(filter(rules, inner))).not.toContain('house');
  });

  it('says where something is withheld and marks it in the shape of the answer', () => {
    const filtered = filter(
      { 'House.income': health, Person: health },
      '{ h: house { code i: income owner { name } } }',
    );
    expect(filtered.denied).toEqual([
      { path: ['h', 'i'], coordinate: 'House.income' },
      { path: ['h', 'owner'], coordinate: 'House.owner' },
    ]);
    expect(print(filtered.shape).replaceAll(/\s+/gu, ' ')).toBe('{ h: house { code i: income owner { __typename } } }');
    expect([...filtered.withheld].map(({ name }) => name.value)).toEqual(['income', 'owner']);
  });

  it('is the same object for the same decision, and another for another', () => {
    const run = createOperationFilter(testSchema, createFieldPolicy(new Map([['House.income', health]])));
    const document = parse('{ house { code income } }');
    const first = run({ document, principal: principal() });
    expect(run({ document, principal: principal({ subject: 'other', scopes: new Set(['identity:full']) }) })).toBe(
      first,
    );
    const all = run({ document, principal: principal({ scopes: new Set(['sensitive:health']) }) });
    expect(all).toMatchObject({ document, shape: document, variant: '', denied: [] });
    expect(first.variant).toMatch(/^[\da-f]{32}$/u);
    expect(run({ document, principal: principal({ scopes: new Set(['sensitive:*']) }) })).toBe(all);
  });

  it('filters the operation that will run', () => {
    const query = 'query A { open } query B { house { income code } }';
    expect(textOf(filter({ 'House.income': health }, query, { operationName: 'B' }))).toBe(
      'query B { house { code } }',
    );
    expect(filter({ 'House.income': health }, query, { operationName: 'A' }).variant).toBe('');
    expect(() => filter({}, query)).toThrow(expect.objectContaining({ code: 'OPERATION_UNRESOLVED' }));
  });
});

describe('a rule', () => {
  it.each<[AccessRule, Partial<Principal> | null, boolean]>([
    [toRule({ categories: [] }), null, true],
    [{ ...toRule({ categories: [] }), mask: { keep: 3 } }, null, true],
    [toRule({ kind: 'STATUS', categories: [] }), null, false],
    [toRule({ kind: 'STATUS', categories: [] }), {}, true],
    [toRule({ kind: 'NAME', categories: [] }), { role: 'report-builder' }, false],
    [toRule({ kind: 'DETAIL', categories: [] }), { role: 'report-builder' }, true],
    [toRule({ kind: 'STATUS', categories: [] }), { role: 'auditor' }, false],
    [
      { ...toRule({ kind: 'DETAIL', categories: [] }), body: 'labour' },
      { role: 'body-officer', body: 'health' },
      false,
    ],
    [{ ...toRule({ kind: 'DETAIL', categories: [] }), body: 'health' }, { role: 'body-officer', body: 'health' }, true],
    [health, { scopes: new Set(['sensitive:health']) }, true],
    [health, { scopes: new Set(['sensitive:*']) }, true],
    [health, { scopes: new Set(['sensitive:disability', '*', 'health']) }, false],
    [toRule({ categories: ['disability', 'health'] }), { scopes: new Set(['sensitive:health']) }, false],
    [health, null, false],
  ])('%j is met by %j: %s', (rule, who, expected) => {
    expect(createFieldPolicy(new Map()).isMet(rule, who === null ? null : principal(who))).toBe(expected);
  });

  it('stands on every field: what has none is read by nobody', () => {
    const coordinates = withUnclassified(testSchema, accessRules('type House { code: ID @open }'));
    const policy = createFieldPolicy(coordinates);
    const everything = principal({ scopes: new Set(['sensitive:*', 'identity:full']), areas: ['*'] });
    const run = createOperationFilter(testSchema, policy);
    const document = parse('{ __typename house { code } }');
    expect(run({ document, principal: everything }).denied).toEqual([{ path: ['house'], coordinate: 'Query.house' }]);
    const open = accessRules('type Query { house: ID @open } type House { code: ID @open }');
    const opened = createOperationFilter(testSchema, createFieldPolicy(withUnclassified(testSchema, open)));
    expect(opened({ document, principal: everything }).denied).toEqual([]);
    const more = parse('{ house { code income } }');
    expect(opened({ document: more, principal: everything }).denied.map(({ coordinate }) => coordinate)).toEqual([
      'House.income',
    ]);
  });
});

describe('over generated operations, rules and principals, the filter', () => {
  const someRules = fc.dictionary(
    fc.constantFrom(...coordinatesOfTests()),
    fc.constantFrom<AccessRule[]>(
      health,
      toRule({ categories: ['a'] }),
      toRule({ categories: ['disability'] }),
      toRule({ kind: 'NAME', categories: [] }),
      toRule({ kind: 'STATUS', categories: [] }),
    ),
    { maxKeys: 6 },
  );
  const someScopes = fc.subarray(['sensitive:a', 'sensitive:health', 'sensitive:disability']);
  const someReaders = fc
    .tuple(fc.constantFrom('caseworker', 'report-builder', 'auditor'), someScopes)
    .map(([role, scopes]) => principal({ role, scopes: new Set(scopes) }));

  it('decides as a naive walk of every field does, and leaves a valid operation', () => {
    let withheld = 0;
    fc.assert(
      fc.property(operations, someRules, someReaders, (query, rules, who) => {
        const document = parse(query);
        fc.pre(validate(testSchema, document).length === 0);
        const policy = createFieldPolicy(new Map(Object.entries(rules)));
        const filtered = createOperationFilter(testSchema, policy)({ document, principal: who });
        const isUnmet = (coordinate: string): boolean => {
          const rule = policy.ruleOf(coordinate);
          return rule !== undefined && !policy.isMet(rule, who);
        };
        const expected = naiveWalk(document, isUnmet);
        expect(filtered.denied.map(({ path, coordinate }) => `${path.join('.')} ${coordinate}`).toSorted()).toEqual(
          expected.denied,
        );
        withheld += expected.denied.length;
        const left = filtered.document;
        expect(left === null ? [] : naiveWalk(left, isUnmet).denied).toEqual([]);
        expect(left === null ? [] : naiveWalk(left, isUnmet).allowed).toEqual(expected.allowed);
        expect(left === null ? [] : validate(testSchema, left)).toEqual([]);
        expect(naiveWalk(filtered.shape, () => false).allowed).toEqual(expect.arrayContaining([...expected.allowed]));
      }),
      { numRuns: 250 },
    );
    expect(withheld).toBeGreaterThan(100);
  });

  it('leaves nothing that execution could take to a forbidden coordinate, whatever types the objects have', () => {
    fc.assert(
      fc.property(operations, someRules, someReaders, fc.nat(), (query, rules, who, seed) => {
        const document = parse(query);
        fc.pre(validate(testSchema, document).length === 0);
        const policy = createFieldPolicy(new Map(Object.entries(rules)));
        const { document: left } = createOperationFilter(testSchema, policy)({ document, principal: who });
        const forbidden = (left === null ? [] : executedCoordinates(left, seed)).filter((coordinate) => {
          const rule = policy.ruleOf(coordinate);
          return rule !== undefined && !policy.isMet(rule, who);
        });
        expect(forbidden).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });
});
