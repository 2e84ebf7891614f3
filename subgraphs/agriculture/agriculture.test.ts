import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { namesEveryRegistry, roundTripsEveryDetail } from '../_kit/test-kit-registry.ts';
import { extractOf, openForTest, type TestBody } from '../_kit/test-kit.ts';
import { registry } from './data.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
let agriculture: TestBody;

beforeEach(async () => {
  agriculture = await openForTest(subgraph);
});

afterEach(() => agriculture.close());

describe('the agriculture subgraph', () => {
  it('gives back every fact of its dictionary as stated, null and absent kept apart', async () => {
    await expect(roundTripsEveryFact(subgraph)).resolves.toBeUndefined();
  });

  it('gives back every column of its plots, losses, animals, parcels, debts and payments', async () => {
    const samples = {
      plots: {
        plotNumber: 1,
        crop: 'MAIN_SEASON_RICE',
        areaRai: 8.25,
        landDocument: 'TITLE_DEED',
        isIrrigated: true,
        plantedOn: '2021-07-01',
        harvestDueOn: '2021-11-20',
      },
      cropLosses: {
        happenedOn: '2021-09-25',
        cause: 'FLOOD',
        cropGroup: 'RICE',
        lostRai: 6,
        surveyedOn: '2021-10-04',
        paidOn: '2022-01-17',
        paidThb: 8040,
      },
      livestock: { animal: 'BEEF_CATTLE', head: 2, countedOn: '2022-03-01', fromCattleBank: true },
      landAllotments: {
        parcelNumber: '500406-0012',
        areaRai: 11.5,
        use: 'FARMING',
        allottedOn: '2009-05-12',
        revokedOn: '2020-02-03',
      },
      farmDebts: { creditor: 'BAAC', principalThb: 120_000, registeredOn: '2018-08-01', state: 'REGISTERED' },
      rubberPayments: { kind: 'REPLANTING_INSTALMENT', instalment: 2, paidOn: '2022-02-10', thb: 14_500.5 },
    };
    await expect(roundTripsEveryDetail(subgraph, registry, samples)).resolves.toBeUndefined();
  });

  it('names the registry of the dictionary with each fact', async () => {
    await expect(namesEveryRegistry(subgraph)).resolves.toBeUndefined();
  });

  it('has found nothing in a house without farm, rubber or land, and says so fact by fact', async () => {
    const household = {
      farmerRegistered: false,
      riceAreaRai: 0,
      riceType: null,
      cropDamageRiceRai: 0,
      rubberDamagedTrees: 0,
    };
    await agriculture.load(extractOf({ members: { M0: household, M1: { rubberGrowerRegistered: false } } }));
    const record = await agriculture.record(
      houseCode,
      `{ agriculture { found farm { registered } cropDamage { riceRai } rubberStand { damagedTrees }
        rubberGrowers { registered } facts { name value subject } } }`,
    );
    expect(record).toEqual({
      agriculture: {
        found: false,
        farm: null,
        cropDamage: null,
        rubberStand: null,
        rubberGrowers: [],
        facts: [
          { name: 'household.farmerRegistered', value: false, subject: houseCode },
          { name: 'household.riceAreaRai', value: 0, subject: houseCode },
          { name: 'household.riceType', value: null, subject: houseCode },
          { name: 'household.cropDamageRiceRai', value: 0, subject: houseCode },
          { name: 'person.rubberGrowerRegistered', value: false, subject: `${houseCode}-M1` },
          { name: 'household.rubberDamagedTrees', value: 0, subject: houseCode },
        ],
      },
    });
  });

  it('keeps farm, requests, losses, debt, rubber and land reform in registers of their own', async () => {
    const household = {
      farmerRegistered: true,
      riceAreaRai: 8.25,
      riceType: 'GLUTINOUS',
      wantsFarmPond: true,
      cropDamageFieldRai: 3,
      farmDebtRegistered: true,
      rubberDamagedTrees: 25,
      rubberReplantRai: 5.5,
      landless: true,
    };
    await agriculture.load(extractOf({ members: { M0: household, M1: {}, M2: { rubberGrowerRegistered: true } } }));
    const record = await agriculture.record(
      houseCode,
      `{ agriculture { farm { registered riceAreaRai riceType titledLandRai } farmRequests { wantsPond wantsCattle }
        cropDamage { riceRai fieldRai } farmDebt { registered } rubberStand { damagedTrees replantRai }
        rubberGrowers { person { personId } registered } landReform { landless inReformArea } } }`,
    );
    expect(record).toEqual({
      agriculture: {
        farm: { registered: true, riceAreaRai: 8.25, riceType: 'GLUTINOUS', titledLandRai: null },
        farmRequests: { wantsPond: true, wantsCattle: null },
        cropDamage: { riceRai: null, fieldRai: 3 },
        farmDebt: { registered: true },
        rubberStand: { damagedTrees: 25, replantRai: 5.5 },
        rubberGrowers: [{ person: { personId: `${houseCode}-M2` }, registered: true }],
        landReform: { landless: true, inReformArea: null },
      },
    });
  });

  it('lists the plots of a household in the order of the registry, with the crop on each', async () => {
    const plot = { areaRai: 4, landDocument: 'LAND_REFORM', isIrrigated: false };
    const plots = [
      { ...plot, plotNumber: 2, crop: 'LONGAN' },
      { ...plot, plotNumber: 1, crop: 'MAIN_SEASON_RICE' },
    ];
    await agriculture.load(extractOf({ members: { M1: {} }, details: { plots } }));
    expect(await agriculture.record(houseCode, '{ agriculture { plots { plotNumber crop plantedOn } } }')).toEqual({
      agriculture: {
        plots: [
          { plotNumber: 2, crop: 'LONGAN', plantedOn: null },
          { plotNumber: 1, crop: 'MAIN_SEASON_RICE', plantedOn: null },
        ],
      },
    });
  });

  it.each([
    [{ riceAreaRai: -1 }, {}, 'household.riceAreaRai: must be a number from 0 to 100000'],
    [{ riceType: 'JASMINE' }, {}, 'household.riceType: must be one of HOM_MALI'],
    [{ rubberDamagedTrees: 2.5 }, {}, 'household.rubberDamagedTrees: must be a whole number from 0'],
    [
      {},
      { livestock: [{ animal: 'ELEPHANT', head: 1, countedOn: '2022-03-01', fromCattleBank: false }] },
      'registries.agriculture.livestock[0].animal: must be one of BEEF_CATTLE',
    ],
    [
      {},
      { landAllotments: [{ parcelNumber: '1', areaRai: 1, use: 'FARMING', allottedOn: '2009-05-12' }] },
      'registries.agriculture.landAllotments[0].member: is not a member of this household',
    ],
  ])('refuses %j with %j', (household, details, problem) => {
    const extract = extractOf({ members: { M0: household, M1: {} }, details });
    expect(() => agriculture.body.importer.rowsOf(extract)).toThrow(problem);
  });

  it('reads any number of households with one statement, and one more for each history asked for', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await agriculture.load(
      ...houses.map((code) => extractOf({ houseCode: code, members: { M0: { landless: true } } })),
    );
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household {
      agriculture { found facts { value } farm { riceType } plots { crop } cropLosses { lostRai } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await agriculture.query(text, { keys: keys.slice(0, 1) })).statements).toBe(3);
    expect((await agriculture.query(text, { keys })).statements).toBe(3);
  });

  it('gives no answer for a house whose registry was not read, and for one it has never heard of', async () => {
    await agriculture.load(extractOf({ members: { M1: {} }, wasRead: false }));
    expect(await agriculture.record(houseCode, '{ agriculture { found } }')).toEqual({ agriculture: null });
    expect(await agriculture.record('99991000009', '{ agriculture { found } }')).toEqual({ agriculture: null });
  });

  it('shows rice money that was paid to the house itself, and a training that was given', async () => {
    const enrolments = [
      { member: 'M0', programme: 'agri-rice-1000-per-rai', thb: 8000, period: 'ONE_OFF', recordRef: 'BAAC-64-1' },
    ];
    const services = [
      { member: 'M0', programme: 'agri-farmer-training', status: 'DELIVERED', deliveredOn: '2022-05-03' },
    ];
    await agriculture.load(extractOf({ members: { M1: {} }, enrolments, services }));
    const record = await agriculture.record(
      houseCode,
      `{ agriculture { found entitlements { programme { id department } person { personId } money { thb period } recordRef }
        services { programme { id } person { personId } status deliveredOn } } }`,
    );
    expect(record).toEqual({
      agriculture: {
        found: true,
        entitlements: [
          {
            programme: { id: 'agri-rice-1000-per-rai', department: 'doae' },
            person: null,
            money: { thb: 8000, period: 'ONE_OFF' },
            recordRef: 'BAAC-64-1',
          },
        ],
        services: [
          { programme: { id: 'agri-farmer-training' }, person: null, status: 'DELIVERED', deliveredOn: '2022-05-03' },
        ],
      },
    });
  });
});
