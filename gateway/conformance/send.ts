/** One request to the subgraph under test, always a POST to its address. */
export interface Posted {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Given up then. */
  readonly timeoutMs: number;
  /** Close the connection in the middle of the request, or when it is sent and before the answer is there. */
  readonly cut?: 'IN_REQUEST' | 'BEFORE_ANSWER';
}

/** What came of a request. */
export type Exchange =
  | {
      readonly kind: 'RESPONSE';
      readonly status: number;
      readonly contentType: string;
      readonly contentEncoding: string;
      /** Null when the bytes are not UTF-8. */
      readonly text: string | null;
      readonly bytes: number;
      readonly tookMs: number;
    }
  | { readonly kind: 'NONE'; readonly reason: NoAnswer; readonly tookMs: number };

export type NoAnswer = 'NO_CONNECTION' | 'CONNECTION_LOST' | 'TIMED_OUT' | 'TOO_LARGE' | 'CUT';

/** The kit's only way out. It never rejects, follows no redirect and unpacks nothing. */
export type Send = (request: Posted) => Promise<Exchange>;
