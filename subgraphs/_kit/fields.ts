import type { BodyContext } from './define-subgraph.ts';
import type { HouseholdRecord, PersonKey } from './record.ts';
import type { Columns, Detail, DetailRowOf, Register, RowOf } from './registry.ts';

/** A row as the graph shows it; `person` is null for the household itself. */
export type Shown<Row> = Row & { readonly person: PersonKey | null };

/** Resolver of a list field: the stored rows of a register. */
export function registerField<C extends Columns>(
  register: Register<C>,
): (record: HouseholdRecord) => readonly Shown<RowOf<C>>[] {
  return (record) => record.rows(register).map((row) => shown(record, row));
}

/** Resolver of a single field: the household's row of a register, null when there is none. */
export function householdField<C extends Columns>(
  register: Register<C>,
): (record: HouseholdRecord) => Shown<RowOf<C>> | null {
  return (record) => registerField(register)(record)[0] ?? null;
}

/** Resolver of a list field: the rows of a detail, read only when the field is asked for. */
export function detailField<C extends Columns>(
  detail: Detail<C>,
): (record: HouseholdRecord, args: unknown, context: BodyContext) => Promise<readonly Shown<DetailRowOf<C>>[]> {
  return async (record, _args, context) => {
    const rows = await context.detail(detail).load(record.houseCode);
    return rows.map((row) => shown(record, row));
  };
}

function shown<Row extends { readonly member: string }>(record: HouseholdRecord, row: Row): Shown<Row> {
  return { ...row, person: record.person(row.member) };
}
