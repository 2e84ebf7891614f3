import type { ErrorCode } from '../../schema/contract/error-codes.ts';
import type { RowGuard, RowReader, RowView } from './engine.ts';
import { federation } from './test-subgraph.ts';
import type { TestSubgraph } from './test-subgraph.ts';

/* A graph whose bodies give everything to everybody, in every kind of place that an object can have, and readers of it. */

interface House {
  readonly __typename: 'House';
  readonly id: string;
  readonly name: string;
  readonly memberIds: readonly string[];
}

const houses: readonly House[] = [
  { __typename: 'House', id: 'h1', name: 'North', memberIds: ['p1', 'p2'] },
  { __typename: 'House', id: 'h2', name: 'South', memberIds: ['p3'] },
  { __typename: 'House', id: 'h3', name: 'West', memberIds: [] },
];
const people = ['p1', 'p2', 'p3', 'p4'].map((id, at) => ({
  __typename: 'Person',
  id,
  name: `Person ${String(at + 1)}`,
  card: `099990000000${String(at)}`,
  cardId: 1_000 + at,
}));

/** Ids of everything that a reader may be kept from. */
export const villageIds: readonly string[] = [
  ...houses.map(({ id }) => id),
  ...people.map(({ id }) => id),
  ...[...houses, ...people].flatMap(({ id }) => ['ill', 'poor'].map((name) => `${id}-${name}`)),
];

const houseOf = (id: unknown): House | undefined => houses.find((house) => house.id === id);
const personOf = (id: unknown): (typeof people)[number] | undefined => people.find((person) => person.id === id);
const factsOf = ({ id }: Record<string, unknown>): readonly Record<string, unknown>[] =>
  ['ill', 'poor'].map((name) => ({
    id: `${String(id)}-${name}`,
    name,
    value: name.length,
    kind: { id: name, group: 'any' },
  }));

const registry: TestSubgraph = {
  name: 'registry',
  typeDefs: `${federation}
    type Query {
      houses: HouseConnection! house(id: ID!): House person(id: ID!): Person chief: Person! aside: Aside
      things: [Thing!]! anything: [Anything] blocks: [[House]!]!
    }
    type HouseConnection { edges: [HouseEdge!]! total: Int }
    type HouseEdge { cursor: String! aside: Aside node: House! }
    type Aside { note: String house: House! }
    interface Thing @key(fields: "id") { id: ID! name: String }
    type House implements Thing @key(fields: "id") {
      id: ID! name: String head: Person owner: Person! members(first: Int = 9): [Person!]!
    }
    type Person implements Thing @key(fields: "id") { id: ID! name: String card: String cardId: ID home: House }
    union Anything = House | Person | Note
    type Note { text: String }`,
  resolvers: {
    Query: {
      houses: () => ({
        total: houses.length,
        edges: houses.map((node, at) => ({
          cursor: `c${String(at)}`,
          node,
          aside: { note: 'beside', house: houses[0] },
        })),
      }),
      house: (_source, { id }) => houseOf(id),
      person: (_source, { id }) => personOf(id),
      chief: () => people[0],
      aside: () => ({ note: 'alone', house: houses[1] }),
      things: () => [houses[0], people[0], houses[1], people[1]],
      anything: () => [people[2], null, { __typename: 'Note', text: 'hello' }, houses[2]],
      blocks: () => [[houses[0], null, houses[1]], [], [houses[1]]],
    },
    House: {
      head: (house) => personOf(membersOf(house)[0]),
      owner: () => people[3],
      members: (house, { first }) => membersOf(house).slice(0, Number(first)).map(personOf),
    },
    Person: { home: ({ id }) => houses.find(({ memberIds }) => memberIds.includes(String(id))) },
  },
  entities: {
    Thing: ({ id }) => houseOf(id) ?? personOf(id),
    House: ({ id }) => houseOf(id),
    Person: ({ id }) => personOf(id),
  },
};

function membersOf(house: Record<string, unknown>): readonly string[] {
  return houseOf(house['id'])?.memberIds ?? [];
}

const welfare: TestSubgraph = {
  name: 'welfare',
  typeDefs: `${federation}
    scalar FactValue
    type House @key(fields: "id") { id: ID! facts: [Fact!]! }
    type Person @key(fields: "id") { id: ID! facts(first: Int = 2): [Fact!]! mainFact: Fact }
    type Fact { id: ID! name: String! value: FactValue kind: Kind }
    type Kind { id: ID! group: String! }`,
  resolvers: {
    House: { facts: factsOf },
    Person: {
      facts: (person, { first }) => factsOf(person).slice(0, Number(first)),
      mainFact: (person) => factsOf(person)[0],
    },
  },
  entities: { House: ({ id }) => ({ id }), Person: ({ id }) => ({ id }) },
};

const ranking: TestSubgraph = {
  name: 'ranking',
  typeDefs: `${federation}
    type Query { ranked: [Thing!]! }
    type Thing @key(fields: "id") @interfaceObject { id: ID! rank(of: Int = 10): Int }`,
  resolvers: {
    Query: { ranked: () => [{ id: 'p2' }, { id: 'h1' }] },
    Thing: { rank: ({ id }, { of }) => String(id).charCodeAt(1) % Number(of) },
  },
  entities: { Thing: ({ id }) => ({ id }) },
};

/** Takes facts whole, so that they may stay text on their way to it. */
const scoring: TestSubgraph = {
  name: 'scoring',
  typeDefs: `${federation}
    scalar FactValue
    type House @key(fields: "id") {
      id: ID! facts: [Fact!]! @external
      score: Int @requires(fields: "facts { id name value kind { id group } }")
    }
    type Fact @external { id: ID! name: String! value: FactValue kind: Kind }
    type Kind @external { id: ID! group: String! }`,
  resolvers: { House: { score: ({ facts }) => JSON.stringify(facts).length } },
  entities: { House: (representation) => representation },
};

export const village: readonly TestSubgraph[] = [registry, welfare, ranking, scoring];

const hiddenCodes: Readonly<Record<string, ErrorCode>> = {
  House: 'HOUSEHOLD_NOT_FOUND',
  Person: 'PERSON_NOT_FOUND',
  Fact: 'POLICY_DENIED',
};

export interface ReaderOptions {
  /** Guards with what they need. */
  readonly guards?: Readonly<Record<string, string>>;
  readonly masks?: Readonly<Record<string, number>>;
  /** Ids of objects that are hidden; what has no id is hidden too. */
  readonly hides?: readonly string[];
  readonly look?: RowReader['look'];
}

/** A reader, and everything that it was asked to look at. */
export interface TestReader extends RowReader {
  readonly looks: { readonly guard: string; readonly row: Readonly<Record<string, unknown>> }[];
}

export function createTestReader({ guards = {}, masks = {}, hides = [], look }: ReaderOptions): TestReader {
  const looks: TestReader['looks'] = [];
  const lookById = (_guard: string, { id }: Readonly<Record<string, unknown>>): RowView =>
    typeof id !== 'string' || hides.includes(id) ? 'HIDDEN' : 'SHOWN';
  return {
    key: JSON.stringify([guards, masks]),
    guards: new Map(Object.entries(guards).map(([name, needs]): [string, RowGuard] => [name, guardOf(name, needs)])),
    masks: new Map(Object.entries(masks)),
    looks,
    look: (guard, row) => {
      looks.push({ guard, row });
      return (look ?? lookById)(guard, row);
    },
  };
}

function guardOf(name: string, needs: string): RowGuard {
  return { needs, hiddenCode: hiddenCodes[name] ?? 'POLICY_DENIED' };
}
