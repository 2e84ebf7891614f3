import { isDeeper, isObject, listOf, member, type JsonObject } from './json.ts';
import type { Exchange } from './send.ts';

/** An exchange read as GraphQL. */
export interface Reply {
  readonly exchange: Exchange;
  /** The whole of it as JSON; undefined where it is none. */
  readonly json: unknown;
  /** It is JSON of the shape of a GraphQL response. */
  readonly isGraphQL: boolean;
  readonly data: JsonObject | null;
  readonly errors: readonly unknown[];
  /** Statements that its database ran, where the subgraph says so in `extensions.statements`. */
  readonly statements: number | null;
}

export function readReply(exchange: Exchange): Reply {
  const json = exchange.kind === 'RESPONSE' && exchange.text !== null ? parseJson(exchange.text) : undefined;
  const data = isRead(exchange) ? member(json, 'data') : undefined;
  const errors = member(json, 'errors');
  const statements = member(member(json, 'extensions'), 'statements');
  return {
    exchange,
    json,
    isGraphQL: isObject(json) && (data !== undefined || Array.isArray(errors)),
    data: isObject(data) ? data : null,
    errors: listOf(errors),
    statements: typeof statements === 'number' ? statements : null,
  };
}

/** The gateway reads no answer by a status that says that there is none. */
function isRead(exchange: Exchange): boolean {
  if (exchange.kind === 'NONE') return false;
  const { status } = exchange;
  return (status >= 200 && status < 300) || (status >= 400 && status < 500 && status !== 401 && status !== 403);
}

/** So deep an answer is not looked into at all. */
const maxDepth = 1_000;

/** Undefined where the text is no JSON, or deeper than any answer. */
function parseJson(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return isDeeper(json, maxDepth) ? undefined : json;
  } catch {
    return undefined;
  }
}

/** `_entities`; undefined where there is no list. */
export function entitiesOf({ data }: Reply): readonly unknown[] | undefined {
  const entities = member(data, '_entities');
  return Array.isArray(entities) ? entities : undefined;
}

/** What came, for the report: never values. */
export function describe({ exchange, isGraphQL, data, errors }: Reply): string {
  if (exchange.kind === 'NONE') return `no answer (${exchange.reason}) after ${ms(exchange.tookMs)}`;
  const content = isGraphQL
    ? `data ${data === null ? 'null' : 'there'}, ${errors.length} errors`
    : `no GraphQL response (${JSON.stringify(exchange.contentType)})`;
  return `status ${exchange.status}, ${content}, ${exchange.bytes} bytes in ${ms(exchange.tookMs)}`;
}

export function ms(duration: number): string {
  return `${Math.round(duration)} ms`;
}

/** Refused as it should be: by a status of 4xx, or by errors; and nothing of what was asked for came with it. */
export function isRefused({ exchange, data, errors }: Reply): boolean {
  if (exchange.kind === 'NONE' || exchange.status >= 500) return false;
  const isEmpty = data === null || holdsNothing(data);
  return isEmpty && (errors.length > 0 || (exchange.status >= 400 && exchange.status < 500));
}

/** Answered, or refused in an orderly way, for what a subgraph may treat as it likes. */
export function isOrderly({ exchange, isGraphQL }: Reply): boolean {
  if (exchange.kind === 'NONE') return false;
  return exchange.status < 500 && (isGraphQL || exchange.status >= 400);
}

/** No value in it but type names and the keys that were sent. */
export function holdsNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(holdsNothing);
  if (!isObject(value)) return value === null || value === undefined;
  return Object.entries(value).every(([name, inner]) => echoed.has(name) || holdsNothing(inner));
}

const echoed: ReadonlySet<string> = new Set(['__typename', 'houseCode', 'personId']);
