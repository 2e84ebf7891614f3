import { Kind } from 'graphql';
import type { SelectionNode, SelectionSetNode } from 'graphql';

/** `@include(if: $variable)` holds when the variable `is` true, `@skip(if: $variable)` when it is false. */
export interface FieldCondition {
  readonly variable: string;
  readonly is: boolean;
}

export type Variables = Readonly<Record<string, unknown>>;

/** The conditions of a selection, or `never` when a constant excludes it. Constants that include it leave no trace. */
export function conditionsOf(selection: SelectionNode): readonly FieldCondition[] | 'never' {
  const conditions: FieldCondition[] = [];
  for (const { name, arguments: given } of selection.directives ?? []) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const is = name.value === 'include';
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, is });
    else if (value?.kind === Kind.BOOLEAN && value.value !== is) return 'never';
  }
  return conditions;
}

export function allHold(conditions: readonly FieldCondition[], variables: Variables): boolean {
  return conditions.every(({ variable, is }) => variables[variable] === is);
}

/** How many of some selections count. */
export type Inclusion = 'ALL' | 'SOME' | 'NONE';

/** Compiles which of an object's fields count, whatever fragments they are in; `__typename` alone is nothing. */
export function compileInclusion(selectionSet: SelectionSetNode): (variables: Variables) => Inclusion {
  const fields: (readonly FieldCondition[] | 'never')[] = [];
  collect(selectionSet, []);
  if (fields.every((conditions) => conditions !== 'never' && conditions.length === 0)) return () => 'ALL';
  return (variables) => {
    const included = fields.filter((conditions) => conditions !== 'never' && allHold(conditions, variables)).length;
    if (included === 0) return 'NONE';
    return included === fields.length ? 'ALL' : 'SOME';
  };

  function collect({ selections }: SelectionSetNode, outer: readonly FieldCondition[] | 'never'): void {
    for (const selection of selections) {
      const own = conditionsOf(selection);
      const conditions = own === 'never' || outer === 'never' ? 'never' : [...outer, ...own];
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, conditions);
      else if (selection.name.value !== '__typename') fields.push(conditions);
    }
  }
}
