import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractOf, openForTest, type TestBody } from '../_kit/test-kit.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
let health: TestBody;

beforeEach(async () => {
  health = await openForTest(subgraph);
});

afterEach(() => health.close());

describe('the health subgraph', () => {
  it('gives back every fact as it was stated, absent and null kept apart', async () => {
    const stated = { healthScheme: 'UCS', pregnant: null, adlScore: 3, chronicConditions: ['HT', 'DM'] };
    await health.load(extractOf({ members: { M1: stated } }));
    const { health: record } = (await health.record(houseCode, '{ health { facts { name subject value } } }')) as {
      health: { facts: { name: string; subject: string; value: unknown }[] };
    };
    expect(record.facts.toSorted((one, other) => one.name.localeCompare(other.name))).toEqual([
      { name: 'person.adlScore', subject: `${houseCode}-M1`, value: 3 },
      { name: 'person.chronicConditions', subject: `${houseCode}-M1`, value: ['DM', 'HT'] },
      { name: 'person.healthScheme', subject: `${houseCode}-M1`, value: 'UCS' },
      { name: 'person.pregnant', subject: `${houseCode}-M1`, value: null },
    ]);
  });

  it('counts weeks and days up to the day it is asked for', async () => {
    await health.load(extractOf({ asOf: '2022-08-03', members: { M1: { gestationWeeks: 20, daysSinceDelivery: 5 } } }));
    const record = await health.record(houseCode, '{ health { facts { name value countedFrom countedIn } } }');
    expect(record).toEqual({
      health: {
        facts: [
          { name: 'person.gestationWeeks', value: 21, countedFrom: '2022-03-16', countedIn: 'WEEKS' },
          { name: 'person.daysSinceDelivery', value: 12, countedFrom: '2022-07-29', countedIn: 'DAYS' },
        ],
      },
    });
  });

  it('tells the functional group of an ADL score', async () => {
    await health.load(extractOf({ members: { M1: { adlScore: 4 }, M2: { adlScore: 5 }, M3: { adlScore: 12 } } }));
    const record = await health.record(houseCode, '{ health { assessments { person { personId } adlGroup } } }');
    expect(record).toEqual({
      health: {
        assessments: [
          { person: { personId: `${houseCode}-M1` }, adlGroup: 'BED_BOUND' },
          { person: { personId: `${houseCode}-M2` }, adlGroup: 'HOME_BOUND' },
          { person: { personId: `${houseCode}-M3` }, adlGroup: 'SOCIAL' },
        ],
      },
    });
  });

  it('gives no answer for a house whose registry was not read', async () => {
    await health.load(extractOf({ members: { M1: {} }, wasRead: false }));
    expect(await health.record(houseCode, '{ health { found } }')).toEqual({ health: null });
  });

  it('has found nothing when every fact is without weight', async () => {
    await health.load(
      extractOf({ members: { M1: { healthScheme: 'NONE', pregnant: false, adlScore: null, chronicConditions: [] } } }),
    );
    expect(await health.record(houseCode, '{ health { found } }')).toEqual({ health: { found: false } });
  });

  it('keeps histories beside the facts and refuses what does not fit', async () => {
    const visit = { member: 'M1', visitedOn: '2022-07-01', visitor: 'NURSE' };
    await health.load(extractOf({ members: { M1: {} }, details: { homeVisits: [visit] } }));
    expect(await health.record(houseCode, '{ health { homeVisits { visitedOn visitor } } }')).toEqual({
      health: { homeVisits: [{ visitedOn: '2022-07-01', visitor: 'NURSE' }] },
    });
    const broken = extractOf({ members: { M1: {} }, details: { homeVisits: [{ ...visit, visitor: 'NEIGHBOUR' }] } });
    expect(() => health.body.importer.rowsOf(broken)).toThrow(
      'registries.health.homeVisits[0].visitor: must be one of',
    );
    expect(() => health.body.importer.rowsOf(extractOf({ members: { M1: { adlScore: 21 } } }))).toThrow(
      'members[M1].adlScore: must be a whole number from 0 to 20',
    );
  });

  it('reads any number of households with one statement, and one more for each history', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await health.load(
      ...houses.map((code) => extractOf({ houseCode: code, members: { M1: { healthScheme: 'UCS' } } })),
    );
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household {
      health { found facts { value } entitlements { id } homeVisits { visitedOn } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await health.query(text, { keys: keys.slice(0, 1) })).statements).toBe(2);
    expect((await health.query(text, { keys })).statements).toBe(2);
  });

  it('replaces a household that is loaded again', async () => {
    await health.load(
      extractOf({ members: { M1: { adlScore: 3 } }, enrolments: [{ member: 'M1', programme: 'health-ucs' }] }),
    );
    await health.load(extractOf({ members: { M1: { adlScore: 9 } } }));
    const record = await health.record(houseCode, '{ health { assessments { adlScore } entitlements { id } } }');
    expect(record).toEqual({ health: { assessments: [{ adlScore: 9 }], entitlements: [] } });
  });

  it('shows an enrolment with its programme and person', async () => {
    const enrolment = { member: 'M1', programme: 'health-ucs', recordRef: 'NHSO-1', thb: 6000, period: 'YEAR' };
    await health.load(extractOf({ members: { M1: {} }, enrolments: [enrolment] }));
    const record = await health.record(
      houseCode,
      '{ health { entitlements { id status recordRef programme { id ruleVersion body { code } } person { personId } money { thb period } } } }',
    );
    expect(record).toMatchObject({
      health: {
        entitlements: [
          {
            id: 'HEALTH:99991000001:M1:health-ucs:1',
            status: 'ACTIVE',
            recordRef: 'NHSO-1',
            programme: { id: 'health-ucs', body: { code: 'HEALTH' } },
            person: { personId: `${houseCode}-M1` },
            money: { thb: 6000, period: 'YEAR' },
          },
        ],
      },
    });
  });
});
