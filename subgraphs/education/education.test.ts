import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractOf, openForTest, type ExtractWords, type TestBody } from '../_kit/test-kit.ts';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
let education: TestBody;

beforeEach(async () => {
  education = await openForTest(subgraph);
});

afterEach(() => education.close());

async function answer(words: ExtractWords, selection: string): Promise<unknown> {
  await education.load(extractOf(words));
  return education.record(houseCode, `{ education ${selection} }`);
}

function refusal(words: ExtractWords): () => unknown {
  return () => education.body.importer.rowsOf(extractOf(words));
}

describe('the education subgraph', () => {
  it('gives back every fact that it owns', async () => {
    await expect(roundTripsEveryFact(subgraph)).resolves.toBeUndefined();
  });

  it('shows pupils with level, authority and attendance, and nobody who never went to school', async () => {
    const members = {
      M1: { schoolEnrolled: false, schoolLevel: 'NONE', schoolAuthority: 'NONE', attendanceRate: null },
      M2: { schoolEnrolled: true, schoolLevel: 'PRIMARY', schoolAuthority: 'BMA', attendanceRate: 87.5 },
      M3: { schoolEnrolled: false, schoolLevel: 'LOWER_SEC', schoolAuthority: 'OBEC', attendanceRate: 41 },
    };
    const selection = '{ pupils { person { personId } enrolled level authority attendanceRate } }';
    expect(await answer({ members }, selection)).toEqual({
      education: {
        pupils: [
          {
            person: { personId: `${houseCode}-M2` },
            enrolled: true,
            level: 'PRIMARY',
            authority: 'BMA',
            attendanceRate: 87.5,
          },
          {
            person: { personId: `${houseCode}-M3` },
            enrolled: false,
            level: 'LOWER_SEC',
            authority: 'OBEC',
            attendanceRate: 41,
          },
        ],
      },
    });
  });

  it('keeps a screening that the registry has no value for apart from one that found no poverty', async () => {
    const members = { M1: { povertyScreening: 'NONE' }, M2: { povertyScreening: null }, M3: {} };
    expect(
      await answer({ members }, '{ povertyScreenings { person { personId } result } facts { subject value } }'),
    ).toEqual({
      education: {
        povertyScreenings: [{ person: { personId: `${houseCode}-M2` }, result: null }],
        facts: [
          { subject: `${houseCode}-M1`, value: 'NONE' },
          { subject: `${houseCode}-M2`, value: null },
        ],
      },
    });
  });

  it('counts grade 9 as a fact of its own, whoever is at school now', async () => {
    const members = {
      M1: { schoolEnrolled: false, compulsoryCompleted: true },
      M2: { schoolEnrolled: true, compulsoryCompleted: false },
    };
    expect(await answer({ members }, '{ compulsoryEducation { person { personId } completed } }')).toEqual({
      education: { compulsoryEducation: [{ person: { personId: `${houseCode}-M1` }, completed: true }] },
    });
  });

  it('lists the terms of each pupil, an unfinished one without attendance', async () => {
    const school = { member: 'M2', schoolName: 'โรงเรียนบ้านปิงโค้ง', grade: 'PRIMARY_4' };
    const schoolTerms = [
      { ...school, schoolYear: 2021, term: 2, grade: 'PRIMARY_3', attendanceRate: 92 },
      { ...school, schoolYear: 2022, term: 1 },
      { ...school, member: 'M1', schoolYear: 2022, term: 1, grade: 'SECONDARY_1' },
    ];
    const selection = '{ schoolTerms { person { personId } schoolYear term schoolName grade attendanceRate } }';
    const shown = { schoolName: 'โรงเรียนบ้านปิงโค้ง', attendanceRate: null };
    const [first, second] = [{ personId: `${houseCode}-M1` }, { personId: `${houseCode}-M2` }];
    expect(await answer({ members: { M1: {}, M2: {} }, details: { schoolTerms } }, selection)).toEqual({
      education: {
        schoolTerms: [
          { ...shown, person: first, schoolYear: 2022, term: 1, grade: 'SECONDARY_1' },
          { ...shown, person: second, schoolYear: 2021, term: 2, grade: 'PRIMARY_3', attendanceRate: 92 },
          { ...shown, person: second, schoolYear: 2022, term: 1, grade: 'PRIMARY_4' },
        ],
      },
    });
  });

  it('stores every grade that its enum names', async () => {
    const enumType = education.body.schema.getType('SchoolGrade');
    const grades =
      enumType !== undefined && 'getValues' in enumType ? enumType.getValues().map(({ name }) => name) : [];
    const term = { member: 'M1', schoolYear: 2022, term: 1, schoolName: 'โรงเรียน' };
    const schoolTerms = grades.map((grade) => ({ ...term, grade }));
    expect(grades).toHaveLength(22);
    expect(await answer({ members: { M1: {} }, details: { schoolTerms } }, '{ schoolTerms { grade } }')).toEqual({
      education: { schoolTerms: grades.map((grade) => ({ grade })) },
    });
  });

  it('keeps screening rounds, grants, special education and searches for missing pupils', async () => {
    const term = { member: 'M1', schoolYear: 2021, term: 2 };
    const details = {
      screeningRounds: [{ ...term, screenedOn: '2021-11-20', incomePerPersonMonth: 1850.5, result: 'EXTRA_POOR' }],
      grantPayments: [{ ...term, grant: 'EEF_CONDITIONAL', paidOn: '2022-01-10', thb: 1500 }],
      specialEducation: [{ member: 'M1', schoolYear: 2022, support: 'HOME_TEACHING' }],
      dropoutCases: [{ member: 'M1', foundOn: '2022-05-30', cause: 'MIGRATION', outcome: 'SEARCHING' }],
    };
    const selection = `{ screeningRounds { schoolYear term screenedOn incomePerPersonMonth result }
      grantPayments { grant paidOn thb } specialEducation { schoolYear support centre } dropoutCases { foundOn cause outcome } }`;
    expect(await answer({ members: { M1: {} }, details }, selection)).toEqual({
      education: {
        screeningRounds: [
          { schoolYear: 2021, term: 2, screenedOn: '2021-11-20', incomePerPersonMonth: 1850.5, result: 'EXTRA_POOR' },
        ],
        grantPayments: [{ grant: 'EEF_CONDITIONAL', paidOn: '2022-01-10', thb: 1500 }],
        specialEducation: [{ schoolYear: 2022, support: 'HOME_TEACHING', centre: null }],
        dropoutCases: [{ foundOn: '2022-05-30', cause: 'MIGRATION', outcome: 'SEARCHING' }],
      },
    });
  });

  it('refuses attendance over a hundred, an unknown level, a third term and a school year of the Buddhist era', () => {
    expect(refusal({ members: { M1: { attendanceRate: 101 } } })).toThrow(
      'members[M1].attendanceRate: must be a number from 0 to 100',
    );
    expect(refusal({ members: { M1: { schoolLevel: 'UNIVERSITY' } } })).toThrow(
      'members[M1].schoolLevel: must be one of CHILD_CENTRE',
    );
    const term = { member: 'M1', schoolYear: 2022, term: 1, schoolName: 'โรงเรียน', grade: 'PRIMARY_1' };
    const withTerm = (change: object): ExtractWords => ({
      members: { M1: {} },
      details: { schoolTerms: [{ ...term, ...change }] },
    });
    const place = 'registries.education.schoolTerms[0]';
    expect(refusal(withTerm({ term: 3 }))).toThrow(`${place}.term: must be a whole number from 1 to 2`);
    expect(refusal(withTerm({ schoolYear: 2565 }))).toThrow(`${place}.schoolYear: must be a whole number from 1997`);
    expect(refusal(withTerm({ member: 'M2' }))).toThrow(`${place}.member: is not a member of this household`);
  });

  it('has found nothing in a household without pupils, and gives no answer when it was not read', async () => {
    const adult = { schoolEnrolled: false, schoolLevel: 'NONE', compulsoryCompleted: false, povertyScreening: 'NONE' };
    expect(await answer({ members: { M1: adult } }, '{ found }')).toEqual({ education: { found: false } });
    expect(await answer({ members: { M1: { ...adult, compulsoryCompleted: true } } }, '{ found }')).toEqual({
      education: { found: true },
    });
    expect(await answer({ members: { M1: adult }, wasRead: false }, '{ found }')).toEqual({ education: null });
  });

  it('reads one statement for the record and one for each history, for one household and for many', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await education.load(
      ...houses.map((code) => extractOf({ houseCode: code, members: { M1: { schoolEnrolled: true } } })),
    );
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household { education {
      facts { value } pupils { level } povertyScreenings { result } schoolTerms { term } grantPayments { thb } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await education.query(text, { keys: keys.slice(0, 1) })).statements).toBe(3);
    expect((await education.query(text, { keys })).statements).toBe(3);
  });
});
