/**
 * What a reader may see of an object: all of it, nothing, or all with these fields (by name, not alias) replaced by JSON
 * text of their types.
 */
export type RowView = 'SHOWN' | 'HIDDEN' | ReadonlyMap<string, string>;

/** Decides about one object before any of it is written. `row` is the object with its fields under their own names. */
export type Look = (guard: string, row: Readonly<Record<string, unknown>>) => RowView;
