import { detailField, registerField } from '../_kit/fields.ts';
import { adlHistory, assessment, carePlan, coverage, homeVisits, illness, maternity, vaccinations } from './data.ts';
import type { AdlGroup, Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  HealthRecord: {
    coverage: registerField(coverage),
    maternity: registerField(maternity),
    assessments: registerField(assessment),
    illness: registerField(illness),
    carePlans: registerField(carePlan),
    adlHistory: detailField(adlHistory),
    homeVisits: detailField(homeVisits),
    vaccinations: detailField(vaccinations),
  },
  FunctionalAssessment: {
    adlGroup: ({ adlScore }) => (typeof adlScore === 'number' ? adlGroup(adlScore) : null),
  },
};

/** Barthel index of the MOPH screening: 12-20 social, 5-11 home-bound, 0-4 bed-bound. */
function adlGroup(score: number): AdlGroup {
  if (score >= 12) return 'SOCIAL';
  return score >= 5 ? 'HOME_BOUND' : 'BED_BOUND';
}
