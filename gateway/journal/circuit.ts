import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Clock } from '../kernel/clock.ts';
import { StoreProblem } from './store.ts';

/** `problem` is for the operator's log and page: a kind of fault, no path, no SQL, no citizen. */
export type JournalState =
  | { readonly kind: 'WRITABLE' }
  | { readonly kind: 'DOWN'; readonly sinceMs: number; readonly retryAtMs: number; readonly problem: string };

export interface CircuitOptions {
  readonly clock: Clock;
  /** After a failure everything is refused at once for so long; then the next record tries again. */
  readonly retryMs: number;
  readonly onState: (state: JournalState) => void;
}

export interface Circuit {
  readonly state: () => JournalState;
  /** Throws JOURNAL_UNAVAILABLE while it is down and the time to try again has not come. */
  readonly assertMayTry: () => void;
  readonly succeeded: () => void;
  /** Returns the error for whoever waits. */
  readonly failed: (cause: unknown) => CodedError;
}

export function createCircuit({ clock, retryMs, onState }: CircuitOptions): Circuit {
  let state: JournalState = { kind: 'WRITABLE' };
  return {
    state: () => state,
    assertMayTry: () => {
      if (state.kind === 'DOWN' && clock.now() < state.retryAtMs) throw new CodedError('JOURNAL_UNAVAILABLE');
    },
    succeeded: () => {
      if (state.kind === 'WRITABLE') return;
      state = { kind: 'WRITABLE' };
      onState(state);
    },
    failed: (cause) => {
      const now = clock.now();
      const before = state;
      const problem = problemWords(cause);
      const sinceMs = before.kind === 'DOWN' ? before.sinceMs : now;
      state = { kind: 'DOWN', sinceMs, retryAtMs: now + retryMs, problem };
      if (before.kind === 'WRITABLE' || before.problem !== problem) onState(state);
      return new CodedError('JOURNAL_UNAVAILABLE', {}, { cause });
    },
  };
}

const problems: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'the disk is full',
  SQLITE_IOERR: 'the disk refuses to be written or read',
  SQLITE_READONLY: 'the file or its folder is read-only',
  SQLITE_CANTOPEN: 'the file cannot be opened',
  SQLITE_BUSY: 'another process keeps the file locked',
  SQLITE_LOCKED: 'another process keeps the file locked',
  SQLITE_CORRUPT: 'the file is damaged',
  SQLITE_NOTADB: 'the file is not a database',
  EACCES: 'permission denied in the data folder',
  EPERM: 'permission denied in the data folder',
  EROFS: 'the data folder is on a read-only file system',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'the data folder is not a folder',
  ENOENT: 'the file or its folder is not there',
  EEXIST: 'there is a file of that name already',
  EISDIR: 'that is a folder',
  ECONNREFUSED: 'the database server cannot be reached',
  ENOTFOUND: 'the database server cannot be reached',
  '53100': 'the database server has no disk space',
  '57014': 'the database server took too long',
  '42501': 'the database role may not write the journal',
  '25006': 'the database server is read-only',
};

/** The kind of fault in words for an operator. */
export function problemWords(cause: unknown): string {
  if (cause instanceof StoreProblem) return cause.message;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return problems[code] ?? `the database refused (${/^\w{1,40}$/u.test(code) ? code : 'no code'})`;
}
