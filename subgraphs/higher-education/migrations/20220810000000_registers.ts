import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await createRegisters(knex);
  await createDetails(knex);
}

export async function down(knex: Knex): Promise<void> {
  const details = ['poverty_activity', 'poverty_survey', 'u2t_work', 'study_grant', 'degree', 'study_term'];
  const registers = ['poverty_pilot', 'study_standing'];
  for (const table of [...details, ...registers]) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}

async function createRegisters(knex: Knex): Promise<void> {
  await knex.schema.createTable('study_standing', (table) => {
    subjectKey(table);
    table.boolean('enrolled').nullable();
    table
      .string('highest_education', 9)
      .nullable()
      .checkIn(['NONE', 'PRIMARY', 'LOWER_SEC', 'UPPER_SEC', 'VOC_CERT', 'DIPLOMA', 'BACHELOR', 'HIGHER']);
  });
  await knex.schema.createTable('poverty_pilot', (table) => {
    subjectKey(table);
    table.boolean('surveyed').nullable();
  });
}

async function createDetails(knex: Knex): Promise<void> {
  await knex.schema.createTable('study_term', (table) => {
    detailKey(table);
    table.integer('academic_year').notNullable().checkBetween([1950, 2100]);
    table.integer('term').notNullable().checkBetween([1, 3]);
    table.string('institution_th', 200).notNullable();
    table.string('course_th', 200).notNullable();
    table.string('level', 8).notNullable().checkIn(['DIPLOMA', 'BACHELOR', 'MASTER', 'DOCTOR']);
    table.string('state', 9).notNullable().checkIn(['STUDYING', 'PASSED', 'FAILED', 'ON_LEAVE', 'WITHDRAWN']);
    table.double('grade_average').nullable().checkBetween([0, 4]);
  });
  await knex.schema.createTable('degree', (table) => {
    detailKey(table);
    table.string('level', 8).notNullable().checkIn(['DIPLOMA', 'BACHELOR', 'MASTER', 'DOCTOR']);
    table.string('course_th', 200).notNullable();
    table.string('institution_th', 200).notNullable();
    table.date('awarded_on').notNullable();
  });
  await knex.schema.createTable('study_grant', (table) => {
    detailKey(table);
    table
      .string('kind', 18)
      .notNullable()
      .checkIn(['SOUTHERN_BORDER', 'DISABILITY_SUPPORT', 'UNIVERSITY_GRANT', 'FEE_WAIVER']);
    table.integer('academic_year').notNullable().checkBetween([1950, 2100]);
    table.date('paid_on').notNullable();
    table.double('thb').notNullable().checkBetween([0, 10_000_000]);
  });
  await knex.schema.createTable('u2t_work', (table) => {
    detailKey(table);
    table.string('university_th', 200).notNullable();
    table.string('subdistrict_code', 6).notNullable();
    table.string('role', 8).notNullable().checkIn(['GRADUATE', 'RESIDENT']);
    table.double('monthly_wage_thb').notNullable().checkBetween([0, 1_000_000]);
    table.date('started_on').notNullable();
    table.date('ended_on').nullable();
  });
  await knex.schema.createTable('poverty_survey', (table) => {
    detailKey(table);
    table.date('surveyed_on').notNullable();
    table.string('university_th', 200).notNullable();
    table.string('human', 9).notNullable().checkIn(['DESTITUTE', 'HARD', 'COPING', 'WELL']);
    table.string('physical', 9).notNullable().checkIn(['DESTITUTE', 'HARD', 'COPING', 'WELL']);
    table.string('financial', 9).notNullable().checkIn(['DESTITUTE', 'HARD', 'COPING', 'WELL']);
    table.string('natural', 9).notNullable().checkIn(['DESTITUTE', 'HARD', 'COPING', 'WELL']);
    table.string('social', 9).notNullable().checkIn(['DESTITUTE', 'HARD', 'COPING', 'WELL']);
  });
  await knex.schema.createTable('poverty_activity', (table) => {
    detailKey(table);
    table.string('name_th', 200).notNullable();
    table.string('university_th', 200).notNullable();
    table.date('joined_on').notNullable();
    table.string('state', 9).notNullable().checkIn(['JOINED', 'COMPLETED', 'LEFT']);
    table.double('added_income_per_month_thb').nullable().checkBetween([0, 1_000_000]);
  });
}
