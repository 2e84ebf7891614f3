import { describe, expect, it } from 'vitest';
import { bodyNames } from '../../schema/contract/bodies.ts';
import { ExtractFault, type BodyExtract } from '../_kit/import.ts';
import { readExtractDictionary } from './extract-dictionary.ts';
import { parseHousehold } from './extract.ts';
import { extractFor } from './test-bodies.ts';

const dictionary = readExtractDictionary();
const houseCode = '99991000010';

type Parts = Readonly<Record<string, unknown>>;

function part(body: (typeof bodyNames)[number], parts: Parts = {}): BodyExtract {
  const found = parseHousehold(extractFor(houseCode, parts), dictionary).parts.get(body);
  if (found === undefined) throw new TypeError(`no part of ${body}`);
  return found;
}

function member(keys: Parts): Parts {
  return { members: [{ member: 'M1', ...keys }] };
}

function faultOf(value: unknown): { path: string; problem: string } {
  try {
    parseHousehold(value, dictionary);
  } catch (error) {
    if (error instanceof ExtractFault) return { path: error.path, problem: error.problem };
    throw error;
  }
  throw new TypeError('the household was not refused');
}

const refusalOf = (parts: Parts): { path: string; problem: string } => faultOf(extractFor(houseCode, parts));

describe('facts', () => {
  it('go to the body that owns them', () => {
    const parts = member({ adlScore: 3, sex: 'F', disabilityCard: true });
    expect(part('health', parts).facts.get('M1')).toStrictEqual(new Map([['person.adlScore', 3]]));
    expect(part('interior', parts).facts.get('M1')).toStrictEqual(new Map([['person.sex', 'F']]));
    expect(part('social-welfare', parts).facts.get('M1')).toStrictEqual(new Map([['person.disabilityCard', true]]));
    expect(part('bangkok', parts).facts).toStrictEqual(new Map());
  });

  it('of the household are those of M0', () => {
    const parts = { household: { houseCode, farmerRegistered: true, riceAreaRai: null } };
    expect(part('agriculture', parts).facts.get('M0')).toStrictEqual(
      new Map<string, unknown>([
        ['household.farmerRegistered', true],
        ['household.riceAreaRai', null],
      ]),
    );
  });

  it('are null, stated or absent, and stay so', () => {
    const stated = part('health', member({ adlScore: null, pregnant: false })).facts.get('M1');
    expect(stated?.get('person.adlScore')).toBeNull();
    expect(stated?.get('person.pregnant')).toBe(false);
    expect(stated?.has('person.incontinent')).toBe(false);
  });

  it('that follow from others are left out, except those that have a place of their own', () => {
    const parts = member({ ageYears: 5, oldAgeStartReached: false, parentSsoSection: 33, parentSso40Option3: true });
    expect(part('interior', parts).facts.get('M1')).toBeUndefined();
    expect([...(part('labour', parts).facts.get('M1') ?? [])]).toStrictEqual([
      ['person.parentSsoSection', 33],
      ['person.parentSso40Option3', true],
    ]);
    const counts = member({ daysSinceDeath: 4, isDeceased: true });
    expect(part('interior', counts).facts.get('M1')?.get('person.daysSinceDeath')).toBe(4);
    const household = { household: { houseCode, tpmapTargetPoor: true, dependantsCount: 2, inBangkok: false } };
    const kept = bodyNames.flatMap((body) => [...(part(body, household).facts.get('M0') ?? [])]);
    expect(kept).toStrictEqual([]);
  });

  it.each([
    ['an unknown fact', member({ shoeSize: 41 }), 'members[M1].shoeSize', 'is not a fact of the dictionary'],
    [
      'an unknown fact of the house',
      { household: { houseCode, roof: 1 } },
      'household.roof',
      'is not a fact of the dictionary',
    ],
    [
      'a fact of a person at the house',
      { household: { houseCode, adlScore: 1 } },
      'household.adlScore',
      'is not a fact of the dictionary',
    ],
    [
      'a key of the prototype',
      member(JSON.parse('{"__proto__": true}') as Parts),
      'members[M1].?',
      'is not a fact of the dictionary',
    ],
    ['a name for a key', member({ 'นางลับ ลับ': 1 }), 'members[M1].?', 'is not a fact of the dictionary'],
    ['text for a number', member({ adlScore: '3' }), 'members[M1].adlScore', 'must be a whole number or null'],
    ['a fraction', member({ adlScore: 3.5 }), 'members[M1].adlScore', 'must be a whole number or null'],
    ['a number for a truth', member({ pregnant: 1 }), 'members[M1].pregnant', 'must be true, false or null'],
    ['a word of none', member({ sex: 'X' }), 'members[M1].sex', 'must be one of M, F, or null'],
    [
      'a wrong type of a derived fact',
      member({ ageYears: 'old' }),
      'members[M1].ageYears',
      'must be a whole number or null',
    ],
    [
      'a day that never was',
      member({ birthDate: '2022-02-30' }),
      'members[M1].birthDate',
      'must be a date like 2022-08-10, or null',
    ],
    [
      'a list of numbers',
      member({ chronicConditions: [1] }),
      'members[M1].chronicConditions',
      'must be a list of texts, or null',
    ],
  ])('refuse %s', (_, parts, path, problem) => {
    expect(refusalOf(parts)).toStrictEqual({ path, problem });
  });
});

describe('the house', () => {
  it('has a code of 11 digits, Thai ones too', () => {
    const thai = { household: { houseCode: '๙๙๙๙๑๐๐๐๐๑๐' } };
    expect(parseHousehold(extractFor('', thai), dictionary).houseCode).toBe(houseCode);
    expect(refusalOf({ household: { houseCode: '123' } })).toStrictEqual({
      path: 'household.houseCode',
      problem: 'must have exactly 11 digits',
    });
    expect(refusalOf({ household: {} })).toStrictEqual({ path: 'household.houseCode', problem: 'is missing' });
  });

  it('has the date of the extract', () => {
    expect(part('health').asOf).toBe('2022-08-10');
    expect(refusalOf({ asOf: '10/8/2565' })).toStrictEqual({ path: 'asOf', problem: 'must be a date like 2022-08-10' });
  });

  it('refuses what is no object', () => {
    expect(faultOf([])).toStrictEqual({ path: 'household', problem: 'must be an object' });
    expect(faultOf({ asOf: '2022-08-10' })).toStrictEqual({ path: 'household', problem: 'is missing' });
  });
});

const placeIn = (parts: Parts): unknown => part('interior', { areaCode: undefined, ...parts }).identity.get('M0');

describe('the place', () => {
  const named = { familyName: 'ทดสอบ' };
  const place = 'หมู่บ้านสมมติ ต.ปิงโค้ง (500406) อ.เชียงดาว (5004) จ.เชียงใหม่ (50) 50170';

  it('is the area code and the address where they are given', () => {
    const given = placeIn({ areaCode: '5004', address: '12 หมู่ 3', place });
    expect(given).toStrictEqual({ areaCode: '5004', address: '12 หมู่ 3', ...named });
  });

  it('is else the most precise code in brackets, and what stands before the subdistrict', () => {
    expect(placeIn({ place })).toStrictEqual({ areaCode: '500406', address: 'หมู่บ้านสมมติ', ...named });
    const bangkok = 'ชุมชนริมคลอง 9/1 แขวงวัดท่าพระ (101602) เขตบางกอกใหญ่ (1016)';
    expect(placeIn({ place: bangkok })).toStrictEqual({ areaCode: '101602', address: 'ชุมชนริมคลอง 9/1', ...named });
    expect(placeIn({ place: 'จ.เชียงใหม่ (50) ต.ปิงโค้ง (500406)' })).toMatchObject({ areaCode: '500406' });
    expect(placeIn({ place: 'จ.เชียงใหม่ (50)' })).toStrictEqual({ areaCode: '50', address: null, ...named });
  });

  it('passes over codes of no area', () => {
    expect(placeIn({ place: 'x (500499) y (5004)' })).toMatchObject({ areaCode: '5004' });
  });

  it('is else the province', () => {
    expect(placeIn({ household: { houseCode, provinceCode: '95' } })).toMatchObject({ areaCode: '95', address: null });
  });

  it('is refused when nothing tells it, or when the code is unknown', () => {
    expect(refusalOf({ areaCode: undefined }).path).toBe('areaCode');
    expect(refusalOf({ areaCode: '509999' }).path).toBe('areaCode');
    expect(refusalOf({ areaCode: 500_406 }).path).toBe('areaCode');
  });
});

const born = (keys: Parts): unknown => part('interior', member(keys)).facts.get('M1')?.get('person.birthDate');

describe('members', () => {
  it('are identified to the interior alone', () => {
    const identity = {
      citizenId: '0999900001011',
      name: 'นางคำแปง ตัวอย่างหนึ่ง',
      relation: 'head',
      birthDatePrecision: 'YEAR',
    };
    const parts = member(identity);
    expect(part('interior', parts).identity.get('M1')).toStrictEqual(identity);
    expect(part('interior', parts).identity.get('M0')).toMatchObject({ familyName: 'ตัวอย่างหนึ่ง' });
    expect(part('health', parts).identity).toStrictEqual(new Map());
  });

  it('may have no number, no name and no date of birth', () => {
    expect(part('interior', member({})).identity.get('M1')).toStrictEqual({
      citizenId: null,
      name: null,
      relation: null,
      birthDatePrecision: 'DAY',
    });
    expect(part('interior', member({})).identity.get('M0')).toMatchObject({ familyName: '-' });
  });

  it('are born on the same day in both calendars', () => {
    expect(born({ birthDateBE: '2482-03-15' })).toBe('1940-03-15');
    expect(born({ birthDateBE: '2482-03-15', birthDate: '1940-03-15' })).toBe('1940-03-15');
    expect(born({ birthDateBE: null, birthDate: '1940-03-15' })).toBe('1940-03-15');
    expect(born({ birthDate: null, birthDateBE: null })).toBeNull();
    expect(born({ birthDateBE: null })).toBeNull();
    expect(born({})).toBeUndefined();
  });

  it.each([
    ['no member', { members: [] }, 'members', 'must hold at least one member'],
    ['a list that is none', { members: {} }, 'members', 'must be a list'],
    ['a name out of order', { members: [{ member: 'X' }] }, 'members[0].member', 'must be M1 to M99'],
    ['a member twice', { members: [{ member: 'M1' }, { member: 'M1' }] }, 'members[M1]', 'is there twice'],
    [
      'a wrong check digit',
      member({ citizenId: '0999900001012' }),
      'members[M1].citizenId',
      'must have 13 digits and a valid check digit, or be null',
    ],
    [
      'a number that is no text',
      member({ citizenId: 999_900_001_011 }),
      'members[M1].citizenId',
      'must have 13 digits and a valid check digit, or be null',
    ],
    [
      'one number for two',
      {
        members: [
          { member: 'M1', citizenId: '0999900001011' },
          { member: 'M2', citizenId: '๐๙๙๙๙๐๐๐๐๑๐๑๑' },
        ],
      },
      'members[M2].citizenId',
      'is the number of another member',
    ],
    [
      'two days of birth',
      member({ birthDateBE: '2482-03-15', birthDate: '1939-03-15' }),
      'members[M1].birthDateBE',
      'is another day than birthDate',
    ],
    [
      'a Buddhist day that never was',
      member({ birthDateBE: '2483-02-01' }),
      'members[M1].birthDateBE',
      'must be a Buddhist-era date like 2482-03-15',
    ],
    [
      'a precision of none',
      member({ birthDatePrecision: 'WEEK' }),
      'members[M1].birthDatePrecision',
      'must be one of DAY, MONTH, YEAR',
    ],
    ['a name with a line break', member({ name: 'ก\nข' }), 'members[M1].name', 'must be text of 1 to 200 characters'],
  ])('refuse %s', (_, parts, path, problem) => {
    expect(refusalOf(parts)).toStrictEqual({ path, problem });
  });
});

const enrolled = (...enrolments: Parts[]): Parts => ({ enrolments });

describe('enrolments', () => {
  it('go to the ledger of the programme, ACTIVE unless it is said otherwise', () => {
    const line = { member: 'M1', programme: 'int-old-age-allowance', body: 'interior' };
    expect(part('interior', enrolled(line)).enrolments).toStrictEqual([
      {
        member: 'M1',
        programme: 'int-old-age-allowance',
        status: 'ACTIVE',
        startedOn: null,
        endedOn: null,
        thb: null,
        period: null,
        recordRef: null,
      },
    ]);
    expect(part('health', enrolled(line)).enrolments).toStrictEqual([]);
  });

  it('keep what else is said of them', () => {
    const said = {
      status: 'EXITED',
      startedOn: '2021-01-01',
      endedOn: '2022-01-01',
      thb: 600,
      period: 'MONTH',
      recordRef: 'A/1',
    };
    const line = { member: 'M1', programme: 'int-old-age-allowance', body: 'INTERIOR', ...said };
    expect(part('interior', enrolled(line)).enrolments).toStrictEqual([
      { member: 'M1', programme: 'int-old-age-allowance', ...said },
    ]);
  });

  it('take the period of a bare sum from the catalogue', () => {
    const line = { member: 'M1', programme: 'int-old-age-allowance', thb: 600 };
    expect(part('interior', enrolled(line)).enrolments[0]).toMatchObject({ thb: 600, period: 'MONTH' });
  });

  it.each([
    ['an unknown programme', { member: 'M1', programme: 'x' }, 'programme', 'is not a programme of the catalogue'],
    ['no programme', { member: 'M1' }, 'programme', 'is missing'],
    [
      'another body',
      { member: 'M1', programme: 'int-old-age-allowance', body: 'health' },
      'body',
      'is not the body of this programme, interior',
    ],
    ['a stranger', { member: 'M9', programme: 'int-old-age-allowance' }, 'member', 'is not a member of this household'],
    [
      'the house for a person',
      { member: 'M0', programme: 'int-old-age-allowance' },
      'member',
      'must be a person: the programme is for persons',
    ],
    [
      'a person for the house',
      { member: 'M1', programme: 'int-free-electricity-50' },
      'member',
      'must be M0: the programme is for households',
    ],
    [
      'an unknown status',
      { member: 'M1', programme: 'int-old-age-allowance', status: 'PAID' },
      'status',
      'must be one of ACTIVE, SUSPENDED, AWAITING_RENEWAL, APPLIED, EXITED, DECEASED',
    ],
    [
      'an end before the start',
      { member: 'M1', programme: 'int-old-age-allowance', startedOn: '2022-01-02', endedOn: '2022-01-01' },
      'endedOn',
      'is before startedOn',
    ],
    [
      'money of no number',
      { member: 'M1', programme: 'int-old-age-allowance', thb: '600' },
      'thb',
      'must be a number from 0 to 1000000000',
    ],
    [
      'a sum below nothing',
      { member: 'M1', programme: 'int-old-age-allowance', thb: -1 },
      'thb',
      'must be a number from 0 to 1000000000',
    ],
    [
      'an unknown period',
      { member: 'M1', programme: 'int-old-age-allowance', thb: 1, period: 'WEEK' },
      'period',
      'must be one of DAY, MONTH, QUARTER, YEAR, ONE_OFF, PER_EVENT',
    ],
  ])('refuse %s', (_, line, key, problem) => {
    expect(refusalOf(enrolled(line))).toStrictEqual({ path: `enrolments[0].${key}`, problem });
  });
});

describe('services', () => {
  it('go to the ledger of the programme', () => {
    const line = { member: 'M1', programme: 'health-ltc-dependent', status: 'DELIVERED', deliveredOn: '2022-07-01' };
    expect(part('health', { services: [line] }).services).toStrictEqual([line]);
  });

  it('refuse a status of none and a day that never was', () => {
    const line = { member: 'M1', programme: 'health-ltc-dependent' };
    expect(refusalOf({ services: [line] })).toStrictEqual({ path: 'services[0].status', problem: 'is missing' });
    expect(refusalOf({ services: [{ ...line, status: 'PLANNED', deliveredOn: 'x' }] }).path).toBe(
      'services[0].deliveredOn',
    );
  });
});

describe('registries', () => {
  it('hand a body its histories', () => {
    const visits = [{ member: 'M1', visitedOn: '2022-01-01', visitor: 'NURSE' }];
    expect(part('health', { registries: { HEALTH: { homeVisits: visits } } }).details).toStrictEqual({
      homeVisits: visits,
    });
  });

  it('refuse a body of none', () => {
    expect(refusalOf({ registries: { finance: {} } })).toStrictEqual({
      path: 'registries.finance',
      problem: 'is none of the thirteen bodies',
    });
  });

  it('that were not read are empty, by name or by code', () => {
    const parts = {
      ...member({ adlScore: 3 }),
      unread: ['health', 'SOCIAL_WELFARE'],
      registries: { health: { homeVisits: [] } },
    };
    expect(part('health', parts)).toMatchObject({ wasRead: false, facts: new Map(), enrolments: [], details: {} });
    expect(part('social-welfare', parts).wasRead).toBe(false);
    expect(part('interior', parts).wasRead).toBe(true);
    expect(refusalOf({ unread: ['healthy'] })).toStrictEqual({
      path: 'unread[0]',
      problem: 'is none of the thirteen bodies',
    });
  });
});

describe('parseHousehold', () => {
  it('gives every one of the thirteen bodies its part', () => {
    expect([...parseHousehold(extractFor(houseCode), dictionary).parts.keys()]).toStrictEqual(bodyNames);
  });
});
