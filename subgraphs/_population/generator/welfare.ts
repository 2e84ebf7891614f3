import { compileVulnerability } from '../../_kit/rules/vulnerability.ts';
import { isDeepSouth, living, type HouseDraft, type PersonDraft } from './draft.ts';
import { contextOf } from './facts-table.ts';
import { figures } from './figures.ts';
import type { Random } from './random.ts';

/** State pensions; they decide the health scheme. */
export function statePensions(house: HouseDraft): void {
  const random = house.random('pension');
  for (const { facts, age } of house.people) {
    facts['receivesGovPension'] = age >= 60 && random.chance(figures.pensionElder.value);
  }
}

/** Welfare cards, village funds, unrest victims and the poverty map; needs income and disability. */
export function stateWelfare(house: HouseDraft): void {
  const random = house.random('welfare');
  for (const person of house.people) {
    const hasCard = random.chance(cardShare(person));
    const isPoorest = Number(person.facts['incomePerYear']) <= 30_000;
    Object.assign(person.facts, {
      hasStateWelfareCard: hasCard,
      stateWelfareCardTier: hasCard ? (isPoorest ? 'UP_TO_30K' : '30K_TO_100K') : null,
      villageFundMember: person.age >= 20 && person.role !== 'DECEASED' && random.chance(0.3),
    });
  }
  stateUnrest(house, house.random('unrest'));
}

/** Those under 22 on the day were minors when the register was made in 2017 and 2018. */
function cardShare({ age, facts }: PersonDraft): number {
  if (age < 22 || facts['thaiNationality'] !== true) return 0;
  return facts['disabilityCard'] === true ? figures.welfareCardDisabledAdult.value : figures.welfareCardAdult.value;
}

/** A victim of the southern unrest, and the children of a parent who died or was maimed. */
function stateUnrest(house: HouseDraft, random: Random): void {
  for (const { facts } of house.people)
    Object.assign(facts, { unrestRemedyStatus: 'NONE', unrestDaysSinceIncident: null });
  if (!isDeepSouth(house.areaCode) || !random.chance(figures.unrestVictims.value)) return;
  const unrestDaysSinceIncident = random.int(60, 5000);
  const status = random.weighted([
    ['HEIR_OF_DECEASED', 50],
    ['DISABLED', 15],
    ['SERIOUSLY_INJURED', 35],
  ]);
  const victim = living(house).find(({ age }) => age >= 18);
  if (victim !== undefined) Object.assign(victim.facts, { unrestRemedyStatus: status, unrestDaysSinceIncident });
  if (status === 'SERIOUSLY_INJURED') return;
  for (const child of house.people.filter(({ age }) => age <= 25)) {
    Object.assign(child.facts, { unrestRemedyStatus: 'CHILD_OF_DECEASED_OR_DISABLED', unrestDaysSinceIncident });
  }
}

/** What the family logbook found, the level among it, and the dimensions of the poverty map; comes last. */
export function stateLogbook(house: HouseDraft): void {
  const random = house.random('logbook');
  for (const person of house.people) Object.assign(person.facts, needsOf(random, person, house));
  const { dependants } = assess(contextOf(house));
  // A house without dependants is watched because of its housing.
  if (dependants.max === 0) house.facts['housingSecure'] = false;
  const isSecure = house.facts['housingSecure'] === true;
  Object.assign(house.facts, {
    vulnerabilityLevel: dependants.max > 2 ? 3 : dependants.max >= 1 ? 2 : isSecure ? 0 : 1,
    hardshipFinding: random.chance(0.09),
    houseNeedsRepair: !isSecure && random.chance(0.7),
    ownsHomeOrConsent: random.chance(0.88),
    inPmuaPilot: random.chance(0.02),
    tpmapDimensions: dimensionsOf(random, house, isSecure),
  });
}

const assess = compileVulnerability();

function needsOf(random: Random, { age, role, facts }: PersonDraft, house: HouseDraft): Record<string, unknown> {
  const couldWork = age >= 16 && age < 65 && role !== 'DECEASED' && facts['schoolEnrolled'] !== true;
  const isGrandchild = role === 'CHILD' && house.type === 'SKIPPED_GENERATION' && age < 18;
  return {
    wantsTraining: couldWork && random.chance(0.1),
    wantsOccupationLoan: couldWork && age >= 20 && random.chance(0.08),
    fosterChild: isGrandchild && random.chance(0.12),
    inStateCareHome: false,
    destitute: false,
  };
}

function dimensionsOf(random: Random, house: HouseDraft, isSecure: boolean): readonly string[] {
  const people = living(house);
  const isOutOfSchool = people.some(({ age, facts }) => age >= 6 && age < 15 && facts['schoolEnrolled'] !== true);
  const isUncaredFor = people.some(
    ({ facts }) => Number(facts['adlScore'] ?? 20) <= 11 && facts['ltcCarePlan'] !== true,
  );
  const fails: readonly (readonly [string, boolean])[] = [
    ['HEALTH', random.chance(0.09)],
    ['LIVING', !isSecure],
    ['EDUCATION', isOutOfSchool || random.chance(0.04)],
    ['INCOME', Number(house.facts['avgIncomePerPersonYear']) < figures.incomeLine.value],
    ['ACCESS', isUncaredFor && random.chance(0.6)],
  ];
  return fails.flatMap(([dimension, isFailed]) => (isFailed ? [dimension] : []));
}
