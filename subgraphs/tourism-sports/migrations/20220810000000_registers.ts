import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await knex.schema.createTable('athlete', (table) => {
    subjectKey(table);
    table.boolean('registered').nullable();
    table.boolean('former_national').nullable();
  });
  await knex.schema.createTable('tourism_worker', (table) => {
    subjectKey(table);
    table.boolean('registered').nullable();
  });
  await knex.schema.createTable('competition_result', (table) => {
    detailKey(table);
    table.date('competed_on').notNullable();
    table.string('competition', 200).notNullable();
    table.string('sport', 100).notNullable();
    table.string('event', 100).notNullable();
    table.string('level', 13).notNullable().checkIn(['PROVINCIAL', 'REGIONAL', 'NATIONAL', 'INTERNATIONAL']);
    table.integer('place').nullable().checkBetween([1, 999]);
    table.boolean('parasport').notNullable();
  });
  await knex.schema.createTable('national_team_term', (table) => {
    detailKey(table);
    table.string('sport', 100).notNullable();
    table.date('started_on').notNullable();
    table.date('ended_on').nullable();
  });
  await knex.schema.createTable('guide_licence', (table) => {
    detailKey(table);
    table.string('licence_no', 20).notNullable();
    table.string('kind', 13).notNullable().checkIn(['GENERAL', 'AREA', 'TREKKING', 'MARINE', 'LOCAL_CULTURE']);
    table.date('issued_on').notNullable();
    table.date('expires_on').notNullable();
    table.date('revoked_on').nullable();
  });
  await knex.schema.createTable('homestay', (table) => {
    detailKey(table);
    table.string('name', 200).notNullable();
    table.string('group_name', 200).nullable();
    table.integer('rooms').notNullable().checkBetween([1, 4]);
    table.date('certified_on').nullable();
    table.date('certified_until').nullable();
  });
  await knex.schema.createTable('community_tourism_role', (table) => {
    detailKey(table);
    table.string('community_name', 200).notNullable();
    table.string('role', 15).notNullable().checkIn(['HOST', 'STORYTELLER', 'COOK', 'DRIVER', 'ACTIVITY_LEADER']);
    table.integer('since').notNullable().checkBetween([1957, 2157]);
  });
}

export async function down(knex: Knex): Promise<void> {
  const details = ['community_tourism_role', 'homestay', 'guide_licence', 'national_team_term', 'competition_result'];
  for (const table of [...details, 'tourism_worker', 'athlete']) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}
