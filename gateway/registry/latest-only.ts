/**
 * Works on one value at a time, and of those that come meanwhile on the newest alone: a gateway that was given ten graphs
 * while it loaded one loads the last of them. The work tells its own faults.
 */
export function latestOnly<Value>(work: (value: Value) => Promise<void>): (value: Value) => void {
  let isWorking = false;
  let waiting: { readonly value: Value } | undefined;

  async function workOn(first: Value): Promise<void> {
    isWorking = true;
    try {
      for (let next: typeof waiting = { value: first }; next !== undefined; next = waiting) {
        waiting = undefined;
        // oxlint-disable-next-line no-await-in-loop -- one at a time is what it is for
        await work(next.value);
      }
    } finally {
      isWorking = false;
    }
  }

  return (value) => {
    if (isWorking) waiting = { value };
    else void workOn(value);
  };
}
