import { amount, civilDate, oneOf, optional, text, whole, yesNo } from '../_kit/columns.ts';
import type { Shown } from '../_kit/fields.ts';
import { defineRegistry, detail, register, type DetailRowOf } from '../_kit/registry.ts';

/** Branches in which national artists are named. */
const branches = ['VISUAL_ARTS', 'LITERATURE', 'PERFORMING_ARTS'] as const;

export const nationalArtist = register({
  table: 'national_artist',
  of: 'person',
  registry: 'artists',
  columns: { named: yesNo() },
  facts: { named: 'person.nationalArtist' },
});

export const practitioner = register({
  table: 'cultural_practitioner',
  of: 'person',
  registry: 'artists',
  columns: { registered: yesNo() },
  facts: { registered: 'person.culturalPractitioner' },
});

export const honours = detail({
  table: 'honour',
  key: 'honours',
  of: 'person',
  columns: {
    honour: oneOf(['NATIONAL_ARTIST', 'CULTURAL_ACHIEVEMENT', 'CULTURAL_MERIT', 'LOCAL_MASTER']),
    branch: optional(oneOf(branches)),
    year: whole(1857, 2157),
  },
});

/** What a practitioner keeps alive; the domains are those of the heritage law and say nothing about religion. */
export const heritageSkills = detail({
  table: 'heritage_skill',
  key: 'heritageSkills',
  of: 'person',
  columns: {
    skill: text(200),
    domain: oneOf(['FOLK_LITERATURE', 'PERFORMANCE', 'SOCIAL_CUSTOM', 'NATURE_KNOWLEDGE', 'CRAFT', 'FOLK_GAME']),
    practisedSince: optional(whole(1857, 2157)),
    apprentices: whole(0, 1000),
  },
});

export const works = detail({
  table: 'artwork',
  key: 'works',
  of: 'person',
  columns: { title: text(200), branch: oneOf(branches), year: whole(1857, 2157) },
});

/** The register of cultural community products is kept by group; a row is one member of one group. */
export const cpotMemberships = detail({
  table: 'cpot_membership',
  key: 'cpotMemberships',
  of: 'person',
  columns: {
    groupId: text(20),
    groupName: text(200),
    product: text(200),
    role: oneOf(['CHAIR', 'COMMITTEE', 'MAKER']),
    joinedOn: civilDate(),
    leftOn: optional(civilDate()),
  },
});

/** One membership as the graph's resolvers see it. */
export type Membership = Shown<DetailRowOf<typeof cpotMemberships.columns>>;

/** The cultural fund's project grants; an open one, without a report, stands in the way of the next. */
export const fundGrants = detail({
  table: 'fund_grant',
  key: 'fundGrants',
  of: 'person',
  columns: { project: text(300), grantedOn: civilDate(), thb: amount(), reportedOn: optional(civilDate()) },
});

export const registry = defineRegistry({
  body: 'culture',
  registers: [nationalArtist, practitioner],
  details: [honours, heritageSkills, works, cpotMemberships, fundGrants],
});
