import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await knex.schema.createTable('house', (table) => {
    subjectKey(table);
    table.string('area_code', 6).notNullable();
    table.string('address_line', 300).nullable();
    table.string('family_name', 100).notNullable();
    table.string('province_code', 2).nullable();
    table.integer('size').nullable().checkBetween([0, 99]);
    // Each order of Query.households has its index; the house code's is the primary key.
    table.index(['area_code', 'house_code', 'family_name']);
    table.index(['family_name', 'house_code', 'area_code']);
    table.index(['house_code', 'area_code', 'family_name']);
  });
  await knex.schema.createTable('person', (table) => {
    subjectKey(table);
    table.string('citizen_id', 13).nullable().unique();
    table.string('name_th', 200).nullable();
    table.string('relation', 100).nullable();
    table.date('birth_date').nullable();
    table.string('birth_date_precision', 5).nullable().checkIn(['DAY', 'MONTH', 'YEAR']);
    table.string('sex', 1).nullable().checkIn(['F', 'M']);
    table.boolean('thai_nationality').nullable();
    table
      .string('civil_status', 24)
      .nullable()
      .checkIn(['CITIZEN', 'REGISTERED_NON_CITIZEN', 'STATELESS_REGISTERED', 'UNREGISTERED']);
    table.string('domicile_province', 2).nullable();
    table.string('marital_status', 10).nullable().checkIn(['SINGLE', 'MARRIED', 'WIDOWED', 'DIVORCED', 'SEPARATED']);
    table.boolean('is_deceased').nullable();
    table.date('died_on').nullable();
    table.boolean('has_id_card').nullable();
  });
  await knex.schema.createTable('household_survey', (table) => {
    subjectKey(table);
    table.double('avg_income_per_person_year').nullable();
    table.boolean('housing_secure').nullable();
    table.boolean('farmer').nullable();
  });
  await knex.schema.createTable('livelihood', (table) => {
    subjectKey(table);
    table.double('income_per_year').nullable();
    table.string('occupation', 60).nullable();
  });
  await knex.schema.createTable('electricity_meter', (table) => {
    subjectKey(table);
    table.integer('ampere').nullable();
    table.integer('max_units3_months').nullable();
  });
  await knex.schema.createTable('disaster_status', (table) => {
    subjectKey(table);
    table.boolean('declared').nullable();
    table.string('house_damage', 10).nullable().checkIn(['NONE', 'PARTIAL', 'TOTAL']);
  });
  await knex.schema.createTable('electricity_bill', (table) => {
    detailKey(table);
    table.date('month').notNullable();
    table.integer('units').notNullable();
    table.double('thb').notNullable();
  });
  await knex.schema.createTable('allowance_payment', (table) => {
    detailKey(table);
    table.date('paid_on').notNullable();
    table.string('allowance', 12).notNullable().checkIn(['OLD_AGE', 'DISABILITY', 'AIDS']);
    table.double('thb').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  const registers = ['disaster_status', 'electricity_meter', 'livelihood', 'household_survey', 'person', 'house'];
  for (const table of ['allowance_payment', 'electricity_bill', ...registers]) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}
