/** How calls to one body behave. Durations in milliseconds. */
export interface FetchOptions {
  /** From the moment that the gateway wants the answer: waiting in the queue and a retry count as well. */
  readonly deadlineMs: number;
  readonly maxAnswerBytes: number;
  readonly connectTimeoutMs: number;
  /** How long an idle connection is kept. */
  readonly keepAliveMs: number;
  /** Sockets per origin; a whole number. */
  readonly maxConnections: number;
  /** Calls to the body at a time. */
  readonly maxConcurrent: number;
  /** Calls that wait for their turn; one more is refused at once. 0 refuses without waiting. */
  readonly maxQueued: number;
  /** Retries may be this share of the calls in the window, between 0 (no retries) and 1. */
  readonly retryShare: number;
  readonly retryWindowMs: number;
  /** A retry waits at random between these two. */
  readonly retryMinDelayMs: number;
  readonly retryMaxDelayMs: number;
  /** The breaker opens when at least this share of the calls in the window failed, above 0 and up to 1. */
  readonly breakerFailureShare: number;
  /** … and the window holds at least this many calls. */
  readonly breakerMinimumCalls: number;
  readonly breakerWindowMs: number;
  /** How long an open breaker refuses before it lets one call probe. */
  readonly breakerOpenMs: number;
}

const defaults: FetchOptions = {
  deadlineMs: 800,
  maxAnswerBytes: 4 * 1024 * 1024,
  connectTimeoutMs: 800,
  keepAliveMs: 4_000,
  maxConnections: 64,
  maxConcurrent: 64,
  maxQueued: 128,
  retryShare: 0.1,
  retryWindowMs: 10_000,
  retryMinDelayMs: 10,
  retryMaxDelayMs: 60,
  breakerFailureShare: 0.5,
  breakerMinimumCalls: 20,
  breakerWindowMs: 10_000,
  breakerOpenMs: 5_000,
};

/** Which values an option takes: from `min` to `max`, whole numbers only where `whole`. */
interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

const duration: Range = { min: 1, max: 3_600_000, whole: false };
const count: Range = { min: 1, max: 1_000_000, whole: true };

const ranges: Readonly<Record<keyof FetchOptions, Range>> = {
  deadlineMs: duration,
  maxAnswerBytes: { min: 1, max: 1024 * 1024 * 1024, whole: true },
  connectTimeoutMs: duration,
  keepAliveMs: duration,
  maxConnections: count,
  maxConcurrent: count,
  maxQueued: { min: 0, max: 1_000_000, whole: true },
  retryShare: { min: 0, max: 1, whole: false },
  retryWindowMs: duration,
  retryMinDelayMs: { min: 0, max: 60_000, whole: false },
  retryMaxDelayMs: { min: 0, max: 60_000, whole: false },
  breakerFailureShare: { min: Number.MIN_VALUE, max: 1, whole: false },
  breakerMinimumCalls: count,
  breakerWindowMs: duration,
  breakerOpenMs: duration,
};

/**
 * The defaults with `overrides` on top, checked whole and frozen.
 * @throws RangeError that names the option and the bad value.
 * @example fetchOptions({ deadlineMs: 300 })
 */
export function fetchOptions(overrides: Partial<FetchOptions> = {}): FetchOptions {
  const options = { ...defaults, ...overrides };
  checkOptions(options);
  return Object.freeze(options);
}

/**
 * Checks those options that `options` has, for factories that take a few of them.
 * @throws RangeError that names the option and the bad value.
 */
export function checkOptions(options: Partial<FetchOptions>): void {
  const given: Readonly<Record<string, unknown>> = { ...options };
  for (const [name, range] of Object.entries(ranges)) if (name in given) checkRange(name, given[name], range);
  const { retryMinDelayMs = 0, retryMaxDelayMs = Infinity } = options;
  if (retryMinDelayMs > retryMaxDelayMs) {
    throw new RangeError(`retryMinDelayMs: ${retryMinDelayMs} is above retryMaxDelayMs, which is ${retryMaxDelayMs}`);
  }
}

function checkRange(name: string, value: unknown, { min, max, whole }: Range): void {
  const fits = typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));
  if (fits) return;
  throw new RangeError(`${name}: ${String(value)} is not a ${whole ? 'whole ' : ''}number from ${min} to ${max}`);
}
