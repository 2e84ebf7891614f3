import { Kind, print, stripIgnoredCharacters, visit } from 'graphql';
import type { FieldNode, OperationDefinitionNode, SelectionSetNode, VariableDefinitionNode } from 'graphql';
import type { FetchNode } from '../plan/query-plan.ts';
import { operationOf } from './fetch-text.ts';

/** One `_entities` field of a call. Fetches that ask the same of different objects share one. */
export interface EntitiesSlot {
  /** Response name of the `_entities` field. */
  readonly key: string;
  /** Name of the variable that holds its representations. */
  readonly variable: string;
  readonly selectionSet: SelectionSetNode;
}

export interface EntitiesText {
  readonly query: string;
  readonly slots: readonly EntitiesSlot[];
  /** For each fetch the number of its slot. */
  readonly slotOf: readonly number[];
  readonly variableNames: readonly string[];
}

/**
 * The text of one call for several `_entities` fetches: each distinct selection becomes an aliased field with its own
 * representations. A single one keeps the planner's text.
 */
export function mergeEntitiesTexts(nodes: readonly FetchNode[]): EntitiesText {
  const bySelection = new Map<string, { readonly at: number; readonly node: FetchNode }>();
  const slotOf = nodes.map((node) => {
    const selection = JSON.stringify([node.operation, node.outputRewrites]);
    const slot = bySelection.get(selection) ?? { at: bySelection.size, node };
    bySelection.set(selection, slot);
    return slot.at;
  });
  const distinct = [...bySelection.values()].map(({ node }) => node);
  const variableNames = [...new Set(distinct.flatMap((node) => node.variableUsages ?? []))];
  const [first, ...others] = distinct;
  if (first !== undefined && others.length === 0) {
    const { selectionSet } = entitiesField(operationOf(first.operation));
    return {
      query: first.operation,
      slots: [{ key: '_entities', variable: 'representations', selectionSet }],
      slotOf,
      variableNames,
    };
  }
  return { ...combine(distinct), slotOf, variableNames };
}

function combine(nodes: readonly FetchNode[]): Pick<EntitiesText, 'query' | 'slots'> {
  const definitions = new Map<string, VariableDefinitionNode>();
  const fields: FieldNode[] = [];
  const slots: EntitiesSlot[] = [];
  for (const [at, node] of nodes.entries()) {
    const names = { key: `e${String(at)}`, variable: freeName(`r${String(at)}`, nodes) };
    const operation = renameRepresentations(operationOf(node.operation), names.variable);
    const field = entitiesField(operation);
    for (const definition of operation.variableDefinitions ?? []) {
      definitions.set(definition.variable.name.value, definition);
    }
    fields.push({ ...field, alias: { kind: Kind.NAME, value: names.key } });
    slots.push({ ...names, selectionSet: field.selectionSet });
  }
  const query = print({
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: operationOf(nodes[0]?.operation ?? '').operation,
        variableDefinitions: [...definitions.values()],
        selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
      },
    ],
  });
  return { query: stripIgnoredCharacters(query), slots };
}

/** The client's variables keep their names, whatever they are. */
function freeName(name: string, nodes: readonly FetchNode[]): string {
  return nodes.some((node) => node.variableUsages?.includes(name) === true) ? freeName(`_${name}`, nodes) : name;
}

function renameRepresentations(operation: OperationDefinitionNode, name: string): OperationDefinitionNode {
  return visit(operation, {
    Variable: (node) =>
      node.name.value === 'representations' ? { ...node, name: { ...node.name, value: name } } : undefined,
  });
}

function entitiesField(operation: OperationDefinitionNode): FieldNode & { readonly selectionSet: SelectionSetNode } {
  const [field] = operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD || field.selectionSet === undefined) {
    throw new TypeError('An entity fetch selects _entities and nothing else');
  }
  return { ...field, selectionSet: field.selectionSet };
}
