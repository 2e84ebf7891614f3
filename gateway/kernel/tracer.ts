/** What a span says of itself: codes and counts of ours; never a variable, a name or a number of somebody. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** One stage of one operation, from when it was started. */
export interface Span {
  readonly end: (attributes?: SpanAttributes) => void;
}

/** Told where an operation spends its time. Must not block, and never throws. */
export interface Tracer {
  /** A span without `parent` begins a trace of its own. */
  readonly start: (name: string, attributes: SpanAttributes, parent?: Span) => Span;
}
