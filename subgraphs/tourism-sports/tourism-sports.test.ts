import { GraphQLEnumType } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { extractOf, openForTest, type TestBody } from '../_kit/test-kit.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
const M1 = { person: { personId: `${houseCode}-M1` } };
let tourismSports: TestBody;

beforeEach(async () => {
  tourismSports = await openForTest(subgraph);
});

afterEach(() => tourismSports.close());

describe('the tourism-sports subgraph', () => {
  it('gives back every fact of its dictionary as stated, null and absent kept apart', async () => {
    await expect(roundTripsEveryFact(subgraph)).resolves.toBeUndefined();
  });

  it('answers for athletes and for tourism workers from two registries', async () => {
    await tourismSports.load(
      extractOf({ members: { M1: { registeredAthlete: true, formerNationalAthlete: null, tourismWorker: true } } }),
    );
    const record = await tourismSports.record(
      houseCode,
      `{ tourismSports { found facts { name value registry }
        athletes { person { personId } registered formerNational } tourismWorkers { person { personId } registered } } }`,
    );
    expect(record).toEqual({
      tourismSports: {
        found: true,
        facts: [
          { name: 'person.registeredAthlete', value: true, registry: 'athletes' },
          { name: 'person.formerNationalAthlete', value: null, registry: 'athletes' },
          { name: 'person.tourismWorker', value: true, registry: 'guides-homestay' },
        ],
        athletes: [{ ...M1, registered: true, formerNational: null }],
        tourismWorkers: [{ ...M1, registered: true }],
      },
    });
  });

  it('keeps results in the order given, with or without a place, and the time in the national team', async () => {
    const final = {
      competedOn: '2022-05-18',
      competition: 'ซีเกมส์ ครั้งที่ 31',
      sport: 'กรีฑา',
      event: '4x100 เมตรหญิง',
      level: 'INTERNATIONAL',
      place: 1,
      parasport: false,
    };
    const unplaced = { ...final, competedOn: '2019-03-02', competition: 'กีฬาแห่งชาติ', level: 'NATIONAL', place: null };
    const term = { sport: 'กรีฑา', startedOn: '2019-10-01', endedOn: null };
    await tourismSports.load(
      extractOf({
        members: { M1: {} },
        details: {
          competitionResults: [final, unplaced].map((result) => ({ member: 'M1', ...result })),
          nationalTeamTerms: [{ member: 'M1', ...term }],
        },
      }),
    );
    const record = await tourismSports.record(
      houseCode,
      `{ tourismSports {
        competitionResults { person { personId } competedOn competition sport event level place parasport }
        nationalTeamTerms { person { personId } sport startedOn endedOn } } }`,
    );
    expect(record).toEqual({
      tourismSports: {
        competitionResults: [
          { ...M1, ...final },
          { ...M1, ...unplaced },
        ],
        nationalTeamTerms: [{ ...M1, ...term }],
      },
    });
  });

  it('calls a guide licence valid through its last day and not from the day it is revoked', async () => {
    const licence = { member: 'M1', kind: 'TREKKING', issuedOn: '2017-08-11' };
    const guideLicences = [
      { ...licence, licenceNo: '1', expiresOn: '2022-08-10' },
      { ...licence, licenceNo: '2', expiresOn: '2022-08-09' },
      { ...licence, licenceNo: '3', expiresOn: '2025-01-01', revokedOn: '2022-08-10' },
      { ...licence, licenceNo: '4', expiresOn: '2025-01-01', revokedOn: '2022-08-11' },
    ];
    await tourismSports.load(extractOf({ members: { M1: {} }, details: { guideLicences } }));
    const record = await tourismSports.record(
      houseCode,
      '{ tourismSports { guideLicences { person { personId } licenceNo isValid } } }',
    );
    expect(record).toEqual({
      tourismSports: {
        guideLicences: [
          { ...M1, licenceNo: '1', isValid: true },
          { ...M1, licenceNo: '2', isValid: false },
          { ...M1, licenceNo: '3', isValid: false },
          { ...M1, licenceNo: '4', isValid: true },
        ],
      },
    });
  });

  it('tells a certified homestay from one that is so no more, not yet, or never was', async () => {
    const homestays = [
      { name: 'ก', rooms: 2, groupName: 'โฮมสเตย์บ้านแม่กำปอง', certifiedOn: '2020-01-01', certifiedUntil: '2022-08-10' },
      { name: 'ข', rooms: 1, certifiedOn: '2019-01-01', certifiedUntil: '2022-08-09' },
      { name: 'ค', rooms: 1, certifiedOn: '2022-08-11' },
      { name: 'ง', rooms: 4 },
      { name: 'จ', rooms: 4, certifiedOn: '2022-08-10' },
    ];
    await tourismSports.load(extractOf({ members: { M1: {} }, details: { homestays } }));
    expect(await tourismSports.record(houseCode, '{ tourismSports { homestays { name isCertified } } }')).toEqual({
      tourismSports: {
        homestays: [
          { name: 'ก', isCertified: true },
          { name: 'ข', isCertified: false },
          { name: 'ค', isCertified: false },
          { name: 'ง', isCertified: false },
          { name: 'จ', isCertified: true },
        ],
      },
    });
  });

  it('stores every word that its schema offers', async () => {
    const member = 'M1';
    const result = { member, competedOn: '2022-05-18', competition: 'ก', sport: 'ก', event: 'ก', parasport: true };
    const results = wordsOf('CompetitionLevel').map((level) => ({ ...result, level }));
    const licence = { member, licenceNo: '1', issuedOn: '2017-08-11', expiresOn: '2022-08-10' };
    const licences = wordsOf('GuideLicenceKind').map((kind) => ({ ...licence, kind }));
    const role = { member, communityName: 'บ้านแม่กำปอง', since: 2000 };
    const roles = wordsOf('CommunityTourismPart').map((part) => ({ ...role, role: part }));
    const details = { competitionResults: results, guideLicences: licences, communityTourism: roles };
    await tourismSports.load(extractOf({ members: { M1: {} }, details }));
    const record = await tourismSports.record(
      houseCode,
      `{ tourismSports { competitionResults { level } guideLicences { kind }
        communityTourism { person { personId } communityName role since } } }`,
    );
    expect(record).toEqual({
      tourismSports: {
        competitionResults: results.map(({ level }) => ({ level })),
        guideLicences: licences.map(({ kind }) => ({ kind })),
        communityTourism: roles.map((row) => ({
          ...M1,
          communityName: row.communityName,
          role: row.role,
          since: 2000,
        })),
      },
    });
  });

  it.each([
    [{ registeredAthlete: 'true' }, {}, 'members[M1].registeredAthlete: must be true or false'],
    [
      {},
      { homestays: [{ name: 'ก', rooms: 5 }] },
      'registries.tourism-sports.homestays[0].rooms: must be a whole number from 1 to 4',
    ],
    [
      {},
      {
        guideLicences: [
          { member: 'M1', licenceNo: '1', kind: 'GENERAL', issuedOn: '2017-02-29', expiresOn: '2022-02-28' },
        ],
      },
      'registries.tourism-sports.guideLicences[0].issuedOn: must be a date like 2022-08-10',
    ],
    [
      {},
      { nationalTeamTerms: [{ member: 'M0', sport: 'กรีฑา', startedOn: '2019-10-01' }] },
      'registries.tourism-sports.nationalTeamTerms[0].member: is not a member of this household',
    ],
  ])('refuses %j with %j', (facts, details, problem) => {
    const extract = extractOf({ members: { M1: facts }, details });
    expect(() => tourismSports.body.importer.rowsOf(extract)).toThrow(problem);
  });

  it('reads any number of households with one statement, and one more for each history asked for', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await tourismSports.load(
      ...houses.map((code) => extractOf({ houseCode: code, members: { M1: { registeredAthlete: true } } })),
    );
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household {
      tourismSports { found facts { value } services { id } homestays { name } guideLicences { isValid } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await tourismSports.query(text, { keys: keys.slice(0, 1) })).statements).toBe(3);
    expect((await tourismSports.query(text, { keys })).statements).toBe(3);
  });

  it('gives no answer for a house whose registry was not read', async () => {
    await tourismSports.load(extractOf({ members: { M1: {} }, wasRead: false }));
    expect(await tourismSports.record(houseCode, '{ tourismSports { found } }')).toEqual({ tourismSports: null });
  });

  it('drops the histories of a household that is loaded again without them', async () => {
    const homestays = [{ name: 'ก', rooms: 2 }];
    await tourismSports.load(extractOf({ members: { M1: { tourismWorker: true } }, details: { homestays } }));
    await tourismSports.load(extractOf({ members: { M1: { tourismWorker: false } } }));
    expect(
      await tourismSports.record(
        houseCode,
        '{ tourismSports { found homestays { name } tourismWorkers { registered } } }',
      ),
    ).toEqual({ tourismSports: { found: false, homestays: [], tourismWorkers: [] } });
  });
});

function wordsOf(type: string): readonly string[] {
  const found = tourismSports.body.schema.getType(type);
  return found instanceof GraphQLEnumType ? found.getValues().map((value) => value.name) : [];
}
