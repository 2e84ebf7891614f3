import { Kind, executeSync } from 'graphql';
import type { FieldNode } from 'graphql';
import type { ProjectedOperation } from '../merge/collect-fields.ts';
import { collectFields } from '../merge/collect-fields.ts';
import type { Variables } from '../merge/field-conditions.ts';

/** JSON texts of the operation's `__schema` and `__type` fields by response name. */
export type Introspect = (variables: Variables) => ReadonlyMap<string, string>;

/** The gateway answers introspection itself, from the API schema. Without variables the answer is made once. */
export function compileIntrospection(projected: ProjectedOperation): Introspect {
  const { schema, operation, fragments } = projected;
  const rootType = schema.getRootType(operation.operation);
  const fields = rootType ? introspectionFields(projected, rootType) : [];
  if (fields.length === 0) return () => none;
  const document = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: fields } } as const,
      ...fragments.values(),
    ],
  } as const;
  const answer: Introspect = (variableValues) => {
    const { data } = executeSync({ schema, document, variableValues, operationName: operation.name?.value ?? null });
    return new Map(Object.entries(data ?? {}).map(([name, value]) => [name, JSON.stringify(value)]));
  };
  if ((operation.variableDefinitions ?? []).length > 0) return answer;
  let known: ReadonlyMap<string, string> | undefined;
  return (variables) => (known ??= answer(variables));
}

const none: ReadonlyMap<string, string> = new Map();

function introspectionFields(
  projected: ProjectedOperation,
  rootType: Parameters<typeof collectFields>[1],
): FieldNode[] {
  const { selectionSet } = projected.operation;
  return [...collectFields(projected, rootType, [{ selectionSet, conditions: [] }]).values()]
    .flat()
    .map(({ node }) => node)
    .filter(({ name }) => name.value === '__schema' || name.value === '__type');
}
