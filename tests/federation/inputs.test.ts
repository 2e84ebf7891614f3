import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCatalogue } from '../../schema/contract/error-catalogue.ts';
import { isErrorCode } from '../../schema/contract/error-codes.ts';
import { startEmbedded, type Json, type Response, type TestGateway } from '../support/gateway.ts';
import { openWorkedBodies, workedHouse, type WorkedBodies } from '../support/worked-bodies.ts';

/* What clients get wrong, and paging: over the socket, so that status and text are what they will see. */

let worked: WorkedBodies;
let gateway: TestGateway;

beforeAll(async () => {
  worked = await openWorkedBodies();
  gateway = await startEmbedded(worked.supergraph, worked.subgraphs.all);
});

afterAll(async () => {
  await gateway.close();
  await worked.close();
});

function expectRefused(response: Response, code: string): void {
  expect(response.errors.map(({ extensions }) => extensions.code)).toEqual([code]);
  const [error] = response.errors;
  expect(isErrorCode(code) && error?.message).toBeTypeOf('string');
  expect(error?.extensions.messageTh).toMatch(/[ก-๙]/u);
  expect(isErrorCode(code) && errorCatalogue[code].en.slice(0, 12)).toBe(error?.message.slice(0, 12));
  for (const inside of ['    at ', 'node_modules', 'subgraphs/', '.ts', 'SQLITE', 'select ']) {
    expect(response.text).not.toContain(inside);
  }
}

const household = 'query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { houseCode } }';
const person =
  'query ($personId: ID, $citizenId: CitizenId) { person(personId: $personId, citizenId: $citizenId) { personId } }';
const list = `query ($filter: HouseholdFilter, $first: Int, $after: String) {
  households(filter: $filter, first: $first, after: $after) { edges { node { houseCode } } } }`;

describe('an input that cannot be read', () => {
  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['INPUT_HOUSE_CODE_INVALID', household, { houseCode: '123' }],
    ['INPUT_HOUSE_CODE_INVALID', household, { houseCode: '9999000001a' }],
    ['INPUT_HOUSE_CODE_INVALID', household, { houseCode: '999900000111' }],
    ['INPUT_HOUSE_CODE_INVALID', household, { houseCode: 99_990_000_011 }],
    ['INPUT_HOUSE_CODE_INVALID', '{ household(houseCode: "12") { houseCode } }', {}],
    ['INPUT_CITIZEN_ID_INVALID', person, { citizenId: '0999900001012' }],
    ['INPUT_CITIZEN_ID_INVALID', person, { citizenId: '12345' }],
    ['INPUT_VALUE_INVALID', list, { first: 'twenty' }],
    ['INPUT_VALUE_INVALID', household, {}],
  ])('is %s with status 400 and no data (%#)', async (code, query, variables) => {
    const response = await gateway.ask(query, variables);
    expect(response.status).toBe(400);
    expect(response.data).toBeUndefined();
    expectRefused(response, code);
    expect(gateway.calls).toEqual([]);
  });
});

describe('an input that a body refuses', () => {
  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['HOUSEHOLD_NOT_FOUND', household, { houseCode: '10000000000' }],
    ['PERSON_NOT_FOUND', person, { personId: '10000000000-M1' }],
    ['PERSON_NOT_FOUND', person, { personId: 'nobody' }],
    ['INPUT_PERSON_KEY_MISSING', person, {}],
    ['INPUT_PERSON_KEY_MISSING', person, { personId: '99990000011-M1', citizenId: '0999900001011' }],
  ])('is %s, and null', async (code, query, variables) => {
    const response = await gateway.ask(query, variables);
    expect(response.status).toBe(200);
    expect(Object.values(response.data)).toEqual([null]);
    expectRefused(response, code);
    expect(response.manifest.complete).toBe(true);
    gateway.calls.length = 0;
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['INPUT_PAGE_SIZE_INVALID', { first: 0 }],
    ['INPUT_PAGE_SIZE_INVALID', { first: -1 }],
    ['INPUT_PAGE_SIZE_INVALID', { first: 10_000 }],
    ['INPUT_PAGE_SIZE_INVALID', { first: 201 }],
    ['INPUT_AREA_UNKNOWN', { filter: { areaCode: '01' } }],
    ['INPUT_AREA_UNKNOWN', { filter: { areaCode: '5' } }],
    ['INPUT_AREA_UNKNOWN', { filter: { areaCode: 'Chiang Mai' } }],
    ['INPUT_SEARCH_INVALID', { filter: { search: '' } }],
    ['INPUT_CURSOR_INVALID', { after: 'nonsense' }],
    ['INPUT_CURSOR_INVALID', { after: '' }],
  ])('is %s for a list of households', async (code, variables) => {
    const response = await gateway.ask(list, variables);
    expect(response.status).toBe(200);
    expect(response.data).toBeNull();
    expectRefused(response, code);
    gateway.calls.length = 0;
  });

  it('is CATALOGUE_OUT_OF_RANGE for a day outside the fiscal year, and says which days there are', async () => {
    const query = `query ($houseCode: HouseCode!, $asOf: Date) { household(houseCode: $houseCode) { vulnerabilityLevel(asOf: $asOf) } }`;
    const response = await gateway.ask(query, { houseCode: workedHouse, asOf: '2031-01-01' });
    expect(response.data).toEqual({ household: { vulnerabilityLevel: null } });
    expectRefused(response, 'CATALOGUE_OUT_OF_RANGE');
    expect(response.errors[0]?.message).toContain('2021-10-01');
    expect(response.errors[0]?.path).toEqual(['household', 'vulnerabilityLevel']);
    gateway.calls.length = 0;
  });
});

describe('a household', () => {
  it('is found by Thai digits, and answers with ASCII ones', async () => {
    const { data } = await gateway.ask(household, { houseCode: '๙๙๙๙๐๐๐๐๐๑๑' });
    expect(data.household.houseCode).toBe(workedHouse);
  });

  it('is reached from a member and back', async () => {
    const query = '{ person(citizenId: "0999900001011") { personId household { houseCode members { personId } } } }';
    const { data, errors } = await gateway.ask(query);
    expect(errors).toEqual([]);
    expect(data.person.household.members[0].personId).toBe(data.person.personId);
  });
});

describe('the list of households', () => {
  const query = `query ($filter: HouseholdFilter, $first: Int!, $after: String) {
    households(filter: $filter, first: $first, after: $after) {
      totalCount edges { cursor node { houseCode gaps { complete } } } pageInfo { hasNextPage endCursor } } }`;

  async function pages(first: number, filter?: unknown): Promise<Json[]> {
    const seen: Json[] = [];
    for (let after: string | null = null; ; after = seen.at(-1).pageInfo.endCursor) {
      // oxlint-disable-next-line no-await-in-loop -- the cursor of one page opens the next
      const { data, errors } = await gateway.ask(query, { first, after, filter: filter ?? null });
      expect(errors).toEqual([]);
      seen.push(data.households);
      if (!data.households.pageInfo.hasNextPage) return seen;
    }
  }

  it.each([1, 3, 4, 8, 200])('comes whole and in order in pages of %i', async (first) => {
    const seen = await pages(first);
    expect(seen).toHaveLength(Math.ceil(8 / first));
    const codes = seen.flatMap(codesOf);
    expect(codes).toEqual((await pages(200)).flatMap(codesOf));
    expect(new Set(codes).size).toBe(8);
    for (const { totalCount, edges, pageInfo } of seen) {
      expect(totalCount).toBe(8);
      expect(pageInfo.endCursor).toBe(edges.at(-1).cursor);
      for (const { node } of edges) expect(node.gaps.complete).toBe(true);
    }
  });

  it('narrows by area and by house code, and is empty where there is none', async () => {
    const [chiangDao] = await pages(10, { areaCode: '5004' });
    expect(codesOf(chiangDao)).toContain(workedHouse);
    const [byCode] = await pages(10, { search: workedHouse });
    expect(codesOf(byCode)).toEqual([workedHouse]);
    const [nobody] = await pages(10, { search: '10000000000' });
    expect(nobody).toEqual({ totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });
});

function codesOf(page: Json): string[] {
  return page.edges.map(({ node }: Json) => node.houseCode);
}
