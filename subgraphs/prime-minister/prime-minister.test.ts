import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { namesEveryRegistry, roundTripsEveryDetail } from '../_kit/test-kit-registry.ts';
import { extractOf, openForTest, type ExtractWords, type TestBody } from '../_kit/test-kit.ts';
import { registry } from './data.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';

/** The registry cannot state the fact. */
const absent = 'absent';

let primeMinister: TestBody;

beforeEach(async () => {
  primeMinister = await openForTest(subgraph);
});

afterEach(() => primeMinister.close());

describe('the prime-minister subgraph', () => {
  it('gives back every fact that it states, null and absent kept apart', async () => {
    const values = { 'household.tpmapDimensions': [[], ['ACCESS'], ['INCOME', 'HEALTH', 'LIVING', 'EDUCATION']] };
    await expect(roundTripsEveryFact(subgraph, { values })).resolves.toBeUndefined();
  });

  it('names the registry of the dictionary with each fact, the derived one included', async () => {
    await expect(namesEveryRegistry(subgraph)).resolves.toBeUndefined();
  });

  it('gives back every column of its findings, visits, loans, incidents and payments', async () => {
    const samples = {
      tpmapFindings: { surveyYear: 2022, indicator: 16, dimension: 'EDUCATION', membersFailing: 1 },
      officialVisits: {
        visitedOn: '2022-02-14',
        phase: 'RIGHTS_CHECK',
        officeTh: 'ที่ทำการปกครองอำเภอบันนังสตา',
        noteTh: 'ยังไม่ได้ขึ้นทะเบียนเกษตรกร',
      },
      villageFundLoans: {
        fundTh: 'กองทุนหมู่บ้านสมมติ หมู่ 3',
        contractNumber: '12/2564',
        purpose: 'FARMING',
        lentOn: '2021-11-01',
        dueOn: '2022-10-31',
        principalThb: 20_000,
        outstandingThb: 8_250.75,
        state: 'CURRENT',
      },
      unrestIncidents: {
        incidentRef: 'YL-2562-014',
        happenedOn: '2019-03-11',
        provinceCode: '95',
        consequence: 'DEATH',
        certifiedOn: '2019-04-30',
      },
      unrestPayments: { incidentRef: 'YL-2562-014', kind: 'COMPENSATION', paidOn: '2019-06-21', thb: 500_000 },
    };
    await expect(roundTripsEveryDetail(subgraph, registry, samples)).resolves.toBeUndefined();
  });

  it.each<[dimensions: unknown, cards: readonly unknown[], targetPoor: boolean | undefined]>([
    [['INCOME'], [true], true],
    [['INCOME'], [false, true], true],
    [['INCOME'], [absent, true], true],
    [['INCOME'], [false, null], false],
    [['INCOME'], [absent, false], undefined],
    [[], [true], false],
    [[], [absent], false],
    [null, [true], false],
    [absent, [true], undefined],
    [absent, [absent], undefined],
    [absent, [false, null], false],
  ])('with dimensions %j and cards %j says that target poor is %j', async (dimensions, cards, expected) => {
    expect(await targetPoor(houseWith(dimensions, cards))).toEqual({
      facts: expected === undefined ? [] : [expected],
      field: expected ?? null,
    });
  });

  it('turns no verdict on the target poor into another one when facts go missing', async () => {
    const dimensions = fc.constantFrom<unknown>(null, [], ['LIVING']);
    const card = fc.record({ value: fc.constantFrom(true, false, null), lost: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(dimensions, fc.boolean(), fc.array(card, { minLength: 1, maxLength: 3 }), async (...drawn) => {
        const [stated, lost, cards] = drawn;
        const whole = await targetPoor(
          houseWith(
            stated,
            cards.map(({ value }) => value),
          ),
        );
        const held = cards.map((one) => (one.lost ? absent : one.value));
        const part = await targetPoor(houseWith(lost ? absent : stated, held));
        expect([whole.facts, []]).toContainEqual(part.facts);
      }),
      { numRuns: 40 },
    );
  });

  it('never states the target poor of the extract, which is derived', async () => {
    const household = { tpmapDimensions: ['INCOME'], tpmapTargetPoor: true };
    const answer = await targetPoor({ members: { M0: household, M1: { hasStateWelfareCard: false } } });
    expect(answer).toEqual({ facts: [false], field: false });
  });

  it('shows a card tier under a name that GraphQL allows and states it in the word of the dictionary', async () => {
    const cards = {
      M1: { hasStateWelfareCard: true, stateWelfareCardTier: '30K_TO_100K' },
      M2: { hasStateWelfareCard: true, stateWelfareCardTier: 'UP_TO_30K' },
      M3: { hasStateWelfareCard: true, stateWelfareCardTier: null },
    };
    await primeMinister.load(extractOf({ members: cards }));
    const record = await primeMinister.record(
      houseCode,
      '{ primeMinister { welfareCards { person { personId } holdsCard tier } facts { name value } } }',
    );
    const person = (member: string): object => ({ person: { personId: `${houseCode}-${member}` }, holdsCard: true });
    expect(record).toMatchObject({
      primeMinister: {
        welfareCards: [
          { ...person('M1'), tier: 'OVER_30K_TO_100K' },
          { ...person('M2'), tier: 'UP_TO_30K' },
          { ...person('M3'), tier: null },
        ],
        facts: expect.arrayContaining([{ name: 'person.stateWelfareCardTier', value: '30K_TO_100K' }]),
      },
    });
  });

  it('counts the days since an incident up to the day it is asked for, and shows the day itself', async () => {
    const heir = { unrestRemedyStatus: 'HEIR_OF_DECEASED', unrestDaysSinceIncident: 363 };
    await primeMinister.load(extractOf({ asOf: '2022-08-06', members: { M1: heir } }));
    const record = await primeMinister.record(
      houseCode,
      '{ primeMinister { unrestRemedies { status incidentOn } facts { name value countedFrom countedIn } } }',
    );
    expect(record).toEqual({
      primeMinister: {
        unrestRemedies: [{ status: 'HEIR_OF_DECEASED', incidentOn: '2021-08-08' }],
        facts: [
          { name: 'person.unrestRemedyStatus', value: 'HEIR_OF_DECEASED', countedFrom: null, countedIn: null },
          { name: 'person.unrestDaysSinceIncident', value: 367, countedFrom: '2021-08-08', countedIn: 'DAYS' },
        ],
      },
    });
  });

  it('keeps pensions apart from cards and has found nothing in a house with neither', async () => {
    const nobody = { hasStateWelfareCard: false, receivesGovPension: false, unrestRemedyStatus: 'NONE' };
    const other = '99991000002';
    await primeMinister.load(
      extractOf({ members: { M0: { tpmapDimensions: [] }, M1: nobody } }),
      extractOf({
        houseCode: other,
        members: { M1: { ...nobody, receivesGovPension: true, villageFundMember: true } },
      }),
    );
    const selection = `{ primeMinister { found tpmap { dimensions } welfareCards { holdsCard } unrestRemedies { status }
      statePensions { receives } villageFundMembers { isMember } } }`;
    const nothing = { found: false, tpmap: null, welfareCards: [], unrestRemedies: [] };
    expect(await primeMinister.record(houseCode, selection)).toEqual({
      primeMinister: { ...nothing, statePensions: [], villageFundMembers: [] },
    });
    expect(await primeMinister.record(other, selection)).toEqual({
      primeMinister: {
        ...nothing,
        found: true,
        statePensions: [{ receives: true }],
        villageFundMembers: [{ isMember: true }],
      },
    });
  });

  it.each([
    [{ M0: { tpmapDimensions: ['INCOME', 'INCOME'] } }, 'household.tpmapDimensions: must be a list of different words'],
    [{ M0: { tpmapDimensions: ['MONEY'] } }, 'household.tpmapDimensions: must be a list of different words'],
    [{ M1: { stateWelfareCardTier: 'OVER_30K_TO_100K' } }, 'members[M1].stateWelfareCardTier: must be one of'],
    [{ M1: { unrestDaysSinceIncident: -1 } }, 'members[M1].unrestDaysSinceIncident: must be a whole number'],
  ])('refuses %j', (members, problem) => {
    expect(() => primeMinister.body.importer.rowsOf(extractOf({ members }))).toThrow(problem);
  });

  it('reads any number of households with one statement, and one more for each history asked for', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await primeMinister.load(
      ...houses.map((code) => ({ ...extractOf(houseWith(['INCOME'], [true])), houseCode: code })),
    );
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household {
      primeMinister { found targetPoor facts { value } villageFundLoans { thb: outstandingThb } unrestPayments { thb } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await primeMinister.query(text, { keys: keys.slice(0, 1) })).statements).toBe(3);
    const answer = await primeMinister.query(text, { keys });
    expect(answer.statements).toBe(3);
    expect(answer.errors).toEqual([]);
  });

  it('gives no answer for a house whose registry was not read', async () => {
    await primeMinister.load(extractOf({ members: { M1: {} }, wasRead: false }));
    expect(await primeMinister.record(houseCode, '{ primeMinister { found } }')).toEqual({ primeMinister: null });
  });

  it('shows a loan and a subsistence with the person, and a referral of the house without one', async () => {
    const enrolments = [
      { member: 'M1', programme: 'opm-village-fund-loan', thb: 20_000, period: 'ONE_OFF' },
      { member: 'M2', programme: 'opm-unrest-student-subsistence', thb: 1000, period: 'MONTH', status: 'SUSPENDED' },
    ];
    const services = [{ member: 'M0', programme: 'opm-tpmap-referral', status: 'PLANNED', deliveredOn: null }];
    await primeMinister.load(extractOf({ members: { M1: {}, M2: {} }, enrolments, services }));
    const record = await primeMinister.record(
      houseCode,
      `{ primeMinister { entitlements { programme { id } person { personId } status money { thb } }
        services { programme { id } person { personId } status } } }`,
    );
    expect(record).toEqual({
      primeMinister: {
        entitlements: [
          {
            programme: { id: 'opm-village-fund-loan' },
            person: { personId: `${houseCode}-M1` },
            status: 'ACTIVE',
            money: { thb: 20_000 },
          },
          {
            programme: { id: 'opm-unrest-student-subsistence' },
            person: { personId: `${houseCode}-M2` },
            status: 'SUSPENDED',
            money: { thb: 1000 },
          },
        ],
        services: [{ programme: { id: 'opm-tpmap-referral' }, person: null, status: 'PLANNED' }],
      },
    });
  });
});

function houseWith(dimensions: unknown, cards: readonly unknown[]): ExtractWords {
  const members = cards.map(
    (card, at) => [`M${at + 1}`, card === absent ? {} : { hasStateWelfareCard: card }] as const,
  );
  return {
    members: { M0: dimensions === absent ? {} : { tpmapDimensions: dimensions }, ...Object.fromEntries(members) },
  };
}

/** The derived fact's values, none or one, and the typed field. */
async function targetPoor(words: ExtractWords): Promise<{ facts: readonly unknown[]; field: unknown }> {
  await primeMinister.load(extractOf(words));
  const record = (await primeMinister.record(houseCode, '{ primeMinister { targetPoor facts { name value } } }')) as {
    primeMinister: { targetPoor: unknown; facts: { name: string; value: unknown }[] };
  };
  const { facts, targetPoor: field } = record.primeMinister;
  return { facts: facts.filter(({ name }) => name === 'household.tpmapTargetPoor').map(({ value }) => value), field };
}
