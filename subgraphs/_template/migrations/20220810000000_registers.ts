import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await knex.schema.createTable('template_body_member', (table) => {
    subjectKey(table);
    table.boolean('registered').nullable();
  });
  await knex.schema.createTable('template_body_visit', (table) => {
    detailKey(table);
    table.date('visited_on').notNullable();
    table.string('outcome', 11).notNullable().checkIn(['HELPED', 'SENT_ON', 'NOBODY_HOME']);
    table.string('remark', 200).nullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['template_body_visit', 'template_body_member']) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}
