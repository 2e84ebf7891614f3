import { bodyOf } from '../../schema/contract/bodies.ts';
import { detailField, householdField, registerField } from '../_kit/fields.ts';
import {
  cardIssues,
  careHome,
  carer,
  carerLinks,
  childGrantPayments,
  disabilityCard,
  fosterChild,
  logbook,
  logbookVisits,
  logbookWish,
  placements,
  planItems,
  reliefPayments,
} from './data.ts';
import type { Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  SocialWelfareRecord: {
    disabilityCards: registerField(disabilityCard),
    disabilityCarers: registerField(carer),
    careHomeStatus: registerField(careHome),
    fosterChildren: registerField(fosterChild),
    logbook: householdField(logbook),
    logbookWishes: registerField(logbookWish),
    disabilityCardIssues: detailField(cardIssues),
    disabilityCarerLinks: async (record, args, context) => {
      const links = await detailField(carerLinks)(record, args, context);
      return links.map((link) => ({ ...link, carer: link.carer === null ? null : record.person(link.carer) }));
    },
    carePlacements: detailField(placements),
    logbookVisits: detailField(logbookVisits),
    familyPlan: async (record, args, context) => {
      const items = await detailField(planItems)(record, args, context);
      return items.map((item) => ({ ...item, partner: bodyOf(item.partner) }));
    },
    reliefPayments: detailField(reliefPayments),
    childGrantPayments: detailField(childGrantPayments),
  },
};
