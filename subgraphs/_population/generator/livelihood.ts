import { history, living, regionOf, roundTo, type HouseDraft, type PersonDraft, type Region } from './draft.ts';
import { addMonths } from '../../_kit/calendar.ts';
import { figures } from './figures.ts';
import type { Random } from './random.ts';

/** What the BMN survey, the meter and the disaster register say; needs schooling and work. */
export function stateLivelihood(house: HouseDraft): void {
  const random = house.random('livelihood');
  stateIncome(house, random);
  stateSurvey(house, random);
  stateMeter(house, house.random('meter'));
}

/** Shares the household's income out among those who earn; where nobody does, the grown-ups live on what is sent. */
function stateIncome(house: HouseDraft, random: Random): void {
  const people = living(house);
  const earned = people.map((person) => earningWeight(random, person));
  const weights = earned.some((weight) => weight > 0) ? earned : people.map(({ age }) => (age >= 18 ? 1 : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const person of house.people) {
    const weight = weights[people.indexOf(person)] ?? 0;
    person.facts['incomePerYear'] = total === 0 ? 0 : roundTo((house.income * people.length * weight) / total, 100);
    person.facts['occupationBmn'] = occupationOf(random, person, house);
  }
}

function earningWeight(random: Random, { facts, age }: PersonDraft): number {
  const status = facts['employmentStatus'];
  if (status === 'EMPLOYED') return 2.5 + random.next();
  if (status === 'SELF_EMPLOYED') return (age >= 60 ? 0.5 : 1) + random.next();
  return age >= 18 && random.chance(0.3) ? 0.1 : 0;
}

function occupationOf(random: Random, person: PersonDraft, house: HouseDraft): string {
  switch (person.facts['employmentStatus']) {
    case 'STUDENT':
      return 'STUDENT';
    case 'EMPLOYED':
      return random.weighted([
        ['EMPLOYEE', 75],
        ['FACTORY_WORKER', 25],
      ]);
    case 'SELF_EMPLOYED':
      return ownWork(random, person, house);
    default:
      return 'NONE';
  }
}

function ownWork(random: Random, { facts }: PersonDraft, house: HouseDraft): string {
  if (facts['rubberGrowerRegistered'] === true) return 'RUBBER_GROWER';
  if (facts['homeWorkerRegistered'] === true) return 'HOME_SEWING';
  if (house.facts['bmnFarmer'] === true && random.chance(0.75)) return 'FARMER';
  const local = localWork[regionOf(house.areaCode)];
  if (local !== undefined && random.chance(0.25)) return local;
  return random.weighted([
    ['DAILY_LABOUR', 70],
    ['TRADE', 20],
    ['SERVICE', 10],
  ]);
}

const localWork: Readonly<Partial<Record<Region, string>>> = { South: 'RUBBER_TAPPER', Bangkok: 'MOTORCYCLE_TAXI' };

function stateSurvey(house: HouseDraft, random: Random): void {
  const isStale = random.chance(figures.staleSurvey.value);
  const income = isStale ? house.income * (0.6 + random.next() * 0.3) : house.income;
  Object.assign(house.facts, {
    avgIncomePerPersonYear: roundTo(income, 100),
    housingSecure: !random.chance(0.24),
  });
}

/** An area that was declared, and what it did to the house; farms look at it too. */
export function stateDisaster(house: HouseDraft): void {
  const random = house.random('disaster');
  const disasterDeclared = random.chance(figures.disasterDeclared.value);
  const houseDamage = disasterDeclared ? random.weighted(figures.houseDamage.value) : 'NONE';
  Object.assign(house.facts, { disasterDeclared, houseDamage });
}

/** Three bills whose highest is the fact; one house in fifty has no meter. */
function stateMeter(house: HouseDraft, random: Random): void {
  if (random.chance(0.02)) {
    Object.assign(house.facts, { meterAmp: null, maxElectricityUnits3Months: null });
    return;
  }
  const highest = Math.max(4, Math.round(random.lognormal(38 + 8 * living(house).length, 0.5)));
  Object.assign(house.facts, {
    meterAmp: random.weighted([
      [5, 76],
      [15, 24],
    ]),
    maxElectricityUnits3Months: highest,
  });
  const peak = random.int(1, 3);
  for (let month = 3; month >= 1; month -= 1) {
    const units = month === peak ? highest : Math.round(highest * (0.7 + random.next() * 0.28));
    history(house, 'interior', 'electricityBills', {
      month: addMonths(`${house.asOf.slice(0, 8)}01`, -month),
      units,
      thb: roundTo(units * 3.4 + 24.62, 0.25),
    });
  }
}
