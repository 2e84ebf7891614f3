import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await createRegisters(knex);
  await createDetails(knex);
}

export async function down(knex: Knex): Promise<void> {
  const details = ['price_complaint', 'blue_flag_shop', 'business_course', 'guarantee_payment', 'business'];
  const registers = ['business_owner'];
  for (const table of [...details, ...registers]) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}

async function createRegisters(knex: Knex): Promise<void> {
  await knex.schema.createTable('business_owner', (table) => {
    subjectKey(table);
    table.boolean('runs_micro_business').nullable();
  });
}

async function createDetails(knex: Knex): Promise<void> {
  await knex.schema.createTable('business', (table) => {
    detailKey(table);
    table.string('registration_number', 20).notNullable();
    table.string('name_th', 200).notNullable();
    table
      .string('form', 20)
      .notNullable()
      .checkIn(['SOLE_TRADER', 'ORDINARY_PARTNERSHIP', 'LIMITED_PARTNERSHIP', 'LIMITED_COMPANY']);
    table.string('activity_th', 200).notNullable();
    table.boolean('sells_online').notNullable();
    table.date('registered_on').notNullable();
    table.date('closed_on').nullable();
  });
  await knex.schema.createTable('guarantee_payment', (table) => {
    detailKey(table);
    table
      .string('crop', 21)
      .notNullable()
      .checkIn([
        'RICE_HOM_MALI',
        'RICE_HOM_MALI_OUTSIDE',
        'RICE_PATHUM',
        'RICE_WHITE',
        'RICE_GLUTINOUS',
        'MAIZE',
        'CASSAVA',
        'OIL_PALM',
        'RUBBER',
      ]);
    table.integer('season_start_year').notNullable().checkBetween([2015, 2100]);
    table.integer('instalment').notNullable().checkBetween([1, 60]);
    table.double('tonnes').notNullable().checkBetween([0, 10_000]);
    table.double('gap_per_tonne_thb').notNullable().checkBetween([0, 100_000]);
    table.double('thb').notNullable().checkBetween([0, 10_000_000]);
    table.date('paid_on').notNullable();
  });
  await knex.schema.createTable('business_course', (table) => {
    detailKey(table);
    table.string('name_th', 200).notNullable();
    table
      .string('topic', 19)
      .notNullable()
      .checkIn(['ONLINE_TRADE', 'FRANCHISE', 'ACCOUNTING', 'PACKAGING_AND_BRAND', 'SHOP_MANAGEMENT']);
    table.date('attended_on').notNullable();
    table.boolean('completed').notNullable();
  });
  await knex.schema.createTable('blue_flag_shop', (table) => {
    detailKey(table);
    table.string('shop_number', 20).notNullable();
    table.string('name_th', 200).notNullable();
    table.string('subdistrict_code', 6).notNullable();
    table.boolean('takes_welfare_card').notNullable();
    table.date('joined_on').notNullable();
    table.date('left_on').nullable();
  });
  await knex.schema.createTable('price_complaint', (table) => {
    detailKey(table);
    table.string('case_number', 40).notNullable();
    table.date('received_on').notNullable();
    table.string('goods_th', 200).notNullable();
    table.string('outcome', 9).notNullable().checkIn(['OPEN', 'SETTLED', 'FINED', 'UNFOUNDED']);
  });
}
