import { isUtf8 } from 'node:buffer';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Clock } from '../kernel/clock.ts';
import type { Exchange, NoAnswer, Posted, Send } from './send.ts';

/** More than the gateway reads, so that the report can say by how much an answer is too large. */
const maxAnswerBytes = 32 * 1024 * 1024;

/** Sends over HTTP/1.1, a connection for each request. `url` is http or https. */
export function httpSend(url: URL, clock: Clock): Send {
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return (posted) =>
    new Promise((resolve) => {
      const startedMs = clock.now();
      const bytes = Buffer.from(posted.body);
      const request = open(url, {
        method: 'POST',
        agent: false,
        headers: { ...posted.headers, 'content-length': bytes.length, connection: 'close' },
      });
      const end = (exchange: Exchange): void => {
        stopWaiting();
        request.destroy();
        resolve(exchange);
      };
      const none = (reason: NoAnswer): void => end({ kind: 'NONE', reason, tookMs: clock.now() - startedMs });
      const stopWaiting = clock.after(posted.timeoutMs, () => none('TIMED_OUT'));
      request.on('error', (error) => none(reasonOf(error)));
      request.on('response', (response) => {
        readAll(response, none, (read) => end(responseOf(response, read, clock.now() - startedMs)));
      });
      write(request, bytes, posted.cut, () => none('CUT'));
    });
}

function write(request: ClientRequest, bytes: Buffer, cut: Posted['cut'], whenCut: () => void): void {
  switch (cut) {
    case undefined:
      request.end(bytes);
      return;
    case 'IN_REQUEST':
      request.write(bytes.subarray(0, Math.floor(bytes.length / 2)), whenCut);
      return;
    case 'BEFORE_ANSWER':
      request.end(bytes, whenCut);
  }
}

function readAll(response: IncomingMessage, none: (reason: NoAnswer) => void, done: (read: Buffer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxAnswerBytes) none('TOO_LARGE');
    else chunks.push(chunk);
  });
  response.on('end', () => done(Buffer.concat(chunks)));
  response.on('error', () => none('CONNECTION_LOST'));
}

function responseOf(response: IncomingMessage, read: Buffer, tookMs: number): Exchange {
  return {
    kind: 'RESPONSE',
    status: response.statusCode ?? 0,
    contentType: response.headers['content-type'] ?? '',
    contentEncoding: response.headers['content-encoding'] ?? '',
    text: isUtf8(read) ? read.toString('utf8') : null,
    bytes: read.length,
    tookMs,
  };
}

const connectCodes: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);

function reasonOf(error: Error): NoAnswer {
  return 'code' in error && connectCodes.has(String(error.code)) ? 'NO_CONNECTION' : 'CONNECTION_LOST';
}
