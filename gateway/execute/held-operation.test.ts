import { parse, visit } from 'graphql';
import type { FieldNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../plan/compose.ts';
import type { HeldOperation } from './engine.ts';
import { createTestEngine } from './test-engine.ts';
import { createTestReader, village } from './test-village.ts';

const graph = await createTestEngine(village);

/** Fields are withheld by their response names. */
function hold(document: string | null, shape: string, names: readonly string[]): HeldOperation {
  const parsed = parse(shape);
  const withheld = new Set<FieldNode>();
  visit(parsed, { Field: (node) => void (names.includes((node.alias ?? node.name).value) && withheld.add(node)) });
  return { document: document === null ? null : parse(document), shape: parsed, withheld, variant: names.join(' ') };
}

async function ask(
  held: HeldOperation,
  client: string,
  variables: Record<string, unknown> = {},
): Promise<{ data: unknown; denied: unknown; asked: string }> {
  const { data, errors, requests } = await graph.run(client, { held, variables });
  const denied = errors.map(({ path, extensions }) =>
    extensions.code === 'POLICY_DENIED' ? path?.join('.') : extensions,
  );
  return { data, denied, asked: requests.map(({ query }) => query).join(' ') };
}

describe('a withheld field', () => {
  it('is null with an error wherever it stands, and no body is asked for it', async () => {
    const client = '{ things { id ... on Person { number: card } } chief { card } }';
    const held = hold('{ things { id ... on Person { __typename } } chief { __typename } }', client, [
      'number',
      'card',
    ]);
    const { data, denied, asked } = await ask(held, client);
    expect(data).toEqual({
      things: [{ id: 'h1' }, { id: 'p1', number: null }, { id: 'h2' }, { id: 'p2', number: null }],
      chief: { card: null },
    });
    expect(denied).toEqual(['things.1.number', 'things.3.number', 'chief.card']);
    expect(asked).not.toContain('card');
  });

  it('leaves the names of the others as they are, with any arguments and aliases', async () => {
    const client = `{ house(id: "h1") { a: rank(of: 3) b: rank(of: 7) rank c: rank(of: 20) name } other: house(id: "h2") { id } }`;
    const document = '{ house(id: "h1") { c: rank(of: 20) b: rank(of: 7) name rank } other: house(id: "h2") { id } }';
    const reversed = '{ other: house(id: "h2") { id } house(id: "h1") { rank name c: rank(of: 20) b: rank(of: 7) } }';
    for (const [variant, each] of Object.entries({ document, reversed })) {
      expect(await ask({ ...hold(each, client, ['a']), variant }, client)).toMatchObject({
        data: { house: { a: null, b: 0, rank: 9, c: 9, name: 'North' }, other: { id: 'h2' } },
        denied: ['house.a'],
      });
    }
  });

  it('takes its object along where it may not be null', async () => {
    const client = '{ aside { note house { id } } houses { total edges { cursor } } }';
    const document = '{ aside { note } houses { total } }';
    const { data, denied } = await ask(hold(document, client, ['house', 'edges']), client);
    expect(data).toBeNull();
    expect(denied).toEqual(['aside.house', 'houses.edges']);
  });

  it('counts only where a condition does not exclude it', async () => {
    const client = `query ($x: Boolean!) { chief { name @include(if: $x) name: name @skip(if: $x) id } }`;
    const held = hold('{ chief { id name } }', client, []);
    const [first] = [...fieldsNamed(held, 'name')];
    const partly = { ...held, variant: 'partly', withheld: new Set(first === undefined ? [] : [first]) };
    expect(await ask(partly, client, { x: true })).toMatchObject({
      data: { chief: { name: null } },
      denied: ['chief.name'],
    });
    expect(await ask(partly, client, { x: false })).toMatchObject({
      data: { chief: { name: 'Person 1' } },
      denied: [],
    });
    const all = { ...held, variant: 'all', withheld: new Set(fieldsNamed(held, 'name')) };
    const excluded = 'query ($x: Boolean!) { chief { id name @include(if: $x) } }';
    const gone = hold('query { chief { id } }', excluded, ['name']);
    expect(await ask(gone, excluded, { x: false })).toMatchObject({ data: { chief: { id: 'p1' } }, denied: [] });
    expect(await ask(all, client, { x: false })).toMatchObject({ denied: ['chief.name'] });
  });

  it('needs the client’s variables no less than before', async () => {
    const client = 'query ($id: ID!) { house(id: $id) { id } chief { id } }';
    const held = hold('{ chief { id } }', client, ['house']);
    const missing = await graph.run(client, { held });
    expect(missing.errors).toMatchObject([{ extensions: { code: 'INPUT_VALUE_INVALID' } }]);
    expect(await ask(held, client, { id: 'h1' })).toMatchObject({ data: { house: null, chief: { id: 'p1' } } });
    const inside = 'query ($first: Int!) { house(id: "h1") { members(first: $first) { id } } chief { id } }';
    const without = hold('{ chief { id } }', '{ house(id: "h1") { __typename } chief { id } }', ['house']);
    expect((await graph.run(inside, { held: without })).errors).toMatchObject(missing.errors);
  });

  it('says nothing of how its body fared', async () => {
    const own = await createTestEngine(village);
    own.bodies.answerWith('welfare', () => ({ status: 'TIMED_OUT', reason: '', tookMs: 1 }));
    const client = '{ aside { house { id facts { id } score } } }';
    const document = '{ aside { house { id score } } }';
    const { errors } = await own.run(client, { held: hold(document, client, ['facts']) });
    const places = errors.map(({ path, extensions }) => [path?.join('.'), extensions.code]);
    expect(places).not.toContainEqual(['aside.house.facts', 'BODY_TIMED_OUT']);
    expect(places).toContainEqual(['aside.house.facts', 'POLICY_DENIED']);
  });

  it('keeps introspection and the types of objects', async () => {
    const client = '{ __schema { queryType { name } } __typename chief { __typename card } }';
    const document = '{ __schema { queryType { name } } __typename chief { __typename } }';
    const { data } = await ask(hold(document, client, ['card']), client);
    expect(data).toEqual({
      __schema: { queryType: { name: 'Query' } },
      __typename: 'Query',
      chief: { __typename: 'Person', card: null },
    });
  });

  it('is told a hundred times at most', async () => {
    const own = await createTestEngine(village);
    const things = Array.from({ length: 5_000 }, (_, at) => ({ __typename: 'Person', id: `p${String(at)}` }));
    own.bodies.answerWith('registry', () => ({ status: 'ANSWERED', data: { things }, errors: [], tookMs: 1 }));
    const client = '{ things { id name } }';
    const { data, errors } = await own.run(client, { held: hold('{ things { id } }', client, ['name']) });
    expect(errors).toHaveLength(100);
    expect(data).toHaveProperty(['things', 4_999], { id: 'p4999', name: null });
  });
});

function fieldsNamed({ shape }: HeldOperation, name: string): FieldNode[] {
  const found: FieldNode[] = [];
  visit(shape, { Field: (node) => void (node.name.value === name && found.push(node)) });
  return found;
}

describe('an operation of which nothing is left', () => {
  it('asks nobody', async () => {
    const client = 'query ($id: ID = "h1") { home: house(id: $id) { id } things { id } __typename }';
    const { data, requests, manifest } = await graph.run('query ($id: ID = "h1") { home: house(id: $id) { id } }', {
      held: hold(null, client.replace('things { id }', ''), ['home']),
    });
    expect({ data, requests }).toEqual({ data: { home: null, __typename: 'Query' }, requests: [] });
    expect(manifest.bodies).toEqual([]);
  });
});

describe('variants of one document', () => {
  const client = '{ chief { id name } }';
  const document = parse(client);
  const held = hold('{ chief { id } }', client, ['name']);

  it('are compiled each once, beside the whole one', async () => {
    const own = await createTestEngine(village);
    const execute = (given?: HeldOperation): Promise<unknown> =>
      own.engine.execute({ document, documentKey: 'one', held: given }).then(({ text }) => text);
    const whole = { document, shape: document, withheld: new Set<FieldNode>(), variant: '' };
    expect(await execute(held)).toBe('{"chief":{"id":"p1","name":null}}');
    expect(await execute(whole)).toBe('{"chief":{"id":"p1","name":"Person 1"}}');
    expect(await execute()).toBe('{"chief":{"id":"p1","name":"Person 1"}}');
    expect(await execute(hold('{ chief { id } }', client, ['name']))).toBe('{"chief":{"id":"p1","name":null}}');
    expect(own.engine.planCache()).toEqual({ hits: 2, misses: 2, size: 2 });
  });

  it('are planned ahead, and again for a new supergraph where they are still valid', async () => {
    const own = await createTestEngine(village);
    const reader = createTestReader({ guards: { Person: 'id' }, hides: ['p1'] });
    const gone = hold('{ chief { cardId } }', '{ chief { cardId name } }', ['name']);
    await own.engine.warm([
      { document, held, reader },
      { document, held: gone },
    ]);
    const execute = async (given: HeldOperation): Promise<string> => {
      const { text, errors } = await own.engine.execute({ document, held: given, reader });
      return `${String(text)} ${errors.map(({ extensions }) => extensions.code).join()}`;
    };
    expect(await execute(held)).toBe('null PERSON_NOT_FOUND');
    expect(own.engine.planCache()).toEqual({ hits: 1, misses: 2, size: 2 });
    const changed = village.map((each) => ({
      ...each,
      typeDefs: each.typeDefs.replace('cardId: ID', 'cardNumber: ID'),
    }));
    await own.supergraphs.swap(composeSupergraph(changed));
    expect(own.engine.planCache()).toMatchObject({ misses: 3, size: 1 });
    expect(await execute(held)).toBe('null PERSON_NOT_FOUND');
    expect(own.engine.planCache()).toMatchObject({ misses: 3, size: 1 });
  });
});
