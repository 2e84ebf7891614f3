import type { DevEvent } from '../../gateway/app/dev/dev-graph-reload.ts';

type EventOf<Kind> = Extract<DevEvent, { readonly kind: Kind }>;

/** What `openDevGraph` tells, to be waited for. */
export interface DevEvents {
  readonly onEvent: (event: DevEvent) => void;
  /** Kinds of what was told since the last call. */
  readonly kinds: () => readonly DevEvent['kind'][];
  /** The next event of a kind; one that was told since the last call of `kinds` counts. */
  readonly next: <Kind extends DevEvent['kind']>(kind: Kind) => Promise<EventOf<Kind>>;
}

export function collectEvents(): DevEvents {
  let told: DevEvent[] = [];
  const waiting = new Set<(event: DevEvent) => void>();
  return {
    onEvent: (event) => {
      told.push(event);
      for (const look of waiting) look(event);
    },
    kinds: () => {
      const kinds = told.map(({ kind }) => kind);
      told = [];
      return kinds;
    },
    next: <Kind extends DevEvent['kind']>(kind: Kind) => {
      const isOfKind = (event: DevEvent): event is EventOf<Kind> => event.kind === kind;
      const known = told.find(isOfKind);
      if (known !== undefined) return Promise.resolve<EventOf<Kind>>(known);
      return new Promise<EventOf<Kind>>((resolve) => {
        const look = (event: DevEvent): void => {
          if (!isOfKind(event)) return;
          waiting.delete(look);
          resolve(event);
        };
        waiting.add(look);
      });
    },
  };
}
