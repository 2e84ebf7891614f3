import { amount, civilDate, oneOf, optional, text, whole, yesNo } from '../_kit/columns.ts';
import { defineRegistry, detail, register } from '../_kit/registry.ts';

export const pupil = register({
  table: 'pupil',
  of: 'person',
  registry: 'dmc',
  columns: {
    enrolled: yesNo(),
    level: oneOf(['CHILD_CENTRE', 'PRESCHOOL', 'PRIMARY', 'LOWER_SEC', 'UPPER_SEC', 'VOC_CERT', 'NFE', 'NONE'], 'NONE'),
    authority: oneOf(['OBEC', 'DLA', 'BMA', 'OPEC', 'BPP', 'OVEC', 'NFE', 'SEB', 'NONE'], 'NONE'),
    attendanceRate: amount(null, 100),
  },
  facts: {
    enrolled: 'person.schoolEnrolled',
    level: 'person.schoolLevel',
    authority: 'person.schoolAuthority',
    attendanceRate: 'person.attendanceRate',
  },
});

export const compulsory = register({
  table: 'compulsory_education',
  of: 'person',
  registry: 'dmc',
  columns: { completed: yesNo() },
  facts: { completed: 'person.compulsoryCompleted' },
});

export const screening = register({
  table: 'poverty_screening',
  of: 'person',
  registry: 'cct',
  columns: { result: oneOf(['NONE', 'POOR', 'EXTRA_POOR'], 'NONE') },
  facts: { result: 'person.povertyScreening' },
});

const grades = [
  'CHILD_CENTRE',
  'KINDERGARTEN_1',
  'KINDERGARTEN_2',
  'KINDERGARTEN_3',
  'PRIMARY_1',
  'PRIMARY_2',
  'PRIMARY_3',
  'PRIMARY_4',
  'PRIMARY_5',
  'PRIMARY_6',
  'SECONDARY_1',
  'SECONDARY_2',
  'SECONDARY_3',
  'SECONDARY_4',
  'SECONDARY_5',
  'SECONDARY_6',
  'VOCATIONAL_1',
  'VOCATIONAL_2',
  'VOCATIONAL_3',
  'NFE_PRIMARY',
  'NFE_LOWER_SEC',
  'NFE_UPPER_SEC',
] as const;

/** School years are named by the Gregorian year in which they began: 2022 is B.E. 2565. */
const schoolYear = whole(1997, 2057);

export const schoolTerms = detail({
  table: 'school_term',
  key: 'schoolTerms',
  of: 'person',
  columns: {
    schoolYear,
    term: whole(1, 2),
    schoolName: text(200),
    grade: oneOf(grades),
    attendanceRate: optional(amount(null, 100)),
  },
});

export const screeningRounds = detail({
  table: 'screening_round',
  key: 'screeningRounds',
  of: 'person',
  columns: {
    schoolYear,
    term: whole(1, 2),
    screenedOn: civilDate(),
    incomePerPersonMonth: amount(),
    result: oneOf(['NONE', 'POOR', 'EXTRA_POOR']),
  },
});

export const grantPayments = detail({
  table: 'pupil_grant_payment',
  key: 'grantPayments',
  of: 'person',
  columns: {
    schoolYear,
    term: whole(1, 2),
    grant: oneOf(['UNIFORM', 'EQUIPMENT', 'POOR_PUPIL', 'EEF_CONDITIONAL', 'DISABILITY_COUPON']),
    paidOn: civilDate(),
    thb: amount(),
  },
});

export const specialEducation = detail({
  table: 'special_education_support',
  key: 'specialEducation',
  of: 'person',
  columns: {
    schoolYear,
    support: oneOf(['INDIVIDUAL_PLAN', 'INCLUSIVE_CLASS', 'AIDS_COUPON', 'EARLY_INTERVENTION', 'HOME_TEACHING']),
    centre: optional(text(200)),
  },
});

export const dropoutCases = detail({
  table: 'dropout_case',
  key: 'dropoutCases',
  of: 'person',
  columns: {
    foundOn: civilDate(),
    cause: oneOf([
      'POVERTY',
      'WORK',
      'ILLNESS_OR_DISABILITY',
      'PREGNANCY',
      'MIGRATION',
      'FAMILY',
      'BEHAVIOUR',
      'OTHER',
    ]),
    outcome: oneOf(['SEARCHING', 'FOUND', 'BACK_AT_SCHOOL', 'BACK_BY_NFE', 'REFUSED']),
  },
});

export const registry = defineRegistry({
  body: 'education',
  registers: [pupil, compulsory, screening],
  details: [schoolTerms, screeningRounds, grantPayments, specialEducation, dropoutCases],
});
