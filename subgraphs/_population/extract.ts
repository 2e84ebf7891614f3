import { bodyNames, type BodyName } from '../../schema/contract/bodies.ts';
import { isMemberName, parseCitizenId, parseHouseCode } from '../../schema/contract/scalars.ts';
import { fromBuddhistEra, isCivilDate } from '../_kit/calendar.ts';
import { ExtractFault, type BodyExtract, type EnrolmentExtract, type ServiceExtract } from '../_kit/import.ts';
import { placeOf } from './extract-area.ts';
import type { ExtractDictionary, ExtractFact } from './extract-dictionary.ts';
import { bodyNamed, readEnrolments, readServices, type LedgerLine } from './extract-ledger.ts';
import { listAt, objectAt, optionalText, textAt, wordAt, type JsonObject } from './extract-shape.ts';

/** One household of an extract, taken apart by body. */
export interface HouseholdExtract {
  readonly houseCode: string;
  /** All thirteen bodies have their part; that of an unread registry says so and is empty. */
  readonly parts: ReadonlyMap<BodyName, BodyExtract>;
}

/** Keys of a member that are no facts. */
const identityKeys: ReadonlySet<string> = new Set([
  'member',
  'citizenId',
  'name',
  'relation',
  'birthDateBE',
  'birthDatePrecision',
]);

/** What an extract without any name is filed under. */
const noFamilyName = '-';

/**
 * One household of the extract format, from JSON of unknown origin. Every fact goes to the body that owns it by the
 * dictionary; an absent fact stays absent and null stays null. Throws ExtractFault with the place and the problem,
 * never the value. What a single body demands of its columns is checked later, by the body.
 */
export function parseHousehold(value: unknown, dictionary: ExtractDictionary): HouseholdExtract {
  const household = objectAt(value, 'household');
  const asOf = household['asOf'];
  if (!isCivilDate(asOf)) throw new ExtractFault('asOf', 'must be a date like 2022-08-10');
  const { houseCode, facts: householdFacts } = readHouse(household['household'], dictionary);
  const members = readMembers(household['members'], dictionary);
  const names = [...members.keys()];
  const scope = { dictionary, members: names };
  const parts = new Parts({ houseCode, asOf, members: names }, readUnread(household['unread']));
  parts.state('M0', householdFacts);
  for (const [name, member] of members) parts.state(name, member.facts);
  parts.identify('M0', { ...placeOf(household), familyName: familyName(members) });
  for (const [name, member] of members) parts.identify(name, member.identity);
  for (const line of readEnrolments(household['enrolments'], scope)) parts.enrol(line);
  for (const line of readServices(household['services'], scope)) parts.serve(line);
  for (const [body, details] of readRegistries(household['registries'])) parts.detail(body, details);
  return { houseCode, parts: parts.byBody };
}

type StatedFact = readonly [ExtractFact, unknown];

interface Member {
  readonly facts: readonly StatedFact[];
  readonly identity: Identity;
}

interface WritablePart extends BodyExtract {
  readonly facts: Map<string, Map<string, unknown>>;
  readonly identity: Map<string, Readonly<Record<string, unknown>>>;
  readonly enrolments: EnrolmentExtract[];
  readonly services: ServiceExtract[];
  details: Readonly<Record<string, unknown>>;
}

/** The parts of the thirteen bodies while they are filled. */
class Parts {
  readonly byBody: ReadonlyMap<BodyName, WritablePart>;

  constructor(shared: Pick<BodyExtract, 'houseCode' | 'asOf' | 'members'>, unread: ReadonlySet<BodyName>) {
    this.byBody = new Map(
      bodyNames.map((body) => [
        body,
        {
          ...shared,
          wasRead: !unread.has(body),
          facts: new Map(),
          identity: new Map(),
          enrolments: [],
          services: [],
          details: {},
        },
      ]),
    );
  }

  state(member: string, facts: readonly StatedFact[]): void {
    for (const [{ name, body }, value] of facts) {
      const stated = this.#read(body)?.facts;
      const ofMember = stated?.get(member) ?? new Map<string, unknown>();
      stated?.set(member, ofMember.set(name, value));
    }
  }

  /** Kept even when the interior was not read: the store files every house under its area. */
  identify(member: string, identity: Readonly<Record<string, unknown>>): void {
    this.byBody.get('interior')?.identity.set(member, identity);
  }

  enrol({ body, line }: LedgerLine<EnrolmentExtract>): void {
    this.#read(body)?.enrolments.push(line);
  }

  serve({ body, line }: LedgerLine<ServiceExtract>): void {
    this.#read(body)?.services.push(line);
  }

  detail(body: BodyName, details: JsonObject): void {
    const part = this.#read(body);
    if (part !== undefined) part.details = details;
  }

  #read(body: BodyName): WritablePart | undefined {
    const part = this.byBody.get(body);
    return part?.wasRead === true ? part : undefined;
  }
}

function readHouse(value: unknown, dictionary: ExtractDictionary): { houseCode: string; facts: readonly StatedFact[] } {
  const house = objectAt(value, 'household');
  const houseCode = parseHouseCode(textAt(house['houseCode'], 'household.houseCode'));
  if (houseCode === undefined) throw new ExtractFault('household.houseCode', 'must have exactly 11 digits');
  const facts = Object.entries(house).flatMap(([key, stated]) =>
    key === 'houseCode' ? [] : statedFact(dictionary.householdFacts, key, { value: stated, place: 'household' }),
  );
  return { houseCode, facts };
}

function readMembers(value: unknown, dictionary: ExtractDictionary): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  const citizenIds = new Set<unknown>();
  for (const [at, entry] of listAt(value, 'members').entries()) {
    const member = objectAt(entry, `members[${at}]`);
    const name = textAt(member['member'], `members[${at}].member`);
    if (!isMemberName(name)) throw new ExtractFault(`members[${at}].member`, 'must be M1 to M99');
    const place = `members[${name}]`;
    if (members.has(name)) throw new ExtractFault(place, 'is there twice');
    const identity = readIdentity(member, place);
    if (citizenIds.has(identity.citizenId))
      throw new ExtractFault(`${place}.citizenId`, 'is the number of another member');
    if (identity.citizenId !== null) citizenIds.add(identity.citizenId);
    members.set(name, { identity, facts: readPersonFacts(member, place, dictionary) });
  }
  if (members.size === 0) throw new ExtractFault('members', 'must hold at least one member');
  return members;
}

function readPersonFacts(member: JsonObject, place: string, dictionary: ExtractDictionary): readonly StatedFact[] {
  const birthDate = readBirthDate(member, place);
  return Object.entries({ ...member, ...birthDate }).flatMap(([key, value]) =>
    identityKeys.has(key) ? [] : statedFact(dictionary.personFacts, key, { value, place }),
  );
}

function statedFact(
  facts: ReadonlyMap<string, ExtractFact>,
  key: string,
  { value, place }: { value: unknown; place: string },
): readonly StatedFact[] {
  const fact = facts.get(key);
  // The name of an unknown key comes from the file and is cut short: it could be anything.
  if (fact === undefined) throw new ExtractFault(`${place}.${shown(key)}`, 'is not a fact of the dictionary');
  const problem = value === null ? undefined : fact.problem(value);
  if (problem !== undefined) throw new ExtractFault(`${place}.${key}`, problem);
  return fact.isStored ? [[fact, value]] : [];
}

interface Identity extends Readonly<Record<string, unknown>> {
  readonly citizenId: string | null;
  readonly name: string | null;
}

function readIdentity(member: JsonObject, place: string): Identity {
  return {
    citizenId: readCitizenId(member['citizenId'], place),
    name: optionalText(member['name'], `${place}.name`, 200),
    relation: optionalText(member['relation'], `${place}.relation`, 100),
    birthDatePrecision: wordAt(
      member['birthDatePrecision'],
      `${place}.birthDatePrecision`,
      ['DAY', 'MONTH', 'YEAR'],
      'DAY',
    ),
  };
}

function readCitizenId(value: unknown, place: string): string | null {
  if (value === undefined || value === null) return null;
  const citizenId = typeof value === 'string' ? parseCitizenId(value) : undefined;
  if (citizenId !== undefined) return citizenId;
  throw new ExtractFault(`${place}.citizenId`, 'must have 13 digits and a valid check digit, or be null');
}

/** From the Gregorian date, the Buddhist one, or both when they agree; absent when both are. */
function readBirthDate(member: JsonObject, place: string): { birthDate?: unknown } {
  const { birthDate, birthDateBE } = member;
  if (birthDateBE === undefined || birthDateBE === null) {
    return birthDate === undefined && birthDateBE === null ? { birthDate: null } : {};
  }
  const converted = gregorian(textAt(birthDateBE, `${place}.birthDateBE`));
  if (converted === undefined)
    throw new ExtractFault(`${place}.birthDateBE`, 'must be a Buddhist-era date like 2482-03-15');
  if (birthDate !== undefined && birthDate !== null && birthDate !== converted) {
    throw new ExtractFault(`${place}.birthDateBE`, 'is another day than birthDate');
  }
  return { birthDate: converted };
}

function gregorian(date: string): string | undefined {
  try {
    return fromBuddhistEra(date);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The last word of the first member's name. */
function familyName(members: ReadonlyMap<string, Member>): string {
  const [first] = members.values();
  const name = first?.identity.name ?? '';
  return name.trim().split(/\s+/u).at(-1)?.slice(0, 100) || noFamilyName;
}

function readUnread(value: unknown): ReadonlySet<BodyName> {
  return new Set(
    listAt(value, 'unread').map((entry, at) => {
      const body = bodyNamed(entry);
      if (body === undefined) throw new ExtractFault(`unread[${at}]`, 'is none of the thirteen bodies');
      return body;
    }),
  );
}

function readRegistries(value: unknown): readonly (readonly [BodyName, JsonObject])[] {
  if (value === undefined || value === null) return [];
  return Object.entries(objectAt(value, 'registries')).map(([key, details]) => {
    const body = bodyNamed(key);
    if (body === undefined) throw new ExtractFault(`registries.${shown(key)}`, 'is none of the thirteen bodies');
    return [body, objectAt(details, `registries.${body}`)] as const;
  });
}

/** A key of the file as an error may repeat it: letters of a name only. */
function shown(key: string): string {
  return /^[A-Za-z][A-Za-z0-9_-]{0,59}$/u.test(key) ? key : '?';
}
