import { detailField, registerField } from '../_kit/fields.ts';
import {
  athlete,
  communityTourism,
  competitionResults,
  guideLicences,
  homestays,
  nationalTeamTerms,
  tourismWorker,
} from './data.ts';
import type { Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  TourismSportsRecord: {
    athletes: registerField(athlete),
    tourismWorkers: registerField(tourismWorker),
    competitionResults: detailField(competitionResults),
    nationalTeamTerms: detailField(nationalTeamTerms),
    guideLicences: detailField(guideLicences),
    homestays: detailField(homestays),
    communityTourism: detailField(communityTourism),
  },
  GuideLicence: {
    isValid: ({ revokedOn, expiresOn }, _, { today }) => {
      const stands = revokedOn === null || revokedOn > today;
      return stands && expiresOn >= today;
    },
  },
  StandardHomestay: {
    isCertified: ({ certifiedOn, certifiedUntil }, _, { today }) =>
      certifiedOn !== null && certifiedOn <= today && (certifiedUntil === null || certifiedUntil >= today),
  },
};
