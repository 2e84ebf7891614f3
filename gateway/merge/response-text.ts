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

  /** Adds the bytes to `pieces`. */
  addTo(pieces: Buffer[]): void {
    for (const [at, text] of this.#written.entries()) {
      const slice = at % 2 === 1 ? this.#slices[Number(text)] : undefined;
      pieces.push(slice?.bytes ?? Buffer.from(text));
    }
  }

  toString(): string {
    const pieces: Buffer[] = [];
    this.addTo(pieces);
    return Buffer.concat(pieces).toString('utf8');
  }

  toJSON(): unknown {
    return JSON.parse(this.toString());
  }
}
