import { getVariableValues } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
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
  const { coerced } = getVariableValues(schema, definitions, variables, { maxErrors: 1 });
  return coerced === undefined ? { errors: [responseError('INPUT_VALUE_INVALID')] } : { values: coerced };
}
