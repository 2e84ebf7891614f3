import { regionOf, roundTo, type HouseDraft, type Region } from './draft.ts';
import { figures } from './figures.ts';
import type { Random, Weighted } from './random.ts';

/** What the farm registers say of the house; `bmnFarmer` is the survey's and may differ. */
export function stateFarm(house: HouseDraft): void {
  const random = house.random('farm');
  const region = regionOf(house.areaCode);
  const isFarm = random.chance(farmShare(house, region));
  const isRegistered = isFarm && !random.chance(figures.farmerUnregistered.value);
  Object.assign(house.facts, noFarm, { bmnFarmer: isFarm, farmerRegistered: isRegistered });
  for (const person of house.people) person.facts['rubberGrowerRegistered'] = false;
  if (!isFarm) return;
  const landless = random.chance(0.1);
  Object.assign(house.facts, { landless, inLandReformArea: random.chance(0.2), wantsCattle: random.chance(0.03) });
  if (isRegistered) stateHolding(house, random, region);
  stateRubber(house, random, region);
}

const noFarm = {
  riceAreaRai: 0,
  riceType: null,
  titledLandRai: 0,
  outsideIrrigation: false,
  wantsFarmPond: false,
  landless: false,
  inLandReformArea: false,
  cropDamageRiceRai: 0,
  cropDamageFieldRai: 0,
  cropDamageFruitRai: 0,
  farmDebtRegistered: false,
  wantsCattle: false,
  rubberDamagedTrees: 0,
  rubberReplantRai: 0,
};

/** Older persons who live alone farm less than families do. */
function farmShare({ type, people }: HouseDraft, region: Region): number {
  const share = figures.farmHousehold.value[region];
  return type === 'OLDER' && people.length === 1 ? share * 0.4 : share * 1.08;
}

function stateHolding(house: HouseDraft, random: Random, region: Region): void {
  const holding = holdingOf(random, region);
  const growsRice = random.chance(region === 'South' ? 0.3 : 0.7);
  const rice = growsRice ? Math.min(holding, Math.max(1, roundTo(holding * (0.4 + random.next() * 0.6), 0.25))) : 0;
  const { own, titled } = figures.ownLand.value;
  Object.assign(house.facts, {
    riceAreaRai: rice,
    riceType: growsRice ? random.weighted(riceTypes(house.areaCode, region)) : null,
    titledLandRai: random.chance(own * titled) ? holding : 0,
    outsideIrrigation: random.chance(0.72),
    wantsFarmPond: random.chance(0.03),
    farmDebtRegistered: random.chance(0.05),
    ...damageOf(random, house, { rice, other: holding - rice }),
  });
}

/** Rai to the quarter; a holding of the South is smaller. */
function holdingOf(random: Random, region: Region): number {
  if (region === 'South') {
    const { median, sigma } = figures.southernHolding.value;
    return Math.max(0.5, roundTo(random.lognormal(median, sigma), 0.25));
  }
  const [from, to] = random.weighted(figures.holdings.value);
  return roundTo(from + random.next() * (to - from - 0.25), 0.25);
}

function riceTypes(areaCode: string, region: Region): readonly Weighted<string>[] {
  const types = figures.riceTypes.value;
  if (region === 'South') return types.South;
  if (areaCode.startsWith('50')) return types[50];
  return areaCode.startsWith('57') ? types[57] : types.elsewhere;
}

function damageOf(
  random: Random,
  { facts }: HouseDraft,
  { rice, other }: { rice: number; other: number },
): Record<string, number> {
  if (!random.chance(facts['disasterDeclared'] === true ? 0.6 : 0.004)) return {};
  const lost = (area: number): number => roundTo(area * random.next(), 0.25);
  return {
    cropDamageRiceRai: rice > 0 ? lost(rice) : 0,
    cropDamageFieldRai: random.chance(0.4) ? lost(other) : 0,
    cropDamageFruitRai: random.chance(0.2) ? lost(other) : 0,
  };
}

/** Rubber is grown in the South; its growers are persons. */
function stateRubber(house: HouseDraft, random: Random, region: Region): void {
  if (!random.chance(region === 'South' ? 0.55 : 0.015)) return;
  const grower = house.people.find(({ age, role }) => age >= 25 && age < 80 && role !== 'DECEASED');
  if (grower === undefined) return;
  grower.facts['rubberGrowerRegistered'] = true;
  if (random.chance(0.01)) house.facts['rubberDamagedTrees'] = random.int(5, 120);
  if (random.chance(0.05)) house.facts['rubberReplantRai'] = random.int(2, 12);
}
