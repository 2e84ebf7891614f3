import { regionOf, type HouseDraft, type PersonDraft } from './draft.ts';
import { figures } from './figures.ts';
import type { Random } from './random.ts';

/** What education and higher education say of each person. */
export function stateSchooling(house: HouseDraft): void {
  const random = house.random('schooling');
  for (const person of house.people) {
    const school = schoolOf(random, person, house);
    const attendsUniversity = !school.schoolEnrolled && isOfUniversityAge(person) && random.chance(0.2);
    Object.assign(person.facts, school, {
      povertyScreening: screeningOf(random, house, school),
      compulsoryCompleted: person.age >= 15 && random.chance(share(completedCompulsory, person.age)),
      higherEdEnrolled: attendsUniversity,
      highestEducation: highestOf(random, person, attendsUniversity),
    });
  }
}

interface School {
  readonly schoolEnrolled: boolean;
  readonly schoolLevel: string;
  readonly schoolAuthority: string;
  readonly attendanceRate: number | null;
}

const noSchool: School = { schoolEnrolled: false, schoolLevel: 'NONE', schoolAuthority: 'NONE', attendanceRate: null };

function schoolOf(random: Random, { age, role }: PersonDraft, house: HouseDraft): School {
  if (age < 2 || age > 17 || role === 'DECEASED') return noSchool;
  if (random.chance(share(absence, age))) return noSchool;
  const schoolLevel = levelOf(random, age);
  return {
    schoolEnrolled: true,
    schoolLevel,
    schoolAuthority: authorityOf(random, schoolLevel, house),
    attendanceRate: Math.min(100, Math.max(40, Math.round(random.normal(92, 6)))),
  };
}

type ByAge = readonly (readonly [from: number, share: number])[];

const { value: outOfSchool } = figures.outOfSchool;

const absence: ByAge = [
  [15, outOfSchool[15]],
  [12, outOfSchool[12]],
  [6, outOfSchool[6]],
  [3, outOfSchool[3]],
  [2, 0.7],
];

/** Compulsory schooling was four years until 1978, six until 2002, nine since. */
const completedCompulsory: ByAge = [
  [60, 0.12],
  [45, 0.35],
  [30, 0.72],
  [15, 0.92],
];

function share(table: ByAge, age: number): number {
  return table.find(([from]) => age >= from)?.[1] ?? 0;
}

function levelOf(random: Random, age: number): string {
  if (age < 4) return 'CHILD_CENTRE';
  if (age < 6) return 'PRESCHOOL';
  if (age < 12) return 'PRIMARY';
  if (age < 15) return 'LOWER_SEC';
  return random.weighted([
    ['UPPER_SEC', 60],
    ['VOC_CERT', 33],
    ['NFE', 7],
  ]);
}

function authorityOf(random: Random, level: string, house: HouseDraft): string {
  const inBangkok = regionOf(house.areaCode) === 'Bangkok';
  if (level === 'VOC_CERT') return 'OVEC';
  if (level === 'NFE') return 'NFE';
  if (level === 'CHILD_CENTRE') return inBangkok ? 'BMA' : 'DLA';
  if (inBangkok)
    return random.weighted([
      ['BMA', 55],
      ['OBEC', 25],
      ['OPEC', 20],
    ]);
  return random.weighted([
    ['OBEC', 76],
    ['DLA', 12],
    ['OPEC', 10],
    ['BPP', 1.5],
    ['SEB', 0.5],
  ]);
}

function screeningOf(random: Random, house: HouseDraft, { schoolLevel }: School): string {
  if (!['PRESCHOOL', 'PRIMARY', 'LOWER_SEC'].includes(schoolLevel)) return 'NONE';
  const { EXTRA_POOR, POOR } = figures.povertyScreening.value;
  // The school asks for the income per person and month; 3,000 baht is its line.
  const weight = house.income <= 36_000 ? 1.5 : 0.25;
  const draw = random.next();
  if (draw < EXTRA_POOR * weight) return 'EXTRA_POOR';
  return draw < (EXTRA_POOR + POOR) * weight ? 'POOR' : 'NONE';
}

function isOfUniversityAge({ age, role }: PersonDraft): boolean {
  return age >= 18 && age <= 23 && role !== 'DECEASED';
}

function highestOf(random: Random, { age }: PersonDraft, attendsUniversity: boolean): string {
  if (age < 12) return 'NONE';
  if (age < 15) return 'PRIMARY';
  if (age < 18) return 'LOWER_SEC';
  if (attendsUniversity)
    return random.weighted([
      ['UPPER_SEC', 80],
      ['VOC_CERT', 20],
    ]);
  if (age >= 60)
    return random.weighted([
      ['NONE', 18],
      ['PRIMARY', 72],
      ['LOWER_SEC', 5],
      ['UPPER_SEC', 3],
      ['BACHELOR', 2],
    ]);
  if (age >= 40)
    return random.weighted([
      ['NONE', 5],
      ['PRIMARY', 52],
      ['LOWER_SEC', 20],
      ['UPPER_SEC', 12],
      ['VOC_CERT', 4],
      ['DIPLOMA', 3],
      ['BACHELOR', 4],
    ]);
  return random.weighted([
    ['PRIMARY', 16],
    ['LOWER_SEC', 32],
    ['UPPER_SEC', 28],
    ['VOC_CERT', 10],
    ['DIPLOMA', 6],
    ['BACHELOR', 7.7],
    ['HIGHER', 0.3],
  ]);
}
