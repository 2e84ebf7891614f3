/** How one body fared, in the contract's words. */
export type AnswerStatus =
  'ANSWERED' | 'NO_RECORD' | 'NOT_AUTHORIZED' | 'TIMED_OUT' | 'UNAVAILABLE' | 'INVALID' | 'STALE' | 'NOT_ASKED';

export interface EntityAnswer {
  readonly status: AnswerStatus;
  readonly reason: string;
  /** The entity came all the same: only something inside it, which may be null, is missing. */
  readonly isKept?: boolean;
}

/** What a body answered so far in one operation. The join is told this in its request's `extensions.answers`. */
export interface Answer {
  readonly status: AnswerStatus;
  readonly reason?: string;
  /** All its calls of the operation together. */
  readonly tookMs: number;
  /** Only the entities, by the value of their key, for which the body gave no usable answer. */
  readonly entities?: Readonly<Record<string, EntityAnswer>>;
}

export type Answers = Readonly<Record<string, Answer>>;

export interface CallOutcome {
  readonly status: AnswerStatus;
  readonly reason?: string;
  readonly tookMs: number;
  /** How many entities the call asked for; 0 for a call of the root. */
  readonly entitiesAsked: number;
  readonly failedEntities: ReadonlyMap<string, EntityAnswer>;
}

/** One operation's record of calls, by subgraph. */
export interface AnswerBook {
  readonly record: (subgraph: string, outcome: CallOutcome) => void;
  readonly answers: () => Answers;
}

interface Entry {
  status: AnswerStatus;
  reason: string | undefined;
  tookMs: number;
  entitiesAsked: number;
  readonly failedEntities: Map<string, EntityAnswer>;
}

/** A later one stands when two calls of one body ended differently. */
const bySeverity: readonly AnswerStatus[] = [
  'NOT_ASKED',
  'ANSWERED',
  'NO_RECORD',
  'STALE',
  'NOT_AUTHORIZED',
  'UNAVAILABLE',
  'TIMED_OUT',
  'INVALID',
];

export function createAnswerBook(): AnswerBook {
  const entries = new Map<string, Entry>();
  return {
    record: (subgraph, outcome) => {
      const entry = entries.get(subgraph);
      if (entry === undefined) entries.set(subgraph, firstEntry(outcome));
      else addOutcome(entry, outcome);
    },
    answers: () => Object.fromEntries([...entries].map(([subgraph, entry]) => [subgraph, toAnswer(entry)])),
  };
}

function firstEntry(outcome: CallOutcome): Entry {
  const { status, reason, tookMs, entitiesAsked, failedEntities } = outcome;
  return { status, reason, tookMs, entitiesAsked, failedEntities: new Map(failedEntities) };
}

function addOutcome(entry: Entry, outcome: CallOutcome): void {
  entry.tookMs += outcome.tookMs;
  entry.entitiesAsked += outcome.entitiesAsked;
  for (const [key, answer] of outcome.failedEntities) entry.failedEntities.set(key, answer);
  if (bySeverity.indexOf(outcome.status) <= bySeverity.indexOf(entry.status)) return;
  entry.status = outcome.status;
  entry.reason = outcome.reason;
}

function toAnswer(entry: Entry): Answer {
  const { status, reason, tookMs, failedEntities } = entry;
  const lost = [...failedEntities.values()].filter(({ isKept = false }) => !isKept);
  const [firstFailure] = lost;
  // A body that failed every entity it was asked for has failed.
  if (status === 'ANSWERED' && firstFailure !== undefined && lost.length >= entry.entitiesAsked) {
    return { ...firstFailure, tookMs, entities: Object.fromEntries(failedEntities) };
  }
  return {
    status,
    ...(reason !== undefined && { reason }),
    tookMs,
    ...(failedEntities.size > 0 && { entities: Object.fromEntries(failedEntities) }),
  };
}
