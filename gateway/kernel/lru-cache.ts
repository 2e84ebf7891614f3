/** A map that forgets its least recently used entry when it is full. */
export interface LruCache<Key, Value> {
  readonly get: (key: Key) => Value | undefined;
  readonly set: (key: Key, value: Value) => void;
  readonly delete: (key: Key) => void;
  /** Keys, the most recently used first. */
  readonly keys: () => Key[];
  readonly size: () => number;
}

/** `maxEntries` must be at least 1. */
export function createLruCache<Key, Value>(maxEntries: number): LruCache<Key, Value> {
  if (!Number.isInteger(maxEntries) || maxEntries < 1) throw new RangeError('maxEntries must be a positive integer');
  // A Map iterates in the order of insertion, so its first key is the one unused for longest.
  const entries = new Map<Key, Value>();
  return {
    get: (key) => {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size <= maxEntries) return;
      const oldest = entries.keys().next();
      if (oldest.done !== true) entries.delete(oldest.value);
    },
    delete: (key) => {
      entries.delete(key);
    },
    keys: () => [...entries.keys()].toReversed(),
    size: () => entries.size,
  };
}
