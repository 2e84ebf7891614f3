import { GraphQLEnumType } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { extractOf, openForTest, type TestBody } from '../_kit/test-kit.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
const M1 = { person: { personId: `${houseCode}-M1` } };
let defence: TestBody;

beforeEach(async () => {
  defence = await openForTest(subgraph);
});

afterEach(() => defence.close());

describe('the defence subgraph', () => {
  it('gives back every fact of its dictionary as stated, null and absent kept apart', async () => {
    const classes = [1, 2, 3, 4];
    const values = { 'person.veteranCardClass': classes, 'person.veteranFamilyCardClass': classes };
    await expect(roundTripsEveryFact(subgraph, { values })).resolves.toBeUndefined();
  });

  it('names the registry of the dictionary with each fact', async () => {
    const registries = subgraph.programmeFile.facts.map(({ name, registry }) => `${name} ${registry}`);
    const all = subgraph.programmeFile.facts.map(({ name }) => [name.replace('person.', ''), null]);
    await defence.load(extractOf({ members: { M1: Object.fromEntries(all) } }));
    const { defence: record } = (await defence.record(houseCode, '{ defence { facts { name registry } } }')) as {
      defence: { facts: { name: string; registry: string }[] };
    };
    expect(record.facts.map(({ name, registry }) => `${name} ${registry}`).toSorted()).toEqual(registries.toSorted());
  });

  it('says of a member without any card that the class is null and nothing else holds', async () => {
    await defence.load(
      extractOf({
        members: { M1: { veteranCardClass: null, veteranDisabled: false, conscriptionDue: false }, M2: {} },
      }),
    );
    expect(await defence.record(houseCode, '{ defence { found facts { name value subject } } }')).toEqual({
      defence: {
        found: false,
        facts: [
          { name: 'person.veteranCardClass', value: null, subject: `${houseCode}-M1` },
          { name: 'person.veteranDisabled', value: false, subject: `${houseCode}-M1` },
          { name: 'person.conscriptionDue', value: false, subject: `${houseCode}-M1` },
        ],
      },
    });
  });

  it("keeps a veteran's own card, a family card and war duty in registers of their own", async () => {
    await defence.load(
      extractOf({
        members: {
          M1: { veteranCardClass: 1, veteranDisabled: true },
          M2: { veteranFamilyCardClass: 1, veteranOnWarDuty: true },
        },
      }),
    );
    const record = await defence.record(
      houseCode,
      `{ defence { found
        veteranCards { person { personId } cardClass disabledInService }
        veteranFamilyCards { person { personId } cardClass }
        warDuties { person { personId } certified } } }`,
    );
    const M2 = { person: { personId: `${houseCode}-M2` } };
    expect(record).toEqual({
      defence: {
        found: true,
        veteranCards: [{ ...M1, cardClass: 1, disabledInService: true }],
        veteranFamilyCards: [{ ...M2, cardClass: 1 }],
        warDuties: [{ ...M2, certified: true }],
      },
    });
  });

  it('shows a man on the conscription roll, his calls in order, and a call that has no outcome yet', async () => {
    const call = { member: 'M1', recruitingOffice: 'สัสดีอำเภอเชียงดาว' };
    const conscriptionCalls = [
      { ...call, selectionYear: 2021, reportOn: '2021-04-03', outcome: 'DEFERRED' },
      { ...call, selectionYear: 2022, reportOn: '2022-04-02' },
    ];
    await defence.load(
      extractOf({
        members: { M1: { conscriptionDue: true, soleSupporterOfIncapacitatedParent: true } },
        details: { conscriptionCalls },
      }),
    );
    const record = await defence.record(
      houseCode,
      `{ defence { conscription { dueThisYear supportsIncapacitatedParent }
        conscriptionCalls { person { personId } selectionYear reportOn recruitingOffice outcome } } }`,
    );
    expect(record).toEqual({
      defence: {
        conscription: [{ dueThisYear: true, supportsIncapacitatedParent: true }],
        conscriptionCalls: [
          {
            ...M1,
            selectionYear: 2021,
            reportOn: '2021-04-03',
            recruitingOffice: call.recruitingOffice,
            outcome: 'DEFERRED',
          },
          {
            ...M1,
            selectionYear: 2022,
            reportOn: '2022-04-02',
            recruitingOffice: call.recruitingOffice,
            outcome: null,
          },
        ],
      },
    });
  });

  it('calls a card valid through its last day, and always when it is for life', async () => {
    const issue = { member: 'M1', kind: 'VETERAN', cardClass: 2, issuedOn: '2016-08-10' };
    const cardIssues = [
      { ...issue, cardNo: '2-001', expiresOn: '2022-08-09' },
      { ...issue, cardNo: '2-002', expiresOn: '2022-08-10' },
      { ...issue, cardNo: '2-003', expiresOn: null },
    ];
    await defence.load(extractOf({ members: { M1: {} }, details: { cardIssues } }));
    expect(await defence.record(houseCode, '{ defence { veteranCardIssues { cardNo isValid } } }')).toEqual({
      defence: {
        veteranCardIssues: [
          { cardNo: '2-001', isValid: false },
          { cardNo: '2-002', isValid: true },
          { cardNo: '2-003', isValid: true },
        ],
      },
    });
  });

  it('keeps tours, relief and the work done at the house, which belongs to no member', async () => {
    const tour = { operation: 'ภารกิจรักษาความสงบชายแดนใต้', unit: 'ร.7', startedOn: '2022-01-05', endedOn: null };
    const payment = { paidOn: '2022-03-01', relief: 'MEDICAL', thb: 1250.5 };
    const visit = { visitedOn: '2022-06-11', unit: 'นพค.32', work: 'HOUSE_REPAIR' };
    await defence.load(
      extractOf({
        members: { M1: {} },
        details: {
          dutyTours: [{ member: 'M1', ...tour }],
          reliefPayments: [{ member: 'M1', ...payment }],
          developmentVisits: [visit],
        },
      }),
    );
    const record = await defence.record(
      houseCode,
      `{ defence { dutyTours { person { personId } operation unit startedOn endedOn }
        veteranRelief { person { personId } paidOn relief thb }
        developmentVisits { visitedOn unit work } } }`,
    );
    expect(record).toEqual({
      defence: {
        dutyTours: [{ ...M1, ...tour }],
        veteranRelief: [{ ...M1, ...payment }],
        developmentVisits: [visit],
      },
    });
  });

  it('stores every word that its schema offers', async () => {
    const calls = wordsOf('ConscriptionOutcome').map((outcome, at) => ({
      member: 'M1',
      selectionYear: 2017 + at,
      recruitingOffice: 'สัสดีอำเภอเชียงดาว',
      reportOn: '2022-04-02',
      outcome,
    }));
    const payments = wordsOf('VeteranRelief').map((relief) => ({ member: 'M1', paidOn: '2022-03-01', relief, thb: 0 }));
    const visits = wordsOf('DevelopmentWork').map((work) => ({ visitedOn: '2022-06-11', unit: 'นพค.32', work }));
    const issues = wordsOf('VeteranCardKind').map((kind) => ({
      member: 'M1',
      cardNo: '1',
      kind,
      cardClass: 4,
      issuedOn: '2016-08-10',
    }));
    await defence.load(
      extractOf({
        members: { M1: {} },
        details: {
          conscriptionCalls: calls,
          reliefPayments: payments,
          developmentVisits: visits,
          cardIssues: issues,
        },
      }),
    );
    const record = await defence.record(
      houseCode,
      `{ defence { conscriptionCalls { outcome } veteranRelief { relief } developmentVisits { work }
        veteranCardIssues { kind } } }`,
    );
    expect(record).toEqual({
      defence: {
        conscriptionCalls: calls.map(({ outcome }) => ({ outcome })),
        veteranRelief: payments.map(({ relief }) => ({ relief })),
        developmentVisits: visits.map(({ work }) => ({ work })),
        veteranCardIssues: issues.map(({ kind }) => ({ kind })),
      },
    });
  });

  it.each([
    [{ veteranCardClass: 5 }, {}, 'members[M1].veteranCardClass: must be a whole number from 1 to 4'],
    [{ veteranFamilyCardClass: 0 }, {}, 'members[M1].veteranFamilyCardClass: must be a whole number from 1 to 4'],
    [{ conscriptionDue: 'yes' }, {}, 'members[M1].conscriptionDue: must be true or false'],
    [
      {},
      { conscriptionCalls: [{ member: 'M1', selectionYear: 2565, recruitingOffice: 'x', reportOn: '2022-04-02' }] },
      'registries.defence.conscriptionCalls[0].selectionYear: must be a whole number from 1954 to 2157',
    ],
    [
      {},
      { reliefPayments: [{ member: 'M2', paidOn: '2022-03-01', relief: 'MEDICAL', thb: 1 }] },
      'registries.defence.reliefPayments[0].member: is not a member of this household',
    ],
  ])('refuses %j with %j', (facts, details, problem) => {
    const extract = extractOf({ members: { M1: facts }, details });
    expect(() => defence.body.importer.rowsOf(extract)).toThrow(problem);
  });

  it('reads any number of households with one statement, and one more for each history asked for', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await defence.load(
      ...houses.map((code) => extractOf({ houseCode: code, members: { M1: { veteranCardClass: 4 } } })),
    );
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household {
      defence { found facts { value } veteranCards { cardClass } dutyTours { unit } veteranRelief { thb } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await defence.query(text, { keys: keys.slice(0, 1) })).statements).toBe(3);
    expect((await defence.query(text, { keys })).statements).toBe(3);
  });

  it('gives no answer for a house whose registry was not read', async () => {
    await defence.load(extractOf({ members: { M1: {} }, wasRead: false }));
    expect(await defence.record(houseCode, '{ defence { found } }')).toEqual({ defence: null });
  });

  it('shows an exemption that was granted with the programme it rests on', async () => {
    const service = {
      member: 'M1',
      programme: 'def-conscription-deferment',
      status: 'DELIVERED',
      deliveredOn: '2022-04-02',
    };
    await defence.load(extractOf({ members: { M1: {} }, services: [service] }));
    const record = await defence.record(
      houseCode,
      '{ defence { found services { programme { id department } person { personId } status deliveredOn } } }',
    );
    expect(record).toEqual({
      defence: {
        found: true,
        services: [
          {
            programme: { id: 'def-conscription-deferment', department: 'trd' },
            ...M1,
            status: 'DELIVERED',
            deliveredOn: '2022-04-02',
          },
        ],
      },
    });
  });
});

function wordsOf(type: string): readonly string[] {
  const found = defence.body.schema.getType(type);
  return found instanceof GraphQLEnumType ? found.getValues().map((value) => value.name) : [];
}
