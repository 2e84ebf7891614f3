import { mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeClock } from '../kernel/test-clock.ts';
import { levelsIn, newFolder, noon } from './harness.ts';
import { sqliteLevelStore, type LevelStore } from './level-store.ts';
import { openServiceLevels, type ServiceLevels } from './service-levels.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function answersOf(levels: ServiceLevels, body = 'health'): readonly number[] {
  const { hour: ofHour, day: ofDay, month } = levels.levelsOf(body);
  return [ofHour.answers, ofDay.answers, month.answers];
}

describe('the service levels of a body', () => {
  it('are answers, failures by kind, availability and times', async () => {
    const { levels } = await levelsIn(await newFolder());
    for (let tookMs = 1; tookMs <= 96; tookMs += 1) levels.onCall('health', 'ANSWERED', tookMs);
    for (const outcome of ['TIMED_OUT', 'UNAVAILABLE', 'INVALID', 'IN_ERROR'] as const) {
      levels.onCall('health', outcome, 800);
    }
    const { hour: level } = levels.levelsOf('health');
    expect(level).toMatchObject({
      answers: 96,
      failures: { TIMED_OUT: 1, UNAVAILABLE: 1, INVALID: 1, IN_ERROR: 1 },
      availability: 0.96,
    });
    expect((level.p50Ms ?? 0) / 48).toBeCloseTo(1, 1);
    expect((level.p99Ms ?? 0) / 96).toBeCloseTo(1, 1);
  });

  it('are one body’s own', async () => {
    const { levels } = await levelsIn(await newFolder());
    levels.onCall('health', 'ANSWERED', 5);
    expect(answersOf(levels, 'labour')).toEqual([0, 0, 0]);
    expect(levels.levelsOf('labour').hour).toMatchObject({ availability: null, p50Ms: null, p99Ms: null });
  });

  it.each([
    ['now', 0, [1, 1, 1]],
    ['59 minutes later', 59 * minute, [1, 1, 1]],
    ['an hour later', hour, [0, 1, 1]],
    ['23 hours later', 23 * hour, [0, 1, 1]],
    ['a day later', day, [0, 0, 1]],
    ['29 days later', 29 * day, [0, 0, 1]],
    ['30 days later', 30 * day, [0, 0, 0]],
  ] as const)('count a call of noon %s', async (_, laterMs, expected) => {
    const { levels, clock } = await levelsIn(await newFolder());
    levels.onCall('health', 'ANSWERED', 5);
    clock.advance(laterMs);
    expect(answersOf(levels)).toEqual(expected);
  });

  it('lose no call and count none twice, whenever they come', async () => {
    const folder = await newFolder();
    const gaps = fc.array(fc.integer({ min: 0, max: 40 * minute }), { minLength: 1, maxLength: 30 });
    let body = 0;
    await fc.assert(
      fc.asyncProperty(gaps, async (waits) => {
        const name = `body-${(body += 1)}`;
        const { levels, clock } = await levelsIn(folder);
        const times = waits.map((waitMs) => {
          clock.advance(waitMs);
          levels.onCall(name, 'ANSWERED', 5);
          return clock.now();
        });
        const nowMinute = Math.floor(clock.now() / minute);
        const inHour = times.filter((time) => Math.floor(time / minute) > nowMinute - 60).length;
        expect(levels.levelsOf(name).hour.answers).toBe(inHour);
        expect(levels.levelsOf(name).month.answers).toBe(times.length);
        await levels.close();
      }),
      { numRuns: 25 },
    );
  });

  it('stay right when the clock is set back', async () => {
    const { levels, clock } = await levelsIn(await newFolder());
    clock.advance(5 * minute);
    levels.onCall('health', 'ANSWERED', 5);
    clock.advance(-5 * minute);
    levels.onCall('health', 'ANSWERED', 5);
    expect(levels.levelsOf('health').hour.answers).toBe(1);
    expect(levels.levelsOf('health').day.answers).toBe(2);
  });

  it('name the oldest and the newest extract that answers of the day rested on', async () => {
    const { levels, clock } = await levelsIn(await newFolder());
    expect(levels.levelsOf('health').freshAsOf).toBeNull();
    levels.onExtract('health', '2022-01-01T00:00:00Z');
    clock.advance(2 * day);
    expect(levels.levelsOf('health').freshAsOf).toBeNull();
    for (const asOf of ['2022-08-09T07:00:00+07:00', '2022-08-01', 'yesterday', '2022-08-12T00:00:00Z', '2022-08-10']) {
      levels.onExtract('health', asOf);
    }
    expect(levels.levelsOf('health').freshAsOf).toEqual({
      oldest: '2022-08-01T00:00:00.000Z',
      newest: '2022-08-12T00:00:00.000Z',
    });
  });
});

describe('the file of the service levels', () => {
  it('is written once a minute and read by the next gateway', async () => {
    const folder = await newFolder();
    const first = await levelsIn(folder);
    first.levels.onCall('health', 'ANSWERED', 5);
    first.levels.onCall('health', 'INVALID', 1);
    first.levels.onExtract('health', '2022-08-09');
    expect(first.clock.pending()).toBe(1);
    const before = first.levels.levelsOf('health');
    await first.levels.close();
    expect(first.clock.pending()).toBe(0);
    const second = await levelsIn(folder);
    expect(second.levels.levelsOf('health')).toEqual(before);
    second.levels.onCall('health', 'ANSWERED', 5);
    expect(answersOf(second.levels)).toEqual([2, 2, 2]);
    await second.levels.close();
    expect(answersOf((await levelsIn(folder)).levels)).toEqual([2, 2, 2]);
  });

  it('keeps what was counted a minute ago though the gateway is killed', async () => {
    const folder = await newFolder();
    const { store, saved } = watched(sqliteLevelStore(folder));
    const clock = fakeClock();
    const levels = await openServiceLevels({ clock, store, onFault: (fault) => expect.fail(String(fault)) });
    levels.onCall('health', 'ANSWERED', 5);
    await saved(() => clock.advance(minute));
    expect(answersOf((await levelsIn(folder, fakeClock(clock.now()))).levels)).toEqual([1, 1, 1]);
    await levels.close();
  });

  it('is written anew only where calls were counted', async () => {
    const { store, saved, rows } = watched(sqliteLevelStore(await newFolder()));
    const clock = fakeClock();
    const levels = await openServiceLevels({ clock, store, onFault: (fault) => expect.fail(String(fault)) });
    for (let call = 0; call < 30; call += 1) {
      levels.onCall('health', 'ANSWERED', 5);
      await saved(() => clock.advance(minute));
    }
    // The minute that ended, the hour, the day; at the turn of an hour both hours.
    expect(rows.slice(1)).toHaveLength(30);
    expect(Math.max(...rows)).toBeLessThanOrEqual(4);
    await levels.close();
  });

  it('forgets what no window holds any more', async () => {
    const folder = await newFolder();
    const early = await levelsIn(folder);
    early.levels.onCall('health', 'ANSWERED', 5);
    await early.levels.close();
    const late = await levelsIn(folder, fakeClock(noon + 2 * hour));
    await late.levels.close();
    expect(await windowsIn(folder)).toEqual(['day', 'month']);
    const last = await levelsIn(folder, fakeClock(noon + 30 * day));
    await last.levels.close();
    expect(await windowsIn(folder)).toEqual([]);
  });

  it('holds at most 114 rows for a body', async () => {
    const folder = await newFolder();
    const { levels, clock } = await levelsIn(folder);
    for (let call = 0; call < 40 * 24 * 4; call += 1) {
      levels.onCall('health', 'ANSWERED', 5);
      clock.advance(15 * minute);
    }
    for (let call = 0; call < 120; call += 1) {
      levels.onCall('health', 'ANSWERED', 5);
      clock.advance(minute);
    }
    await levels.close();
    expect((await windowsIn(folder)).length).toBeLessThanOrEqual(114);
  });

  it('that is damaged costs no call and is told once', async () => {
    const folder = await newFolder();
    await writeFile(path.join(folder, 'service-levels.sqlite'), 'a shopping list, long enough'.repeat(100));
    const { levels, clock, faults } = await levelsIn(folder);
    levels.onCall('health', 'ANSWERED', 5);
    clock.advance(5 * minute);
    expect(answersOf(levels)).toEqual([1, 1, 1]);
    await levels.close();
    expect(faults).toHaveLength(1);
  });

  it('that cannot be opened costs no call, and is used once it can be', async () => {
    const folder = await newFolder();
    const file = path.join(folder, 'service-levels.sqlite');
    await mkdir(file);
    const { levels, faults } = await levelsIn(folder);
    levels.onCall('health', 'ANSWERED', 5);
    expect(faults).toHaveLength(1);
    await rmdir(file);
    await levels.close();
    expect(answersOf((await levelsIn(folder)).levels)).toEqual([1, 1, 1]);
  });

  it('that was away is read before it is written: nothing of before is lost', async () => {
    const folder = await newFolder();
    const before = await levelsIn(folder);
    before.levels.onCall('health', 'ANSWERED', 5);
    await before.levels.close();
    const { store, fail } = failing(sqliteLevelStore(folder));
    const faults: unknown[] = [];
    fail(true);
    const clock = fakeClock();
    const levels = await openServiceLevels({ clock, store, onFault: (fault) => faults.push(fault) });
    levels.onCall('health', 'ANSWERED', 5);
    fail(false);
    await levels.close();
    expect(faults).toHaveLength(1);
    expect(answersOf((await levelsIn(folder)).levels)).toEqual([2, 2, 2]);
  });

  it('is made with its folder', async () => {
    const folder = path.join(await newFolder(), 'deeper', 'data');
    const { levels, faults } = await levelsIn(folder);
    await levels.close();
    expect(await readdir(folder)).toContain('service-levels.sqlite');
    expect(faults).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

/** The window of each row that is kept. */
async function windowsIn(folder: string): Promise<readonly string[]> {
  const store = sqliteLevelStore(folder);
  const kept = await store.load();
  await store.close();
  return kept.map(({ window }) => window);
}

interface WatchedStore {
  readonly store: LevelStore;
  /** How many rows each save brought. */
  readonly rows: readonly number[];
  /** Does something, and waits for the save that comes of it. */
  readonly saved: (work: () => void) => Promise<void>;
}

function watched(store: LevelStore): WatchedStore {
  const rows: number[] = [];
  let next = Promise.withResolvers<void>();
  return {
    rows,
    store: {
      ...store,
      save: async (buckets, firstSteps) => {
        await store.save(buckets, firstSteps);
        rows.push(buckets.length);
        next.resolve();
      },
    },
    saved: async (work) => {
      next = Promise.withResolvers();
      work();
      await next.promise;
      // Whoever saved sets its timer anew.
      await nextTurn();
    },
  };
}

/** A store whose disk goes away and comes back. */
function failing(store: LevelStore): { readonly store: LevelStore; readonly fail: (isAway: boolean) => void } {
  let isAway = false;
  const orAway =
    <Arguments extends unknown[], T>(work: (...args: Arguments) => Promise<T>) =>
    (...args: Arguments): Promise<T> =>
      isAway ? Promise.reject(new Error('no such device')) : work(...args);
  return {
    store: { load: orAway(store.load), save: orAway(store.save), close: store.close },
    fail: (away) => {
      isAway = away;
    },
  };
}
