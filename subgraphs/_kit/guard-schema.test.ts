import { buildSchema, graphql, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { accessRules } from '../../schema/contract/access-rules.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import { guardSchema } from './guard-schema.ts';
import { accessFor } from './test-kit.ts';

const sdl = `
  directive @open on OBJECT | FIELD_DEFINITION
  directive @personal(kind: String) on OBJECT | FIELD_DEFINITION
  directive @sensitive(category: [String!]!) on OBJECT | FIELD_DEFINITION | ENUM_VALUE
  directive @mask(keep: Int!) on FIELD_DEFINITION
  type Query { thing: Thing @personal(kind: STATUS) forgotten: String count: Int @sensitive(category: "health") }
  type Thing @personal(kind: STATUS) {
    id: ID!
    number: String @personal(kind: CITIZEN_NUMBER) @mask(keep: 3)
    later: String @sensitive(category: "health")
    forced: String! @sensitive(category: "health")
    rows: [Row!]
    row: Row
    tagged: [Tagged!]
    mixed: [Mixed!]
  }
  type Row @personal(kind: STATUS) { id: ID word: Word }
  enum Word { PLAIN SECRET @sensitive(category: "health") WORSE @sensitive(category: ["health", "hardship"]) }
  type Tagged @personal(kind: STATUS) { id: ID words: [Word!] }
  type Mixed @personal(kind: STATUS) { id: ID open: Boolean hidden: Boolean @sensitive(category: "health") }
`;

/** How often `later` was worked out. */
let told = 0;

const thing = {
  id: '1',
  number: Promise.resolve('1234567890123'),
  later: (): Promise<string> => {
    told += 1;
    return Promise.resolve('said');
  },
  forced: 'said',
  rows: Promise.resolve([
    { id: 'a', word: 'PLAIN' },
    { id: 'b', word: 'SECRET' },
    { id: 'c', word: 'WORSE' },
  ]),
  row: { id: 'b', word: 'SECRET' },
  tagged: [
    { id: 'd', words: ['PLAIN'] },
    { id: 'e', words: ['PLAIN', 'SECRET'] },
  ],
  mixed: [
    { open: true, hidden: true },
    { open: false, hidden: true },
    { open: true, hidden: false },
  ],
};

const schema = guardSchema(buildSchema(sdl), accessRules(parse(sdl)));

interface Answer {
  readonly data: unknown;
  readonly codes: readonly unknown[];
}

async function ask(selection: string, access: AccessContext | null): Promise<Answer> {
  const rootValue = { thing, forgotten: 'said', count: 5 };
  const { data, errors = [] } = await graphql({ schema, source: selection, rootValue, contextValue: { access } });
  return { data: JSON.parse(JSON.stringify(data)), codes: errors.map(({ extensions }) => extensions['code']) };
}

const nobodySpecial = accessFor();
const healthWorker = accessFor({ scopes: ['sensitive:health'] });

describe('a guarded schema', () => {
  it('shows everything where nobody is told apart', async () => {
    const { data, codes } = await ask(
      '{ forgotten count thing { number later forced rows { id } row { id } mixed { hidden } } }',
      null,
    );
    expect([codes, data]).toEqual([
      [],
      {
        forgotten: 'said',
        count: 5,
        thing: {
          number: '1234567890123',
          later: 'said',
          forced: 'said',
          rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
          row: { id: 'b' },
          mixed: [{ hidden: true }, { hidden: true }, { hidden: false }],
        },
      },
    ]);
  });

  it('gives null for what may not be read, and runs no resolver for it', async () => {
    told = 0;
    expect(await ask('{ thing { id later } }', nobodySpecial)).toEqual({
      data: { thing: { id: '1', later: null } },
      codes: [],
    });
    expect(told).toBe(0);
    expect(await ask('{ thing { later } }', healthWorker)).toEqual({ data: { thing: { later: 'said' } }, codes: [] });
  });

  it('refuses where there is no null to give, and at the root', async () => {
    expect(await ask('{ thing { forced } }', nobodySpecial)).toEqual({
      data: { thing: null },
      codes: ['POLICY_DENIED'],
    });
    expect(await ask('{ count }', nobodySpecial)).toEqual({ data: { count: null }, codes: ['POLICY_DENIED'] });
  });

  it('shows a field without a rule to nobody', async () => {
    const all = accessFor({ scopes: ['sensitive:*', 'identity:full'] });
    expect(await ask('{ forgotten }', all)).toEqual({ data: { forgotten: null }, codes: ['POLICY_DENIED'] });
  });

  it('holds through aliases and fragments', async () => {
    const text = '{ thing { ... on Thing { innocent: later } ...F } } fragment F on Thing { number: later }';
    expect(await ask(text, nobodySpecial)).toEqual({ data: { thing: { innocent: null, number: null } }, codes: [] });
  });

  it('masks a value that comes late', async () => {
    expect(await ask('{ thing { number } }', nobodySpecial)).toMatchObject({
      data: { thing: { number: 'xxxxxxxxxx123' } },
    });
    const full = accessFor({ scopes: ['identity:full'] });
    expect(await ask('{ thing { number } }', full)).toMatchObject({ data: { thing: { number: '1234567890123' } } });
  });

  it('leaves out objects with a sensitive word, alone or in a list', async () => {
    const text = '{ thing { rows { id } row { id } } }';
    expect(await ask(text, nobodySpecial)).toEqual({ data: { thing: { rows: [{ id: 'a' }], row: null } }, codes: [] });
    expect(await ask(text, healthWorker)).toEqual({
      data: { thing: { rows: [{ id: 'a' }, { id: 'b' }], row: { id: 'b' } } },
      codes: [],
    });
  });

  it('leaves out objects with a sensitive word among several', async () => {
    const text = '{ thing { tagged { id } } }';
    expect(await ask(text, nobodySpecial)).toEqual({ data: { thing: { tagged: [{ id: 'd' }] } }, codes: [] });
    expect(await ask(text, healthWorker)).toEqual({
      data: { thing: { tagged: [{ id: 'd' }, { id: 'e' }] } },
      codes: [],
    });
  });

  it('leaves out a row that is there for its hidden column alone', async () => {
    expect(await ask('{ thing { mixed { open hidden } } }', nobodySpecial)).toEqual({
      data: {
        thing: {
          mixed: [
            { open: true, hidden: null },
            { open: true, hidden: null },
          ],
        },
      },
      codes: [],
    });
  });
});
