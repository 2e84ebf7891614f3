import { addDays, addMonths, completedMonths } from '../../_kit/calendar.ts';
import { isDeepSouth, type HouseDraft, type PersonDraft } from './draft.ts';
import { figures } from './figures.ts';
import { citizenIdOf, houseCodeOf } from './identifiers.ts';
import { familyNameOf, givenName, titleOf, type Sex } from './names.ts';
import { createRandom, type Random } from './random.ts';
import { elderAge, sketchHousehold, type Sketch } from './sketch.ts';

export interface HouseRequest {
  readonly seed: number;
  /** Running number among all synthetic houses. */
  readonly serial: number;
  readonly asOf: string;
  readonly areaCode: string;
}

/** A house and its members, with no fact yet. */
export function draftHouse({ seed, serial, asOf, areaCode }: HouseRequest): HouseDraft {
  const random = (concern: string): Random => createRandom(seed, serial, concern);
  const [type, size] = random('type').weighted(figures.households.value);
  const sketches = sketchHousehold(random('people'), type, size);
  return {
    houseCode: houseCodeOf(serial),
    areaCode,
    address: addressOf(random('address'), areaCode),
    asOf,
    type,
    people: peopleOf({ sketches, random: random('persons'), serial, asOf, areaCode }),
    facts: {},
    income: incomeOf(random('income')),
    enrolments: [],
    services: [],
    registries: {},
    random,
  };
}

function addressOf(random: Random, areaCode: string): string {
  const number = `${random.int(1, 480)}${random.chance(0.2) ? `/${random.int(1, 30)}` : ''}`;
  return areaCode.startsWith('10')
    ? `${number} ซอย${random.pick(lanes)} ${random.int(1, 40)}`
    : `${number} หมู่ ${random.int(1, 14)} บ้าน${random.pick(villages)}`;
}

const lanes = ['สมมติร่วมใจ', 'จำลองสุข', 'ทดลองพัฒนา', 'ตัวอย่าง'];
const villages = ['สมมติใต้', 'สมมติเหนือ', 'จำลอง', 'ตัวอย่าง', 'ทดลองใหม่', 'สังเคราะห์', 'ดอยสมมติ', 'ห้วยจำลอง', 'ทุ่งตัวอย่าง'];

/** Baht per person and year, below the cut. */
function incomeOf(random: Random): number {
  const { median, sigma, cut } = figures.incomePerPersonYear.value;
  let income = random.lognormal(median, sigma);
  while (income > cut) income = random.lognormal(median, sigma);
  return Math.round(income / 100) * 100;
}

interface PeopleRequest {
  readonly sketches: readonly Sketch[];
  readonly random: Random;
  readonly serial: number;
  readonly asOf: string;
  readonly areaCode: string;
}

function peopleOf(request: PeopleRequest): readonly PersonDraft[] {
  const { sketches, random } = request;
  const all = [...sketches, ...deceasedOf(random, sketches)];
  const familyName = familyNameOf(random);
  const people: PersonDraft[] = [];
  for (const [at, sketch] of all.entries())
    people.push(personOf(sketch, at, { ...request, sketches: all, people, familyName }));
  return people;
}

/** Somebody who died and stands in the register still: the husband or wife of an older person who lives alone. */
function deceasedOf(random: Random, sketches: readonly Sketch[]): readonly Sketch[] {
  const [head] = sketches;
  const elders = sketches.filter(({ role }) => role === 'ELDER');
  if (head === undefined || elders.length === 0 || !random.chance(figures.deceasedInHousehold.value)) return [];
  const sex: Sex =
    elders.length === 1 && head.role === 'ELDER' && head.sex === 'F' ? 'M' : random.pick<Sex>(['F', 'M']);
  return [{ role: 'DECEASED', sex, age: Math.max(elderAge(random), 61) }];
}

interface PersonScope extends PeopleRequest {
  /** The members before this one. */
  readonly people: readonly PersonDraft[];
  readonly familyName: string;
}

function personOf(sketch: Sketch, at: number, scope: PersonScope): PersonDraft {
  const { random, asOf, serial, areaCode, familyName } = scope;
  const { role, sex } = sketch;
  const born = birthOf(random, sketch, asOf);
  const months = completedMonths(born.birthDate, asOf);
  const age = Math.floor(months / 12);
  const spouse = spouseOf(at, scope);
  const title = titleOf(sex, age, spouse !== null || age >= 40);
  return {
    member: `M${at + 1}`,
    role,
    sex,
    age,
    months,
    ...born,
    citizenId: citizenIdOf(serial, at),
    name: `${title}${givenName(random, { sex, age, isMalay: isDeepSouth(areaCode) })} ${familyName}`,
    relation: relationOf(sketch, at, scope),
    parents: parentsOf(sketch, scope),
    spouse,
    facts: {},
  };
}

/** A day in the year of age; of some older persons only the month or the year is known, and stands as the first. */
function birthOf(
  random: Random,
  { age, role }: Sketch,
  asOf: string,
): Pick<PersonDraft, 'birthDate' | 'birthDatePrecision'> {
  const day = addDays(addMonths(asOf, -12 * age), -random.int(0, 364));
  const isKnown = role === 'CHILD' || role === 'MIDDLE' || !random.chance(figures.birthDayUnknown.value);
  if (isKnown) return { birthDate: day, birthDatePrecision: 'DAY' };
  return random.chance(0.5)
    ? { birthDate: `${day.slice(0, 8)}01`, birthDatePrecision: 'MONTH' }
    : { birthDate: `${day.slice(0, 5)}01-01`, birthDatePrecision: 'YEAR' };
}

/** The other adult of the same generation, in households that hold couples. */
function spouseOf(at: number, { sketches }: PersonScope): string | null {
  const own = sketches[at];
  if (own === undefined || (own.role !== 'ELDER' && own.role !== 'MIDDLE')) return null;
  const other = sketches.findIndex((sketch, index) => index !== at && sketch.role === own.role);
  return other < 0 ? null : `M${other + 1}`;
}

function parentsOf({ role }: Sketch, { people }: PersonScope): readonly PersonDraft[] {
  if (role === 'CHILD') return people.filter((person) => person.role === 'MIDDLE');
  // Of a couple of the middle generation the first is the elders' own child.
  if (role === 'MIDDLE' && people.every((person) => person.role === 'ELDER')) return people;
  return [];
}

function relationOf(sketch: Sketch, at: number, { sketches }: PersonScope): string {
  const head = sketches[0];
  if (at === 0 || head === undefined) return 'head';
  const woman = sketch.sex === 'F';
  switch (sketch.role) {
    case 'DECEASED':
      return kin(woman, 'deceased wife', 'deceased husband');
    case 'ADULT':
      return kin(woman, 'sister', 'brother');
    case 'CHILD':
      return head.role === 'ELDER' ? kin(woman, 'granddaughter', 'grandson') : kin(woman, 'daughter', 'son');
    case 'ELDER':
      return kin(woman, 'wife', 'husband');
    case 'MIDDLE':
    default:
      if (head.role === 'MIDDLE') return kin(woman, 'wife', 'husband');
      return sketches[at - 1]?.role === 'ELDER'
        ? kin(woman, 'daughter', 'son')
        : kin(woman, 'daughter-in-law', 'son-in-law');
  }
}

function kin(woman: boolean, female: string, male: string): string {
  return woman ? female : male;
}
