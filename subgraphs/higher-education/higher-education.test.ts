import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { namesEveryRegistry, roundTripsEveryDetail } from '../_kit/test-kit-registry.ts';
import { extractOf, openForTest, type TestBody } from '../_kit/test-kit.ts';
import { registry } from './data.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
let higherEducation: TestBody;

beforeEach(async () => {
  higherEducation = await openForTest(subgraph);
});

afterEach(() => higherEducation.close());

const term = {
  academicYear: 2021,
  term: 1,
  institutionTh: 'มหาวิทยาลัยราชภัฏสมมติ',
  courseTh: 'ครุศาสตรบัณฑิต',
  level: 'BACHELOR',
  state: 'PASSED',
  gradeAverage: 3.25,
};

const survey = {
  surveyedOn: '2022-03-15',
  universityTh: 'มหาวิทยาลัยสงขลานครินทร์',
  human: 'HARD',
  physical: 'COPING',
  financial: 'DESTITUTE',
  natural: 'HARD',
  social: 'WELL',
};

describe('the higher-education subgraph', () => {
  it('gives back every fact of its dictionary as stated, null and absent kept apart', async () => {
    await expect(roundTripsEveryFact(subgraph)).resolves.toBeUndefined();
  });

  it('names the registry of the dictionary with each fact', async () => {
    await expect(namesEveryRegistry(subgraph)).resolves.toBeUndefined();
  });

  it('gives back every column of its terms, degrees, grants, U2T work, surveys and activities', async () => {
    const samples = {
      studyTerms: term,
      degrees: {
        level: 'DIPLOMA',
        courseTh: 'การบัญชี',
        institutionTh: 'วิทยาลัยชุมชนสมมติ',
        awardedOn: '2020-04-01',
      },
      grants: { kind: 'SOUTHERN_BORDER', academicYear: 2021, paidOn: '2021-09-10', thb: 40_000 },
      u2tWork: {
        universityTh: 'มหาวิทยาลัยแม่โจ้',
        subdistrictCode: '500406',
        role: 'GRADUATE',
        monthlyWageThb: 15_000,
        startedOn: '2022-07-01',
        endedOn: '2022-09-30',
      },
      povertySurveys: survey,
      povertyActivities: {
        nameTh: 'เพาะเห็ดในโรงเรือน',
        universityTh: 'มหาวิทยาลัยสงขลานครินทร์',
        joinedOn: '2022-05-02',
        state: 'JOINED',
        addedIncomePerMonthThb: 1_850.5,
      },
    };
    await expect(roundTripsEveryDetail(subgraph, registry, samples)).resolves.toBeUndefined();
  });

  it('tells a person without any education from one of whom the registry has no value and one it cannot state', async () => {
    const members = { M1: { highestEducation: 'NONE' }, M2: { highestEducation: null }, M3: {} };
    await higherEducation.load(extractOf({ members }));
    const record = await higherEducation.record(
      houseCode,
      '{ higherEducation { found studyStandings { person { personId } highestEducation } facts { subject value } } }',
    );
    expect(record).toEqual({
      higherEducation: {
        found: false,
        studyStandings: [{ person: { personId: `${houseCode}-M2` }, highestEducation: null }],
        facts: [
          { subject: `${houseCode}-M1`, value: 'NONE' },
          { subject: `${houseCode}-M2`, value: null },
        ],
      },
    });
  });

  it("shows a student's standing and terms in the order of the registry, a term without a grade yet too", async () => {
    const studyTerms = [
      { member: 'M1', ...term },
      { member: 'M1', ...term, term: 2, state: 'STUDYING', gradeAverage: null },
    ];
    const members = { M1: { higherEdEnrolled: true, highestEducation: 'UPPER_SEC' } };
    await higherEducation.load(extractOf({ members, details: { studyTerms } }));
    const record = await higherEducation.record(
      houseCode,
      `{ higherEducation { found studyStandings { enrolled highestEducation }
        studyTerms { person { personId } academicYear term state gradeAverage } } }`,
    );
    const person = { personId: `${houseCode}-M1` };
    expect(record).toEqual({
      higherEducation: {
        found: true,
        studyStandings: [{ enrolled: true, highestEducation: 'UPPER_SEC' }],
        studyTerms: [
          { person, academicYear: 2021, term: 1, state: 'PASSED', gradeAverage: 3.25 },
          { person, academicYear: 2021, term: 2, state: 'STUDYING', gradeAverage: null },
        ],
      },
    });
  });

  it('keeps the pilot household, its surveys and its activities beside the students', async () => {
    const activity = { nameTh: 'เลี้ยงไก่พื้นเมือง', universityTh: survey.universityTh, joinedOn: '2022-05-02' };
    await higherEducation.load(
      extractOf({
        members: { M0: { inPmuaPilot: true }, M1: { higherEdEnrolled: false } },
        details: {
          povertySurveys: [survey, { ...survey, surveyedOn: '2022-07-20', financial: 'HARD' }],
          povertyActivities: [{ ...activity, state: 'JOINED' }],
        },
      }),
    );
    const record = await higherEducation.record(
      houseCode,
      `{ higherEducation { found povertyPilot { surveyed } studyStandings { enrolled }
        povertySurveys { surveyedOn financial } povertyActivities { nameTh addedIncomePerMonthThb } } }`,
    );
    expect(record).toEqual({
      higherEducation: {
        found: true,
        povertyPilot: { surveyed: true },
        studyStandings: [],
        povertySurveys: [
          { surveyedOn: '2022-03-15', financial: 'DESTITUTE' },
          { surveyedOn: '2022-07-20', financial: 'HARD' },
        ],
        povertyActivities: [{ nameTh: activity.nameTh, addedIncomePerMonthThb: null }],
      },
    });
  });

  it.each([
    [{ M1: { highestEducation: 'DOCTOR' } }, {}, 'members[M1].highestEducation: must be one of NONE, PRIMARY'],
    [{ M0: { inPmuaPilot: 1 } }, {}, 'household.inPmuaPilot: must be true or false'],
    [
      { M1: {} },
      { studyTerms: [{ member: 'M1', ...term, gradeAverage: 4.01 }] },
      'registries.higher-education.studyTerms[0].gradeAverage: must be a number from 0 to 4',
    ],
    [
      { M1: {} },
      { studyTerms: [{ member: 'M1', ...term, academicYear: 2564 }] },
      'registries.higher-education.studyTerms[0].academicYear: must be a whole number from 1950 to 2100',
    ],
    [
      { M1: {} },
      { povertySurveys: [{ ...survey, social: 'POOR' }] },
      'registries.higher-education.povertySurveys[0].social: must be one of DESTITUTE, HARD, COPING, WELL',
    ],
  ])('refuses %j with %j', (members, details, problem) => {
    expect(() => higherEducation.body.importer.rowsOf(extractOf({ members, details }))).toThrow(problem);
  });

  it('reads any number of households with one statement, and one more for each history asked for', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await higherEducation.load(
      ...houses.map((code) => extractOf({ houseCode: code, members: { M1: { higherEdEnrolled: true } } })),
    );
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household {
      higherEducation { found studyStandings { enrolled } studyTerms { term } grants { thb } degrees { level } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await higherEducation.query(text, { keys: keys.slice(0, 1) })).statements).toBe(4);
    const answer = await higherEducation.query(text, { keys });
    expect(answer).toMatchObject({ statements: 4, errors: [] });
  });

  it('gives no answer for a house whose registry was not read', async () => {
    await higherEducation.load(extractOf({ members: { M1: {} }, wasRead: false }));
    expect(await higherEducation.record(houseCode, '{ higherEducation { found } }')).toEqual({ higherEducation: null });
  });

  it('shows a scholarship that waits for renewal and a wage of the U2T project', async () => {
    const enrolments = [
      {
        member: 'M1',
        programme: 'hied-southern-border-scholarship',
        status: 'AWAITING_RENEWAL',
        thb: 40_000,
        period: 'YEAR',
      },
      { member: 'M2', programme: 'hied-u2t-bcg-2022', startedOn: '2022-07-01', thb: 15_000, period: 'MONTH' },
    ];
    await higherEducation.load(extractOf({ members: { M1: {}, M2: {} }, enrolments }));
    const record = await higherEducation.record(
      houseCode,
      `{ higherEducation { found entitlements {
        programme { id } person { personId } status startedOn money { thb period } } } }`,
    );
    expect(record).toEqual({
      higherEducation: {
        found: true,
        entitlements: [
          {
            programme: { id: 'hied-southern-border-scholarship' },
            person: { personId: `${houseCode}-M1` },
            status: 'AWAITING_RENEWAL',
            startedOn: null,
            money: { thb: 40_000, period: 'YEAR' },
          },
          {
            programme: { id: 'hied-u2t-bcg-2022' },
            person: { personId: `${houseCode}-M2` },
            status: 'ACTIVE',
            startedOn: '2022-07-01',
            money: { thb: 15_000, period: 'MONTH' },
          },
        ],
      },
    });
  });
});
