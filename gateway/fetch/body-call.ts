import type { RehearsedFault } from '../../schema/contract/rehearsal.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import type { SlicePlan } from './cut-slices.ts';

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
  /** Who asks, for a body in this process; a body over HTTP learns it from `headers`. */
  readonly access?: AccessContext;
  /**
   * Stands for everything besides the request itself that the body's answer may depend on: subject, role, areas,
   * scopes, purpose. Identical reads in flight with the same key share one call; without a key nothing is shared.
   */
  readonly principalKey?: string;
  /** Fields of the answer that the caller takes as JSON text, as `JsonSlice`; a transport without text ignores it. */
  readonly slices?: SlicePlan;
  /** Somewhere in `variables` there may be slices: they are written as they are. */
  readonly holdsSlices?: boolean;
  /** Makes a mutation safe to repeat: the body answers the second call with the first one's result. */
  readonly idempotencyKey?: string;
  /** The body's failure is rehearsed in this operation alone; transports and bodies know nothing of it. */
  readonly rehearsal?: RehearsedFault;
}

/** `message` is the body's own text: for the operator's log, not for the client. `extensions` holds `code` at most. */
export interface BodyError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** How a reply came about, where that is worth telling. */
interface ReplyMarks {
  /** The call was made a second time. */
  readonly retried?: true;
  /** The reply is another identical call's. */
  readonly deduplicated?: true;
  /** Some of the data is text, as the request allowed. */
  readonly holdsSlices?: true;
}

/**
 * What came of one call. `ANSWERED` is a well-formed GraphQL response, which may hold errors;
 * the others carry no data, and `reason` is safe to show: no address, no stack, no value.
 * Every caller gets objects of its own, so `data` may be taken over and written into by whoever merges it.
 */
export type BodyReply =
  | (ReplyMarks & {
      readonly status: 'ANSWERED';
      readonly data: Readonly<Record<string, unknown>> | null;
      readonly errors: readonly BodyError[];
      readonly tookMs: number;
    })
  | (ReplyMarks & {
      readonly status: 'TIMED_OUT' | 'UNAVAILABLE' | 'INVALID' | 'NOT_ASKED';
      readonly reason: string;
      readonly tookMs: number;
    });

/** Performs one call. Never rejects: every outcome is a reply. An aborted signal ends it as TIMED_OUT. */
export type BodyCall = (request: BodyRequest, signal: AbortSignal) => Promise<BodyReply>;

/** Adds one behaviour around a call, for example a deadline. */
export type BodyPolicy = (call: BodyCall) => BodyCall;
