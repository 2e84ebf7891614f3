import { federation } from './test-subgraph.ts';
import type { TestSubgraph } from './test-subgraph.ts';

/* A small graph with everything that is hard about federation, and data that is a function of the id. */

type Row = Record<string, unknown>;

const items: readonly Row[] = [
  { __typename: 'Book', id: 'b1', title: 'Rice', pages: 120, note: 'worn', maker: { id: 'm1', name: 'Somchai' } },
  { __typename: 'Film', id: 'f1', title: 'River', minutes: 90, note: 'copy', maker: { id: 'm2', name: 'Malee' } },
  { __typename: 'Book', id: 'b2', title: 'Buffalo', pages: null, note: null, maker: null },
];
const makers: readonly Row[] = [
  { __typename: 'Maker', id: 'm1', name: 'Somchai' },
  { __typename: 'Maker', id: 'm2', name: 'Malee' },
];
const reviews: readonly Row[] = ['r1', 'r2', 'r3', 'r4'].map((id, at) => ({
  id,
  stars: at + 1,
  text: `review ${id}`,
  itemId: items[at % items.length]?.['id'],
  author: at === 3 ? null : { id: `u${String((at % 2) + 1)}` },
}));
const users: readonly Row[] = [
  { id: 'u1', name: 'Anong', email: 'a@example.org', address: { city: 'Nan', zip: '55000' }, friends: [{ id: 'u2' }] },
  { id: 'u2', name: 'Boon', email: null, address: null, friends: [{ id: 'u1' }, { id: 'u2' }] },
];

/** The id of the row under a name; undefined where there is none. */
function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
}

function cityOf(address: unknown): string {
  return typeof address === 'object' && address !== null && 'city' in address ? String(address.city) : 'no city';
}

const byId =
  (rows: readonly Row[]) =>
  ({ id }: Row): Row | undefined =>
    rows.find((row) => row['id'] === id);

const catalogue: TestSubgraph = {
  name: 'catalogue',
  typeDefs: `${federation}
    type Query { items: [Item!]! item(id: ID!): Item search(text: String = ""): [Found!]! shelf: [[Item]!] shared: Shared @shareable }
    interface Item @key(fields: "id") { id: ID! title: String! maker: Maker }
    type Book implements Item @key(fields: "id") { id: ID! title: String! maker: Maker pages: Int note: String price(currency: String = "THB"): Float! }
    type Film implements Item @key(fields: "id") { id: ID! title: String! maker: Maker minutes: Int note: String! price(currency: String = "THB"): Float! }
    type Maker @key(fields: "id") { id: ID! name: String! @shareable works: [Item!]! secret: String @inaccessible }
    union Found = Book | Film | Maker
    type Shared @shareable { one: String both: [Part!]! }
    type Part @shareable { left: Int }`,
  resolvers: {
    Query: {
      items: () => items,
      item: (_source, { id }) => items.find((item) => item['id'] === id),
      search: () => [...items, ...makers],
      shelf: () => [[items[0], null], [], [items[1]]],
      shared: () => ({ one: '1', both: [{ left: 1 }, { left: 2 }] }),
    },
    Book: { price: (book, { currency }) => (currency === 'THB' ? 350 : String(book['id']).length) },
    Film: { price: (_film, { currency }) => (currency === 'THB' ? 99.5 : 3) },
    Maker: { works: ({ id }) => items.filter(({ maker }) => idOf(maker) === id) },
  },
  entities: { Item: byId(items), Book: byId(items), Film: byId(items), Maker: byId(makers) },
};

const reviewing: TestSubgraph = {
  name: 'reviewing',
  typeDefs: `${federation}
    type Query { topReviews(first: Int = 3): [Review!]! shared: Shared @shareable }
    type Book @key(fields: "id") { id: ID! reviews(first: Int = 2): [Review!]! }
    type Film @key(fields: "id") { id: ID! reviews(first: Int = 2): [Review!]! }
    type Review @key(fields: "id") { id: ID! stars: Int! author: User @provides(fields: "name") text(upper: Boolean): String }
    type User @key(fields: "id") { id: ID! name: String! @external reviewCount: Int }
    type Maker @key(fields: "id") { id: ID! name: String! @shareable fans: [User!] }
    type Shared @shareable { two: String both: [Part!]! }
    type Part @shareable { right: Int }`,
  resolvers: {
    Query: {
      topReviews: (_source, { first }) => reviews.slice(0, Number(first)),
      shared: () => ({ two: '2', both: [{ right: 3 }, { right: 4 }] }),
    },
    Book: { reviews: ({ id }, { first }) => reviews.filter(({ itemId }) => itemId === id).slice(0, Number(first)) },
    Film: { reviews: ({ id }, { first }) => reviews.filter(({ itemId }) => itemId === id).slice(0, Number(first)) },
    Review: {
      text: ({ text }, { upper }) => (upper === true ? String(text).toUpperCase() : text),
      author: ({ author }) => author && users.find(({ id }) => id === idOf(author)),
    },
    User: { reviewCount: ({ id }) => reviews.filter(({ author }) => idOf(author) === id).length },
    Maker: { fans: ({ id }) => (id === 'm1' ? [users[0]] : null) },
  },
  entities: {
    Book: ({ id }) => ({ id }),
    Film: ({ id }) => ({ id }),
    Review: byId(reviews),
    User: ({ id }) => ({ id }),
    Maker: byId(makers),
  },
};

const accounts: TestSubgraph = {
  name: 'accounts',
  typeDefs: `${federation}
    type Query { users: [User!]! me: User }
    type Mutation { rename(id: ID!, name: String!): User }
    type User @key(fields: "id") { id: ID! name: String! @shareable email: String friends: [User!] address: Address }
    type Address @shareable { city: String zip: String }`,
  resolvers: {
    Query: { users: () => users, me: () => users[0] },
    User: {
      friends: ({ friends }) =>
        Array.isArray(friends) ? friends.map((friend) => users.find(({ id }) => id === idOf(friend))) : null,
    },
    Mutation: { rename: (_source, { id, name }) => ({ ...users.find((user) => user['id'] === id), name }) },
  },
  entities: { User: byId(users) },
};

const shipping: TestSubgraph = {
  name: 'shipping',
  typeDefs: `${federation}
    type Mutation { ship(id: ID!): String }
    type Book @key(fields: "id") { id: ID! pages: Int @external shippingEstimate: Int @requires(fields: "pages") }
    type Film @key(fields: "id") { id: ID! minutes: Int @external shippingEstimate: Int @requires(fields: "minutes") }
    type User @key(fields: "id") { id: ID! name: String! @external address: Address @external delivery: String @requires(fields: "name address { city }") }
    type Address @shareable { city: String @external }`,
  resolvers: {
    Book: { shippingEstimate: ({ pages }) => (typeof pages === 'number' ? pages * 2 : null) },
    Film: { shippingEstimate: ({ minutes }) => (typeof minutes === 'number' ? minutes * 3 : null) },
    User: { delivery: ({ name, address }) => `${String(name)} in ${cityOf(address)}` },
    Mutation: { ship: (_source, { id }) => `shipped ${String(id)}` },
  },
  entities: { Book: (row) => row, Film: (row) => row, User: (row) => row },
};

const ratings: TestSubgraph = {
  name: 'ratings',
  typeDefs: `${federation}
    type Query { restricted: [Item!]! }
    type Item @key(fields: "id") @interfaceObject { id: ID! ageLimit(country: String = "TH"): Int! }`,
  resolvers: {
    Query: { restricted: () => [{ id: 'f1' }, { id: 'b1' }] },
    Item: { ageLimit: ({ id }, { country }) => String(id).charCodeAt(1) + String(country).length },
  },
  entities: { Item: ({ id }) => ({ id }) },
};

export const testGraph: readonly TestSubgraph[] = [catalogue, reviewing, accounts, shipping, ratings];
