import type { Body } from '../../schema/contract/bodies.ts';
import { CodedError, type ErrorCode } from '../../schema/contract/error-codes.ts';

/** The graph's AccessStatement. */
export interface AccessStatement {
  readonly houseCode: string;
  readonly entries: readonly AccessEntry[];
  readonly verified: boolean;
}

/** The graph's AccessEntry. */
export interface AccessEntry {
  readonly at: string;
  readonly role: string;
  readonly body: Body | null;
  readonly purpose: string;
  readonly dataKinds: readonly string[];
  readonly textTh: string;
  readonly textEn: string;
}

/** What may be shown to who asks, or the code of the refusal. */
export type StatementReply =
  | { readonly kind: 'SHOWN'; readonly statement: AccessStatement }
  | { readonly kind: 'REFUSED'; readonly code: ErrorCode };

/** By house code. */
export type StatementReplies = Readonly<Record<string, StatementReply>>;

/**
 * The join keeps no journal: the gateway, which does, sends what it may show as `extensions.accessStatements` of the
 * call. Null where another router or a gateway without sign-in sends nothing.
 */
export function statementsIn(extensions: Readonly<Record<string, unknown>> | undefined): StatementReplies | null {
  const replies = extensions?.['accessStatements'];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built by our own gateway, which signs the call
  return typeof replies === 'object' && replies !== null ? (replies as StatementReplies) : null;
}

/** Throws JOURNAL_NOT_KEPT where nothing was sent, and what the gateway refuses with. */
export function statementOf(replies: StatementReplies | null, houseCode: string): AccessStatement {
  const reply = replies !== null && Object.hasOwn(replies, houseCode) ? replies[houseCode] : undefined;
  if (reply === undefined) throw new CodedError('JOURNAL_NOT_KEPT');
  if (reply.kind === 'REFUSED') throw new CodedError(reply.code);
  return reply.statement;
}
