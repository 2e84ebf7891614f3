import type { HouseDraft, PersonDraft } from './draft.ts';
import { figures } from './figures.ts';
import type { Random, Weighted } from './random.ts';

/** What labour says of each person: insurance, employment, and the parents' insurance of a child. */
export function stateWork(house: HouseDraft): void {
  const random = house.random('work');
  for (const person of house.people) {
    const insured = insuredOf(random, person);
    Object.assign(person.facts, nothing, insured, employmentOf(random, person, insured));
  }
  for (const person of house.people) Object.assign(person.facts, parentInsuranceOf(person));
}

interface Insured {
  readonly ssoSection: 33 | 39 | 40 | null;
  readonly ssoOption: number | null;
  readonly ssoMonthsIn15: number | null;
  readonly ssoMonthsIn36: number | null;
  readonly ssoTotalMonths: number | null;
  readonly ssoInsuredWage: number | null;
}

const uninsured: Insured = {
  ssoSection: null,
  ssoOption: null,
  ssoMonthsIn15: null,
  ssoMonthsIn36: null,
  ssoTotalMonths: null,
  ssoInsuredWage: null,
};

const nothing = {
  separationReason: 'NONE',
  daysSinceSeparation: null,
  registeredJobseeker: false,
  homeWorkerRegistered: false,
  workInjury: false,
};

const { 33: employed, 39: voluntary, 40: informal } = figures.insured.value;

/** Of those in working age who do not study; pupils and students among 15-59 are about one in ten. */
const sections: readonly Weighted<33 | 39 | 40 | null>[] = [
  [33, employed * 1.1],
  [39, voluntary * 1.1],
  [40, informal * 1.1],
  [null, 100 - (employed + voluntary + informal) * 1.1],
];

function insuredOf(random: Random, person: PersonDraft): Insured {
  const { age, facts } = person;
  if (isStudent(person) || facts['thaiNationality'] !== true || facts['isDeceased'] === true) return uninsured;
  if (age >= 60) return { ...uninsured, ssoTotalMonths: random.chance(0.03) ? random.int(180, 320) : null };
  const ssoSection = age < 15 ? null : random.weighted(sections);
  if (ssoSection === null) return uninsured;
  const contributed = Math.min(random.int(1, 36), Math.max(1, (age - 15) * 12));
  return {
    ssoSection,
    ssoOption:
      ssoSection === 40
        ? random.weighted([
            [1, 58],
            [2, 30],
            [3, 12],
          ])
        : null,
    ssoMonthsIn36: contributed,
    // The last months without a gap, so that the shorter window follows from the longer one.
    ssoMonthsIn15: Math.min(15, contributed),
    ssoTotalMonths: contributed + (contributed === 36 ? random.int(0, Math.min(240, Math.max(0, (age - 19) * 12))) : 0),
    ssoInsuredWage: wageOf(random, ssoSection),
  };
}

/** Voluntary contributions of section 39 are reckoned from 4,800 baht; section 40 knows no wage. */
function wageOf(random: Random, section: 33 | 39 | 40): number | null {
  const [lowest, highest] = figures.wage.value;
  if (section === 33) return lowest + 50 * random.int(0, (highest - lowest) / 50);
  return section === 39 ? 4800 : null;
}

function employmentOf(
  random: Random,
  person: PersonDraft,
  { ssoSection, ssoMonthsIn36 }: Insured,
): Record<string, unknown> {
  const { age, sex } = person;
  if (isStudent(person)) return { employmentStatus: age >= 6 ? 'STUDENT' : 'INACTIVE' };
  if (age < 15 || person.facts['isDeceased'] === true) return { employmentStatus: 'INACTIVE' };
  if (age >= 60)
    return { employmentStatus: random.chance(figures.workingElders.value[sex]) ? 'SELF_EMPLOYED' : 'INACTIVE' };
  if (ssoSection === 33) return random.chance(0.93) ? working(random) : unemployed(random, ssoMonthsIn36 ?? 1);
  if (ssoSection !== null) return { employmentStatus: 'SELF_EMPLOYED', homeWorkerRegistered: random.chance(0.02) };
  const employmentStatus = random.weighted([
    ['SELF_EMPLOYED', 62],
    ['INACTIVE', 33],
    ['UNEMPLOYED', 5],
  ]);
  return { employmentStatus, registeredJobseeker: employmentStatus === 'UNEMPLOYED' && random.chance(0.2) };
}

function working(random: Random): Record<string, unknown> {
  return { employmentStatus: 'EMPLOYED', workInjury: random.chance(0.003) };
}

/** Section 33 runs on for six months; contributions end with the job. */
function unemployed(random: Random, contributed: number): Record<string, unknown> {
  const days = random.int(5, 180);
  return {
    employmentStatus: 'UNEMPLOYED',
    separationReason: random.weighted([
      ['LAID_OFF', 50],
      ['RESIGNED', 30],
      ['END_OF_CONTRACT', 20],
    ]),
    daysSinceSeparation: days,
    registeredJobseeker: random.chance(0.6),
    ssoMonthsIn15: Math.min(Math.max(0, 15 - Math.floor(days / 30)), contributed),
  };
}

/** Of the parents in the house, the one with the more months. */
function parentInsuranceOf({ parents, age }: PersonDraft): Record<string, unknown> {
  const insured =
    age > 20 ? [] : parents.filter(({ facts }) => facts['ssoSection'] === 33 || facts['ssoSection'] === 39);
  const [best] = insured.toSorted((one, other) => months(other) - months(one));
  return {
    parentSsoSection: best?.facts['ssoSection'] ?? null,
    parentSsoMonthsIn36: best === undefined ? null : months(best),
    parentSso40Option3: age <= 20 && parents.some((parent) => parent.facts['ssoOption'] === 3 && months(parent) >= 24),
  };
}

function months({ facts }: PersonDraft): number {
  return Number(facts['ssoMonthsIn36'] ?? 0);
}

function isStudent({ facts }: PersonDraft): boolean {
  return facts['schoolEnrolled'] === true || facts['higherEdEnrolled'] === true;
}
