import type { BodyName } from '../../schema/contract/bodies.ts';
import type { Column, OptionalColumn } from './columns.ts';

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** Decoded values by column; `member` is `M1` … or `M0` for the household. */
export type RowOf<C extends Columns> = { readonly member: string } & {
  readonly [Name in keyof C]: C[Name] extends Column<infer Value> ? Value | null : never;
};

/**
 * One typed table with at most one row for each subject. Its facts are what this body alone may assert; a subject
 * whose values are all blank has no row. SQL names are the column names in snake_case.
 */
export interface Register<C extends Columns = Columns> {
  readonly table: string;
  readonly of: 'person' | 'household';
  /** Registry id shown with each fact, for example `nhso-coverage`. */
  readonly registry: string;
  readonly columns: C;
  /** Column -> fact of the dictionary. Columns without a fact come from `identity` or are not imported. */
  readonly facts: Readonly<Partial<Record<keyof C & string, string>>>;
  /** Column -> key of the extract's member or household that is not a fact, for example `name`. */
  readonly identity?: Readonly<Partial<Record<keyof C & string, string>>>;
  /** True when every subject gets a row, blank or not. */
  readonly always?: boolean;
}

/** Decoded values of a detail: only optional columns may be null. */
export type DetailRowOf<C extends Columns> = { readonly member: string } & {
  readonly [Name in keyof C]: C[Name] extends OptionalColumn<infer Value>
    ? Value | null
    : C[Name] extends Column<infer Value>
      ? Value
      : never;
};

/**
 * A typed table with any number of rows for each subject: the history behind the facts. It comes from the extract's
 * optional `registries.<body>.<key>` and is read only when a query asks for it.
 */
export interface Detail<C extends Columns = Columns> {
  readonly table: string;
  readonly key: string;
  readonly of: 'person' | 'household';
  readonly columns: C;
}

export interface Registry {
  readonly body: BodyName;
  readonly registers: readonly Register[];
  readonly details: readonly Detail[];
}

export function register<C extends Columns>(definition: Register<C>): Register<C> {
  return definition;
}

export function detail<C extends Columns>(definition: Detail<C>): Detail<C> {
  return definition;
}

/** Checks that no table, column or fact is named twice; throws on a slip of the programmer. */
export function defineRegistry(registry: Registry): Registry {
  const tables = [...registry.registers, ...registry.details].map((part) => part.table);
  const facts = registry.registers.flatMap((part) => Object.values(part.facts));
  for (const names of [tables, facts]) {
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw new TypeError(`${registry.body}: ${twice} is defined twice`);
  }
  return registry;
}

/** `visitedOn` -> `visited_on`. */
export function columnName(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
