import { bodyNames } from '../../schema/contract/bodies.ts';
import { isMemberName } from '../../schema/contract/scalars.ts';
import { amount, civilDate, oneOf, optional, text, whole, yesNo, type Column } from '../_kit/columns.ts';
import { defineRegistry, detail, register } from '../_kit/registry.ts';

export const disabilityCard = register({
  table: 'disability_card',
  of: 'person',
  registry: 'disability-card',
  columns: {
    holdsCard: yesNo(),
    disabilityType: oneOf(['VISUAL', 'HEARING', 'MOBILITY', 'MENTAL', 'INTELLECTUAL', 'LEARNING', 'AUTISTIC']),
  },
  facts: { holdsCard: 'person.disabilityCard', disabilityType: 'person.disabilityType' },
});

export const carer = register({
  table: 'disability_carer',
  of: 'person',
  registry: 'disability-card',
  columns: { namedOnCard: yesNo() },
  facts: { namedOnCard: 'person.caregiverOfDisabled' },
});

export const careHome = register({
  table: 'care_home',
  of: 'person',
  registry: 'care-homes',
  columns: { inStateHome: yesNo(), destitute: yesNo() },
  facts: { inStateHome: 'person.inStateCareHome', destitute: 'person.destitute' },
});

export const fosterChild = register({
  table: 'foster_child',
  of: 'person',
  registry: 'care-homes',
  columns: { inFosterFamily: yesNo() },
  facts: { inFosterFamily: 'person.fosterChild' },
});

/** What the worker found; the level that follows from the facts of all bodies is the join's to compute. */
export const logbook = register({
  table: 'logbook_finding',
  of: 'household',
  registry: 'family-logbook',
  columns: {
    vulnerabilityLevel: whole(0, 3),
    hardship: yesNo(),
    houseNeedsRepair: yesNo(),
    ownsHomeOrConsent: yesNo(),
  },
  facts: {
    vulnerabilityLevel: 'household.vulnerabilityLevel',
    hardship: 'household.hardshipFinding',
    houseNeedsRepair: 'household.houseNeedsRepair',
    ownsHomeOrConsent: 'household.ownsHomeOrConsent',
  },
});

export const logbookWish = register({
  table: 'logbook_wish',
  of: 'person',
  registry: 'family-logbook',
  columns: { training: yesNo(), occupationLoan: yesNo() },
  facts: { training: 'person.wantsTraining', occupationLoan: 'person.wantsOccupationLoan' },
});

export const cardIssues = detail({
  table: 'disability_card_issue',
  key: 'cardIssues',
  of: 'person',
  columns: {
    issuedOn: civilDate(),
    expiresOn: optional(civilDate()),
    occasion: oneOf(['FIRST', 'RENEWAL', 'REPLACEMENT']),
  },
});

/** Another member of the same household, for example `M2`. */
const member: Column<string> = {
  ...text(3),
  problem: (value) => (typeof value === 'string' && isMemberName(value) ? undefined : 'must be a member like M2'),
};

/** One row for each carer named on a member's card; a null carer lives in another house. */
export const carerLinks = detail({
  table: 'disability_carer_link',
  key: 'carerLinks',
  of: 'person',
  columns: { carer: optional(member), namedOn: civilDate() },
});

export const placements = detail({
  table: 'care_placement',
  key: 'placements',
  of: 'person',
  columns: {
    kind: oneOf(['STATE_HOME', 'SHELTER', 'FOSTER_FAMILY', 'KINSHIP_FAMILY']),
    place: optional(text(200)),
    startedOn: civilDate(),
    endedOn: optional(civilDate()),
  },
});

export const logbookVisits = detail({
  table: 'logbook_visit',
  key: 'logbookVisits',
  of: 'household',
  columns: {
    visitedOn: civilDate(),
    visitor: oneOf(['VOLUNTEER', 'PROVINCIAL_OFFICER', 'ONE_HOME_TEAM', 'JOINT_TEAM']),
    note: optional(text(500)),
  },
});

export const planItems = detail({
  table: 'family_plan_item',
  key: 'planItems',
  of: 'household',
  columns: {
    dimension: oneOf(['HEALTH', 'LIVING', 'EDUCATION', 'INCOME', 'ACCESS']),
    horizon: oneOf(['URGENT', 'MEDIUM', 'LONG']),
    phase: oneOf(['RIGHTS_CHECK', 'PLANNING', 'DELIVERY', 'FOLLOW_UP']),
    need: text(300),
    partner: oneOf(bodyNames),
    plannedFor: optional(civilDate()),
    doneOn: optional(civilDate()),
  },
});

export const reliefPayments = detail({
  table: 'relief_payment',
  key: 'reliefPayments',
  of: 'person',
  columns: {
    paidOn: civilDate(),
    relief: oneOf([
      'POOR_FAMILY',
      'POOR_CHILD',
      'OLDER_PERSON',
      'DISABILITY',
      'EMERGENCY',
      'FOSTER_FAMILY',
      'ELDER_FUNERAL',
    ]),
    thb: amount(),
  },
});

export const childGrantPayments = detail({
  table: 'child_grant_payment',
  key: 'childGrantPayments',
  of: 'person',
  columns: { month: civilDate(), thb: amount(), state: oneOf(['PAID', 'RETURNED']) },
});

export const registry = defineRegistry({
  body: 'social-welfare',
  registers: [disabilityCard, carer, careHome, fosterChild, logbook, logbookWish],
  details: [cardIssues, carerLinks, placements, logbookVisits, planItems, reliefPayments, childGrantPayments],
});
