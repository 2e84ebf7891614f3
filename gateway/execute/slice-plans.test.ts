import { parse, visit } from 'graphql';
import type { FieldNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { BodyReply, BodyRequest } from '../fetch/body-call.ts';
import { readAnswer } from '../fetch/read-answer.ts';
import { createTestEngine } from './test-engine.ts';
import type { TestEngine } from './test-engine.ts';
import { federation } from './test-subgraph.ts';
import type { TestSubgraph } from './test-subgraph.ts';
import { createTestReader } from './test-village.ts';

const record = {
  found: true,
  status: 'ACTIVE',
  facts: [
    { name: 'adl', value: 3 },
    { name: 'kind', value: 'x' },
  ],
};

const recordType = (name: string): string => `
  type ${name} { found: Boolean! status: Status facts: [Fact!]! }
  enum Status { ACTIVE ENDED }
  scalar FactValue
  type Fact @shareable { name: String! value: FactValue }`;

const subgraphs: readonly TestSubgraph[] = [
  {
    name: 'interior',
    typeDefs: `${federation}
      type Query { house(code: ID!): House houses: [House!]! }
      type House @key(fields: "code") { code: ID! interior: InteriorRecord }
      ${recordType('InteriorRecord')}`,
    resolvers: {
      Query: { house: (_, { code }) => ({ code, interior: record }), houses: () => [{ code: 'a', interior: record }] },
    },
  },
  {
    name: 'health',
    typeDefs: `${federation}
      type House @key(fields: "code") { code: ID! health: HealthRecord }
      ${recordType('HealthRecord')}`,
    entities: { House: () => ({ health: record }) },
  },
  {
    name: 'casefile',
    typeDefs: `${federation}
      type House @key(fields: "code") {
        code: ID!
        interior: InteriorRecord @external
        health: HealthRecord @external
        gaps(asOf: String): Gaps @requires(fields: "interior { found facts { name value } } health { found facts { name value } }")
        seen: String @requires(fields: "health { found facts { name value } }")
      }
      type InteriorRecord @external { found: Boolean! facts: [Fact!]! }
      type HealthRecord @external { found: Boolean! facts: [Fact!]! }
      scalar FactValue
      type Fact @shareable { name: String! value: FactValue }
      type Gaps { total: Float items: [Item!]! }
      type Item { id: ID! verdict: Verdict! note: String }
      enum Verdict { YES NO }`,
    entities: {
      House: (given) => ({
        gaps: {
          total: 12.5,
          items: [
            { id: 1, verdict: 'YES', note: 'ก' },
            { id: 'b', verdict: 'NO', note: null },
          ],
        },
        seen: JSON.stringify([given['interior'], given['health']]),
      }),
    },
  },
];

const items = '{ total items { id verdict note } }';

async function ask(document: string, graph?: TestEngine): Promise<Awaited<ReturnType<TestEngine['run']>>> {
  const engine = graph ?? (await createTestEngine(subgraphs));
  return engine.run(document);
}

/** A reply with the data as it would come over a network. */
function readReply({ slices }: BodyRequest, data: object): BodyReply {
  const read = readAnswer(Buffer.from(JSON.stringify({ data })), { withoutPrototype: false, slices });
  if (read.kind === 'INVALID') return { status: 'INVALID', reason: read.reason, tookMs: 1 };
  const { holdsSlices } = read;
  return { status: 'ANSWERED', data: read.data, errors: read.errors, tookMs: 1, ...(holdsSlices && { holdsSlices }) };
}

/** Names of the fields that stayed text in what a subgraph answered. */
function textFields(result: Awaited<ReturnType<typeof ask>>, subgraph: string): string[] {
  const found: string[] = [];
  const collect = (plan: unknown, name: string): void => {
    if (typeof plan === 'function') found.push(name);
    else for (const [key, inner] of Object(plan).fields ?? []) collect(inner, key);
  };
  for (const { slices } of result.requests.filter((each) => each.subgraph === subgraph)) collect(slices, '');
  return found;
}

describe('what stays text', () => {
  it('is what only the join asks for, and what the client gets as the join wrote it', async () => {
    const result = await ask(`{ house(code: "1") { code gaps ${items} seen } }`);
    expect(textFields(result, 'interior')).toEqual(['interior']);
    expect(textFields(result, 'health')).toEqual(['health']);
    expect(textFields(result, 'casefile')).toEqual(['gaps']);
    expect(result.requests.find(({ subgraph }) => subgraph === 'casefile')).toHaveProperty('holdsSlices', true);
    expect(result.errors).toEqual([]);
    expect(result.data).toEqual({
      house: {
        code: '1',
        gaps: {
          total: 12.5,
          items: [
            { id: '1', verdict: 'YES', note: 'ก' },
            { id: 'b', verdict: 'NO', note: null },
          ],
        },
        seen: JSON.stringify([
          { found: true, facts: record.facts },
          { found: true, facts: record.facts },
        ]),
      },
    });
  });

  it('may be under an alias, which the bodies never see', async () => {
    const result = await ask(`{ house(code: "1") { mine: gaps(asOf: "x") ${items} } }`);
    expect(textFields(result, 'casefile')).toHaveLength(1);
    expect(result.data).toMatchObject({ house: { mine: { total: 12.5 } } });
  });

  it.each([
    ['under other names', `gaps { total items { id is: verdict note } }`, { total: 12.5, items: [{ is: 'YES' }, {}] }],
    ['under a condition', `gaps { items { id note @include(if: $no) } }`, { items: [{ id: '1' }, { id: 'b' }] }],
    ['twice', `gaps { items { id } } again: gaps { items { is: id } }`, { items: [{ id: '1' }, { id: 'b' }] }],
  ])('is nothing of what the client asks for %s', async (_what, selection, gaps) => {
    const graph = await createTestEngine(subgraphs);
    const result = await graph.run(`query ($no: Boolean = false) { house(code: "1") { code ${selection} } }`);
    expect(result.errors).toEqual([]);
    expect(result.data).toMatchObject({ house: { gaps } });
    expect(textFields(result, 'casefile')).toEqual([]);
  });

  it('is of a record that the client looks into only what the client does not see', async () => {
    const result = await ask(`{ house(code: "1") { health { found status } gaps ${items} seen } }`);
    expect(textFields(result, 'health')).toEqual(['facts']);
    expect(result.data).toMatchObject({ house: { seen: expect.stringContaining('"name":"adl"') } });
    expect(textFields(result, 'interior')).toEqual(['interior']);
    expect(result.data).toMatchObject({ house: { health: { found: true, status: 'ACTIVE' }, gaps: { total: 12.5 } } });
  });

  it('is kept apart for clients that share a plan under names of their own', async () => {
    const graph = await createTestEngine(subgraphs);
    const plain = await graph.run(`{ house(code: "1") { gaps ${items} } }`);
    const renamed = await graph.run(`{ house(code: "1") { gaps { total items { id is: verdict note } } } }`);
    expect(textFields(plain, 'casefile')).toEqual(['gaps']);
    expect(renamed.data).toMatchObject({ house: { gaps: { items: [{ is: 'YES' }, { is: 'NO' }] } } });
  });

  it('is nothing when the engine is told to look at every value', async () => {
    const graph = await createTestEngine(subgraphs, { passText: false });
    const result = await graph.run(`{ house(code: "1") { gaps ${items} } }`);
    expect(result.requests.every(({ slices }) => slices === undefined)).toBe(true);
    expect(result.data).toMatchObject({ house: { gaps: { total: 12.5 } } });
  });

  it.each([
    ['an enum value that is none', { total: 1, items: [{ id: 1, verdict: 'MAYBE', note: null }] }],
    ['a null that may not be', { total: 1, items: [{ id: null, verdict: 'YES', note: null }] }],
    ['a number where a text belongs', { total: 1, items: [{ id: 1, verdict: 'YES', note: 5 }] }],
  ])('is completed as ever when it holds %s', async (_what, gaps) => {
    const replies = await Promise.all(
      [true, false].map(async (passText) => {
        const graph = await createTestEngine(subgraphs, { passText });
        graph.bodies.answerWith('casefile', (request) => readReply(request, { _entities: [{ gaps }] }));
        const { data, errors } = await graph.run(`{ house(code: "1") { code gaps ${items} } }`);
        return { data, errors };
      }),
    );
    expect(replies[0]).toEqual(replies[1]);
    expect(replies[0]?.errors).not.toEqual([]);
  });

  it('reaches the join whole from a list of houses', async () => {
    const { data } = await ask('{ houses { seen } }');
    expect(data).toEqual({ houses: [{ seen: JSON.stringify([null, { found: true, facts: record.facts }]) }] });
  });
});

describe('what stays text for a reader', () => {
  const whole = `{ house(code: "1") { gaps ${items} seen } }`;

  it.each([
    [
      'everything as ever, where only what is around it is looked at',
      { guards: { House: 'code' } },
      [['interior'], ['health'], ['gaps']],
    ],
    [
      'what goes to the join, but nothing with a row that is looked at',
      { guards: { Item: 'id' } },
      [['interior'], ['health'], []],
    ],
    [
      'only what is inside of a field that is looked at',
      { guards: { 'House.gaps': 'total' } },
      [['interior'], ['health'], ['items']],
    ],
    ['nothing with a value that is masked', { masks: { 'Item.note': 1 } }, [['interior'], ['health'], []]],
    ['nothing of what a look needs', { guards: { House: 'interior { found }' } }, [['facts'], ['health'], ['gaps']]],
    [
      'what is guarded and masked elsewhere',
      { guards: { Fact: 'name' }, masks: { 'Fact.name': 1 } },
      [['interior'], ['health'], ['gaps']],
    ],
  ])('is %s', async (_what, options, expected) => {
    const graph = await createTestEngine(subgraphs);
    const reader = createTestReader({ ...options, look: () => 'SHOWN' });
    const result = await graph.run(whole, { reader });
    expect(result.errors).toEqual([]);
    expect(['interior', 'health', 'casefile'].map((subgraph) => textFields(result, subgraph))).toEqual(expected);
    expect(result.data).toMatchObject({ house: { gaps: { total: 12.5, items: [{ id: '1' }, { id: 'b' }] } } });
  });

  it('is read for the row, and looked at', async () => {
    const graph = await createTestEngine(subgraphs);
    const reader = createTestReader({
      guards: { House: 'interior { found }', Item: 'id' },
      look: (_guard, { id }) => (id === 'b' ? 'HIDDEN' : 'SHOWN'),
    });
    const { data } = await graph.run(whole, { reader });
    expect(data).toMatchObject({ house: { gaps: { items: [{ id: '1', note: 'ก' }] } } });
    expect(reader.looks).toMatchObject([
      { row: { interior: { found: true } } },
      { row: { id: '1' } },
      { row: { id: 'b' } },
    ]);
  });

  it('is kept apart for readers that share a plan', async () => {
    const graph = await createTestEngine(subgraphs);
    const document = `{ house(code: "1") { code gaps ${items} } }`;
    const masked = createTestReader({ masks: { 'Item.note': 1 } });
    const [open, shut, hidden] = [
      await graph.run(document),
      await graph.run(document, { reader: masked }),
      await graph.run(document, { reader: createTestReader({ guards: { House: 'code' }, look: () => 'HIDDEN' }) }),
    ];
    expect(textFields(open, 'casefile')).toEqual(['gaps']);
    expect(shut.data).toMatchObject({ house: { gaps: { items: [{ note: 'x' }, { note: null }] } } });
    expect(textFields(hidden, 'casefile')).toEqual(['gaps']);
    expect(hidden.data).toEqual({ house: null });
  });

  it.each([
    ['everywhere', ' note', ''],
    ['in one of two mentions', ' note', ' note note'],
  ])('holds nothing that is withheld %s', async (_where, note, mentions) => {
    const graph = await createTestEngine(subgraphs);
    const shape = parse(whole.replace(note, mentions === '' ? note : mentions));
    const notes: FieldNode[] = [];
    visit(shape, { Field: (node) => void (node.name.value === 'note' && notes.push(node)) });
    const document = parse(whole.replace(note, mentions === '' ? '' : note));
    const held = { document, shape, withheld: new Set(notes.slice(0, 1)), variant: 'no notes' };
    const result = await graph.run(whole, { held });
    expect(textFields(result, 'casefile')).toEqual([]);
    expect(result.data).toMatchObject({ house: { gaps: { items: [{ note: null }, { note: null }] } } });
  });
});
