import type { Supergraph } from './supergraph.ts';

export interface SupergraphHolder {
  /** The supergraph for the next operation. An operation keeps what it got here until it ends. */
  readonly current: () => Supergraph;
  /**
   * Loads another supergraph, prepares it and puts it in place by one assignment. Rejects with SUPERGRAPH_INVALID, and
   * the old one stays. Calls are done in the order they come in; the same text again changes nothing.
   */
  readonly swap: (sdl: string) => Promise<Supergraph>;
  /** Called after each swap; the returned function ends that. */
  readonly onSwap: (listener: (supergraph: Supergraph) => void) => () => void;
  /** What must be ready before a supergraph takes over, for example the plans of the most used operations. */
  readonly beforeSwap: (prepare: (next: Supergraph) => Promise<void>) => void;
  readonly close: () => void;
}

export async function createSupergraphHolder(
  sdl: string,
  load: (sdl: string) => Promise<Supergraph>,
): Promise<SupergraphHolder> {
  let current = await load(sdl);
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(supergraph: Supergraph) => void>();
  const preparations: ((next: Supergraph) => Promise<void>)[] = [];

  async function replace(nextSdl: string): Promise<Supergraph> {
    if (nextSdl === current.sdl) return current;
    const next = await load(nextSdl);
    await Promise.all(preparations.map((prepare) => prepare(next)));
    const previous = current;
    current = next;
    previous.retire();
    for (const listener of listeners) listener(next);
    return next;
  }

  return {
    current: () => current,
    swap: (nextSdl) => {
      const swapped = queue.then(() => replace(nextSdl));
      queue = swapped.catch(() => undefined);
      return swapped;
    },
    onSwap: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    beforeSwap: (prepare) => {
      preparations.push(prepare);
    },
    close: () => current.retire(),
  };
}
