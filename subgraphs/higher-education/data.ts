import { amount, civilDate, oneOf, optional, text, whole, yesNo } from '../_kit/columns.ts';
import { defineRegistry, detail, register } from '../_kit/registry.ts';

export const studyStandings = register({
  table: 'study_standing',
  of: 'person',
  registry: 'unicon',
  columns: {
    enrolled: yesNo(),
    highestEducation: oneOf(
      ['NONE', 'PRIMARY', 'LOWER_SEC', 'UPPER_SEC', 'VOC_CERT', 'DIPLOMA', 'BACHELOR', 'HIGHER'],
      'NONE',
    ),
  },
  facts: { enrolled: 'person.higherEdEnrolled', highestEducation: 'person.highestEducation' },
});

export const povertyPilot = register({
  table: 'poverty_pilot',
  of: 'household',
  registry: 'pppconnext',
  columns: { surveyed: yesNo() },
  facts: { surveyed: 'household.inPmuaPilot' },
});

const degreeLevels = ['DIPLOMA', 'BACHELOR', 'MASTER', 'DOCTOR'] as const;

export const studyTerms = detail({
  table: 'study_term',
  key: 'studyTerms',
  of: 'person',
  columns: {
    academicYear: whole(1950, 2100),
    term: whole(1, 3),
    institutionTh: text(200),
    courseTh: text(200),
    level: oneOf(degreeLevels),
    state: oneOf(['STUDYING', 'PASSED', 'FAILED', 'ON_LEAVE', 'WITHDRAWN']),
    gradeAverage: optional(amount(null, 4)),
  },
});

export const degrees = detail({
  table: 'degree',
  key: 'degrees',
  of: 'person',
  columns: {
    level: oneOf(degreeLevels),
    courseTh: text(200),
    institutionTh: text(200),
    awardedOn: civilDate(),
  },
});

export const grants = detail({
  table: 'study_grant',
  key: 'grants',
  of: 'person',
  columns: {
    kind: oneOf(['SOUTHERN_BORDER', 'DISABILITY_SUPPORT', 'UNIVERSITY_GRANT', 'FEE_WAIVER']),
    academicYear: whole(1950, 2100),
    paidOn: civilDate(),
    thb: amount(null, 10_000_000),
  },
});

export const u2tWork = detail({
  table: 'u2t_work',
  key: 'u2tWork',
  of: 'person',
  columns: {
    universityTh: text(200),
    subdistrictCode: text(6),
    role: oneOf(['GRADUATE', 'RESIDENT']),
    monthlyWageThb: amount(null, 1_000_000),
    startedOn: civilDate(),
    endedOn: optional(civilDate()),
  },
});

const capitalLevels = ['DESTITUTE', 'HARD', 'COPING', 'WELL'] as const;

export const povertySurveys = detail({
  table: 'poverty_survey',
  key: 'povertySurveys',
  of: 'household',
  columns: {
    surveyedOn: civilDate(),
    universityTh: text(200),
    human: oneOf(capitalLevels),
    physical: oneOf(capitalLevels),
    financial: oneOf(capitalLevels),
    natural: oneOf(capitalLevels),
    social: oneOf(capitalLevels),
  },
});

export const povertyActivities = detail({
  table: 'poverty_activity',
  key: 'povertyActivities',
  of: 'household',
  columns: {
    nameTh: text(200),
    universityTh: text(200),
    joinedOn: civilDate(),
    state: oneOf(['JOINED', 'COMPLETED', 'LEFT']),
    addedIncomePerMonthThb: optional(amount(null, 1_000_000)),
  },
});

export const registry = defineRegistry({
  body: 'higher-education',
  registers: [studyStandings, povertyPilot],
  details: [studyTerms, degrees, grants, u2tWork, povertySurveys, povertyActivities],
});
