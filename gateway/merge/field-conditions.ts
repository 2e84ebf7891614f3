import { Kind } from 'graphql';
import type { SelectionNode } from 'graphql';

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
