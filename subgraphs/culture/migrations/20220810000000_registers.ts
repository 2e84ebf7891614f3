import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

const branches = ['VISUAL_ARTS', 'LITERATURE', 'PERFORMING_ARTS'];

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await knex.schema.createTable('national_artist', (table) => {
    subjectKey(table);
    table.boolean('named').nullable();
  });
  await knex.schema.createTable('cultural_practitioner', (table) => {
    subjectKey(table);
    table.boolean('registered').nullable();
  });
  await knex.schema.createTable('honour', (table) => {
    detailKey(table);
    table
      .string('honour', 20)
      .notNullable()
      .checkIn(['NATIONAL_ARTIST', 'CULTURAL_ACHIEVEMENT', 'CULTURAL_MERIT', 'LOCAL_MASTER']);
    table.string('branch', 15).nullable().checkIn(branches);
    table.integer('year').notNullable().checkBetween([1857, 2157]);
  });
  await knex.schema.createTable('heritage_skill', (table) => {
    detailKey(table);
    table.string('skill', 200).notNullable();
    table
      .string('domain', 16)
      .notNullable()
      .checkIn(['FOLK_LITERATURE', 'PERFORMANCE', 'SOCIAL_CUSTOM', 'NATURE_KNOWLEDGE', 'CRAFT', 'FOLK_GAME']);
    table.integer('practised_since').nullable().checkBetween([1857, 2157]);
    table.integer('apprentices').notNullable().checkBetween([0, 1000]);
  });
  await knex.schema.createTable('artwork', (table) => {
    detailKey(table);
    table.string('title', 200).notNullable();
    table.string('branch', 15).notNullable().checkIn(branches);
    table.integer('year').notNullable().checkBetween([1857, 2157]);
  });
  await knex.schema.createTable('cpot_membership', (table) => {
    detailKey(table);
    table.string('group_id', 20).notNullable();
    table.string('group_name', 200).notNullable();
    table.string('product', 200).notNullable();
    table.string('role', 9).notNullable().checkIn(['CHAIR', 'COMMITTEE', 'MAKER']);
    table.date('joined_on').notNullable();
    table.date('left_on').nullable();
  });
  await knex.schema.createTable('fund_grant', (table) => {
    detailKey(table);
    table.string('project', 300).notNullable();
    table.date('granted_on').notNullable();
    table.double('thb').notNullable().checkBetween([0, 1_000_000_000]);
    table.date('reported_on').nullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  const details = ['fund_grant', 'cpot_membership', 'artwork', 'heritage_skill', 'honour'];
  for (const table of [...details, 'cultural_practitioner', 'national_artist']) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}
