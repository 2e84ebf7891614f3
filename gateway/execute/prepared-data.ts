/** A response's `data` as its JSON text. Whoever needs the objects calls `toJSON`, and JSON.stringify does. */
export interface PreparedData extends Record<string, unknown> {
  readonly text: string;
  readonly toJSON: () => unknown;
}

const prepared = new WeakSet<object>();

export function prepareData(text: string): PreparedData {
  const data: PreparedData = Object.defineProperties(
    { text, toJSON: () => JSON.parse(text) },
    // Hidden, so that nothing takes them for fields of the answer.
    { text: { enumerable: false }, toJSON: { enumerable: false } },
  );
  prepared.add(data);
  return data;
}

export function isPreparedData(value: unknown): value is PreparedData {
  return typeof value === 'object' && value !== null && prepared.has(value);
}
