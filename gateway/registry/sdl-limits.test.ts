import { array, assert, constantFrom, property } from 'fast-check';
import { GraphQLError, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createPlacer } from './findings.ts';
import { passedLimit, sdlLimits } from './sdl-limits.ts';

const place = createPlacer('');

function types(count: number): string {
  return Array.from({ length: count }, (_, at) => `type T${at} { a: Int }`).join('\n');
}

function fields(count: number): string {
  return `type T {\n${Array.from({ length: count }, (_, at) => `f${at}(x: Int = 1): Int`).join('\n')}\n}`;
}

describe('the limits of a schema', () => {
  it.each([
    ['SDL_TOO_LARGE', `"${'ก'.repeat(sdlLimits.bytes / 3 + 1)}" type T { a: Int }`, 1],
    ['SDL_TOO_MANY_TYPES', types(sdlLimits.types + 1), sdlLimits.types + 1],
    ['SDL_TOO_MANY_FIELDS', fields(sdlLimits.fields + 1), sdlLimits.fields + 2],
    ['SDL_TOO_MANY_DIRECTIVES', `type T {\n a: Int ${'@x '.repeat(sdlLimits.directives + 1)}}`, 2],
    ['SDL_TOO_DEEP', `type T {\n\n a: ${'['.repeat(5_000)}Int${']'.repeat(5_000)} }`, 3],
    ['SDL_TOO_DEEP', `type T {\n a(x: Int = ${'{a: '.repeat(5_000)}`, 2],
    ['SDL_TOO_MANY_TOKENS', `union U =\n${'| A '.repeat(sdlLimits.tokens)}`, 2],
    ['SDL_NAME_TOO_LONG', `type T {\n a: ${'X'.repeat(500)} }`, 2],
    ['SDL_SYNTAX', 'type T {\n a: Int\n "no end }', 3],
  ])('refuse with %s and the line', (code, sdl, line) => {
    expect(passedLimit(sdl, place)).toMatchObject({ code, level: 'ERROR', file: 'schema.graphql', line });
  });

  it('let exactly the limit pass', () => {
    expect(passedLimit(types(sdlLimits.types), place)).toBeUndefined();
    expect(passedLimit(fields(sdlLimits.fields), place)).toBeUndefined();
  });

  it('never let the parser recurse: whatever passes is parsed or refused as syntax', () => {
    const piece = constantFrom('type', 'T', '{', '}', '[', ']', '(', ')', ':', '@', 'a', '"x"', '=', '1', '|');
    assert(
      property(array(piece, { maxLength: 400 }), (pieces) => {
        const sdl = pieces.join(' ');
        return passedLimit(sdl, place) !== undefined || faultOf(sdl) === undefined;
      }),
    );
  });
});

/** What else than a syntax error parsing ends with. */
function faultOf(sdl: string): unknown {
  try {
    parse(sdl);
  } catch (error) {
    if (!(error instanceof GraphQLError)) return error;
  }
  return undefined;
}

describe('a line', () => {
  it('is counted in the developer’s file where the shared schema comes before it', () => {
    const inFile = createPlacer('scalar A\nscalar B');
    expect(inFile('scalar A\nscalar B\ntype T {\n a: Int }', 4)).toEqual({ file: 'schema.graphql', line: 2 });
    expect(inFile('scalar A\nscalar B\ntype T', 1)).toEqual({ file: 'schema.graphql', line: null });
    expect(inFile('type T {\n a: Int }', 2)).toEqual({ file: 'schema.graphql', line: 2 });
  });
});
