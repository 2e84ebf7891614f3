import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { namesEveryRegistry, roundTripsEveryDetail } from '../_kit/test-kit-registry.ts';
import { extractOf, openForTest, type TestBody } from '../_kit/test-kit.ts';
import { registry } from './data.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
let commerce: TestBody;

beforeEach(async () => {
  commerce = await openForTest(subgraph);
});

afterEach(() => commerce.close());

const payment = {
  crop: 'RICE_GLUTINOUS',
  seasonStartYear: 2021,
  instalment: 1,
  tonnes: 3.096,
  gapPerTonneThb: 2_340.67,
  thb: 7_246.71,
  paidOn: '2021-11-10',
};

describe('the commerce subgraph', () => {
  it('gives back every fact of its dictionary as stated, null and absent kept apart', async () => {
    await expect(roundTripsEveryFact(subgraph)).resolves.toBeUndefined();
  });

  it('names the registry of the dictionary with each fact', async () => {
    await expect(namesEveryRegistry(subgraph)).resolves.toBeUndefined();
  });

  it('gives back every column of its businesses, payments, courses, shops and complaints', async () => {
    const samples = {
      businesses: {
        registrationNumber: '3-5004-00012-34-5',
        nameTh: 'ร้านข้าวซอยป้าสมมติ',
        form: 'SOLE_TRADER',
        activityTh: 'ขายอาหารตามสั่ง',
        sellsOnline: true,
        registeredOn: '2019-02-11',
        closedOn: '2022-01-31',
      },
      guaranteePayments: payment,
      courses: {
        nameTh: 'เริ่มต้นขายออนไลน์',
        topic: 'ONLINE_TRADE',
        attendedOn: '2022-04-18',
        completed: false,
      },
      blueFlagShops: {
        shopNumber: '5004-0117',
        nameTh: 'ร้านธงฟ้าสมมติ',
        subdistrictCode: '500406',
        takesWelfareCard: true,
        joinedOn: '2018-06-01',
        leftOn: '2021-12-31',
      },
      priceComplaints: {
        caseNumber: '1569-650712-031',
        receivedOn: '2022-07-12',
        goodsTh: 'เนื้อหมู',
        outcome: 'OPEN',
      },
    };
    await expect(roundTripsEveryDetail(subgraph, registry, samples)).resolves.toBeUndefined();
  });

  it('names the owners of micro businesses and the businesses that each has had', async () => {
    const business = { form: 'SOLE_TRADER', activityTh: 'ขายของชำ', sellsOnline: false, registeredOn: '2015-01-05' };
    const businesses = [
      { member: 'M2', ...business, registrationNumber: '2', nameTh: 'ร้านใหม่' },
      { member: 'M1', ...business, registrationNumber: '1', nameTh: 'ร้านเก่า', closedOn: '2020-04-30' },
    ];
    const members = { M1: { microBusiness: false }, M2: { microBusiness: true } };
    await commerce.load(extractOf({ members, details: { businesses } }));
    const record = await commerce.record(
      houseCode,
      `{ commerce { found businessOwners { person { personId } runsMicroBusiness }
        businesses { person { personId } nameTh closedOn } } }`,
    );
    const owner = (member: string): object => ({ person: { personId: `${houseCode}-${member}` } });
    expect(record).toEqual({
      commerce: {
        found: true,
        businessOwners: [{ ...owner('M2'), runsMicroBusiness: true }],
        businesses: [
          { ...owner('M1'), nameTh: 'ร้านเก่า', closedOn: '2020-04-30' },
          { ...owner('M2'), nameTh: 'ร้านใหม่', closedOn: null },
        ],
      },
    });
  });

  it('keeps a guarantee payment as it was paid, instalment by instalment', async () => {
    const guaranteePayments = [
      payment,
      { ...payment, instalment: 2, gapPerTonneThb: 0, thb: 0, paidOn: '2021-11-17' },
      { ...payment, instalment: 3, tonnes: 16, thb: 7_246.71 },
    ];
    await commerce.load(extractOf({ members: { M1: {} }, details: { guaranteePayments } }));
    const record = await commerce.record(houseCode, '{ commerce { guaranteePayments { instalment tonnes thb } } }');
    expect(record).toEqual({
      commerce: {
        guaranteePayments: [
          { instalment: 1, tonnes: 3.096, thb: 7_246.71 },
          { instalment: 2, tonnes: 3.096, thb: 0 },
          { instalment: 3, tonnes: 16, thb: 7_246.71 },
        ],
      },
    });
  });

  it('has found nothing where nobody runs a business, whatever its histories hold', async () => {
    await commerce.load(
      extractOf({ members: { M1: { microBusiness: false } }, details: { guaranteePayments: [payment] } }),
    );
    expect(await commerce.record(houseCode, '{ commerce { found facts { value } } }')).toEqual({
      commerce: { found: false, facts: [{ value: false }] },
    });
  });

  it.each([
    [{ M1: { microBusiness: 'true' } }, {}, 'members[M1].microBusiness: must be true or false'],
    [
      { M1: {} },
      { guaranteePayments: [{ ...payment, crop: 'RICE' }] },
      'registries.commerce.guaranteePayments[0].crop: must be one of RICE_HOM_MALI',
    ],
    [
      { M1: {} },
      { guaranteePayments: [payment, { ...payment, seasonStartYear: 2564 }] },
      'registries.commerce.guaranteePayments[1].seasonStartYear: must be a whole number from 2015 to 2100',
    ],
    [{ M1: {} }, { shops: [] }, 'registries.commerce.shops: is not a register of this body'],
  ])('refuses %j with %j', (members, details, problem) => {
    expect(() => commerce.body.importer.rowsOf(extractOf({ members, details }))).toThrow(problem);
  });

  it('reads any number of households with one statement, and one more for each history asked for', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await commerce.load(
      ...houses.map((code) =>
        extractOf({
          houseCode: code,
          members: { M1: { microBusiness: true } },
          details: { guaranteePayments: [payment] },
        }),
      ),
    );
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household {
      commerce { found businessOwners { runsMicroBusiness } guaranteePayments { thb } courses { topic } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await commerce.query(text, { keys: keys.slice(0, 1) })).statements).toBe(3);
    const { statements, data } = await commerce.query(text, { keys });
    expect(statements).toBe(3);
    const one = {
      found: true,
      businessOwners: [{ runsMicroBusiness: true }],
      guaranteePayments: [{ thb: 7_246.71 }],
      courses: [],
    };
    expect(data).toEqual({ _entities: [{ commerce: one }, { commerce: one }, { commerce: one }] });
  });

  it('gives no answer for a house whose registry was not read', async () => {
    await commerce.load(extractOf({ members: { M1: {} }, wasRead: false }));
    expect(await commerce.record(houseCode, '{ commerce { found } }')).toEqual({ commerce: null });
  });

  it('shows a season of the price guarantee that ended and a course that was refused', async () => {
    const enrolments = [
      { member: 'M0', programme: 'comm-rice-price-guarantee', status: 'EXITED', endedOn: '2022-05-31' },
    ];
    const services = [{ member: 'M1', programme: 'comm-franchise-career', status: 'REFUSED', deliveredOn: null }];
    await commerce.load(extractOf({ members: { M1: {} }, enrolments, services }));
    const record = await commerce.record(
      houseCode,
      `{ commerce { found entitlements { programme { id effectiveTo } person { personId } status endedOn money { thb } }
        services { programme { id } person { personId } status deliveredOn } } }`,
    );
    expect(record).toEqual({
      commerce: {
        found: true,
        entitlements: [
          {
            programme: { id: 'comm-rice-price-guarantee', effectiveTo: '2022-05-31' },
            person: null,
            status: 'EXITED',
            endedOn: '2022-05-31',
            money: null,
          },
        ],
        services: [
          {
            programme: { id: 'comm-franchise-career' },
            person: { personId: `${houseCode}-M1` },
            status: 'REFUSED',
            deliveredOn: null,
          },
        ],
      },
    });
  });
});
