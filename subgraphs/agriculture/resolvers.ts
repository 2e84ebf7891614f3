import { detailField, householdField, registerField } from '../_kit/fields.ts';
import {
  cropDamage,
  cropLosses,
  farm,
  farmDebt,
  farmDebts,
  farmRequests,
  landAllotments,
  landReform,
  livestock,
  plots,
  rubberGrowers,
  rubberPayments,
  rubberStand,
} from './data.ts';
import type { Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  AgricultureRecord: {
    farm: householdField(farm),
    farmRequests: householdField(farmRequests),
    cropDamage: householdField(cropDamage),
    farmDebt: householdField(farmDebt),
    rubberGrowers: registerField(rubberGrowers),
    rubberStand: householdField(rubberStand),
    landReform: householdField(landReform),
    plots: detailField(plots),
    cropLosses: detailField(cropLosses),
    livestock: detailField(livestock),
    landAllotments: detailField(landAllotments),
    farmDebts: detailField(farmDebts),
    rubberPayments: detailField(rubberPayments),
  },
};
