import type { CountedIn, FactValue } from '../_kit/rules/fact-clock.ts';

/** What the gateway hands the join of one household: its key and, by @requires, the thirteen records. */
export interface HouseholdRepresentation {
  readonly houseCode: string;
  readonly members?: readonly { readonly personId: string; readonly nameTh?: string | null }[] | null;
  /** By record field; null or missing is no answer. */
  readonly [recordField: string]: unknown;
}

/** One body's record as far as join.ts requires it. */
export interface JoinedRecord {
  readonly found: boolean;
  readonly asOf: string;
  readonly facts: readonly JoinedFact[];
  readonly entitlements: readonly JoinedEntitlement[];
  readonly services: readonly JoinedService[];
}

export interface JoinedFact {
  readonly name: string;
  readonly subject: string;
  /** Some routers leave nulls out. */
  readonly value?: FactValue | null;
  readonly asOf: string;
  readonly countedFrom?: string | null;
  readonly countedIn?: CountedIn | null;
}

interface JoinedLine {
  readonly id: string;
  readonly programme: { readonly id: string };
  readonly person: { readonly personId: string } | null;
  readonly status: string;
  readonly asOf: string;
}

export interface JoinedEntitlement extends JoinedLine {
  readonly money: { readonly thb: number | null; readonly maxThb: number | null; readonly period: string } | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly recordRef: string;
}

export interface JoinedService extends JoinedLine {
  readonly deliveredOn: string | null;
}

/** The record under a field, or null when its body gave none that can be used. */
export function recordOf(household: HouseholdRepresentation, field: string): JoinedRecord | null {
  const record = household[field];
  return isRecord(record) ? record : null;
}

function isRecord(value: unknown): value is JoinedRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'facts' in value &&
    Array.isArray(value.facts) &&
    'entitlements' in value &&
    Array.isArray(value.entitlements) &&
    'services' in value &&
    Array.isArray(value.services)
  );
}
