import { amount, civilDate, countedFrom, listOf, oneOf, optional, text, whole, yesNo } from '../_kit/columns.ts';
import { defineRegistry, detail, register } from '../_kit/registry.ts';

const tpmapDimensions = ['HEALTH', 'LIVING', 'EDUCATION', 'INCOME', 'ACCESS'] as const;

export const tpmap = register({
  table: 'tpmap_household',
  of: 'household',
  registry: 'tpmap',
  columns: { dimensions: listOf(tpmapDimensions) },
  facts: { dimensions: 'household.tpmapDimensions' },
});

export const welfareCards = register({
  table: 'welfare_card',
  of: 'person',
  registry: 'welfare-card-relay',
  columns: { holdsCard: yesNo(), tier: oneOf(['UP_TO_30K', '30K_TO_100K']) },
  facts: { holdsCard: 'person.hasStateWelfareCard', tier: 'person.stateWelfareCardTier' },
});

export const statePensions = register({
  table: 'state_pension',
  of: 'person',
  registry: 'welfare-card-relay',
  columns: { receives: yesNo() },
  facts: { receives: 'person.receivesGovPension' },
});

export const villageFundMembers = register({
  table: 'village_fund_member',
  of: 'person',
  registry: 'village-fund-members',
  columns: { isMember: yesNo() },
  facts: { isMember: 'person.villageFundMember' },
});

const unrestRemedyStatus = [
  'NONE',
  'CHILD_OF_DECEASED_OR_DISABLED',
  'SERIOUSLY_INJURED',
  'DISABLED',
  'HEIR_OF_DECEASED',
] as const;

export const unrestRemedies = register({
  table: 'unrest_remedy',
  of: 'person',
  registry: 'unrest-remedy',
  columns: { status: oneOf(unrestRemedyStatus, 'NONE'), incidentOn: countedFrom('DAYS', 40_000) },
  facts: { status: 'person.unrestRemedyStatus', incidentOn: 'person.unrestDaysSinceIncident' },
});

export const tpmapFindings = detail({
  table: 'tpmap_finding',
  key: 'tpmapFindings',
  of: 'household',
  columns: {
    surveyYear: whole(2010, 2100),
    indicator: whole(1, 31),
    dimension: oneOf(tpmapDimensions),
    membersFailing: optional(whole(1, 99)),
  },
});

export const officialVisits = detail({
  table: 'official_visit',
  key: 'officialVisits',
  of: 'household',
  columns: {
    visitedOn: civilDate(),
    phase: oneOf(['RIGHTS_CHECK', 'PLANNING', 'DELIVERY', 'FOLLOW_UP']),
    officeTh: text(200),
    noteTh: optional(text(500)),
  },
});

export const villageFundLoans = detail({
  table: 'village_fund_loan',
  key: 'villageFundLoans',
  of: 'person',
  columns: {
    fundTh: text(200),
    contractNumber: text(40),
    purpose: oneOf(['FARMING', 'TRADE', 'CRAFT_OR_SERVICE', 'HOUSEHOLD_NEED', 'EMERGENCY']),
    lentOn: civilDate(),
    dueOn: civilDate(),
    principalThb: amount(null, 1_000_000),
    outstandingThb: amount(null, 1_000_000),
    state: oneOf(['CURRENT', 'OVERDUE', 'REPAID']),
  },
});

export const unrestIncidents = detail({
  table: 'unrest_incident',
  key: 'unrestIncidents',
  of: 'person',
  columns: {
    incidentRef: text(40),
    happenedOn: civilDate(),
    provinceCode: text(2),
    consequence: oneOf(['DEATH', 'DISABILITY', 'SERIOUS_INJURY', 'MINOR_INJURY', 'PROPERTY_DAMAGE']),
    certifiedOn: optional(civilDate()),
  },
});

export const unrestPayments = detail({
  table: 'unrest_payment',
  key: 'unrestPayments',
  of: 'person',
  columns: {
    incidentRef: text(40),
    kind: oneOf(['COMPENSATION', 'INJURY_RELIEF', 'REHABILITATION', 'CHILD_SUBSISTENCE', 'PROPERTY']),
    paidOn: civilDate(),
    thb: amount(null, 100_000_000),
  },
});

export const registry = defineRegistry({
  body: 'prime-minister',
  registers: [tpmap, welfareCards, statePensions, villageFundMembers, unrestRemedies],
  details: [tpmapFindings, officialVisits, villageFundLoans, unrestIncidents, unrestPayments],
});
