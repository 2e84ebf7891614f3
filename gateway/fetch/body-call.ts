/** One GraphQL request to one body's subgraph. */
export interface BodyRequest {
  /** The subgraph's name in the supergraph, for example `social-welfare`. */
  readonly subgraph: string;
  /** Constant text: it is parsed and validated once for each distinct text. */
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly kind: 'query' | 'mutation';
  /** Sent as the GraphQL request's `extensions`; the join learns there who did not answer. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Headers built by the gateway for this call; never copied from a client. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface BodyError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * What came of one call. `ANSWERED` is a well-formed GraphQL response, which may hold errors;
 * the others carry no data, and `reason` is safe to show: no address, no stack, no value.
 */
export type BodyReply =
  | {
      readonly status: 'ANSWERED';
      readonly data: Readonly<Record<string, unknown>> | null;
      readonly errors: readonly BodyError[];
      readonly tookMs: number;
    }
  | {
      readonly status: 'TIMED_OUT' | 'UNAVAILABLE' | 'INVALID' | 'NOT_ASKED';
      readonly reason: string;
      readonly tookMs: number;
    };

/** Performs one call. Never rejects: every outcome is a reply. An aborted signal ends it as TIMED_OUT. */
export type BodyCall = (request: BodyRequest, signal: AbortSignal) => Promise<BodyReply>;
