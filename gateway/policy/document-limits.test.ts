import * as fc from 'fast-check';
import { getIntrospectionQuery, Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkDocument, type ExpandedSize } from './document-limits.ts';
import { requestLimits } from './limits.ts';
import { checkQueryText } from './query-text.ts';

function codeOf(check: () => unknown): string {
  try {
    check();
    return 'PASSED';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

function times(count: number, part: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => part(at)).join(' ');
}

function deep(levels: number): string {
  return `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
}

/** Each fragment uses the next twice: 2^levels leaves out of a few lines. */
function doubledFragments(levels: number): string {
  const fragments = times(levels, (at) => `fragment F${at} on T { a { ...F${at + 1} } b { ...F${at + 1} } }`);
  return `{ ...F0 } ${fragments} fragment F${levels} on T { x }`;
}

const everything = { indent: 2, descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true } as const;
const introspection = getIntrospectionQuery({
  ...everything,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

describe('the text of a query', () => {
  it.each([
    ['PASSED', '{ a }'],
    ['PASSED', introspection],
    ['PASSED', `{ a(b: "${'{'.repeat(1_000)}") } # ${'['.repeat(1_000)}`],
    ['PASSED', `{ a(b: """${'{'.repeat(1_000)} \\""" """) }`],
    ['PASSED', deep(45)],
    ['POLICY_TOO_NESTED', deep(46)],
    ['POLICY_TOO_NESTED', `{ a(b: ${'['.repeat(44)}`],
    ['POLICY_TOO_NESTED', `query ($v: ${'['.repeat(10_000)}Int`],
    ['POLICY_TOO_NESTED', `{ a(b: ${'{b: '.repeat(44)}`],
    ['POLICY_TOO_NESTED', `{ a(b: "x") ${'{ c '.repeat(45)}`],
    ['PASSED', `{ ${times(4_998, (at) => `f${at}`)} }`],
    ['POLICY_TOO_MANY_TOKENS', `{ ${times(4_999, (at) => `f${at}`)} }`],
    ['POLICY_TOO_MANY_TOKENS', '}'.repeat(6_000)],
    ['POLICY_QUERY_TOO_LONG', `{ a } #${'x'.repeat(61_440)}`],
    ['POLICY_NAME_TOO_LONG', `{ ${'n'.repeat(101)} }`],
    ['POLICY_NAME_TOO_LONG', `{ a(b: $${'n'.repeat(101)}) }`],
    ['PASSED', `{ ${'n'.repeat(100)} }`],
    ['PASSED', '{ a0999900001: a(b: "0999900001011") { c } }'],
    ['POLICY_NAME_NUMBERED', '{ a09999000010: a }'],
    ['POLICY_NAME_NUMBERED', 'query Q_0_9999_00001_01_1 { a }'],
    ['POLICY_NAME_NUMBERED', '{ a(b: $v0999900001011) }'],
    ['PASSED', 'this is { no graphql "at all'],
    ['PASSED', ''],
  ])('is answered with %s in case %#', (code, query) => {
    expect(codeOf(() => checkQueryText(query))).toBe(code);
  });

  it('that passes never overflows the parser', () => {
    const parts = fc.array(
      fc.constantFrom('{', '}', '[', ']', '(', ')', 'a', ':', '"', '""', '#', '\n', '$v', '@d', '...', '!', '1'),
      {
        maxLength: 300,
      },
    );
    fc.assert(
      fc.property(parts, (tokens) => {
        const text = tokens.join(' ');
        if (codeOf(() => checkQueryText(text)) !== 'PASSED') return;
        expect(codeOf(() => parse(text))).not.toContain('RangeError');
      }),
      { numRuns: 500 },
    );
  });
});

describe('a document', () => {
  it.each([
    ['PASSED', '{ a }'],
    ['PASSED', introspection],
    ['PASSED', `{ ${times(15, (at) => `f${at}`)} }`],
    ['POLICY_TOO_MANY_ROOT_FIELDS', `{ ${times(16, (at) => `f${at}`)} }`],
    ['POLICY_TOO_MANY_ROOT_FIELDS', `{ ...A ...A } fragment A on Query { ${times(8, (at) => `f${at}`)} }`],
    ['POLICY_TOO_MANY_SELECTIONS', `{ ${'a '.repeat(4_998)} }`],
    ['PASSED', deep(15)],
    ['POLICY_TOO_DEEP', deep(16)],
    ['POLICY_TOO_DEEP', `{ ${'a { '.repeat(8)} ...A ${'}'.repeat(8)} } fragment A on T ${deep(8)}`],
    ['PASSED', `{ r { ${times(60, (at) => `a${at}: f`)} } }`],
    ['POLICY_TOO_MANY_ALIASES', `{ r { ${times(61, (at) => `a${at}: f`)} } }`],
    [
      'POLICY_TOO_MANY_ALIASES',
      `{ ${times(7, () => 'r { ...A }')} } fragment A on T { ${times(9, (at) => `a${at}: f`)} }`,
    ],
    ['PASSED', `{ r { ${times(40, () => 'f @skip(if: false)')} } }`],
    ['POLICY_TOO_MANY_DIRECTIVES', `{ r { ${times(41, () => 'f @skip(if: false)')} } }`],
    ['POLICY_TOO_MANY_DIRECTIVES', `{ a ${'@include(if: true)'.repeat(41)} }`],
    ['POLICY_TOO_MANY_DIRECTIVES', `query ${'@a'.repeat(41)} { a }`],
    ['POLICY_TOO_MANY_DIRECTIVES', `query ($v: Int ${'@a'.repeat(41)}) { a }`],
    ['POLICY_TOO_MANY_DIRECTIVES', `{ r { ...A ...A } } fragment A on T ${'@a'.repeat(21)} { f }`],
    ['POLICY_TOO_MANY_OPERATIONS', times(6, (at) => `query Q${at} { a }`)],
    ['PASSED', times(5, (at) => `query Q${at} { a }`)],
    ['POLICY_TOO_MANY_FRAGMENTS', `{ a } ${times(41, (at) => `fragment F${at} on T { a }`)}`],
    ['POLICY_TOO_MANY_VARIABLES', `query (${times(41, (at) => `$v${at}: Int`)}) { a }`],
    ['PASSED', `query (${times(40, (at) => `$v${at}: Int`)}) { a }`],
    ['POLICY_TOO_MANY_SELECTIONS', `{ r { ${times(1_500, (at) => `f${at}`)} } }`],
    ['PASSED', `{ r { ${times(1_499, (at) => `f${at}`)} } }`],
    ['POLICY_TOO_MANY_SELECTIONS', doubledFragments(12)],
    ['POLICY_TOO_MANY_SELECTIONS', doubledFragments(38)],
    ['POLICY_TOO_MANY_SELECTIONS', `{ a } ${doubledFragments(12).slice('{ ...F0 }'.length)}`],
    ['PASSED', '{ __schema { types { fields { type { name } } interfaces { name } } } }'],
    ['PASSED', `{ __schema { ${times(4, (at) => `a${at}: types { fields { name } }`)} } }`],
    ['POLICY_INTROSPECTION_TOO_LARGE', `{ __schema { ${times(5, (at) => `a${at}: types { fields { name } }`)} } }`],
    ['POLICY_INTROSPECTION_TOO_LARGE', `{ ${times(9, (at) => `a${at}: __schema { types { name } }`)} }`],
    ['POLICY_INTROSPECTION_TOO_LARGE', '{ __schema { types { fields { type { fields { name } } } } } }'],
    [
      'POLICY_INTROSPECTION_TOO_LARGE',
      '{ __type(name: "T") { possibleTypes { interfaces { ...F } } } } fragment F on __Type { fields { name } }',
    ],
    ['POLICY_FRAGMENT_CYCLE', '{ ...A } fragment A on T { a { ...A } }'],
    ['POLICY_FRAGMENT_CYCLE', '{ a } fragment A on T { ...B } fragment B on T { ...A }'],
    ['POLICY_OPERATION_TYPE', 'subscription { a }'],
    ['POLICY_OPERATION_TYPE', 'query Q { a } subscription S { a }'],
    ['OPERATION_INVALID', 'type T { a: Int } query { a }'],
    ['OPERATION_INVALID', '{ ...A } fragment A on T { a } fragment A on T { b }'],
    ['PASSED', '{ ...Missing }'],
  ])('is answered with %s in case %#', (code, query) => {
    expect(codeOf(() => checkDocument(parse(query)))).toBe(code);
  });

  it('names the limit in the refusal', () => {
    expect(() => checkDocument(parse(doubledFragments(20)))).toThrow('1500');
  });

  it('is measured in one step for each selection of its text, however much it expands to', () => {
    const free = { ...requestLimits, selections: Infinity, depth: Infinity, aliases: Infinity };
    const { steps, largest } = checkDocument(parse(doubledFragments(30)), free);
    expect(steps).toBe(30 * 4 + 2);
    expect(largest.selections).toBeGreaterThanOrEqual(1_000_000_000);
  });

  it('is measured as a naive expansion measures it', () => {
    const free = {
      ...requestLimits,
      selections: Infinity,
      depth: Infinity,
      aliases: Infinity,
      rootFields: Infinity,
      directives: Infinity,
      schemaLists: Infinity,
      schemaListDepth: Infinity,
    };
    fc.assert(
      fc.property(documents, (text) => {
        const document = parse(text);
        expect(checkDocument(document, free).largest).toEqual(naiveSize(document));
      }),
      { numRuns: 300 },
    );
  });
});

/** Small documents whose fragments use only later ones, so that there is no circle. */
const documents = fc
  .array(fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 })
  .map((blocks) => {
    const [operation, ...fragments] = blocks.map((picks, at) => selectionText(picks, at, blocks.length));
    return `${operation} ${fragments.map((set, at) => `fragment F${at + 1} on T ${set}`).join(' ')}`;
  });

function selectionText(picks: readonly number[], at: number, blocks: number): string {
  const later = blocks - at - 1;
  const parts = picks.map((pick) => {
    switch (pick % 7) {
      case 0:
        return 'a';
      case 1:
        return `x${pick}: a @skip(if: false)`;
      case 2:
        return `b { c d: e }`;
      case 3:
        return '... @include(if: true) { f { g } }';
      case 4:
        return 'types { fields { g } i: interfaces { ... { fields } } }';
      default:
        return later === 0 ? 'h' : `b { ...F${at + 1 + (pick % later)} @a ...F${at + 1} }`;
    }
  });
  return `{ ${parts.join(' ')} }`;
}

function naiveSize(document: DocumentNode): ExpandedSize {
  const [operation, ...fragments] = document.definitions;
  const byName = new Map(
    fragments.map((each) => [each.kind === Kind.FRAGMENT_DEFINITION ? each.name.value : '', each]),
  );
  const size = {
    selections: 0,
    depth: 0,
    aliases: 0,
    directives: 0,
    rootFields: 0,
    schemaLists: 0,
    schemaListDepth: 0,
  };
  function visit(set: SelectionSetNode, depth: number, lists: number): void {
    for (const selection of set.selections) {
      size.selections += 1;
      size.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = byName.get(selection.name.value);
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) visit(fragment.selectionSet, depth, lists);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet, depth, lists);
      } else {
        size.depth = Math.max(size.depth, depth);
        if (selection.alias !== undefined) size.aliases += 1;
        if (depth === 1) size.rootFields += 1;
        const inside = lists + (/^(?:types|fields|interfaces)$/u.test(selection.name.value) ? 1 : 0);
        size.schemaLists += inside - lists;
        size.schemaListDepth = Math.max(size.schemaListDepth, inside);
        if (selection.selectionSet !== undefined) visit(selection.selectionSet, depth + 1, inside);
      }
    }
  }
  if (operation?.kind === Kind.OPERATION_DEFINITION) visit(operation.selectionSet, 1, 0);
  return size;
}
