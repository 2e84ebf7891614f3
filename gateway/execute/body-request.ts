import type { BodyReply } from '../fetch/body-call.ts';
import type { OperationState } from './operation-state.ts';

/** The constant part of a call. */
export interface CallText {
  readonly subgraph: string;
  readonly query: string;
  readonly kind: 'query' | 'mutation';
  /** The client's variables that the text uses. */
  readonly variableNames: readonly string[];
  /** The call is the join's: it is told how the bodies fared. */
  readonly isJoin: boolean;
}

/** Calls a body with the operation's variables, and with `representations` by variable name where there are any. */
export function callBody(
  text: CallText,
  state: OperationState,
  representations: Readonly<Record<string, unknown>> = {},
): Promise<BodyReply> {
  const variables: Record<string, unknown> = { ...representations };
  for (const name of text.variableNames) {
    if (state.variables[name] !== undefined) variables[name] = state.variables[name];
  }
  const { subgraph, query, kind, isJoin } = text;
  return state.call(
    {
      ...state.stamp(subgraph),
      subgraph,
      query,
      kind,
      variables,
      ...(isJoin && { extensions: { answers: state.book.answers() } }),
    },
    state.signal,
  );
}
