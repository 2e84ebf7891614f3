import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractOf, openForTest, type ExtractWords, type TestBody } from '../_kit/test-kit.ts';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
let welfare: TestBody;

beforeEach(async () => {
  welfare = await openForTest(subgraph);
});

afterEach(() => welfare.close());

async function answer(words: ExtractWords, selection: string): Promise<unknown> {
  await welfare.load(extractOf(words));
  return welfare.record(houseCode, `{ socialWelfare ${selection} }`);
}

function refusal(words: ExtractWords): () => unknown {
  return () => welfare.body.importer.rowsOf(extractOf(words));
}

function linkTo(carer: string): ExtractWords {
  return {
    members: { M1: {}, M2: {} },
    details: { carerLinks: [{ member: 'M1', carer, namedOn: '2020-01-15' }] },
  };
}

describe('the social-welfare subgraph', () => {
  it('gives back every fact that it owns', async () => {
    await expect(roundTripsEveryFact(subgraph)).resolves.toBeUndefined();
  });

  it('leaves the count of dependants to the join, even where an extract states it', async () => {
    const record = await answer(
      { members: { M0: { dependantsCount: 3, vulnerabilityLevel: 2 }, M1: {} } },
      '{ facts { name value } }',
    );
    expect(record).toEqual({ socialWelfare: { facts: [{ name: 'household.vulnerabilityLevel', value: 2 }] } });
  });

  it('shows a card with its type and leaves out who has none', async () => {
    const members = {
      M1: { disabilityCard: true, disabilityType: 'MENTAL', caregiverOfDisabled: false },
      M2: { disabilityCard: false, disabilityType: null, caregiverOfDisabled: true },
    };
    const selection =
      '{ disabilityCards { person { personId } holdsCard disabilityType } disabilityCarers { person { personId } namedOnCard } }';
    expect(await answer({ members }, selection)).toEqual({
      socialWelfare: {
        disabilityCards: [{ person: { personId: `${houseCode}-M1` }, holdsCard: true, disabilityType: 'MENTAL' }],
        disabilityCarers: [{ person: { personId: `${houseCode}-M2` }, namedOnCard: true }],
      },
    });
  });

  it('tells a state home from destitution and both from foster care', async () => {
    const members = {
      M1: { inStateCareHome: true, destitute: false, fosterChild: false },
      M2: { inStateCareHome: false, destitute: true, fosterChild: false },
      M3: { inStateCareHome: false, destitute: false, fosterChild: true },
    };
    const selection =
      '{ careHomeStatus { inStateHome destitute } fosterChildren { person { personId } inFosterFamily } }';
    expect(await answer({ members }, selection)).toEqual({
      socialWelfare: {
        careHomeStatus: [
          { inStateHome: true, destitute: false },
          { inStateHome: false, destitute: true },
        ],
        fosterChildren: [{ person: { personId: `${houseCode}-M3` }, inFosterFamily: true }],
      },
    });
  });

  it('keeps what the worker found apart from what the registry cannot tell', async () => {
    const members = {
      M0: { vulnerabilityLevel: null, hardshipFinding: true, houseNeedsRepair: false },
      M1: { wantsTraining: true },
    };
    const selection =
      '{ logbook { vulnerabilityLevel hardship houseNeedsRepair ownsHomeOrConsent } logbookWishes { training occupationLoan } facts { name value } }';
    expect(await answer({ members }, selection)).toEqual({
      socialWelfare: {
        logbook: { vulnerabilityLevel: null, hardship: true, houseNeedsRepair: false, ownsHomeOrConsent: null },
        logbookWishes: [{ training: true, occupationLoan: null }],
        facts: [
          { name: 'household.vulnerabilityLevel', value: null },
          { name: 'household.hardshipFinding', value: true },
          { name: 'household.houseNeedsRepair', value: false },
          { name: 'person.wantsTraining', value: true },
        ],
      },
    });
  });

  it('lists the household plan with the body that answers for each item', async () => {
    const item = {
      dimension: 'HEALTH',
      horizon: 'URGENT',
      phase: 'RIGHTS_CHECK',
      need: 'ขอรับผ้าอ้อมผู้ใหญ่',
      partner: 'health',
    };
    const later = { ...item, horizon: 'LONG', phase: 'FOLLOW_UP', partner: 'higher-education', doneOn: '2022-07-31' };
    const record = await answer(
      { members: { M1: {} }, details: { planItems: [later, item] } },
      '{ familyPlan { horizon phase need partner { code } plannedFor doneOn } }',
    );
    const open = { plannedFor: null, doneOn: null, need: 'ขอรับผ้าอ้อมผู้ใหญ่' };
    expect(record).toEqual({
      socialWelfare: {
        familyPlan: [
          { ...open, horizon: 'LONG', phase: 'FOLLOW_UP', partner: { code: 'HIGHER_EDUCATION' }, doneOn: '2022-07-31' },
          { ...open, horizon: 'URGENT', phase: 'RIGHTS_CHECK', partner: { code: 'HEALTH' } },
        ],
      },
    });
  });

  it('names a carer within the household and leaves one outside it unnamed', async () => {
    const carerLinks = [
      { member: 'M1', carer: 'M2', namedOn: '2020-01-15' },
      { member: 'M1', namedOn: '2018-03-01' },
    ];
    const record = await answer(
      { members: { M1: {}, M2: {} }, details: { carerLinks } },
      '{ disabilityCarerLinks { person { personId } carer { personId } namedOn } }',
    );
    const person = { personId: `${houseCode}-M1` };
    expect(record).toEqual({
      socialWelfare: {
        disabilityCarerLinks: [
          { person, carer: { personId: `${houseCode}-M2` }, namedOn: '2020-01-15' },
          { person, carer: null, namedOn: '2018-03-01' },
        ],
      },
    });
  });

  it('refuses a carer who is the card holder, a stranger or no member at all', () => {
    const place = 'registries.social-welfare.carerLinks[0].carer: ';
    expect(refusal(linkTo('M1'))).toThrow(`${place}must be another person than the card holder`);
    expect(refusal(linkTo('M3'))).toThrow(`${place}is not a member of this household`);
    expect(refusal(linkTo('M0'))).toThrow(`${place}must be a member like M2`);
  });

  it('keeps visits, placements, card issues and both ledgers of payments', async () => {
    const details = {
      logbookVisits: [{ visitedOn: '2022-06-01', visitor: 'VOLUNTEER', note: 'บ้านรั่ว' }],
      placements: [{ member: 'M1', kind: 'KINSHIP_FAMILY', startedOn: '2021-05-01' }],
      cardIssues: [{ member: 'M1', issuedOn: '2019-02-03', expiresOn: '2027-02-02', occasion: 'RENEWAL' }],
      reliefPayments: [{ member: 'M1', paidOn: '2022-03-04', relief: 'POOR_CHILD', thb: 1000 }],
      childGrantPayments: [{ member: 'M1', month: '2022-07-01', thb: 600, state: 'RETURNED' }],
    };
    const selection = `{ logbookVisits { visitedOn visitor note } carePlacements { kind place startedOn endedOn }
      disabilityCardIssues { issuedOn expiresOn occasion } reliefPayments { person { personId } relief thb }
      childGrantPayments { month thb state } }`;
    expect(await answer({ members: { M1: {} }, details }, selection)).toEqual({
      socialWelfare: {
        logbookVisits: [{ visitedOn: '2022-06-01', visitor: 'VOLUNTEER', note: 'บ้านรั่ว' }],
        carePlacements: [{ kind: 'KINSHIP_FAMILY', place: null, startedOn: '2021-05-01', endedOn: null }],
        disabilityCardIssues: [{ issuedOn: '2019-02-03', expiresOn: '2027-02-02', occasion: 'RENEWAL' }],
        reliefPayments: [{ person: { personId: `${houseCode}-M1` }, relief: 'POOR_CHILD', thb: 1000 }],
        childGrantPayments: [{ month: '2022-07-01', thb: 600, state: 'RETURNED' }],
      },
    });
  });

  it('refuses a level, a type of disability and a relief that do not exist', () => {
    expect(refusal({ members: { M0: { vulnerabilityLevel: 4 } } })).toThrow(
      'household.vulnerabilityLevel: must be a whole number from 0 to 3',
    );
    expect(refusal({ members: { M1: { disabilityType: 'MULTIPLE' } } })).toThrow(
      'members[M1].disabilityType: must be one of VISUAL',
    );
    const payment = { member: 'M1', paidOn: '2022-03-04', relief: 'LOTTERY', thb: 1 };
    expect(refusal({ members: { M1: {} }, details: { reliefPayments: [payment] } })).toThrow(
      'registries.social-welfare.reliefPayments[0].relief: must be one of POOR_FAMILY',
    );
  });

  it('has found nothing in negative findings, and gives no answer for a house that was not read', async () => {
    const nothing = { M0: { vulnerabilityLevel: 0, hardshipFinding: false }, M1: { disabilityCard: false } };
    expect(await answer({ members: nothing }, '{ found }')).toEqual({ socialWelfare: { found: false } });
    expect(await answer({ members: { M1: { wantsTraining: true } } }, '{ found }')).toEqual({
      socialWelfare: { found: true },
    });
    expect(await answer({ members: { M1: {} }, wasRead: false }, '{ found }')).toEqual({ socialWelfare: null });
  });

  it('reads one statement for the record and one for each history, for one household and for many', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await welfare.load(...houses.map((code) => extractOf({ houseCode: code, members: { M1: { fosterChild: true } } })));
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household { socialWelfare {
      facts { value } entitlements { id } logbook { hardship } fosterChildren { inFosterFamily }
      familyPlan { need } logbookVisits { visitedOn } reliefPayments { thb } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await welfare.query(text, { keys: keys.slice(0, 1) })).statements).toBe(4);
    expect((await welfare.query(text, { keys })).statements).toBe(4);
  });
});
