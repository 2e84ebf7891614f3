import { detailField, householdField, registerField } from '../_kit/fields.ts';
import {
  officialVisits,
  statePensions,
  tpmap,
  tpmapFindings,
  unrestIncidents,
  unrestPayments,
  unrestRemedies,
  villageFundLoans,
  villageFundMembers,
  welfareCards,
} from './data.ts';
import { isTargetPoor } from './derive.ts';
import type { Resolvers } from './generated.ts';

/** A name in GraphQL may not begin with a digit, the fact's word does. */
const cardTiers = { UP_TO_30K: 'UP_TO_30K', '30K_TO_100K': 'OVER_30K_TO_100K' } as const;

export const resolvers: Resolvers = {
  PrimeMinisterRecord: {
    tpmap: householdField(tpmap),
    welfareCards: (record) =>
      registerField(welfareCards)(record).map((card) => ({
        ...card,
        tier: card.tier === null ? null : cardTiers[card.tier],
      })),
    statePensions: registerField(statePensions),
    villageFundMembers: registerField(villageFundMembers),
    unrestRemedies: registerField(unrestRemedies),
    tpmapFindings: detailField(tpmapFindings),
    officialVisits: detailField(officialVisits),
    villageFundLoans: detailField(villageFundLoans),
    unrestIncidents: detailField(unrestIncidents),
    unrestPayments: detailField(unrestPayments),
    targetPoor: (record) => isTargetPoor(record) ?? null,
  },
};
