import type { BodyRequest } from './body-call.ts';
import { jsonPieces } from './json-pieces.ts';
import { namesPrototypeMember } from './read-answer.ts';
import { textCache } from './text-cache.ts';

/** What is the same for every call with one query text. */
interface QueryPart {
  /** The JSON up to the query, without the operation's name. */
  readonly json: string;
  /** How the answer has to be read: see `readAnswer`. */
  readonly withoutPrototype: boolean;
}

export interface HttpRequest {
  readonly body: string | Buffer;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly withoutPrototype: boolean;
}

const maxQueries = 2_000;
const ownHeaders = [
  'content-type',
  'application/json; charset=utf-8',
  'accept',
  'application/graphql-response+json, application/json;q=0.9',
];

/**
 * Returns a function that writes a call as an HTTP request: the query is turned to JSON once for each text, variables
 * once for each call. The headers are ours and the request's; nothing else.
 */
export function httpRequestWriter(): (request: BodyRequest) => HttpRequest {
  const queryPart = textCache<QueryPart>(maxQueries, (query) => ({
    json: `{"query":${JSON.stringify(query)}`,
    withoutPrototype: namesPrototypeMember(query),
  }));
  return (request) => {
    const { json, withoutPrototype } = queryPart(request.query);
    const body = request.holdsSlices === true ? bodyOfPieces(json, request) : `${json}${restOfBody(request)}}`;
    return { body, headers: headersOf(request), withoutPrototype };
  };
}

function restOfBody({ operationName, variables, extensions }: BodyRequest): string {
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  const more = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return `${name},"variables":${JSON.stringify(variables)}${more}`;
}

function bodyOfPieces(json: string, { operationName, variables, extensions }: BodyRequest): Buffer {
  const pieces = jsonPieces();
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  pieces.addText(`${json}${name},"variables":`);
  pieces.addValue(variables);
  pieces.addText(extensions === undefined ? '}' : `,"extensions":${JSON.stringify(extensions)}}`);
  return pieces.toBuffer();
}

function headersOf({ headers, idempotencyKey }: BodyRequest): string[] {
  const list = [...ownHeaders];
  if (idempotencyKey !== undefined) list.push('idempotency-key', idempotencyKey);
  for (const name in headers) if (Object.hasOwn(headers, name)) list.push(name, headers[name] ?? '');
  return list;
}
