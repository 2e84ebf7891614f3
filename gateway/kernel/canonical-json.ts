/**
 * JSON with one spelling for each value (RFC 8785): object keys in the order of their UTF-16 code units, no space,
 * numbers and strings as ECMAScript writes them. Throws a TypeError for whatever JSON cannot say (undefined, NaN …),
 * so that two values never share a text.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value);
  throw new TypeError(`a ${typeof value} has no JSON`);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON`);
  return JSON.stringify(value);
}

function canonicalObject(value: object): string {
  // Without a comparator the order is by UTF-16 code units, as the RFC asks.
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
