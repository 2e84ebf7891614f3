import { amount, civilDate, countedFrom, oneOf, optional, text, whole, yesNo, type Column } from '../_kit/columns.ts';
import { defineRegistry, detail, register } from '../_kit/registry.ts';

const sections: readonly unknown[] = [33, 39, 40];

/** Section of the Social Security Act under which somebody is insured: 33, 39 or 40. */
const section: Column<number> = {
  ...whole(33, 40),
  problem: (value) => (sections.includes(value) ? undefined : 'must be 33, 39 or 40'),
};

export const insured = register({
  table: 'insured_person',
  of: 'person',
  registry: 'insured',
  columns: {
    section,
    option: whole(1, 3),
    monthsIn15: whole(0, 15),
    monthsIn36: whole(0, 36),
    totalMonths: whole(0, 900),
    insuredWage: amount(null, 1_000_000),
  },
  facts: {
    section: 'person.ssoSection',
    option: 'person.ssoOption',
    monthsIn15: 'person.ssoMonthsIn15',
    monthsIn36: 'person.ssoMonthsIn36',
    totalMonths: 'person.ssoTotalMonths',
    insuredWage: 'person.ssoInsuredWage',
  },
});

/** Kept as the extract gives them until the interior can say who is whose parent. */
export const insuredParent = register({
  table: 'insured_parent',
  of: 'person',
  registry: 'insured',
  columns: { section, monthsIn36: whole(0, 36), hasOption3: yesNo() },
  facts: {
    section: 'person.parentSsoSection',
    monthsIn36: 'person.parentSsoMonthsIn36',
    hasOption3: 'person.parentSso40Option3',
  },
});

export const workInjury = register({
  table: 'work_injury',
  of: 'person',
  registry: 'insured',
  columns: { certified: yesNo() },
  facts: { certified: 'person.workInjury' },
});

export const jobStatus = register({
  table: 'job_status',
  of: 'person',
  registry: 'jobseekers',
  columns: {
    status: oneOf(['EMPLOYED', 'UNEMPLOYED', 'SELF_EMPLOYED', 'INACTIVE', 'STUDENT']),
    separationReason: oneOf(['LAID_OFF', 'RESIGNED', 'END_OF_CONTRACT', 'NONE'], 'NONE'),
    separatedOn: countedFrom('DAYS', 36_525),
    registered: yesNo(),
  },
  facts: {
    status: 'person.employmentStatus',
    separationReason: 'person.separationReason',
    separatedOn: 'person.daysSinceSeparation',
    registered: 'person.registeredJobseeker',
  },
});

export const homeWorker = register({
  table: 'home_worker',
  of: 'person',
  registry: 'homeworkers',
  columns: { registered: yesNo() },
  facts: { registered: 'person.homeWorkerRegistered' },
});

export const contributions = detail({
  table: 'sso_contribution',
  key: 'contributions',
  of: 'person',
  columns: { month: civilDate(), section, wage: optional(amount(null, 1_000_000)), paidThb: amount() },
});

export const benefitPayments = detail({
  table: 'sso_benefit_payment',
  key: 'benefitPayments',
  of: 'person',
  columns: {
    paidOn: civilDate(),
    benefit: oneOf(['SICKNESS', 'MATERNITY', 'INVALIDITY', 'DEATH', 'CHILD', 'OLD_AGE', 'UNEMPLOYMENT', 'WORK_INJURY']),
    thb: amount(),
  },
});

export const jobseekerReports = detail({
  table: 'jobseeker_report',
  key: 'jobseekerReports',
  of: 'person',
  columns: {
    reportedOn: civilDate(),
    outcome: oneOf(['STILL_LOOKING', 'REFERRED_TO_JOB', 'REFERRED_TO_TRAINING', 'HIRED', 'REFUSED_OFFER']),
  },
});

export const skillTrainings = detail({
  table: 'skill_training',
  key: 'skillTrainings',
  of: 'person',
  columns: {
    course: text(200),
    startedOn: civilDate(),
    hours: whole(1, 2000),
    passed: optional(yesNo()),
  },
});

export const homeWorkOrders = detail({
  table: 'home_work_order',
  key: 'homeWorkOrders',
  of: 'person',
  columns: { orderedOn: civilDate(), product: text(200), pieces: whole(1, 1_000_000), thbPerPiece: amount() },
});

export const registry = defineRegistry({
  body: 'labour',
  registers: [insured, insuredParent, workInjury, jobStatus, homeWorker],
  details: [contributions, benefitPayments, jobseekerReports, skillTrainings, homeWorkOrders],
});
