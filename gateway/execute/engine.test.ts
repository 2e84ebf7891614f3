import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../plan/compose.ts';
import { createInlinePlanner } from '../plan/inline-planner.ts';
import { createSupergraphHolder } from '../plan/supergraph-holder.ts';
import { loadSupergraph } from '../plan/supergraph.ts';
import { createEngine } from './engine.ts';
import { createTestEngine } from './test-engine.ts';
import { testGraph } from './test-graph.ts';
import { createTestBodies, federation } from './test-subgraph.ts';
import type { TestSubgraph } from './test-subgraph.ts';

const graph = await createTestEngine(testGraph);

describe('an alias', () => {
  it('reaches neither a key nor a required field', async () => {
    const { data } = await graph.run(
      '{ item(id: "b1") { id: title pages: __typename ... on Book { shippingEstimate } } }',
    );
    expect(data).toEqual({ item: { id: 'Rice', pages: 'Book', shippingEstimate: 240 } });
  });

  it('reaches no body', async () => {
    const { requests } = await graph.run('{ secretName: items { otherName: title } }');
    expect(JSON.stringify(requests)).not.toMatch(/secretName|otherName/u);
  });

  it('stands for its own arguments', async () => {
    const { data } = await graph.run(
      '{ item(id: "b1") { ... on Book { price: price(currency: "EUR") baht: price same: price(currency: "THB") } } }',
    );
    expect(data).toEqual({ item: { price: 2, baht: 350, same: 350 } });
  });
});

describe('required fields with arguments', () => {
  const goods: TestSubgraph = {
    name: 'goods',
    typeDefs: `${federation} type Query { good: Good } type Good @key(fields: "id") { id: ID! price(currency: String!): Int kind: Kind } type Kind @shareable { rate(year: Int!): Int }`,
    resolvers: {
      Query: { good: () => ({ id: '1', kind: {} }) },
      Good: { price: (_good, { currency }) => (currency === 'THB' ? 100 : 3) },
      Kind: { rate: (_kind, { year }) => Number(year) - 2000 },
    },
    entities: { Good: ({ id }) => ({ id, kind: {} }) },
  };
  const taxes: TestSubgraph = {
    name: 'taxes',
    typeDefs: `${federation} type Good @key(fields: "id") { id: ID! price(currency: String!): Int @external kind: Kind @external
      tax: String @requires(fields: "price(currency: \\"THB\\") kind { rate(year: 2022) }")
      duty: String @requires(fields: "price(currency: \\"EUR\\")") } type Kind @external { rate(year: Int!): Int }`,
    resolvers: {
      Good: { tax: (good) => JSON.stringify([good['price'], good['kind']]), duty: ({ price }) => String(price) },
    },
    entities: { Good: (representation) => representation },
  };

  it('keep apart from the client’s and from each other’s, in one call', async () => {
    const { run } = await createTestEngine([goods, taxes]);
    const { data, requests } = await run('{ good { price(currency: "USD") tax duty } }');
    expect(data).toEqual({ good: { price: 3, tax: '[100,{"rate":22}]', duty: '3' } });
    expect(requests.map(({ subgraph }) => subgraph)).toEqual(['goods', 'taxes']);
  });
});

describe('an operation', () => {
  it('joins what its fragments, types and conditions ask for', async () => {
    const { data, errors } = await graph.run(
      `query ($more: Boolean!, $first: Int = 1) {
        search { __typename ... on Maker { name fans @include(if: $more) { name } } ...Reviewed }
      }
      fragment Reviewed on Film { ageLimit reviews(first: $first) { author { name reviewCount } } }`,
      { variables: { more: true } },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      search: [
        { __typename: 'Book' },
        { __typename: 'Film', ageLimit: 51, reviews: [{ author: { name: 'Boon', reviewCount: 1 } }] },
        { __typename: 'Book' },
        { __typename: 'Maker', name: 'Somchai', fans: [{ name: 'Anong' }] },
        { __typename: 'Maker', name: 'Malee', fans: null },
      ],
    });
  });

  it('asks no body for what a condition excludes', async () => {
    const text = 'query ($x: Boolean!) { me { name delivery @include(if: $x) } }';
    const without = await graph.run(text, { variables: { x: false } });
    expect(without.requests.map(({ subgraph }) => subgraph)).toEqual(['accounts']);
    expect(without.manifest.bodies.map(({ code }) => code)).toEqual(['accounts']);
    const withIt = await graph.run(text, { variables: { x: true } });
    expect(withIt.data).toEqual({ me: { name: 'Anong', delivery: 'Anong in Nan' } });
  });

  it('does mutations one after the other, each as often as it is mentioned', async () => {
    const { data, requests } = await graph.run(
      'mutation { a: rename(id: "u1", name: "x") { name } s: ship(id: "1") b: rename(id: "u1", name: "x") { name reviewCount } }',
    );
    expect(data).toEqual({ a: { name: 'x' }, s: 'shipped 1', b: { name: 'x', reviewCount: 2 } });
    expect(requests.map(({ subgraph, kind }) => `${kind} ${subgraph}`)).toEqual([
      'mutation accounts',
      'mutation shipping',
      'mutation accounts',
      'query reviewing',
    ]);
  });

  it('answers introspection without asking anybody, and beside data', async () => {
    const alone = await graph.run('{ __schema { queryType { name } } __type(name: "Maker") { fields { name } } }');
    expect(alone.requests).toEqual([]);
    expect(alone.data).toEqual({
      __schema: { queryType: { name: 'Query' } },
      __type: { fields: ['id', 'name', 'works', 'fans'].map((name) => ({ name })) },
    });
    const mixed = await graph.run('query ($n: String!) { t: __type(name: $n) { kind } me { id } k: __typename }', {
      variables: { n: 'Book' },
    });
    expect(mixed.text).toBe('{"t":{"kind":"OBJECT"},"me":{"id":"u1"},"k":"Query"}');
  });

  it.each([
    ['query ($id: ID!) { item(id: $id) { id } }', {}],
    ['query ($id: ID!) { item(id: $id) { id } }', { id: { citizen: '1103700123459' } }],
  ])('is refused when a variable does not fit: %s %j', async (text, variables) => {
    const { text: written, errors, requests } = await graph.run(text, { variables });
    expect([written, requests]).toEqual([undefined, []]);
    expect(errors).toMatchObject([{ extensions: { code: 'INPUT_VALUE_INVALID' } }]);
    expect(JSON.stringify(errors)).not.toContain('1103700123459');
  });

  it('is refused when its name is not in the document', async () => {
    const { text, errors } = await graph.run('query A { me { id } }', { operationName: 'B' });
    expect(text).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_INVALID' } }]);
  });

  it('ends at its deadline although its plan is not ready', async () => {
    const { errors } = await graph.run('{ me { id name email } }', { signal: AbortSignal.abort() });
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_DEADLINE' } }]);
  });

  it('stamps every request', async () => {
    const { requests } = await graph.run('{ me { delivery } }', {
      stamp: (subgraph) => ({ principalKey: 'p', headers: { 'x-for': subgraph } }),
    });
    expect(requests.map(({ principalKey, headers }) => [principalKey, headers])).toEqual([
      ['p', { 'x-for': 'accounts' }],
      ['p', { 'x-for': 'shipping' }],
    ]);
  });
});

describe('calls', () => {
  it('carry each entity once', async () => {
    const { requests } = await graph.run('{ users { friends { reviewCount } } }');
    expect(requests.at(-1)?.variables['representations']).toEqual([
      { __typename: 'User', id: 'u2' },
      { __typename: 'User', id: 'u1' },
    ]);
  });

  it('are one for each subgraph and step, whatever the paths', async () => {
    const { data, requests } = await graph.run(
      '{ me { delivery friends { delivery } } users { address { city } reviewCount } topReviews(first: 1) { author { reviewCount email } } }',
    );
    expect(requests.map(({ subgraph }) => subgraph).toSorted()).toEqual([
      'accounts',
      'accounts',
      'reviewing',
      'reviewing',
      'shipping',
    ]);
    expect(data).toMatchObject({ me: { delivery: 'Anong in Nan', friends: [{ delivery: 'Boon in no city' }] } });
  });

  it('have constant text', async () => {
    const text = 'query ($id: ID!) { item(id: $id) { ... on Book { reviews { text } shippingEstimate } } }';
    const one = await graph.run(text, { variables: { id: 'b1' } });
    const other = await graph.run(text, { variables: { id: 'b2' } });
    expect(one.requests.map(({ query }) => query)).toEqual(other.requests.map(({ query }) => query));
  });
});

describe('a supergraph swap', () => {
  it('lets an operation finish on the supergraph with which it began', async () => {
    const { engine, bodies, supergraphs } = await createTestEngine([
      { name: 'one', typeDefs: 'type Query { a: Int b: Int }', resolvers: { Query: { a: () => 1 } } },
    ]);
    const arrived = Promise.withResolvers<void>();
    const mayAnswer = Promise.withResolvers<undefined>();
    bodies.answerWith('one', () => {
      arrived.resolve();
      return mayAnswer.promise;
    });
    const running = engine.execute({ document: parse('{ a }') });
    await arrived.promise;
    await supergraphs.swap(composeSupergraph([{ name: 'one', typeDefs: 'type Query { b: Int }' }]));
    mayAnswer.resolve(undefined);
    expect((await running).text).toBe('{"a":1}');
    expect((await engine.execute({ document: parse('{ b }') })).text).toBe('{"b":null}');
  });

  it('plans the most used operations that still are valid before it takes over', async () => {
    const planned: string[] = [];
    const typeDefs = ['type Query { a: Int b: Int }', 'type Query { a: Int }'];
    const [first = '', second = ''] = typeDefs.map((text) => composeSupergraph([{ name: 'one', typeDefs: text }]));
    const createPlanner: typeof createInlinePlanner = async (sdl) => {
      const planner = await createInlinePlanner(sdl);
      return {
        ...planner,
        plan: (text) => {
          planned.push(text.replaceAll(/\s/gu, ''));
          return planner.plan(text);
        },
      };
    };
    const supergraphs = await createSupergraphHolder(first, (sdl) => loadSupergraph(sdl, { createPlanner }));
    const engine = createEngine({ supergraphs, call: createTestBodies([]).call });
    for (const text of ['{ a }', '{ b }', '{ x: a }']) await engine.execute({ document: parse(text) });
    expect(planned.splice(0)).toEqual(['{a}', '{b}']);
    await supergraphs.swap(second);
    expect(planned).toEqual(['{a}']);
  });
});
