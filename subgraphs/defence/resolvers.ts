import { detailField, registerField } from '../_kit/fields.ts';
import {
  cardIssues,
  conscriptionCalls,
  conscriptionRoll,
  developmentVisits,
  dutyTours,
  familyCard,
  reliefPayments,
  veteranCard,
  warDuty,
} from './data.ts';
import type { Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  DefenceRecord: {
    veteranCards: registerField(veteranCard),
    veteranFamilyCards: registerField(familyCard),
    warDuties: registerField(warDuty),
    conscription: registerField(conscriptionRoll),
    veteranCardIssues: detailField(cardIssues),
    dutyTours: detailField(dutyTours),
    veteranRelief: detailField(reliefPayments),
    conscriptionCalls: detailField(conscriptionCalls),
    developmentVisits: detailField(developmentVisits),
  },
  VeteranCardIssue: {
    isValid: ({ expiresOn }, _, { today }) => expiresOn === null || expiresOn >= today,
  },
};
