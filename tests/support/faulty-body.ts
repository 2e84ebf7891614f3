import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** What can go wrong with a body, each the whole way over a socket. */
export const bodyFaults = [
  /** Nobody listens. */
  'REFUSED',
  /** The connection is reset when the request has arrived. */
  'RESET',
  /** The request is taken and never answered. */
  'SILENCE',
  /** The right answer, one byte every 50 ms. */
  'TRICKLE',
  /** Status 500, with a stack and an address in the text. */
  'STATUS_500',
  /** Status 200 with a page in HTML. */
  'HTML',
  /** The first half of the right answer, whole as HTTP. */
  'TRUNCATED',
  /** JSON that is no GraphQL response. */
  'WRONG_SHAPE',
  /** The right answer with `__proto__` keys in it. */
  'PROTO_KEY',
  /** The right answer, but its first entity (else its first field) is null. */
  'NULL_ENTITY',
  /** As NULL_ENTITY, with an error for it that holds an address and a query. */
  'PARTIAL_ERRORS',
  /** 64 MiB of well-formed JSON. */
  'HUGE',
  /** A redirect to an address that would answer. */
  'REDIRECT',
] as const;

export type BodyFault = (typeof bodyFaults)[number];

/** Part of every text of ours that a gateway must not show. */
export const secretOfBody = '10.11.12.13';

/** Counts since the start. */
export interface FaultRecord {
  /** Requests that arrived, whatever came of them. */
  readonly requests: number;
  /**
   * Faults that reached a client: an answer that was sent whole, a reset, a request left in silence, an endless answer
   * that was begun. REFUSED counts when we were refused ourselves on trying.
   */
  readonly delivered: number;
  /** Connections that the client closed before it was answered. */
  readonly cutByClient: number;
  /** Redirects that were followed. */
  readonly followed: number;
  readonly bytesSent: number;
}

/** The real body behind: takes the parsed request and its headers, gives the response before it becomes JSON. */
export type Upstream = (request: unknown, headers: IncomingHttpHeaders) => Promise<unknown>;

export interface FaultyBody {
  readonly url: string;
  /** From now on. The address stays the same; open connections are kept unless the fault is REFUSED. */
  readonly setFault: (fault: BodyFault | 'NONE') => Promise<void>;
  readonly record: () => FaultRecord;
  readonly close: () => Promise<void>;
}

/**
 * A body over HTTP that answers as `upstream` does until it is told to fail.
 * @example
 * const body = await startFaultyBody(upstream, 'TRUNCATED');
 * // … the gateway asks body.url …
 * expect(body.record().delivered).toBe(1);
 */
export async function startFaultyBody(upstream: Upstream, first: BodyFault | 'NONE' = 'NONE'): Promise<FaultyBody> {
  const state: State = { upstream, fault: 'NONE', record: emptyRecord(), sockets: new Set(), port: 0 };
  const server = createServer((request, response) => void serve(state, request, response));
  server.on('connection', (socket) => {
    state.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => state.sockets.delete(socket));
  });
  await listen(server, state);

  const setFault = async (fault: BodyFault | 'NONE'): Promise<void> => {
    state.fault = fault;
    if (fault !== 'REFUSED' && !server.listening) await listen(server, state);
    if (fault === 'REFUSED' && server.listening) await shut(server, state);
    if (fault === 'REFUSED' && (await isRefused(state.port))) state.record.delivered += 1;
  };
  await setFault(first);

  return {
    url: `http://127.0.0.1:${state.port}/graphql`,
    setFault,
    record: () => ({ ...state.record }),
    close: () => shut(server, state),
  };
}

interface State {
  readonly upstream: Upstream;
  fault: BodyFault | 'NONE';
  readonly record: { -readonly [Key in keyof FaultRecord]: FaultRecord[Key] };
  readonly sockets: Set<Socket>;
  port: number;
}

function emptyRecord(): State['record'] {
  return { requests: 0, delivered: 0, cutByClient: 0, followed: 0, bytesSent: 0 };
}

async function listen(server: Server, state: State): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(state.port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address !== null && typeof address !== 'string') state.port = address.port;
}

async function shut(server: Server, state: State): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of state.sockets) socket.destroy();
  await closed;
}

function isRefused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(false);
    });
    socket.on('error', () => resolve(true));
  });
}

const elsewhere = '/elsewhere';

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { fault, record } = state;
  record.requests += 1;
  response.on('close', () => {
    if (!response.writableFinished && fault !== 'RESET') record.cutByClient += 1;
  });
  try {
    const asked: unknown = JSON.parse(await textOf(request));
    if (request.url === elsewhere) record.followed += 1;
    const answer = answerers[request.url === elsewhere ? 'NONE' : fault];
    await answer({ state, response, right: () => state.upstream(asked, request.headers) });
  } catch {
    // The client left, or the body behind failed: both end the connection.
    request.socket.destroy();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

interface Exchange {
  readonly state: State;
  readonly response: ServerResponse;
  /** Asks the body behind. */
  readonly right: () => Promise<unknown>;
}

type Answerer = (exchange: Exchange) => Promise<void> | void;

const stack = `Error: connect ECONNREFUSED ${secretOfBody}:5432\n    at SELECT citizen_id FROM persons`;

const answerers: Readonly<Record<BodyFault | 'NONE', Answerer>> = {
  NONE: async (exchange) => send(exchange, JSON.stringify(await exchange.right()), { isFault: false }),
  // Only a request that was already on its way when the door closed gets here.
  REFUSED: ({ response }) => void response.destroy(),
  RESET: ({ state, response }) => {
    state.record.delivered += 1;
    response.socket?.resetAndDestroy();
  },
  SILENCE: ({ state }) => {
    state.record.delivered += 1;
  },
  TRICKLE: async (exchange) => trickle(exchange, JSON.stringify(await exchange.right())),
  STATUS_500: (exchange) => send(exchange, JSON.stringify({ error: stack }), { status: 500 }),
  HTML: (exchange) => send(exchange, `<html><pre>${stack}</pre></html>`, { type: 'text/html; charset=utf-8' }),
  TRUNCATED: async (exchange) => {
    const text = JSON.stringify(await exchange.right());
    send(exchange, text.slice(0, Math.floor(text.length / 2)));
  },
  WRONG_SHAPE: (exchange) => send(exchange, JSON.stringify({ data: [stack], errors: 'none' })),
  PROTO_KEY: async (exchange) => send(exchange, JSON.stringify(withProtoKeys(await exchange.right()))),
  NULL_ENTITY: async (exchange) => {
    const { response, isFault } = withNullEntity(await exchange.right());
    send(exchange, JSON.stringify(response), { isFault });
  },
  PARTIAL_ERRORS: async (exchange) => {
    const { response, path, isFault } = withNullEntity(await exchange.right());
    const error = { message: stack, path, extensions: { code: 'INTERNAL_SERVER_ERROR', exception: { stack } } };
    send(exchange, JSON.stringify({ ...response, errors: [error] }), { isFault });
  },
  HUGE: (exchange) => pourOut(exchange, 64 * 1024 * 1024),
  REDIRECT: (exchange) => {
    exchange.response.setHeader('location', elsewhere);
    send(exchange, '', { status: 307 });
  },
};

interface Sending {
  readonly status?: number;
  readonly type?: string;
  /** False when the right answer goes out unchanged. */
  readonly isFault?: boolean;
}

function send({ state, response }: Exchange, text: string, sending: Sending = {}): void {
  const { status = 200, type = 'application/json', isFault = true } = sending;
  response.on('finish', () => {
    state.record.bytesSent += Buffer.byteLength(text);
    if (isFault) state.record.delivered += 1;
  });
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
}

const trickleEveryMs = 50;

function trickle({ state, response }: Exchange, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  state.record.delivered += 1;
  let sent = 0;
  const timer = setInterval(() => {
    response.write(text.slice(sent, sent + 1));
    sent += 1;
    state.record.bytesSent += 1;
    if (sent >= text.length) response.end();
  }, trickleEveryMs);
  response.on('close', () => clearInterval(timer));
}

/** Sends as fast as the client reads, and stops when it no longer does. */
async function pourOut({ state, response }: Exchange, totalBytes: number): Promise<void> {
  const piece = Buffer.alloc(64 * 1024, 'x');
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"data":{"filler":"');
  state.record.delivered += 1;
  for (let sent = 0; sent < totalBytes && !response.destroyed; sent += piece.length) {
    state.record.bytesSent += piece.length;
    // oxlint-disable-next-line no-await-in-loop -- the client's pace is the loop's pace
    if (!response.write(piece)) await drained(response);
  }
  response.end('"}}');
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      response.off('drain', end);
      response.off('close', end);
      resolve();
    };
    response.on('drain', end);
    response.on('close', end);
  });
}

interface Nulled {
  readonly response: Record<string, unknown>;
  readonly path: readonly (string | number)[];
  readonly isFault: boolean;
}

/** The response with the first entity of its first list null, or its first field where it has no list. */
function withNullEntity(response: unknown): Nulled {
  const whole = recordOf(response);
  const data = recordOf(whole['data']);
  const lists = Object.entries(data).filter(([, value]) => Array.isArray(value) && value.length > 0);
  const [list, field] = [lists[0]?.[0], Object.keys(data)[0]];
  if (list !== undefined) {
    const entities: unknown = data[list];
    const rest: readonly unknown[] = Array.isArray(entities) ? entities.slice(1) : [];
    return { response: { ...whole, data: { ...data, [list]: [null, ...rest] } }, path: [list, 0], isFault: true };
  }
  if (field === undefined) return { response: whole, path: [], isFault: false };
  return { response: { ...whole, data: { ...data, [field]: null } }, path: [field], isFault: true };
}

/** The response with `__proto__` as a key of its data and of the entities in it. */
function withProtoKeys(response: unknown): unknown {
  const key: unknown = JSON.parse('{"__proto__":{"polluted":true}}');
  const withKey = (value: unknown): unknown => ({ ...recordOf(key), ...recordOf(value) });
  const fields = Object.entries(recordOf(recordOf(response)['data']));
  const data = fields.map(([name, value]) => [name, Array.isArray(value) ? value.map(withKey) : value]);
  return { ...recordOf(response), data: withKey(Object.fromEntries(data)) };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
