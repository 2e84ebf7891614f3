import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractOf, openForTest, type ExtractWords, type TestBody } from '../_kit/test-kit.ts';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
let labour: TestBody;

beforeEach(async () => {
  labour = await openForTest(subgraph);
});

afterEach(() => labour.close());

async function answer(words: ExtractWords, selection: string): Promise<unknown> {
  await labour.load(extractOf(words));
  return labour.record(houseCode, `{ labour ${selection} }`);
}

function refusal(words: ExtractWords): () => unknown {
  return () => labour.body.importer.rowsOf(extractOf(words));
}

describe('the labour subgraph', () => {
  it('gives back every fact that it owns, those of parents as they were given', async () => {
    const property = roundTripsEveryFact(subgraph, {
      values: {
        'person.ssoSection': [33, 39, 40],
        'person.ssoOption': [1, 2, 3],
        'person.parentSsoSection': [33, 39],
        'person.ssoTotalMonths': [0, 179, 180],
        'person.ssoInsuredWage': [1650, 9750, 15_000],
        'person.daysSinceSeparation': [0, 8, 71, 366],
      },
      stated: ['person.parentSsoSection', 'person.parentSsoMonthsIn36', 'person.parentSso40Option3'],
    });
    await expect(property).resolves.toBeUndefined();
  });

  it('counts the days since a job ended up to the day it is asked for', async () => {
    const members = { M1: { daysSinceSeparation: 71, separationReason: 'LAID_OFF' } };
    const record = await answer(
      { asOf: '2022-08-03', members },
      '{ jobStatus { separatedOn separationReason } facts { name value countedFrom countedIn } }',
    );
    expect(record).toEqual({
      labour: {
        jobStatus: [{ separatedOn: '2022-05-24', separationReason: 'LAID_OFF' }],
        facts: [
          { name: 'person.separationReason', value: 'LAID_OFF', countedFrom: null, countedIn: null },
          { name: 'person.daysSinceSeparation', value: 78, countedFrom: '2022-05-24', countedIn: 'DAYS' },
        ],
      },
    });
  });

  it('names the section in its typed fields and numbers it in the fact', async () => {
    const members = {
      M1: {
        ssoSection: 33,
        ssoOption: null,
        ssoMonthsIn15: 12,
        ssoMonthsIn36: 30,
        ssoTotalMonths: 61,
        ssoInsuredWage: 9750,
      },
      M2: { ssoSection: 39 },
      M3: { ssoSection: 40, ssoOption: 3 },
      M4: { ssoSection: null, ssoMonthsIn36: 4 },
    };
    const selection = `{ insuredPersons { section option monthsIn15 monthsIn36 totalMonths insuredWage }
      facts { subject name value } }`;
    const { labour: record } = (await answer({ members }, selection)) as {
      labour: { insuredPersons: unknown; facts: { name: string; value: unknown }[] };
    };
    const blank = {
      section: null,
      option: null,
      monthsIn15: null,
      monthsIn36: null,
      totalMonths: null,
      insuredWage: null,
    };
    expect(record.insuredPersons).toEqual([
      { section: 'SECTION_33', option: null, monthsIn15: 12, monthsIn36: 30, totalMonths: 61, insuredWage: 9750 },
      { ...blank, section: 'SECTION_39' },
      { ...blank, section: 'SECTION_40', option: 3 },
      { ...blank, monthsIn36: 4 },
    ]);
    const numbers = record.facts.filter(({ name }) => name === 'person.ssoSection').map(({ value }) => value);
    expect(numbers).toEqual([33, 39, 40, null]);
  });

  it('lists a child with the insurance of its parent, not its own', async () => {
    const members = {
      M1: { parentSsoSection: 33, parentSsoMonthsIn36: 28, parentSso40Option3: false, ssoSection: null },
    };
    const selection =
      '{ insuredParents { person { personId } section monthsIn36 hasOption3 } insuredPersons { section } }';
    expect(await answer({ members }, selection)).toEqual({
      labour: {
        insuredParents: [
          { person: { personId: `${houseCode}-M1` }, section: 'SECTION_33', monthsIn36: 28, hasOption3: false },
        ],
        insuredPersons: [],
      },
    });
  });

  it('shows a work injury, a home worker and who is registered as jobless', async () => {
    const members = {
      M1: { workInjury: true, homeWorkerRegistered: false, employmentStatus: 'UNEMPLOYED', registeredJobseeker: true },
      M2: { workInjury: false, homeWorkerRegistered: true, employmentStatus: null, registeredJobseeker: false },
    };
    const selection = `{ workInjuries { person { personId } certified } homeWorkers { person { personId } registered }
      jobStatus { status registered } }`;
    expect(await answer({ members }, selection)).toEqual({
      labour: {
        workInjuries: [{ person: { personId: `${houseCode}-M1` }, certified: true }],
        homeWorkers: [{ person: { personId: `${houseCode}-M2` }, registered: true }],
        jobStatus: [{ status: 'UNEMPLOYED', registered: true }],
      },
    });
  });

  it('keeps contributions and benefits by member and in the order of the extract', async () => {
    const wage = { section: 33, wage: 9000, paidThb: 450 };
    const details = {
      contributions: [
        { member: 'M2', month: '2022-06-01', section: 40, paidThb: 300 },
        { member: 'M1', month: '2022-07-01', ...wage },
        { member: 'M1', month: '2022-06-01', ...wage },
      ],
      benefitPayments: [{ member: 'M1', paidOn: '2022-07-15', benefit: 'CHILD', thb: 800 }],
    };
    const selection = '{ contributions { month section wage paidThb } benefitPayments { paidOn benefit thb } }';
    expect(await answer({ members: { M1: {}, M2: {} }, details }, selection)).toEqual({
      labour: {
        contributions: [
          { month: '2022-07-01', section: 'SECTION_33', wage: 9000, paidThb: 450 },
          { month: '2022-06-01', section: 'SECTION_33', wage: 9000, paidThb: 450 },
          { month: '2022-06-01', section: 'SECTION_40', wage: null, paidThb: 300 },
        ],
        benefitPayments: [{ paidOn: '2022-07-15', benefit: 'CHILD', thb: 800 }],
      },
    });
  });

  it('keeps reports, trainings and home-work orders', async () => {
    const details = {
      jobseekerReports: [{ member: 'M1', reportedOn: '2022-07-04', outcome: 'REFERRED_TO_TRAINING' }],
      skillTrainings: [{ member: 'M1', course: 'ช่างซ่อมเครื่องยนต์', startedOn: '2022-07-11', hours: 60 }],
      homeWorkOrders: [{ member: 'M1', orderedOn: '2022-06-20', product: 'เสื้อพื้นเมือง', pieces: 40, thbPerPiece: 12.5 }],
    };
    const selection = `{ jobseekerReports { reportedOn outcome } skillTrainings { course startedOn hours passed }
      homeWorkOrders { orderedOn product pieces thbPerPiece } }`;
    expect(await answer({ members: { M1: {} }, details }, selection)).toEqual({
      labour: {
        jobseekerReports: [{ reportedOn: '2022-07-04', outcome: 'REFERRED_TO_TRAINING' }],
        skillTrainings: [{ course: 'ช่างซ่อมเครื่องยนต์', startedOn: '2022-07-11', hours: 60, passed: null }],
        homeWorkOrders: [{ orderedOn: '2022-06-20', product: 'เสื้อพื้นเมือง', pieces: 40, thbPerPiece: 12.5 }],
      },
    });
  });

  it('refuses a section, an option and a count of months that the law does not know', () => {
    expect(refusal({ members: { M1: { ssoSection: 38 } } })).toThrow('members[M1].ssoSection: must be 33, 39 or 40');
    expect(refusal({ members: { M1: { ssoSection: '33' } } })).toThrow('members[M1].ssoSection: must be 33, 39 or 40');
    expect(refusal({ members: { M1: { ssoOption: 0 } } })).toThrow(
      'members[M1].ssoOption: must be a whole number from 1 to 3',
    );
    expect(refusal({ members: { M1: { ssoMonthsIn15: 16 } } })).toThrow('must be a whole number from 0 to 15');
    const contribution = { member: 'M1', month: '2022-06', section: 33, paidThb: 450 };
    expect(refusal({ members: { M1: {} }, details: { contributions: [contribution] } })).toThrow(
      'registries.labour.contributions[0].month: must be a date like 2022-08-10',
    );
  });

  it('has found nothing in a household that was never insured, and something in one work status', async () => {
    const none = { ssoSection: null, separationReason: 'NONE', registeredJobseeker: false, employmentStatus: null };
    expect(await answer({ members: { M1: none } }, '{ found }')).toEqual({ labour: { found: false } });
    const inactive = { ...none, employmentStatus: 'INACTIVE' };
    expect(await answer({ members: { M1: inactive } }, '{ found }')).toEqual({ labour: { found: true } });
    expect(await answer({ members: { M1: inactive }, wasRead: false }, '{ found }')).toEqual({ labour: null });
  });

  it('reads one statement for the record and one for each history, for one household and for many', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await labour.load(...houses.map((code) => extractOf({ houseCode: code, members: { M1: { ssoSection: 33 } } })));
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household { labour {
      facts { value } insuredPersons { section } jobStatus { status } contributions { month } benefitPayments { thb } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await labour.query(text, { keys: keys.slice(0, 1) })).statements).toBe(3);
    expect((await labour.query(text, { keys })).statements).toBe(3);
  });
});
