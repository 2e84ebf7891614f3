import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bodyNames } from '../../schema/contract/bodies.ts';
import { parseCitizenId } from '../../schema/contract/scalars.ts';
import { subdistrictsOf } from '../_kit/areas.ts';
import { completedYears } from '../_kit/calendar.ts';
import { readExtractDictionary } from './extract-dictionary.ts';
import { generateHouseholds, type PopulationRequest } from './generate.ts';
import { importHouseholds } from './import-households.ts';
import { openBodies, testDay, type OpenBodies } from './test-bodies.ts';

const person = z.looseObject({
  member: z.string(),
  citizenId: z.string().nullable(),
  name: z.string(),
  birthDate: z.string(),
  birthDatePrecision: z.string(),
});
const line = z.looseObject({ member: z.string(), programme: z.string(), status: z.string().default('ACTIVE') });
const generated = z.object({
  areaCode: z.string(),
  household: z.looseObject({ houseCode: z.string() }),
  members: z.array(person),
  enrolments: z.array(line),
  services: z.array(line),
  registries: z.record(z.string(), z.record(z.string(), z.array(z.looseObject({})))),
});

type Generated = z.infer<typeof generated>;
type Person = z.infer<typeof person> & { readonly age: number; readonly house: Generated };

function generate(request: Partial<PopulationRequest> = {}): readonly Generated[] {
  const items = [...generateHouseholds({ households: 30, area: '50', seed: 2565, ...request })];
  return items.map((item) => generated.parse('household' in item ? item.household : item));
}

function personsOf(houses: readonly Generated[]): readonly Person[] {
  return houses.flatMap((house) =>
    house.members
      .filter((member) => member['isDeceased'] !== true)
      .map((member) => ({ ...member, age: completedYears(member.birthDate, testDay), house })),
  );
}

/**
 * How far a share is from the expected one, in units of what is allowed: four standard errors of drawing so many, and
 * what the model may be off.
 */
function distance<Item>(items: readonly Item[], holds: (item: Item) => boolean, share: number, slack = 0.01): number {
  const found = items.filter(holds).length / items.length;
  return Math.abs(found - share) / (4 * Math.sqrt((share * (1 - share)) / items.length) + slack);
}

const isEnrolled =
  (...programmes: readonly string[]) =>
  ({ member, house }: Person): boolean =>
    house.enrolments.some(
      (each) =>
        each.member === member &&
        programmes.includes(each.programme) &&
        !['EXITED', 'SUSPENDED', 'DECEASED'].includes(each.status),
    );

const houses = generate({ households: 3000 });
const persons = personsOf(houses);
const older = persons.filter(({ age }) => age >= 60);

describe('households of an area', () => {
  it('are the same at every run with the same seed, and others with another seed', () => {
    expect(generate()).toStrictEqual(generate());
    expect(generate({ seed: 1 }).map(({ members }) => members)).not.toStrictEqual(
      generate().map(({ members }) => members),
    );
  });

  it('do not depend on how many there are', () => {
    expect(generate({ households: 10 })).toStrictEqual(houses.slice(0, 10));
  });

  it('lie in the subdistricts of the area, in all 25 districts of Chiang Mai', () => {
    expect(new Set(houses.map(({ areaCode }) => areaCode.slice(0, 4))).size).toBe(25);
    const codes = generate({ area: '5004' }).map(({ areaCode }) => areaCode);
    expect(codes.filter((code) => !subdistrictsOf('5004').includes(code))).toStrictEqual([]);
  });

  it('have house codes and citizen numbers that are valid, marked as synthetic and never twice', () => {
    const all = [...houses, ...generate({ area: '57', households: 300 }), ...generate({ area: '10', households: 300 })];
    const houseCodes = all.map(({ household }) => household.houseCode);
    expect(new Set(houseCodes).size).toBe(all.length);
    expect(houseCodes.every((code) => /^9999[1-9]\d{6}$/u.test(code))).toBe(true);
    const numbers = all.flatMap(({ members }) => members.flatMap(({ citizenId }) => citizenId ?? []));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((id) => !id.startsWith('09999') || parseCitizenId(id) === undefined)).toStrictEqual([]);
  });

  it('need a known area and a number that has room', () => {
    expect(() => generate({ area: '99' })).toThrow(/area code/u);
    expect(() => generateHouseholds({ households: 1e6, area: '50', seed: 1 }).next()).toThrow(/at most/u);
  });

  it('state every fact of the dictionary that is stored, but for what nobody registered', () => {
    const { personFacts, householdFacts } = readExtractDictionary();
    // Nobody generates for a body that joined the thirteen of the memorandum: its facts are absent.
    const generating = new Set(bodyNames.slice(0, 13));
    const stored = (facts: typeof personFacts): string[] =>
      [...facts].flatMap(([key, { isStored, body }]) => (isStored && generating.has(body) ? key : []));
    const missing = houses.flatMap(({ household, members }) => [
      ...stored(householdFacts).filter((key) => !(key in household)),
      ...members
        .filter((member) => member['civilStatus'] !== 'UNREGISTERED')
        .flatMap((member) => stored(personFacts).filter((key) => !(key in member))),
    ]);
    expect(missing).toStrictEqual([]);
  });
});

const isDependent = (each: Person): boolean => typeof each['adlScore'] === 'number' && each['adlScore'] <= 11;

const isElsewhere = (each: Generated['members'][number]): boolean =>
  typeof each['domicileProvince'] === 'string' && each['domicileProvince'] !== '10';

describe('people', () => {
  it.each([
    [1, 0.11],
    [2, 0.21],
    [3, 0.24],
    [4, 0.21],
    [5, 0.12],
    [6, 0.06],
  ])('live %i to a house as often as vulnerable households do', (size, share) => {
    expect(distance(houses, ({ household }) => household['size'] === size, share)).toBeLessThan(1);
  });

  it.each([
    [60, 65, 0.321],
    [65, 70, 0.241],
    [70, 75, 0.183],
    [75, 80, 0.112],
    [80, 120, 0.143],
  ])('of 60 and more are from %i to below %i as in the register', (from, to, share) => {
    expect(distance(older, ({ age }) => age >= from && age < to, share, 0.02)).toBeLessThan(1);
  });

  it('of 60 and more are mostly women', () => {
    expect(distance(older, (each) => each['sex'] === 'F', 0.553, 0.02)).toBeLessThan(1);
  });

  it('are dependent by the Barthel index more often the older they are', () => {
    expect(
      distance(
        older.filter(({ age }) => age < 70),
        isDependent,
        0.015,
      ),
    ).toBeLessThan(1);
    expect(
      distance(
        older.filter(({ age }) => age >= 70 && age < 80),
        isDependent,
        0.04,
      ),
    ).toBeLessThan(1);
    expect(
      distance(
        older.filter(({ age }) => age >= 80 && age < 90),
        isDependent,
        0.14,
      ),
    ).toBeLessThan(1);
    expect(
      distance(
        older.filter(({ age }) => age >= 90),
        isDependent,
        0.35,
      ),
    ).toBeLessThan(1);
  });

  it('have no numbers, nationality and cover while nobody has registered them, and these are few', () => {
    const unregistered = persons.filter((each) => each['civilStatus'] === 'UNREGISTERED');
    expect(distance(persons, (each) => unregistered.includes(each), 0.001, 0.0005)).toBeLessThan(1);
    expect(unregistered.length).toBeGreaterThan(0);
    for (const infant of unregistered) {
      expect(infant).toMatchObject({ citizenId: null });
      expect(infant).not.toHaveProperty('thaiNationality');
      expect(infant).not.toHaveProperty('healthScheme');
    }
  });

  it('of great age have a birth date of which the day is not always known', () => {
    expect(distance(older, ({ birthDatePrecision }) => birthDatePrecision !== 'DAY', 0.005, 0.002)).toBeLessThan(1);
    expect(
      older.filter((each) => each.birthDatePrecision === 'YEAR').every((each) => each.birthDate.endsWith('-01-01')),
    ).toBe(true);
  });

  it('are registered in another province rarely, and often in Bangkok', () => {
    expect(distance(houses, ({ members }) => members[0]?.['domicileProvince'] !== '50', 0.01)).toBeLessThan(1);
    const bangkok = generate({ area: '10', households: 1200 });
    expect(distance(bangkok, ({ members }) => members.some(isElsewhere), 0.215, 0.02)).toBeLessThan(1);
  });
});

describe('disability', () => {
  const holders = persons.filter((each) => each['disabilityCard'] === true);

  it('is certified of one person in eleven, men a little more often', () => {
    expect(distance(persons, (each) => holders.includes(each), 0.09)).toBeLessThan(1);
    expect(distance(holders, (each) => each['sex'] === 'M', 0.522, 0.02)).toBeLessThan(1);
  });

  it.each([
    [0, 6, 0.007],
    [6, 15, 0.033],
    [15, 22, 0.035],
    [22, 60, 0.383],
    [60, 200, 0.542],
  ])('has card holders from %i to below %i as the register has', (from, to, share) => {
    expect(distance(holders, ({ age }) => age >= from && age < to, share, 0.03)).toBeLessThan(1);
  });

  it.each([
    ['MOBILITY', 0.532],
    ['HEARING', 0.199],
    ['VISUAL', 0.096],
    ['MENTAL', 0.083],
    ['INTELLECTUAL', 0.073],
    ['AUTISTIC', 0.0085],
  ])('is of the type %s as the register has it', (type, share) => {
    expect(distance(holders, (each) => each['disabilityType'] === type, share, 0.015)).toBeLessThan(1);
  });
});

const agrees = ({ household, members }: Generated): boolean => {
  const together = members.reduce((sum, each) => sum + Number(each['incomePerYear']), 0);
  const surveyed = Number(household['avgIncomePerPersonYear']) * Number(household['size']);
  return Math.abs(together - surveyed) <= 100 * members.length;
};

const riceTypesIn = (area: string): readonly unknown[] =>
  generate({ area, households: 400 }).flatMap(({ household }) => household['riceType'] ?? []);

describe('income and work', () => {
  const incomes = houses.map(({ household }) => Number(household['avgIncomePerPersonYear'])).toSorted((a, b) => a - b);

  it('have a median of 34,000 baht per person and year, below 100,000', () => {
    expect(Math.abs((incomes[incomes.length / 2] ?? 0) / 33_500 - 1)).toBeLessThan(0.05);
    expect(incomes.at(-1)).toBeLessThanOrEqual(100_000);
    expect(distance(incomes, (income) => income < 38_000, 0.58, 0.03)).toBeLessThan(1);
  });

  it('are what the members earn together, but for surveys that are out of date', () => {
    expect(distance(houses, agrees, 0.98)).toBeLessThan(1);
  });

  it('are insured under sections 33, 39 and 40 as the working ages are', () => {
    const working = persons.filter(({ age }) => age >= 15 && age < 60);
    for (const [section, share] of [
      [33, 0.26],
      [39, 0.04],
      [40, 0.24],
    ] as const) {
      expect(distance(working, (each) => each['ssoSection'] === section, share, 0.015)).toBeLessThan(1);
    }
  });

  it('have insurance months that fit into one another, and wages of section 33', () => {
    const insured = persons.filter((each) => each['ssoSection'] !== null);
    for (const each of insured) {
      expect(Number(each['ssoMonthsIn15'])).toBeLessThanOrEqual(Math.min(15, Number(each['ssoMonthsIn36'])));
      expect(Number(each['ssoMonthsIn36'])).toBeLessThanOrEqual(Number(each['ssoTotalMonths']));
    }
    const wages = insured.flatMap((each) => (each['ssoSection'] === 33 ? [Number(each['ssoInsuredWage'])] : []));
    expect([Math.min(...wages) >= 9000, Math.max(...wages) <= 15_000]).toStrictEqual([true, true]);
  });

  it('bring welfare cards to 58 % of disabled adults and 55 % of the others', () => {
    const adults = persons.filter(({ age }) => age >= 22);
    const [disabled, others] = [true, false].map((card) => adults.filter((each) => each['disabilityCard'] === card));
    expect(distance(disabled ?? [], (each) => each['hasStateWelfareCard'] === true, 0.58)).toBeLessThan(1);
    expect(distance(others ?? [], (each) => each['hasStateWelfareCard'] === true, 0.55)).toBeLessThan(1);
  });

  it('leave 15 % of those who farm out of the farmer registry', () => {
    const farms = houses.filter(({ household }) => household['bmnFarmer'] === true);
    expect(distance(farms, ({ household }) => household['farmerRegistered'] === false, 0.15)).toBeLessThan(1);
  });

  it('grow glutinous rice in Chiang Mai and white rice in the South', () => {
    expect(distance(riceTypesIn('50'), (type) => type === 'GLUTINOUS', 0.85, 0.02)).toBeLessThan(1);
    expect(distance(riceTypesIn('96'), (type) => type === 'WHITE', 0.95, 0.02)).toBeLessThan(1);
  });
});

describe('schooling', () => {
  it('misses 8.4 % of those from 3 to 17', () => {
    expect(
      distance(
        persons.filter(({ age }) => age >= 3 && age <= 17),
        (each) => each['schoolEnrolled'] === false,
        0.084,
      ),
    ).toBeLessThan(1);
  });
});

describe('the level of vulnerability', () => {
  it.each([
    [0, 0],
    [1, 0.08],
    [2, 0.68],
    [3, 0.24],
  ])('is %i as often as among the watched households', (level, share) => {
    expect(distance(houses, ({ household }) => household['vulnerabilityLevel'] === level, share, 0.02)).toBeLessThan(1);
  });
});

const isThai = (each: Person): boolean => each['thaiNationality'] === true;

const atHome = (each: Person): boolean => isThai(each) && each['domicileProvince'] !== '10';

describe('enrolments', () => {
  it('leave 3 % of those with a right to the old-age allowance out', () => {
    const due = older.filter((each) => atHome(each) && each.age > 60 && each['receivesGovPension'] === false);
    expect(distance(due, isEnrolled('int-old-age-allowance'), 0.97)).toBeLessThan(1);
  });

  it('leave 6 % of card holders out of the disability allowance', () => {
    const due = persons.filter((each) => atHome(each) && each['disabilityCard'] === true);
    expect(distance(due, isEnrolled('int-disability-allowance'), 0.94)).toBeLessThan(1);
  });

  it('leave 25 % of small children out of the child support grant', () => {
    expect(
      distance(
        persons.filter((each) => isThai(each) && each.age < 6),
        isEnrolled('soc-child-support-grant'),
        0.75,
      ),
    ).toBeLessThan(1);
  });

  it('leave 40 % of the dependent without long-term care, and 65 % without diapers', () => {
    const dependent = persons.filter(
      (each) =>
        isThai(each) &&
        each['healthScheme'] === 'UCS' &&
        typeof each['adlScore'] === 'number' &&
        each['adlScore'] <= 11,
    );
    expect(distance(dependent, isEnrolled('health-ltc-dependent'), 0.6, 0.02)).toBeLessThan(1);
    const needy = persons.filter(
      (each) =>
        isThai(each) &&
        ((typeof each['adlScore'] === 'number' && each['adlScore'] <= 6) || each['incontinent'] === true),
    );
    expect(distance(needy, isEnrolled('health-adult-diapers'), 0.35, 0.02)).toBeLessThan(1);
  });

  it('leave 8 % of the screened pupils without the conditional grant', () => {
    const due = persons.filter(
      (each) =>
        each['povertyScreening'] === 'EXTRA_POOR' &&
        Number(each['attendanceRate']) >= 80 &&
        ['OBEC', 'DLA', 'BPP'].includes(String(each['schoolAuthority'])),
    );
    expect(distance(due, isEnrolled('edu-eef-conditional-grant'), 0.92, 0.02)).toBeLessThan(1);
  });

  it('give free electricity to nearly all small users', () => {
    const small = houses.filter(
      ({ household }) => household['meterAmp'] === 5 && Number(household['maxElectricityUnits3Months']) <= 50,
    );
    expect(
      distance(
        small,
        ({ enrolments }) => enrolments.some(({ programme }) => programme === 'int-free-electricity-50'),
        0.99,
      ),
    ).toBeLessThan(1);
  });

  it('pay the old-age allowance of a few dead and a few pensioners', () => {
    const paid = houses.flatMap((house) =>
      house.enrolments
        .filter(({ programme, status }) => programme === 'int-old-age-allowance' && status === 'ACTIVE')
        .map(({ member }) => house.members.find((each) => each.member === member)),
    );
    expect(distance(paid, (each) => each?.['isDeceased'] === true, 0.003, 0.001)).toBeLessThan(1);
    expect(distance(paid, (each) => each?.['receivesGovPension'] === true, 0.002, 0.001)).toBeLessThan(1);
    expect(paid.filter((each) => each?.['isDeceased'] === true).length).toBeGreaterThan(0);
  });

  it('start after birth and not after the day of the extract', () => {
    for (const house of houses.slice(0, 500)) {
      for (const each of house.enrolments) {
        const born = house.members.find(({ member }) => member === each.member)?.birthDate ?? '';
        const startedOn = each['startedOn'] ?? testDay;
        expect([startedOn >= born, startedOn <= testDay]).toStrictEqual([true, true]);
      }
    }
  });
});

const isVictim = ({ members }: Generated): boolean => members.some((each) => each['unrestRemedyStatus'] !== 'NONE');

describe('the southern provinces', () => {
  it('have a victim of unrest in one household of 250, the others none', () => {
    expect(distance(generate({ area: '95', households: 2500 }), isVictim, 1 / 250, 0)).toBeLessThan(1);
    expect(houses.filter(isVictim)).toStrictEqual([]);
  });
});

describe('Bangkok', () => {
  it('names communities, registered ones and the eight that are not, in their districts', () => {
    const communities = generate({ area: '10', households: 1500 }).filter(
      ({ household }) => household['bkkCommunityName'] !== null,
    );
    const unregistered = communities.filter(({ household }) => household['bkkCommunityRegistered'] === false);
    expect(communities.length).toBeGreaterThan(unregistered.length);
    expect(new Set(unregistered.map(({ areaCode }) => areaCode.slice(0, 4))).size).toBe(8);
    expect(houses.every(({ household }) => household['bkkCommunityName'] === null)).toBe(true);
  });
});

describe('histories', () => {
  it('end in the facts: the highest of three bills, the latest score', () => {
    for (const { household, registries } of houses) {
      const units = (registries['interior']?.['electricityBills'] ?? []).map((bill) => Number(bill['units']));
      expect(units.length === 0 ? null : Math.max(...units)).toBe(household['maxElectricityUnits3Months']);
    }
    for (const { member, house, ...each } of persons) {
      const scores = (house.registries['health']?.['adlHistory'] ?? []).filter((score) => score['member'] === member);
      expect(scores.at(-1)?.['score'] ?? null).toBe(each['adlScore'] ?? null);
    }
  });

  it('pay only what is enrolled', () => {
    const payments = persons.flatMap((each) =>
      (each.house.registries['interior']?.['allowancePayments'] ?? [])
        .filter(({ member, allowance }) => member === each.member && allowance === 'DISABILITY')
        .map(() => each),
    );
    expect(payments.length).toBeGreaterThan(100);
    expect(payments.every(isEnrolled('int-disability-allowance'))).toBe(true);
  });
});

describe('loading a generated population', () => {
  let open: OpenBodies;

  beforeAll(async () => {
    open = await openBodies();
  });

  afterAll(async () => {
    await open.close();
  });

  it.each(['50', '57', '95', '10'])('fills all bodies for the area %s, and none is refused', async (area) => {
    const result = await importHouseholds(generateHouseholds({ households: 120, area, seed: 7 }), open.bodies);
    expect(result).toStrictEqual({ imported: 120, refused: [] });
    const [first] = generate({ area, seed: 7, households: 1 });
    const records = await Promise.all(bodyNames.map((body) => open.record(body, first?.household.houseCode ?? '')));
    expect(records.filter((record) => record === null)).toStrictEqual([]);
  });
});
