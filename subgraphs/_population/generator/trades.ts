import { isDeepSouth, regionOf, type HouseDraft, type PersonDraft } from './draft.ts';
import type { Random } from './random.ts';

/** Veterans, conscripts, athletes, guides, small businesses and artists: few persons each (assumptions). */
export function stateTrades(house: HouseDraft): void {
  const random = house.random('trades');
  for (const person of house.people) {
    Object.assign(person.facts, defenceOf(random, person, house), {
      registeredAthlete: person.age >= 10 && person.age <= 30 && random.chance(0.004),
      formerNationalAthlete: person.age >= 30 && random.chance(0.0003),
      tourismWorker: isAdult(person) && random.chance(regionOf(house.areaCode) === 'North' ? 0.01 : 0.005),
      microBusiness: isAdult(person) && random.chance(0.05),
      nationalArtist: person.age >= 60 && random.chance(0.000_02),
      culturalPractitioner: person.age >= 40 && random.chance(0.006),
    });
  }
  nameVeteransFamilies(house, random);
}

function isAdult({ age, role }: PersonDraft): boolean {
  return age >= 20 && age < 65 && role !== 'DECEASED';
}

function defenceOf(random: Random, person: PersonDraft, house: HouseDraft): Record<string, unknown> {
  const { sex, facts } = person;
  const isVeteran = isOldSoldier(person) && random.chance(0.015);
  const veteranCardClass = isVeteran
    ? random.weighted([
        [1, 4],
        [2, 8],
        [3, 18],
        [4, 70],
      ])
    : null;
  // A man is called to selection in the year in which he turns 21.
  const turns = Number(house.asOf.slice(0, 4)) - Number(person.birthDate.slice(0, 4));
  const mayServe = sex === 'M' && facts['thaiNationality'] === true;
  const conscriptionDue = mayServe && turns === 21 && random.chance(0.7);
  return {
    veteranCardClass,
    veteranFamilyCardClass: null,
    veteranDisabled: veteranCardClass === 1 && random.chance(0.6),
    veteranOnWarDuty: isDeepSouth(house.areaCode) && isAdult(person) && random.chance(0.004),
    conscriptionDue,
    soleSupporterOfIncapacitatedParent: conscriptionDue && house.type !== 'NUCLEAR' && random.chance(0.12),
  };
}

function isOldSoldier({ sex, age, role }: PersonDraft): boolean {
  return sex === 'M' && age >= 40 && role !== 'DECEASED';
}

/** The wife of every second veteran holds a family card of the same class. */
function nameVeteransFamilies({ people }: HouseDraft, random: Random): void {
  for (const { facts, spouse } of people) {
    if (facts['veteranCardClass'] === null || !random.chance(0.5)) continue;
    const wife = people.find(({ member }) => member === spouse);
    if (wife !== undefined) wife.facts['veteranFamilyCardClass'] = facts['veteranCardClass'];
  }
}
