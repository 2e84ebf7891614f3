import path from 'node:path';
import { bodyNames } from '../../schema/contract/bodies.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { isKnownArea, subdistrictsOf } from '../_kit/areas.ts';
import { readProgrammeFile } from '../_kit/catalogue.ts';
import { parseCatalogue } from '../_kit/rules/programme.ts';
import { compileCatalogue, type CompiledCatalogue } from '../_kit/rules/screen.ts';
import { isRegistered, stateCivilFacts } from './generator/civil.ts';
import { stateDisability } from './generator/disability.ts';
import type { HouseDraft, PersonDraft } from './generator/draft.ts';
import { enrol } from './generator/enrol.ts';
import { stateFarm } from './generator/farm.ts';
import { stateHealth, stateHealthScheme } from './generator/health.ts';
import { writeCareHistories } from './generator/histories-care.ts';
import { writeHomeHistories } from './generator/histories-home.ts';
import { writeWorkHistories } from './generator/histories-work.ts';
import { draftHouse } from './generator/house.ts';
import { serialOf } from './generator/identifiers.ts';
import { stateDisaster, stateLivelihood } from './generator/livelihood.ts';
import { stateCommunity } from './generator/place.ts';
import { createRandom } from './generator/random.ts';
import { stateSchooling } from './generator/schooling.ts';
import { stateTrades } from './generator/trades.ts';
import { stateLogbook, statePensions, stateWelfare } from './generator/welfare.ts';
import { stateWork } from './generator/work.ts';
import type { SourceItem } from './source-item.ts';

export interface PopulationRequest {
  /** At most 900,000. */
  readonly households: number;
  /** Province, district or subdistrict to spread them over: 2, 4 or 6 digits. */
  readonly area: string;
  /** The same seed gives the same people; more households leave the first ones as they are. */
  readonly seed: number;
  /** Date of the extracts; default 2022-08-10, the catalogue's own. */
  readonly asOf?: string;
}

const maxHouseholds = 900_000;
const demoDay = '2022-08-10';

/**
 * Households of an invented population in the shape of an extract, one after the other and the same at every run.
 * Throws INPUT_AREA_UNKNOWN, and CONFIG_INVALID for more households than there are numbers for.
 */
export function* generateHouseholds(request: PopulationRequest): Generator<SourceItem> {
  const { households, area, seed, asOf = demoDay } = request;
  if (!isKnownArea(area)) throw new CodedError('INPUT_AREA_UNKNOWN');
  if (households > maxHouseholds) {
    throw new CodedError('CONFIG_INVALID', { name: 'households', problem: `must be at most ${maxHouseholds}` });
  }
  const subdistricts = subdistrictsOf(area);
  const provinces = [...new Set(subdistrictsOf('').map((code) => code.slice(0, 2)))];
  const catalogue = readCatalogue(asOf);
  for (let k = 0; k < households; k += 1) {
    const serial = serialOf(area.slice(0, 2), k, provinces);
    const areaCode = createRandom(seed, serial, 'area').pick(subdistricts);
    const house = draftHouse({ seed, serial, asOf, areaCode });
    for (const state of concerns) state(house);
    enrol(house, catalogue);
    for (const write of histories) write(house);
    yield { line: k + 1, household: extractOf(house) };
  }
}

/** In this order: each reads what the ones before it stated. */
const concerns: readonly ((house: HouseDraft) => void)[] = [
  stateCommunity,
  stateCivilFacts,
  stateSchooling,
  stateHealth,
  stateDisability,
  stateWork,
  statePensions,
  stateHealthScheme,
  stateDisaster,
  stateFarm,
  stateTrades,
  stateLivelihood,
  stateWelfare,
  stateLogbook,
];

/** What stands behind facts and enrolments, so they come last. */
const histories: readonly ((house: HouseDraft) => void)[] = [
  writeHomeHistories,
  writeCareHistories,
  writeWorkHistories,
];

/** The rules of the thirteen bodies, which say who is due. */
function readCatalogue(asOf: string): CompiledCatalogue {
  const files = bodyNames.map((body) => readProgrammeFile(body, path.join(import.meta.dirname, '..', body)));
  const parsed = parseCatalogue({
    meta: { asOf, cashForms: [] },
    facts: files.flatMap(({ facts }) => facts),
    programmes: files.flatMap(({ programmes }) => programmes),
  });
  if (parsed.ok) return compileCatalogue(parsed.value);
  throw new TypeError(
    `the catalogue cannot be used: ${parsed.problems[0]?.path ?? ''} ${parsed.problems[0]?.message ?? ''}`,
  );
}

function extractOf(house: HouseDraft): Record<string, unknown> {
  const { asOf, areaCode, address, houseCode, facts, people, enrolments, services, registries } = house;
  return {
    asOf,
    areaCode,
    address,
    household: { houseCode, ...facts },
    members: people.map(memberOf),
    enrolments,
    services,
    registries,
  };
}

function memberOf(person: PersonDraft): Record<string, unknown> {
  const { member, name, relation, birthDatePrecision, citizenId, facts } = person;
  return { member, citizenId: isRegistered(person) ? citizenId : null, name, relation, birthDatePrecision, ...facts };
}
