import { describe, expect, it } from 'vitest';
import type { BodyReply } from '../fetch/body-call.ts';
import { createTestEngine } from './test-engine.ts';
import { createTestReader, village } from './test-village.ts';
import type { ReaderOptions } from './test-village.ts';

/* The bodies of the village leak: they answer everything to everybody. */

const graph = await createTestEngine(village);

async function read(
  document: string,
  options: ReaderOptions,
  variables: Record<string, unknown> = {},
): Promise<{ data: unknown; errors: unknown[]; looks: number }> {
  const reader = createTestReader(options);
  const { data, errors } = await graph.run(document, { reader, variables });
  const told = errors.map(({ path, extensions }) => [path?.join('.'), extensions.code]);
  return { data, errors: told, looks: reader.looks.length };
}

describe('a hidden object', () => {
  it.each([
    ['a list', '{ blocks { name } }', { blocks: [[null, { name: 'South' }], [], [{ name: 'South' }]] }],
    ['an interface', '{ things { name } }', { things: ['Person 1', 'South', 'Person 2'].map((name) => ({ name })) }],
    ['a union', '{ anything { ... on Note { text } } }', { anything: [{}, null, { text: 'hello' }] }],
    [
      'fragments',
      '{ things { ...F } } fragment F on Thing { ... on House { label: name } }',
      { things: [{}, { label: 'South' }, {}] },
    ],
    [
      'an edge that cannot be without it',
      '{ houses { edges { cursor node { name } } } }',
      { houses: { edges: [{ cursor: 'c1', node: { name: 'South' } }] } },
    ],
    [
      'what is around it, up to an item of a list',
      '{ houses { edges { cursor aside { note house { name } } } } }',
      { houses: { edges: [] } },
    ],
    ['entities that only their key is known of', '{ ranked { rank } }', { ranked: [{ rank: 0 }] }],
  ])('leaves %s without a trace', async (_place, document, expected) => {
    const guards = { House: 'id' };
    expect(await read(document, { guards, hides: ['h1', 'h3'] })).toMatchObject({ data: expected, errors: [] });
  });

  it('is null with the guard’s error in a field that may be null', async () => {
    expect(await read('{ mine: house(id: "h1") { name } }', { guards: { House: 'id' }, hides: ['h1'] })).toMatchObject({
      data: { mine: null },
      errors: [['mine', 'HOUSEHOLD_NOT_FOUND']],
    });
    const inList = await read('{ things { ... on Person { name home { name } } } }', {
      guards: { House: 'id' },
      hides: ['h1'],
    });
    expect(inList).toMatchObject({
      data: { things: [{ name: 'Person 1', home: null }, {}, { name: 'Person 2', home: null }] },
      errors: [
        ['things.0.home', 'HOUSEHOLD_NOT_FOUND'],
        ['things.2.home', 'HOUSEHOLD_NOT_FOUND'],
      ],
    });
  });

  it('takes along what may not be without it where there is no list, with its own error only', async () => {
    const guards = { House: 'id', Person: 'id' };
    const aside = await read('{ aside { house { name } note } chief { name } }', { guards, hides: ['h2'] });
    expect(aside).toMatchObject({
      data: { aside: null, chief: { name: 'Person 1' } },
      errors: [['aside.house', 'HOUSEHOLD_NOT_FOUND']],
    });
    const root = await read('{ aside { house { name } } chief { name } }', { guards, hides: ['h2', 'p1'] });
    expect(root).toMatchObject({ data: null, errors: [['chief', 'PERSON_NOT_FOUND']] });
  });

  it('is hidden under each alias and in every place', async () => {
    const document = `{ a: house(id: "h1") { x: members { name } y: members(first: 1) { name } z: members { id } }
      p: person(id: "p1") { name } things { ... on Person { id } } }`;
    expect(await read(document, { guards: { Person: 'id' }, hides: ['p1'] })).toMatchObject({
      data: { a: { x: [{ name: 'Person 2' }], y: [], z: [{ id: 'p2' }] }, p: null, things: [{}, {}, { id: 'p2' }] },
      errors: [['p', 'PERSON_NOT_FOUND']],
      looks: 2 + 1 + 2 + 1 + 2,
    });
  });

  it('is one that the guard of its interface, or of the field that returns it, hides', async () => {
    expect(await read('{ things { id } }', { guards: { Thing: 'id' }, hides: ['h1', 'p2'] })).toMatchObject({
      data: { things: [{ id: 'p1' }, { id: 'h2' }] },
    });
    const guards = { 'Query.person': 'id', 'Thing.head': 'id', 'House.owner': 'id' };
    const document = '{ person(id: "p4") { id } things { ... on House { id owner { id } } } chief { id } }';
    expect(await read(document, { guards, hides: ['p4', 'p1'] })).toMatchObject({
      data: { person: null, things: [{}, {}], chief: { id: 'p1' } },
      errors: [['person', 'POLICY_DENIED']],
    });
  });

  it('is every object of which nobody told the type, where one that is guarded may stand', async () => {
    const own = await createTestEngine(village);
    own.bodies.answerWith('registry', ({ query }) =>
      query.includes('things') ? answered({ things: [{ __typename: 'Thing', id: 'h1', name: 'North' }] }) : undefined,
    );
    const reader = createTestReader({ guards: { House: 'id' } });
    expect((await own.run('{ things { name } }', { reader })).data).toEqual({ things: [] });
    expect((await own.run('{ things { name } }')).data).toEqual({ things: [{ name: 'North' }] });
  });
});

function answered(data: Record<string, unknown>): BodyReply {
  return { status: 'ANSWERED', data, errors: [], tookMs: 1 };
}

describe('what a look needs', () => {
  const guards = { House: 'id name members { id } facts { kind { id } }' };

  it('is there under its own name, whatever the client calls things, and is not shown', async () => {
    const reader = createTestReader({ guards });
    const { text } = await graph.run(
      '{ house(id: "h1") { id: name members: facts { value } name: members(first: 1) { id: card } } }',
      { reader },
    );
    expect(text).toBe('{"house":{"id":"North","members":[{"value":3},{"value":4}],"name":[{"id":"0999900000000"}]}}');
    expect(reader.looks).toMatchObject([
      {
        guard: 'House',
        row: { id: 'h1', name: 'North', members: [{ id: 'p1' }, { id: 'p2' }], facts: [{ kind: { id: 'ill' } }, {}] },
      },
    ]);
  });

  it('is asked for under the conditions of what is looked at, and changes none of the client’s', async () => {
    const document = `query ($no: Boolean = false, $yes: Boolean = true) {
      person(id: "p1") { id home @include(if: $no) { id } }
      house(id: "h1") { members @include(if: $no) { name } facts @include(if: $yes) { kind @skip(if: $yes) { group } id } }
    }`;
    const { data, looks } = await read(document, { guards });
    expect(data).toEqual({ person: { id: 'p1' }, house: { facts: [{ id: 'h1-ill' }, { id: 'h1-poor' }] } });
    expect(looks).toBe(1);
    const reader = createTestReader({ guards });
    const { requests } = await graph.run(
      'query ($no: Boolean = false) { chief { id home @include(if: $no) { id } } }',
      {
        reader,
      },
    );
    expect(requests.map(({ subgraph }) => subgraph)).toEqual(['registry']);
  });

  it('is lacking in the row where its body gave nothing, and nothing is told of what is hidden for it', async () => {
    const own = await createTestEngine(village);
    own.bodies.answerWith('welfare', () => ({ status: 'TIMED_OUT', reason: '', tookMs: 1 }));
    const reader = createTestReader({
      guards: { House: 'facts { id }' },
      look: (_guard, { facts }) => (facts === undefined ? 'HIDDEN' : 'SHOWN'),
    });
    const { data, errors } = await own.run('{ things { id ... on House { name facts { name } } } }', { reader });
    expect({ data, errors }).toEqual({ data: { things: [{ id: 'p1' }, { id: 'p2' }] }, errors: [] });
  });

  it('must be fields without arguments or aliases', async () => {
    for (const needs of ['id: name', 'members(first: 1) { id }', 'id @include(if: true)', '... F']) {
      const { text, errors } = await graph.run('{ chief { id } }', {
        reader: createTestReader({ guards: { House: needs } }),
      });
      expect({ text, errors }).toMatchObject({ text: undefined, errors: [{ extensions: { code: 'INTERNAL_ERROR' } }] });
    }
  });
});

describe('a guard', () => {
  it('is ignored in a graph without its type, its field or what it needs', async () => {
    const guards = { Ghost: 'id', 'House.ghost': 'id', 'Ghost.house': 'id', Person: 'ghost', FactValue: 'id' };
    const { data, errors, looks } = await read('{ house(id: "h1") { id head { id } } }', {
      guards,
      masks: { 'Ghost.id': 1, 'House.ghost': 1 },
    });
    expect({ data, errors, looks }).toEqual({
      data: { house: { id: 'h1', head: { id: 'p1' } } },
      errors: [],
      looks: 0,
    });
  });

  it('does not look at what only another guard needs', async () => {
    const { looks } = await read('{ house(id: "h1") { id } }', {
      guards: { House: 'id members { id }', Person: 'id' },
    });
    expect(looks).toBe(1);
  });

  it('may show an object with other values in some fields, by their names', async () => {
    const { data, errors } = await read(
      '{ house(id: "h1") { total: facts { id } few: members(first: 1) { id } name __typename } }',
      {
        guards: { House: 'id' },
        look: () =>
          new Map([
            ['facts', '[]'],
            ['members', '[{"id":"x"}]'],
            ['ghost', '1'],
          ]),
      },
    );
    expect({ data, errors }).toEqual({
      data: { house: { total: [], few: [{ id: 'x' }], name: 'North', __typename: 'House' } },
      errors: [],
    });
  });

  it('adds to what another shows of the same object', async () => {
    const { data } = await read('{ person(id: "p1") { id name card } }', {
      guards: { Person: 'id', 'Query.person': 'id' },
      look: (guard) => new Map([[guard === 'Person' ? 'name' : 'card', '"-"']]),
    });
    expect(data).toEqual({ person: { id: 'p1', name: '-', card: '-' } });
  });

  it('that fails shows nothing at all', async () => {
    const reader = createTestReader({
      guards: { House: 'id' },
      look: () => {
        throw new Error('house h1');
      },
    });
    const { text, errors } = await graph.run('{ house(id: "h1") { id } }', { reader });
    expect(text).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_ERROR' } }]);
    expect(JSON.stringify(errors)).not.toContain('h1');
  });
});

describe('readers of one operation', () => {
  it('see each what they may, at the same time and in any order', async () => {
    const document = '{ things { id ... on Person { card } } }';
    const all = ['h1', 'p1', 'h2', 'p2'];
    const readers = Array.from({ length: 12 }, (_, at) => {
      const hides = all.filter((_id, position) => ((at >> position) & 1) === 1);
      return {
        hides,
        reader: createTestReader({ guards: at % 3 === 0 ? {} : { Thing: 'id' }, hides }),
        open: at % 3 === 0,
      };
    });
    const results = await Promise.all(readers.map(({ reader }) => graph.run(document, { reader })));
    for (const [at, { hides, open }] of readers.entries()) {
      const shown = all.filter((id) => open || !hides.includes(id));
      expect(results[at]?.data).toMatchObject({ things: shown.map((id) => ({ id })) });
    }
  });

  it('with the same key share what is compiled, and others have their own', async () => {
    const own = await createTestEngine(village);
    const document = '{ chief { id } }';
    for (const hides of [[], ['p1'], ['p2']]) {
      await own.run(document, { documentKey: 'one', reader: createTestReader({ guards: { Person: 'id' }, hides }) });
    }
    expect(own.engine.planCache()).toEqual({ hits: 2, misses: 1, size: 1 });
    await own.run(document, { documentKey: 'one', reader: createTestReader({ guards: { Person: 'id name' } }) });
    await own.run(document, { documentKey: 'one' });
    expect(own.engine.planCache()).toEqual({ hits: 2, misses: 3, size: 3 });
  });
});

describe('a mask', () => {
  it('shows the last characters through aliases, interfaces and numbers', async () => {
    const masks = { 'Person.card': 3, 'Person.cardId': 1, 'Thing.name': 2 };
    const { data, errors } = await read('{ chief { a: card card cardId id } things { name } }', { masks });
    expect({ data, errors }).toEqual({
      data: {
        chief: { a: 'xxxxxxxxxx000', card: 'xxxxxxxxxx000', cardId: 'xxx0', id: 'p1' },
        things: ['xxxth', 'xxxxxx 1', 'xxxth', 'xxxxxx 2'].map((name) => ({ name })),
      },
      errors: [],
    });
  });

  it('is the strictest of those that a type inherits, and holds for an object of unknown type', async () => {
    const masks = { 'Person.name': 1, 'Thing.name': 2, 'House.name': 3 };
    const { data } = await read('{ things { name } }', { masks });
    expect(data).toEqual({ things: ['xxxth', 'xxxxxxx1', 'xxxth', 'xxxxxxx2'].map((name) => ({ name })) });
    const own = await createTestEngine(village);
    own.bodies.answerWith('registry', () => answered({ things: [{ __typename: 'Thing', id: 'h1', name: 'North' }] }));
    const unknown = await own.run('{ things { name } }', { reader: createTestReader({ masks }) });
    expect(unknown.data).toEqual({ things: [{ name: 'xxxxh' }] });
  });

  it('shows nothing of a value that is no text', async () => {
    const { data, errors } = await read('{ house(id: "h1") { facts { value } } ranked { rank } }', {
      masks: { 'Fact.value': 3, 'Thing.rank': 1 },
    });
    expect(data).toEqual({
      house: { facts: [{ value: null }, { value: null }] },
      ranked: [{ rank: null }, { rank: null }],
    });
    expect(errors).toHaveLength(4);
  });
});

describe('an error of a body', () => {
  const failed: BodyReply = { status: 'UNAVAILABLE', reason: '', tookMs: 1 };

  it('is told at the place that the reader sees, and not at all of what is hidden', async () => {
    const own = await createTestEngine(village);
    own.bodies.answerWith('welfare', () => failed);
    const reader = createTestReader({ guards: { Thing: 'id' }, hides: ['h1', 'p1'] });
    const { data, errors } = await own.run('{ things { id ... on Person { mainFact { id } } } }', { reader });
    expect(data).toEqual({ things: [{ id: 'h2' }, { id: 'p2', mainFact: null }] });
    expect(errors.map(({ path }) => path)).toEqual([['things', 1, 'mainFact']]);
  });

  it('is told at others when the first ones of many are hidden', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `p${String(at)}`);
    const own = await createTestEngine(village);
    own.bodies.answerWith('registry', () => answered({ aside: { house: houseOf(ids.map((id) => ({ id }))) } }));
    own.bodies.answerWith('welfare', () => failed);
    const reader = createTestReader({ guards: { Person: 'id' }, hides: ids.slice(0, 15) });
    const { errors } = await own.run('{ aside { house { members { id mainFact { id } } } } }', { reader });
    expect(errors.map(({ path }) => path?.[3])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('takes the place neither of what a reader is told, nor of what is hidden', async () => {
    const own = await createTestEngine(village);
    own.bodies.answerWith('registry', () => ({
      status: 'ANSWERED',
      data: { aside: { house: houseOf([]) }, chief: { __typename: 'Person', id: 'p1', home: houseOf([]) } },
      errors: [
        { message: '', path: ['aside', 'house', 'name'] },
        { message: '', path: ['aside'] },
        { message: '', path: ['chief'] },
      ],
      tookMs: 1,
    }));
    const reader = createTestReader({ guards: { House: 'id' }, hides: ['h1'] });
    const { data, errors } = await own.run(
      '{ aside { house { name members { id } } } chief { home { name members { id } } } }',
      {
        reader,
      },
    );
    expect(data).toEqual({ aside: null, chief: { home: null } });
    expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual([
      ['chief', 'BODY_UNAVAILABLE'],
      ['aside.house', 'HOUSEHOLD_NOT_FOUND'],
      ['chief.home', 'HOUSEHOLD_NOT_FOUND'],
    ]);
  });

  it('in a value counts positions without what is hidden', async () => {
    const own = await createTestEngine(village);
    const members = ['p1', 'p2', 'p3'].map((id) => ({ id, name: id === 'p3' ? 5 : 'x' }));
    own.bodies.answerWith('registry', () => answered({ aside: { house: houseOf(members) } }));
    const reader = createTestReader({ guards: { Person: 'id' }, hides: ['p1'] });
    const { data, errors } = await own.run('{ aside { house { members { name } } } }', { reader });
    expect(data).toEqual({ aside: { house: { members: [{ name: 'x' }, { name: null }] } } });
    expect(errors).toMatchObject([{ path: ['aside', 'house', 'members', 1, 'name'] }]);
  });
});

function houseOf(members: readonly Record<string, unknown>[]): Record<string, unknown> {
  return {
    __typename: 'House',
    id: 'h1',
    name: 'North',
    members: members.map((each) => ({ __typename: 'Person', ...each })),
  };
}
