import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

const sections = ['33', '39', '40'];

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await createRegisters(knex);
  await createLedgers(knex);
  await createHistories(knex);
}

export async function down(knex: Knex): Promise<void> {
  const histories = ['home_work_order', 'skill_training', 'jobseeker_report'];
  const ledgers = ['sso_benefit_payment', 'sso_contribution'];
  const registers = ['home_worker', 'job_status', 'work_injury', 'insured_parent', 'insured_person'];
  for (const table of [...histories, ...ledgers, ...registers]) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}

async function createRegisters(knex: Knex): Promise<void> {
  await knex.schema.createTable('insured_person', (table) => {
    subjectKey(table);
    table.integer('section').nullable();
    table.integer('option').nullable().checkBetween([1, 3]);
    table.integer('months_in15').nullable().checkBetween([0, 15]);
    table.integer('months_in36').nullable().checkBetween([0, 36]);
    table.integer('total_months').nullable().checkBetween([0, 900]);
    table.double('insured_wage').nullable().checkBetween([0, 1_000_000]);
    table.check(`section in (${sections.join(', ')})`);
  });
  await knex.schema.createTable('insured_parent', (table) => {
    subjectKey(table);
    table.integer('section').nullable();
    table.integer('months_in36').nullable().checkBetween([0, 36]);
    table.boolean('has_option3').nullable();
    table.check(`section in (${sections.join(', ')})`);
  });
  await knex.schema.createTable('work_injury', (table) => {
    subjectKey(table);
    table.boolean('certified').nullable();
  });
  await knex.schema.createTable('job_status', (table) => {
    subjectKey(table);
    table.string('status', 16).nullable().checkIn(['EMPLOYED', 'UNEMPLOYED', 'SELF_EMPLOYED', 'INACTIVE', 'STUDENT']);
    table.string('separation_reason', 16).nullable().checkIn(['LAID_OFF', 'RESIGNED', 'END_OF_CONTRACT', 'NONE']);
    table.date('separated_on').nullable();
    table.boolean('registered').nullable();
  });
  await knex.schema.createTable('home_worker', (table) => {
    subjectKey(table);
    table.boolean('registered').nullable();
  });
}

async function createLedgers(knex: Knex): Promise<void> {
  await knex.schema.createTable('sso_contribution', (table) => {
    detailKey(table);
    table.date('month').notNullable();
    table.integer('section').notNullable();
    table.double('wage').nullable().checkBetween([0, 1_000_000]);
    table.double('paid_thb').notNullable().checkBetween([0, 1_000_000_000]);
    table.check(`section in (${sections.join(', ')})`);
  });
  await knex.schema.createTable('sso_benefit_payment', (table) => {
    detailKey(table);
    table.date('paid_on').notNullable();
    table
      .string('benefit', 16)
      .notNullable()
      .checkIn(['SICKNESS', 'MATERNITY', 'INVALIDITY', 'DEATH', 'CHILD', 'OLD_AGE', 'UNEMPLOYMENT', 'WORK_INJURY']);
    table.double('thb').notNullable().checkBetween([0, 1_000_000_000]);
  });
}

async function createHistories(knex: Knex): Promise<void> {
  await knex.schema.createTable('jobseeker_report', (table) => {
    detailKey(table);
    table.date('reported_on').notNullable();
    table
      .string('outcome', 24)
      .notNullable()
      .checkIn(['STILL_LOOKING', 'REFERRED_TO_JOB', 'REFERRED_TO_TRAINING', 'HIRED', 'REFUSED_OFFER']);
  });
  await knex.schema.createTable('skill_training', (table) => {
    detailKey(table);
    table.string('course', 200).notNullable();
    table.date('started_on').notNullable();
    table.integer('hours').notNullable().checkBetween([1, 2000]);
    table.boolean('passed').nullable();
  });
  await knex.schema.createTable('home_work_order', (table) => {
    detailKey(table);
    table.date('ordered_on').notNullable();
    table.string('product', 200).notNullable();
    table.integer('pieces').notNullable().checkBetween([1, 1_000_000]);
    table.double('thb_per_piece').notNullable().checkBetween([0, 1_000_000_000]);
  });
}
