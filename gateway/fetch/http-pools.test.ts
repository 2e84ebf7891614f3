import { describe, expect, it } from 'vitest';
import { httpPools } from './http-pools.ts';

const options = { connectTimeoutMs: 800, keepAliveMs: 4_000, maxConnections: 4 };

describe('pools', () => {
  it('are one for each origin', async () => {
    const pools = httpPools(options);
    expect(pools.poolFor('http://127.0.0.1:4001')).toBe(pools.poolFor('http://127.0.0.1:4001'));
    expect(pools.poolFor('http://127.0.0.1:4001')).not.toBe(pools.poolFor('http://127.0.0.1:4002'));
    await pools.close();
  });

  it('refuse options that make no sense', () => {
    expect(() => httpPools({ ...options, maxConnections: 0 })).toThrow(/maxConnections: 0/u);
  });
});
