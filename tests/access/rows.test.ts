import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayEnterArea, type AccessContext } from '../../schema/contract/identity.ts';
import { generateHouseholds } from '../../subgraphs/_population/generate.ts';
import { accessFor } from '../../subgraphs/_kit/test-kit.ts';
import {
  leaking,
  openAccessBed,
  openGate,
  type AccessBed,
  type Layers,
  type Reply,
  type Variables,
} from '../support/access.ts';
import type { Json } from '../support/gateway.ts';

// A household outside the areas does not exist, by whatever entry it is asked for.

let bed: AccessBed;
/** Everything that there is, in the order of the list. */
let houses: readonly House[];
/** One of Chiang Mai with somebody who has a number, one of Bangkok, and codes of nobody. */
let inside: House;
let outside: House;

interface House {
  readonly houseCode: string;
  readonly areaCode: string;
  readonly persons: readonly {
    readonly personId: string;
    readonly citizenId: string | null;
    readonly nameTh: string | null;
  }[];
}

const nobody = { houseCode: '99999999999', personId: '99999999999-M1', citizenId: '1101700230708' };

beforeAll(async () => {
  bed = await openAccessBed();
  await bed.worked.load(generateHouseholds({ households: 40, area: '50', seed: 3 }));
  await bed.worked.load(generateHouseholds({ households: 20, area: '10', seed: 4 }));
  const query = `{ households(first: 200) { edges { node { houseCode areaCode members { personId citizenId nameTh } } } } }`;
  const { data } = await bed.askOpen(query);
  houses = data.households.edges.map(({ node: { members, areaCode, ...node } }: Json) => ({
    ...node,
    areaCode: areaCode ?? '',
    persons: members,
  }));
  inside = houseIn('50');
  outside = houseIn('10');
});

afterAll(() => bed.close());

function houseIn(area: string): House {
  const found = houses.find(
    ({ areaCode, persons }) =>
      areaCode.length === 6 && areaCode.startsWith(area) && persons.some(({ citizenId }) => citizenId !== null),
  );
  if (found === undefined) throw new TypeError(`no household in ${area}`);
  return found;
}

const northerner = accessFor({ areas: ['50'], scopes: ['sensitive:*', 'identity:full'] });

const byHouse =
  'query ($key: HouseCode!) { household(houseCode: $key) { houseCode members { nameTh household { areaCode } } health { found } answers { status } } }';
const byPerson = 'query ($key: ID!) { person(personId: $key) { nameTh household { houseCode answers { status } } } }';
const byNumber = 'query ($key: CitizenId!) { person(citizenId: $key) { nameTh household { houseCode } } }';

const layers: readonly (readonly [string, Layers])[] = [
  ['by gateway and bodies', {}],
  ['by the gateway alone', { bodies: leaking }],
  ['by the bodies alone', { parts: openGate }],
];

async function askBy(way: Layers, access: AccessContext, query: string, variables: Variables): Promise<Reply> {
  bed.clock.advance(60_000);
  return bed.askBy(way, access, query, variables);
}

describe.each(layers)('a household outside the areas, %s', (_, way) => {
  it.each([
    ['its code', byHouse, (house: House) => house.houseCode],
    ['a person of it', byPerson, (house: House) => house.persons[0]?.personId],
    [
      'the number of a person of it',
      byNumber,
      (house: House) => house.persons.find(({ citizenId }) => citizenId !== null)?.citizenId,
    ],
  ])('is not there for %s', async (__, query, keyOf) => {
    const found = await askBy(way, northerner, query, { key: keyOf(inside) });
    expect([found.errors, Object.values(found.data)[0]]).toEqual([[], expect.anything()]);
    const { data, errors } = await askBy(way, northerner, query, { key: keyOf(outside) });
    expect(Object.values(data)).toEqual([null]);
    expect(errors.map(({ code }) => code)).toEqual([query === byHouse ? 'HOUSEHOLD_NOT_FOUND' : 'PERSON_NOT_FOUND']);
  });

  it('is in no list, whatever is searched for', async () => {
    const list =
      'query ($filter: HouseholdFilter, $after: String) { households(filter: $filter, first: 200, after: $after) { edges { cursor node { houseCode areaCode } } } }';
    const name = outside.persons[0]?.nameTh?.split(' ').at(-1) ?? '';
    const filters = [
      { areaCode: '10' },
      { search: outside.houseCode },
      { search: name },
      { areaCode: outside.areaCode, search: name },
      {},
    ];
    expect(name.length).toBeGreaterThan(1);
    for (const filter of filters) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { data } = await askBy(way, northerner, list, { filter });
      const shown: readonly Json[] = data.households.edges;
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await bed.askOpen(list, { filter })).text).toContain(outside.houseCode);
      expect(shown.filter(({ node }) => !node.areaCode.startsWith('50'))).toEqual([]);
    }
  });
});

describe('not there and not allowed', () => {
  it.each([
    ['its code', byHouse, nobody.houseCode, (house: House) => house.houseCode],
    ['a person of it', byPerson, nobody.personId, (house: House) => house.persons[0]?.personId],
    [
      'the number of a person of it',
      byNumber,
      nobody.citizenId,
      (house: House) => house.persons.find(({ citizenId }) => citizenId !== null)?.citizenId,
    ],
  ])('look the same by %s: the same answer after the same calls', async (_, query, missing, keyOf) => {
    const readers = [
      northerner,
      accessFor({ areas: [] }),
      accessFor({ role: 'supervisor', areas: ['50'] }),
      accessFor({ role: 'report-builder', areas: ['50'] }),
      accessFor({ role: 'body-officer', body: 'interior', areas: ['50'] }),
    ];
    for (const access of readers) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await bed.ask(access, query, { key: keyOf(outside) });
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(refused).toEqual(await bed.ask(access, query, { key: missing }));
      expect(refused.calls).toEqual(['interior']);
    }
  });

  it('take the interior as many statements', async () => {
    const interior = bed.worked.subgraphs.bodies.get('interior');
    const statements = async (query: string, key: unknown): Promise<number> => {
      const before = interior?.statementCount() ?? 0;
      await bed.ask(northerner, query, { key });
      return (interior?.statementCount() ?? 0) - before;
    };
    const number = outside.persons.find(({ citizenId }) => citizenId !== null)?.citizenId;
    expect(await statements(byHouse, outside.houseCode)).toBe(await statements(byHouse, nobody.houseCode));
    expect(await statements(byNumber, number)).toBe(await statements(byNumber, nobody.citizenId));
  });
});

const page =
  'query ($filter: HouseholdFilter, $first: Int, $after: String) { households(filter: $filter, first: $first, after: $after) { totalCount edges { cursor node { houseCode } } pageInfo { hasNextPage endCursor } } }';

async function listed(access: AccessContext, filter: object, after: string | null = null): Promise<Listed> {
  const { data, refused, errors } = await bed.ask(access, page, { filter, first: 7, after });
  expect([refused, errors]).toEqual([null, []]);
  const { totalCount, edges, pageInfo } = data.households;
  const codes: readonly string[] = edges.map(({ node }: Json) => node.houseCode);
  if (!pageInfo.hasNextPage) return { totalCount, codes };
  const rest = await listed(access, filter, pageInfo.endCursor);
  return { totalCount, codes: [...codes, ...rest.codes] };
}

interface Listed {
  readonly totalCount: number;
  readonly codes: readonly string[];
}

function areaSets(): readonly (readonly string[])[] {
  const [district, subdistrict] = [inside.areaCode.slice(0, 4), inside.areaCode];
  return [
    ['50'],
    ['10'],
    ['50', '10'],
    ['50', district],
    [subdistrict, '50', district],
    [subdistrict],
    [district, '10'],
    [],
    ['99'],
    ['*'],
  ];
}

describe('a list', () => {
  it('and its total hold what lies in the areas, once each, whichever overlap', async () => {
    for (const areas of areaSets()) {
      for (const filter of [{}, { areaCode: '50' }, { areaCode: inside.areaCode.slice(0, 4) }, { areaCode: '10' }]) {
        const access = accessFor({ areas });
        const expected = houses.filter(
          ({ areaCode }) => mayEnterArea(access.principal, areaCode) && areaCode.startsWith(filter.areaCode ?? ''),
        );
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const { totalCount, codes } = await listed(access, filter);
        expect([areas, filter, totalCount, codes]).toEqual([
          areas,
          filter,
          expected.length,
          expected.map(({ houseCode }) => houseCode),
        ]);
      }
    }
  });

  it('goes on from a cursor of somebody else with its own households alone', async () => {
    const everything = await bed.ask(accessFor(), page, { filter: {}, first: 200, after: null });
    const edges: readonly Json[] = everything.data.households.edges;
    const mine = new Set(houses.filter(({ areaCode }) => areaCode.startsWith('50')).map(({ houseCode }) => houseCode));
    for (const [at, { cursor }] of edges.entries()) {
      if (at % 9 !== 0) continue;
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { codes } = await listed(northerner, {}, cursor);
      const after = edges.slice(at + 1).map(({ node }) => node.houseCode);
      expect(codes).toEqual(after.filter((code) => mine.has(code)));
    }
  });

  it('takes no half of an area for an area', async () => {
    for (const areaCode of ['5', '500', inside.areaCode.slice(0, 5), '']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { data, errors } = await bed.ask(northerner, page, { filter: { areaCode }, first: 5 });
      expect([areaCode, data, errors.map(({ code }) => code)]).toEqual([areaCode, null, ['INPUT_AREA_UNKNOWN']]);
    }
  });

  it('of a neighbouring district or subdistrict is empty', async () => {
    const { areaCode } = inside;
    const neighbour = `${areaCode.slice(0, 4)}${areaCode.endsWith('01') ? '02' : '01'}`;
    const { data, errors } = await bed.ask(accessFor({ areas: [neighbour] }), byHouse, { key: inside.houseCode });
    expect([data.household, errors.map(({ code }) => code)]).toEqual([null, ['HOUSEHOLD_NOT_FOUND']]);
  });
});

describe('a token', () => {
  it('names whole areas, or is none', async () => {
    for (const area of ['5', '500', '50040', '50*', '**', '']) {
      expect(() => bed.access.demo?.issueDemoToken({ role: 'caseworker', areas: [area] })).toThrow(
        expect.objectContaining({ code: 'IDENTITY_TOKEN_REQUEST_INVALID' }),
      );
    }
  });
});
