import { mayEnterArea, type AccessContext, type Principal } from '../../schema/contract/identity.ts';
import { rowEyes, type GraphRules, type Row, type RowEyes, type RowGuard, type RowView } from './row-guards.ts';

/** One operation's eyes: what the execution asks of every guarded object before it writes any of it. */
export interface RowReader {
  /** Stands for guards and masks: same key, same guards and masks. */
  readonly key: string;
  /** By type, or by the field that returns the object. */
  readonly guards: ReadonlyMap<string, RowGuard>;
  readonly masks: ReadonlyMap<string, number>;
  readonly look: (guard: string, row: Row) => RowView;
}

/** The households and persons that an operation's answer holds. */
export interface Seen {
  /** House code -> area code, null where the interior does not know it. */
  readonly households: ReadonlyMap<string, string | null>;
  readonly persons: ReadonlySet<string>;
}

/** A reader for one operation, and what it saw. */
export interface Reading {
  readonly reader: RowReader;
  readonly seen: Seen;
}

/** Makes the readers of one supergraph. */
export function createRowReaders(graph: GraphRules): (access: AccessContext) => Reading {
  const known = new WeakMap<Principal, Eyes>();
  const eyesOf = (principal: Principal): Eyes => {
    const eyes = known.get(principal) ?? withHouseholds(rowEyes(graph, principal));
    known.set(principal, eyes);
    return eyes;
  };
  return (access) => {
    const { key, guards, masks, decide } = eyesOf(access.principal);
    const households = new Map<string, string | null>();
    const persons = new Set<string>();
    const isInAreas = (areaCode: unknown): boolean =>
      mayEnterArea(access.principal, typeof areaCode === 'string' ? areaCode : '');
    const mayOpen = (areaCode: unknown): boolean =>
      isInAreas(areaCode) || (access.breakGlass !== null && access.principal.role === 'supervisor');

    function note({ houseCode, areaCode }: Row): void {
      if (typeof houseCode === 'string') households.set(houseCode, typeof areaCode === 'string' ? areaCode : null);
    }
    function notePerson({ personId }: Row): void {
      if (typeof personId === 'string') persons.add(personId);
    }
    const looks: Readonly<Record<string, (row: Row) => RowView>> = {
      Household: (row) => {
        if (!mayOpen(row['areaCode'])) return 'HIDDEN';
        note(row);
        for (const member of rowsIn(row['members'])) notePerson(member);
        return 'SHOWN';
      },
      'Query.person': (row) => {
        const household = rowsIn([row['household']])[0] ?? {};
        // No glass is broken for a look-up by person: it would open whichever household the person lives in.
        if (!isInAreas(household['areaCode'])) return 'HIDDEN';
        note(household);
        notePerson(row);
        return 'SHOWN';
      },
    };
    return {
      reader: { key, guards, masks, look: (guard, row) => looks[guard]?.(row) ?? decide(guard, row) },
      seen: { households, persons },
    };
  };
}

interface Eyes extends RowEyes {
  readonly key: string;
}

/** Every household is looked at, whoever reads: for its area, and to write down who was seen. */
const householdGuards: ReadonlyMap<string, RowGuard> = new Map([
  ['Household', { needs: 'houseCode areaCode members { personId }', hiddenCode: 'HOUSEHOLD_NOT_FOUND' }],
  ['Query.person', { needs: 'personId household { houseCode areaCode }', hiddenCode: 'PERSON_NOT_FOUND' }],
]);

function withHouseholds({ guards, decide, masks }: RowEyes): Eyes {
  const all = new Map([...householdGuards, ...guards]);
  const key = JSON.stringify([[...all].map(([name, { needs }]) => [name, needs]), [...masks]]);
  return { guards: all, decide, masks, key };
}

function rowsIn(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
