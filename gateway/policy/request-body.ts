import { createHash } from 'node:crypto';
import { parse, type DocumentNode } from 'graphql';
import { createLruCache } from '../kernel/lru-cache.ts';
import { checkDocument } from './document-limits.ts';
import { requestLimits, type RequestLimits } from './limits.ts';
import { checkQueryText } from './query-text.ts';
import { readRequestJson } from './request-json.ts';

/** Reads the body of an operation's request and holds it to every limit that the text alone can tell. */
export type BodyReader = (bytes: Uint8Array) => Readonly<Record<string, unknown>>;

const maxRemembered = 5_000;

/**
 * Makes the reader: JSON, then the query's tokens, then its document, each look cheaper than what it protects. Texts that
 * passed are remembered by their hash. Throws REQUEST_… and POLICY_…; a query that is no GraphQL is handed on, for its
 * error belongs to the answer of the operation.
 */
export function createBodyReader(limits: RequestLimits = requestLimits): BodyReader {
  const passed = createLruCache<string, true>(maxRemembered);
  return (bytes) => {
    const body = readRequestJson(bytes, limits);
    const { query } = body;
    if (typeof query !== 'string') return body;
    const fingerprint = createHash('sha256').update(query).digest('base64');
    if (passed.get(fingerprint) !== undefined) return body;
    checkQueryText(query, limits);
    const document = parseOrNothing(query, limits.tokens);
    if (document === undefined) return body;
    checkDocument(document, limits);
    passed.set(fingerprint, true);
    return body;
  };
}

function parseOrNothing(query: string, maxTokens: number): DocumentNode | undefined {
  try {
    return parse(query, { noLocation: true, maxTokens });
  } catch {
    return undefined;
  }
}
