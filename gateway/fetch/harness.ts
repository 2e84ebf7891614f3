import { getEventListeners } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server as HttpServer } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { BodyCall, BodyReply, BodyRequest } from './body-call.ts';

// For this folder's tests: calls that a test answers, and real servers.

export function aRequest(changes: Partial<BodyRequest> = {}): BodyRequest {
  return { subgraph: 'interior', query: '{ house }', variables: {}, kind: 'query', ...changes };
}

export const answered: BodyReply = { status: 'ANSWERED', data: { house: 'x' }, errors: [], tookMs: 0 };

/** A body that answers each call when the test says so. */
export interface HeldBody {
  readonly call: BodyCall;
  /** The calls so far, in order. */
  readonly calls: readonly HeldCall[];
}

export interface HeldCall {
  readonly request: BodyRequest;
  readonly signal: AbortSignal;
  readonly reply: (reply: BodyReply) => void;
}

/** As the contract asks, an abort ends a held call as TIMED_OUT. */
export function heldBody(): HeldBody {
  const calls: HeldCall[] = [];
  const call: BodyCall = (request, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ status: 'TIMED_OUT', reason: 'aborted', tookMs: 0 }));
      calls.push({ request, signal, reply: resolve });
    });
  return { call, calls };
}

/** A body that gives these replies in turn, and the last one for ever. */
export function scriptedBody(...replies: readonly BodyReply[]): {
  readonly call: BodyCall;
  readonly count: () => number;
} {
  let count = 0;
  return {
    call: () => {
      const reply = replies[Math.min(count, replies.length - 1)] ?? answered;
      count += 1;
      return Promise.resolve(reply);
    },
    count: () => count,
  };
}

export function neverAborted(): AbortSignal {
  return new AbortController().signal;
}

/** How many listen for the signal's abort: what a call leaves behind on a long operation's signal would add up. */
export function listenersOf(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length;
}

/** Lets everything run that is ready to run, without letting time pass. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly requests: () => number;
  /** How many connections were ever opened, and how many of them are closed by now. */
  readonly opened: () => number;
  readonly closed: () => number;
  /** The first time that `holds` is true; looked at whenever something happens at the server. */
  readonly until: (holds: () => boolean) => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

export async function httpServer(listener: RequestListener): Promise<TestServer> {
  const server: HttpServer = createHttpServer();
  const watched = watch(server);
  server.on('request', (request, response) => {
    listener(request, response);
    watched.onRequest();
  });
  return watched.listen();
}

/** A server below HTTP: `onData` gets the socket when a request's first bytes have arrived. */
export async function netServer(onData: (socket: Socket) => void): Promise<TestServer> {
  const server = createNetServer((socket) => {
    socket.once('data', () => {
      onData(socket);
      watched.onRequest();
    });
  });
  const watched = watch(server);
  return watched.listen();
}

/** The whole of a request's body. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function watch(server: Server): { readonly onRequest: () => void; readonly listen: () => Promise<TestServer> } {
  const sockets = new Set<Socket>();
  const waiting = new Set<{ readonly holds: () => boolean; readonly resolve: () => void }>();
  let requests = 0;
  let opened = 0;

  const look = (): void => {
    for (const waiter of waiting) {
      if (!waiter.holds()) continue;
      waiting.delete(waiter);
      waiter.resolve();
    }
  };
  server.on('connection', (socket: Socket) => {
    opened += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      look();
    });
    look();
  });

  const listen = async (): Promise<TestServer> => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = portOf(server.address());
    return {
      url: `http://127.0.0.1:${port}/graphql`,
      port,
      requests: () => requests,
      opened: () => opened,
      closed: () => opened - sockets.size,
      until: (holds) =>
        new Promise((resolve) => {
          waiting.add({ holds, resolve });
          look();
        }),
      [Symbol.asyncDispose]: async () => {
        for (const socket of sockets) socket.destroy();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      },
    };
  };
  const onRequest = (): void => {
    requests += 1;
    look();
  };
  return { onRequest, listen };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('the server has no port');
  return address.port;
}
