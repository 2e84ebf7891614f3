import { civilDate, oneOf, optional, text, whole, yesNo } from '../_kit/columns.ts';
import type { Shown } from '../_kit/fields.ts';
import { defineRegistry, detail, register, type DetailRowOf } from '../_kit/registry.ts';

export const athlete = register({
  table: 'athlete',
  of: 'person',
  registry: 'athletes',
  columns: { registered: yesNo(), formerNational: yesNo() },
  facts: { registered: 'person.registeredAthlete', formerNational: 'person.formerNationalAthlete' },
});

export const tourismWorker = register({
  table: 'tourism_worker',
  of: 'person',
  registry: 'guides-homestay',
  columns: { registered: yesNo() },
  facts: { registered: 'person.tourismWorker' },
});

export const competitionResults = detail({
  table: 'competition_result',
  key: 'competitionResults',
  of: 'person',
  columns: {
    competedOn: civilDate(),
    competition: text(200),
    sport: text(100),
    event: text(100),
    level: oneOf(['PROVINCIAL', 'REGIONAL', 'NATIONAL', 'INTERNATIONAL']),
    /** Final place; missing where the sport has none or the athlete did not finish. */
    place: optional(whole(1, 999)),
    parasport: yesNo(),
  },
});

export const nationalTeamTerms = detail({
  table: 'national_team_term',
  key: 'nationalTeamTerms',
  of: 'person',
  columns: { sport: text(100), startedOn: civilDate(), endedOn: optional(civilDate()) },
});

export const guideLicences = detail({
  table: 'guide_licence',
  key: 'guideLicences',
  of: 'person',
  columns: {
    licenceNo: text(20),
    kind: oneOf(['GENERAL', 'AREA', 'TREKKING', 'MARINE', 'LOCAL_CULTURE']),
    issuedOn: civilDate(),
    expiresOn: civilDate(),
    revokedOn: optional(civilDate()),
  },
});

/** One licence as the graph's resolvers see it. */
export type Licence = Shown<DetailRowOf<typeof guideLicences.columns>>;

/** A homestay belongs to a house, whoever of its members runs it. The standard allows four rooms at most. */
export const homestays = detail({
  table: 'homestay',
  key: 'homestays',
  of: 'household',
  columns: {
    name: text(200),
    groupName: optional(text(200)),
    rooms: whole(1, 4),
    certifiedOn: optional(civilDate()),
    certifiedUntil: optional(civilDate()),
  },
});

/** One homestay as the graph's resolvers see it. */
export type Homestay = Shown<DetailRowOf<typeof homestays.columns>>;

export const communityTourism = detail({
  table: 'community_tourism_role',
  key: 'communityTourism',
  of: 'person',
  columns: {
    communityName: text(200),
    role: oneOf(['HOST', 'STORYTELLER', 'COOK', 'DRIVER', 'ACTIVITY_LEADER']),
    since: whole(1957, 2157),
  },
});

export const registry = defineRegistry({
  body: 'tourism-sports',
  registers: [athlete, tourismWorker],
  details: [competitionResults, nationalTeamTerms, guideLicences, homestays, communityTourism],
});
