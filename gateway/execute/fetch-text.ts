import { Kind, parse } from 'graphql';
import type { OperationDefinitionNode, SelectionSetNode } from 'graphql';
import type { FetchNode } from '../plan/query-plan.ts';

/** The one operation of a fetch's text. */
export function operationOf(text: string): OperationDefinitionNode {
  const [operation] = parse(text, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('A fetch has one operation and no fragments');
  return operation;
}

/** What a fetch brings to the objects it is for: what is inside `_entities`, or the root's fields. */
export function fetchedSelections(node: FetchNode): SelectionSetNode {
  const { selectionSet } = operationOf(node.operation);
  if (node.requires === undefined) return selectionSet;
  const [entities] = selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || entities.selectionSet === undefined) {
    throw new TypeError('An entity fetch selects _entities and nothing else');
  }
  return entities.selectionSet;
}
