import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await knex.schema.createTable('coverage', (table) => {
    subjectKey(table);
    table.string('scheme', 12).nullable().checkIn(['UCS', 'SSS', 'CSMBS', 'LGO', 'STATUS_FUND', 'NONE']);
  });
  await knex.schema.createTable('maternity', (table) => {
    subjectKey(table);
    table.boolean('pregnant').nullable();
    table.date('gestation_from').nullable();
    table.date('delivered_on').nullable();
  });
  await knex.schema.createTable('assessment', (table) => {
    subjectKey(table);
    table.integer('adl_score').nullable().checkBetween([0, 20]);
    table.boolean('incontinent').nullable();
    table.boolean('needs_assistive_device').nullable();
  });
  await knex.schema.createTable('illness', (table) => {
    subjectKey(table);
    table.text('conditions').nullable();
    table.boolean('hiv_symptomatic').nullable();
  });
  await knex.schema.createTable('care_plan', (table) => {
    subjectKey(table);
    table.boolean('approved').nullable();
  });
  await knex.schema.createTable('adl_history', (table) => {
    detailKey(table);
    table.date('assessed_on').notNullable();
    table.integer('score').notNullable().checkBetween([0, 20]);
  });
  await knex.schema.createTable('home_visit', (table) => {
    detailKey(table);
    table.date('visited_on').notNullable();
    table.string('visitor', 12).notNullable().checkIn(['VOLUNTEER', 'NURSE', 'CARE_MANAGER', 'PHYSICIAN']);
  });
  await knex.schema.createTable('vaccination', (table) => {
    detailKey(table);
    table.string('vaccine', 12).notNullable().checkIn(['BCG', 'DTP', 'MMR', 'HPV', 'INFLUENZA', 'COVID_19']);
    table.date('given_on').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  const tables = [
    'vaccination',
    'home_visit',
    'adl_history',
    'care_plan',
    'illness',
    'assessment',
    'maternity',
    'coverage',
  ];
  for (const table of tables) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}
