import type { Dispatcher } from 'undici';
import type { Clock } from '../kernel/clock.ts';
import type { BodyCall } from './body-call.ts';
import { HttpExchange } from './http-exchange.ts';
import type { HttpPools } from './http-pools.ts';
import { httpRequestWriter } from './http-request.ts';
import type { HttpRequest } from './http-request.ts';
import { checkOptions } from './options.ts';
import { reasons, timedOut, unavailable } from './replies.ts';

export interface HttpTransportOptions {
  /** The body's GraphQL address. */
  readonly url: string;
  readonly pools: HttpPools;
  readonly clock: Clock;
  readonly maxAnswerBytes: number;
}

/**
 * Calls a body by POST over HTTP/1.1. Follows no redirect, reads `maxAnswerBytes` at most, and takes JSON only; a
 * connection that brought anything else is cut. An aborted signal cuts the connection too.
 * @throws TypeError when `url` is not http(s), or holds a name and password.
 */
export function httpTransport({ url, pools, clock, maxAnswerBytes }: HttpTransportOptions): BodyCall {
  checkOptions({ maxAnswerBytes });
  const { origin, path } = checkUrl(url);
  const pool = pools.poolFor(origin);
  const write = httpRequestWriter();

  return function overHttp(request, signal) {
    if (signal.aborted) return Promise.resolve(timedOut(signal));
    let written: HttpRequest;
    try {
      written = write(request);
    } catch {
      return Promise.resolve(unavailable(reasons.callFailed));
    }
    const { body, headers, withoutPrototype } = written;
    return new Promise((resolve) => {
      const exchange = new HttpExchange({
        clock,
        signal,
        maxAnswerBytes,
        withoutPrototype,
        slices: request.slices,
        resolve,
      });
      dispatch(pool, { path, method: 'POST', headers, body }, exchange);
    });
  };
}

function dispatch(pool: Dispatcher, options: Dispatcher.DispatchOptions, exchange: HttpExchange): void {
  try {
    pool.dispatch(options, exchange);
  } catch {
    exchange.settle(unavailable(reasons.callFailed));
  }
}

function checkUrl(url: string): { readonly origin: string; readonly path: string } {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/u.test(parsed.protocol)) throw new TypeError(`url: ${url} is not an http address`);
  if (parsed.username !== '' || parsed.password !== '') throw new TypeError('url: must not hold a name or password');
  return { origin: parsed.origin, path: `${parsed.pathname}${parsed.search}` };
}
