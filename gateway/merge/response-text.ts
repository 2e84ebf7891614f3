import { joinJson } from '../kernel/json-slice.ts';
import type { JsonSlice } from '../kernel/json-slice.ts';

/** A character that JSON text never holds: control characters are written as escapes. */
const mark = '\0';

/** What a projection writes in a slice's place; `take` puts the slice there. */
export function placeOfSlice(slices: JsonSlice[], slice: JsonSlice): string {
  slices.push(slice);
  return `${mark}${slices.length - 1}${mark}`;
}

/** The JSON text of a response's `data`: what was written, and between it the slices as they came. */
export class ResponseText {
  readonly #written: readonly string[];
  readonly #slices: readonly JsonSlice[];

  /** `written` holds the places of `slices`, or of some of them: an object that became null took its own along. */
  constructor(written: string, slices: readonly JsonSlice[]) {
    this.#written = slices.length === 0 ? [written] : written.split(mark);
    this.#slices = slices;
  }

  get isNull(): boolean {
    return this.#written[0] === 'null';
  }

  /** What the text is made of, in its order. */
  get parts(): readonly (string | JsonSlice)[] {
    return this.#written.map((text, at) => (at % 2 === 1 ? (this.#slices[Number(text)] ?? '') : text));
  }

  toString(): string {
    return joinJson(this.parts).toString('utf8');
  }

  toJSON(): unknown {
    return JSON.parse(this.toString());
  }
}
