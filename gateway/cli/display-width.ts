import { eastAsianWidth } from 'get-east-asian-width';

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });
/** Thai is written without spaces: the segmenter knows where its words end. */
const words = new Intl.Segmenter('th', { granularity: 'word' });

const marks = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;
/** Control and format characters, which could move the cursor or turn the reading order. The joiners of scripts stay. */
const unprintable = /[\p{Cc}\u00ad\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;
/** Not to stand at the beginning of a line: closing punctuation, and Thai's repetition and abbreviation signs. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}ๆฯ]+$/u;
/** The name of a fact may be broken after its dot: person.|disabilityCard. */
const insideName = /(?<=[a-z]\.)(?=[a-z])/iu;
const opening = /^[\p{Ps}\p{Pi}]+$/u;

/**
 * Columns that a terminal gives a text: none to combining marks, two to East Asian wide characters, one to all else.
 * That is what wcwidth(3) says, code point by code point: SARA AM (ำ) is a letter of its own and takes a column, so
 * "กำ" is 2 — while counting by grapheme, as some libraries do, makes it 1. Emoji sequences are counted by their parts.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** A text of one line without anything that a terminal could obey: what registries write is not to be trusted. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, ' ');
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Lines of at most `width` columns, broken between words, and inside a word only when it is longer than a line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (displayWidth(line + piece.trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = piece.trimStart();
    while (displayWidth(line.trimEnd()) > width) {
      const head = headOf(line, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

function characterWidth(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint >= 0x20 && codePoint < 0x7f) return 1;
  return marks.test(character) ? 0 : eastAsianWidth(codePoint);
}

/** The graphemes that fit into `width` columns, at least one. */
function headOf(text: string, width: number): string {
  let head = '';
  for (const { segment } of graphemes.segment(text)) {
    if (head !== '' && displayWidth(head + segment) > width) break;
    head += segment;
  }
  return head;
}

/** Columns of the widest piece that `wrap` would keep whole. */
export function longestPiece(text: string): number {
  return Math.max(0, ...pieces(text).map((piece) => displayWidth(piece.trim())));
}

/** Where a line may be broken: each piece is a word with its punctuation. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let before = '';
  for (const segment of [...words.segment(text)].flatMap(({ segment: word }) => word.split(insideName))) {
    if (opening.test(segment)) {
      before += segment;
    } else if (found.length > 0 && before === '' && closing.test(segment)) {
      found.push(`${found.pop() ?? ''}${segment}`);
    } else {
      found.push(before + segment);
      before = '';
    }
  }
  return before === '' ? found : [...found, before];
}
