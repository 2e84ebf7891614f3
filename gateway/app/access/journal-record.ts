import { bodyOf, isBodyName } from '../../../schema/contract/bodies.ts';
import type { ErrorCode } from '../../../schema/contract/error-codes.ts';
import type { AccessContext } from '../../../schema/contract/identity.ts';
import { splitPersonId } from '../../../schema/contract/scalars.ts';
import type { JournalHousehold, JournalRead, JournalRecord } from '../../journal/record.ts';
import type { SentVariables } from './asked-houses.ts';
import type { DescribedOperation } from './journal-reads.ts';

/** One operation that touched a household or a person, when it is over and its answer has not left yet. */
export interface OperationToRecord {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly durationMs: number;
  /** Id that the calls to the bodies carried. */
  readonly operationId: string | null;
  /** Of the document's text. */
  readonly operationHash: string;
  readonly described: DescribedOperation;
  /** They are read for house codes and conditions; nothing of them is written. */
  readonly variables: SentVariables;
  readonly access: AccessContext;
  readonly policyDigest: string | null;
  readonly outcome: RecordedOutcome;
}

export type RecordedOutcome =
  | { readonly kind: 'REFUSED'; readonly code: ErrorCode }
  | {
      readonly kind: 'ALLOWED';
      readonly seen: SeenInAnswer;
      /** Coordinates that were taken out before planning. */
      readonly denied: Iterable<string>;
      readonly manifest: JournalRecord['manifest'];
    };

/** Whom the answer shows. */
export interface SeenInAnswer {
  /** House code -> area code, null where it is not known. */
  readonly households: ReadonlyMap<string, string | null>;
  /** personIds. */
  readonly persons: ReadonlySet<string>;
}

/**
 * The journal's record of an operation: ids and kinds of data. What was asked for by house code and not shown is in it
 * as such, whatever the reason; where nothing was shown, nothing was read.
 */
export function journalRecordOf(parts: OperationToRecord): JournalRecord {
  const { access, outcome, described, variables } = parts;
  const { principal, purpose, caseNumber, breakGlass } = access;
  const { subject, role, areas, body } = principal;
  const asked = described.housesAsked(variables);
  return {
    at: new Date(parts.atMs).toISOString(),
    operationId: parts.operationId,
    principal: { subject, role, areas, body },
    purpose,
    caseNumber,
    breakGlass,
    operation: { hash: parts.operationHash, name: described.name === null ? null : withoutNumbers(described.name) },
    policyDigest: parts.policyDigest,
    durationMs: Math.round(parts.durationMs),
    ...(outcome.kind === 'REFUSED' ? refused(outcome.code, asked) : allowed(parts, outcome, asked)),
  };
}

/** What depends on the outcome. */
type OutcomeFields = Pick<
  JournalRecord,
  'households' | 'persons' | 'reads' | 'masked' | 'denied' | 'decision' | 'refusal' | 'manifest'
>;

function refused(code: ErrorCode, asked: readonly string[]): OutcomeFields {
  return {
    households: asked.map(notShown),
    persons: [],
    reads: [],
    masked: [],
    denied: [],
    decision: 'REFUSED',
    refusal: code,
    manifest: [],
  };
}

function allowed(
  { described, variables, access }: OperationToRecord,
  { seen, denied, manifest }: Extract<RecordedOutcome, { kind: 'ALLOWED' }>,
  asked: readonly string[],
): OutcomeFields {
  const shown = new Map([...housesOf(seen.persons).map((houseCode) => [houseCode, null] as const), ...seen.households]);
  const { reads, masked, withheld } = described.readBy(access.principal, variables);
  const isShown = shown.size > 0 || seen.persons.size > 0;
  return {
    households: [
      ...[...shown].map(([houseCode, areaCode]) => ({ houseCode, areaCode, shown: true })),
      ...asked.filter((houseCode) => !shown.has(houseCode)).map(notShown),
    ],
    persons: [...seen.persons],
    reads: isShown ? withoutUnasked(reads, manifest) : [],
    masked: isShown ? masked : [],
    denied: [...new Set([...denied, ...withheld])].toSorted(),
    decision: 'ALLOWED',
    refusal: null,
    manifest: manifest.map(({ code, status }) => ({ code, status })),
  };
}

function notShown(houseCode: string): JournalHousehold {
  return { houseCode, areaCode: null, shown: false };
}

/** Whoever sees a person sees that the house has it. */
function housesOf(persons: ReadonlySet<string>): readonly string[] {
  return [...persons].map((personId) => splitPersonId(personId)?.[0]).filter((house) => house !== undefined);
}

/**
 * Nothing was read of a body that nobody came to ask. One that failed stays: part of what it was asked may have come
 * before, and a family is rather told too much.
 */
function withoutUnasked(reads: readonly JournalRead[], manifest: JournalRecord['manifest']): readonly JournalRead[] {
  const unasked = new Set(manifest.filter(({ status }) => status === 'NOT_ASKED').map(({ code }) => code));
  return reads.filter(({ body }) => !(isBodyName(body) && unasked.has(bodyOf(body).code)));
}

/** A name is the client's to choose, and a citizen number may be part of one. */
function withoutNumbers(name: string): string {
  return name.replaceAll(/\d{13,}/gu, (digits) => 'x'.repeat(digits.length));
}
