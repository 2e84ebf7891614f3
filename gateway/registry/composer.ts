import type { Finding, Publication } from '../../schema/contract/publication.ts';

/** One graph of several publications. */
export interface ComposedGraph {
  /** Without addresses. */
  readonly supergraph: string;
  /** Digest of the rules of access that the supergraph declares. */
  readonly policySha256: string;
  /** All programmes as one catalogue. */
  readonly catalogue: string;
  /** Name and version of the composer, for example `@apollo/composition 2.14.4`. */
  readonly composer: string;
}

/** A graph, or why there is none. */
export type Composition =
  ({ readonly kind: 'COMPOSED' } & ComposedGraph) | { readonly kind: 'REFUSED'; readonly findings: readonly Finding[] };

/**
 * Composes what the bodies publish and gathers their programmes, within limits of time and memory. Findings are about
 * the body that is `blamed`: its lines are named. Rejects only when it could not be tried.
 */
export type Composer = (publications: readonly Publication[], blamed: string) => Promise<Composition>;
