import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citizenCheckDigit } from '../../schema/contract/scalars.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import { accessFor, extractOf, openForTest, type TestAnswer, type TestBody } from '../_kit/test-kit.ts';
import { subgraph } from './subgraph.ts';

/** House code, area and family name of every household; each has one person with a citizen number. */
const houses = [
  ['99991000001', '500406', 'สุขใจ'],
  ['99991000002', '500401', 'สุขสม'],
  ['99991000003', '5004', 'ใจดี'],
  ['99991000004', '500101', 'สุขใจ'],
  ['99991000005', '50', 'ใจดี'],
  ['99991000006', '510101', 'สุขใจ'],
  ['99991000007', '510102', 'สุขสม'],
  ['99991000008', '51', 'ใจดี'],
  ['99991000009', '100101', 'สุขใจ'],
] as const;

const areas = ['10', '1001', '50', '5001', '500101', '5004', '500401', '500406', '51', '5101', '510101'];
const unknown = { houseCode: '99991000099', personId: '99991000099-M1', citizenId: citizenId(99) };
const reason = 'ย้ายบ้านเมื่อวาน ต้องช่วยเหลือด่วนวันนี้';

let interior: TestBody;

beforeAll(async () => {
  interior = await openForTest(subgraph);
  await interior.load(
    ...houses.map(([houseCode, areaCode, familyName], at) =>
      extractOf({
        houseCode,
        members: { M0: {}, M1: { birthDate: '1950-01-02' } },
        identity: { M0: { areaCode, familyName }, M1: { citizenId: citizenId(at), name: familyName } },
      }),
    ),
  );
});

afterAll(() => interior.close());

describe('a household outside the areas', () => {
  it.each(['caseworker', 'supervisor', 'body-officer', 'report-builder'] as const)(
    'is for a %s as one that does not exist: the same answer and as many statements',
    async (role) => {
      const access = accessFor({ role, areas: ['5004', '51'], body: 'interior' });
      const inside = await household('99991000001', access);
      expect([inside.data, inside.errors]).toEqual([
        { household: { houseCode: '99991000001', members: [{ personId: '99991000001-M1' }] } },
        [],
      ]);
      const outside = await household('99991000004', access);
      expect(outside).toEqual(await household(unknown.houseCode, access));
      expect([outside.data, codesOf(outside)]).toEqual([{ household: null }, ['HOUSEHOLD_NOT_FOUND']]);
    },
  );

  it('has no persons either, by key or by citizen number', async () => {
    const access = accessFor({ areas: ['5004', '51'] });
    expect((await person('personId', '99991000001-M1', access)).data).toEqual({
      person: { personId: '99991000001-M1' },
    });
    expect((await person('citizenId', citizenId(0), access)).data).toEqual({ person: { personId: '99991000001-M1' } });
    const byKey = await person('personId', '99991000004-M1', access);
    const byNumber = await person('citizenId', citizenId(3), access);
    expect([codesOf(byKey), codesOf(byNumber)]).toEqual([['PERSON_NOT_FOUND'], ['PERSON_NOT_FOUND']]);
    expect(byKey).toEqual(await person('personId', unknown.personId, access));
    expect(byNumber).toEqual(await person('citizenId', unknown.citizenId, access));
  });

  it('is no entity, nor are its persons, in the one statement that answers for the others', async () => {
    const answer = await entities(accessFor({ areas: ['5004'] }));
    expect(answer.data).toEqual({
      _entities: [
        { houseCode: '99991000001', members: [{ personId: '99991000001-M1', nameTh: 'สุขใจ' }] },
        null,
        null,
        { personId: '99991000001-M1', nameTh: 'สุขใจ' },
        null,
        null,
      ],
    });
    expect([answer.errors, answer.statements]).toEqual([[], 1]);
  });

  it('is every household for a principal without areas', async () => {
    const access = accessFor({ areas: [] });
    const found = await Promise.all(houses.map(([houseCode]) => household(houseCode, access)));
    expect(new Set(found.flatMap(codesOf))).toEqual(new Set(['HOUSEHOLD_NOT_FOUND']));
    expect(await listed({}, access)).toEqual({ houseCodes: [], totalCount: 0 });
  });

  it('lies above the areas too: of a house known by its province alone nobody can say that it is in a district', async () => {
    expect(codesOf(await household('99991000005', accessFor({ areas: ['5004'] })))).toEqual(['HOUSEHOLD_NOT_FOUND']);
    expect(codesOf(await household('99991000005', accessFor({ areas: ['50'] })))).toEqual([]);
  });

  it('is refused, not sought, to a role that sees no household', async () => {
    for (const role of ['body-developer', 'auditor'] as const) {
      const access = accessFor({ role });
      // oxlint-disable-next-line no-await-in-loop -- statements are counted call by call
      const answer = await household('99991000001', access);
      expect([codesOf(answer), answer.statements]).toEqual([['POLICY_DENIED'], 0]);
    }
  });
});

describe('a broken glass', () => {
  const supervisor = accessFor({ role: 'supervisor', areas: ['5004'], breakGlass: reason });

  it('opens a household and its persons outside the areas', async () => {
    expect(codesOf(await household('99991000009', supervisor))).toEqual([]);
    expect((await entities(supervisor)).data).toMatchObject({ _entities: [{}, {}, null, {}, {}, null] });
  });

  it.each([
    ['of a caseworker', accessFor({ areas: ['5004'], breakGlass: reason })],
    [
      'without a reason of 20 characters',
      accessFor({ role: 'supervisor', areas: ['5004'], breakGlass: ' จำเป็น             ' }),
    ],
  ])('%s opens nothing', async (_, access) => {
    expect(codesOf(await household('99991000009', access))).toEqual(['HOUSEHOLD_NOT_FOUND']);
  });

  it('opens no search for persons and widens no list', async () => {
    expect(codesOf(await person('personId', '99991000009-M1', supervisor))).toEqual(['PERSON_NOT_FOUND']);
    expect(codesOf(await person('citizenId', citizenId(8), supervisor))).toEqual(['PERSON_NOT_FOUND']);
    expect((await listed({}, supervisor)).totalCount).toBe(3);
  });
});

describe('a list of households', () => {
  const filters = fc.record({
    areaCode: fc.option(fc.constantFrom(...areas)),
    search: fc.option(fc.constantFrom('สุข', 'ใจ', '9999', '๙๙๙๙๑๐๐๐๐๐๑')),
  });
  const held = fc.oneof(fc.constant(['*']), fc.array(fc.constantFrom(...areas), { maxLength: 5 }));

  it('holds what the whole list holds of the areas, in its order, on pages of any size and in its count', async () => {
    await fc.assert(
      fc.asyncProperty(filters, held, fc.integer({ min: 1, max: 5 }), async (filter, ofPrincipal, first) => {
        const whole = await listed(filter);
        const mine = await listed(filter, accessFor({ areas: ofPrincipal }), first);
        const houseCodes = whole.houseCodes.filter((code) =>
          ofPrincipal.some((area) => area === '*' || areaOf(code).startsWith(area)),
        );
        expect(mine).toEqual({ houseCodes, totalCount: houseCodes.length });
      }),
      { numRuns: 150 },
    );
  });

  it('takes one statement for a page and one for the count, whatever the areas', async () => {
    for (const ofPrincipal of [['*'], ['50'], ['5001', '500406', '51', '10']]) {
      // oxlint-disable-next-line no-await-in-loop -- statements are counted call by call
      const answer = await interior.query(listText, { first: 2 }, accessFor({ areas: ofPrincipal }));
      expect(answer.statements).toBe(2);
    }
  });

  it('is not sought by a name that its reader is not shown', async () => {
    const builder = accessFor({ role: 'report-builder' });
    expect(codesOf(await interior.query(listText, { filter: { search: 'สุข' } }, builder))).toEqual(['POLICY_DENIED']);
    expect((await listed({ search: '9999' }, builder)).totalCount).toBe(9);
    expect(codesOf(await person('citizenId', citizenId(0), builder))).toEqual(['POLICY_DENIED']);
    expect((await person('personId', '99991000001-M1', builder)).errors).toEqual([]);
  });
});

describe('a service of its own', () => {
  it('answers no call that does not say who asks', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'samutphok-'));
    const service = await subgraph.open({ dataDir, today: () => '2022-08-10', requireAccess: true });
    try {
      expect(() => service.context({})).toThrow(expect.objectContaining({ code: 'IDENTITY_MISSING' }));
      expect(() => service.context({ access: null })).toThrow(expect.objectContaining({ code: 'IDENTITY_MISSING' }));
      expect(service.context({ access: accessFor() })).toMatchObject({ access: { purpose: 'CASE_REVIEW' } });
    } finally {
      await service.close();
      await rm(dataDir, { recursive: true });
    }
  });
});

const listText = `query ($filter: HouseholdFilter, $first: Int, $after: String) {
  households(filter: $filter, first: $first, after: $after) {
    totalCount edges { node { houseCode } } pageInfo { hasNextPage endCursor } } }`;

interface Listed {
  readonly houseCodes: readonly string[];
  readonly totalCount: number;
}

/** All pages, put together; every one must tell the same count. */
async function listed(filter: object, access?: AccessContext, first = 200): Promise<Listed> {
  const houseCodes: string[] = [];
  const counts = new Set<number>();
  let after: string | null = null;
  do {
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
    const { data, errors } = await interior.query(listText, { filter, first, after }, access);
    expect(errors).toEqual([]);
    const { households } = data as { households: Households };
    houseCodes.push(...households.edges.map(({ node }) => node.houseCode));
    counts.add(households.totalCount);
    after = households.pageInfo.hasNextPage ? households.pageInfo.endCursor : null;
  } while (after !== null);
  expect(counts.size).toBe(1);
  return { houseCodes, totalCount: [...counts][0] ?? -1 };
}

interface Households {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly houseCode: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function household(houseCode: string, access: AccessContext): Promise<TestAnswer> {
  return interior.query(
    'query ($code: HouseCode!) { household(houseCode: $code) { houseCode members { personId } } }',
    { code: houseCode },
    access,
  );
}

function person(key: 'personId' | 'citizenId', value: string, access: AccessContext): Promise<TestAnswer> {
  return interior.query(`{ person(${key}: "${value}") { personId } }`, {}, access);
}

/** Of a house in 5004, one in Bangkok and one that is unknown: the household and its first person. */
function entities(access: AccessContext): Promise<TestAnswer> {
  const codes = ['99991000001', '99991000009', unknown.houseCode];
  return interior.query(
    `query ($keys: [_Any!]!) { _entities(representations: $keys) {
      ... on Household { houseCode members { personId nameTh } } ... on Person { personId nameTh } } }`,
    {
      keys: [
        ...codes.map((houseCode) => ({ __typename: 'Household', houseCode })),
        ...codes.map((houseCode) => ({ __typename: 'Person', personId: `${houseCode}-M1` })),
      ],
    },
    access,
  );
}

function areaOf(houseCode: string): string {
  return houses.find(([code]) => code === houseCode)?.[1] ?? '';
}

function citizenId(at: number): string {
  const twelve = `0999900000${String(at).padStart(2, '0')}`;
  return `${twelve}${citizenCheckDigit(twelve)}`;
}

function codesOf(answer: TestAnswer): readonly unknown[] {
  return answer.errors.map((error) => error.extensions?.['code']);
}
