import { isKnownArea } from '../_kit/areas.ts';
import { amount, civilDate, oneOf, optional, text, whole, yesNo, type Column } from '../_kit/columns.ts';
import { defineRegistry, detail, register } from '../_kit/registry.ts';

/** Without a row: nothing is said of a community, as for every house outside Bangkok. */
export const community = register({
  table: 'community',
  of: 'household',
  registry: 'bma-communities',
  columns: { name: text(200), registered: yesNo(null) },
  facts: { name: 'household.bkkCommunityName', registered: 'household.bkkCommunityRegistered' },
});

/** Code of one of the fifty districts, for example `1002` (Dusit). */
const districtCode: Column<string> = {
  ...text(4),
  problem: (value) =>
    typeof value === 'string' && /^10\d{2}$/u.test(value) && isKnownArea(value)
      ? undefined
      : 'must be a district of Bangkok like 1002',
};

export const communitySteps = detail({
  table: 'community_step',
  key: 'communitySteps',
  of: 'household',
  columns: {
    takenOn: civilDate(),
    step: oneOf(['SURVEYED', 'APPLIED', 'ANNOUNCED', 'REFUSED']),
    districtCode,
  },
});

export const allowancePayments = detail({
  table: 'bma_allowance_payment',
  key: 'allowancePayments',
  of: 'person',
  columns: {
    paidOn: civilDate(),
    allowance: oneOf(['OLD_AGE', 'OLD_AGE_TOP_UP', 'DISABILITY', 'AIDS']),
    thb: amount(),
    districtCode,
  },
});

/** School years are named by the Gregorian year in which they began: 2022 is B.E. 2565. */
const schoolYear = whole(1997, 2057);

export const schoolMeals = detail({
  table: 'bma_school_meal',
  key: 'schoolMeals',
  of: 'person',
  columns: {
    schoolYear,
    term: whole(1, 2),
    schoolName: text(200),
    breakfasts: whole(0, 120),
    lunches: whole(0, 120),
  },
});

export const uniformIssues = detail({
  table: 'bma_uniform_issue',
  key: 'uniformIssues',
  of: 'person',
  columns: {
    schoolYear,
    issuedOn: civilDate(),
    item: oneOf(['PUPIL_UNIFORM', 'SCOUT_UNIFORM', 'SPORTS_UNIFORM', 'SHOES', 'SCHOOL_EQUIPMENT']),
    pieces: whole(1, 20),
  },
});

export const nursingVisits = detail({
  table: 'bma_nursing_visit',
  key: 'nursingVisits',
  of: 'person',
  columns: {
    visitedOn: civilDate(),
    healthCentre: whole(1, 69),
    visitor: oneOf(['NURSE', 'PHYSICIAN', 'PHYSIOTHERAPIST', 'VOLUNTEER']),
    reason: oneOf(['BED_BOUND', 'HOME_BOUND', 'NEWLY_DELIVERED', 'CHRONIC_ILLNESS', 'PALLIATIVE']),
    nextVisitOn: optional(civilDate()),
  },
});

export const vocationalCourses = detail({
  table: 'bma_vocational_course',
  key: 'vocationalCourses',
  of: 'person',
  columns: {
    school: text(200),
    course: text(200),
    startedOn: civilDate(),
    completed: optional(yesNo()),
  },
});

export const registry = defineRegistry({
  body: 'bangkok',
  registers: [community],
  details: [communitySteps, allowancePayments, schoolMeals, uniformIssues, nursingVisits, vocationalCourses],
});
