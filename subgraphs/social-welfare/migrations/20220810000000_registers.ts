import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await createRegisters(knex);
  await createCareHistories(knex);
  await createLogbookHistories(knex);
  await createPayments(knex);
}

export async function down(knex: Knex): Promise<void> {
  const histories = ['family_plan_item', 'logbook_visit', 'care_placement', 'disability_carer_link'];
  const registers = ['logbook_wish', 'logbook_finding', 'foster_child', 'care_home', 'disability_carer'];
  const tables = ['child_grant_payment', 'relief_payment', ...histories, 'disability_card_issue', ...registers];
  for (const table of [...tables, 'disability_card']) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}

async function createRegisters(knex: Knex): Promise<void> {
  await knex.schema.createTable('disability_card', (table) => {
    subjectKey(table);
    table.boolean('holds_card').nullable();
    table
      .string('disability_type', 12)
      .nullable()
      .checkIn(['VISUAL', 'HEARING', 'MOBILITY', 'MENTAL', 'INTELLECTUAL', 'LEARNING', 'AUTISTIC']);
  });
  await knex.schema.createTable('disability_carer', (table) => {
    subjectKey(table);
    table.boolean('named_on_card').nullable();
  });
  await knex.schema.createTable('care_home', (table) => {
    subjectKey(table);
    table.boolean('in_state_home').nullable();
    table.boolean('destitute').nullable();
  });
  await knex.schema.createTable('foster_child', (table) => {
    subjectKey(table);
    table.boolean('in_foster_family').nullable();
  });
  await knex.schema.createTable('logbook_finding', (table) => {
    subjectKey(table);
    table.integer('vulnerability_level').nullable().checkBetween([0, 3]);
    table.boolean('hardship').nullable();
    table.boolean('house_needs_repair').nullable();
    table.boolean('owns_home_or_consent').nullable();
  });
  await knex.schema.createTable('logbook_wish', (table) => {
    subjectKey(table);
    table.boolean('training').nullable();
    table.boolean('occupation_loan').nullable();
  });
}

async function createCareHistories(knex: Knex): Promise<void> {
  await knex.schema.createTable('disability_card_issue', (table) => {
    detailKey(table);
    table.date('issued_on').notNullable();
    table.date('expires_on').nullable();
    table.string('occasion', 12).notNullable().checkIn(['FIRST', 'RENEWAL', 'REPLACEMENT']);
  });
  await knex.schema.createTable('disability_carer_link', (table) => {
    detailKey(table);
    table.string('carer', 3).nullable();
    table.date('named_on').notNullable();
  });
  await knex.schema.createTable('care_placement', (table) => {
    detailKey(table);
    table.string('kind', 16).notNullable().checkIn(['STATE_HOME', 'SHELTER', 'FOSTER_FAMILY', 'KINSHIP_FAMILY']);
    table.string('place', 200).nullable();
    table.date('started_on').notNullable();
    table.date('ended_on').nullable();
  });
}

async function createLogbookHistories(knex: Knex): Promise<void> {
  await knex.schema.createTable('logbook_visit', (table) => {
    detailKey(table);
    table.date('visited_on').notNullable();
    table
      .string('visitor', 20)
      .notNullable()
      .checkIn(['VOLUNTEER', 'PROVINCIAL_OFFICER', 'ONE_HOME_TEAM', 'JOINT_TEAM']);
    table.string('note', 500).nullable();
  });
  await knex.schema.createTable('family_plan_item', (table) => {
    detailKey(table);
    table.string('dimension', 12).notNullable().checkIn(['HEALTH', 'LIVING', 'EDUCATION', 'INCOME', 'ACCESS']);
    table.string('horizon', 8).notNullable().checkIn(['URGENT', 'MEDIUM', 'LONG']);
    table.string('phase', 12).notNullable().checkIn(['RIGHTS_CHECK', 'PLANNING', 'DELIVERY', 'FOLLOW_UP']);
    table.string('need', 300).notNullable();
    // Folder name of one of the thirteen bodies, for example health.
    table.string('partner', 20).notNullable();
    table.date('planned_for').nullable();
    table.date('done_on').nullable();
  });
}

async function createPayments(knex: Knex): Promise<void> {
  await knex.schema.createTable('relief_payment', (table) => {
    detailKey(table);
    table.date('paid_on').notNullable();
    table
      .string('relief', 16)
      .notNullable()
      .checkIn([
        'POOR_FAMILY',
        'POOR_CHILD',
        'OLDER_PERSON',
        'DISABILITY',
        'EMERGENCY',
        'FOSTER_FAMILY',
        'ELDER_FUNERAL',
      ]);
    table.double('thb').notNullable().checkBetween([0, 1_000_000_000]);
  });
  await knex.schema.createTable('child_grant_payment', (table) => {
    detailKey(table);
    table.date('month').notNullable();
    table.double('thb').notNullable().checkBetween([0, 1_000_000_000]);
    table.string('state', 8).notNullable().checkIn(['PAID', 'RETURNED']);
  });
}
