import { amount, civilDate, oneOf, optional, text, whole, yesNo } from '../_kit/columns.ts';
import type { Shown } from '../_kit/fields.ts';
import { defineRegistry, detail, register, type DetailRowOf } from '../_kit/registry.ts';

export const veteranCard = register({
  table: 'veteran_card',
  of: 'person',
  registry: 'veterans',
  columns: { cardClass: whole(1, 4), disabledInService: yesNo() },
  facts: { cardClass: 'person.veteranCardClass', disabledInService: 'person.veteranDisabled' },
});

export const familyCard = register({
  table: 'veteran_family_card',
  of: 'person',
  registry: 'veterans',
  columns: { cardClass: whole(1, 4) },
  facts: { cardClass: 'person.veteranFamilyCardClass' },
});

export const warDuty = register({
  table: 'war_duty',
  of: 'person',
  registry: 'veterans',
  columns: { certified: yesNo() },
  facts: { certified: 'person.veteranOnWarDuty' },
});

export const conscriptionRoll = register({
  table: 'conscription_roll',
  of: 'person',
  registry: 'conscription',
  columns: { dueThisYear: yesNo(), supportsIncapacitatedParent: yesNo() },
  facts: {
    dueThisYear: 'person.conscriptionDue',
    supportsIncapacitatedParent: 'person.soleSupporterOfIncapacitatedParent',
  },
});

/** A card is issued again when it expires or its class changes; the register above holds the latest. */
export const cardIssues = detail({
  table: 'veteran_card_issue',
  key: 'cardIssues',
  of: 'person',
  columns: {
    cardNo: text(20),
    kind: oneOf(['VETERAN', 'FAMILY_MEMBER']),
    cardClass: whole(1, 4),
    issuedOn: civilDate(),
    expiresOn: optional(civilDate()),
  },
});

/** One issue as the graph's resolvers see it. */
export type CardIssue = Shown<DetailRowOf<typeof cardIssues.columns>>;

export const dutyTours = detail({
  table: 'duty_tour',
  key: 'dutyTours',
  of: 'person',
  columns: { operation: text(200), unit: text(200), startedOn: civilDate(), endedOn: optional(civilDate()) },
});

export const reliefPayments = detail({
  table: 'veteran_relief_payment',
  key: 'reliefPayments',
  of: 'person',
  columns: {
    paidOn: civilDate(),
    relief: oneOf(['MEDICAL', 'SUBSISTENCE', 'DISASTER_LOSS', 'MATERNITY', 'SCHOOLING', 'FUNERAL']),
    thb: amount(),
  },
});

/** One line for each year's selection a man was called to; `outcome` is missing until the day has passed. */
export const conscriptionCalls = detail({
  table: 'conscription_call',
  key: 'conscriptionCalls',
  of: 'person',
  columns: {
    selectionYear: whole(1954, 2157),
    recruitingOffice: text(200),
    reportOn: civilDate(),
    outcome: optional(
      oneOf(['VOLUNTEERED', 'DREW_RED', 'DREW_BLACK', 'DEFERRED', 'EXEMPTED', 'UNFIT', 'DID_NOT_REPORT']),
    ),
  },
});

export const developmentVisits = detail({
  table: 'development_visit',
  key: 'developmentVisits',
  of: 'household',
  columns: {
    visitedOn: civilDate(),
    unit: text(200),
    work: oneOf(['HOUSE_REPAIR', 'MEDICAL_TEAM', 'WATER_DELIVERY', 'ROAD_OR_POND']),
  },
});

export const registry = defineRegistry({
  body: 'defence',
  registers: [veteranCard, familyCard, warDuty, conscriptionRoll],
  details: [cardIssues, dutyTours, reliefPayments, conscriptionCalls, developmentVisits],
});
