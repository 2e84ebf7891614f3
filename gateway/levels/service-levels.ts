import type { Clock } from '../kernel/clock.ts';
import {
  addCall,
  addExtract,
  failureKinds,
  mergeBucket,
  type Bucket,
  type FailureKind,
  type Outcome,
} from './bucket.ts';
import type { KeptBucket, LevelStore } from './level-store.ts';
import { countOf, quantile } from './sketch.ts';
import { bucketAt, prune, stepOf, sumOf, windowNames, windows, type Buckets, type WindowName } from './windows.ts';

/** How a body fared in one window. */
export interface Level {
  readonly answers: number;
  readonly failures: Readonly<Record<FailureKind, number>>;
  /** Answers among all calls that ended, from 0 to 1; null where there were none. */
  readonly availability: number | null;
  /** Half of the answers came within this time, off by 5 % at most; null where there were none. */
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
}

export type BodyLevels = Readonly<Record<WindowName, Level>> & {
  /** Dates of the registry extracts that answers of the last day rested on; null where none was seen. */
  readonly freshAsOf: { readonly oldest: string; readonly newest: string } | null;
};

export interface ServiceLevelsOptions {
  readonly clock: Clock;
  readonly store: LevelStore;
  /** Told when levels can no longer be kept; they are counted on and kept as soon as they can be. */
  readonly onFault: (fault: unknown) => void;
}

/** What is counted of the calls to every body. Counting never waits and never throws. */
export interface ServiceLevels {
  readonly onCall: (body: string, outcome: Outcome, tookMs: number) => void;
  /** The date of the extract that an answer rested on; what is no date is left out. */
  readonly onExtract: (body: string, asOf: string) => void;
  readonly levelsOf: (body: string) => BodyLevels;
  /** Keeps what is counted by now, and stops. */
  readonly close: () => Promise<void>;
}

const keepEveryMs = 60_000;

/** One body's counts. `now` are the three buckets that a call belongs to until the minute is over. */
interface Series {
  readonly buckets: Readonly<Record<WindowName, Buckets>>;
  now: readonly Bucket[];
  minute: number;
  lastAsOf: string;
  lastAsOfMs: number;
}

/** Goes on with the levels that were kept. Never rejects: what cannot be read is told, and tried again every minute. */
export async function openServiceLevels({ clock, store, onFault }: ServiceLevelsOptions): Promise<ServiceLevels> {
  const bodies = new Map<string, Series>();
  const keeper = createKeeper(bodies, { clock, store, onFault });
  await keeper.keep();
  return {
    onCall: (body, outcome, tookMs) => {
      for (const bucket of seriesNow(bodies, body, clock).now) addCall(bucket, outcome, tookMs);
    },
    onExtract: (body, asOf) => {
      const series = seriesNow(bodies, body, clock);
      const asOfMs = dateOf(series, asOf);
      if (!Number.isNaN(asOfMs)) for (const bucket of series.now) addExtract(bucket, asOfMs);
    },
    levelsOf: (body) => levelsOf(bodies.get(body)?.buckets ?? noBuckets(), clock.now()),
    close: keeper.close,
  };
}

/** The body's series, with the buckets of this minute, hour and day in `now`. */
function seriesNow(bodies: Map<string, Series>, body: string, clock: Clock): Series {
  const nowMs = clock.now();
  const series = seriesOf(bodies, body);
  const minute = stepOf(windows.hour, nowMs);
  if (series.minute !== minute) {
    for (const name of windowNames) prune(windows[name], series.buckets[name], nowMs);
    series.now = windowNames.map((name) => bucketAt(series.buckets[name], stepOf(windows[name], nowMs)));
    series.minute = minute;
  }
  return series;
}

function seriesOf(bodies: Map<string, Series>, body: string): Series {
  let series = bodies.get(body);
  if (series === undefined) {
    series = {
      buckets: noBuckets(),
      now: [],
      minute: Number.NaN,
      lastAsOf: '',
      lastAsOfMs: Number.NaN,
    };
    bodies.set(body, series);
  }
  return series;
}

function noBuckets(): Series['buckets'] {
  return { hour: new Map(), day: new Map(), month: new Map() };
}

/** Answers rest on the same extract for a long time: its date is read once. */
function dateOf(series: Series, asOf: string): number {
  if (series.lastAsOf !== asOf) {
    series.lastAsOf = asOf;
    series.lastAsOfMs = Date.parse(asOf);
  }
  return series.lastAsOfMs;
}

function levelsOf(buckets: Series['buckets'], nowMs: number): BodyLevels {
  const day = sumOf(windows.day, buckets.day, nowMs);
  return {
    hour: levelOf(sumOf(windows.hour, buckets.hour, nowMs)),
    day: levelOf(day),
    month: levelOf(sumOf(windows.month, buckets.month, nowMs)),
    freshAsOf: Number.isNaN(day.oldestMs)
      ? null
      : { oldest: new Date(day.oldestMs).toISOString(), newest: new Date(day.newestMs).toISOString() },
  };
}

function levelOf({ answers: sketch, failures }: Bucket): Level {
  const answers = countOf(sketch);
  const calls = failureKinds.reduce((sum, kind) => sum + failures[kind], answers);
  return {
    answers,
    failures,
    availability: calls === 0 ? null : answers / calls,
    p50Ms: quantile(sketch, 0.5),
    p99Ms: quantile(sketch, 0.99),
  };
}

interface Keeper {
  readonly keep: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Keeps the levels once a minute. A store that was away is read before it is written, so that nothing in it is lost. */
function createKeeper(bodies: Map<string, Series>, { clock, store, onFault }: ServiceLevelsOptions): Keeper {
  let isLoaded = false;
  let isFailing = false;
  let keptMs = -Infinity;
  let keeping: Promise<void> = Promise.resolve();
  let cancelTimer: (() => void) | undefined;

  async function loadAndSave(): Promise<void> {
    if (!isLoaded) for (const kept of await store.load()) takeKept(bodies, kept);
    isLoaded = true;
    const nowMs = clock.now();
    forgetOld(bodies, nowMs);
    await store.save(changedSince(bodies, Math.min(keptMs, nowMs)), firstSteps(nowMs));
    keptMs = nowMs;
  }

  async function keepAfter(previous: Promise<void>): Promise<void> {
    await previous;
    try {
      await loadAndSave();
      isFailing = false;
    } catch (fault) {
      if (!isFailing) onFault(fault);
      isFailing = true;
    }
    cancelTimer?.();
    cancelTimer = clock.after(keepEveryMs, () => void keep());
  }

  function keep(): Promise<void> {
    keeping = keepAfter(keeping);
    return keeping;
  }

  return {
    keep,
    close: async () => {
      await keep();
      cancelTimer?.();
      await store.close();
    },
  };
}

function takeKept(bodies: Map<string, Series>, { body, window, step, bucket }: KeptBucket): void {
  mergeBucket(bucketAt(seriesOf(bodies, body).buckets[window], step), bucket);
}

/** So that what a body of an earlier graph has left goes too. */
function forgetOld(bodies: Map<string, Series>, nowMs: number): void {
  for (const [body, { buckets }] of bodies) {
    for (const name of windowNames) prune(windows[name], buckets[name], nowMs);
    if (windowNames.every((name) => buckets[name].size === 0)) bodies.delete(body);
  }
}

/** The buckets that may have been counted into since then. */
function changedSince(bodies: ReadonlyMap<string, Series>, sinceMs: number): KeptBucket[] {
  return [...bodies].flatMap(([body, { buckets }]) =>
    windowNames.flatMap((window) =>
      [...buckets[window]]
        .filter(([step]) => step >= stepOf(windows[window], sinceMs))
        .map(([step, bucket]) => ({ body, window, step, bucket })),
    ),
  );
}

function firstSteps(nowMs: number): Readonly<Record<WindowName, number>> {
  const first = (name: WindowName): number => stepOf(windows[name], nowMs) - windows[name].steps + 1;
  return { hour: first('hour'), day: first('day'), month: first('month') };
}
