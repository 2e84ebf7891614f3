import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await createRegisters(knex);
  await createDetails(knex);
}

export async function down(knex: Knex): Promise<void> {
  const details = ['unrest_payment', 'unrest_incident', 'village_fund_loan', 'official_visit', 'tpmap_finding'];
  const registers = ['unrest_remedy', 'village_fund_member', 'state_pension', 'welfare_card', 'tpmap_household'];
  for (const table of [...details, ...registers]) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}

async function createRegisters(knex: Knex): Promise<void> {
  await knex.schema.createTable('tpmap_household', (table) => {
    subjectKey(table);
    table.text('dimensions').nullable();
  });
  await knex.schema.createTable('welfare_card', (table) => {
    subjectKey(table);
    table.boolean('holds_card').nullable();
    table.string('tier', 11).nullable().checkIn(['UP_TO_30K', '30K_TO_100K']);
  });
  await knex.schema.createTable('state_pension', (table) => {
    subjectKey(table);
    table.boolean('receives').nullable();
  });
  await knex.schema.createTable('village_fund_member', (table) => {
    subjectKey(table);
    table.boolean('is_member').nullable();
  });
  await knex.schema.createTable('unrest_remedy', (table) => {
    subjectKey(table);
    table
      .string('status', 29)
      .nullable()
      .checkIn(['NONE', 'CHILD_OF_DECEASED_OR_DISABLED', 'SERIOUSLY_INJURED', 'DISABLED', 'HEIR_OF_DECEASED']);
    table.date('incident_on').nullable();
  });
}

async function createDetails(knex: Knex): Promise<void> {
  await knex.schema.createTable('tpmap_finding', (table) => {
    detailKey(table);
    table.integer('survey_year').notNullable().checkBetween([2010, 2100]);
    table.integer('indicator').notNullable().checkBetween([1, 31]);
    table.string('dimension', 9).notNullable().checkIn(['HEALTH', 'LIVING', 'EDUCATION', 'INCOME', 'ACCESS']);
    table.integer('members_failing').nullable().checkBetween([1, 99]);
  });
  await knex.schema.createTable('official_visit', (table) => {
    detailKey(table);
    table.date('visited_on').notNullable();
    table.string('phase', 12).notNullable().checkIn(['RIGHTS_CHECK', 'PLANNING', 'DELIVERY', 'FOLLOW_UP']);
    table.string('office_th', 200).notNullable();
    table.string('note_th', 500).nullable();
  });
  await knex.schema.createTable('village_fund_loan', (table) => {
    detailKey(table);
    table.string('fund_th', 200).notNullable();
    table.string('contract_number', 40).notNullable();
    table
      .string('purpose', 16)
      .notNullable()
      .checkIn(['FARMING', 'TRADE', 'CRAFT_OR_SERVICE', 'HOUSEHOLD_NEED', 'EMERGENCY']);
    table.date('lent_on').notNullable();
    table.date('due_on').notNullable();
    table.double('principal_thb').notNullable().checkBetween([0, 1_000_000]);
    table.double('outstanding_thb').notNullable().checkBetween([0, 1_000_000]);
    table.string('state', 7).notNullable().checkIn(['CURRENT', 'OVERDUE', 'REPAID']);
  });
  await knex.schema.createTable('unrest_incident', (table) => {
    detailKey(table);
    table.string('incident_ref', 40).notNullable();
    table.date('happened_on').notNullable();
    table.string('province_code', 2).notNullable();
    table
      .string('consequence', 15)
      .notNullable()
      .checkIn(['DEATH', 'DISABILITY', 'SERIOUS_INJURY', 'MINOR_INJURY', 'PROPERTY_DAMAGE']);
    table.date('certified_on').nullable();
  });
  await knex.schema.createTable('unrest_payment', (table) => {
    detailKey(table);
    table.string('incident_ref', 40).notNullable();
    table
      .string('kind', 17)
      .notNullable()
      .checkIn(['COMPENSATION', 'INJURY_RELIEF', 'REHABILITATION', 'CHILD_SUBSISTENCE', 'PROPERTY']);
    table.date('paid_on').notNullable();
    table.double('thb').notNullable().checkBetween([0, 100_000_000]);
  });
}
