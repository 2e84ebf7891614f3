import { isUtf8 } from 'node:buffer';
import type { BodyError } from './body-call.ts';
import { cutSlices, placeSlices } from './cut-slices.ts';
import type { SlicePlan } from './cut-slices.ts';
import { reasons } from './replies.ts';
import type { Reason } from './replies.ts';

/** What the bytes of a body's answer hold. */
export type Answer =
  | {
      readonly kind: 'RESPONSE';
      readonly data: Record<string, unknown> | null;
      readonly errors: readonly BodyError[];
      /** Some of the data is text. */
      readonly holdsSlices?: true;
    }
  | { readonly kind: 'INVALID'; readonly reason: Reason };

const maxDepth = 64;
const maxErrors = 1_000;
const maxMessageLength = 1_000;

/**
 * Reads a GraphQL response from a body that is not trusted. Refused are: what is not UTF-8 or not JSON, nesting beyond
 * 64, the keys `__proto__` and `constructor` with a `prototype` inside, and any envelope but
 * `{ data?: object | null, errors?: [{ message }] }`. Repeated keys resolve as JSON.parse does. Of errors only message,
 * path and code are kept.
 *
 * The objects are JSON.parse's, with the usual prototype: building them anew costs more than parsing. Reading a name
 * that an answer lacks is safe unless the name is one of Object.prototype's, such as `constructor`; a caller that reads
 * such names passes `withoutPrototype` (`namesPrototypeMember` tells).
 *
 * Fields of `slices` that are written as planned stay text (`JsonSlice`); the same answer written otherwise is read as a
 * whole, so that only its cost differs.
 */
export function readAnswer(bytes: Buffer, { withoutPrototype, slices: plan }: ReadOptions): Answer {
  if (!isUtf8(bytes)) return refused(reasons.notJson);
  const cut = plan && cutSlices(bytes, plan);
  const text = cut?.rest ?? bytes;
  const scan = scanJson(text);
  if (scan.isTooDeep) return refused(reasons.tooDeep);
  let value: unknown;
  try {
    value = JSON.parse(text.toString('utf8'));
  } catch {
    return refused(reasons.notJson);
  }
  if (scan.isSuspicious && holdsForbiddenKey(value)) return refused(reasons.forbiddenKey);
  const answer = readEnvelope(value, withoutPrototype);
  if (cut === undefined || plan === undefined || answer.kind === 'INVALID') return answer;
  placeSlices(answer.data, plan, cut.slices);
  return { ...answer, holdsSlices: true };
}

export interface ReadOptions {
  /** Objects of the answer inherit nothing. */
  readonly withoutPrototype: boolean;
  /** What need not be looked into. */
  readonly slices?: SlicePlan | undefined;
}

const prototypeMember = new RegExp(`\\b(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})\\b`, 'u');

/** True when a GraphQL document mentions a name that every ordinary object inherits. */
export function namesPrototypeMember(query: string): boolean {
  return prototypeMember.test(query);
}

function refused(reason: Reason): Answer {
  return { kind: 'INVALID', reason };
}

const quote = 0x22;
const backslash = 0x5c;
/** `[` and `{` differ in this bit only, and so do `]` and `}`. */
const braceBit = 0x20;
const opening = 0x5b;
const closing = 0x5d;

/**
 * One pass over the bytes, before JSON.parse builds anything: how deep they nest, and whether any string may be a
 * forbidden key: it begins like one, or holds an escape (`\u00…`) of a character that a forbidden key is made of.
 */
function scanJson(bytes: Buffer): { readonly isTooDeep: boolean; readonly isSuspicious: boolean } {
  let depth = 0;
  let isSuspicious = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) {
      isSuspicious ||= beginsLikeForbidden(bytes, at + 1);
      at = endOfString(bytes, at + 1);
      if (at < 0) {
        isSuspicious = true;
        at = ~at;
      }
    } else if ((byte & ~braceBit) === opening) {
      depth += 1;
      if (depth > maxDepth) return { isTooDeep: true, isSuspicious };
    } else if ((byte & ~braceBit) === closing) {
      depth -= 1;
    }
  }
  return { isTooDeep: false, isSuspicious };
}

/**
 * The place of the quote that closes the string, or the end; its complement (`~`) when the string holds an escape that
 * makes it suspicious. One number and no object, since this runs for every string of every answer.
 */
function endOfString(bytes: Buffer, from: number): number {
  const length = bytes.length;
  let hasAsciiEscape = false;
  let at = from;
  for (let byte = bytes[at]; at < length && byte !== quote; byte = bytes[at]) {
    if (byte === backslash) {
      hasAsciiEscape ||= isAsciiEscape(bytes, at + 1);
      at += 1;
    }
    at += 1;
  }
  return hasAsciiEscape ? ~at : at;
}

/** `__p` or `const`. */
function beginsLikeForbidden(bytes: Buffer, at: number): boolean {
  const first = bytes[at];
  if (first === 0x5f) return bytes[at + 1] === 0x5f && bytes[at + 2] === 0x70;
  return first === 0x63 && bytes[at + 1] === 0x6f && bytes[at + 3] === 0x73 && bytes[at + 4] === 0x74;
}

/** `u00`, after a backslash. */
function isAsciiEscape(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x75 && bytes[at + 1] === 0x30 && bytes[at + 2] === 0x30;
}

/** Recursion is bounded: the depth was checked before. */
function holdsForbiddenKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsForbiddenKey);
  return Object.entries(value).some(([key, inner]) => isForbidden(key, inner) || holdsForbiddenKey(inner));
}

function isForbidden(key: string, value: unknown): boolean {
  if (key === '__proto__') return true;
  return key === 'constructor' && isRecord(value) && Object.hasOwn(value, 'prototype');
}

function readEnvelope(value: unknown, withoutPrototype: boolean): Answer {
  if (!isRecord(value)) return refused(reasons.wrongShape);
  const data = own(value, 'data');
  const errors = readErrors(own(value, 'errors'));
  if (errors === undefined || (data === undefined && errors.length === 0)) return refused(reasons.wrongShape);
  if (data === undefined || data === null) return { kind: 'RESPONSE', data: null, errors };
  if (!isRecord(data)) return refused(reasons.wrongShape);
  return { kind: 'RESPONSE', data: withoutPrototype ? bareRecord(data) : data, errors };
}

/** Nothing when they are malformed. `null` is taken for none, as some servers write it. */
function readErrors(value: unknown): readonly BodyError[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const errors: BodyError[] = [];
  for (const item of value.slice(0, maxErrors)) {
    const error = readError(item);
    if (error === undefined) return undefined;
    errors.push(error);
  }
  return errors;
}

function readError(item: unknown): BodyError | undefined {
  if (!isRecord(item)) return undefined;
  const message = own(item, 'message');
  if (typeof message !== 'string') return undefined;
  const path = own(item, 'path');
  const extensions = own(item, 'extensions');
  const code = isRecord(extensions) ? own(extensions, 'code') : undefined;
  const details = isRecord(extensions) ? own(extensions, 'details') : undefined;
  return {
    message: message.slice(0, maxMessageLength),
    ...(isPath(path) ? { path } : {}),
    ...(typeof code === 'string' && { extensions: { code, ...(isRecord(details) && { details }) } }),
  };
}

function isPath(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((step) => typeof step === 'string' || Number.isInteger(step));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function bareRecord(record: Record<string, unknown>): Record<string, unknown> {
  const bare: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(record)) bare[key] = bareValue(value);
  return bare;
}

function bareValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bareValue);
  return isRecord(value) ? bareRecord(value) : value;
}
