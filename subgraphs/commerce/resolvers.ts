import { detailField, registerField } from '../_kit/fields.ts';
import { blueFlagShops, businessOwners, businesses, courses, guaranteePayments, priceComplaints } from './data.ts';
import type { Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  CommerceRecord: {
    businessOwners: registerField(businessOwners),
    businesses: detailField(businesses),
    guaranteePayments: detailField(guaranteePayments),
    courses: detailField(courses),
    blueFlagShops: detailField(blueFlagShops),
    priceComplaints: detailField(priceComplaints),
  },
};
