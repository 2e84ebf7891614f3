import DataLoader from 'dataloader';
import type { Stored } from './columns.ts';
import {
  decode,
  HouseholdRecord,
  ledgerColumns,
  memberNumber,
  storedLists,
  type RecordRow,
  type RecordScope,
} from './record.ts';
import {
  columnName,
  type Columns,
  type Detail,
  type DetailRowOf,
  type Register,
  type Registry,
  type RowOf,
} from './registry.ts';
import type { ConstantSql, SqlRow, Store } from './store.ts';

/**
 * Reads by house code; one statement for all keys of a tick. Null: the body has never heard of this house, or who asks
 * may not open it, which look the same.
 */
export type RecordLoader = DataLoader<string, HouseholdRecord | null>;

export type DetailLoader<C extends Columns> = DataLoader<string, readonly DetailRowOf<C>[]>;

/** Everything that facts, entitlements and services need, of any number of households, in one constant statement. */
export function recordSql(registry: Registry): ConstantSql {
  const parts = [
    ...registry.registers.map((register) => jsonRows(register.table, ['member', ...sqlColumns(register)])),
    ...Object.entries(ledgerColumns).map(([table, columns]) => jsonRows(table, columns)),
  ];
  return {
    text: `select e.house_code, e.as_of, e.members, e.absent, e.was_read, ${parts.join(', ')}
      from json_each(?) k join extract e on e.house_code = k.value`,
  };
}

/** All rows of one detail, of any number of households, in one constant statement. */
export function detailSql(detail: Detail): ConstantSql {
  return {
    text: `select e.house_code, ${jsonRows(detail.table, ['member', ...sqlColumns(detail), 'line'])}
      from json_each(?) k join extract e on e.house_code = k.value`,
  };
}

export function recordLoader(store: Store, sql: ConstantSql, scope: RecordScope): RecordLoader {
  return new DataLoader(async (houseCodes) => {
    const rows = byHouse(await store.read(sql, houseCodes));
    return houseCodes.map((houseCode) => {
      const row = rows.get(houseCode);
      const record = row === undefined ? null : new HouseholdRecord(asRecordRow(row), scope);
      return record === null || scope.mayOpen?.(record) === false ? null : record;
    });
  });
}

/** Rows in the order of members and, for one member, of the extract. */
export function detailLoader<C extends Columns>(store: Store, sql: ConstantSql, detail: Detail<C>): DetailLoader<C> {
  return new DataLoader(async (houseCodes) => {
    const rows = byHouse(await store.read(sql, houseCodes));
    return houseCodes.map((houseCode) => {
      const lists = storedLists(rows.get(houseCode)?.[detail.table]);
      return lists.toSorted(byMemberAndLine).map((list) => asDetailRow<C>(decode(detail, list)));
    });
  });
}

function jsonRows(table: string, columns: readonly string[]): string {
  return `(select json_group_array(json_array(${columns.map((column) => `t.${column}`).join(', ')}))
    from ${table} t where t.house_code = e.house_code) as ${table}`;
}

function sqlColumns(part: Register | Detail): readonly string[] {
  return Object.keys(part.columns).map(columnName);
}

function byHouse(rows: readonly SqlRow[]): ReadonlyMap<string, SqlRow> {
  return new Map(rows.map((row) => [String(row['house_code']), row]));
}

function byMemberAndLine(one: readonly Stored[], other: readonly Stored[]): number {
  return memberNumber(String(one[0])) - memberNumber(String(other[0])) || Number(one.at(-1)) - Number(other.at(-1));
}

function asDetailRow<C extends Columns>(row: RowOf<Columns>): DetailRowOf<C> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- decoded by the columns of this very detail
  return row as unknown as DetailRowOf<C>;
}

function asRecordRow(row: SqlRow): RecordRow {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- selected under these names by recordSql
  return row as RecordRow;
}
