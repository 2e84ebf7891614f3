import type { Knex } from 'knex';

/**
 * The tables that every body has: which households its registry was read for, and the ledger of enrolments and
 * services. A body's first migration calls this and then creates its own registers.
 */
export async function createKitTables(knex: Knex): Promise<void> {
  await knex.schema.createTable('extract', (table) => {
    table.string('house_code', 11).primary();
    table.date('as_of').notNullable();
    // JSON list of the members this registry was read for, for example ["M1","M2"].
    table.text('members').notNullable();
    // The one place where absent is told from null: JSON {"M1":["person.adlScore"]} of facts the registry cannot state.
    table.text('absent').nullable();
    // 0: the registry was not read for this house at all, so its body gives no answer.
    table.integer('was_read').notNullable().defaultTo(1);
  });
  await knex.schema.createTable('enrolment', (table) => {
    subjectColumns(table);
    table.integer('line').notNullable();
    table.string('programme', 80).notNullable();
    table
      .string('status', 20)
      .notNullable()
      .checkIn(['ACTIVE', 'SUSPENDED', 'AWAITING_RENEWAL', 'APPLIED', 'EXITED', 'DECEASED']);
    table.date('started_on').nullable();
    table.date('ended_on').nullable();
    table.double('thb').nullable();
    table.string('period', 10).nullable();
    table.string('record_ref', 80).notNullable();
    table.primary(['house_code', 'line']);
  });
  await knex.schema.createTable('service_record', (table) => {
    subjectColumns(table);
    table.integer('line').notNullable();
    table.string('programme', 80).notNullable();
    table.string('status', 20).notNullable().checkIn(['PLANNED', 'DELIVERED', 'REFUSED']);
    table.date('delivered_on').nullable();
    table.primary(['house_code', 'line']);
  });
}

export async function dropKitTables(knex: Knex): Promise<void> {
  for (const table of ['service_record', 'enrolment', 'extract']) await knex.schema.dropTable(table);
}

/** `house_code` and `member` of a register with one row for each subject. */
export function subjectKey(table: Knex.CreateTableBuilder): void {
  subjectColumns(table);
  table.primary(['house_code', 'member']);
}

/** `house_code`, `member` and a running `line` of a detail with any number of rows for each subject. */
export function detailKey(table: Knex.CreateTableBuilder): void {
  subjectColumns(table);
  table.integer('line').notNullable();
  table.primary(['house_code', 'line']);
}

function subjectColumns(table: Knex.CreateTableBuilder): void {
  table.string('house_code', 11).notNullable();
  table.string('member', 3).notNullable();
}
