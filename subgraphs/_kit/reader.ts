import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mayReadField } from '../../schema/contract/access-rules.ts';
import { readRowRules, type RowRules } from '../../schema/contract/access-rows.ts';
import type { BodyName } from '../../schema/contract/bodies.ts';
import type { AccessContext, Principal } from '../../schema/contract/identity.ts';

/** One principal's eyes: which rows of facts, enrolments and services it may see. Rows that it may not are absent. */
export interface Reader {
  readonly mayReadFact: (name: string) => boolean;
  /** Whether the day that the fact is counted from may be told. */
  readonly mayReadStart: (name: string) => boolean;
  /** Whether rows that name the programme may be shown at all. */
  readonly mayReadProgramme: (id: string) => boolean;
  /** Whether money, days and references in the body's ledger may be shown; else programme, person and state alone. */
  readonly mayReadLedger: (body: BodyName) => boolean;
}

/** What a line of a ledger loses where only its programme, person and state may be shown. */
export const bareEntitlement = { money: null, startedOn: null, endedOn: null, recordRef: '' } as const;
export const bareService = { deliveredOn: null } as const;

/** Without an access context (a gateway that runs `--no-auth`) everything is shown. */
export function readerOf(access: AccessContext | null): Reader {
  return access === null ? everything : readerFor(access.principal);
}

const yes = (): boolean => true;

const everything: Reader = {
  mayReadFact: yes,
  mayReadStart: yes,
  mayReadProgramme: yes,
  mayReadLedger: yes,
};

const known = new WeakMap<Principal, Reader>();

/** One reader for each principal: it remembers its decisions, since a household has hundreds of rows of the same facts. */
function readerFor(principal: Principal): Reader {
  let reader = known.get(principal);
  if (reader === undefined) {
    const rules = rowRules();
    reader = {
      mayReadFact: remembered((name) => mayReadField(principal, rules.fact(name))),
      mayReadStart: remembered((name) => mayReadField(principal, rules.countedFrom(name))),
      mayReadProgramme: remembered((id) => mayReadField(principal, rules.programme(id))),
      mayReadLedger: (body) => mayReadField(principal, ledgerDetail, body),
    };
    known.set(principal, reader);
  }
  return reader;
}

const ledgerDetail = { level: 'personal', kind: 'DETAIL', categories: [] } as const;

const catalogueFile = path.join(import.meta.dirname, '../../schema/programmes.json');
let rules: RowRules | undefined;

/** Read when first needed, since composing the catalogue needs the bodies' definitions. */
function rowRules(): RowRules {
  rules ??= readRowRules(JSON.parse(readFileSync(catalogueFile, 'utf8')));
  return rules;
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
