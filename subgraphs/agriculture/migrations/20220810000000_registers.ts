import type { Knex } from 'knex';
import { createKitTables, detailKey, dropKitTables, subjectKey } from '../../_kit/tables.ts';

export async function up(knex: Knex): Promise<void> {
  await createKitTables(knex);
  await createRegisters(knex);
  await createDetails(knex);
}

export async function down(knex: Knex): Promise<void> {
  const details = ['rubber_payment', 'farm_debt', 'land_allotment', 'livestock', 'crop_loss', 'farm_plot'];
  const registers = [
    'land_reform',
    'rubber_stand',
    'rubber_grower',
    'farm_debt_registration',
    'crop_damage',
    'farm_request',
    'farm',
  ];
  for (const table of [...details, ...registers]) await knex.schema.dropTable(table);
  await dropKitTables(knex);
}

async function createRegisters(knex: Knex): Promise<void> {
  await knex.schema.createTable('farm', (table) => {
    subjectKey(table);
    table.boolean('registered').nullable();
    table.double('rice_area_rai').nullable().checkBetween([0, 100_000]);
    table.string('rice_type', 16).nullable().checkIn(['HOM_MALI', 'HOM_MALI_OUTSIDE', 'PATHUM', 'WHITE', 'GLUTINOUS']);
    table.double('titled_land_rai').nullable().checkBetween([0, 100_000]);
    table.boolean('outside_irrigation').nullable();
  });
  await knex.schema.createTable('farm_request', (table) => {
    subjectKey(table);
    table.boolean('wants_pond').nullable();
    table.boolean('wants_cattle').nullable();
  });
  await knex.schema.createTable('crop_damage', (table) => {
    subjectKey(table);
    table.double('rice_rai').nullable().checkBetween([0, 100_000]);
    table.double('field_rai').nullable().checkBetween([0, 100_000]);
    table.double('fruit_rai').nullable().checkBetween([0, 100_000]);
  });
  await knex.schema.createTable('farm_debt_registration', (table) => {
    subjectKey(table);
    table.boolean('registered').nullable();
  });
  await knex.schema.createTable('rubber_grower', (table) => {
    subjectKey(table);
    table.boolean('registered').nullable();
  });
  await knex.schema.createTable('rubber_stand', (table) => {
    subjectKey(table);
    table.integer('damaged_trees').nullable().checkBetween([0, 1_000_000]);
    table.double('replant_rai').nullable().checkBetween([0, 100_000]);
  });
  await knex.schema.createTable('land_reform', (table) => {
    subjectKey(table);
    table.boolean('landless').nullable();
    table.boolean('in_reform_area').nullable();
  });
}

async function createDetails(knex: Knex): Promise<void> {
  await knex.schema.createTable('farm_plot', (table) => {
    detailKey(table);
    table.integer('plot_number').notNullable().checkBetween([1, 99]);
    table
      .string('crop', 16)
      .notNullable()
      .checkIn([
        'MAIN_SEASON_RICE',
        'OFF_SEASON_RICE',
        'MAIZE',
        'CASSAVA',
        'SUGARCANE',
        'VEGETABLE',
        'LONGAN',
        'OTHER_FRUIT',
        'COFFEE',
        'RUBBER',
        'OIL_PALM',
        'OTHER',
      ]);
    table.double('area_rai').notNullable().checkBetween([0, 100_000]);
    table
      .string('land_document', 27)
      .notNullable()
      .checkIn([
        'TITLE_DEED',
        'CERTIFICATE_OF_USE_SURVEYED',
        'CERTIFICATE_OF_USE',
        'LAND_REFORM',
        'SETTLEMENT',
        'LEASE',
        'NO_DOCUMENT',
      ]);
    table.boolean('is_irrigated').notNullable();
    table.date('planted_on').nullable();
    table.date('harvest_due_on').nullable();
  });
  await knex.schema.createTable('crop_loss', (table) => {
    detailKey(table);
    table.date('happened_on').notNullable();
    table
      .string('cause', 15)
      .notNullable()
      .checkIn(['FLOOD', 'DROUGHT', 'STORM', 'PEST_OR_DISEASE', 'LANDSLIDE', 'FIRE']);
    table.string('crop_group', 5).notNullable().checkIn(['RICE', 'FIELD', 'FRUIT']);
    table.double('lost_rai').notNullable().checkBetween([0, 100_000]);
    table.date('surveyed_on').nullable();
    table.date('paid_on').nullable();
    table.double('paid_thb').nullable().checkBetween([0, 10_000_000]);
  });
  await knex.schema.createTable('livestock', (table) => {
    detailKey(table);
    table
      .string('animal', 13)
      .notNullable()
      .checkIn(['BEEF_CATTLE', 'DAIRY_CATTLE', 'BUFFALO', 'PIG', 'GOAT_OR_SHEEP', 'CHICKEN', 'DUCK']);
    table.integer('head').notNullable().checkBetween([0, 1_000_000]);
    table.date('counted_on').notNullable();
    table.boolean('from_cattle_bank').notNullable();
  });
  await knex.schema.createTable('land_allotment', (table) => {
    detailKey(table);
    table.string('parcel_number', 40).notNullable();
    table.double('area_rai').notNullable().checkBetween([0, 100_000]);
    table.string('use', 8).notNullable().checkIn(['FARMING', 'DWELLING']);
    table.date('allotted_on').notNullable();
    table.date('revoked_on').nullable();
  });
  await knex.schema.createTable('farm_debt', (table) => {
    detailKey(table);
    table
      .string('creditor', 15)
      .notNullable()
      .checkIn(['BAAC', 'COOPERATIVE', 'COMMERCIAL_BANK', 'STATE_FUND', 'OTHER_LENDER']);
    table.double('principal_thb').notNullable().checkBetween([0, 1_000_000_000]);
    table.date('registered_on').notNullable();
    table.string('state', 14).notNullable().checkIn(['REGISTERED', 'BOUGHT_BY_FUND', 'RESTRUCTURED', 'REPAID']);
  });
  await knex.schema.createTable('rubber_payment', (table) => {
    detailKey(table);
    table.string('kind', 21).notNullable().checkIn(['REPLANTING_INSTALMENT', 'DISASTER_WELFARE']);
    table.integer('instalment').nullable().checkBetween([1, 20]);
    table.date('paid_on').notNullable();
    table.double('thb').notNullable().checkBetween([0, 100_000_000]);
  });
}
