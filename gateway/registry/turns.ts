import { CodedError } from '../../schema/contract/error-codes.ts';

export interface Turns {
  /** Runs the work when everything before it has ended. Rejects with REGISTRY_BUSY when too much waits. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createTurns(maxWaiting: number): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    take: async (work) => {
      if (waiting >= maxWaiting) throw new CodedError('REGISTRY_BUSY');
      waiting += 1;
      const done = last.then(work);
      last = done.catch(() => undefined);
      try {
        return await done;
      } finally {
        waiting -= 1;
      }
    },
  };
}
