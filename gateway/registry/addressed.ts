/**
 * A supergraph with the registered address of each subgraph in it, and none for one that has no address: composition
 * knows no address, so that a new one needs no new composition and an old supergraph comes back with today's.
 */
export function withAddresses(supergraph: string, addresses: ReadonlyMap<string, string>): string {
  return supergraph.replaceAll(
    /@join__graph\(name: "(?<name>[^"\\]+)", url: "[^"\\]*"\)/gu,
    (_whole, name: string) => `@join__graph(name: "${name}", url: ${JSON.stringify(addresses.get(name) ?? '')})`,
  );
}
