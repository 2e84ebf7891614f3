import { getNamedType, isEnumType, isObjectType, type GraphQLSchema } from 'graphql';
import {
  mayReadField,
  shownCharacters,
  toRule,
  type AccessRule,
  type AccessRules,
} from '../../schema/contract/access-rules.ts';
import type { RowRules } from '../../schema/contract/access-rows.ts';
import { bodyOf } from '../../schema/contract/bodies.ts';
import type { ErrorCode } from '../../schema/contract/error-codes.ts';
import type { Principal } from '../../schema/contract/identity.ts';

/** What must be known of an object before any of it is written, and what a hidden one that stands in no list is called. */
export interface RowGuard {
  /** A selection without braces. */
  readonly needs: string;
  readonly hiddenCode: ErrorCode;
}

/** SHOWN, HIDDEN, or shown with these fields replaced by JSON text. */
export type RowView = 'SHOWN' | 'HIDDEN' | ReadonlyMap<string, string>;

/** The needed fields of one object. */
export type Row = Readonly<Record<string, unknown>>;

/** What rows of a supergraph ask of who reads them. */
export interface GraphRules {
  readonly schema: GraphQLSchema;
  readonly rules: AccessRules;
  readonly rows: RowRules;
}

/** One principal's eyes for rows, whatever the operation. */
export interface RowEyes {
  /** By type: decided by category. Types of which the principal may see every row are not in it. */
  readonly guards: ReadonlyMap<string, RowGuard>;
  readonly decide: (guard: string, row: Row) => RowView;
  /** By coordinate: how many last characters are shown. */
  readonly masks: ReadonlyMap<string, number>;
}

/**
 * The gateway's own decision on rows that no directive of a field can tell apart: facts by the category of their name,
 * enrolments, services and screenings by what their programme's name reveals, objects by sensitive words in them, and the
 * ledger of another body for a body's officer. The bodies decide the same before; here nothing that one of them lets
 * slip may pass.
 */
export function rowEyes(graph: GraphRules, principal: Principal): RowEyes {
  const deciders = decidersFor(graph, principal);
  const guards = new Map(
    [...deciders].map(([type, { needs }]) => [type, { needs, hiddenCode: 'POLICY_DENIED' }] as const),
  );
  return {
    guards,
    decide: (guard, row) => deciders.get(guard)?.decide(row) ?? 'SHOWN',
    masks: masksFor(graph.rules, principal),
  };
}

interface Decider {
  readonly needs: string;
  readonly decide: (row: Row) => RowView;
}

function decidersFor(graph: GraphRules, principal: Principal): ReadonlyMap<string, Decider> {
  const deciders = new Map<string, Decider>(wordDeciders(graph, principal));
  for (const [type, decider] of [...factDeciders(graph, principal), ...programmeDeciders(graph, principal)]) {
    deciders.set(type, both(deciders.get(type), decider));
  }
  return deciders;
}

function both(one: Decider | undefined, other: Decider): Decider {
  if (one === undefined) return other;
  return {
    needs: `${one.needs} ${other.needs}`,
    decide: (row) => {
      const view = one.decide(row);
      return view === 'SHOWN' ? other.decide(row) : view;
    },
  };
}

const withheldStart: RowView = new Map([
  ['countedFrom', 'null'],
  ['countedIn', 'null'],
]);
const withheldEvidence: RowView = new Map([
  ['holds', '"UNKNOWN"'],
  ['value', 'null'],
  ['asOf', 'null'],
  ['reason', '"NOT_AUTHORIZED"'],
]);
const withheldReason: RowView = new Map([['reason', '"NOT_AUTHORIZED"']]);

function factDeciders({ rows }: GraphRules, principal: Principal): readonly (readonly [string, Decider])[] {
  const mayRead = remembered((name) => mayReadField(principal, rows.fact(name)));
  const mayReadStart = remembered((name) => mayReadField(principal, rows.countedFrom(name)));
  if (rows.factNames.every((name) => mayRead(name) && mayReadStart(name))) return [];
  return [
    [
      'Fact',
      {
        needs: 'name',
        decide: ({ name }) => {
          if (typeof name !== 'string' || !mayRead(name)) return 'HIDDEN';
          return mayReadStart(name) ? 'SHOWN' : withheldStart;
        },
      },
    ],
    // That a rule asks for a fact is the catalogue's, and open; what was found of this household is not.
    ['Evidence', byFact(mayRead, withheldEvidence)],
    ['FactRef', byFact(mayRead, withheldReason)],
  ];
}

function byFact(mayRead: (name: string) => boolean, withheld: RowView): Decider {
  return {
    needs: 'fact',
    decide: ({ fact }) => (typeof fact === 'string' && mayRead(fact) ? 'SHOWN' : withheld),
  };
}

const bareEntitlement: RowView = new Map([
  ['money', 'null'],
  ['startedOn', 'null'],
  ['endedOn', 'null'],
  ['recordRef', '""'],
]);
const bareService: RowView = new Map([['deliveredOn', 'null']]);
const ledger = toRule({ kind: 'DETAIL', categories: [] });

function programmeDeciders({ rows }: GraphRules, principal: Principal): readonly (readonly [string, Decider])[] {
  const mayRead = remembered((id) => mayReadField(principal, rows.programme(id)));
  const isOfficer = principal.role === 'body-officer';
  if (rows.programmeIds.every(mayRead) && !isOfficer) return [];
  const ofLedger = (bare: RowView): Decider => ({
    needs: 'programme { id } body { code }',
    decide: ({ programme, body }) => {
      if (!mayRead(textIn(programme, 'id'))) return 'HIDDEN';
      return isOfficer && !isOwn(principal, textIn(body, 'code')) ? bare : 'SHOWN';
    },
  });
  return [
    ['Entitlement', ofLedger(bareEntitlement)],
    ['ServiceRecord', ofLedger(bareService)],
    [
      'Screening',
      {
        needs: 'programme { id }',
        decide: ({ programme }) => (mayRead(textIn(programme, 'id')) ? 'SHOWN' : 'HIDDEN'),
      },
    ],
    [
      'Overlap',
      {
        needs: 'programmes { id }',
        decide: ({ programmes }) =>
          Array.isArray(programmes) && programmes.every((each) => mayRead(textIn(each, 'id'))) ? 'SHOWN' : 'HIDDEN',
      },
    ],
  ];
}

/** Only the officer's own body's ledger is shown in full. */
function isOwn(principal: Principal, code: string): boolean {
  return (
    principal.body !== null && bodyOf(principal.body).code === code && mayReadField(principal, ledger, principal.body)
  );
}

/** Objects that hold a word which tells as much as a diagnosis. */
function wordDeciders({ schema, rules }: GraphRules, principal: Principal): readonly (readonly [string, Decider])[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    const words = Object.values(type.getFields()).flatMap(({ name, type: ofField }) => {
      const named = getNamedType(ofField);
      if (!isEnumType(named)) return [];
      const withheld = named
        .getValues()
        .map((word) => word.name)
        .filter((word) => !mayReadWord(principal, rules.get(`${named.name}.${word}`)));
      return withheld.length === 0 ? [] : [{ name, withheld: new Set<unknown>(withheld) }];
    });
    if (words.length === 0) return [];
    const decide = (row: Row): RowView =>
      words.some(({ name, withheld }) => holds(row[name], withheld)) ? 'HIDDEN' : 'SHOWN';
    return [[type.name, { needs: words.map(({ name }) => name).join(' '), decide }] as const];
  });
}

function mayReadWord(principal: Principal, rule: AccessRule | undefined): boolean {
  return rule === undefined || mayReadField(principal, rule);
}

function holds(value: unknown, withheld: ReadonlySet<unknown>): boolean {
  return Array.isArray(value) ? value.some((each) => withheld.has(each)) : withheld.has(value);
}

function masksFor(rules: AccessRules, principal: Principal): ReadonlyMap<string, number> {
  return new Map(
    [...rules].flatMap(([coordinate, rule]) => {
      const keep = shownCharacters(principal, rule);
      return keep === undefined ? [] : [[coordinate, keep] as const];
    }),
  );
}

function textIn(value: unknown, key: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : '';
}

const maxRemembered = 2_000;

function remembered(decide: (name: string) => boolean): (name: string) => boolean {
  const decisions = new Map<string, boolean>();
  return (name) => {
    const before = decisions.get(name);
    if (before !== undefined) return before;
    const decided = decide(name);
    if (decisions.size < maxRemembered) decisions.set(name, decided);
    return decided;
  };
}
