import { detailField, registerField } from '../_kit/fields.ts';
import {
  benefitPayments,
  contributions,
  homeWorker,
  homeWorkOrders,
  insured,
  insuredParent,
  jobseekerReports,
  jobStatus,
  skillTrainings,
  workInjury,
} from './data.ts';
import type { Resolvers, SsoSection } from './generated.ts';

export const resolvers: Resolvers = {
  LabourRecord: {
    insuredPersons: (record) => registerField(insured)(record).map(named),
    insuredParents: (record) => registerField(insuredParent)(record).map(named),
    workInjuries: registerField(workInjury),
    jobStatus: registerField(jobStatus),
    homeWorkers: registerField(homeWorker),
    contributions: async (record, args, context) => {
      const rows = await detailField(contributions)(record, args, context);
      return rows.map((row) => ({ ...row, section: sectionName(row.section) }));
    },
    benefitPayments: detailField(benefitPayments),
    jobseekerReports: detailField(jobseekerReports),
    skillTrainings: detailField(skillTrainings),
    homeWorkOrders: detailField(homeWorkOrders),
  },
};

/** The fact is the section's number; a name of an enum cannot begin with a digit. */
function sectionName(section: number): SsoSection {
  if (section === 33) return 'SECTION_33';
  return section === 39 ? 'SECTION_39' : 'SECTION_40';
}

function named<Row extends { readonly section: number | null }>(
  row: Row,
): Omit<Row, 'section'> & { readonly section: SsoSection | null } {
  return { ...row, section: row.section === null ? null : sectionName(row.section) };
}
