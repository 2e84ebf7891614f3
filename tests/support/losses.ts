import { expect } from 'vitest';
import { bodyNames, bodyOf, recordField, type BodyName } from '../../schema/contract/bodies.ts';
import { secretOfBody, type BodyFault } from './faulty-body.ts';
import type { GraphqlError, Json, Response } from './gateway.ts';

/** What the manifest and `answers` say of a body without a record. */
export type Loss = 'UNAVAILABLE' | 'TIMED_OUT' | 'INVALID' | 'NOT_ASKED';

/**
 * The true status of each fault when it hits the only entity that a body is asked for.
 * PARTIAL_ERRORS is UNAVAILABLE: the body said itself that it could not give the record. NULL_ENTITY is INVALID: a body
 * that knows nothing of a house answers with an entity whose record is null or empty, never with no entity.
 */
export const lossOf: Readonly<Record<Exclude<BodyFault, 'TRICKLE'>, Loss>> = {
  REFUSED: 'UNAVAILABLE',
  RESET: 'UNAVAILABLE',
  SILENCE: 'TIMED_OUT',
  STATUS_500: 'UNAVAILABLE',
  HTML: 'INVALID',
  TRUNCATED: 'INVALID',
  WRONG_SHAPE: 'INVALID',
  PROTO_KEY: 'INVALID',
  NULL_ENTITY: 'INVALID',
  PARTIAL_ERRORS: 'UNAVAILABLE',
  HUGE: 'INVALID',
  REDIRECT: 'INVALID',
};

/** The join: what it makes of the records may change with any of them. */
const joinedFields: ReadonlySet<string> = new Set([
  'answers',
  'entitlements',
  'services',
  'screening',
  'gaps',
  'overlaps',
  'vulnerabilityLevel',
  'dependantsCount',
  'dimensions',
]);

/** Asserts that a household's answer lost the records of `lost` and nothing else that a healthy one has. */
export function expectOnlyLost(healthy: Json, answer: Json, lost: ReadonlyMap<BodyName, Loss>): void {
  for (const field of Object.keys(healthy)) {
    if (joinedFields.has(field)) continue;
    const body = bodyNames.find((name) => recordField(name) === field);
    const expected: unknown = body !== undefined && lost.has(body) ? null : healthy[field];
    expect({ [field]: answer[field] }).toEqual({ [field]: expected });
  }
  expect(answer.answers).toEqual(
    bodyNames.map((name, at) => {
      const loss = lost.get(name);
      if (loss === undefined) return { ...healthy.answers[at], tookMs: expect.any(Number) };
      const { body } = healthy.answers[at];
      const silence = { asOf: null, entitlementCount: null, serviceCount: null };
      return { body, status: loss, reason: expect.any(String), tookMs: expect.any(Number), ...silence };
    }),
  );
  expectLedgersWithout(healthy, answer, lost);
  expectOnlyWidened(healthy, answer, lost);
}

/** The other bodies' enrolments and services are all there, in their order. */
function expectLedgersWithout(healthy: Json, answer: Json, lost: ReadonlyMap<BodyName, Loss>): void {
  const codes = new Set([...lost.keys()].map((name) => bodyOf(name).code));
  for (const ledger of ['entitlements', 'services']) {
    expect({ [ledger]: answer[ledger] }).toEqual({
      [ledger]: healthy[ledger].filter(({ body }: Json) => !codes.has(body.code)),
    });
  }
}

/** Losing an answer may only turn what was claimed into "unknown". */
function expectOnlyWidened(healthy: Json, answer: Json, lost: ReadonlyMap<BodyName, Loss>): void {
  const codes = new Map([...lost].map(([name, loss]) => [bodyOf(name).code as string, loss]));
  expect(answer.screening.map(keyOf)).toEqual(healthy.screening.map(keyOf));
  const wrong = answer.screening.filter((now: Json, at: number) => !isWidened(healthy.screening[at], now, codes));
  expect(wrong).toEqual([]);
  const { gaps } = answer;
  expect(gaps.complete).toBe(false);
  for (const list of ['items', 'referrals', 'overPayments']) {
    expect(healthy.gaps[list].map(keyOf)).toEqual(expect.arrayContaining(gaps[list].map(keyOf)));
  }
}

/** What became open names a fact of a lost body, and why it is missing; a lost ledger says nothing of receiving. */
function isWidened(before: Json, now: Json, lost: ReadonlyMap<string, Loss>): boolean {
  const isSame = now.verdict === before.verdict;
  const saysWhy = now.missingFacts.some(({ body, reason }: Json) => lost.get(body.code) === reason);
  return (
    (isSame || ([...outsideForce(before), 'UNKNOWN'].includes(now.verdict) && saysWhy)) &&
    [before.ruleHolds, 'UNKNOWN'].includes(now.ruleHolds) &&
    now.receiving === (lost.has(now.programme.body.code) ? 'UNKNOWN' : before.receiving)
  );
}

/** A rule that was FALSE and is unknown now stays out of force where its programme is (the catalogue's `effective`). */
function outsideForce({ programme, verdict }: Json): string[] {
  const { effectiveFrom, effectiveTo } = programme;
  const isOutside = (effectiveFrom ?? '') > '2022-08-10' || (effectiveTo ?? '9999') < '2022-08-10';
  return verdict === 'NOT_ELIGIBLE' && isOutside ? ['NOT_IN_FORCE'] : [];
}

function keyOf({ programme, person }: Json): string {
  return `${programme.id} ${person?.personId ?? 'household'}`;
}

/** Asserts that every error has a code, both languages and a place, and that nothing of a body's inside is told. */
export function expectNothingLeaked({ text, errors }: Pick<Response, 'text' | 'errors'>): void {
  for (const secret of [
    secretOfBody,
    '127.0.0.1',
    'localhost',
    '    at ',
    'ECONN',
    'SELECT',
    'node_modules',
    'polluted',
  ])
    expect(text).not.toContain(secret);
  for (const error of errors) {
    expect(error).toEqual({
      message: expect.any(String),
      path: expect.any(Array),
      extensions: {
        code: expect.stringMatching(/^[A-Z]+_[A-Z_]+$/u),
        messageTh: expect.any(String),
        body: expect.any(String),
      },
    });
  }
}

/** Asserts thirteen rows in order, and that `complete` says whether all of them answered. */
export function expectManifest({ manifest }: Pick<Response, 'manifest'>, lost: ReadonlyMap<BodyName, Loss>): void {
  expect(manifest.bodies.map(({ code, status }) => `${code} ${status}`)).toEqual(
    bodyNames.map((name) => `${bodyOf(name).code} ${lost.get(name) ?? 'ANSWERED'}`),
  );
  expect(manifest.complete).toBe(lost.size === 0);
}

export function codesOf(errors: readonly GraphqlError[], body: BodyName): string[] {
  const { code } = bodyOf(body);
  return [
    ...new Set(errors.filter(({ extensions }) => extensions.body === code).map(({ extensions }) => extensions.code)),
  ];
}
