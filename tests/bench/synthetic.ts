import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** A graph of the product's form with any number of bodies: a list of houses, a record of each body, and their join. */
export interface SyntheticGraph {
  readonly supergraph: string;
  readonly query: string;
}

export const factsInRecord = 20;

/** `urlOf` says where each subgraph is. */
export function syntheticGraph(bodies: number, urlOf: (name: string) => string): SyntheticGraph {
  const names = bodyNamesOf(bodies);
  const services = [
    { name: 'root', typeDefs: `type Query { houses(first: Int!): [House!]! } type House ${key} { code: ID! }` },
    ...names.map((name) => ({
      name,
      typeDefs: `type House ${key} { code: ID! ${name}: R_${name} } ${recordType(`R_${name}`)} ${fact}`,
    })),
    { name: 'casefile', typeDefs: joinOf(names) },
  ];
  const composed = composeServices(
    services.map(({ name, typeDefs }) => ({ name, url: urlOf(name), typeDefs: parse(`${link} ${typeDefs}`) })),
  );
  if (composed.supergraphSdl === undefined) throw new Error(composed.errors?.map(String).join('\n'));
  return {
    supergraph: composed.supergraphSdl,
    query: 'query ($first: Int!) { houses(first: $first) { code gaps { total items { id note } } } }',
  };
}

export function bodyNamesOf(bodies: number): readonly string[] {
  return Array.from({ length: bodies }, (_, at) => `body${at + 1}`);
}

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", "@shareable"])';
const key = '@key(fields: "code")';
const fact = 'scalar V type Fact @shareable { name: String! subject: ID! value: V asOf: String! }';

function recordType(name: string): string {
  return `type ${name} { found: Boolean! facts: [Fact!]! }`;
}

function joinOf(names: readonly string[]): string {
  const required = names.map((name) => `${name} { found facts { name subject value asOf } }`).join(' ');
  return `
    type House ${key} {
      code: ID!
      ${names.map((name) => `${name}: R_${name} @external`).join('\n')}
      gaps: Gaps @requires(fields: "${required}")
    }
    type Gaps { total: Float! items: [Item!]! }
    type Item { id: ID! note: String }
    ${names.map((name) => `type R_${name} @external { found: Boolean! facts: [Fact!]! }`).join('\n')}
    ${fact}`;
}
