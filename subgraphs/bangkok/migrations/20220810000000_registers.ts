import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await createCommunities(knex);
  await createAllowanceLedger(knex);
  await createPupils(knex);
  await createServices(knex);
}

export async function down(knex: Knex): Promise<void> {
  const services = ['bma_vocational_course', 'bma_nursing_visit'];
  const pupils = ['bma_uniform_issue', 'bma_school_meal'];
  const tables = [...services, ...pupils, 'bma_allowance_payment', 'community_step', 'community'];
  for (const table of tables) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}

async function createCommunities(knex: Knex): Promise<void> {
  await knex.schema.createTable('community', (table) => {
    subjectKey(table);
    table.string('name', 200).nullable();
    table.boolean('registered').nullable();
  });
  await knex.schema.createTable('community_step', (table) => {
    detailKey(table);
    table.date('taken_on').notNullable();
    table.string('step', 12).notNullable().checkIn(['SURVEYED', 'APPLIED', 'ANNOUNCED', 'REFUSED']);
    districtCode(table);
  });
}

async function createAllowanceLedger(knex: Knex): Promise<void> {
  await knex.schema.createTable('bma_allowance_payment', (table) => {
    detailKey(table);
    table.date('paid_on').notNullable();
    table.string('allowance', 16).notNullable().checkIn(['OLD_AGE', 'OLD_AGE_TOP_UP', 'DISABILITY', 'AIDS']);
    table.double('thb').notNullable().checkBetween([0, 1_000_000_000]);
    districtCode(table);
  });
}

async function createPupils(knex: Knex): Promise<void> {
  await knex.schema.createTable('bma_school_meal', (table) => {
    detailKey(table);
    schoolYear(table);
    table.integer('term').notNullable().checkBetween([1, 2]);
    table.string('school_name', 200).notNullable();
    table.integer('breakfasts').notNullable().checkBetween([0, 120]);
    table.integer('lunches').notNullable().checkBetween([0, 120]);
  });
  await knex.schema.createTable('bma_uniform_issue', (table) => {
    detailKey(table);
    schoolYear(table);
    table.date('issued_on').notNullable();
    table
      .string('item', 20)
      .notNullable()
      .checkIn(['PUPIL_UNIFORM', 'SCOUT_UNIFORM', 'SPORTS_UNIFORM', 'SHOES', 'SCHOOL_EQUIPMENT']);
    table.integer('pieces').notNullable().checkBetween([1, 20]);
  });
}

async function createServices(knex: Knex): Promise<void> {
  await knex.schema.createTable('bma_nursing_visit', (table) => {
    detailKey(table);
    table.date('visited_on').notNullable();
    table.integer('health_centre').notNullable().checkBetween([1, 69]);
    table.string('visitor', 16).notNullable().checkIn(['NURSE', 'PHYSICIAN', 'PHYSIOTHERAPIST', 'VOLUNTEER']);
    table
      .string('reason', 16)
      .notNullable()
      .checkIn(['BED_BOUND', 'HOME_BOUND', 'NEWLY_DELIVERED', 'CHRONIC_ILLNESS', 'PALLIATIVE']);
    table.date('next_visit_on').nullable();
  });
  await knex.schema.createTable('bma_vocational_course', (table) => {
    detailKey(table);
    table.string('school', 200).notNullable();
    table.string('course', 200).notNullable();
    table.date('started_on').notNullable();
    table.boolean('completed').nullable();
  });
}

function districtCode(table: Knex.CreateTableBuilder): void {
  table.string('district_code', 4).notNullable().checkLength('=', 4);
}

function schoolYear(table: Knex.CreateTableBuilder): void {
  table.integer('school_year').notNullable().checkBetween([1997, 2057]);
}
