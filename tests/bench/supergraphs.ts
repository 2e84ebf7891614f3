import { readFileSync } from 'node:fs';
import { supergraphFile } from '../../gateway/app/compose.ts';

/** The committed supergraph. */
export function committedSupergraph(): string {
  return readFileSync(supergraphFile, 'utf8');
}

/** A supergraph with other addresses, by the subgraphs' names. */
export function withAddresses(supergraph: string, urls: Readonly<Record<string, string>>): string {
  return supergraph.replaceAll(
    /@join__graph\(name: "(?<name>[^"]+)", url: "[^"]*"\)/gu,
    (whole: string, name: string) => {
      const url = urls[name];
      return url === undefined ? whole : `@join__graph(name: "${name}", url: "${url}")`;
    },
  );
}
