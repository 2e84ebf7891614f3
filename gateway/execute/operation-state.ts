import type { BodyCall, BodyRequest } from '../fetch/body-call.ts';
import type { Variables } from '../merge/field-conditions.ts';
import type { Merged } from '../merge/merged-object.ts';
import type { ResponsePath } from '../merge/objects-at-path.ts';
import type { ResponseError } from '../merge/response-error.ts';
import type { AnswerBook } from './answer-book.ts';

/** What failed while fetching, at every place whose data is missing for it; undefined is the operation as a whole. */
export interface FetchError {
  readonly error: ResponseError;
  readonly places: readonly (ResponsePath | undefined)[];
}

/** Everything that belongs to one running operation. */
export interface OperationState {
  readonly root: Merged;
  /** As the client sent them. */
  readonly variables: Variables;
  /** Coerced, with defaults: what conditions look at. */
  readonly coercedVariables: Variables;
  readonly call: BodyCall;
  /** Added to every request: whose operation it is, and headers for the body. */
  readonly stamp: (subgraph: string) => Partial<BodyRequest>;
  readonly signal: AbortSignal;
  readonly book: AnswerBook;
  /** By the gateway's own names; they are put into the client's at the end. */
  readonly errors: FetchError[];
  /** Some body's answer came as text in part, so that what is made from it may hold text. */
  holdsSlices: boolean;
}

/** One compiled call. It never rejects: what fails is in `errors` and in the book. */
export type RunCall = (state: OperationState) => Promise<void>;
