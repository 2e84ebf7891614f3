import type { Dispatcher } from 'undici';
import type { Clock } from '../kernel/clock.ts';
import type { BodyReply } from './body-call.ts';
import type { SlicePlan } from './cut-slices.ts';
import { readAnswer } from './read-answer.ts';
import { invalid, reasons, timedOut, unavailable } from './replies.ts';

export interface HttpExchangeOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly maxAnswerBytes: number;
  readonly withoutPrototype: boolean;
  readonly slices: SlicePlan | undefined;
  readonly resolve: (reply: BodyReply) => void;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Why we cut a connection. Made once: an error for each call would cost a stack trace. */
const cut = new Error('cut by the gateway');

/**
 * One request and its answer: collects the answer's bytes, and settles once. A class because undici calls it method by
 * method, and one object a call is less than a closure for each of them.
 */
export class HttpExchange implements Dispatcher.DispatchHandler {
  private readonly options: HttpExchangeOptions;
  private readonly startedMs: number;
  private controller: Dispatcher.DispatchController | undefined;
  private chunks: Buffer[] = [];
  private size = 0;
  private isSettled = false;

  constructor(options: HttpExchangeOptions) {
    this.options = options;
    this.startedMs = options.clock.now();
    options.signal.addEventListener('abort', this);
  }

  /** The signal was aborted. */
  handleEvent(): void {
    this.end(timedOut(this.options.signal));
  }

  settle(reply: BodyReply): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.chunks = [];
    const { clock, signal, resolve } = this.options;
    signal.removeEventListener('abort', this);
    resolve({ ...reply, tookMs: clock.now() - this.startedMs });
  }

  /** A request that was still waiting for a connection when it ended is not sent. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.isSettled) controller.abort(cut);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200) return;
    const fault = faultOfHead(status, headers, this.options.maxAnswerBytes);
    if (fault !== undefined) this.end(fault);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.isSettled) return;
    this.size += chunk.length;
    if (this.size > this.options.maxAnswerBytes) this.end(invalid(reasons.tooLarge));
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.isSettled) return;
    const answer = readAnswer(gather(this.chunks, this.size), this.options);
    switch (answer.kind) {
      case 'INVALID':
        return this.settle(invalid(answer.reason));
      case 'RESPONSE':
        return this.settle({
          status: 'ANSWERED',
          data: answer.data,
          errors: answer.errors,
          tookMs: 0,
          ...(answer.holdsSlices && { holdsSlices: true }),
        });
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    this.settle(replyToError(error));
  }

  /** Settles and closes the connection, so that nothing more of the answer arrives. */
  private end(reply: BodyReply): void {
    this.settle(reply);
    this.controller?.abort(cut);
  }
}

let scratch = Buffer.allocUnsafeSlow(256 * 1024);

/**
 * The chunks in a row, good until the next call: nothing that is read from them refers to them. Memory outside of the
 * heap for each answer would make the engine collect the whole heap again and again.
 */
function gather(chunks: readonly Buffer[], size: number): Buffer {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  if (scratch.length < size) scratch = Buffer.allocUnsafeSlow(size * 2);
  let at = 0;
  for (const chunk of chunks) at += chunk.copy(scratch, at);
  return scratch.subarray(0, size);
}

/** The reply when the status line and headers alone decide that there is no answer to read. */
function faultOfHead(status: number, headers: Headers, maxAnswerBytes: number): BodyReply | undefined {
  if (status >= 500) return unavailable(reasons.serverError);
  if (status === 401 || status === 403) return unavailable(reasons.refused);
  if (status >= 300 && status < 400) return invalid(reasons.redirect);
  if (!isJson(headers['content-type'])) return invalid(status >= 400 ? reasons.statusRefused : reasons.notJson);
  if (isEncoded(headers['content-encoding'])) return invalid(reasons.notJson);
  return Number(headers['content-length']) > maxAnswerBytes ? invalid(reasons.tooLarge) : undefined;
}

const jsonType = /^application\/(?:graphql-response\+)?json\s*(?:;\s*charset="?utf-?8"?\s*)?$/iu;

function isJson(contentType: string | string[] | undefined): boolean {
  return contentType === 'application/json' || (typeof contentType === 'string' && jsonType.test(contentType));
}

function isEncoded(contentEncoding: string | string[] | undefined): boolean {
  return contentEncoding !== undefined && contentEncoding !== 'identity';
}

/** Codes of undici and of Node: the connection was never there. */
const connectCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Our own side: what we wanted to send is not a request, or the pool is closed. */
const ownCodes: ReadonlySet<string> = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_DESTROYED', 'UND_ERR_CLOSED']);

function replyToError(error: Error): BodyReply {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (connectCodes.has(code)) return unavailable(reasons.noConnection);
  if (ownCodes.has(code)) return unavailable(reasons.callFailed);
  if (error.name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW') return invalid(reasons.notHttp);
  return unavailable(reasons.connectionLost);
}
