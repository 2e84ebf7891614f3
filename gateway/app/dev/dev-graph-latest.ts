export interface LatestOnly<Item> {
  readonly take: (item: Item) => void;
  /** Resolves when nothing is worked on or waits. */
  readonly settled: () => Promise<void>;
}

/**
 * Runs `work` for one item at a time, the newest only: an item that comes while another is worked on takes the place of
 * the one that waits. `work` must not reject.
 */
export function latestOnly<Item>(work: (item: Item) => Promise<void>): LatestOnly<Item> {
  let waiting: { readonly item: Item } | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    for (let next = waiting; next !== undefined; next = waiting) {
      waiting = undefined;
      // oxlint-disable-next-line no-await-in-loop -- one at a time is what this is for
      await work(next.item);
    }
    running = undefined;
  }

  return {
    take: (item) => {
      waiting = { item };
      running ??= run();
    },
    settled: async () => {
      await running;
    },
  };
}
