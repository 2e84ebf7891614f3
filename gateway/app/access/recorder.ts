import type { CodedError } from '../../../schema/contract/error-codes.ts';
import type { AccessContext } from '../../../schema/contract/identity.ts';
import type { OperationResult } from '../../execute/engine.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Seen } from '../../mask/row-reader.ts';
import type { DeniedField } from '../../policy/walk-operation.ts';
import { journalRecordOf, type RecordedOutcome } from './journal-record.ts';
import type { DescribedOperation } from './journal-reads.ts';

/** An operation on citizens' data that is over; its answer has not left yet. */
export interface EndedOperation {
  readonly described: DescribedOperation;
  /** Hash of the document's text. */
  readonly hash: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly access: AccessContext;
  readonly policyDigest: string;
  readonly startedMs: number;
  readonly endedMs: number;
  /** What was taken out before planning; undefined where it did not come so far. */
  readonly denied: readonly DeniedField[] | undefined;
  readonly seen: Seen | undefined;
  readonly result: OperationResult | undefined;
  readonly refusal: CodedError | undefined;
}

/** Writes operations into the journal. */
export interface Recorder {
  /** Throws JOURNAL_UNAVAILABLE while it is known that nothing can be written. */
  readonly assertWritable: () => void;
  /** Resolves when the record is durable. Rejects with JOURNAL_UNAVAILABLE or JOURNAL_RECORD_INVALID: then no answer may leave. */
  readonly record: (ended: EndedOperation) => Promise<void>;
}

export function createRecorder(journal: Pick<Journal, 'append' | 'assertWritable'>): Recorder {
  return {
    assertWritable: journal.assertWritable,
    record: async ({ described, hash, variables, access, policyDigest, startedMs, endedMs, ...ended }) => {
      await journal.append(
        journalRecordOf({
          atMs: startedMs,
          durationMs: endedMs - startedMs,
          operationId: null,
          operationHash: hash,
          described,
          variables,
          access,
          policyDigest,
          outcome: outcomeOf(ended),
        }),
      );
    },
  };
}

function outcomeOf({
  denied = [],
  seen,
  result,
  refusal,
}: Pick<EndedOperation, 'denied' | 'seen' | 'result' | 'refusal'>): RecordedOutcome {
  if (refusal !== undefined) return { kind: 'REFUSED', code: refusal.code };
  if (seen === undefined || result === undefined) return { kind: 'REFUSED', code: 'INTERNAL_ERROR' };
  return {
    kind: 'ALLOWED',
    seen,
    denied: new Set(denied.map(({ coordinate }) => coordinate)),
    manifest: result.manifest.bodies,
  };
}
