import type { Knex } from 'knex';
import type { TableRows } from './import.ts';
import { ledgerColumns } from './record.ts';
import { columnName, type Columns, type Registry } from './registry.ts';
import { storeFailure, type Store } from './store.ts';

/** Households on their way into one body's store; nothing is visible before `commit`. */
export interface StoreWriting {
  /** Replaces these households in every table of the body. */
  readonly put: (houseCodes: readonly string[], households: readonly TableRows[]) => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
}

/** Begins one transaction. Every method rejects with BODY_STORE_FAILED when the store refuses. */
export async function beginWriting(store: Store, registry: Registry): Promise<StoreWriting> {
  const refused = (error: unknown): never => {
    throw storeFailure(registry.body, error);
  };
  const transaction = await store.write.transaction().catch(refused);
  const statements = [...tableColumns(registry)].map(([table, columns]) => ({
    table,
    remove: `delete from ${table} where house_code in (select value from json_each(?))`,
    insert: `insert into ${table} (${columns.join(', ')})
      select ${columns.map((_, at) => `json_extract(value, '$[${at}]')`).join(', ')} from json_each(?)`,
  }));
  return {
    put: async (houseCodes, households) => {
      for (const { table, remove, insert } of statements) {
        const rows = households.flatMap((household) => household.get(table) ?? []);
        await run(transaction, remove, houseCodes).catch(refused);
        if (rows.length > 0) await run(transaction, insert, rows).catch(refused);
      }
    },
    commit: () => Promise.resolve(transaction.commit()).then(() => undefined, refused),
    rollback: () => Promise.resolve(transaction.rollback()).then(() => undefined, refused),
  };
}

/** SQL columns of every table of the registry, in the order of the rows that `rowsOf` makes. */
export function tableColumns(registry: Registry): ReadonlyMap<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    ['extract', ['house_code', 'as_of', 'members', 'absent', 'was_read']],
    ['enrolment', ['house_code', ...ledgerColumns.enrolment]],
    ['service_record', ['house_code', ...ledgerColumns.service_record]],
    ...registry.registers.map(({ table, columns }): [string, string[]] => [
      table,
      ['house_code', 'member', ...columnsOf(columns)],
    ]),
    ...registry.details.map(({ table, columns }): [string, string[]] => [
      table,
      ['house_code', 'member', ...columnsOf(columns), 'line'],
    ]),
  ]);
}

function columnsOf(columns: Columns): readonly string[] {
  return Object.keys(columns).map(columnName);
}

/** One statement for any number of rows: SQLite takes them apart itself, which is much faster than binding each value. */
async function run(transaction: Knex.Transaction, sql: string, values: readonly unknown[]): Promise<void> {
  await transaction.raw(sql, [JSON.stringify(values)]);
}
