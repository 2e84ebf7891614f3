import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { citizenCheckDigit } from '../../schema/contract/scalars.ts';
import type { BodyContext } from '../_kit/define-subgraph.ts';
import type { BodyExtract } from '../_kit/import.ts';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { extractOf, openForTest, type ExtractWords, type TestAnswer, type TestBody } from '../_kit/test-kit.ts';
import { housesByArea, housesByCode, housesByFamily, personsByCitizenId } from './data.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
const citizenId = withCheckDigit('099990000001');
let interior: TestBody;

beforeEach(async () => {
  interior = await openForTest(subgraph);
});

afterEach(() => interior.close());

describe('facts of the interior', () => {
  it('come back as stated, null and absent kept apart', async () => {
    await expect(
      roundTripsEveryFact(subgraph, {
        stated: ['person.daysSinceDeath'],
        computed: ['household.houseCode'],
        values: { 'person.domicileProvince': ['10', '50'], 'household.provinceCode': ['10', '50'] },
        identity: { M0: { areaCode: '50', familyName: 'สุขใจ' } },
      }),
    ).resolves.toBeUndefined();
  });

  it('name the registry of the dictionary', async () => {
    const dictionary = subgraph.programmeFile.facts;
    const nulls = (scope: string): Record<string, null> =>
      Object.fromEntries(
        dictionary.filter(({ name }) => name.startsWith(scope)).map(({ name }) => [name.slice(scope.length), null]),
      );
    await interior.load(house({ members: { M0: nulls('household.'), M1: nulls('person.') } }));
    const { facts } = await recordOf('facts { name registry }');
    expect(facts).toHaveLength(dictionary.length);
    expect(facts).toEqual(expect.arrayContaining(dictionary.map(({ name, registry }) => ({ name, registry }))));
  });

  it.each([
    ['2022-08-10', { ageYears: 59, ageMonths: 719, ageAtFiscalYearStart: 59, oldAgeStartReached: false }],
    ['2022-08-11', { ageYears: 60, ageMonths: 720, ageAtFiscalYearStart: 59, oldAgeStartReached: false }],
    ['2022-09-01', { ageYears: 60, ageMonths: 720, ageAtFiscalYearStart: 59, oldAgeStartReached: true }],
    ['2022-10-01', { ageYears: 60, ageMonths: 721, ageAtFiscalYearStart: 60, oldAgeStartReached: true }],
  ])('give the ages of %s for a birthday on 11 August 1962', async (today, ages) => {
    const dated = await openForTest(subgraph, today);
    try {
      await dated.load(house({ members: { M1: { birthDate: '1962-08-11' } } }));
      const answer = await dated.record(houseCode, '{ interior { facts { name value countedFrom } } }');
      const { facts } = (answer as { interior: { facts: { name: string; value: unknown; countedFrom: string }[] } })
        .interior;
      const counted = facts.filter(({ countedFrom }) => countedFrom === '1962-08-11');
      expect(Object.fromEntries(counted.map(({ name, value }) => [name.replace('person.', ''), value]))).toEqual(ages);
    } finally {
      await dated.close();
    }
  });

  it('give null ages for a birth date that the registry does not have, and no age where it is absent', async () => {
    await interior.load(house({ members: { M1: { birthDate: null }, M2: {} } }));
    const { facts } = await recordOf('facts { name subject value }');
    const subject = `${houseCode}-M1`;
    expect(facts).toEqual([
      { name: 'person.birthDate', subject, value: null },
      { name: 'household.houseCode', subject: houseCode, value: houseCode },
      { name: 'person.ageYears', subject, value: null },
      { name: 'person.ageMonths', subject, value: null },
      { name: 'person.ageAtFiscalYearStart', subject, value: null },
      { name: 'person.oldAgeStartReached', subject, value: null },
    ]);
  });

  it.each([
    ['10', true],
    ['50', false],
    [null, null],
  ])('say of province %s that the house is in Bangkok: %s', async (provinceCode, inBangkok) => {
    await interior.load(house({ members: { M0: { provinceCode }, M1: {} } }));
    expect(await factNamed('household.inBangkok')).toEqual({ name: 'household.inBangkok', value: inBangkok });
  });

  it('say nothing of Bangkok where the province is absent', async () => {
    await interior.load(house({ members: { M0: {}, M1: {} } }));
    expect(await factNamed('household.inBangkok')).toBeUndefined();
  });

  it('count the days since a death up to today', async () => {
    await interior.load(house({ asOf: '2022-08-01', members: { M1: { isDeceased: true, daysSinceDeath: 30 } } }));
    expect(await factNamed('person.daysSinceDeath')).toEqual({ name: 'person.daysSinceDeath', value: 39 });
    expect(await recordOf('civilRegistrations { diedOn }')).toEqual({ civilRegistrations: [{ diedOn: '2022-07-02' }] });
  });
});

describe('the interior record', () => {
  it('shows survey, meter, damage and civil registration as typed fields', async () => {
    await interior.load(
      house({
        members: {
          M0: {
            avgIncomePerPersonYear: 24_000,
            housingSecure: false,
            bmnFarmer: true,
            meterAmp: 5,
            maxElectricityUnits3Months: 51,
            disasterDeclared: true,
            houseDamage: 'PARTIAL',
          },
          M1: {
            civilStatus: 'CITIZEN',
            thaiNationality: true,
            domicileProvince: '57',
            maritalStatus: 'WIDOWED',
            hasIdCard: true,
            incomePerYear: 7200,
            occupationBmn: 'ทำนา',
          },
        },
      }),
    );
    const person = { personId: `${houseCode}-M1` };
    expect(
      await recordOf(`survey { avgIncomePerPersonYear housingSecure farmer }
        electricity { ampere maxUnits3Months } disaster { declared houseDamage }
        livelihoods { person { personId } incomePerYear occupation }
        civilRegistrations { person { personId } thaiNationality civilStatus domicileProvince maritalStatus hasIdCard }`),
    ).toEqual({
      survey: { avgIncomePerPersonYear: 24_000, housingSecure: false, farmer: true },
      electricity: { ampere: 5, maxUnits3Months: 51 },
      disaster: { declared: true, houseDamage: 'PARTIAL' },
      livelihoods: [{ person, incomePerYear: 7200, occupation: 'ทำนา' }],
      civilRegistrations: [
        {
          person,
          thaiNationality: true,
          civilStatus: 'CITIZEN',
          domicileProvince: '57',
          maritalStatus: 'WIDOWED',
          hasIdCard: true,
        },
      ],
    });
  });

  it('keeps bills of the house and allowances paid to its members', async () => {
    const bill = { month: '2022-07-01', units: 48, thb: 0 };
    const payment = { paidOn: '2022-08-10', allowance: 'OLD_AGE', thb: 700 };
    const details = { electricityBills: [bill], allowancePayments: [{ member: 'M2', ...payment }] };
    await interior.load(house({ members: { M1: {}, M2: {} }, details }));
    expect(
      await recordOf(
        'electricityBills { month units thb } allowancePayments { person { personId } paidOn allowance thb }',
      ),
    ).toEqual({
      electricityBills: [bill],
      allowancePayments: [{ person: { personId: `${houseCode}-M2` }, ...payment }],
    });
  });

  it('is null for a house whose registry was not read', async () => {
    await interior.load(house({ wasRead: false }));
    expect(await interior.record(houseCode, '{ interior { found } }')).toEqual({ interior: null });
  });
});

describe('Query.household', () => {
  it('takes Thai digits and answers with ASCII ones, its members in the order of the registry', async () => {
    const members = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`M${at + 1}`, {}]));
    await interior.load(house({ members }));
    const text = '{ household(houseCode: "๙๙๙๙๑๐๐๐๐๐๑") { houseCode members { personId } } }';
    expect((await interior.query(text)).data).toEqual({
      household: { houseCode, members: Object.keys(members).map((member) => ({ personId: `${houseCode}-${member}` })) },
    });
  });

  it.each([
    ['99991000009', 'HOUSEHOLD_NOT_FOUND'],
    ['9999100000', 'INPUT_HOUSE_CODE_INVALID'],
    ['9999-100001', 'INPUT_HOUSE_CODE_INVALID'],
    ['', 'INPUT_HOUSE_CODE_INVALID'],
  ])('answers %s with %s, as a literal and as a variable', async (given, code) => {
    await interior.load(house({}));
    const literal = await interior.query(`{ household(houseCode: "${given}") { houseCode } }`);
    const variable = await interior.query('query ($c: HouseCode!) { household(houseCode: $c) { houseCode } }', {
      c: given,
    });
    expect([codesOf(literal), codesOf(variable)]).toEqual([[code], [code]]);
  });

  it.each([
    ['500406', { subdistrict: 'ปิงโค้ง', district: 'เชียงดาว', province: 'เชียงใหม่', postcode: '50170' }],
    ['5004', { subdistrict: null, district: 'เชียงดาว', province: 'เชียงใหม่', postcode: null }],
    ['50', { subdistrict: null, district: null, province: 'เชียงใหม่', postcode: null }],
  ])('gives an address as precise as the area code %s', async (areaCode, names) => {
    await interior.load(house({ identity: { M0: { areaCode, familyName: 'สุขใจ', address: '12 หมู่ 3' } } }));
    const { data } = await interior.query(
      `{ household(houseCode: "${houseCode}") { address {
        line subdistrict { nameTh } district { nameTh } province { nameTh } postcode } } }`,
    );
    expect(data).toEqual({
      household: {
        address: {
          line: '12 หมู่ 3',
          subdistrict: named(names.subdistrict),
          district: named(names.district),
          province: named(names.province),
          postcode: names.postcode,
        },
      },
    });
  });
});

describe('Query.person', () => {
  const known = { citizenId, name: 'นางคำปัน สุขใจ', relation: 'หัวหน้าครัวเรือน', birthDatePrecision: 'YEAR' };
  const fields = `{ personId citizenId nameTh birthDate birthDatePrecision birthYear sex relation isDeceased
    household { houseCode } }`;
  const shown = {
    personId: `${houseCode}-M1`,
    citizenId,
    nameTh: known.name,
    birthDate: '1940-01-01',
    birthDatePrecision: 'YEAR',
    birthYear: 1940,
    sex: 'FEMALE',
    relation: known.relation,
    isDeceased: false,
    household: { houseCode },
  };
  const family = { M1: { birthDate: '1940-01-01', sex: 'F', isDeceased: false }, M2: {} };

  beforeEach(() => interior.load(house({ members: family, identity: { M0: place('500406'), M1: known } })));

  it.each([
    ['personId', `${houseCode}-M1`],
    ['citizenId', citizenId],
    ['citizenId', thaiDigits(citizenId)],
  ])('finds a person by %s %s', async (key, value) => {
    expect((await interior.query(`{ person(${key}: "${value}") ${fields} }`)).data).toEqual({ person: shown });
  });

  it('finds a person without a citizen number, of whom little is known', async () => {
    expect((await interior.query(`{ person(personId: "${houseCode}-M2") ${fields} }`)).data).toEqual({
      person: {
        ...Object.fromEntries(Object.keys(shown).map((field) => [field, null])),
        personId: `${houseCode}-M2`,
        sex: 'UNKNOWN',
        household: { houseCode },
      },
    });
  });

  it.each([
    ['', 'INPUT_PERSON_KEY_MISSING'],
    ['(personId: null, citizenId: null)', 'INPUT_PERSON_KEY_MISSING'],
    [`(personId: "${houseCode}-M1", citizenId: "${citizenId}")`, 'INPUT_PERSON_KEY_MISSING'],
    [`(citizenId: "${withWrongDigit(citizenId)}")`, 'INPUT_CITIZEN_ID_INVALID'],
    [`(citizenId: "${citizenId}0")`, 'INPUT_CITIZEN_ID_INVALID'],
    [`(citizenId: "${withCheckDigit('099990000002')}")`, 'PERSON_NOT_FOUND'],
    [`(personId: "${houseCode}-M3")`, 'PERSON_NOT_FOUND'],
    [`(personId: "99991000002-M1")`, 'PERSON_NOT_FOUND'],
    [`(personId: "${houseCode}-M0")`, 'PERSON_NOT_FOUND'],
    [`(personId: "' or 1=1 --")`, 'PERSON_NOT_FOUND'],
  ])('answers %s with %s', async (keys, code) => {
    expect(codesOf(await interior.query(`{ person${keys} { personId } }`))).toEqual([code]);
  });

  it('gives one citizen number to one person only', async () => {
    const other = house({ houseCode: '99991000002', identity: { M0: place('500406'), M1: { citizenId } } });
    await expect(interior.load(other)).rejects.toMatchObject({ code: 'BODY_STORE_FAILED' });
    expect((await interior.query(`{ person(citizenId: "${citizenId}") { personId } }`)).data).toEqual({
      person: { personId: `${houseCode}-M1` },
    });
  });

  it('answers for persons of several houses in one statement, null for one it does not know', async () => {
    await interior.load(house({ houseCode: '99991000002' }));
    const keys = ['99991000001-M1', '99991000001-M9', '99991000002-M1', '99991000009-M1', 'nobody'];
    const answer = await interior.query(
      'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Person { personId nameTh sex } } }',
      { keys: keys.map((personId) => ({ __typename: 'Person', personId })) },
    );
    expect(answer.data).toEqual({
      _entities: [
        { personId: '99991000001-M1', nameTh: known.name, sex: 'FEMALE' },
        null,
        { personId: '99991000002-M1', nameTh: null, sex: 'UNKNOWN' },
        null,
        null,
      ],
    });
    expect(answer.statements).toBe(1);
  });
});

describe('Query.households', () => {
  /** House code, area, family name; not in the order of any list. */
  const village = [
    ['99991000005', '500406', 'จันทร์แก้ว'],
    ['99991000001', '500406', 'สุขใจ'],
    ['99991000004', '500401', 'สุขใจ'],
    ['99992000001', '5004', 'สุขสม'],
    ['99992000002', '500101', "O'Suk%"],
    ['99993000001', '510101', 'สุขใจ'],
    ['99993000002', '51', 'ใจดี'],
  ] as const;

  const inAreaOrder = [
    '99992000002',
    '99992000001',
    '99991000004',
    '99991000001',
    '99991000005',
    '99993000002',
    '99993000001',
  ];

  beforeEach(() =>
    interior.load(
      ...village.map(([code, areaCode, familyName]) =>
        house({ houseCode: code, identity: { M0: { areaCode, familyName } } }),
      ),
    ),
  );

  it.each([
    ['everything by area and house', {}, inAreaOrder],
    ['a province', { areaCode: '50' }, inAreaOrder.slice(0, 5)],
    ['a district', { areaCode: '5004' }, inAreaOrder.slice(1, 5)],
    ['a subdistrict', { areaCode: '500406' }, ['99991000001', '99991000005']],
    ['a known area without houses', { areaCode: '5002' }, []],
    ['a house code', { search: '99991000005' }, ['99991000005']],
    ['the beginning of house codes', { search: '99992' }, ['99992000001', '99992000002']],
    ['Thai digits', { search: '๙๙๙๙๒' }, ['99992000001', '99992000002']],
    ['a family name', { search: 'สุขใจ' }, ['99991000001', '99991000004', '99993000001']],
    ['the beginning of family names', { search: ' สุข ' }, ['99992000001', '99991000001', '99991000004', '99993000001']],
    ['a family name in a province', { areaCode: '50', search: 'สุขใจ' }, ['99991000001', '99991000004']],
    ['house codes in a district', { areaCode: '5001', search: '9999' }, ['99992000002']],
    ['a quote as itself', { search: "O'S" }, ['99992000002']],
    ['a percent sign as itself', { search: '%สุข' }, []],
  ])('lists %s, the same for every size of page', async (_, filter, expected) => {
    for (let first = 1; first <= expected.length + 1; first += 1) {
      const pages = await allPages(filter, first);
      expect(pages.flatMap((page) => page.houseCodes)).toEqual(expected);
      expect(pages).toHaveLength(Math.max(1, Math.ceil(expected.length / first)));
      expect(new Set(pages.map((page) => page.totalCount))).toEqual(new Set([expected.length]));
    }
  });

  it('has no end cursor where it lists nothing', async () => {
    const text =
      '{ households(filter: { search: "ไม่มี" }) { totalCount edges { cursor } pageInfo { hasNextPage endCursor } } }';
    expect((await interior.query(text)).data).toEqual({
      households: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
    });
  });

  it('goes on from any edge, and skips nothing when a house is added behind the reader', async () => {
    const { edges } = await pageOf({ first: 3 });
    const after = edges.at(1)?.cursor;
    await interior.load(house({ houseCode: '99990000001', identity: { M0: place('500101') } }));
    expect((await pageOf({ first: 2, after })).houseCodes).toEqual(inAreaOrder.slice(2, 4));
  });

  it('lists a house once, where it is now, after it is loaded again', async () => {
    await interior.load(
      house({ houseCode: '99991000005', identity: { M0: { areaCode: '510101', familyName: 'ใหม่' } } }),
    );
    expect((await pageOf({ filter: { areaCode: '500406' } })).houseCodes).toEqual(['99991000001']);
    expect((await pageOf({ filter: { areaCode: '510101' } })).houseCodes).toEqual(['99991000005', '99993000001']);
    expect((await pageOf({ filter: { search: 'จันทร์' } })).houseCodes).toEqual([]);
  });

  it('gives 20 where `first` is left out or null', async () => {
    await interior.load(...manyHouses(30));
    expect((await pageOf({})).houseCodes).toHaveLength(20);
    expect((await pageOf({ first: null })).houseCodes).toHaveLength(20);
  });

  it.each([
    [{ first: 0 }, 'INPUT_PAGE_SIZE_INVALID'],
    [{ first: -1 }, 'INPUT_PAGE_SIZE_INVALID'],
    [{ first: 201 }, 'INPUT_PAGE_SIZE_INVALID'],
    [{ first: 10_000 }, 'INPUT_PAGE_SIZE_INVALID'],
    [{ filter: { areaCode: '99' } }, 'INPUT_AREA_UNKNOWN'],
    [{ filter: { areaCode: '500499' } }, 'INPUT_AREA_UNKNOWN'],
    [{ filter: { areaCode: '500' } }, 'INPUT_AREA_UNKNOWN'],
    [{ filter: { areaCode: '' } }, 'INPUT_AREA_UNKNOWN'],
    [{ filter: { areaCode: '5%' } }, 'INPUT_AREA_UNKNOWN'],
    [{ filter: { search: '' } }, 'INPUT_SEARCH_INVALID'],
    [{ filter: { search: ' ก ' } }, 'INPUT_SEARCH_INVALID'],
    [{ filter: { search: 'ก'.repeat(101) } }, 'INPUT_SEARCH_INVALID'],
    [{ filter: { search: 'สุข\u0000ใจ' } }, 'INPUT_SEARCH_INVALID'],
    [{ after: 'nonsense' }, 'INPUT_CURSOR_INVALID'],
    [{ after: '' }, 'INPUT_CURSOR_INVALID'],
    [{ after: Buffer.from('["500101"]').toString('base64url') }, 'INPUT_CURSOR_INVALID'],
    [{ after: Buffer.from('["500101", 5]').toString('base64url') }, 'INPUT_CURSOR_INVALID'],
    [{ after: Buffer.from('{"0":"a","1":"b"}').toString('base64url') }, 'INPUT_CURSOR_INVALID'],
  ])('refuses %j with %s', async (variables, code) => {
    expect(codesOf(await interior.query(listText, variables))).toEqual([code]);
  });

  it('tells the greatest page size in the refusal', async () => {
    const answer = await interior.query(listText, { first: 500 });
    expect(answer.errors[0]?.message).toContain('between 1 and 200');
  });

  it('runs one statement for the list and one for all its records, for 2 households as for 200', async () => {
    await interior.load(...manyHouses(250));
    const text = `query ($first: Int) { households(first: $first) { edges { node {
      houseCode address { province { nameTh } } members { personId nameTh birthDate household { houseCode } }
      interior { found facts { value } survey { farmer } civilRegistrations { civilStatus } } } } } }`;
    const few = await interior.query(text, { first: 2 });
    const many = await interior.query(text, { first: 200 });
    expect([few.statements, many.statements]).toEqual([2, 2]);
  });

  it('counts only when the count is asked for', async () => {
    const counted = await interior.query('{ households { totalCount edges { cursor } } }');
    const uncounted = await interior.query('{ households { edges { cursor } pageInfo { hasNextPage } } }');
    expect([counted.statements, uncounted.statements]).toEqual([2, 1]);
  });
});

describe('the query plan', () => {
  it.each([
    [
      'houses by area',
      housesByArea,
      /^SEARCH house USING COVERING INDEX house_area_code_\S+ \(area_code>\? AND area_code<\?\)$/u,
    ],
    [
      'houses by code',
      housesByCode,
      /^SEARCH house USING COVERING INDEX house_house_code_\S+ \(house_code>\? AND house_code<\?\)$/u,
    ],
    [
      'houses by family',
      housesByFamily,
      /^SEARCH house USING COVERING INDEX house_family_name_\S+ \(family_name>\? AND family_name<\?\)$/u,
    ],
  ])('of %s reads a range of its covering index, for a page and for the count', async (_, sql, search) => {
    await interior.load(...manyHouses(200));
    const byItsCode = /^SEARCH h USING COVERING INDEX house_house_code_\S+ \(house_code=\?\)$/u;
    for (const statement of [sql.page, sql.count]) {
      const plan = await planOf(statement.text);
      expect(plan).toContainEqual(expect.stringMatching(search));
      const ofHouses = plan.filter((step) => /^(?:SEARCH|SCAN) (?:house|h)\b/u.test(step));
      expect(ofHouses.filter((step) => !search.test(step) && !byItsCode.test(step))).toEqual([]);
    }
  });

  it('of a person by citizen number reads the unique index', async () => {
    const plan = await planOf(personsByCitizenId.text);
    expect(plan).toContainEqual(
      expect.stringMatching(/^SEARCH p USING INDEX person_citizen_id_unique \(citizen_id=\?\)$/u),
    );
  });
});

const listText = `query ($filter: HouseholdFilter, $first: Int, $after: String) {
  households(filter: $filter, first: $first, after: $after) {
    totalCount edges { cursor node { houseCode } } pageInfo { hasNextPage endCursor } } }`;

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { cursor: string; node: { houseCode: string } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly houseCodes: readonly string[];
}

async function pageOf(variables: Readonly<Record<string, unknown>>): Promise<Page> {
  const { data, errors } = await interior.query(listText, variables);
  expect(errors).toEqual([]);
  const { households } = data as { households: Omit<Page, 'houseCodes'> };
  return { ...households, houseCodes: households.edges.map(({ node }) => node.houseCode) };
}

async function allPages(filter: object, first: number): Promise<readonly Page[]> {
  const pages = [await pageOf({ filter, first })];
  for (let last = pages[0]; last?.pageInfo.hasNextPage === true && pages.length < 20; last = pages.at(-1)) {
    pages.push(await pageOf({ filter, first, after: last.pageInfo.endCursor }));
  }
  return pages;
}

function house(words: Partial<ExtractWords>): BodyExtract {
  return extractOf({ houseCode, members: { M1: {} }, identity: { M0: place('500406') }, ...words });
}

function place(areaCode: string): Readonly<Record<string, unknown>> {
  return { areaCode, familyName: 'สุขใจ' };
}

function manyHouses(count: number): readonly BodyExtract[] {
  return Array.from({ length: count }, (_, at) => house({ houseCode: String(99_995_000_000 + at) }));
}

async function recordOf(selection: string): Promise<Readonly<Record<string, unknown>>> {
  const answer = await interior.record(houseCode, `{ interior { ${selection} } }`);
  return (answer as { interior: Readonly<Record<string, unknown>> }).interior;
}

async function factNamed(name: string): Promise<unknown> {
  const { facts } = await recordOf('facts { name value }');
  return (facts as readonly { name: string }[]).find((fact) => fact.name === name);
}

function codesOf(answer: TestAnswer): readonly unknown[] {
  return answer.errors.map((error) => error.extensions?.['code']);
}

async function planOf(text: string): Promise<readonly string[]> {
  const { store } = interior.body.context({}) as BodyContext;
  const rows = await store.read({ text: `explain query plan ${text}` }, [[['', ':']], '', ':', '', '', 1]);
  return rows.map((row) => String(row['detail']));
}

function named(nameTh: string | null): object | null {
  return nameTh === null ? null : { nameTh };
}

function withCheckDigit(twelve: string): string {
  return `${twelve}${citizenCheckDigit(twelve)}`;
}

function withWrongDigit(number: string): string {
  return `${number.slice(0, 12)}${(Number(number.at(12)) + 1) % 10}`;
}

function thaiDigits(number: string): string {
  return number.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0x0e50 + Number(digit)));
}
