import { GraphQLEnumType } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { extractOf, openForTest, type TestBody } from '../_kit/test-kit.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
const M1 = { person: { personId: `${houseCode}-M1` } };
const M2 = { person: { personId: `${houseCode}-M2` } };
let culture: TestBody;

beforeEach(async () => {
  culture = await openForTest(subgraph);
});

afterEach(() => culture.close());

describe('the culture subgraph', () => {
  it('gives back every fact of its dictionary as stated, null and absent kept apart', async () => {
    await expect(roundTripsEveryFact(subgraph)).resolves.toBeUndefined();
  });

  it('keeps a national artist and a folk artist in registers of their own, both of the registry of artists', async () => {
    await culture.load(
      extractOf({
        members: {
          M1: { nationalArtist: true, culturalPractitioner: false },
          M2: { nationalArtist: false, culturalPractitioner: true },
        },
      }),
    );
    const record = await culture.record(
      houseCode,
      `{ culture { found facts { name subject value registry }
        nationalArtists { person { personId } named } practitioners { person { personId } registered } } }`,
    );
    const fact = (name: string, member: string, value: boolean): object => {
      return { name: `person.${name}`, subject: `${houseCode}-${member}`, value, registry: 'artists' };
    };
    expect(record).toEqual({
      culture: {
        found: true,
        facts: [
          fact('nationalArtist', 'M1', true),
          fact('nationalArtist', 'M2', false),
          fact('culturalPractitioner', 'M1', false),
          fact('culturalPractitioner', 'M2', true),
        ],
        nationalArtists: [{ ...M1, named: true }],
        practitioners: [{ ...M2, registered: true }],
      },
    });
  });

  it('has found nothing in a house without artists, and says so of each member', async () => {
    const none = { nationalArtist: false, culturalPractitioner: false };
    const no = { value: false };
    await culture.load(extractOf({ members: { M1: none, M2: none } }));
    expect(await culture.record(houseCode, '{ culture { found facts { value } nationalArtists { named } } }')).toEqual({
      culture: { found: false, facts: [no, no, no, no], nationalArtists: [] },
    });
  });

  it('keeps what an artist was honoured for, what is handed on, and the works', async () => {
    const honour = { honour: 'NATIONAL_ARTIST', branch: 'PERFORMING_ARTS', year: 2017 };
    const skill = { skill: 'ซอล้านนา', domain: 'PERFORMANCE', practisedSince: 1972, apprentices: 12 };
    const work = { title: 'ซอพื้นเมืองเก็บนก', branch: 'PERFORMING_ARTS', year: 1995 };
    await culture.load(
      extractOf({
        members: { M1: {}, M2: {} },
        details: {
          honours: [{ member: 'M1', ...honour }],
          heritageSkills: [
            { member: 'M2', skill: 'จักสานไม้ไผ่', domain: 'CRAFT', apprentices: 0 },
            { member: 'M1', ...skill },
          ],
          works: [{ member: 'M1', ...work }],
        },
      }),
    );
    const record = await culture.record(
      houseCode,
      `{ culture { honours { person { personId } honour branch year }
        heritageSkills { person { personId } skill domain practisedSince apprentices }
        works { person { personId } title branch year } } }`,
    );
    expect(record).toEqual({
      culture: {
        honours: [{ ...M1, ...honour }],
        heritageSkills: [
          { ...M1, ...skill },
          { ...M2, skill: 'จักสานไม้ไผ่', domain: 'CRAFT', practisedSince: null, apprentices: 0 },
        ],
        works: [{ ...M1, ...work }],
      },
    });
  });

  it('calls a membership current until its last day begins', async () => {
    const group = { member: 'M1', groupName: 'กลุ่มทอผ้าบ้านไร่ไผ่งาม', product: 'ผ้าฝ้ายทอมือ', role: 'MAKER' };
    const cpotMemberships = [
      { ...group, groupId: 'CM-1', joinedOn: '2019-01-15', leftOn: '2022-08-10' },
      { ...group, groupId: 'CM-2', joinedOn: '2019-01-15', leftOn: '2022-08-11' },
      { ...group, groupId: 'CM-3', joinedOn: '2022-02-01' },
    ];
    await culture.load(extractOf({ members: { M1: {} }, details: { cpotMemberships } }));
    expect(await culture.record(houseCode, '{ culture { cpotMemberships { groupId isCurrent } } }')).toEqual({
      culture: {
        cpotMemberships: [
          { groupId: 'CM-1', isCurrent: false },
          { groupId: 'CM-2', isCurrent: true },
          { groupId: 'CM-3', isCurrent: true },
        ],
      },
    });
  });

  it('shows which grant of the fund still lacks its report', async () => {
    const closed = { project: 'ค่ายเยาวชนสืบสานงานสลุง', grantedOn: '2020-11-02', thb: 80_000, reportedOn: '2021-09-30' };
    const open = { project: 'บันทึกเพลงพื้นบ้าน', grantedOn: '2022-03-14', thb: 50_000 };
    const fundGrants = [closed, open].map((grant) => ({ member: 'M1', ...grant }));
    await culture.load(extractOf({ members: { M1: {} }, details: { fundGrants } }));
    expect(
      await culture.record(
        houseCode,
        '{ culture { fundGrants { person { personId } project grantedOn thb reportedOn } } }',
      ),
    ).toEqual({
      culture: {
        fundGrants: [
          { ...M1, ...closed },
          { ...M1, ...open, reportedOn: null },
        ],
      },
    });
  });

  it('stores every word that its schema offers', async () => {
    const member = 'M1';
    const honours = [
      ...wordsOf('CulturalHonourKind').map((honour) => ({ member, honour, branch: null, year: 2017 })),
      ...wordsOf('ArtsBranch').map((branch) => ({ member, honour: 'NATIONAL_ARTIST', branch, year: 2017 })),
    ];
    const works = wordsOf('ArtsBranch').map((branch) => ({ member, title: 'ก', branch, year: 2017 }));
    const skills = wordsOf('HeritageDomain').map((domain) => ({ member, skill: 'ก', domain, apprentices: 1 }));
    const group = { member, groupId: '1', groupName: 'ก', product: 'ก', joinedOn: '2019-01-15' };
    const roles = wordsOf('CpotRole').map((role) => ({ ...group, role }));
    const details = { honours, works, heritageSkills: skills, cpotMemberships: roles };
    await culture.load(extractOf({ members: { M1: {} }, details }));
    const record = await culture.record(
      houseCode,
      '{ culture { honours { honour branch } works { branch } heritageSkills { domain } cpotMemberships { role } } }',
    );
    expect(record).toEqual({
      culture: {
        honours: honours.map(({ honour, branch }) => ({ honour, branch })),
        works: works.map(({ branch }) => ({ branch })),
        heritageSkills: skills.map(({ domain }) => ({ domain })),
        cpotMemberships: roles.map(({ role }) => ({ role })),
      },
    });
  });

  it.each([
    [{ nationalArtist: 1 }, {}, 'members[M1].nationalArtist: must be true or false'],
    [
      {},
      { honours: [{ member: 'M1', honour: 'NATIONAL_ARTIST', branch: 'SCULPTURE', year: 2017 }] },
      'registries.culture.honours[0].branch: must be one of VISUAL_ARTS, LITERATURE, PERFORMING_ARTS',
    ],
    [
      {},
      { works: [{ member: 'M1', title: 'ก', branch: 'LITERATURE', year: 2560 }] },
      'registries.culture.works[0].year: must be a whole number from 1857 to 2157',
    ],
    [{}, { heritageSkills: [{ member: 'M1', skill: 'ก', apprentices: 1 }] }, 'heritageSkills[0].domain: is missing'],
    [{}, { religion: [] }, 'registries.culture.religion: is not a register of this body'],
  ])('refuses %j with %j', (facts, details, problem) => {
    const extract = extractOf({ members: { M1: facts }, details });
    expect(() => culture.body.importer.rowsOf(extract)).toThrow(problem);
  });

  it('reads any number of households with one statement, and one more for each history asked for', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    await culture.load(
      ...houses.map((code) => extractOf({ houseCode: code, members: { M1: { nationalArtist: true } } })),
    );
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household {
      culture { found facts { value } entitlements { id } works { title } cpotMemberships { groupId } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    expect((await culture.query(text, { keys: keys.slice(0, 1) })).statements).toBe(3);
    expect((await culture.query(text, { keys })).statements).toBe(3);
  });

  it('gives no answer for a house whose registry was not read', async () => {
    await culture.load(extractOf({ members: { M1: {} }, wasRead: false }));
    expect(await culture.record(houseCode, '{ culture { found } }')).toEqual({ culture: null });
  });

  it("shows a national artist's stipend that is paid", async () => {
    const enrolment = { member: 'M1', programme: 'cult-national-artist', thb: 25_000, period: 'MONTH' };
    await culture.load(extractOf({ members: { M1: { nationalArtist: true } }, enrolments: [enrolment] }));
    expect(
      await culture.record(
        houseCode,
        '{ culture { entitlements { programme { id } person { personId } status money { thb period } } } }',
      ),
    ).toEqual({
      culture: {
        entitlements: [
          {
            programme: { id: 'cult-national-artist' },
            ...M1,
            status: 'ACTIVE',
            money: { thb: 25_000, period: 'MONTH' },
          },
        ],
      },
    });
  });
});

function wordsOf(type: string): readonly string[] {
  const found = culture.body.schema.getType(type);
  return found instanceof GraphQLEnumType ? found.getValues().map((value) => value.name) : [];
}
