import {
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { own, type MaybeAmount, type Variables } from './amount.ts';

/** Default values of an operation's variables. */
export type VariableDefaults = ReadonlyMap<string, unknown>;

export function variableDefaults({ variableDefinitions }: OperationDefinitionNode): VariableDefaults {
  return new Map(
    (variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
    ),
  );
}

/**
 * The value that an argument will have: the literal, the variable, the variable's default or the argument's own, in the
 * order of the specification. Undefined when there is none.
 */
export function argumentValue(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  name: string,
  defaults: VariableDefaults,
): (variables: Variables) => unknown {
  const ownDefault: unknown = field.args.find((argument) => argument.name === name)?.defaultValue;
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (given === undefined) return () => ownDefault;
  if (given.kind !== Kind.VARIABLE) return constant(given);
  const variable = given.name.value;
  return (variables) => {
    if (Object.hasOwn(variables, variable) && variables[variable] !== undefined) return own(variables, variable);
    return defaults.has(variable) ? defaults.get(variable) : ownDefault;
  };
}

function constant(node: ValueNode): () => unknown {
  const value: unknown = valueFromASTUntyped(node);
  return () => value;
}

/** A page argument that was given must be a whole number from 1 to `max`. Throws INPUT_PAGE_SIZE_INVALID. */
export function pageSize(value: (variables: Variables) => unknown, max: number): MaybeAmount {
  return (variables) => {
    const given = value(variables);
    if (given === undefined) return undefined;
    if (typeof given !== 'number' || !Number.isInteger(given) || given < 1 || given > max) {
      throw new CodedError('INPUT_PAGE_SIZE_INVALID', { max });
    }
    return given;
  };
}
