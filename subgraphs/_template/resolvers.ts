import { detailField, registerField } from '../_kit/fields.ts';
import { members, visits } from './data.ts';
import type { Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  TemplateBodyRecord: {
    members: registerField(members),
    visits: detailField(visits),
  },
};
