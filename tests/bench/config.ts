import type { CallSettings } from '../../gateway/app/body-calls.ts';

/** The day of the synthetic data. */
export const benchDay = '2022-08-10';

/**
 * The product's settings but for the deadlines: the benchmark saturates two cores with three processes, and an answer
 * cut short would be a cheap one.
 */
export function benchConfig(dataDir: string): CallSettings['config'] {
  return Object.freeze({
    host: '127.0.0.1',
    port: 0,
    dataDir,
    today: () => benchDay,
    operationDeadlineMs: 60_000,
    bodyDeadlineMs: 30_000,
    logLevel: 'info',
    identity: { kind: 'demo' } as const,
    journal: {},
    calls: {},
    allowedOrigins: [],
    allowRehearsal: false,
  });
}
