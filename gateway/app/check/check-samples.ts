import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { bodyNames, type BodyName } from '../../../schema/contract/bodies.ts';
import { personIdOf } from '../../../schema/contract/scalars.ts';
import { isCivilDate } from '../../../subgraphs/_kit/calendar.ts';
import type { StatedFact } from '../../../subgraphs/_kit/rules/facts.ts';
import type { Catalogue } from '../../../subgraphs/_kit/rules/programme.ts';
import { compileCatalogue, screen, type HouseholdCase } from '../../../subgraphs/_kit/rules/screen.ts';
import type { SampleVerdict } from '../../check/check-input.ts';
import { workedCases } from '../stores.ts';

/** Every verdict of a catalogue on the eight worked households, all bodies having answered. */
export function verdictsOnSamples(catalogue: Catalogue): readonly SampleVerdict[] {
  const compiled = compileCatalogue(catalogue);
  const owners = new Map(catalogue.facts.map(({ name, ownerBody }) => [name, ownerBody]));
  return readSamples().flatMap((sample) =>
    screen(compiled, caseOf(sample, owners)).map(({ programme, subject, verdict }) => ({
      programme: programme.id,
      subject,
      verdict,
    })),
  );
}

const factValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.null()]);

const samples = z.object({
  scenarios: z.array(
    z.object({
      asOf: z.string(),
      household: z.object({ houseCode: z.string() }).catchall(factValue),
      members: z.array(z.object({ member: z.string() }).catchall(factValue)),
    }),
  ),
});

type Sample = z.infer<typeof samples>['scenarios'][number];
type FactValue = z.infer<typeof factValue>;

function readSamples(): readonly Sample[] {
  return samples.parse(JSON.parse(readFileSync(workedCases, 'utf8'))).scenarios;
}

/** The extract as the bodies would state it on its own day: what is counted has been counted for that day. */
function caseOf({ asOf, household, members }: Sample, owners: ReadonlyMap<string, BodyName>): HouseholdCase {
  if (!isCivilDate(asOf)) throw new TypeError('a worked case has no date');
  const { houseCode } = household;
  const state = (name: string, subject: string, value: FactValue): readonly StatedFact[] => {
    const body = owners.get(name);
    return body === undefined ? [] : [{ name, subject, value, body, asOf: null }];
  };
  const ofHouse = Object.entries(household).flatMap(([key, value]) => state(`household.${key}`, houseCode, value));
  const ofMembers = members.flatMap((extract) => {
    const subject = personIdOf(houseCode, extract.member);
    return Object.entries(extract).flatMap(([key, value]) => state(`person.${key}`, subject, value));
  });
  return {
    asOf,
    houseCode,
    members: members.map(({ member }) => personIdOf(houseCode, member)),
    facts: [...ofHouse, ...ofMembers],
    enrolments: [],
    answers: new Map(bodyNames.map((body) => [body, 'ANSWERED'])),
  };
}
