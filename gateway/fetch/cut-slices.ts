import { JsonSlice } from '../kernel/json-slice.ts';
import type { Recognize } from './json-pattern.ts';

/**
 * Which fields of an answer's `data` may stay JSON text: objects and lists, never leaves. Lists on the way are gone
 * through.
 */
export interface SlicePlan {
  readonly fields: ReadonlyMap<string, SlicePlan | Recognize>;
}

export interface CutAnswer {
  /** The answer with a number in place of each slice. */
  readonly rest: Buffer;
  readonly slices: readonly JsonSlice[];
}

/**
 * Takes the planned fields out of an answer as slices, where they are written as their pattern says. Undefined when the
 * answer is written otherwise than this reads (with spaces, or escapes in keys on the way), or holds none of the fields:
 * then nothing is cut and the answer is read as a whole. What is left must still be checked: only slices are known to be JSON.
 */
export function cutSlices(bytes: Buffer, plan: SlicePlan): CutAnswer | undefined {
  const cutting: Cutting = { bytes, text: bytes.toString('latin1'), rest: '', slices: [], doneTo: 0 };
  const envelope: SlicePlan = { fields: new Map([['data', plan]]) };
  if (bytes[0] !== openBrace || walkObject(cutting, 0, envelope) !== bytes.length) return undefined;
  const { text, slices, doneTo } = cutting;
  if (slices.length === 0) return undefined;
  return { rest: Buffer.from(cutting.rest + text.slice(doneTo), 'latin1'), slices };
}

/** Puts the slices where their numbers stand. `data` is what `rest` holds, read by JSON.parse. */
export function placeSlices(data: unknown, plan: SlicePlan, slices: readonly JsonSlice[]): void {
  const objects: readonly unknown[] = Array.isArray(data) ? data : [data];
  for (const object of objects) if (isObject(object)) placeInObject(object, plan, slices);
}

function placeInObject(object: Record<string, unknown>, plan: SlicePlan, slices: readonly JsonSlice[]): void {
  for (const [key, inner] of plan.fields) {
    if (!Object.hasOwn(object, key)) continue;
    const value = object[key];
    if (typeof inner !== 'function') placeSlices(value, inner, slices);
    else if (typeof value === 'number') object[key] = slices[value];
  }
}

/** Makes slices of planned fields that are values of this process already. True when there was one. */
export function wrapSlices(data: unknown, plan: SlicePlan): boolean {
  let holds = false;
  const objects: readonly unknown[] = Array.isArray(data) ? data : [data];
  for (const object of objects) {
    if (!isObject(object)) continue;
    for (const [key, inner] of plan.fields) {
      const value = object[key];
      if (typeof value !== 'object' || value === null) continue;
      if (typeof inner !== 'function') holds = wrapSlices(value, inner) || holds;
      else object[key] = JsonSlice.ofValue(value);
      holds ||= typeof inner === 'function';
    }
  }
  return holds;
}

/** The same with the values of slices in their places. What holds none may be shared with what was given. */
export function withoutSlices(value: unknown): unknown {
  if (value instanceof JsonSlice) return value.value;
  if (Array.isArray(value)) return value.map(withoutSlices);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSlices(inner)]));
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const comma = 0x2c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const letterN = 0x6e;

interface Cutting {
  readonly bytes: Buffer;
  /** The same with a character for each byte. */
  readonly text: string;
  /** What is left of the text up to `doneTo`. */
  rest: string;
  readonly slices: JsonSlice[];
  doneTo: number;
}

/** The place after the object, or -1. The recursion is as deep as the plan, whatever the answer holds. */
function walkObject(cutting: Cutting, from: number, plan: SlicePlan): number {
  const { bytes } = cutting;
  if (bytes[from + 1] === closeBrace) return from + 2;
  let at = from;
  do {
    const keyEnd = endOfKey(bytes, at + 1);
    if (keyEnd < 0) return -1;
    const inner = plan.fields.get(cutting.text.slice(at + 2, keyEnd));
    at = inner === undefined ? skipValue(bytes, keyEnd + 2) : walkValue(cutting, keyEnd + 2, inner);
    if (at < 0) return -1;
  } while (bytes[at] === comma);
  return bytes[at] === closeBrace ? at + 1 : -1;
}

function walkValue(cutting: Cutting, at: number, plan: SlicePlan | Recognize): number {
  const { bytes } = cutting;
  if (typeof plan === 'function') return cut(cutting, at, plan);
  if (bytes[at] === openBrace) return walkObject(cutting, at, plan);
  return bytes[at] === openBracket ? walkList(cutting, at, plan) : skipValue(bytes, at);
}

function walkList(cutting: Cutting, from: number, plan: SlicePlan): number {
  const { bytes } = cutting;
  if (bytes[from + 1] === closeBracket) return from + 2;
  let at = from;
  do {
    // A list in a list would let an answer say how deep the recursion goes.
    at = bytes[at + 1] === openBrace ? walkObject(cutting, at + 1, plan) : skipValue(bytes, at + 1);
    if (at < 0) return -1;
  } while (bytes[at] === comma);
  return bytes[at] === closeBracket ? at + 1 : -1;
}

function cut(cutting: Cutting, at: number, recognize: Recognize): number {
  const { bytes, text, slices } = cutting;
  const end = recognize(text, at);
  // A number here would be taken for a slice's.
  if (end < 0) return isComposite(bytes[at]) || bytes[at] === letterN ? skipValue(bytes, at) : -1;
  if (!isComposite(bytes[at])) return end;
  cutting.rest += text.slice(cutting.doneTo, at) + String(slices.length);
  slices.push(JsonSlice.ofBytes(text, at, end));
  cutting.doneTo = end;
  return end;
}

function isComposite(byte: number | undefined): boolean {
  return byte === openBrace || byte === openBracket;
}

/** The quote that ends the key, which a colon must follow; -1 for a key that holds an escape. */
function endOfKey(bytes: Buffer, from: number): number {
  if (bytes[from] !== quote) return -1;
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== quote) {
    if (bytes[at] === backslash) return -1;
    at += 1;
  }
  return bytes[at + 1] === colon ? at : -1;
}

/** The place after the value; what is inside is not checked. -1 when the text ends first. */
function skipValue(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) {
      at = endOfString(bytes, at + 1);
    } else if (isComposite(byte)) {
      depth += 1;
    } else if (byte === closeBrace || byte === closeBracket) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (byte === comma && depth === 0) {
      return at;
    }
  }
  return -1;
}

function endOfString(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
