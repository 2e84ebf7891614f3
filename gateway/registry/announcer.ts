import type { Clock } from '../kernel/clock.ts';
import type { Artefact } from './artefact.ts';
import type { RegistryStore } from './store.ts';

/** The newest artefact, ready to be sent. */
export interface Announced {
  readonly artefact: Artefact;
  /** The artefact as JSON. */
  readonly text: string;
}

export interface Announcer {
  /** What was read last: it stays while the database cannot be read. */
  readonly current: () => Announced | undefined;
  /** Reads the newest artefact if there is a newer one. Rejects with REGISTRY_STORE_FAILED. */
  readonly refresh: () => Promise<void>;
  /** The artefact as soon as its sequence is another than `known`; undefined when the time is over first. */
  readonly other: (known: number, waitMs: number, signal: AbortSignal) => Promise<Announced | undefined>;
  /** Called with each newer artefact; the returned function ends that. */
  readonly onArtefact: (listener: (artefact: Artefact) => void) => () => void;
  readonly close: () => void;
}

export interface AnnouncerOptions {
  readonly store: Pick<RegistryStore, 'sequence' | 'artefact'>;
  readonly clock: Clock;
  /** How often the database is asked whether another process has published. */
  readonly watchMs: number;
  /** Told once why the database cannot be read, and again when the reason is another. */
  readonly onFault: (error: unknown) => void;
}

export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const { store, clock } = options;
  let announced: Announced | undefined;
  let refreshing: Promise<void> = Promise.resolve();
  const listeners = new Set<(artefact: Artefact) => void>();

  async function read(): Promise<void> {
    const sequence = await store.sequence();
    if (sequence <= (announced?.artefact.manifest.sequence ?? 0)) return;
    const artefact = await store.artefact(sequence);
    if (artefact === undefined) return;
    announced = { artefact, text: JSON.stringify(artefact) };
    for (const listener of listeners) listener(artefact);
  }

  function refresh(): Promise<void> {
    const next = refreshing.then(read);
    refreshing = next.catch(() => undefined);
    return next;
  }

  /** Resolves at the next artefact, after the time, or when nobody waits any more. */
  function nextArtefact(waitMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        stopTimer();
        listeners.delete(finish);
        signal.removeEventListener('abort', finish);
        resolve();
      };
      const stopTimer = clock.after(waitMs, finish);
      listeners.add(finish);
      signal.addEventListener('abort', finish, { once: true });
    });
  }

  return {
    current: () => announced,
    refresh,
    other: async (known, waitMs, signal) => {
      const other = (): Announced | undefined =>
        announced?.artefact.manifest.sequence === known ? undefined : announced;
      if (other() === undefined && waitMs > 0 && !signal.aborted) await nextArtefact(waitMs, signal);
      return other();
    },
    onArtefact: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: watch(refresh, options),
  };
}

/** Refreshes once in a while until the returned function is called. */
function watch(refresh: () => Promise<void>, { clock, watchMs, onFault }: AnnouncerOptions): () => void {
  let told = '';
  let isClosed = false;
  let cancel = clock.after(watchMs, () => void look());

  async function look(): Promise<void> {
    try {
      await refresh();
      told = '';
    } catch (error) {
      const reason = String(error);
      if (reason !== told) onFault(error);
      told = reason;
    }
    if (!isClosed) cancel = clock.after(watchMs, () => void look());
  }

  return () => {
    isClosed = true;
    cancel();
  };
}
