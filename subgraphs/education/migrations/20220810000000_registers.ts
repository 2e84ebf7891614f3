import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await createRegisters(knex);
  await createTerms(knex);
  await createScreening(knex);
  await createCare(knex);
}

export async function down(knex: Knex): Promise<void> {
  const histories = ['dropout_case', 'special_education_support', 'pupil_grant_payment', 'screening_round'];
  const registers = ['poverty_screening', 'compulsory_education', 'pupil'];
  for (const table of [...histories, 'school_term', ...registers]) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}

async function createRegisters(knex: Knex): Promise<void> {
  await knex.schema.createTable('pupil', (table) => {
    subjectKey(table);
    table.boolean('enrolled').nullable();
    table
      .string('level', 12)
      .nullable()
      .checkIn(['CHILD_CENTRE', 'PRESCHOOL', 'PRIMARY', 'LOWER_SEC', 'UPPER_SEC', 'VOC_CERT', 'NFE', 'NONE']);
    table
      .string('authority', 4)
      .nullable()
      .checkIn(['OBEC', 'DLA', 'BMA', 'OPEC', 'BPP', 'OVEC', 'NFE', 'SEB', 'NONE']);
    table.double('attendance_rate').nullable().checkBetween([0, 100]);
  });
  await knex.schema.createTable('compulsory_education', (table) => {
    subjectKey(table);
    table.boolean('completed').nullable();
  });
  await knex.schema.createTable('poverty_screening', (table) => {
    subjectKey(table);
    table.string('result', 12).nullable().checkIn(['NONE', 'POOR', 'EXTRA_POOR']);
  });
}

async function createTerms(knex: Knex): Promise<void> {
  const years = ['1', '2', '3', '4', '5', '6'];
  const grades = [
    'CHILD_CENTRE',
    ...years.slice(0, 3).map((year) => `KINDERGARTEN_${year}`),
    ...years.map((year) => `PRIMARY_${year}`),
    ...years.map((year) => `SECONDARY_${year}`),
    ...years.slice(0, 3).map((year) => `VOCATIONAL_${year}`),
    'NFE_PRIMARY',
    'NFE_LOWER_SEC',
    'NFE_UPPER_SEC',
  ];
  await knex.schema.createTable('school_term', (table) => {
    termKey(table);
    table.string('school_name', 200).notNullable();
    table.string('grade', 16).notNullable().checkIn(grades);
    table.double('attendance_rate').nullable().checkBetween([0, 100]);
  });
}

async function createScreening(knex: Knex): Promise<void> {
  await knex.schema.createTable('screening_round', (table) => {
    termKey(table);
    table.date('screened_on').notNullable();
    table.double('income_per_person_month').notNullable().checkBetween([0, 1_000_000_000]);
    table.string('result', 12).notNullable().checkIn(['NONE', 'POOR', 'EXTRA_POOR']);
  });
  await knex.schema.createTable('pupil_grant_payment', (table) => {
    termKey(table);
    table
      .string('grant', 20)
      .notNullable()
      .checkIn(['UNIFORM', 'EQUIPMENT', 'POOR_PUPIL', 'EEF_CONDITIONAL', 'DISABILITY_COUPON']);
    table.date('paid_on').notNullable();
    table.double('thb').notNullable().checkBetween([0, 1_000_000_000]);
  });
}

async function createCare(knex: Knex): Promise<void> {
  await knex.schema.createTable('special_education_support', (table) => {
    detailKey(table);
    schoolYear(table);
    table
      .string('support', 20)
      .notNullable()
      .checkIn(['INDIVIDUAL_PLAN', 'INCLUSIVE_CLASS', 'AIDS_COUPON', 'EARLY_INTERVENTION', 'HOME_TEACHING']);
    table.string('centre', 200).nullable();
  });
  await knex.schema.createTable('dropout_case', (table) => {
    detailKey(table);
    table.date('found_on').notNullable();
    table
      .string('cause', 24)
      .notNullable()
      .checkIn(['POVERTY', 'WORK', 'ILLNESS_OR_DISABILITY', 'PREGNANCY', 'MIGRATION', 'FAMILY', 'BEHAVIOUR', 'OTHER']);
    table
      .string('outcome', 16)
      .notNullable()
      .checkIn(['SEARCHING', 'FOUND', 'BACK_AT_SCHOOL', 'BACK_BY_NFE', 'REFUSED']);
  });
}

function termKey(table: Knex.CreateTableBuilder): void {
  detailKey(table);
  schoolYear(table);
  table.integer('term').notNullable().checkBetween([1, 2]);
}

function schoolYear(table: Knex.CreateTableBuilder): void {
  table.integer('school_year').notNullable().checkBetween([1997, 2057]);
}
