import { describe, expect, it } from 'vitest';
import type { BodyError, BodyReply } from '../fetch/body-call.ts';
import { createTestEngine } from './test-engine.ts';
import type { TestEngine } from './test-engine.ts';
import { federation } from './test-subgraph.ts';
import type { TestSubgraph } from './test-subgraph.ts';

/* A case file in small: interior knows the houses, two bodies hold records, a join needs both. */

const codes = ['1', '2', '3'];

const interior: TestSubgraph = {
  name: 'interior',
  typeDefs: `${federation} type Query { household(code: ID!): Household households: [Household!]! }
    type Household @key(fields: "code") { code: ID! address: String members: [Person!]! } type Person @key(fields: "id") { id: ID! name: String! }`,
  resolvers: {
    Query: {
      household: (_source, { code }) => ({ code, address: 'Nan', members: [{ id: 'M1', name: 'Anong' }] }),
      households: () => codes.map((code) => ({ code, members: [] })),
    },
  },
  entities: { Household: (row) => row, Person: ({ id }) => ({ id, name: `name of ${String(id)}` }) },
};

const record = (name: string, type: string, field: string, nullability = ''): TestSubgraph => ({
  name,
  typeDefs: `${federation} type Household @key(fields: "code") { code: ID! ${field}: ${type}${nullability} } type ${type} { facts: [String!]! note: String }`,
  resolvers: { Household: { [field]: ({ code }) => ({ facts: [`${field} of ${String(code)}`], note: null }) } },
  entities: { Household: (row) => row },
});

const join = (nullability = ''): TestSubgraph => ({
  name: 'casefile',
  typeDefs: `${federation} type Household @key(fields: "code") { code: ID! health: HealthRecord${nullability} @external socialWelfare: SocialWelfareRecord @external
      summary: String @requires(fields: "health { facts } socialWelfare { facts }") }
    type HealthRecord @external { facts: [String!]! } type SocialWelfareRecord @external { facts: [String!]! }`,
  resolvers: { Household: { summary: ({ health, socialWelfare }) => JSON.stringify([health, socialWelfare]) } },
  entities: { Household: (row) => row },
});

const health = record('health', 'HealthRecord', 'health');
const welfare = record('social-welfare', 'SocialWelfareRecord', 'socialWelfare');
const caseFile = (): Promise<TestEngine> => createTestEngine([interior, health, welfare, join()]);
const full =
  '{ file: household(code: "7") { address h: health { facts } w: socialWelfare { facts note } s: summary } }';

const failure = (status: 'TIMED_OUT' | 'UNAVAILABLE' | 'INVALID' | 'NOT_ASKED'): BodyReply => ({
  status,
  reason: 'why',
  tookMs: 5,
});
const answer = (data: Record<string, unknown> | null, errors: readonly BodyError[] = []): BodyReply => ({
  status: 'ANSWERED',
  data,
  errors,
  tookMs: 5,
});

describe('a body that gives no answer', () => {
  it.each([
    ['TIMED_OUT', 'BODY_TIMED_OUT'],
    ['UNAVAILABLE', 'BODY_UNAVAILABLE'],
    ['INVALID', 'BODY_INVALID'],
    ['NOT_ASKED', 'BODY_UNAVAILABLE'],
  ] as const)('costs its own record and nothing else: %s', async (status, code) => {
    const { run, bodies } = await caseFile();
    bodies.answerWith('social-welfare', () => failure(status));
    const { data, errors, manifest, requests } = await run(full);
    expect(data).toEqual({
      file: { address: 'Nan', h: { facts: ['health of 7'] }, w: null, s: '[{"facts":["health of 7"]},null]' },
    });
    expect(errors).toEqual([
      {
        message: expect.any(String),
        path: ['file', 'w'],
        extensions: { code, body: 'SOCIAL_WELFARE', messageTh: expect.any(String) },
      },
    ]);
    expect(manifest).toEqual({
      complete: false,
      bodies: [
        { code: 'INTERIOR', status: 'ANSWERED', tookMs: 1 },
        { code: 'HEALTH', status: 'ANSWERED', tookMs: 1 },
        { code: 'SOCIAL_WELFARE', status, tookMs: 5 },
      ],
    });
    expect(requests.at(-1)?.extensions).toEqual({
      answers: {
        interior: { status: 'ANSWERED', tookMs: 1 },
        health: { status: 'ANSWERED', tookMs: 1 },
        'social-welfare': { status, reason: 'why', tookMs: 5 },
      },
    });
  });

  it('leaves a join null that may not do without it, and the error says why', async () => {
    const { run, bodies } = await createTestEngine([
      interior,
      record('health', 'HealthRecord', 'health', '!'),
      welfare,
      join('!'),
    ]);
    bodies.answerWith('health', () => failure('TIMED_OUT'));
    const { data, errors, requests } = await run('{ household(code: "7") { socialWelfare { facts } summary } }');
    expect(data).toEqual({ household: { socialWelfare: { facts: ['socialWelfare of 7'] }, summary: null } });
    expect(requests.map(({ subgraph }) => subgraph)).not.toContain('casefile');
    expect(errors).toMatchObject([
      { extensions: { code: 'BODY_TIMED_OUT', body: 'HEALTH' } },
      {
        path: ['household', 'summary'],
        message: expect.stringContaining('Household.health'),
        extensions: { body: 'CASEFILE' },
      },
    ]);
  });

  it('keeps those from being asked who depend on it', async () => {
    const { run, bodies } = await caseFile();
    bodies.answerWith('interior', () => failure('UNAVAILABLE'));
    const { data, errors, manifest, requests } = await run(full);
    expect(data).toEqual({ file: null });
    expect(errors).toMatchObject([{ path: ['file'], extensions: { code: 'BODY_UNAVAILABLE', body: 'INTERIOR' } }]);
    expect(manifest.bodies.map(({ code, status }) => `${code} ${status}`)).toEqual([
      'INTERIOR UNAVAILABLE',
      'HEALTH NOT_ASKED',
      'SOCIAL_WELFARE NOT_ASKED',
    ]);
    expect(requests).toHaveLength(1);
  });

  it('explains every null that comes of it with one error for each place', async () => {
    const { run, bodies } = await createTestEngine([interior, record('health', 'HealthRecord', 'health', '!')]);
    bodies.answerWith('health', () => failure('TIMED_OUT'));
    const { data, errors } = await run('{ household(code: "7") { address health { facts } } }');
    expect(data).toEqual({ household: null });
    expect(errors).toMatchObject([{ path: ['household', 'health'], extensions: { code: 'BODY_TIMED_OUT' } }]);
  });

  it('is told ten times at most, however many objects it was asked about', async () => {
    const { run, bodies } = await caseFile();
    bodies.answerWith('interior', () =>
      answer({ households: Array.from({ length: 50 }, (_, at) => ({ __typename: 'Household', code: String(at) })) }),
    );
    bodies.answerWith('health', () => failure('TIMED_OUT'));
    expect((await run('{ households { health { facts } } }')).errors).toHaveLength(10);
  });
});

describe('a hostile answer', () => {
  const entity = { health: { facts: ['x'] } };
  it.each<[string, Record<string, unknown>]>([
    ['a list that is too long', { _entities: [entity, entity] }],
    ['a list that is too short', { _entities: [] }],
    ['no list', { _entities: entity }],
    ['no entities', {}],
    ['an entity that is a list', { _entities: [[entity]] }],
    ['an entity that is text', { _entities: ['x'] }],
    ['a list in place of an object', { _entities: [{ health: [] }] }],
    ['an object in place of a list', { _entities: [{ health: { facts: {} } }] }],
    ['an object in place of a leaf', { _entities: [{ health: { facts: [{ a: 1 }] } }] }],
  ])('is INVALID and nothing of it is merged: %s', async (_name, data) => {
    const { run, bodies } = await caseFile();
    bodies.answerWith('health', () => answer(data));
    const result = await run('{ household(code: "7") { health { facts } } }');
    expect(result.data).toEqual({ household: { health: null } });
    expect(result.errors).toMatchObject([
      { path: ['household', 'health'], extensions: { code: 'BODY_INVALID', body: 'HEALTH' } },
    ]);
    expect(result.manifest.bodies.at(-1)).toMatchObject({ code: 'HEALTH', status: 'INVALID' });
  });

  it.each([null, {}, { f1_household: [] }, { f1_household: 1 }, { f1_household: {} }])(
    'is INVALID at the root too: %j',
    async (data) => {
      const { run, bodies } = await caseFile();
      bodies.answerWith('interior', () => answer(data));
      const result = await run('{ household(code: "7") { address } }');
      expect(result.data).toEqual({ household: null });
      expect(result.manifest.bodies).toMatchObject([{ status: 'INVALID' }]);
    },
  );

  it('reaches no prototype', async () => {
    const { run, bodies } = await caseFile();
    bodies.answerWith('health', () =>
      answer(
        JSON.parse('{"_entities":[{"__proto__":{"polluted":1},"health":{"facts":["x"],"__proto__":{"polluted":1}}}]}'),
      ),
    );
    const { data } = await run('{ household(code: "7") { health { facts } } }');
    expect(data).toEqual({ household: { health: { facts: ['x'] } } });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('a body that fails for one household', () => {
  const page = '{ list: households { c: code h: health { facts } summary } }';
  const entities = codes.map((code) => ({ health: { facts: [code] } }));

  it('with a null, is INVALID for that one in what the join is told', async () => {
    const { run, bodies } = await caseFile();
    bodies.answerWith('health', () => answer({ _entities: [entities[0], null, entities[2]] }));
    const { data, errors, manifest, requests } = await run(page);
    expect(data).toMatchObject({
      list: [{ h: { facts: ['1'] } }, { c: '2', h: null, summary: expect.any(String) }, { h: { facts: ['3'] } }],
    });
    expect(errors).toEqual([]);
    expect(requests.at(-1)?.extensions?.['answers']).toMatchObject({
      health: { status: 'ANSWERED', entities: { '2': { status: 'INVALID' } } },
    });
    expect(manifest.complete).toBe(false);
  });

  it('with an error, is what the error’s code says for that one', async () => {
    const { run, bodies } = await caseFile();
    bodies.answerWith('health', () =>
      answer({ _entities: [entities[0], { health: null }, entities[2]] }, [
        {
          message: 'select * from patients where id = 5 failed at 10.0.0.5',
          path: ['_entities', 1, 'health'],
          extensions: { code: 'DB' },
        },
      ]),
    );
    const { errors, requests } = await run(page);
    expect(errors).toMatchObject([
      { path: ['list', 1, 'h'], extensions: { code: 'BODY_UNAVAILABLE', body: 'HEALTH' } },
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/select|10\.0/u);
    expect(requests.at(-1)?.extensions?.['answers']).toMatchObject({
      health: { status: 'ANSWERED', entities: { '2': { status: 'UNAVAILABLE', reason: 'BODY_UNAVAILABLE' } } },
    });
  });

  it('and only that one was asked for, has failed', async () => {
    const { run, bodies } = await caseFile();
    bodies.answerWith('health', () => answer({ _entities: [null] }));
    const { manifest } = await run('{ household(code: "7") { health { facts } } }');
    expect(manifest).toMatchObject({ complete: false, bodies: [{}, { code: 'HEALTH', status: 'INVALID' }] });
  });
});

describe('a body’s own error', () => {
  it('keeps only a code of the catalogue', async () => {
    const { run, bodies } = await caseFile();
    bodies.answerWith('interior', () =>
      answer({ f1_household: null }, [
        {
          message: 'No such house.',
          path: ['f1_household'],
          extensions: { code: 'HOUSEHOLD_NOT_FOUND', stacktrace: ['at x'], exception: {} },
        },
        { message: 'at 10.0.0.5', extensions: { code: 'ECONNREFUSED' } },
      ]),
    );
    const { data, errors } = await run('{ file: household(code: "7") { address } }');
    expect(data).toEqual({ file: null });
    expect(errors).toEqual([
      {
        message: expect.stringContaining('No household'),
        path: ['file'],
        extensions: {
          code: 'HOUSEHOLD_NOT_FOUND',
          body: 'INTERIOR',
          messageTh: expect.stringContaining('ไม่พบครัวเรือน'),
        },
      },
      {
        message: expect.stringContaining('gave no answer'),
        path: ['file'],
        extensions: { code: 'BODY_UNAVAILABLE', body: 'INTERIOR', messageTh: expect.any(String) },
      },
    ]);
  });

  it('that refuses a request is an answer', async () => {
    const { run, bodies } = await caseFile();
    bodies.answerWith('interior', () =>
      answer({ f1_household: null }, [
        { message: 'No such house.', path: ['f1_household'], extensions: { code: 'HOUSEHOLD_NOT_FOUND' } },
      ]),
    );
    expect((await run('{ household(code: "7") { address } }')).manifest).toMatchObject({
      complete: true,
      bodies: [{ status: 'ANSWERED' }],
    });
  });

  it('about the whole call counts for the whole call', async () => {
    const { run, bodies } = await caseFile();
    bodies.answerWith('health', () => answer(null, [{ message: 'x', extensions: { code: 'POLICY_DENIED' } }]));
    const { data, errors, manifest } = await run('{ household(code: "7") { h: health { facts } } }');
    expect(data).toEqual({ household: { h: null } });
    expect(errors).toMatchObject([{ path: ['household', 'h'], extensions: { code: 'POLICY_DENIED' } }]);
    expect(manifest.bodies.at(-1)).toMatchObject({ code: 'HEALTH', status: 'NOT_AUTHORIZED' });
  });
});

describe('an answer that is complete', () => {
  it('says so', async () => {
    const { run } = await caseFile();
    expect((await run(full)).manifest).toMatchObject({ complete: true });
  });
});
