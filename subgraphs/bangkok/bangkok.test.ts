import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractOf, openForTest, type ExtractWords, type TestBody } from '../_kit/test-kit.ts';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
let bangkok: TestBody;

beforeEach(async () => {
  bangkok = await openForTest(subgraph);
});

afterEach(() => bangkok.close());

async function answer(words: ExtractWords, selection: string): Promise<unknown> {
  await bangkok.load(extractOf(words));
  return bangkok.record(houseCode, `{ bangkok ${selection} }`);
}

function refusal(key: string, row: object): () => unknown {
  return () => bangkok.body.importer.rowsOf(extractOf({ members: { M1: {} }, details: { [key]: [row] } }));
}

describe('the Bangkok subgraph', () => {
  it('gives back every fact that it owns', async () => {
    await expect(roundTripsEveryFact(subgraph)).resolves.toBeUndefined();
  });

  it('shows a community that is not registered as found', async () => {
    const members = { M0: { bkkCommunityName: 'ชุมชนวัดจอมสุดาราม', bkkCommunityRegistered: false }, M1: {} };
    expect(await answer({ members }, '{ found community { name registered } }')).toEqual({
      bangkok: { found: true, community: { name: 'ชุมชนวัดจอมสุดาราม', registered: false } },
    });
  });

  it('says of a house outside Bangkok that its registry has no value, which is not a no', async () => {
    const members = { M0: { bkkCommunityName: null, bkkCommunityRegistered: null }, M1: {} };
    expect(await answer({ members }, '{ found community { name } facts { name subject value } }')).toEqual({
      bangkok: {
        found: false,
        community: null,
        facts: [
          { name: 'household.bkkCommunityName', subject: houseCode, value: null },
          { name: 'household.bkkCommunityRegistered', subject: houseCode, value: null },
        ],
      },
    });
    expect(await answer({ members: { M1: {} } }, '{ facts { name } }')).toEqual({ bangkok: { facts: [] } });
  });

  it('names the district office that paid an allowance', async () => {
    const allowancePayments = [
      { member: 'M1', paidOn: '2022-07-10', allowance: 'OLD_AGE', thb: 700, districtCode: '1002' },
      { member: 'M1', paidOn: '2022-07-10', allowance: 'OLD_AGE_TOP_UP', thb: 150, districtCode: '1006' },
    ];
    const selection =
      '{ allowancePayments { person { personId } paidOn allowance thb office { districtCode nameTh } } }';
    const paid = { person: { personId: `${houseCode}-M1` }, paidOn: '2022-07-10' };
    expect(await answer({ members: { M1: {} }, details: { allowancePayments } }, selection)).toEqual({
      bangkok: {
        allowancePayments: [
          { ...paid, allowance: 'OLD_AGE', thb: 700, office: { districtCode: '1002', nameTh: 'สำนักงานเขตดุสิต' } },
          {
            ...paid,
            allowance: 'OLD_AGE_TOP_UP',
            thb: 150,
            office: { districtCode: '1006', nameTh: 'สำนักงานเขตบางกะปิ' },
          },
        ],
      },
    });
  });

  it('tells the steps of a community in the order of the extract', async () => {
    const communitySteps = [
      { takenOn: '2021-03-20', step: 'SURVEYED', districtCode: '1016' },
      { takenOn: '2022-01-05', step: 'APPLIED', districtCode: '1016' },
    ];
    const selection = '{ communitySteps { takenOn step office { nameTh } } }';
    const office = { nameTh: 'สำนักงานเขตบางกอกใหญ่' };
    expect(await answer({ members: { M1: {} }, details: { communitySteps } }, selection)).toEqual({
      bangkok: {
        communitySteps: [
          { takenOn: '2021-03-20', step: 'SURVEYED', office },
          { takenOn: '2022-01-05', step: 'APPLIED', office },
        ],
      },
    });
  });

  it('keeps meals, uniforms, nursing visits and courses', async () => {
    const details = {
      schoolMeals: [
        { member: 'M1', schoolYear: 2022, term: 1, schoolName: 'โรงเรียนวัดประยุรวงศาวาส', breakfasts: 61, lunches: 64 },
      ],
      uniformIssues: [{ member: 'M1', schoolYear: 2022, issuedOn: '2022-05-20', item: 'SHOES', pieces: 1 }],
      nursingVisits: [
        { member: 'M1', visitedOn: '2022-08-01', healthCentre: 33, visitor: 'NURSE', reason: 'HOME_BOUND' },
      ],
      vocationalCourses: [
        {
          member: 'M1',
          school: 'โรงเรียนฝึกอาชีพ กทม. (ดินแดง 1)',
          course: 'ตัดผม',
          startedOn: '2022-06-01',
          completed: true,
        },
      ],
    };
    const selection = `{ schoolMeals { schoolYear term schoolName breakfasts lunches } uniformIssues { issuedOn item pieces }
      nursingVisits { visitedOn healthCentre visitor reason nextVisitOn } vocationalCourses { school course startedOn completed } }`;
    expect(await answer({ members: { M1: {} }, details }, selection)).toEqual({
      bangkok: {
        schoolMeals: [{ schoolYear: 2022, term: 1, schoolName: 'โรงเรียนวัดประยุรวงศาวาส', breakfasts: 61, lunches: 64 }],
        uniformIssues: [{ issuedOn: '2022-05-20', item: 'SHOES', pieces: 1 }],
        nursingVisits: [
          { visitedOn: '2022-08-01', healthCentre: 33, visitor: 'NURSE', reason: 'HOME_BOUND', nextVisitOn: null },
        ],
        vocationalCourses: [
          { school: 'โรงเรียนฝึกอาชีพ กทม. (ดินแดง 1)', course: 'ตัดผม', startedOn: '2022-06-01', completed: true },
        ],
      },
    });
  });

  it('has found a household that is only enrolled, with no community to name', async () => {
    const enrolments = [{ member: 'M1', programme: 'bkk-old-age-allowance', thb: 600, period: 'MONTH' }];
    const members = { M0: { bkkCommunityName: null, bkkCommunityRegistered: null }, M1: {} };
    expect(await answer({ members, enrolments }, '{ found entitlements { programme { id } money { thb } } }')).toEqual({
      bangkok: { found: true, entitlements: [{ programme: { id: 'bkk-old-age-allowance' }, money: { thb: 600 } }] },
    });
    expect(await answer({ members, enrolments, wasRead: false }, '{ found }')).toEqual({ bangkok: null });
  });

  it('refuses a district outside Bangkok, one that does not exist, a health centre too many and a school year of the Buddhist era', () => {
    const payment = { member: 'M1', paidOn: '2022-07-10', allowance: 'OLD_AGE', thb: 700 };
    const place = 'registries.bangkok.allowancePayments[0].districtCode: must be a district of Bangkok like 1002';
    expect(refusal('allowancePayments', { ...payment, districtCode: '5001' })).toThrow(place);
    expect(refusal('allowancePayments', { ...payment, districtCode: '1099' })).toThrow(place);
    expect(refusal('allowancePayments', { ...payment, districtCode: '100201' })).toThrow(place);
    const visit = { member: 'M1', visitedOn: '2022-08-01', healthCentre: 70, visitor: 'NURSE', reason: 'BED_BOUND' };
    expect(refusal('nursingVisits', visit)).toThrow(
      'nursingVisits[0].healthCentre: must be a whole number from 1 to 69',
    );
    const uniform = { member: 'M1', schoolYear: 2565, issuedOn: '2022-05-20', item: 'SHOES', pieces: 1 };
    expect(refusal('uniformIssues', uniform)).toThrow('uniformIssues[0].schoolYear: must be a whole number from 1997');
    expect(refusal('lottery', {})).toThrow('registries.bangkok.lottery: is not a register of this body');
  });

  it('reads one statement for the record and one for each ledger, for one household and for many', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await bangkok.load(
      ...houses.map((code) => extractOf({ houseCode: code, members: { M0: { bkkCommunityName: 'ก' }, M1: {} } })),
    );
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household { bangkok {
      facts { value } community { name } allowancePayments { thb } nursingVisits { visitedOn } schoolMeals { lunches } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await bangkok.query(text, { keys: keys.slice(0, 1) })).statements).toBe(4);
    expect((await bangkok.query(text, { keys })).statements).toBe(4);
  });
});
