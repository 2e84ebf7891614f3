import { Kind } from 'graphql';
import type { FieldNode, SelectionSetNode } from 'graphql';
import type { ProjectedOperation } from './collect-fields.ts';
import type { ResponsePath } from './objects-at-path.ts';

/**
 * A path by the gateway's own names in the client's response names. Where the client did not ask for a field, which is
 * then a key or a required one, the path ends before it: the error belongs to the object that lacks it.
 */
export function toClientPath(operation: ProjectedOperation, path: ResponsePath): ResponsePath {
  const clientPath: (string | number)[] = [];
  let selections: readonly SelectionSetNode[] = [operation.operation.selectionSet];
  for (const element of path) {
    if (typeof element === 'number') {
      clientPath.push(element);
      continue;
    }
    const fields = selections.flatMap((selectionSet) => fieldsNamed(operation, selectionSet, element));
    const [first] = fields;
    if (first === undefined) break;
    clientPath.push(first.alias?.value ?? first.name.value);
    selections = fields.flatMap((field) => field.selectionSet ?? []);
  }
  return clientPath;
}

function fieldsNamed(operation: ProjectedOperation, selectionSet: SelectionSetNode, name: string): FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return operation.nameOf.get(selection) === name ? [selection] : [];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : operation.fragments.get(selection.name.value)?.selectionSet;
    return inner === undefined ? [] : fieldsNamed(operation, inner, name);
  });
}
