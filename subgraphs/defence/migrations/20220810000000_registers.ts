import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await knex.schema.createTable('veteran_card', (table) => {
    subjectKey(table);
    table.integer('card_class').nullable().checkBetween([1, 4]);
    table.boolean('disabled_in_service').nullable();
  });
  await knex.schema.createTable('veteran_family_card', (table) => {
    subjectKey(table);
    table.integer('card_class').nullable().checkBetween([1, 4]);
  });
  await knex.schema.createTable('war_duty', (table) => {
    subjectKey(table);
    table.boolean('certified').nullable();
  });
  await knex.schema.createTable('conscription_roll', (table) => {
    subjectKey(table);
    table.boolean('due_this_year').nullable();
    table.boolean('supports_incapacitated_parent').nullable();
  });
  await knex.schema.createTable('veteran_card_issue', (table) => {
    detailKey(table);
    table.string('card_no', 20).notNullable();
    table.string('kind', 14).notNullable().checkIn(['VETERAN', 'FAMILY_MEMBER']);
    table.integer('card_class').notNullable().checkBetween([1, 4]);
    table.date('issued_on').notNullable();
    table.date('expires_on').nullable();
  });
  await knex.schema.createTable('duty_tour', (table) => {
    detailKey(table);
    table.string('operation', 200).notNullable();
    table.string('unit', 200).notNullable();
    table.date('started_on').notNullable();
    table.date('ended_on').nullable();
  });
  await knex.schema.createTable('veteran_relief_payment', (table) => {
    detailKey(table);
    table.date('paid_on').notNullable();
    table
      .string('relief', 14)
      .notNullable()
      .checkIn(['MEDICAL', 'SUBSISTENCE', 'DISASTER_LOSS', 'MATERNITY', 'SCHOOLING', 'FUNERAL']);
    table.double('thb').notNullable().checkBetween([0, 1_000_000_000]);
  });
  await knex.schema.createTable('conscription_call', (table) => {
    detailKey(table);
    table.integer('selection_year').notNullable().checkBetween([1954, 2157]);
    table.string('recruiting_office', 200).notNullable();
    table.date('report_on').notNullable();
    table
      .string('outcome', 14)
      .nullable()
      .checkIn(['VOLUNTEERED', 'DREW_RED', 'DREW_BLACK', 'DEFERRED', 'EXEMPTED', 'UNFIT', 'DID_NOT_REPORT']);
  });
  await knex.schema.createTable('development_visit', (table) => {
    detailKey(table);
    table.date('visited_on').notNullable();
    table.string('unit', 200).notNullable();
    table.string('work', 14).notNullable().checkIn(['HOUSE_REPAIR', 'MEDICAL_TEAM', 'WATER_DELIVERY', 'ROAD_OR_POND']);
  });
}

export async function down(knex: Knex): Promise<void> {
  const details = [
    'development_visit',
    'conscription_call',
    'veteran_relief_payment',
    'duty_tour',
    'veteran_card_issue',
  ];
  const registers = ['conscription_roll', 'war_duty', 'veteran_family_card', 'veteran_card'];
  for (const table of [...details, ...registers]) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}
