import { civilDate, countedFrom, listOf, oneOf, whole, yesNo } from '../_kit/columns.ts';
import { defineRegistry, detail, register } from '../_kit/registry.ts';

export const coverage = register({
  table: 'coverage',
  of: 'person',
  registry: 'nhso-coverage',
  columns: { scheme: oneOf(['UCS', 'SSS', 'CSMBS', 'LGO', 'STATUS_FUND', 'NONE']) },
  facts: { scheme: 'person.healthScheme' },
});

export const maternity = register({
  table: 'maternity',
  of: 'person',
  registry: 'hdc43',
  columns: {
    pregnant: yesNo(),
    gestationFrom: countedFrom('WEEKS', 45),
    deliveredOn: countedFrom('DAYS', 20_000),
  },
  facts: {
    pregnant: 'person.pregnant',
    gestationFrom: 'person.gestationWeeks',
    deliveredOn: 'person.daysSinceDelivery',
  },
});

export const assessment = register({
  table: 'assessment',
  of: 'person',
  registry: 'hdc43',
  columns: { adlScore: whole(0, 20), incontinent: yesNo(), needsAssistiveDevice: yesNo() },
  facts: {
    adlScore: 'person.adlScore',
    incontinent: 'person.incontinent',
    needsAssistiveDevice: 'person.assistiveDeviceNeed',
  },
});

const chronicConditions = [
  'COPD',
  'ASTHMA',
  'HEART',
  'STROKE',
  'CKD',
  'CANCER_CHEMO',
  'DM',
  'HT',
  'THALASSEMIA',
  'IMMUNODEFICIENCY',
  'OBESITY',
] as const;

export const illness = register({
  table: 'illness',
  of: 'person',
  registry: 'hdc43',
  columns: { conditions: listOf(chronicConditions), hivSymptomatic: yesNo() },
  facts: { conditions: 'person.chronicConditions', hivSymptomatic: 'person.hivSymptomatic' },
});

export const carePlan = register({
  table: 'care_plan',
  of: 'person',
  registry: 'ltc',
  columns: { approved: yesNo() },
  facts: { approved: 'person.ltcCarePlan' },
});

export const adlHistory = detail({
  table: 'adl_history',
  key: 'adlHistory',
  of: 'person',
  columns: { assessedOn: civilDate(), score: whole(0, 20) },
});

export const homeVisits = detail({
  table: 'home_visit',
  key: 'homeVisits',
  of: 'person',
  columns: { visitedOn: civilDate(), visitor: oneOf(['VOLUNTEER', 'NURSE', 'CARE_MANAGER', 'PHYSICIAN']) },
});

export const vaccinations = detail({
  table: 'vaccination',
  key: 'vaccinations',
  of: 'person',
  columns: { vaccine: oneOf(['BCG', 'DTP', 'MMR', 'HPV', 'INFLUENZA', 'COVID_19']), givenOn: civilDate() },
});

export const registry = defineRegistry({
  body: 'health',
  registers: [coverage, maternity, assessment, illness, carePlan],
  details: [adlHistory, homeVisits, vaccinations],
});
