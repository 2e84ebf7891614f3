import { assert, array, constantFrom, integer, nat, property, record, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonSlice } from '../kernel/json-slice.ts';
import type { SlicePlan } from './cut-slices.ts';
import { compilePattern } from './json-pattern.ts';
import { readAnswer } from './read-answer.ts';
import type { Answer } from './read-answer.ts';

const health = compilePattern({
  kind: 'OBJECT',
  isNullable: true,
  fields: [
    { key: 'found', value: { kind: 'BOOLEAN', isNullable: false } },
    { key: 'facts', value: { kind: 'LIST', item: { kind: 'STRING', isNullable: false }, isNullable: false } },
  ],
});

/** As for `{ _entities { ... on Household { health { found facts } score } } }`. */
const plan: SlicePlan = { fields: new Map([['_entities', { fields: new Map([['health', health]]) }]]) };

const read = (text: string, slices?: SlicePlan): Answer =>
  readAnswer(Buffer.from(text), { withoutPrototype: false, slices });

function slicesIn(value: unknown): number {
  if (value instanceof JsonSlice) return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, inner) => sum + slicesIn(inner), 0);
}

/** What a reader of slices would see: the same as without. */
function expanded(answer: Answer): unknown {
  return JSON.parse(JSON.stringify({ ...answer, holdsSlices: undefined }));
}

const entity = '{"health":{"found":true,"facts":["a","ข"]},"score":3}';

describe('an answer of which parts may stay text', () => {
  it('keeps them as the bytes that came', () => {
    const answer = read(`{"data":{"_entities":[${entity},{"health":null,"score":null},null]}}`, plan);
    expect(slicesIn(answer)).toBe(1);
    const [first] = answer.kind === 'RESPONSE' ? Object(answer.data?.['_entities']) : [];
    expect(first.health).toBeInstanceOf(JsonSlice);
    expect(first.health.text).toBe('{"found":true,"facts":["a","ข"]}');
    expect(expanded(answer)).toEqual(read(`{"data":{"_entities":[${entity},{"health":null,"score":null},null]}}`));
  });

  it.each([
    ['with spaces', `{ "data": {"_entities":[${entity}]}}`],
    ['with another order of keys', '{"data":{"_entities":[{"health":{"facts":[],"found":true}}]}}'],
    ['with a key more', '{"data":{"_entities":[{"health":{"found":true,"facts":[],"x":1}}]}}'],
    ['with an escape', '{"data":{"_entities":[{"health":{"found":true,"facts":["\\u0041"]}}]}}'],
    ['with an escape in a key on the way', '{"data":{"_entities":[{"he\\u0061lth":{"found":true,"facts":[]}}]}}'],
    ['of another shape', '{"data":{"_entities":[{"health":"found"}]}}'],
    ['that is a number', '{"data":{"_entities":[{"health":0},{"health":{"found":true,"facts":[]}}]}}'],
    ['without the field', '{"data":{"_entities":[{"score":1}]}}'],
    ['in a list of lists', '{"data":{"_entities":[[{"health":0}],{"health":1}]}}'],
  ])('reads one %s as a whole', (_what, text) => {
    const answer = read(text, plan);
    expect(slicesIn(answer)).toBe(0);
    expect(answer).toEqual(read(text));
  });

  it('takes the last of repeated keys, as JSON.parse does', () => {
    const text = '{"data":{"_entities":[{"health":{"found":true,"facts":["a"]},"health":{"found":false,"facts":[]}}]}}';
    expect(expanded(read(text, plan))).toEqual(read(text));
    const nulled = '{"data":{"_entities":[{"health":{"found":true,"facts":["a"]},"health":null}]}}';
    expect(expanded(read(nulled, plan))).toEqual(read(nulled));
  });

  it.each([
    ['broken after it', `{"data":{"_entities":[${entity}]`],
    ['broken around it', `{"data":{"_entities":[${entity}}]}}`],
    ['broken inside', '{"data":{"_entities":[{"health":{"found":true,"facts":["a",]}}]}}'],
    ['with a forbidden key beside it', '{"data":{"_entities":[{"health":{"found":true,"facts":[]},"__proto__":{}}]}}'],
    ['nested too deep beside it', `{"data":{"_entities":[${entity}],"x":${'['.repeat(80)}${']'.repeat(80)}}}`],
  ])('refuses one %s', (_what, text) => {
    expect(read(text, plan)).toMatchObject({ kind: 'INVALID' });
    expect(read(text, plan)).toEqual(read(text));
  });

  it('refuses bytes that are not UTF-8 inside a slice', () => {
    const bytes = Buffer.from('{"data":{"_entities":[{"health":{"found":true,"facts":["X"]}}]}}');
    bytes[bytes.indexOf('X')] = 0xff;
    expect(readAnswer(bytes, { withoutPrototype: false, slices: plan })).toMatchObject({ kind: 'INVALID' });
  });

  it('says the same as one that is read as a whole, however it is damaged', () => {
    const answers = array(
      record({
        health: constantFrom(
          null,
          { found: true, facts: ['a'] },
          { found: false, facts: [] },
          { facts: [] },
          0,
          'x',
          [1],
        ),
        score: integer(),
        note: string(),
      }),
      { minLength: 1, maxLength: 4 },
    ).map((entities) => JSON.stringify({ data: { _entities: entities } }));
    const damage = tuple(nat(200), nat(6), constantFrom('', '"', '{', '}', '[', ']', ',', '0', '1', '\\', 'null', ':'));
    let cut = 0;
    assert(
      property(answers, array(damage, { maxLength: 2 }), (text, damages) => {
        let damaged = text;
        for (const [at, length, insert] of damages) {
          damaged = damaged.slice(0, at) + insert + damaged.slice(at + length);
        }
        const answer = read(damaged, plan);
        cut += slicesIn(answer);
        expect(expanded(answer)).toEqual(expanded(read(damaged)));
      }),
      { numRuns: 5_000 },
    );
    expect(cut).toBeGreaterThan(300);
  });
});
