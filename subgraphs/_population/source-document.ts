import { maxHouseholdLength, parseItem, tooLong, type SourceItem, type SourceScanner } from './source-item.ts';

/** The objects of the list `scenarios` of one JSON object; everything else of it is passed over. */
export function scanDocument(): SourceScanner {
  const scan = new DocumentScan();
  return { push: (text) => scan.push(text), end: () => scan.end() };
}

const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const space = 0x20;

/** Depth of the brackets around a household: the document's brace and the list's bracket. */
const listDepth = 2;

class DocumentScan {
  #line = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The last string of the document's own level, with its closing quote. */
  #key = '';
  #inList = false;
  #sawList = false;
  #ended = false;
  #broken = false;
  /** The household that is open: where it begins and its text of earlier pieces, null when it is too long to keep. */
  #open: { readonly line: number; text: string | null } | undefined;
  /** Where the open household begins in the piece at hand. */
  #from = 0;
  #items: SourceItem[] = [];

  push(text: string): readonly SourceItem[] {
    this.#from = 0;
    for (let at = 0; at < text.length && !this.#broken; at += 1) {
      const code = text.charCodeAt(at);
      if (code === newline) this.#line += 1;
      if (this.#inString) this.#character(code);
      else if (code > space) this.#token(code, text, at);
    }
    this.#keep(text.slice(this.#from));
    return this.#taken();
  }

  end(): readonly SourceItem[] {
    if (!this.#ended) this.#fault('ends in the middle: the file is not complete');
    else if (!this.#sawList) this.#fault('is missing; one household alone must stand on one line');
    return this.#taken();
  }

  #character(code: number): void {
    if (this.#depth === 1) this.#key += String.fromCharCode(code);
    if (this.#escaped) this.#escaped = false;
    else if (code === backslash) this.#escaped = true;
    else if (code === quote) this.#inString = false;
  }

  #token(code: number, text: string, at: number): void {
    if (this.#ended) this.#fault('is followed by text that does not belong to it');
    else if (code === openBrace || code === openBracket) this.#opens(code, at);
    else if (code === closeBrace || code === closeBracket) this.#closes(text, at);
    else {
      if (code === quote) this.#inString = true;
      if (code === quote && this.#depth === 1) this.#key = '';
      if (this.#isAtListLevel() && code !== comma && code !== colon) this.#fault('must hold objects only');
    }
  }

  #opens(code: number, at: number): void {
    if (this.#isAtListLevel()) {
      this.#open = { line: this.#line, text: '' };
      this.#from = at;
    }
    this.#depth += 1;
    if (this.#depth === listDepth && code === openBracket && this.#key === 'scenarios"') {
      this.#inList = true;
      this.#sawList = true;
    }
  }

  #closes(text: string, at: number): void {
    this.#depth -= 1;
    if (this.#depth < listDepth) this.#inList = false;
    if (this.#depth <= 0) this.#ended = true;
    if (this.#open === undefined || this.#depth !== listDepth) return;
    const { line, text: earlier } = this.#open;
    const whole = earlier === null ? null : earlier + text.slice(this.#from, at + 1);
    this.#items.push(whole === null || whole.length > maxHouseholdLength ? tooLong(line) : parseItem(whole, line));
    this.#open = undefined;
  }

  #isAtListLevel(): boolean {
    return this.#inList && this.#depth === listDepth && this.#open === undefined;
  }

  #keep(rest: string): void {
    if (this.#open === undefined || this.#open.text === null) return;
    this.#open.text += rest;
    if (this.#open.text.length > maxHouseholdLength) this.#open.text = null;
  }

  /** One fault of the document is enough: what follows cannot be told apart any more. */
  #fault(problem: string): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#items.push({ line: this.#line, path: 'scenarios', problem });
  }

  #taken(): readonly SourceItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }
}
