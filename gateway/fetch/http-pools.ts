import { Pool } from 'undici';
import type { Dispatcher } from 'undici';
import type { FetchOptions } from './options.ts';
import { checkOptions } from './options.ts';

export type PoolOptions = Pick<FetchOptions, 'connectTimeoutMs' | 'keepAliveMs' | 'maxConnections'>;

/** Keep-alive connections to the bodies, one pool for each origin. */
export interface HttpPools {
  readonly poolFor: (origin: string) => Dispatcher;
  /** Cuts every connection; calls in flight end as UNAVAILABLE. */
  readonly close: () => Promise<void>;
}

/** `options` are those of the first body at an origin: bodies that share an origin share its connections. */
export function httpPools(options: PoolOptions): HttpPools {
  const { connectTimeoutMs, keepAliveMs, maxConnections } = options;
  checkOptions({ connectTimeoutMs, keepAliveMs, maxConnections });
  const pools = new Map<string, Pool>();

  const open = (origin: string): Pool => {
    const pool = new Pool(origin, {
      connections: maxConnections,
      pipelining: 1,
      allowH2: false,
      keepAliveTimeout: keepAliveMs,
      keepAliveMaxTimeout: keepAliveMs,
      connectTimeout: connectTimeoutMs,
      // The deadline of the call decides how long an answer may take, not the connection.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    pools.set(origin, pool);
    return pool;
  };

  return {
    poolFor: (origin) => pools.get(origin) ?? open(origin),
    close: async () => {
      const closing = [...pools.values()].map((pool) => pool.destroy());
      pools.clear();
      await Promise.all(closing);
    },
  };
}
