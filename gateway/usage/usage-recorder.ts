import type { Clock } from '../kernel/clock.ts';
import { dayOf, others, type DailyCount, type OperationRun } from './usage.ts';
import type { StoredOperation, UsageBatch, UsageStore } from './usage-store.ts';

export interface UsageRecorderOptions {
  readonly store: UsageStore;
  readonly clock: Clock;
  /** How long runs wait in memory. Default 5 s. */
  readonly flushMs?: number;
  /** Operations and clients kept apart in memory; more are counted together. Default 2,000. */
  readonly maxWaiting?: number;
  /** Told when runs could not be written; they wait for the next time. */
  readonly onFault?: (error: unknown) => void;
}

export interface UsageRecorder {
  /** Counts one run. Takes a microsecond, and never throws. */
  readonly record: (run: OperationRun) => void;
  /** Writes what waits. Resolves whether or not it could be written. */
  readonly flush: () => Promise<void>;
  /** Writes what waits and closes the store. */
  readonly close: () => Promise<void>;
}

/** Runs are added up in memory and written together, so that no operation waits for the record or fails with it. */
export function createUsageRecorder(options: UsageRecorderOptions): UsageRecorder {
  const { store, clock, flushMs = 5_000, maxWaiting = 2_000, onFault = () => undefined } = options;
  const waiting = createWaiting(maxWaiting);
  let writing: Promise<void> = Promise.resolve();
  let isClosed = false;
  let cancel: (() => void) | undefined;

  async function write(): Promise<void> {
    const batch = waiting.take();
    if (batch.counts.length === 0) return;
    try {
      await store.add({ ...batch, at: clock.now() });
    } catch (error) {
      waiting.putBack(batch);
      onFault(error);
    }
  }

  function flush(): Promise<void> {
    cancel?.();
    cancel = undefined;
    writing = writing.then(write);
    return writing;
  }

  return {
    record: (run) => {
      if (isClosed || run.coordinates.length === 0) return;
      waiting.add(run);
      cancel ??= clock.after(flushMs, () => void flush());
    },
    flush,
    close: async () => {
      isClosed = true;
      await flush();
      await store.close();
    },
  };
}

type Batch = Pick<UsageBatch, 'counts' | 'operations'>;

/** Runs that are not written yet, added up. */
interface Waiting {
  readonly add: (run: OperationRun) => void;
  readonly take: () => Batch;
  readonly putBack: (batch: Batch) => void;
}

function createWaiting(max: number): Waiting {
  let counts = new Map<string, DailyCount>();
  let operations = new Map<string, StoredOperation>();

  function count({ day, operationHash, client, count: more }: DailyCount): void {
    const key = keyOf(day, operationHash, client);
    counts.set(key, { day, operationHash, client, count: (counts.get(key)?.count ?? 0) + more });
  }

  /** What is counted together needs the coordinates of all. */
  function remember(operation: StoredOperation): void {
    const { operationHash } = operation;
    const before = operationHash === others ? (operations.get(others)?.coordinates ?? []) : [];
    operations.set(operationHash, { ...operation, coordinates: [...new Set([...before, ...operation.coordinates])] });
  }

  return {
    add: ({ operationHash, operationName, client, coordinates, at }) => {
      const day = dayOf(at);
      const isFull = counts.size >= max && !counts.has(keyOf(day, operationHash, client));
      if (!isFull) {
        if (!operations.has(operationHash)) remember({ operationHash, operationName, coordinates });
        count({ day, operationHash, client, count: 1 });
        return;
      }
      remember({ operationHash: others, operationName: null, coordinates });
      count({ day, operationHash: others, client: others, count: 1 });
    },
    take: () => {
      const batch = { counts: [...counts.values()], operations: [...operations.values()] };
      counts = new Map();
      operations = new Map();
      return batch;
    },
    putBack: (batch) => {
      for (const operation of batch.operations) remember(operation);
      for (const each of batch.counts) count(each);
    },
  };
}

function keyOf(day: string, operationHash: string, client: string): string {
  return `${day} ${operationHash} ${client}`;
}
