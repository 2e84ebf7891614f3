/** The token of a request, or why there is none. */
export type Bearer =
  | { readonly kind: 'TOKEN'; readonly token: string }
  | { readonly kind: 'ANONYMOUS' }
  | { readonly kind: 'MALFORMED'; readonly problem: string };

/** Longest token that is looked at, in bytes. */
export const maxTokenBytes: number = 8 * 1024;

const compactJws = /^[\w-]+\.[\w-]+\.[\w-]+$/u;

/**
 * Reads `Authorization: Bearer TOKEN` from a raw header list (names and values in turn, as they came). Only one such
 * header counts: two of them, another scheme, or a token in any other place is nobody.
 */
export function readBearer(rawHeaders: readonly string[]): Bearer {
  const values = headerValues(rawHeaders, 'authorization');
  const [value] = values;
  if (value === undefined || values.length > 1) return { kind: 'ANONYMOUS' };
  const scheme = /^bearer +/iu.exec(value);
  if (scheme === null) return { kind: 'ANONYMOUS' };
  const token = value.slice(scheme[0].length);
  if (token.length > maxTokenBytes) return { kind: 'MALFORMED', problem: 'too long' };
  if (!compactJws.test(token)) return { kind: 'MALFORMED', problem: 'not a compact JWS' };
  return { kind: 'TOKEN', token };
}

/** Every value of one header; `name` in lower case. */
export function headerValues(rawHeaders: readonly string[], name: string): string[] {
  const values: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() === name) values.push(rawHeaders[at + 1] ?? '');
  }
  return values;
}
