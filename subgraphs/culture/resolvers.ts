import { detailField, registerField } from '../_kit/fields.ts';
import { cpotMemberships, fundGrants, heritageSkills, honours, nationalArtist, practitioner, works } from './data.ts';
import type { Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  CultureRecord: {
    nationalArtists: registerField(nationalArtist),
    practitioners: registerField(practitioner),
    honours: detailField(honours),
    heritageSkills: detailField(heritageSkills),
    works: detailField(works),
    cpotMemberships: detailField(cpotMemberships),
    fundGrants: detailField(fundGrants),
  },
  CpotMembership: {
    isCurrent: ({ leftOn }, _, { today }) => leftOn === null || leftOn > today,
  },
};
