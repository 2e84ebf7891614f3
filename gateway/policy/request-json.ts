import { CodedError } from '../../schema/contract/error-codes.ts';
import { requestLimits, type RequestLimits } from './limits.ts';

type JsonLimits = Pick<RequestLimits, 'jsonDepth' | 'jsonKeys' | 'numberLength'>;

/**
 * Reads the body of a request: strict UTF-8, one pass over the text for its shape, and only then JSON.parse. Throws
 * REQUEST_TEXT_INVALID, REQUEST_JSON_… or REQUEST_BATCH_REFUSED; no error says a word of the body.
 */
export function readRequestJson(
  bytes: Uint8Array,
  limits: JsonLimits = requestLimits,
): Readonly<Record<string, unknown>> {
  const text = decode(bytes);
  scanJson(text, limits);
  const value = parse(text);
  if (Array.isArray(value)) throw new CodedError('REQUEST_BATCH_REFUSED');
  if (!isObject(value)) throw new CodedError('REQUEST_INVALID');
  return value;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    throw new CodedError('REQUEST_TEXT_INVALID');
  }
  if (text.startsWith('\uFEFF')) throw new CodedError('REQUEST_TEXT_INVALID');
  return text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CodedError('REQUEST_JSON_INVALID');
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Where the scan is. What it says of a text that is not JSON does not matter: JSON.parse refuses that. */
interface Scan {
  readonly text: string;
  readonly limits: JsonLimits;
  at: number;
  /** For every open bracket: the keys so far, or null for a list. */
  readonly open: (Set<string> | null)[];
  isKeyNext: boolean;
  keys: number;
}

/**
 * Checks depth, keys, numbers and characters in one pass, without recursion; answers how many steps it took, which is
 * never more than the text has characters.
 */
export function scanJson(text: string, limits: JsonLimits = requestLimits): number {
  const scan: Scan = { text, limits, at: 0, open: [], isKeyNext: false, keys: 0 };
  let steps = 0;
  while (scan.at < text.length) {
    const before = scan.at;
    takeToken(scan, text.charCodeAt(scan.at));
    steps += scan.at - before;
  }
  return steps;
}

const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const colon = 0x3a;
const backslash = 0x5c;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

function takeToken(scan: Scan, code: number): void {
  if (code === quote) return takeString(scan);
  if (code === minus || isDigit(code)) return takeNumber(scan);
  scan.at += 1;
  switch (code) {
    case openObject:
      return openBracket(scan, new Set());
    case openList:
      return openBracket(scan, null);
    case closeObject:
    case closeList:
      scan.open.pop();
      scan.isKeyNext = false;
      return;
    case comma:
      scan.isKeyNext = (scan.open.at(-1) ?? null) !== null;
      return;
    case colon:
      scan.isKeyNext = false;
      return;
    default:
  }
}

function openBracket(scan: Scan, keys: Set<string> | null): void {
  scan.open.push(keys);
  scan.isKeyNext = keys !== null;
  const { jsonDepth } = scan.limits;
  if (scan.open.length > jsonDepth) throw new CodedError('REQUEST_JSON_TOO_DEEP', { max: jsonDepth });
}

function takeNumber(scan: Scan): void {
  const start = scan.at;
  while (scan.at < scan.text.length && isNumberPart(scan.text.charCodeAt(scan.at))) scan.at += 1;
  const length = scan.at - start;
  if (length > scan.limits.numberLength) throw new CodedError('REQUEST_JSON_NUMBER_REFUSED');
  const digits = scan.text.slice(start, scan.at);
  const value = Number(digits);
  const isWhole = /^-?\d+$/u.test(digits);
  if (Math.abs(value) === Number.POSITIVE_INFINITY || (isWhole && !Number.isSafeInteger(value))) {
    throw new CodedError('REQUEST_JSON_NUMBER_REFUSED');
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Digits, sign, point and exponent. */
function isNumberPart(code: number): boolean {
  return isDigit(code) || code === minus || code === 0x2b || code === 0x2e || code === 0x45 || code === 0x65;
}

function takeString(scan: Scan): void {
  const start = scan.at;
  const hasEscape = passString(scan);
  if (!scan.isKeyNext) return;
  scan.isKeyNext = false;
  const raw = scan.text.slice(start, scan.at);
  addKey(scan, hasEscape ? String(parse(raw)) : raw.slice(1, -1));
}

function addKey(scan: Scan, key: string): void {
  const keys = scan.open.at(-1);
  const { jsonKeys } = scan.limits;
  scan.keys += 1;
  if (scan.keys > jsonKeys) throw new CodedError('REQUEST_JSON_TOO_MANY_KEYS', { max: jsonKeys });
  if (refusedKeys.has(key)) throw new CodedError('REQUEST_JSON_KEY_REFUSED');
  if (keys?.has(key) === true) throw new CodedError('REQUEST_JSON_KEY_REPEATED');
  keys?.add(key);
}

/** Moves behind the closing quote; true when there was an escape. Half of an escaped pair and NUL are refused. */
function passString(scan: Scan): boolean {
  const { text } = scan;
  let hasEscape = false;
  let isHighBefore = false;
  scan.at = endOfPlain(text, scan.at + 1);
  while (text.charCodeAt(scan.at) === backslash) {
    const unit = takeEscape(scan);
    hasEscape = true;
    if (unit === 'NUL' || isHighBefore !== (unit === 'LOW')) throw new CodedError('REQUEST_TEXT_INVALID');
    isHighBefore = unit === 'HIGH';
    const end = endOfPlain(text, scan.at);
    if (isHighBefore && end > scan.at) throw new CodedError('REQUEST_TEXT_INVALID');
    scan.at = end;
  }
  if (isHighBefore) throw new CodedError('REQUEST_TEXT_INVALID');
  scan.at += 1;
  return hasEscape;
}

/**
 * The next quote or backslash, or the end. Surrogates on the way that were not escaped come in pairs: the text was valid
 * UTF-8. JSON.parse refuses a string without end.
 */
function endOfPlain(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote || code === backslash) return at;
    at += 1;
  }
  return at;
}

type Unit = 'PLAIN' | 'HIGH' | 'LOW' | 'NUL';

function takeEscape(scan: Scan): Unit {
  const isUnicode = scan.text.charAt(scan.at + 1) === 'u';
  const code = isUnicode ? Number.parseInt(scan.text.slice(scan.at + 2, scan.at + 6), 16) : Number.NaN;
  scan.at = Math.min(scan.at + (isUnicode ? 6 : 2), scan.text.length);
  if (code === 0) return 'NUL';
  if (code >= 0xd800 && code <= 0xdbff) return 'HIGH';
  return code >= 0xdc00 && code <= 0xdfff ? 'LOW' : 'PLAIN';
}
