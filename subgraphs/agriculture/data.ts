import { amount, civilDate, oneOf, optional, text, whole, yesNo } from '../_kit/columns.ts';
import { defineRegistry, detail, register } from '../_kit/registry.ts';

/** A house that registered nothing farms no rai: blank areas are 0, not unknown. */
export const farm = register({
  table: 'farm',
  of: 'household',
  registry: 'farmer-registry',
  columns: {
    registered: yesNo(),
    riceAreaRai: amount(0, 100_000),
    riceType: oneOf(['HOM_MALI', 'HOM_MALI_OUTSIDE', 'PATHUM', 'WHITE', 'GLUTINOUS']),
    titledLandRai: amount(0, 100_000),
    outsideIrrigation: yesNo(),
  },
  facts: {
    registered: 'household.farmerRegistered',
    riceAreaRai: 'household.riceAreaRai',
    riceType: 'household.riceType',
    titledLandRai: 'household.titledLandRai',
    outsideIrrigation: 'household.outsideIrrigation',
  },
});

export const farmRequests = register({
  table: 'farm_request',
  of: 'household',
  registry: 'farmer-registry',
  columns: { wantsPond: yesNo(), wantsCattle: yesNo() },
  facts: { wantsPond: 'household.wantsFarmPond', wantsCattle: 'household.wantsCattle' },
});

export const cropDamage = register({
  table: 'crop_damage',
  of: 'household',
  registry: 'farmer-registry',
  columns: { riceRai: amount(0, 100_000), fieldRai: amount(0, 100_000), fruitRai: amount(0, 100_000) },
  facts: {
    riceRai: 'household.cropDamageRiceRai',
    fieldRai: 'household.cropDamageFieldRai',
    fruitRai: 'household.cropDamageFruitRai',
  },
});

export const farmDebt = register({
  table: 'farm_debt_registration',
  of: 'household',
  registry: 'farmer-registry',
  columns: { registered: yesNo() },
  facts: { registered: 'household.farmDebtRegistered' },
});

export const rubberGrowers = register({
  table: 'rubber_grower',
  of: 'person',
  registry: 'rubber',
  columns: { registered: yesNo() },
  facts: { registered: 'person.rubberGrowerRegistered' },
});

export const rubberStand = register({
  table: 'rubber_stand',
  of: 'household',
  registry: 'rubber',
  columns: { damagedTrees: whole(0, 1_000_000, 0), replantRai: amount(0, 100_000) },
  facts: { damagedTrees: 'household.rubberDamagedTrees', replantRai: 'household.rubberReplantRai' },
});

export const landReform = register({
  table: 'land_reform',
  of: 'household',
  registry: 'land-reform',
  columns: { landless: yesNo(), inReformArea: yesNo() },
  facts: { landless: 'household.landless', inReformArea: 'household.inLandReformArea' },
});

const farmCrops = [
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
] as const;

const farmLandDocuments = [
  'TITLE_DEED',
  'CERTIFICATE_OF_USE_SURVEYED',
  'CERTIFICATE_OF_USE',
  'LAND_REFORM',
  'SETTLEMENT',
  'LEASE',
  'NO_DOCUMENT',
] as const;

export const plots = detail({
  table: 'farm_plot',
  key: 'plots',
  of: 'household',
  columns: {
    plotNumber: whole(1, 99),
    crop: oneOf(farmCrops),
    areaRai: amount(null, 100_000),
    landDocument: oneOf(farmLandDocuments),
    isIrrigated: yesNo(),
    plantedOn: optional(civilDate()),
    harvestDueOn: optional(civilDate()),
  },
});

export const cropLosses = detail({
  table: 'crop_loss',
  key: 'cropLosses',
  of: 'household',
  columns: {
    happenedOn: civilDate(),
    cause: oneOf(['FLOOD', 'DROUGHT', 'STORM', 'PEST_OR_DISEASE', 'LANDSLIDE', 'FIRE']),
    cropGroup: oneOf(['RICE', 'FIELD', 'FRUIT']),
    lostRai: amount(null, 100_000),
    surveyedOn: optional(civilDate()),
    paidOn: optional(civilDate()),
    paidThb: optional(amount(null, 10_000_000)),
  },
});

export const livestock = detail({
  table: 'livestock',
  key: 'livestock',
  of: 'household',
  columns: {
    animal: oneOf(['BEEF_CATTLE', 'DAIRY_CATTLE', 'BUFFALO', 'PIG', 'GOAT_OR_SHEEP', 'CHICKEN', 'DUCK']),
    head: whole(0, 1_000_000),
    countedOn: civilDate(),
    fromCattleBank: yesNo(),
  },
});

export const landAllotments = detail({
  table: 'land_allotment',
  key: 'landAllotments',
  of: 'person',
  columns: {
    parcelNumber: text(40),
    areaRai: amount(null, 100_000),
    use: oneOf(['FARMING', 'DWELLING']),
    allottedOn: civilDate(),
    revokedOn: optional(civilDate()),
  },
});

export const farmDebts = detail({
  table: 'farm_debt',
  key: 'farmDebts',
  of: 'household',
  columns: {
    creditor: oneOf(['BAAC', 'COOPERATIVE', 'COMMERCIAL_BANK', 'STATE_FUND', 'OTHER_LENDER']),
    principalThb: amount(null, 1_000_000_000),
    registeredOn: civilDate(),
    state: oneOf(['REGISTERED', 'BOUGHT_BY_FUND', 'RESTRUCTURED', 'REPAID']),
  },
});

export const rubberPayments = detail({
  table: 'rubber_payment',
  key: 'rubberPayments',
  of: 'person',
  columns: {
    kind: oneOf(['REPLANTING_INSTALMENT', 'DISASTER_WELFARE']),
    instalment: optional(whole(1, 20)),
    paidOn: civilDate(),
    thb: amount(null, 100_000_000),
  },
});

export const registry = defineRegistry({
  body: 'agriculture',
  registers: [farm, farmRequests, cropDamage, farmDebt, rubberGrowers, rubberStand, landReform],
  details: [plots, cropLosses, livestock, landAllotments, farmDebts, rubberPayments],
});
