import type { TokenForge } from '../support/attack-tokens.ts';
import { workedHouse } from '../support/worked-bodies.ts';

/** Who attacks, with a token that is good: a caseworker of Chiang Mai with every scope. */
export interface Attacker {
  readonly host: string;
  readonly token: string;
  readonly forge: TokenForge;
}

/** One attack, as bytes, and the one answer that it may get. */
export interface Attack {
  readonly title: string;
  readonly wire: (by: Attacker) => string | Uint8Array;
  /** Of the first answer. 0: the connection ends without one. */
  readonly status: number;
  /** Of the first error; null for an answer without one. */
  readonly code: string | null;
  /** What the first answer must hold besides. */
  readonly holds?: RegExp;
}

/** Header lines by name; null leaves one out that would be there. */
export type Lines = Readonly<Record<string, string | null>>;

/** What every attack is followed by: whoever may ask is answered. */
export const control = '{"query":"{ bodies { code } }"}';

/** A household of the attacker's areas, and the number of somebody who lives there. */
export const ownHouse = workedHouse;
export const numberOf = '0999900001011';

/** A value that is in no answer, log or file unless somebody echoes what was sent. */
export const marker = 'สมปองรั่วไหล7431';

export const household = `{ household(houseCode: "${ownHouse}") { houseCode } }`;

/** An operation over HTTP as it should be, but for what is changed. */
export function operation(by: Attacker, body: string | Uint8Array, lines: Lines = {}): Uint8Array {
  return request(
    { ...usual(by), 'content-length': String(Buffer.byteLength(body)), ...lines },
    'POST /graphql HTTP/1.1',
    body,
  );
}

export function usual({ host, token }: Attacker): Lines {
  return {
    host,
    connection: 'close',
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'x-purpose': 'CASE_REVIEW',
  };
}

export function request(lines: Lines, first: string, body: string | Uint8Array = ''): Uint8Array {
  const head = Object.entries(lines).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return Buffer.concat([Buffer.from([first, ...head, '', ''].join('\r\n')), Buffer.from(body)]);
}

/** The request of an operation as its text, to be cut and patched. */
export function written(by: Attacker, lines: readonly string[] = [], body = control): string {
  const own = Object.entries(usual(by)).map(([name, value]) => `${name}: ${value}`);
  return ['POST /graphql HTTP/1.1', ...own, ...lines, '', body].join('\r\n');
}

export function query(text: string, variables?: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ query: text, ...(variables && { variables }) });
}
