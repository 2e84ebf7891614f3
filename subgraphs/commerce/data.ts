import { amount, civilDate, oneOf, optional, text, whole, yesNo } from '../_kit/columns.ts';
import { defineRegistry, detail, register } from '../_kit/registry.ts';

export const businessOwners = register({
  table: 'business_owner',
  of: 'person',
  registry: 'business-registration',
  columns: { runsMicroBusiness: yesNo() },
  facts: { runsMicroBusiness: 'person.microBusiness' },
});

export const businesses = detail({
  table: 'business',
  key: 'businesses',
  of: 'person',
  columns: {
    registrationNumber: text(20),
    nameTh: text(200),
    form: oneOf(['SOLE_TRADER', 'ORDINARY_PARTNERSHIP', 'LIMITED_PARTNERSHIP', 'LIMITED_COMPANY']),
    activityTh: text(200),
    sellsOnline: yesNo(),
    registeredOn: civilDate(),
    closedOn: optional(civilDate()),
  },
});

const guaranteedCrops = [
  'RICE_HOM_MALI',
  'RICE_HOM_MALI_OUTSIDE',
  'RICE_PATHUM',
  'RICE_WHITE',
  'RICE_GLUTINOUS',
  'MAIZE',
  'CASSAVA',
  'OIL_PALM',
  'RUBBER',
] as const;

/** Tonnes, rate and sum are kept as paid: caps and rounding differ between instalments, so none follows from the others. */
export const guaranteePayments = detail({
  table: 'guarantee_payment',
  key: 'guaranteePayments',
  of: 'household',
  columns: {
    crop: oneOf(guaranteedCrops),
    seasonStartYear: whole(2015, 2100),
    instalment: whole(1, 60),
    tonnes: amount(null, 10_000),
    gapPerTonneThb: amount(null, 100_000),
    thb: amount(null, 10_000_000),
    paidOn: civilDate(),
  },
});

export const courses = detail({
  table: 'business_course',
  key: 'courses',
  of: 'person',
  columns: {
    nameTh: text(200),
    topic: oneOf(['ONLINE_TRADE', 'FRANCHISE', 'ACCOUNTING', 'PACKAGING_AND_BRAND', 'SHOP_MANAGEMENT']),
    attendedOn: civilDate(),
    completed: yesNo(),
  },
});

export const blueFlagShops = detail({
  table: 'blue_flag_shop',
  key: 'blueFlagShops',
  of: 'person',
  columns: {
    shopNumber: text(20),
    nameTh: text(200),
    subdistrictCode: text(6),
    takesWelfareCard: yesNo(),
    joinedOn: civilDate(),
    leftOn: optional(civilDate()),
  },
});

export const priceComplaints = detail({
  table: 'price_complaint',
  key: 'priceComplaints',
  of: 'person',
  columns: {
    caseNumber: text(40),
    receivedOn: civilDate(),
    goodsTh: text(200),
    outcome: oneOf(['OPEN', 'SETTLED', 'FINED', 'UNFOUNDED']),
  },
});

export const registry = defineRegistry({
  body: 'commerce',
  registers: [businessOwners],
  details: [businesses, guaranteePayments, courses, blueFlagShops, priceComplaints],
});
