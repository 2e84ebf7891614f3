import { Kind, OperationTypeNode, print, visit } from 'graphql';
import type {
  DirectiveNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  FragmentSpreadNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { CodedError } from '../../schema/contract/error-codes.ts';

/** What is planned for an operation: the same fields under the gateway's own response names. */
export interface InternalOperation {
  /** The operation that is asked for. */
  readonly operation: OperationDefinitionNode;
  /** The document's fragments by name. */
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The text to plan. Operations that differ only in aliases and in the operation's name have the same text. */
  readonly text: string;
  /** The response name under which each of the client's fields is fetched and merged. */
  readonly nameOf: ReadonlyMap<FieldNode, string>;
  /** Names for another document of the same operation: the same field with the same arguments has the same name in both. */
  readonly naming: FieldNaming;
}

/** Gives a field the name under which it is fetched: one for each set of arguments. */
export type FieldNaming = (field: FieldNode, onMutation: boolean) => string;

/** More field selections than this are refused here, whatever the limits before the planner say. */
const maxFields = 10_000;

/**
 * Renames every field so that a client's alias reaches neither a key, nor a required field, nor a body: a field without
 * arguments is fetched under its own name, one with arguments under a name that stands for these arguments. Fields of
 * the mutation type stay apart by their response name, because each of them is an action of its own.
 *
 * A field carries the conditions of the fragments around it, and of an object that is mentioned elsewhere too: the planner
 * forgets them when a field requires another, and then an excluded field takes one that is asked for down with it.
 *
 * Throws OPERATION_INVALID when the document has no such operation, or too many fields.
 */
export function toInternalOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
  naming: FieldNaming = createNaming(freePrefix(schema)),
): InternalOperation {
  const operation = findOperation(document, operationName);
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );
  const mutationType = schema.getMutationType()?.name;
  const renaming = createRenaming(schema, operation, fragments, naming);
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const renamed: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.operation,
    ...(operation.variableDefinitions && { variableDefinitions: operation.variableDefinitions }),
    selectionSet: renaming.rename(operation.selectionSet, { onMutation: isMutation, conditions: [] }),
  };
  const used = usedFragments(operation.selectionSet, fragments);
  const definitions = [...used].toSorted().map((name) => {
    const fragment = fragments.get(name);
    if (fragment === undefined) throw new CodedError('OPERATION_INVALID');
    const onMutation = fragment.typeCondition.name.value === mutationType;
    return { ...fragment, selectionSet: renaming.rename(fragment.selectionSet, { onMutation, conditions: [] }) };
  });
  const text = print({ kind: Kind.DOCUMENT, definitions: [renamed, ...definitions] });
  return { operation, fragments, text, nameOf: renaming.nameOf, naming };
}

/** The operation that is asked for. Throws OPERATION_INVALID when there is none. */
export function findOperation(document: DocumentNode, operationName?: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const found =
    operationName === undefined || operationName === null || operationName === ''
      ? operations.length === 1 && operations[0]
      : operations.find((operation) => operation.name?.value === operationName);
  if (found === undefined || found === false) throw new CodedError('OPERATION_INVALID');
  return found;
}

/** Where a selection is. */
interface Place {
  readonly onMutation: boolean;
  /** The innermost `@include` and `@skip` that exclude the place, and with it everything inside. */
  readonly conditions: readonly DirectiveNode[];
}

interface Renaming {
  readonly nameOf: Map<FieldNode, string>;
  readonly rename: (selectionSet: SelectionSetNode, place: Place) => SelectionSetNode;
}

function createRenaming(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: InternalOperation['fragments'],
  nameFor: FieldNaming,
): Renaming {
  const merges = mergingFields(operation, fragments);
  const nameOf = new Map<FieldNode, string>();
  const mutationType = schema.getMutationType()?.name;
  let written = 0;

  function renameSelection(selection: SelectionNode, place: Place): SelectionNode {
    const directives = variableConditions(selection);
    const conditions = innermost([...place.conditions, ...directives.filter(isConditional)]);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return renameSpread(selection, directives, conditions);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return { ...selection, directives, selectionSet: rename(selection.selectionSet, { ...place, conditions }) };
    }
    const name = nameFor(selection, place.onMutation);
    nameOf.set(selection, name);
    written += 1;
    if (written > maxFields) throw new CodedError('OPERATION_INVALID');
    const { alias: _alias, selectionSet, ...rest } = selection;
    return {
      ...rest,
      directives: [...directives.filter((directive) => !isConditional(directive)), ...conditions],
      ...(name !== selection.name.value && { alias: { kind: Kind.NAME, value: name } }),
      ...(selectionSet && { selectionSet: renameInside(selectionSet, merges(selection) ? conditions : []) }),
    };
  }

  /** A fragment stays one, unless a condition has to reach its fields. */
  function renameSpread(
    spread: FragmentSpreadNode,
    directives: readonly DirectiveNode[],
    conditions: readonly DirectiveNode[],
  ): SelectionNode {
    const fragment = conditions.length === 0 ? undefined : fragments.get(spread.name.value);
    if (fragment === undefined) return { ...spread, directives };
    const { typeCondition } = fragment;
    const onMutation = typeCondition.name.value === mutationType;
    const selectionSet = rename(fragment.selectionSet, { onMutation, conditions });
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet };
  }

  function rename(selectionSet: SelectionSetNode, place: Place): SelectionSetNode {
    const selections = selectionSet.selections
      .filter((selection) => !isExcluded(selection))
      .map((selection) => renameSelection(selection, place));
    return { kind: Kind.SELECTION_SET, selections: selections.length === 0 ? [typeName] : selections };
  }

  /** The planner leaves a field out when nothing inside counts. Its objects, though empty, are part of the answer. */
  function renameInside(selectionSet: SelectionSetNode, conditions: readonly DirectiveNode[]): SelectionSetNode {
    const renamed = rename(selectionSet, { onMutation: false, conditions });
    return isCertain(selectionSet, fragments) ? renamed : { ...renamed, selections: [typeName, ...renamed.selections] };
  }

  return { nameOf, rename };
}

function createNaming(prefix: string): FieldNaming {
  const names = new Map<string, string>();
  return (field, onMutation) => {
    const call = callText(field);
    if (call === field.name.value && (!onMutation || call === '__typename')) return call;
    const key = onMutation ? `${responseName(field)}: ${call}` : call;
    const name = names.get(key) ?? `${prefix}${String(names.size + 1)}_${field.name.value}`;
    names.set(key, name);
    return name;
  };
}

/** Whether a field may be mentioned again for the same object, so that a condition on it does not stand for what is inside. */
function mergingFields(
  operation: OperationDefinitionNode,
  fragments: InternalOperation['fragments'],
): (field: FieldNode) => boolean {
  const once = new Set<string>();
  const again = new Set<string>();
  visit(operation, { Field: ({ name: { value } }) => void (once.has(value) ? again : once).add(value) });
  // A fragment may be spread more than once.
  for (const fragment of fragments.values()) visit(fragment, { Field: ({ name }) => void again.add(name.value) });
  return ({ name }) => again.has(name.value);
}

/** The last `@include` and the last `@skip`: a field has at most one of each. */
function innermost(conditions: readonly DirectiveNode[]): readonly DirectiveNode[] {
  return [...new Map(conditions.map((condition) => [condition.name.value, condition])).values()];
}

const typeName: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** True when some selection counts whatever the variables are. */
function isCertain(
  { selections }: SelectionSetNode,
  fragments: InternalOperation['fragments'],
  seen = new Set<string>(),
): boolean {
  return selections.some((selection) => {
    if ((selection.directives ?? []).some(isConditional)) return false;
    if (selection.kind === Kind.FIELD) return true;
    if (selection.kind === Kind.INLINE_FRAGMENT) return isCertain(selection.selectionSet, fragments, seen);
    const name = selection.name.value;
    const fragment = seen.has(name) ? undefined : fragments.get(name);
    seen.add(name);
    return fragment !== undefined && isCertain(fragment.selectionSet, fragments, seen);
  });
}

/** True for `@skip(if: true)` and `@include(if: false)`. The planner can lose them inside another condition. */
export function isExcluded({ directives = [] }: SelectionNode): boolean {
  return directives.some((directive) => constantOf(directive) === (directive.name.value === 'skip'));
}

function variableConditions({ directives = [] }: SelectionNode): readonly DirectiveNode[] {
  return directives.filter((directive) => constantOf(directive) === undefined);
}

/** The constant of `@skip` or `@include`, if it has one. */
function constantOf(directive: DirectiveNode): boolean | undefined {
  const value = isConditional(directive) ? directive.arguments?.[0]?.value : undefined;
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

function isConditional({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

/** The field with everything that decides its value: arguments in the order of their names, and directives of the graph. */
function callText(field: FieldNode): string {
  const given = field.arguments ?? [];
  const directives = (field.directives ?? []).filter((directive) => !isConditional(directive));
  if (given.length === 0 && directives.length === 0) return field.name.value;
  const sorted = given.toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1));
  return `${field.name.value}(${sorted.map((argument) => print(argument)).join()})${directives.map((directive) => print(directive)).join('')}`;
}

function responseName(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

const prefixes = new WeakMap<GraphQLSchema, string>();

/** A prefix with which no field of the graph begins when a number follows. */
function freePrefix(schema: GraphQLSchema): string {
  const known = prefixes.get(schema);
  if (known !== undefined) return known;
  const fieldNames = Object.values(schema.getTypeMap()).flatMap((type) =>
    'getFields' in type ? Object.keys(type.getFields()) : [],
  );
  let prefix = 'f';
  while (fieldNames.some((name) => startsNumbered(name, prefix))) prefix += 'f';
  prefixes.set(schema, prefix);
  return prefix;
}

function startsNumbered(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && /^\d+_/u.test(name.slice(prefix.length));
}

function usedFragments(
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  used = new Set<string>(),
): Set<string> {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const name = selection.name.value;
      if (used.has(name)) continue;
      used.add(name);
      const fragment = fragments.get(name);
      if (fragment !== undefined) usedFragments(fragment.selectionSet, fragments, used);
    } else if (selection.selectionSet !== undefined) {
      usedFragments(selection.selectionSet, fragments, used);
    }
  }
  return used;
}
