/**
 * A value that nobody on the way looks into: a part of the JSON that came where it came as bytes, or the value itself
 * where it was made in this process. Whoever makes one vouches that it is of the shape that was asked for.
 */
export class JsonSlice {
  /** A character for each byte: as a string it costs the heap nothing that outlives the operation. */
  readonly #source: string | undefined;
  readonly #from: number;
  readonly #to: number;
  #value: unknown;

  private constructor(source: string | undefined, range: { from: number; to: number }, value: unknown) {
    this.#source = source;
    this.#from = range.from;
    this.#to = range.to;
    this.#value = value;
  }

  /** The bytes from `from` up to but not including `to` of a text in which each character is a byte (`latin1`). */
  static ofBytes(source: string, from = 0, to: number = source.length): JsonSlice {
    return new JsonSlice(source, { from, to }, undefined);
  }

  /** `value` is an object or a list, and must not change any more. */
  static ofValue(value: object): JsonSlice {
    return new JsonSlice(undefined, { from: 0, to: 0 }, value);
  }

  get value(): unknown {
    if (this.#source !== undefined) this.#value ??= JSON.parse(this.text);
    return this.#value;
  }

  get text(): string {
    const { bytes } = this;
    return bytes === undefined ? JSON.stringify(this.#value) : Buffer.from(bytes, 'latin1').toString('utf8');
  }

  /** A character for each byte; undefined where it must be written first. */
  get bytes(): string | undefined {
    return this.#source?.slice(this.#from, this.#to);
  }

  /** Whoever writes it as JSON without knowing of slices gets the right text, only later. */
  toJSON(): unknown {
    return this.value;
  }
}

/** One text of many parts, as UTF-8. No part is turned into bytes of its own, of which there would be thousands. */
export function joinJson(parts: readonly (string | JsonSlice)[]): Buffer {
  const texts: string[] = [];
  const areBytes: boolean[] = [];
  let length = 0;
  for (const part of parts) {
    const bytes = typeof part === 'string' ? undefined : part.bytes;
    const text = typeof part === 'string' ? part : (bytes ?? part.text);
    texts.push(text);
    areBytes.push(bytes !== undefined);
    length += bytes === undefined ? Buffer.byteLength(text) : bytes.length;
  }
  const joined = Buffer.allocUnsafe(length);
  let at = 0;
  for (const [part, text] of texts.entries()) {
    at += areBytes[part] === true ? joined.write(text, at, 'latin1') : joined.write(text, at, 'utf8');
  }
  return joined;
}
