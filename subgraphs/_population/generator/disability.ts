import type { HouseDraft, PersonDraft } from './draft.ts';
import { figures } from './figures.ts';
import type { Random, Weighted } from './random.ts';

/** Disability cards, their types, and who cares; needs the health of each person. */
export function stateDisability(house: HouseDraft): void {
  const random = house.random('disability');
  for (const person of house.people) {
    const disabilityCard = person.role !== 'DECEASED' && random.chance(cardShare(person));
    Object.assign(person.facts, {
      disabilityCard,
      disabilityType: disabilityCard ? typeOf(random, person) : null,
      caregiverOfDisabled: false,
    });
    if (disabilityCard) stateFunction(random, person);
  }
  nameCarers(house, random);
}

/** Age groups of the profile of card holders, and how many per cent of the generated persons are in each (measured). */
const ageGroups: readonly (readonly [to: number, persons: number])[] = [
  [5, 15.5],
  [14, 16.6],
  [21, 4.5],
  [59, 33.4],
  [200, 29.9],
];

/** Chance of a card, by age up to: the share of all persons, spread by the age profile of card holders. */
const cardShares: readonly (readonly [to: number, share: number])[] = ageGroups.map(([to, persons], at) => [
  to,
  (figures.disabilityCard.value * (figures.cardAges.value[at] ?? 0)) / persons,
]);

function cardShare({ age, sex, facts }: PersonDraft): number {
  if (facts['thaiNationality'] !== true) return 0;
  if (typeof facts['adlScore'] === 'number' && facts['adlScore'] <= 4) return figures.cardAmongBedBound.value;
  return (cardShares.find(([to]) => age <= to)?.[1] ?? 0) * figures.cardBySex.value[sex];
}

function typeOf(random: Random, { age, facts }: PersonDraft): string {
  if (typeof facts['adlScore'] === 'number' && facts['adlScore'] <= 4) return 'MOBILITY';
  return random.weighted(age < 22 ? figures.childDisabilityTypes.value : adultTypes);
}

/** The table of all card holders less its young ones. */
const adultTypes: readonly Weighted<string>[] = adultShares();

function adultShares(): readonly Weighted<string>[] {
  const all = new Map<string, number>(figures.disabilityTypes.value);
  const young = new Map<string, number>(figures.childDisabilityTypes.value);
  const [infants, children, youths] = figures.cardAges.value;
  const ofYoung = (infants + children + youths) / 100;
  return [...all].map(([type, share]) => [type, share / sum(all) - (ofYoung * (young.get(type) ?? 0)) / sum(young)]);
}

function sum(shares: ReadonlyMap<string, number>): number {
  return [...shares.values()].reduce((total, share) => total + share, 0);
}

/** Of holders under 60 every third was assessed. */
function stateFunction(random: Random, { age, facts }: PersonDraft): void {
  facts['assistiveDeviceNeed'] ||= random.chance(0.12);
  if (age >= 60 || !random.chance(0.33)) return;
  const isDependent = random.chance(0.08);
  facts['adlScore'] = isDependent ? random.int(2, 11) : random.int(12, 20);
  if (isDependent) facts['ltcCarePlan'] = random.chance(1 - (figures.gaps.value['health-ltc-dependent'] ?? 0));
}

/** One grown-up of the house is named on the card of six holders in ten. */
function nameCarers({ people }: HouseDraft, random: Random): void {
  for (const holder of people.filter(({ facts }) => facts['disabilityCard'] === true)) {
    const carers = people.filter(
      (person) =>
        person !== holder && person.age >= 18 && person.age < 75 && person.role !== 'DECEASED' && !isFrail(person),
    );
    const carer = carers[0] === undefined || !random.chance(0.6) ? undefined : random.pick(carers);
    if (carer !== undefined) carer.facts['caregiverOfDisabled'] = true;
  }
}

function isFrail({ facts }: PersonDraft): boolean {
  return typeof facts['adlScore'] === 'number' && facts['adlScore'] <= 11;
}
