import type { Clock } from '../kernel/clock.ts';

/** Counts of the last `windowMs` milliseconds, in ten slots: what is older than the window less a slot fades out. */
export interface RollingCounts {
  readonly addCall: () => void;
  /** Counts one of the calls as marked: failed, or retried. */
  readonly addMarked: () => void;
  readonly calls: () => number;
  readonly marked: () => number;
}

const slotCount = 10;

export function rollingCounts(clock: Clock, windowMs: number): RollingCounts {
  const slotMs = windowMs / slotCount;
  const slots = Array.from({ length: slotCount }, () => ({ calls: 0, marked: 0 }));
  const total = { calls: 0, marked: 0 };
  let tick = Math.floor(clock.now() / slotMs);

  /** The slot of now, after the slots that the window has left behind are emptied. */
  const current = (): { calls: number; marked: number } => {
    const now = Math.floor(clock.now() / slotMs);
    // A clock that was set back leaves `tick` ahead; counting goes on in the slot of the new time.
    for (let passed = Math.min(now - tick, slotCount); passed > 0; passed -= 1) {
      empty(slotAt(slots, now - passed + 1), total);
    }
    tick = now;
    return slotAt(slots, now);
  };

  return {
    addCall: () => {
      current().calls += 1;
      total.calls += 1;
    },
    addMarked: () => {
      current().marked += 1;
      total.marked += 1;
    },
    calls: () => {
      current();
      return total.calls;
    },
    marked: () => {
      current();
      return total.marked;
    },
  };
}

interface Counts {
  calls: number;
  marked: number;
}

function slotAt(slots: readonly Counts[], tick: number): Counts {
  const slot = slots[((tick % slotCount) + slotCount) % slotCount];
  if (slot === undefined) throw new RangeError(`no slot for tick ${tick}`);
  return slot;
}

function empty(slot: Counts, total: Counts): void {
  total.calls -= slot.calls;
  total.marked -= slot.marked;
  slot.calls = 0;
  slot.marked = 0;
}
