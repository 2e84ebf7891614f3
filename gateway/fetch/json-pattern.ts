/** The one form of JSON text in which a value is recognized: no spaces, keys in this order, none more and none less. */
export type JsonPattern = { readonly isNullable: boolean } & (
  | { readonly kind: 'OBJECT'; readonly fields: readonly PatternField[] }
  | { readonly kind: 'LIST'; readonly item: JsonPattern }
  | { readonly kind: 'STRING' | 'INT' | 'FLOAT' | 'BOOLEAN' }
  /** A string or an integer. */
  | { readonly kind: 'ID' }
  /** One of these strings. */
  | { readonly kind: 'ENUM'; readonly names: readonly string[] }
  /** A custom scalar: a string, number, boolean or a list of them. */
  | { readonly kind: 'SCALAR' }
);

export interface PatternField {
  readonly key: string;
  readonly value: JsonPattern;
}

/** The place after the value that begins at `at`, or -1 when what is there is not of the pattern. */
export type Recognize = (bytes: Uint8Array, at: number) => number;

/**
 * Compiles a pattern into a function that reads each byte once and builds nothing. It knows fewer texts than JSON does:
 * what holds a space, a backslash, an exponent or another order of keys is valid JSON and not recognized. Whoever asks
 * must have another way for those, so a text that is recognized is JSON of the pattern, and one that is not says nothing.
 */
export function compilePattern(pattern: JsonPattern): Recognize {
  const recognize = compileValue(pattern);
  if (!pattern.isNullable) return recognize;
  return (bytes, at) => (bytes[at] === letterN ? literal(bytes, at, nullText) : recognize(bytes, at));
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const closeBrace = 0x7d;
const letterN = 0x6e;
const letterT = 0x74;
const minus = 0x2d;
const dot = 0x2e;
const nullText = Buffer.from('null');
const trueText = Buffer.from('true');
const falseText = Buffer.from('false');

/** Every number of so many digits is the same one for whoever reads it. */
const maxDigits = 15;
/** Beyond what GraphQL calls an Int a number is looked at more closely, elsewhere. */
const maxIntDigits = 9;

function compileValue(pattern: JsonPattern): Recognize {
  switch (pattern.kind) {
    case 'OBJECT':
      return compileObject(pattern.fields);
    case 'LIST':
      return compileList(compilePattern(pattern.item));
    case 'STRING':
      return string;
    case 'INT':
      return (bytes, at) => integer(bytes, at, maxIntDigits);
    case 'FLOAT':
      return decimal;
    case 'BOOLEAN':
      return boolean;
    case 'ID':
      return (bytes, at) => (bytes[at] === quote ? string(bytes, at) : integer(bytes, at, maxIntDigits));
    case 'ENUM':
      return compileEnum(pattern.names);
    case 'SCALAR':
    default:
      return scalarOrList;
  }
}

function compileObject(fields: readonly PatternField[]): Recognize {
  const parts = fields.map(({ key, value }, at) => ({
    prefix: Buffer.from(`${at === 0 ? '{' : ','}${JSON.stringify(key)}:`),
    recognize: compilePattern(value),
  }));
  return (bytes, from) => {
    let at = from;
    for (const { prefix, recognize } of parts) {
      at = literal(bytes, at, prefix);
      if (at >= 0) at = recognize(bytes, at);
      if (at < 0) return -1;
    }
    return bytes[at] === closeBrace ? at + 1 : -1;
  };
}

function compileList(recognize: Recognize): Recognize {
  return (bytes, from) => {
    if (bytes[from] !== openBracket) return -1;
    if (bytes[from + 1] === closeBracket) return from + 2;
    let at = from;
    do {
      at = recognize(bytes, at + 1);
      if (at < 0) return -1;
    } while (bytes[at] === comma);
    return bytes[at] === closeBracket ? at + 1 : -1;
  };
}

function compileEnum(names: readonly string[]): Recognize {
  const texts = names.map((name) => Buffer.from(JSON.stringify(name)));
  return (bytes, at) => {
    for (const text of texts) {
      const end = literal(bytes, at, text);
      if (end >= 0) return end;
    }
    return -1;
  };
}

function literal(bytes: Uint8Array, from: number, text: Uint8Array): number {
  for (let at = 0; at < text.length; at += 1) if (bytes[from + at] !== text[at]) return -1;
  return from + text.length;
}

/** Without escapes. Whether its bytes are UTF-8 is asked for the whole answer at once. */
function string(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== quote) return -1;
  for (let at = from + 1; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) return at + 1;
    if (byte === backslash || byte < 0x20) return -1;
  }
  return -1;
}

function boolean(bytes: Uint8Array, at: number): number {
  return literal(bytes, at, bytes[at] === letterT ? trueText : falseText);
}

function integer(bytes: Uint8Array, from: number, digits: number): number {
  const start = bytes[from] === minus ? from + 1 : from;
  const end = endOfDigits(bytes, start);
  // JSON writes no number with a leading zero but zero itself.
  const isWritten = end > start && (bytes[start] !== 0x30 || end === start + 1);
  return isWritten && end - start <= digits && !goesOn(bytes, end) ? end : -1;
}

function decimal(bytes: Uint8Array, from: number): number {
  const start = bytes[from] === minus ? from + 1 : from;
  const whole = endOfDigits(bytes, start);
  if (whole === start || (bytes[start] === 0x30 && whole > start + 1)) return -1;
  const end = bytes[whole] === dot ? endOfDigits(bytes, whole + 1) : whole;
  if (end === whole + 1 || end - start > maxDigits) return -1;
  return goesOn(bytes, end) ? -1 : end;
}

function endOfDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at] ?? 0; byte >= 0x30 && byte <= 0x39; byte = bytes[at] ?? 0) at += 1;
  return at;
}

/** A fraction or an exponent follows. */
function goesOn(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  return byte === dot || (byte | 0x20) === 0x65;
}

function scalar(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte === quote) return string(bytes, at);
  if (byte === minus || (byte >= 0x30 && byte <= 0x39)) return decimal(bytes, at);
  return boolean(bytes, at);
}

const scalarList = compileList(scalar);

function scalarOrList(bytes: Uint8Array, at: number): number {
  return bytes[at] === openBracket ? scalarList(bytes, at) : scalar(bytes, at);
}
