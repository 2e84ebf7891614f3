/**
 * A value that is still JSON text: it came in as bytes and goes out as bytes, and nobody looks inside. Whoever makes one
 * has checked that the bytes are the JSON of a value of the shape that was asked for.
 */
export class JsonSlice {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get text(): string {
    return this.bytes.toString('utf8');
  }

  /** Whoever writes it as JSON without knowing of slices gets the right text, only later. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}
