/** One run of an operation: what it asked for, and nothing of what it asked with or was given. */
export interface OperationRun {
  /** See describe-operation.ts. */
  readonly operationHash: string;
  readonly operationName: string | null;
  readonly client: string;
  /** `Type.field`, `Type.field(argument:)` and `Input.field` of the API schema. */
  readonly coordinates: readonly string[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Runs of one operation by one client on one day. */
export interface DailyCount {
  readonly day: string;
  readonly operationHash: string;
  readonly client: string;
  readonly count: number;
}

/** What readers ran in the last days. */
export interface Usage {
  /** The days looked back over. */
  readonly days: number;
  /** How many of them the record covers. */
  readonly coveredDays: number;
  readonly byCoordinate: ReadonlyMap<string, CoordinateUsage>;
}

export interface CoordinateUsage {
  readonly operations: readonly string[];
  readonly clients: readonly string[];
  readonly count: number;
  readonly lastDay: string;
}

/** Stands for operations and clients beyond what is kept apart. */
export const others = 'other';

/** `2026-11-22`, in UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A client's own name for itself: at most 60 safe characters, no long number; else `unknown`. */
export function clientName(given: string | null | undefined): string {
  const name = given?.trim().slice(0, 60) ?? '';
  return /^[A-Za-z\d][\w .@/+-]*$/u.test(name) ? withoutNumbers(name) : 'unknown';
}

/** A house code or citizen number in a name is not kept. */
export function withoutNumbers(text: string): string {
  return text.replaceAll(/\d(?:[\s.-]?\d){6,}/gu, '#');
}
