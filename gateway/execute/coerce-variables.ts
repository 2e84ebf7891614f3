import { getVariableValues } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { codedCause } from '../../schema/contract/error-codes.ts';
import { responseError } from '../merge/response-error.ts';
import type { Variables } from '../merge/field-conditions.ts';
import type { ResponseError } from '../merge/response-error.ts';

/** The operation's variables with defaults, or why they do not fit. Values are never repeated in an error. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): { readonly values: Variables } | { readonly errors: readonly ResponseError[] } {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return { values: variables };
  const { coerced, errors = [] } = getVariableValues(schema, definitions, variables, { maxErrors: 1 });
  if (coerced !== undefined) return { values: coerced };
  // A scalar's own refusal says more than that the type is wrong.
  const cause = errors.map(codedCause).find((each) => each !== undefined);
  const code = cause?.code ?? 'INPUT_VALUE_INVALID';
  return { errors: [responseError(code, {}, cause?.details)] };
}
