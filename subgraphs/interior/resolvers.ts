import { CodedError } from '../../schema/contract/error-codes.ts';
import { mayEnterArea } from '../../schema/contract/identity.ts';
import { personIdOf, splitPersonId } from '../../schema/contract/scalars.ts';
import { areaOf, postcodeOf } from '../_kit/areas.ts';
import type { BodyContext } from '../_kit/define-subgraph.ts';
import { detailField, householdField, registerField } from '../_kit/fields.ts';
import type { HouseholdRecord, PersonKey } from '../_kit/record.ts';
import type { RowOf } from '../_kit/registry.ts';
import { isInAreas, mayAskBy } from './confine.ts';
import {
  allowancePayments,
  disaster,
  electricity,
  electricityBills,
  house,
  livelihood,
  person,
  personsByCitizenId,
  survey,
} from './data.ts';
import type { Address, Area, Resolvers } from './generated.ts';
import { listHouseholds } from './household-list.ts';

type PersonRow = RowOf<typeof person.columns>;

export const resolvers: Resolvers = {
  Query: {
    household: async (_, { houseCode }, { records }) => {
      const record = await records.load(houseCode);
      if (record === null) throw new CodedError('HOUSEHOLD_NOT_FOUND');
      return { houseCode };
    },
    person: async (_, { personId, citizenId }, context) => {
      const key = await personKey(personId ?? null, citizenId ?? null, context);
      const found = key === undefined ? undefined : await loadPerson(key, context);
      if (key === undefined || found === undefined || !isInAreas(found.record, context.access)) {
        throw new CodedError('PERSON_NOT_FOUND');
      }
      return { personId: key };
    },
    households: (_, { filter, first, after }, { store, access }) =>
      listHouseholds(store, {
        access,
        areaCode: filter?.areaCode ?? null,
        search: filter?.search ?? null,
        first: first ?? 20,
        after: after ?? null,
      }),
  },
  HouseholdConnection: {
    totalCount: (list) => list.total(),
    edges: (list) => list.edges.map(({ cursor, houseCode }) => ({ cursor, node: { houseCode } })),
    pageInfo: (list) => ({ hasNextPage: list.hasNextPage, endCursor: list.edges.at(-1)?.cursor ?? null }),
  },
  Household: {
    // What lies outside the areas is no household from this entry either; without areas no statement is spent on it.
    __resolveReference: async ({ houseCode }, { records, access }) =>
      access === null || (await records.load(houseCode)) !== null ? { houseCode } : null,
    areaCode: async ({ houseCode }, _, { records }) =>
      (await records.load(houseCode))?.rows(house)[0]?.areaCode ?? null,
    address: async ({ houseCode }, _, { records }) => addressOf(await records.load(houseCode)),
    members: async ({ houseCode }, _, { records }) => membersOf(await records.load(houseCode)),
  },
  Person: {
    __resolveReference: async ({ personId }, context) => ((await loadPerson(personId, context)) ? { personId } : null),
    citizenId: personField((row) => row.citizenId),
    nameTh: personField((row) => row.nameTh),
    birthDate: personField((row) => row.birthDate),
    birthDatePrecision: personField((row) => row.birthDatePrecision),
    birthYear: personField(({ birthDate }) => (birthDate === null ? null : Number(birthDate.slice(0, 4)))),
    sex: personField(({ sex }) => (sex === null ? 'UNKNOWN' : sexes[sex])),
    relation: personField((row) => row.relation),
    isDeceased: personField((row) => row.isDeceased),
    household: ({ personId }) => {
      const houseCode = splitPersonId(personId)?.[0];
      return houseCode === undefined ? null : { houseCode };
    },
  },
  InteriorRecord: {
    civilRegistrations: registerField(person),
    survey: householdField(survey),
    livelihoods: registerField(livelihood),
    electricity: householdField(electricity),
    electricityBills: detailField(electricityBills),
    disaster: householdField(disaster),
    allowancePayments: detailField(allowancePayments),
  },
};

const sexes = { F: 'FEMALE', M: 'MALE' } as const;

/** A number of somebody outside the areas takes no more statements than one of nobody. */
async function personKey(
  personId: string | null,
  citizenId: string | null,
  { store, access }: BodyContext,
): Promise<string | undefined> {
  if ((personId === null) === (citizenId === null)) throw new CodedError('INPUT_PERSON_KEY_MISSING');
  if (citizenId === null) return personId ?? undefined;
  if (!mayAskBy('CITIZEN_NUMBER', access)) throw new CodedError('POLICY_DENIED');
  const [row] = await store.read(personsByCitizenId, [citizenId]);
  if (row === undefined || (access !== null && !mayEnterArea(access.principal, String(row['area_code'])))) {
    return undefined;
  }
  return personIdOf(String(row['house_code']), String(row['member']));
}

interface LoadedPerson {
  readonly record: HouseholdRecord;
  readonly row: PersonRow;
}

/** The household's one statement serves all its persons. */
async function loadPerson(personId: string, { records }: BodyContext): Promise<LoadedPerson | undefined> {
  const [houseCode, member] = splitPersonId(personId) ?? [];
  const record = houseCode === undefined ? null : await records.load(houseCode);
  const row = record?.rows(person).find((each) => each.member === member);
  return record === null || row === undefined ? undefined : { record, row };
}

function personField<Value>(
  read: (row: PersonRow) => Value,
): (key: PersonKey, args: unknown, context: BodyContext) => Promise<Value | null> {
  return async ({ personId }, _args, context) => {
    const found = await loadPerson(personId, context);
    return found === undefined ? null : read(found.row);
  };
}

function membersOf(record: HouseholdRecord | null): readonly PersonKey[] {
  return record?.rows(person).map((row) => ({ personId: personIdOf(record.houseCode, row.member) })) ?? [];
}

/** As precise as the area code is: six digits name the subdistrict, two only the province. */
function addressOf(record: HouseholdRecord | null): Address | null {
  const row = record?.rows(house)[0];
  const code = row?.areaCode ?? row?.provinceCode ?? '';
  const province = area(code, 2);
  if (row === undefined || province === null) return null;
  return {
    line: row.addressLine,
    subdistrict: area(code, 6),
    district: area(code, 4),
    province,
    postcode: postcodeOf(code) ?? null,
  };
}

function area(code: string, digits: 2 | 4 | 6): Area | null {
  return code.length < digits ? null : (areaOf(code.slice(0, digits)) ?? null);
}
