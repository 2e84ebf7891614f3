import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { parseHouseCode, splitPersonId } from '../../../schema/contract/scalars.ts';

/** A document and which of its operations runs, as the client sent them; valid or not. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
}

export type SentVariables = Readonly<Record<string, unknown>>;

/** Root fields that name a house, by its code or by one of its persons. */
const namedBy = new Map<string, 'houseCode' | 'personId'>([
  ['household', 'houseCode'],
  ['accessStatement', 'houseCode'],
  ['person', 'personId'],
]);

/**
 * House codes that the arguments of root fields name, each once, as the graph's scalar writes them. What is no house
 * code is left out: it may be a citizen number. `fields` narrows to some of them.
 */
export function housesAsked(
  operation: AskedOperation,
  variables: SentVariables,
  fields: Iterable<string> = namedBy.keys(),
): readonly string[] {
  const wanted = new Set(fields);
  const definition = operationOf(operation);
  if (definition === undefined) return [];
  const valueOf = valuesOf(definition, variables);
  const houses = [...rootFields(operation.document, definition, valueOf)]
    .filter(({ name }) => wanted.has(name.value))
    .map((field) => houseOf(field, valueOf));
  return [...new Set(houses.filter((house) => house !== undefined))];
}

/** The operation that runs; undefined where the document does not say. */
export function operationOf({ document, operationName }: AskedOperation): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const isNamed = operationName !== null && operationName !== undefined && operationName !== '';
  const picked = isNamed ? operations.filter(({ name }) => name?.value === operationName) : operations;
  return picked.length === 1 ? picked[0] : undefined;
}

/** The value of a scalar literal or variable; undefined for what is neither. */
export type ValueOf = (node: ValueNode) => unknown;

export function valuesOf({ variableDefinitions }: OperationDefinitionNode, variables: SentVariables): ValueOf {
  const defaults = new Map(
    variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  return (node) => {
    if (node.kind !== Kind.VARIABLE) return literal(node);
    const name = node.name.value;
    const sent = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const byDefault = defaults.get(name);
    return sent === undefined && byDefault !== undefined ? literal(byDefault) : sent;
  };
}

function literal(node: ValueNode): unknown {
  return 'value' in node ? node.value : undefined;
}

/** What @skip and @include look at; `wanted` is what lets the selection stand. */
export interface Condition {
  readonly value: ValueNode;
  readonly wanted: boolean;
}

export function conditionsOf(directives: readonly DirectiveNode[] | undefined): readonly Condition[] {
  return (directives ?? []).flatMap(({ name, arguments: given }) => {
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    const isCondition = name.value === 'skip' || name.value === 'include';
    return isCondition && value !== undefined ? [{ value, wanted: name.value === 'include' }] : [];
  });
}

/** A condition without a value that can be read counts as met: rather a line too many in the journal than one too few. */
export function isMet({ value, wanted }: Condition, valueOf: ValueOf): boolean {
  const given = valueOf(value);
  return typeof given !== 'boolean' || given === wanted;
}

/** A fragment is read once, so that no document, however it is knotted, takes long. */
function* rootFields(
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
  valueOf: ValueOf,
): Generator<FieldNode> {
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  const sets: SelectionSetNode[] = [operation.selectionSet];
  for (let set = sets.pop(); set !== undefined; set = sets.pop()) {
    for (const selection of set.selections) {
      if (!conditionsOf(selection.directives).every((each) => isMet(each, valueOf))) continue;
      if (selection.kind === Kind.FIELD) yield selection;
      else sets.push(...takeSet(selection, fragments));
    }
  }
}

function takeSet(
  selection: InlineFragmentNode | FragmentSpreadNode,
  fragments: Map<string, FragmentDefinitionNode>,
): readonly SelectionSetNode[] {
  if (selection.kind === Kind.INLINE_FRAGMENT) return [selection.selectionSet];
  const fragment = fragments.get(selection.name.value);
  fragments.delete(selection.name.value);
  return fragment === undefined ? [] : [fragment.selectionSet];
}

function houseOf({ name, arguments: given }: FieldNode, valueOf: ValueOf): string | undefined {
  const by = namedBy.get(name.value);
  const argument = given?.find((each) => each.name.value === by);
  const value = argument === undefined ? undefined : valueOf(argument.value);
  if (typeof value !== 'string') return undefined;
  return by === 'personId' ? splitPersonId(value)?.[0] : parseHouseCode(value);
}
