/**
 * A value that nobody on the way looks into: as the bytes of its JSON where it came as text, as itself where it was made
 * in this process. Whoever makes one vouches that it is of the shape that was asked for.
 */
export class JsonSlice {
  #bytes: Buffer | undefined;
  #value: unknown;

  private constructor(bytes: Buffer | undefined, value: unknown) {
    this.#bytes = bytes;
    this.#value = value;
  }

  static ofBytes(bytes: Buffer): JsonSlice {
    return new JsonSlice(bytes, undefined);
  }

  /** `value` is an object or a list, and must not change any more. */
  static ofValue(value: object): JsonSlice {
    return new JsonSlice(undefined, value);
  }

  get bytes(): Buffer {
    this.#bytes ??= Buffer.from(JSON.stringify(this.#value));
    return this.#bytes;
  }

  get value(): unknown {
    this.#value ??= JSON.parse(this.bytes.toString('utf8'));
    return this.#value;
  }

  /** Whoever writes it as JSON without knowing of slices gets the right text, only later. */
  toJSON(): unknown {
    return this.value;
  }
}
