import { detailField, registerField } from '../_kit/fields.ts';
import {
  compulsory,
  dropoutCases,
  grantPayments,
  pupil,
  schoolTerms,
  screening,
  screeningRounds,
  specialEducation,
} from './data.ts';
import type { Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  EducationRecord: {
    pupils: registerField(pupil),
    compulsoryEducation: registerField(compulsory),
    povertyScreenings: registerField(screening),
    schoolTerms: detailField(schoolTerms),
    screeningRounds: detailField(screeningRounds),
    grantPayments: detailField(grantPayments),
    specialEducation: detailField(specialEducation),
    dropoutCases: detailField(dropoutCases),
  },
};
