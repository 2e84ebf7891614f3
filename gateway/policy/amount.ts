import { Kind, type SelectionNode } from 'graphql';

/** Values of a request's variables, not coerced yet. */
export type Variables = Readonly<Record<string, unknown>>;

/** A number that is known, or one that the variables of the request will tell. */
export type Amount = number | ((variables: Variables) => number);

export function valueOf(amount: Amount, variables: Variables): number {
  return typeof amount === 'number' ? amount : amount(variables);
}

export function add(one: Amount, other: Amount): Amount {
  if (one === 0) return other;
  if (other === 0) return one;
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  return (variables) => valueOf(one, variables) + valueOf(other, variables);
}

export function times(one: Amount, other: Amount): Amount {
  if (one === 1) return other;
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  return (variables) => valueOf(one, variables) * valueOf(other, variables);
}

/** An amount that may turn out to be missing. */
export type MaybeAmount = (variables: Variables) => number | undefined;

/** The largest of those that are there, or `otherwise` when none is. */
export function atLeastOneOf(amounts: readonly MaybeAmount[], otherwise: number): Amount {
  if (amounts.length === 0) return otherwise;
  return (variables) => {
    const known = amounts.flatMap((amount) => amount(variables) ?? []);
    return known.length === 0 ? otherwise : Math.max(...known);
  };
}

/** Nothing while `@skip` or `@include` leave the selection out; what cannot be told is counted. */
export function whenIncluded({ directives }: SelectionNode, amount: Amount): Amount {
  if (directives === undefined || directives.length === 0 || amount === 0) return amount;
  const conditions = directives.flatMap(({ name, arguments: given }) => {
    const condition = given?.find((each) => each.name.value === 'if')?.value;
    const isInclude = name.value === 'include';
    return condition !== undefined && (isInclude || name.value === 'skip') ? [{ condition, isInclude }] : [];
  });
  return (variables) => {
    const isLeftOut = conditions.some(({ condition, isInclude }) => {
      const value = condition.kind === Kind.VARIABLE ? own(variables, condition.name.value) : undefined;
      const known = condition.kind === Kind.BOOLEAN ? condition.value : value;
      return known === !isInclude;
    });
    return isLeftOut ? 0 : valueOf(amount, variables);
  };
}

/** A variable that was sent. */
export function own(variables: Variables, name: string): unknown {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}
