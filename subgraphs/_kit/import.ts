import { memberNumber } from './record.ts';
import type { Column, Stored } from './columns.ts';
import type { Detail, Register, Registry } from './registry.ts';

/** One body's part of a household extract. Members are `M1` … and `M0` for the household. */
export interface BodyExtract {
  readonly houseCode: string;
  /** The extract's date. */
  readonly asOf: string;
  readonly members: readonly string[];
  /** False for a registry that was not read: its facts are absent and its body gives no answer. */
  readonly wasRead: boolean;
  /** Member -> fact name -> value; an absent fact has no entry, null means that the registry has no value. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  /** Member -> keys of the extract that are not facts, for example name; only the interior reads them. */
  readonly identity: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly enrolments: readonly EnrolmentExtract[];
  readonly services: readonly ServiceExtract[];
  /** The body's part of the optional `registries`, by the key of a detail. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface EnrolmentExtract {
  readonly member: string;
  readonly programme: string;
  readonly status: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly thb: number | null;
  readonly period: string | null;
  readonly recordRef: string | null;
}

export interface ServiceExtract {
  readonly member: string;
  readonly programme: string;
  readonly status: string;
  readonly deliveredOn: string | null;
}

/** Rows to write, by table; each row starts with the house code. */
export type TableRows = ReadonlyMap<string, readonly (readonly Stored[])[]>;

/** Why a household is refused: the place in its extract and what is wrong there. It never holds the value. */
export class ExtractFault extends Error {
  readonly path: string;
  readonly problem: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.name = 'ExtractFault';
    this.path = path;
    this.problem = problem;
  }
}

/** The rows of one household in every table of the registry. Throws ExtractFault; nothing is written here. */
export function rowsOf(registry: Registry, extract: BodyExtract): TableRows {
  const rows = new Map<string, readonly (readonly Stored[])[]>([
    ['extract', [extractRow(registry, extract)]],
    ['enrolment', extract.enrolments.map((enrolment, at) => enrolmentRow(extract, enrolment, at + 1))],
    ['service_record', extract.services.map((service, at) => serviceRow(extract, service, at + 1))],
  ]);
  for (const register of registry.registers) rows.set(register.table, registerRows(register, extract));
  for (const key of Object.keys(extract.details)) {
    if (!registry.details.some((detail) => detail.key === key)) {
      throw new ExtractFault(`registries.${registry.body}.${key}`, 'is not a register of this body');
    }
  }
  for (const detail of registry.details) rows.set(detail.table, detailRows(registry, detail, extract));
  return rows;
}

function extractRow(registry: Registry, extract: BodyExtract): readonly Stored[] {
  const absent: Record<string, string[]> = {};
  for (const register of registry.registers) {
    for (const member of subjects(register, extract)) {
      const facts = Object.values(register.facts).filter((fact) => fact !== undefined);
      const missing = facts.filter((fact) => extract.facts.get(member)?.has(fact) !== true);
      if (missing.length > 0) absent[member] = [...(absent[member] ?? []), ...missing];
    }
  }
  return [
    extract.houseCode,
    extract.asOf,
    JSON.stringify(extract.members),
    Object.keys(absent).length === 0 ? null : JSON.stringify(absent),
    extract.wasRead ? 1 : 0,
  ];
}

function registerRows(register: Register, extract: BodyExtract): readonly (readonly Stored[])[] {
  return subjects(register, extract).flatMap((member) => {
    let blank = register.always !== true;
    const values = Object.entries(register.columns).map(([name, column]) => {
      const place = placeOf(register, name, member);
      const given = valueOf(register, name, member, extract);
      if (given === undefined) return null;
      if (!isBlank(column, given)) blank = false;
      return storedValue(column, given, extract.asOf, place);
    });
    return blank ? [] : [[extract.houseCode, member, ...values]];
  });
}

function detailRows(registry: Registry, detail: Detail, extract: BodyExtract): readonly (readonly Stored[])[] {
  const place = `registries.${registry.body}.${detail.key}`;
  const entries = extract.details[detail.key] ?? [];
  if (!Array.isArray(entries)) throw new ExtractFault(place, 'must be a list');
  return entries.map((entry: unknown, at) => {
    const where = `${place}[${at}]`;
    if (!isObject(entry)) throw new ExtractFault(where, 'must be an object');
    const member = memberOf(detail, entry, extract, where);
    const unknown = Object.keys(entry).find((key) => key !== 'member' && detail.columns[key] === undefined);
    if (unknown !== undefined) throw new ExtractFault(`${where}.${unknown}`, 'is not a column of this register');
    const values = Object.entries(detail.columns).map(([name, column]) => {
      const given = entry[name] ?? null;
      if (given === null && column.isOptional !== true) throw new ExtractFault(`${where}.${name}`, 'is missing');
      return storedValue(column, given, extract.asOf, `${where}.${name}`);
    });
    return [extract.houseCode, member, ...values, at + 1];
  });
}

function memberOf(
  detail: Detail,
  entry: Readonly<Record<string, unknown>>,
  extract: BodyExtract,
  where: string,
): string {
  if (detail.of === 'household') return 'M0';
  const member = entry['member'];
  if (typeof member === 'string' && extract.members.includes(member)) return member;
  throw new ExtractFault(`${where}.member`, 'is not a member of this household');
}

function enrolmentRow(extract: BodyExtract, enrolment: EnrolmentExtract, line: number): readonly Stored[] {
  const reference =
    enrolment.recordRef ?? `${extract.houseCode}/${memberNumber(enrolment.member)}/${enrolment.programme}`;
  return [
    extract.houseCode,
    enrolment.member,
    line,
    enrolment.programme,
    enrolment.status,
    enrolment.startedOn,
    enrolment.endedOn,
    enrolment.thb,
    enrolment.period,
    reference,
  ];
}

function serviceRow(extract: BodyExtract, service: ServiceExtract, line: number): readonly Stored[] {
  return [extract.houseCode, service.member, line, service.programme, service.status, service.deliveredOn];
}

function subjects(register: Register, extract: BodyExtract): readonly string[] {
  return register.of === 'person' ? extract.members : ['M0'];
}

function valueOf(register: Register, name: string, member: string, extract: BodyExtract): unknown {
  const fact = register.facts[name];
  if (fact !== undefined) return extract.facts.get(member)?.get(fact);
  const identity = register.identity?.[name];
  return identity === undefined ? undefined : extract.identity.get(member)?.[identity];
}

function placeOf(register: Register, name: string, member: string): string {
  const key = (register.facts[name] ?? register.identity?.[name] ?? name).replace(/^(?:person|household)\./u, '');
  return member === 'M0' ? `household.${key}` : `members[${member}].${key}`;
}

function storedValue(column: Column<unknown>, given: unknown, asOf: string, place: string): Stored {
  if (given === null) return null;
  const problem = column.problem(given);
  if (problem !== undefined) throw new ExtractFault(place, problem);
  return column.toStore(given, asOf);
}

function isBlank(column: Column<unknown>, given: unknown): boolean {
  return Array.isArray(given) && Array.isArray(column.blank) ? given.length === 0 : given === column.blank;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
