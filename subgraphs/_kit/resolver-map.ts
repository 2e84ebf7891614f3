import type { buildSubgraphSchema } from '@apollo/subgraph';

type SchemaModule = Extract<Parameters<typeof buildSubgraphSchema>[0], { readonly typeDefs: unknown }>;

/** Resolvers as @apollo/subgraph takes them. */
export type ResolverMap = NonNullable<SchemaModule['resolvers']>;

/** Codegen types resolvers strictly and @apollo/subgraph loosely; this is the one place where the two meet. */
export function asResolverMap(resolvers: object): ResolverMap {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the strict type is checked where the resolvers are written
  return resolvers as ResolverMap;
}
