import { areaOf } from '../_kit/areas.ts';
import { detailField, householdField } from '../_kit/fields.ts';
import {
  allowancePayments,
  community,
  communitySteps,
  nursingVisits,
  schoolMeals,
  uniformIssues,
  vocationalCourses,
} from './data.ts';
import type { BmaDistrictOffice, Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  BangkokRecord: {
    community: householdField(community),
    communitySteps: async (record, args, context) => {
      const steps = await detailField(communitySteps)(record, args, context);
      return steps.map((step) => ({ ...step, office: officeOf(step.districtCode) }));
    },
    allowancePayments: async (record, args, context) => {
      const payments = await detailField(allowancePayments)(record, args, context);
      return payments.map((payment) => ({ ...payment, office: officeOf(payment.districtCode) }));
    },
    schoolMeals: detailField(schoolMeals),
    uniformIssues: detailField(uniformIssues),
    nursingVisits: detailField(nursingVisits),
    vocationalCourses: detailField(vocationalCourses),
  },
};

/** The import lets only known districts in; a name that was dropped from the list since leaves the code. */
function officeOf(districtCode: string): BmaDistrictOffice {
  return { districtCode, nameTh: `สำนักงานเขต${areaOf(districtCode)?.nameTh ?? ` ${districtCode}`}` };
}
