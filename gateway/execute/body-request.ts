import type { BodyReply } from '../fetch/body-call.ts';
import type { SlicePlan } from '../fetch/cut-slices.ts';
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
  /** What of the answer stays text. */
  readonly slices?: SlicePlan | undefined;
}

/** Calls a body with the operation's variables, and with `representations` by variable name where there are any. */
export async function callBody(
  text: CallText,
  state: OperationState,
  representations: Readonly<Record<string, unknown>> = {},
): Promise<BodyReply> {
  const variables: Record<string, unknown> = { ...representations };
  for (const name of text.variableNames) {
    if (state.variables[name] !== undefined) variables[name] = state.variables[name];
  }
  const { subgraph, query, kind, isJoin, slices } = text;
  const stamp = state.stamp(subgraph);
  const reply = await state.call(
    {
      ...stamp,
      subgraph,
      query,
      kind,
      variables,
      ...(slices && { slices }),
      ...(state.holdsSlices && { holdsSlices: true }),
      ...(isJoin && { extensions: { ...stamp.extensions, answers: state.book.answers() } }),
    },
    state.signal,
  );
  state.holdsSlices ||= reply.holdsSlices === true;
  return reply;
}
