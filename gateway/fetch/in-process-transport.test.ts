import { buildSchema, GraphQLError, GraphQLObjectType, GraphQLScalarType, GraphQLSchema, GraphQLString } from 'graphql';
import type { GraphQLFieldResolver } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { BodyReply } from './body-call.ts';
import { JsonSlice } from '../kernel/json-slice.ts';
import { fakeClock } from '../kernel/test-clock.ts';
import { aRequest, listenersOf, neverAborted, settled } from './harness.ts';
import { inProcessTransport } from './in-process-transport.ts';
import type { InProcessContext, InProcessTransportOptions } from './in-process-transport.ts';

type Resolve = GraphQLFieldResolver<unknown, InProcessContext>;

/** A body with one field, `house(code: String)`, that the test resolves. */
function bodyOf(
  resolve: Resolve,
  options: Partial<InProcessTransportOptions> = {},
): ReturnType<typeof inProcessTransport> {
  const house = { type: GraphQLString, args: { code: { type: GraphQLString } }, resolve };
  const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { house } }) });
  return inProcessTransport({
    schema,
    clock: fakeClock(),
    createContext: (_request, signal) => ({ signal }),
    ...options,
  });
}

const errorsOf = (reply: BodyReply): unknown => (reply.status === 'ANSWERED' ? reply.errors : reply);

describe('a body in process', () => {
  it('answers with the result objects of its resolvers', async () => {
    const call = bodyOf((_source, { code }) => `บ้าน ${String(code)}`);
    const reply = await call(
      aRequest({ query: 'query Q($c: String) { house(code: $c) }', operationName: 'Q', variables: { c: '7' } }),
      neverAborted(),
    );
    expect(reply).toEqual({ status: 'ANSWERED', data: { house: 'บ้าน 7' }, errors: [], tookMs: 0 });
    expect(Object.getPrototypeOf(reply.status === 'ANSWERED' ? reply.data : {})).toBeNull();
  });

  it('gives resolvers the context made for the call, with the signal', async () => {
    const operation = new AbortController();
    const seen: unknown[] = [];
    const call = bodyOf((_source, _args, context) => void seen.push(context.signal), {
      createContext: (request, signal) => {
        seen.push(request.subgraph);
        return { signal };
      },
    });
    await call(aRequest(), operation.signal);
    expect(seen).toEqual(['interior', operation.signal]);
    expect(listenersOf(operation.signal)).toBe(0);
  });

  it('ends at once when aborted, even if a resolver never ends', async () => {
    const call = bodyOf(() => new Promise(() => undefined));
    const operation = new AbortController();
    const replying = call(aRequest(), operation.signal);
    await settled();
    operation.abort();
    expect(await replying).toMatchObject({ status: 'TIMED_OUT' });
  });

  it('runs nothing when the signal is already aborted', async () => {
    let runs = 0;
    const call = bodyOf(() => String((runs += 1)));
    expect(await call(aRequest(), AbortSignal.abort())).toMatchObject({ status: 'TIMED_OUT' });
    expect(runs).toBe(0);
  });

  it('keeps the text of an error that was made to be shown, and its code alone of its extensions', async () => {
    const call = bodyOf(() => {
      throw new GraphQLError('No such house.', { extensions: { code: 'HOUSEHOLD_NOT_FOUND', sql: 'SELECT 1' } });
    });
    expect(errorsOf(await call(aRequest(), neverAborted()))).toEqual([
      { message: 'No such house.', path: ['house'], extensions: { code: 'HOUSEHOLD_NOT_FOUND' } },
    ]);
  });

  it('never shows what an accident says, and tells it to the operator', async () => {
    const accident = new Error('SQLITE_ERROR: no such table: persons at /data/interior.sqlite');
    const faults: unknown[] = [];
    const call = bodyOf(() => Promise.reject(accident), { onFault: (fault) => faults.push(fault) });
    expect(errorsOf(await call(aRequest(), neverAborted()))).toEqual([
      { message: 'The body could not answer this field.', path: ['house'] },
    ]);
    expect(faults).toEqual([accident]);
  });

  it('never shows a value that a variable could not take', async () => {
    const call = bodyOf(() => 'x');
    const query = 'query Q($c: String) { house(code: $c) }';
    const reply = await call(aRequest({ query, variables: { c: { citizen: '1103700012345' } } }), neverAborted());
    expect(reply).toMatchObject({ status: 'ANSWERED', data: null, errors: [{}] });
    expect(JSON.stringify(reply)).not.toContain('1103700012345');
  });

  it.each(['{ nothing }', '{ house', ''])('refuses a query that does not fit its schema: %j', async (query) => {
    const faults: unknown[] = [];
    const call = bodyOf(() => 'x', { onFault: (fault) => faults.push(fault) });
    expect(await call(aRequest({ query }), neverAborted())).toEqual({
      status: 'ANSWERED',
      data: null,
      errors: [
        {
          message: 'The query does not fit the schema of this body.',
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
      tookMs: 0,
    });
    expect(faults).not.toHaveLength(0);
  });

  it('is UNAVAILABLE when its context cannot be made, and survives a log that fails', async () => {
    const call = bodyOf(() => 'x', {
      createContext: () => Promise.reject(new Error('no database at 10.0.0.1')),
      onFault: () => {
        throw new Error('disk full');
      },
    });
    expect(await call(aRequest(), neverAborted())).toEqual({
      status: 'UNAVAILABLE',
      reason: 'the body reported a failure of its own',
      tookMs: 0,
    });
  });

  it('parses each distinct text once', async () => {
    const schema = buildSchema('type Query { house: String }');
    let validations = 0;
    const counted = new Proxy(schema, {
      get: (target, key, receiver) => {
        if (key === 'getDirectives') validations += 1;
        return Reflect.get(target, key, receiver);
      },
    });
    const call = inProcessTransport({
      schema: counted,
      clock: fakeClock(),
      createContext: (_r, signal) => ({ signal }),
      maxDocuments: 2,
    });
    const ask = (query: string): Promise<BodyReply> => call(aRequest({ query }), neverAborted());
    const before = validations;
    await ask('{ house }');
    const once = validations - before;
    expect(once).toBeGreaterThan(0);
    await ask('{ house }');
    expect(validations - before).toBe(once);
    await ask('{ a: house }');
    await ask('{ b: house }');
    await ask('{ house }');
    expect(validations - before).toBe(4 * once);
  });
});

describe('values that the caller does not look into', () => {
  const house = new GraphQLObjectType({ name: 'House', fields: { code: { type: GraphQLString } } });
  const fields = {
    house: { type: house, resolve: () => ({ code: '7' }) },
    echo: {
      type: GraphQLString,
      args: { of: { type: given() } },
      resolve: (_: unknown, { of }: { of?: unknown }) => String(of),
    },
  };
  const transport = inProcessTransport({
    schema: new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) }),
    clock: fakeClock(),
    createContext: (_request, signal) => ({ signal }),
  });

  it('are handed on as they are', async () => {
    const slices = { fields: new Map([['house', () => -1]]) };
    const reply = await transport(aRequest({ query: '{ house { code } }', slices }), neverAborted());
    expect(reply).toMatchObject({ status: 'ANSWERED', holdsSlices: true });
    const data = reply.status === 'ANSWERED' ? reply.data : null;
    expect(data?.['house']).toBeInstanceOf(JsonSlice);
    expect(JSON.stringify(data)).toBe('{"house":{"code":"7"}}');
  });

  it('reach resolvers as values, wherever they came from', async () => {
    const of = {
      text: JsonSlice.ofBytes(Buffer.from('{"a":["ก"]}').toString('latin1')),
      list: [JsonSlice.ofValue({ b: 1 }), 2],
    };
    const query = 'query ($of: Given) { echo(of: $of) }';
    const reply = await transport(aRequest({ query, variables: { of }, holdsSlices: true }), neverAborted());
    expect(reply).toMatchObject({ data: { echo: 'ก 1' } });
  });
});

function given(): GraphQLScalarType {
  return new GraphQLScalarType({
    name: 'Given',
    parseValue: (value) => `${Object(value).text.a} ${Object(value).list[0].b}`,
  });
}
