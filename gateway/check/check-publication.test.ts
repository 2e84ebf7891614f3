import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../schema/contract/publication.ts';
import type { CheckInput, CheckTools, PlannedCall } from './check-input.ts';
import { checkPublication } from './check-publication.ts';

const api = buildSchema('type Query { a: Int }');

const tools: CheckTools = {
  sharedSchema: 'scalar Date',
  locate: (line) => ({ file: 'schema.graphql', line }),
  compose: () => ({ ok: true, supergraph: '', api, planCalls: () => [] }),
  classify: () => [],
  shapeProblems: () => [],
  ruleProblems: () => [],
  verdicts: () => null,
};

function check(given: Partial<CheckTools>, sdl = 'type Query { a: Int }'): CheckReport {
  const input: CheckInput = {
    candidate: { body: 'labour', sdl, programmes: null },
    others: [],
    published: { body: 'labour', sdl: 'type Query { a: Int } type Old { b: Int }', programmes: null },
    usage: { days: 30, coveredDays: 30, byCoordinate: new Map() },
    savedOperations: [{ name: 'saved', query: '{ a }' }],
    tools: { ...tools, ...given },
  };
  return checkPublication(input);
}

/** Calls before and after; composed twice, the candidate last. */
function planned(before: readonly PlannedCall[], after: readonly PlannedCall[] | Error): CheckReport {
  return check({
    compose: (publications) => {
      const isAfter = publications.some(({ sdl }) => !sdl.includes('Old'));
      const calls = isAfter ? after : before;
      const planCalls = (): readonly PlannedCall[] => {
        if (calls instanceof Error) throw calls;
        return calls;
      };
      return { ok: true, supergraph: String(isAfter), api, planCalls };
    },
  });
}

function codesOf({ findings }: CheckReport, pattern: RegExp): readonly string[] {
  return findings.map(({ code }) => code).filter((code) => pattern.test(code));
}

describe('the plans of saved operations', () => {
  const root = { subgraph: 'interior', path: '' };
  const health = { subgraph: 'health', path: 'household' };
  const listed = { subgraph: 'health', path: 'households.edges.@.node' };

  it('may stay as they are, or lose a call', () => {
    expect(codesOf(planned([root, health], [root, health]), /^PLAN/u)).toEqual([]);
    expect(codesOf(planned([root, health], [root]), /^PLAN/u)).toEqual([]);
  });

  it('warn of a call more', () => {
    const { findings } = planned([root], [root, health]);
    expect(findings.find(({ code }) => code === 'PLAN_MORE_CALLS')).toMatchObject({
      level: 'WARNING',
      coordinate: 'saved',
      why: 'The saved operation saved would take 2 calls in place of 1; new: health at household.',
    });
  });

  it('refuse a new call for every entry of a list, even where another call is saved', () => {
    expect(codesOf(planned([root, health], [root, listed]), /^PLAN/u)).toEqual(['PLAN_CALL_IN_LIST']);
    expect(codesOf(planned([root, listed], [root, listed, listed]), /^PLAN/u)).toEqual(['PLAN_CALL_IN_LIST']);
    expect(codesOf(planned([root, listed], [root, listed]), /^PLAN/u)).toEqual([]);
  });

  it('must be there', () => {
    expect(codesOf(planned([root], new Error('no plan')), /^PLAN/u)).toEqual(['PLAN_BROKEN']);
  });
});

describe('a text', () => {
  it.each([
    [0, []],
    [17, ['SCHEMA_TOO_DEEP']],
  ])('of %i brackets inside texts and comments is told by the brackets outside of them', (depth, codes) => {
    const texts = `# ${'['.repeat(50)}\n"${'['.repeat(50)}"\n"""\n${'['.repeat(50)}\n"""`;
    const sdl = `${texts}\ntype Query { a${'('.repeat(depth)} }`;
    expect(codesOf(check({}, sdl), /^SCHEMA_TOO/u)).toEqual(codes);
  });

  it('of too many words is not parsed', () => {
    expect(codesOf(check({}, `type Query { ${'a: Int '.repeat(25_000)} }`), /.*/u)).toEqual(['SCHEMA_TOO_LARGE']);
  });

  it('without any type is no schema', () => {
    expect(codesOf(check({}, 'directive @a on FIELD'), /.*/u)).toEqual(['SCHEMA_SYNTAX']);
  });
});

describe('the words of the classification', () => {
  it.each([
    ['has no @open, @personal or @sensitive', 'FIELD_UNCLASSIFIED'],
    ['must allow null: a caseworker may see the object and not the field', 'FIELD_MUST_ALLOW_NULL'],
    ['is less strict than its type: health', 'FIELD_LESS_STRICT'],
    ['leads to Visit and is less strict: health', 'FIELD_LESS_STRICT'],
    ['is a citizen number without @personal(kind: CITIZEN_NUMBER) and @mask', 'CITIZEN_NUMBER_UNMASKED'],
    ['is of an unknown category: labor', 'CATEGORY_UNKNOWN'],
    ['is stricter than its fact person.a, which shows the same', 'FIELD_STRICTER_THAN_FACT'],
    ['has no typed field of its name to guard person.a', 'FACT_WITHOUT_FIELD'],
  ])('%s is %s', (text, code) => {
    const { findings } = check({ classify: () => [{ coordinate: 'Query.a', text }] });
    expect(findings.find((each) => each.code === code)).toMatchObject({
      level: 'ERROR',
      coordinate: 'Query.a',
      line: 1,
    });
  });
});
