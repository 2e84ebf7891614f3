import { detailField, householdField, registerField } from '../_kit/fields.ts';
import {
  degrees,
  grants,
  povertyActivities,
  povertyPilot,
  povertySurveys,
  studyStandings,
  studyTerms,
  u2tWork,
} from './data.ts';
import type { Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  HigherEducationRecord: {
    studyStandings: registerField(studyStandings),
    povertyPilot: householdField(povertyPilot),
    studyTerms: detailField(studyTerms),
    degrees: detailField(degrees),
    grants: detailField(grants),
    u2tWork: detailField(u2tWork),
    povertySurveys: detailField(povertySurveys),
    povertyActivities: detailField(povertyActivities),
  },
};
