import { bodyOf, type Body } from '../../schema/contract/bodies.ts';
import { personIdOf } from '../../schema/contract/scalars.ts';
import type { ProgrammeNode } from './catalogue.ts';
import type { Stored } from './columns.ts';
import type { Columns, Register, Registry, RowOf } from './registry.ts';
import { valueAsOf, type CountedIn } from './rules/fact-clock.ts';
import { bareEntitlement, bareService, type Reader } from './reader.ts';
import type { SqlRow } from './store.ts';
import { hasWeight } from './weight.ts';

/** The graph's Fact. */
export interface Fact {
  readonly name: string;
  readonly subject: string;
  readonly value: unknown;
  readonly asOf: string;
  readonly registry: string;
  readonly countedFrom: string | null;
  readonly countedIn: CountedIn | null;
}

/** A person, for the interior to tell more about. */
export interface PersonKey {
  readonly personId: string;
}

/** A household, for every body to tell more about. */
export interface HouseholdKey {
  readonly houseCode: string;
}

/** The graph's Entitlement. */
export interface Entitlement {
  readonly id: string;
  readonly programme: ProgrammeNode;
  readonly person: PersonKey | null;
  readonly status: string;
  readonly money: { readonly thb: number | null; readonly maxThb: number | null; readonly period: string } | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly body: Body;
  readonly asOf: string;
  readonly recordRef: string;
}

/** The graph's ServiceRecord. */
export interface ServiceRecord {
  readonly id: string;
  readonly programme: ProgrammeNode;
  readonly person: PersonKey | null;
  readonly status: string;
  readonly deliveredOn: string | null;
  readonly body: Body;
  readonly asOf: string;
}

/** What a record needs to know besides its rows. */
export interface RecordScope {
  readonly registry: Registry;
  readonly programmes: ReadonlyMap<string, ProgrammeNode>;
  /** Facts that follow from the stated ones; it must leave out what rests on an absent fact. */
  readonly derive?: (record: HouseholdRecord) => readonly Fact[];
  /** The date that counted values are given for. */
  readonly today: string;
  /** Who asks. */
  readonly reader: Reader;
  /** Whether who asks may open the household at all; only the interior can tell. */
  readonly mayOpen?: (record: HouseholdRecord) => boolean;
}

/** Rows of one household as the record statement gives them: each register and ledger is one JSON list of lists. */
export interface RecordRow extends SqlRow {
  readonly house_code: string;
  readonly as_of: string;
  readonly members: string;
  readonly absent: string | null;
  readonly was_read: number;
}

/** One body's record of one household; the properties are the fields of the graph's BodyRecord. */
export class HouseholdRecord {
  readonly houseCode: string;
  /** The extract's day as RFC 3339. */
  readonly asOf: string;
  /** `M1` … in the order of the extract. */
  readonly members: readonly string[];
  readonly today: string;
  /** False: the registry was not read for this house, so its body gives no answer. */
  readonly wasRead: boolean;
  readonly body: Body;
  readonly #row: RecordRow;
  readonly #scope: RecordScope;
  readonly #absent: Readonly<Record<string, readonly string[]>>;
  readonly #rows = new Map<string, readonly RowOf<Columns>[]>();
  #facts: readonly Fact[] | undefined;

  constructor(row: RecordRow, scope: RecordScope) {
    this.#row = row;
    this.#scope = scope;
    this.houseCode = row.house_code;
    this.asOf = `${row.as_of}T00:00:00Z`;
    this.today = scope.today;
    this.wasRead = row.was_read === 1;
    this.body = bodyOf(scope.registry.body);
    this.members = parsedJson(row.members);
    this.#absent = row.absent === null ? {} : parsedJson(row.absent);
  }

  /**
   * True when there is an enrolment, a service, or a fact other than false, 0, null, NONE and []: of what the reader may
   * see, for a record that is found and shows nothing would betray what is withheld.
   */
  get found(): boolean {
    return this.entitlements.length > 0 || this.services.length > 0 || this.facts.some((fact) => hasWeight(fact.value));
  }

  get facts(): readonly Fact[] {
    if (this.#facts === undefined) {
      this.#facts = this.#scope.registry.registers.flatMap((register) => this.#factsOf(register));
      const derived = this.#scope.derive?.(this);
      if (derived !== undefined) this.#facts = [...this.#facts, ...derived];
      this.#facts = this.#facts.flatMap((fact) => this.#shownFact(fact));
    }
    return this.#facts;
  }

  get entitlements(): readonly Entitlement[] {
    const shown = ledgerLines(this.#row['enrolment']).filter((line) => this.#mayShow(line));
    return this.#identified(shown).map(([id, line]) => this.#entitlement(id, line));
  }

  get services(): readonly ServiceRecord[] {
    const shown = ledgerLines(this.#row['service_record']).filter((line) => this.#mayShow(line));
    return this.#identified(shown).map(([id, line]) => this.#service(id, line));
  }

  /** The stored rows of a register, in the order of the members. */
  rows<C extends Columns>(register: Register<C>): readonly RowOf<C>[] {
    let rows = this.#rows.get(register.table);
    if (rows === undefined) {
      rows = storedLists(this.#row[register.table])
        .map((list) => decode(register, list))
        .toSorted((one, other) => memberNumber(one.member) - memberNumber(other.member));
      this.#rows.set(register.table, rows);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rows of a table are decoded by its own register
    return rows as unknown as readonly RowOf<C>[];
  }

  /** personId, or the house code for `M0`. */
  subjectOf(member: string): string {
    return member === 'M0' ? this.houseCode : personIdOf(this.houseCode, member);
  }

  person(member: string): PersonKey | null {
    return member === 'M0' ? null : { personId: personIdOf(this.houseCode, member) };
  }

  isAbsent(member: string, fact: string): boolean {
    return this.#absent[member]?.includes(fact) ?? false;
  }

  fact(name: string, member: string, value: unknown, registry: string): Fact {
    const subject = this.subjectOf(member);
    return { name, subject, value, asOf: this.asOf, registry, countedFrom: null, countedIn: null };
  }

  /** A fact whose value is counted from a date, given for `today`. */
  countedFact(
    name: string,
    member: string,
    countedFrom: string,
    clock: { countedIn: CountedIn; registry: string },
  ): Fact {
    const { countedIn, registry } = clock;
    const value = valueAsOf({ value: null, countedFrom, countedIn }, this.today);
    return { ...this.fact(name, member, value, registry), countedFrom, countedIn };
  }

  /** A fact that is withheld is absent, never null: null would be a claim. */
  #shownFact(fact: Fact): readonly Fact[] {
    const { reader } = this.#scope;
    if (!reader.mayReadFact(fact.name)) return [];
    const isTold = fact.countedFrom === null || reader.mayReadStart(fact.name);
    return [isTold ? fact : { ...fact, countedFrom: null }];
  }

  /** A programme that reveals what is withheld by its name is left out with all its rows. */
  #mayShow(line: readonly Stored[]): boolean {
    return this.#scope.reader.mayReadProgramme(String(line[2]));
  }

  get #isBare(): boolean {
    return !this.#scope.reader.mayReadLedger(this.#scope.registry.body);
  }

  #factsOf(register: Register): Fact[] {
    const rows = new Map(this.rows(register).map((row) => [row.member, row]));
    const members = register.of === 'person' ? this.members : ['M0'];
    return members.flatMap((member) =>
      Object.entries(register.facts).flatMap(([name, fact]) =>
        fact === undefined || this.isAbsent(member, fact)
          ? []
          : [this.#statedFact(register, name, { member, fact }, rows.get(member))],
      ),
    );
  }

  #statedFact(
    register: Register,
    name: string,
    { member, fact }: { member: string; fact: string },
    row: RowOf<Columns> | undefined,
  ): Fact {
    const column = register.columns[name];
    if (column === undefined) throw new TypeError(`${register.table} has no column ${name}`);
    const value: unknown = row === undefined ? column.blank : row[name];
    return column.countedIn === undefined || typeof value !== 'string'
      ? this.fact(fact, member, value, register.registry)
      : this.countedFact(fact, member, value, { countedIn: column.countedIn, registry: register.registry });
  }

  /**
   * Lines with their ids: of what they are, and which of several alike. The number of a line in its ledger would tell of
   * the lines before it that a reader may not see; lines alike are shown together or not at all.
   */
  #identified(lines: readonly (readonly Stored[])[]): readonly (readonly [id: string, line: readonly Stored[]])[] {
    const alike = new Map<string, number>();
    return lines.map((line) => {
      const [member, , programme] = line;
      const what = `${this.body.code}:${this.houseCode}:${String(member)}:${String(programme)}`;
      const number = (alike.get(what) ?? 0) + 1;
      alike.set(what, number);
      return [`${what}:${number}`, line] as const;
    });
  }

  #entitlement(id: string, line: readonly Stored[]): Entitlement {
    const [member, , programme, status, startedOn, endedOn, thb, period, recordRef] = line;
    return {
      id,
      programme: this.#programme(programme),
      person: this.person(String(member)),
      status: String(status),
      money: typeof period === 'string' ? { thb: typeof thb === 'number' ? thb : null, maxThb: null, period } : null,
      startedOn: textOrNull(startedOn),
      endedOn: textOrNull(endedOn),
      body: this.body,
      asOf: this.asOf,
      recordRef: String(recordRef),
      ...(this.#isBare && bareEntitlement),
    };
  }

  #service(id: string, line: readonly Stored[]): ServiceRecord {
    const [member, , programme, status, deliveredOn] = line;
    return {
      id,
      programme: this.#programme(programme),
      person: this.person(String(member)),
      status: String(status),
      deliveredOn: textOrNull(deliveredOn),
      body: this.body,
      asOf: this.asOf,
      ...(this.#isBare && bareService),
    };
  }

  #programme(id: Stored | undefined): ProgrammeNode {
    const programme = this.#scope.programmes.get(String(id));
    if (programme === undefined) throw new TypeError(`the ledger of ${this.body.code} names an unknown programme`);
    return programme;
  }
}

/** Columns of the two ledgers, in the order in which a record reads them. */
export const ledgerColumns = {
  enrolment: ['member', 'line', 'programme', 'status', 'started_on', 'ended_on', 'thb', 'period', 'record_ref'],
  service_record: ['member', 'line', 'programme', 'status', 'delivered_on'],
} as const;

/** A stored list `[member, column, column …]` as a row of its register or detail. */
export function decode(part: { readonly columns: Columns }, list: readonly Stored[]): RowOf<Columns> {
  const row: Record<string, unknown> = { member: String(list[0]) };
  let at = 1;
  for (const [name, column] of Object.entries(part.columns)) {
    row[name] = column.fromStore(list[at] ?? null);
    at += 1;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- filled from the same columns as the type
  return row as RowOf<Columns>;
}

export function storedLists(json: Stored | undefined): readonly (readonly Stored[])[] {
  return typeof json === 'string' ? parsedJson(json) : [];
}

/** `M12` -> 12. */
export function memberNumber(member: string): number {
  return Number(member.slice(1));
}

function ledgerLines(json: Stored | undefined): readonly (readonly Stored[])[] {
  return storedLists(json).toSorted((one, other) => Number(one[1]) - Number(other[1]));
}

function textOrNull(stored: Stored | undefined): string | null {
  return stored === null || stored === undefined ? null : String(stored);
}

/** JSON that this kit's importer wrote into a table of its own; what it is follows from the column. */
// oxlint-disable-next-line typescript/no-explicit-any -- callers say what the column holds
function parsedJson(json: string): any {
  return JSON.parse(json);
}
