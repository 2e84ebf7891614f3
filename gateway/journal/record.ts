import type { BodyName } from '../../schema/contract/bodies.ts';
import type { Purpose, Role } from '../../schema/contract/identity.ts';

/**
 * One operation that touched a household or a person, allowed or refused. Ids only: no names, no citizen numbers, no
 * variables, no values of answers. It is hashed as canonical JSON, so every field is always present.
 */
export interface JournalRecord {
  /** When the operation was decided: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
  readonly at: string;
  /** Id that the calls to the bodies carried. */
  readonly operationId: string | null;
  /** Null for a refusal before anybody was known. */
  readonly principal: JournalPrincipal | null;
  readonly purpose: Purpose | null;
  readonly caseNumber: string | null;
  /** Why a supervisor opened a household outside its areas, in its own words. */
  readonly breakGlass: string | null;
  readonly operation: { readonly hash: string; readonly name: string | null };
  readonly households: readonly JournalHousehold[];
  /** personIds of whoever was in the answer. */
  readonly persons: readonly string[];
  readonly reads: readonly JournalRead[];
  /** Field coordinates that were shown in part, for example `Person.citizenId`. */
  readonly masked: readonly string[];
  /** Field coordinates and fact categories that were withheld. */
  readonly denied: readonly string[];
  readonly decision: 'ALLOWED' | 'REFUSED';
  /** Error code of a refusal. */
  readonly refusal: string | null;
  readonly manifest: readonly { readonly code: string; readonly status: string }[];
  /** Which policy decided. */
  readonly policyDigest: string | null;
  readonly durationMs: number;
}

export interface JournalPrincipal {
  readonly subject: string;
  readonly role: Role;
  readonly areas: readonly string[];
  readonly body: BodyName | null;
}

export interface JournalHousehold {
  readonly houseCode: string;
  /** 6-digit code, or what is known of it; null when the interior did not say. */
  readonly areaCode: string | null;
  /** False when it was asked for and not shown: unknown, outside the areas, refused. */
  readonly shown: boolean;
}

/** What was read of one body (or of the join): groups of data, never values. */
export interface JournalRead {
  /** Subgraph name. */
  readonly body: string;
  /** Keys of `dataKinds` in data-kinds.ts. */
  readonly dataKinds: readonly string[];
}

/** The record in a stored text, or undefined where the text is no record. */
export function parseRecord(text: string): JournalRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isJournalRecord(value) ? value : undefined;
}

/** Checks whatever other code here relies on; the rest is told by the types of those who write. */
export function isJournalRecord(value: unknown): value is JournalRecord {
  return (
    isObject(value) &&
    typeof value['at'] === 'string' &&
    Number.isSafeInteger(Date.parse(value['at'])) &&
    (value['principal'] === null || isPrincipal(value['principal'])) &&
    isListOf(value['households'], isHousehold) &&
    isListOf(value['persons'], isText) &&
    isListOf(value['reads'], isRead) &&
    (value['decision'] === 'ALLOWED' || value['decision'] === 'REFUSED') &&
    isTextOrNull(value['purpose']) &&
    isTextOrNull(value['breakGlass'])
  );
}

function isPrincipal(value: unknown): boolean {
  return isObject(value) && isText(value['subject']) && isText(value['role']) && isTextOrNull(value['body']);
}

function isHousehold(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value['houseCode']) &&
    isTextOrNull(value['areaCode']) &&
    typeof value['shown'] === 'boolean'
  );
}

function isRead(value: unknown): boolean {
  return isObject(value) && isText(value['body']) && isListOf(value['dataKinds'], isText);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
