import { Kind, OperationTypeNode, type DocumentNode, type SelectionSetNode } from 'graphql';
import type { ErrorCode, ErrorDetails } from '../../schema/contract/error-codes.ts';
import { purposes, type AccessContext, type Role } from '../../schema/contract/identity.ts';
import { pickOperation, readDefinitions, type Definitions } from './definitions.ts';

/** What the decision needs to know of an operation; the same for everybody, so it can be kept with the document. */
export interface OperationFacts {
  readonly type: OperationTypeNode;
  /** Names of root fields, not their aliases, one for each time that they are asked for. */
  readonly rootFields: readonly string[];
}

export type OperationDecision =
  | { readonly kind: 'ALLOWED' }
  | { readonly kind: 'REFUSED'; readonly code: OperationRefusal; readonly details: ErrorDetails };

export type OperationRefusal = Extract<
  ErrorCode,
  | 'IDENTITY_MISSING'
  | 'POLICY_OPERATION_TYPE'
  | 'POLICY_ROLE_REFUSED'
  | 'POLICY_PURPOSE_MISSING'
  | 'POLICY_BREAK_GLASS_SCOPE'
>;

/** What a root field opens. A field that is not here opens households: nothing is open because nobody thought of it. */
const openedBy: ReadonlyMap<string, Opened> = new Map([
  ['__typename', 'CATALOGUE'],
  ['__schema', 'CATALOGUE'],
  ['__type', 'CATALOGUE'],
  ['bodies', 'CATALOGUE'],
  ['programmes', 'CATALOGUE'],
  ['programme', 'CATALOGUE'],
  ['accessStatement', 'JOURNAL'],
]);

type Opened = 'CATALOGUE' | 'JOURNAL' | 'HOUSEHOLDS';

const mayOpen: Readonly<Record<Role, ReadonlySet<Opened>>> = {
  caseworker: new Set(['CATALOGUE', 'HOUSEHOLDS']),
  supervisor: new Set(['CATALOGUE', 'HOUSEHOLDS', 'JOURNAL']),
  'body-officer': new Set(['CATALOGUE', 'HOUSEHOLDS']),
  'report-builder': new Set(['CATALOGUE', 'HOUSEHOLDS']),
  'body-developer': new Set(['CATALOGUE']),
  auditor: new Set(['CATALOGUE', 'JOURNAL']),
};

/** Throws OPERATION_UNRESOLVED when the document does not say which operation is meant. */
export function readOperationFacts(document: DocumentNode, operationName?: string | null): OperationFacts {
  const definitions = readDefinitions(document);
  const operation = pickOperation(definitions, operationName);
  return { type: operation.operation, rootFields: rootFieldsOf(operation.selectionSet, definitions) };
}

/**
 * Decides before anything is planned: somebody is signed in, the role covers what the operation opens, and whoever opens
 * a household, a person or the record of who saw them says what for. `access` is null for nobody.
 */
export function decideOperation(access: AccessContext | null, facts: OperationFacts): OperationDecision {
  if (access === null) return refused('IDENTITY_MISSING');
  if (facts.type !== OperationTypeNode.QUERY) return refused('POLICY_OPERATION_TYPE');
  if (!openedIn(facts).every((each) => mayOpen[access.principal.role].has(each))) return refused('POLICY_ROLE_REFUSED');
  if (opensCitizens(facts) && access.purpose === null) {
    return refused('POLICY_PURPOSE_MISSING', { known: purposes.join(', ') });
  }
  if (access.breakGlass !== null && !isOneHousehold(facts)) return refused('POLICY_BREAK_GLASS_SCOPE');
  return { kind: 'ALLOWED' };
}

/** Whether the operation, allowed or not, is about households, persons, or who saw them: then it goes into the journal. */
export function opensCitizens(facts: OperationFacts): boolean {
  return openedIn(facts).some((each) => each !== 'CATALOGUE');
}

function openedIn({ rootFields }: OperationFacts): readonly Opened[] {
  return rootFields.map((name) => openedBy.get(name) ?? 'HOUSEHOLDS');
}

function refused(code: OperationRefusal, details: ErrorDetails = {}): OperationDecision {
  return { kind: 'REFUSED', code, details };
}

function isOneHousehold({ rootFields }: OperationFacts): boolean {
  const asked = rootFields.filter((name) => name !== '__typename');
  return asked.length === 1 && asked[0] === 'household';
}

/** A fragment is read once: what it opens does not change with how often it is used. */
function rootFieldsOf(set: SelectionSetNode, { fragments }: Definitions): readonly string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  function read({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.push(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) read(selection.selectionSet);
      else readFragment(selection.name.value);
    }
  }
  function readFragment(name: string): void {
    const fragment = fragments.get(name);
    if (fragment === undefined || seen.has(name)) return;
    seen.add(name);
    read(fragment.selectionSet);
  }
  read(set);
  return names;
}
