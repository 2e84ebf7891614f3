import { describe, expect, it } from 'vitest';
import { composeSupergraph } from './compose.ts';
import { createPlannerCore } from './planner-core.ts';
import type { FetchNode, PlanNode, QueryPlan } from './query-plan.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@requires", "@external", "@inaccessible", "@requiresScopes", "@authenticated"])\n`;

function fetchesOf(plan: QueryPlan): FetchNode[] {
  const walk = (node: PlanNode): FetchNode[] => {
    if (node.kind === 'Fetch') return [node];
    if (node.kind === 'Flatten') return walk(node.node);
    return 'nodes' in node ? node.nodes.flatMap(walk) : [];
  };
  return plan.node === undefined || plan.node.kind === 'Subscription' ? [] : walk(plan.node);
}

describe('the planner', () => {
  it('comes back to a subgraph by a key that it can resolve', () => {
    const core = createPlannerCore(
      composeSupergraph([
        {
          name: 'left',
          typeDefs: `${link} type Query { things: [Thing!]! } type Thing @key(fields: "serial", resolvable: false) @key(fields: "id") { id: ID! serial: ID! name: String! @external label: String @requires(fields: "name") }`,
        },
        { name: 'right', typeDefs: `${link} type Thing @key(fields: "id") { id: ID! name: String! }` },
      ]),
    );
    const last = fetchesOf(core.plan('{ things { label } }')).at(-1);
    expect(JSON.stringify(last?.requires)).toContain('"name":"id"');
    expect(JSON.stringify(last?.requires)).not.toContain('serial');
  });

  const priced = composeSupergraph([
    {
      name: 'prices',
      typeDefs: `${link} type Query { goods: [Good!]! } type Good @key(fields: "id") { id: ID! price(currency: String!): Int }`,
    },
    {
      name: 'taxes',
      typeDefs: `${link} type Good @key(fields: "id") { id: ID! price(currency: String!): Int @external
        tax: Int @requires(fields: "price(currency: \\"THB\\")") duty: Int @requires(fields: "price(currency: \\"EUR\\")") }`,
    },
  ]);

  it('asks for a required field with its arguments under a name of its own', () => {
    const [first, second] = fetchesOf(createPlannerCore(priced).plan('{ goods { price(currency: "USD") tax } }'));
    expect(first?.operation).toContain('price(currency:"USD")');
    expect(first?.operation).toContain('r1_price:price(currency:"THB")');
    expect(JSON.stringify(second?.requires)).toContain('{"kind":"Field","name":"price","alias":"r1_price"}');
  });

  it('splits a fetch whose fields require one field with different arguments', () => {
    const [, ...taxes] = fetchesOf(createPlannerCore(priced).plan('{ goods { tax duty } }'));
    expect(taxes.map(({ operation }) => /\{(?:tax|duty)\}/u.exec(operation)?.[0])).toEqual(['{tax}', '{duty}']);
    expect(taxes.map(({ requires }) => /r\d_price/u.exec(JSON.stringify(requires))?.[0])).toEqual([
      'r1_price',
      'r2_price',
    ]);
  });

  it('keeps its stand-ins out of the API schema', () => {
    expect(createPlannerCore(priced).apiSdl).not.toMatch(/r\d_price/u);
  });

  it('loads a supergraph with access rules, which other stages enforce', () => {
    const { apiSdl } = createPlannerCore(
      composeSupergraph([
        {
          name: 'one',
          typeDefs: `${link} type Query { a: Int @authenticated b: Int @requiresScopes(scopes: [["x"]]) c: Int @inaccessible }`,
        },
      ]),
    );
    expect(apiSdl.replaceAll(/\s+/gu, ' ')).toContain('type Query { a: Int b: Int }');
  });

  it('throws for what is no supergraph', () => {
    expect(() => createPlannerCore('type Query { a: Int }')).toThrow('Invalid supergraph');
  });
});
