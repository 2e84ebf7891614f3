import { array, assert, asyncProperty, constantFrom, integer, oneof, type Arbitrary } from 'fast-check';
import {
  GraphQLError,
  buildSchema,
  execute,
  isObjectType,
  parse,
  validate,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileQuery } from './compiled-query.ts';

const sdl = `
  type Query { item(at: Int = 1, word: String): Item must: Item! items: [Item!] loose: [[Item]!]! thing: Thing things: [Thing!]! named: Named }
  type Item implements Named { id: ID! name(upper: Boolean): String status: Status! tags: [String!] maybe: [Int] item: Item other: Other! }
  type Other implements Named { name: String! size: Int! items: [Item!]! }
  interface Named { name: String }
  union Thing = Item | Other
  enum Status { ACTIVE ENDED }`;

/** Resolvers that give, hold back, reject, throw and lie by turns: what each does follows from the seed and its place. */
function schemaOf(seed: number): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name === 'id') continue;
      field.resolve = behave(seed, String(field.type));
    }
  }
  return schema;
}

function behave(seed: number, type: string): GraphQLFieldResolver<unknown, unknown> {
  return (_source, args, context, info) => {
    const place: string[] = [];
    for (let at: typeof info.path | undefined = info.path; at !== undefined; at = at.prev) {
      place.push(`${at.typename ?? ''}.${at.key}`);
    }
    expect(context).toBe('the context');
    expect(info.fieldName.length * info.fieldNodes.length).toBeGreaterThan(0);
    expect(String(info.returnType)).toBe(type);
    const turn = numberOf(`${seed} ${place.join()} ${JSON.stringify(args)} ${JSON.stringify(info.variableValues)}`);
    const isSync = seed % 3 === 0;
    const value = valueOf(type.replaceAll('!', ''), turn, isSync);
    const behaviour = behaviours[turn % 23];
    if (behaviour !== undefined) return behaviour(isSync);
    return turn % 3 === 0 && !isSync ? Promise.resolve(value) : value;
  };
}

/** The rest give what they should, at once or later. */
const behaviours: readonly ((isSync: boolean) => unknown)[] = [
  () => null,
  (isSync) => (isSync ? null : Promise.resolve(null)),
  () => {
    throw new GraphQLError('refused', { extensions: { code: 'REFUSED' } });
  },
  (isSync) => (isSync ? new Error('accident') : Promise.reject(new Error('accident'))),
  () => new Error('as a value'),
  () => 'of another kind',
];

/**
 * Items of a list are promises unless nothing is: an item that fails at once beside one that fails later leaves a
 * rejection that graphql-js does not handle.
 */
function valueOf(type: string, turn: number, isSync: boolean): unknown {
  if (type.startsWith('[')) {
    return Array.from({ length: turn % 4 }, (_, at) => {
      const item = (turn + at) % 11 === 0 ? null : valueOf(type.slice(1, -1), turn + at * 7, isSync);
      return isSync ? item : Promise.resolve(item);
    });
  }
  return (values[type] ?? word)(turn);
}

const word = (turn: number): unknown => `text ${turn}`;
const either = (turn: number): unknown => ({
  id: String(turn),
  __typename: turn % 13 === 0 ? 'Query' : turn % 2 === 0 ? 'Item' : 'Other',
});

const values: Readonly<Record<string, (turn: number) => unknown>> = {
  Item: (turn) => ({ id: () => turn, __typename: 'Item' }),
  Other: () => ({ __typename: 'Other' }),
  Thing: either,
  Named: either,
  Status: (turn) => (turn % 9 === 0 ? 'GONE' : 'ACTIVE'),
  Int: (turn) => (turn % 10 === 0 ? 1.5 : turn),
};

/** The same number for the same text. */
function numberOf(text: string): number {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003;
  return hash;
}

const leaves: Readonly<Record<string, readonly string[]>> = {
  Item: ['id', 'name', 'loud: name(upper: $yes)', 'status', 'tags', 'maybe', '__typename'],
  Other: ['name', 'size', 'kind: __typename'],
  Named: ['name', '__typename'],
  Thing: ['__typename'],
};
const branches: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  Item: [
    ['item', 'Item'],
    ['other', 'Other'],
  ],
  Other: [['items', 'Item']],
  Named: [
    ['... on Item', 'Item'],
    ['... on Other', 'Other'],
  ],
  Thing: [
    ['... on Item', 'Item'],
    ['... on Named', 'Named'],
    ['...', 'Thing'],
    ['...Part', ''],
  ],
  Query: [
    ['item', 'Item'],
    ['at: item(at: $at, word: "x")', 'Item'],
    ['must', 'Item'],
    ['items', 'Item'],
    ['loose', 'Item'],
    ['thing', 'Thing'],
    ['things', 'Thing'],
    ['named', 'Named'],
  ],
};

function selection(type: string, depth: number): Arbitrary<string> {
  const inner = (branches[type] ?? []).map(([field, of]) =>
    of === '' || depth === 0 ? constantFrom('__typename') : selection(of, depth - 1).map((text) => `${field} ${text}`),
  );
  const choices = [...(leaves[type] ?? ['__typename']).map((leaf) => constantFrom(leaf)), ...inner];
  return array(oneof(...choices), { minLength: 1, maxLength: 4 }).map((parts) => `{ ${parts.join(' ')} }`);
}

const fragment = 'fragment Part on Item { id tags other { name } }';
const head = 'query ($at: Int, $yes: Boolean = true)';

/**
 * What a caller can rely on: the data in its order, the places of the nulls that an error explains, and what the error
 * says of a leaf. Which of several errors inside a lost value are told depends on which came first.
 */
function seen({ data, errors = [] }: ExecutionResult): unknown {
  const told = errors.map((error) => {
    const { path = [] } = error;
    const depth = depthOfNull(data, path);
    const isAtLeaf = depth === path.length && leafNames.has(path.at(-1));
    return `${path.slice(0, depth).join('/')} ${isAtLeaf ? said(error) : ''}`;
  });
  return { data: JSON.stringify(data), told: [...new Set(told)].toSorted() };
}

function depthOfNull(data: unknown, path: readonly (string | number)[]): number {
  let value: unknown = data;
  let depth = 0;
  while (value !== null && depth < path.length) {
    value = Object(value)[path[depth] ?? ''];
    depth += 1;
  }
  return depth;
}

const leafNames: ReadonlySet<unknown> = new Set(['name', 'loud', 'size', 'maybe']);

/** Of errors that graphql-js words itself, only that there is one. */
function said({ message, extensions }: GraphQLError): string {
  const text = /^(?:refused|accident|as a value)/u.exec(message)?.[0] ?? '';
  return `${text} ${String(extensions['code'])}`;
}

describe('a compiled query', () => {
  it('answers as graphql-js does, whatever resolvers do', async () => {
    let compared = 0;
    let failures = 0;
    await assert(
      asyncProperty(selection('Query', 3), integer({ min: 1, max: 999_999 }), async (text, seed) => {
        const schema = schemaOf(seed);
        const document = parse(`${head} ${text} ${fragment}`);
        const faults = validate(schema, document).filter(({ message }) => !message.includes('never used'));
        if (faults.length > 0) return;
        const run = compileQuery(schema, document);
        const variableValues = { at: seed % 5 };
        const [ours, theirs] = await Promise.all([
          run?.('the context', variableValues),
          execute({ schema, document, variableValues, contextValue: 'the context' }),
        ]);
        expect(ours && seen(ours)).toEqual(seen(theirs));
        compared += 1;
        failures += theirs.errors?.length ?? 0;
      }),
      { numRuns: 1_500, seed: 5 },
    );
    expect(compared).toBeGreaterThan(1_000);
    expect(failures).toBeGreaterThan(300);
  });

  it.each([
    ['a variable of another kind', { at: 'x' }],
    ['an argument that may not be null', { at: null }],
  ])('refuses %s as graphql-js does', async (_what, variableValues) => {
    const schema = buildSchema('type Query { item(at: Int!): String }');
    const document = parse('query ($at: Int = 3) { item(at: $at) }');
    const ours = await compileQuery(schema, document)?.({}, variableValues);
    expect(ours?.errors).toHaveLength(1);
    const theirs = await execute({ schema, document, variableValues });
    expect(JSON.parse(JSON.stringify(ours))).toEqual(JSON.parse(JSON.stringify(theirs)));
  });

  it.each([
    'mutation { act }',
    'query ($yes: Boolean!) { item @include(if: $yes) }',
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Query") { name } }',
    'query A { item } query B { item }',
  ])('leaves to graphql-js: %s', (text) => {
    const schema = buildSchema('type Query { item: String } type Mutation { act: String }');
    expect(compileQuery(schema, parse(text))).toBeUndefined();
  });

  it('leaves no rejection behind when one item fails at once and another later', async () => {
    const schema = buildSchema('type Query { items: [Item!] } type Item { name: String! }');
    const items = [{ name: () => Promise.reject(new Error('later')) }, null];
    const root = schema.getQueryType()?.getFields()['items'];
    if (root) root.resolve = () => items;
    const result = await compileQuery(schema, parse('{ items { name } }'))?.({}, {});
    expect(result).toMatchObject({ data: { items: null }, errors: [{ path: ['items', 1] }] });
  });

  it('gives each call arguments of its own', async () => {
    const schema = buildSchema('type Query { item(at: Int = 1): Int }');
    const field = schema.getQueryType()?.getFields()['item'];
    if (field) field.resolve = (_source, args) => (args['at'] += 1);
    const run = compileQuery(schema, parse('{ item }'));
    expect(await run?.({}, {})).toMatchObject({ data: { item: 2 } });
    expect(await run?.({}, {})).toMatchObject({ data: { item: 2 } });
  });
});
