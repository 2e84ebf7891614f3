import { daysBetween } from '../../_kit/calendar.ts';
import { living, type HouseDraft, type PersonDraft } from './draft.ts';
import { figures } from './figures.ts';
import type { Random } from './random.ts';

/** What the civil registry says of each person and of the house. */
export function stateCivilFacts(house: HouseDraft): void {
  const random = house.random('civil');
  const province = house.areaCode.slice(0, 2);
  const elsewhere = random.chance(elsewhereShare(house))
    ? random.pick(otherProvinces.filter((code) => code !== province))
    : null;
  house.facts['provinceCode'] = province;
  house.facts['size'] = living(house).length;
  for (const person of house.people) {
    Object.assign(person.facts, {
      birthDate: person.birthDate,
      sex: person.sex,
      maritalStatus: maritalStatusOf(random, person, house),
      domicileProvince: elsewhere ?? province,
      ...deathOf(random, person),
      ...statusOf(random, person, house),
    });
  }
}

/** Where migrants are registered: provinces of the North, the North-East and the South. */
const otherProvinces = ['30', '31', '32', '33', '34', '40', '41', '45', '50', '52', '57', '60', '65', '80', '96'];

function elsewhereShare({ areaCode, facts }: HouseDraft): number {
  if (facts['bkkCommunityRegistered'] === false) return figures.domicileElsewhereUnregistered.value;
  return areaCode.startsWith('10') ? figures.domicileElsewhereBangkok.value : figures.domicileElsewhere.value;
}

function deathOf(random: Random, { role }: PersonDraft): { isDeceased: boolean; daysSinceDeath: number | null } {
  const isDeceased = role === 'DECEASED';
  return { isDeceased, daysSinceDeath: isDeceased ? random.int(3, 360) : null };
}

/** Nationality is left out of an infant that nobody registered: the registry cannot say. */
function statusOf(random: Random, person: PersonDraft, { areaCode }: HouseDraft): Record<string, unknown> {
  const atBorder = figures.borderDistricts.value.some((district) => areaCode.startsWith(district));
  if (person.role !== 'DECEASED' && atBorder && random.chance(figures.withoutCivilStatus.value)) {
    return { thaiNationality: false, civilStatus: 'STATELESS_REGISTERED', hasIdCard: false };
  }
  if (person.age < 2 && random.chance(figures.unregisteredInfant.value)) {
    return { civilStatus: 'UNREGISTERED', hasIdCard: false, domicileProvince: null };
  }
  return { thaiNationality: true, civilStatus: 'CITIZEN', hasIdCard: person.age >= 7 && !random.chance(0.015) };
}

export function isRegistered({ facts }: PersonDraft): boolean {
  return facts['civilStatus'] !== 'UNREGISTERED';
}

function maritalStatusOf(random: Random, { role, age, spouse }: PersonDraft, house: HouseDraft): string {
  if (age < 18) return 'SINGLE';
  const partner = house.people.find(({ member }) => member === spouse);
  if (partner !== undefined) return 'MARRIED';
  if (role === 'DECEASED') return 'MARRIED';
  if (house.people.some((person) => person.role === 'DECEASED') && role === 'ELDER') return 'WIDOWED';
  if (role === 'ELDER')
    return random.weighted([
      ['WIDOWED', 65],
      ['DIVORCED', 12],
      ['SEPARATED', 8],
      ['SINGLE', 15],
    ]);
  if (role === 'MIDDLE')
    return random.weighted([
      ['DIVORCED', 35],
      ['SEPARATED', 30],
      ['WIDOWED', 15],
      ['SINGLE', 20],
    ]);
  return 'SINGLE';
}

/** Days since the birth of a woman's own child in the house within two years, else null. */
export function daysSinceDelivery(person: PersonDraft, house: HouseDraft): number | null {
  if (person.sex !== 'F') return null;
  const own = house.people.filter((child) => child.age < 2 && child.parents.includes(person));
  const days = own.map((child) => daysBetween(child.birthDate, house.asOf));
  return days.length === 0 ? null : Math.min(...days);
}
