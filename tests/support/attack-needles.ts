import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { bodyNames, joinName } from '../../schema/contract/bodies.ts';

/** What no text of a gateway may hold. */
export interface Needle {
  /** What it is, for the message of a test; never the needle itself. */
  readonly what: string;
  readonly text: string;
}

/** Texts that people or programs gave, in every spelling in which they could come out again. */
export function spelledNeedles(what: string, texts: Iterable<string>): readonly Needle[] {
  return [...new Set(texts)].flatMap((text) =>
    [...new Set(spellings(text))].map((spelled) => ({ what: `${what} ${text.slice(0, 6)}…`, text: spelled })),
  );
}

function spellings(text: string): readonly string[] {
  const escaped = text.replaceAll(/[^ -~]/gu, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const thaiDigits = text.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0x0e50 + Number(digit)));
  const bytes = Buffer.from(text);
  const grouped = text.replace(/^(\d)(\d{4})(\d{5})(\d{2})(\d)$/u, '$1-$2-$3-$4-$5');
  return [text, escaped, thaiDigits, grouped, encodeURIComponent(text), bytes.toString('base64').replace(/=+$/u, '')];
}

/** What shows the inside of a process: stacks, files, SQL, addresses. */
const inside: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a line of a stack', /\n? {2,}at (?:async )?[\w.<>[\] ]+ \(?(?:file|node|\/)/u],
  ['a file of ours', /(?:\/[\w.-]+)+\.(?:ts|js|sqlite|pem)\b(?!["'?])/u],
  ['a package', /node_modules/u],
  ['SQL', /\b(?:select|insert into|update|delete from) [\s\S]{1,80}\b(?:from|values|set|where)\b|SQLITE_/iu],
  ['an address inside', /https?:\/\/(?:localhost|127\.0\.0\.1|10\.\d|192\.168\.)[\w.:]*\/graphql\b/u],
  ['a token', /eyJ[\w-]{10,}\.eyJ[\w-]{10,}/u],
  ['a citizen number', /(?<![\da-f.])0[ -]?9999[ -]?\d{5}[ -]?\d{2}[ -]?\d(?![\da-f])/u],
];

/** Everything of the needles and of the inside that a text holds; nothing is what one hopes for. */
export function leaksIn(where: string, text: string, needles: readonly Needle[]): readonly string[] {
  const shown = inside.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${where}: ${what}`);
  return [...needlesIn(where, text, needles), ...shown];
}

/** Needles alone: the files of a data folder are databases, and those hold SQL. */
export function needlesIn(where: string, text: string, needles: readonly Needle[]): readonly string[] {
  const found = needles.filter((needle) => text.includes(needle.text)).map(({ what }) => what);
  return [...new Set(found)].map((what) => `${where}: ${what}`);
}

/** Every file of a data folder but the bodies' own stores, as text. */
export async function writtenFiles(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const stores = new Set([...bodyNames, joinName].map((name) => `${name}.sqlite`));
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !stores.has(entry.name.replace(/-(?:wal|shm)$/u, '')))
    .map(({ parentPath, name }) => path.join(parentPath, name));
  const texts = await Promise.all(
    files.map(async (file) => [path.relative(dataDir, file), await readFile(file, 'utf8')] as const),
  );
  return new Map(texts);
}
