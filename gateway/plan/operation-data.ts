import { Kind } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import { isExcluded } from './internal-operation.ts';
import type { InternalOperation } from './internal-operation.ts';

/** True when some body must be asked: a root field that is neither introspection nor excluded by a constant. */
export function asksForData({ operation, fragments }: InternalOperation): boolean {
  function anyData(selectionSet: SelectionSetNode): boolean {
    return selectionSet.selections.some((selection) => {
      if (isExcluded(selection)) return false;
      if (selection.kind === Kind.FIELD) return !selection.name.value.startsWith('__');
      if (selection.kind === Kind.INLINE_FRAGMENT) return anyData(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      return fragment !== undefined && anyData(fragment.selectionSet);
    });
  }
  return anyData(operation.selectionSet);
}
