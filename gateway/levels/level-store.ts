import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import { z } from 'zod';
import type { Bucket } from './bucket.ts';
import { sketchOf, sketchPairs } from './sketch.ts';
import { windowNames, windows, type WindowName } from './windows.ts';

/** One bucket of one body, as it is kept. */
export interface KeptBucket {
  readonly body: string;
  readonly window: WindowName;
  readonly step: number;
  readonly bucket: Bucket;
}

/** Where the levels of one gateway outlive it. Every method may reject; what was kept before stays then. */
export interface LevelStore {
  readonly load: () => Promise<readonly KeptBucket[]>;
  /** Puts buckets in the place of those that were kept, and forgets the steps before `firstSteps`. */
  readonly save: (buckets: readonly KeptBucket[], firstSteps: Readonly<Record<WindowName, number>>) => Promise<void>;
  readonly close: () => Promise<void>;
}

const table = 'level_bucket';
const key = ['body', 'window', 'step'];
/** SQLite takes so many rows in one statement. */
const rowsAtOnce = 100;

/** `service-levels.sqlite` in the data folder; made when it is first used. One gateway writes it. */
export function sqliteLevelStore(dataDir: string): LevelStore {
  const db = knex({
    client: 'sqlite3',
    connection: { filename: path.join(dataDir, 'service-levels.sqlite') },
    useNullAsDefault: true,
    // What goes wrong is told to whoever asked.
    log: { warn: nothing, error: nothing, deprecate: nothing, debug: nothing },
  });
  let ready: Promise<void> | undefined;
  const open = (): Promise<void> => {
    ready ??= prepare(db, dataDir).catch((error: unknown) => {
      ready = undefined;
      throw error;
    });
    return ready;
  };
  return {
    load: async () => {
      await open();
      const rows: unknown[] = await db(table).select();
      return rows.map(readRow);
    },
    save: async (buckets, firstSteps) => {
      await open();
      await db.transaction(async (transaction) => {
        for (let at = 0; at < buckets.length; at += rowsAtOnce) {
          const rows = buckets.slice(at, at + rowsAtOnce).map(rowOf);
          // oxlint-disable-next-line no-await-in-loop -- statements of one connection come one after the other anyway
          await transaction(table).insert(rows).onConflict(key).merge();
        }
        await forget(transaction, firstSteps);
      });
    },
    close: () => db.destroy(),
  };
}

function nothing(): void {}

async function prepare(db: Knex, dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  if (await db.schema.hasTable(table)) return;
  await db.schema.createTable(table, (columns) => {
    columns.text('body').notNullable();
    columns.text('window').notNullable();
    columns.integer('step').notNullable();
    columns.text('answers').notNullable();
    for (const name of ['timed_out', 'unavailable', 'invalid', 'in_error']) columns.integer(name).notNullable();
    columns.integer('oldest_ms');
    columns.integer('newest_ms');
    columns.primary(key);
  });
}

async function forget(transaction: Knex.Transaction, firstSteps: Readonly<Record<WindowName, number>>): Promise<void> {
  for (const window of windowNames) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    await transaction(table).where({ window }).where('step', '<', firstSteps[window]).delete();
  }
}

const count = z.number().int().min(0).max(0xffff_ffff);
const moment = z.number().nullable();

const row = z.object({
  body: z.string(),
  window: z.string().refine((name): name is WindowName => Object.hasOwn(windows, name)),
  step: z.number().int(),
  answers: z.string(),
  timed_out: count,
  unavailable: count,
  invalid: count,
  in_error: count,
  oldest_ms: moment,
  newest_ms: moment,
});

const pairs = z.array(z.tuple([z.number().int(), count]));

function rowOf({ body, window, step, bucket }: KeptBucket): z.infer<typeof row> {
  const { answers, failures, oldestMs, newestMs } = bucket;
  return {
    body,
    window,
    step,
    answers: JSON.stringify(sketchPairs(answers)),
    timed_out: failures.TIMED_OUT,
    unavailable: failures.UNAVAILABLE,
    invalid: failures.INVALID,
    in_error: failures.IN_ERROR,
    oldest_ms: Number.isNaN(oldestMs) ? null : oldestMs,
    newest_ms: Number.isNaN(newestMs) ? null : newestMs,
  };
}

function readRow(json: unknown): KeptBucket {
  const { body, window, step, answers, ...kept } = row.parse(json);
  return {
    body,
    window,
    step,
    bucket: {
      answers: sketchOf(pairs.parse(JSON.parse(answers))),
      failures: {
        TIMED_OUT: kept.timed_out,
        UNAVAILABLE: kept.unavailable,
        INVALID: kept.invalid,
        IN_ERROR: kept.in_error,
      },
      oldestMs: kept.oldest_ms ?? Number.NaN,
      newestMs: kept.newest_ms ?? Number.NaN,
    },
  };
}
