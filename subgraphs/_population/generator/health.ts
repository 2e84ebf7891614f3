import { daysSinceDelivery, isRegistered } from './civil.ts';
import type { HouseDraft, PersonDraft } from './draft.ts';
import { figures } from './figures.ts';
import type { Random } from './random.ts';

/** Function, illness and maternity of each person; disability cards follow from it. */
export function stateHealth(house: HouseDraft): void {
  const random = house.random('health');
  for (const person of house.people) {
    const adlScore = adlOf(random, person);
    const isDependent = adlScore !== null && adlScore <= 11;
    Object.assign(person.facts, {
      adlScore,
      incontinent: isDependent && random.chance(adlScore <= 4 ? 0.65 : 0.22),
      assistiveDeviceNeed: isDependent && random.chance(0.3),
      ltcCarePlan: isDependent && random.chance(1 - (figures.gaps.value['health-ltc-dependent'] ?? 0)),
      chronicConditions: conditionsOf(random, person, isDependent),
      hivSymptomatic: person.age >= 20 && person.age < 60 && random.chance(0.0015),
      ...maternityOf(random, person, house),
    });
  }
}

/** Coverage follows from insurance, pension and status; nobody has registered an infant that is not registered. */
export function stateHealthScheme(house: HouseDraft): void {
  const random = house.random('scheme');
  for (const person of house.people) {
    if (isRegistered(person)) person.facts['healthScheme'] = schemeOf(random, person);
  }
}

function schemeOf(random: Random, { facts }: PersonDraft): string {
  if (facts['civilStatus'] === 'STATELESS_REGISTERED') return 'STATUS_FUND';
  if ((facts['ssoSection'] === 33 || facts['ssoSection'] === 39) && Number(facts['ssoMonthsIn15']) >= 3) return 'SSS';
  if (facts['receivesGovPension'] === true) return random.chance(0.85) ? 'CSMBS' : 'LGO';
  return random.chance(0.004) ? 'NONE' : 'UCS';
}

/** Older persons are screened; of the younger the score of some with a disability is known, see stateDisability. */
function adlOf(random: Random, { age, role }: PersonDraft): number | null {
  const dependent = figures.dependentElders.value.find(([from]) => age >= from)?.[1];
  if (dependent === undefined || role === 'DECEASED') return null;
  if (random.chance(dependent)) {
    return random.chance(figures.bedBoundAmongDependent.value) ? random.int(0, 4) : random.int(5, 11);
  }
  return random.chance(0.25) ? random.int(12, 19) : 20;
}

type AgeShares = Readonly<Record<string, readonly (readonly [from: number, share: number])[]>>;

/** How common a condition is from an age on (general knowledge). */
const prevalence: AgeShares = {
  HT: [
    [60, 0.5],
    [40, 0.2],
    [25, 0.04],
  ],
  DM: [
    [60, 0.2],
    [40, 0.09],
    [25, 0.02],
  ],
  HEART: [
    [60, 0.06],
    [40, 0.015],
  ],
  CKD: [
    [60, 0.05],
    [40, 0.01],
  ],
  STROKE: [
    [60, 0.03],
    [40, 0.005],
  ],
  COPD: [
    [60, 0.035],
    [40, 0.008],
  ],
  ASTHMA: [[3, 0.025]],
  CANCER_CHEMO: [[40, 0.004]],
  THALASSEMIA: [[1, 0.006]],
  OBESITY: [[6, 0.02]],
};

function conditionsOf(random: Random, { age }: PersonDraft, isDependent: boolean): readonly string[] {
  return Object.entries(prevalence).flatMap(([condition, shares]) => {
    const known = shares.find(([from]) => age >= from)?.[1] ?? 0;
    const share = isDependent && condition === 'STROKE' ? 0.35 : known;
    return random.chance(share) ? [condition] : [];
  });
}

function maternityOf(random: Random, person: PersonDraft, house: HouseDraft): Record<string, unknown> {
  const delivered = daysSinceDelivery(person, house);
  const isFertile = person.sex === 'F' && person.age >= 15 && person.age < 45 && person.role !== 'DECEASED';
  const pregnant =
    isFertile && (delivered === null || delivered > 300) && random.chance(person.age < 35 ? 0.035 : 0.012);
  return { pregnant, gestationWeeks: pregnant ? random.int(5, 39) : null, daysSinceDelivery: delivered };
}
