import { createMerged } from './merged-object.ts';

/* Support for tests. */

/** The same value with every object as the merge builds it. */
export function merged(value: Readonly<Record<string, unknown>>): ReturnType<typeof createMerged> {
  return Object.assign(
    createMerged(),
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convert(item)])),
  );
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  return typeof value === 'object' && value !== null ? merged({ ...value }) : value;
}
