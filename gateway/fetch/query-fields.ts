import {
  Kind,
  TypeNameMetaFieldDef,
  getArgumentValues,
  isAbstractType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What one field of an object is asked for, whatever object it is. */
export interface QueryField {
  readonly key: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly definition: GraphQLField<unknown, unknown>;
  /** Of the field: constants are read once. */
  readonly argumentsOf: (variables: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

export interface QueryScope {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/**
 * CollectFields of the GraphQL specification, once for a type: the document has no conditions. Undefined when a field is
 * not a field of the type, as `__schema` is not.
 */
export function collectQueryFields(
  { schema, fragments }: QueryScope,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): readonly QueryField[] | undefined {
  const nodesByKey = new Map<string, [FieldNode, ...FieldNode[]]>();
  const visited = new Set<string>();
  for (const selectionSet of selectionSets) collect(selectionSet);
  const fields = [...nodesByKey].map(([key, nodes]) => queryField(type, key, nodes));
  const known = fields.filter((field) => field !== undefined);
  return known.length === fields.length ? known : undefined;

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = nodesByKey.get(key);
        if (nodes === undefined) nodesByKey.set(key, [selection]);
        else nodes.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value)) collect(selection.selectionSet);
      } else {
        const fragment = fragments[selection.name.value];
        if (fragment === undefined || visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
        if (applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  }

  function applies(condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditionType = schema.getType(condition);
    return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
  }
}

function queryField(
  type: GraphQLObjectType,
  key: string,
  nodes: readonly [FieldNode, ...FieldNode[]],
): QueryField | undefined {
  const [node] = nodes;
  const name = node.name.value;
  const definition = name === '__typename' ? TypeNameMetaFieldDef : type.getFields()[name];
  return definition && { key, nodes, definition, argumentsOf: compileArguments(definition, node) };
}

function compileArguments(definition: GraphQLField<unknown, unknown>, node: FieldNode): QueryField['argumentsOf'] {
  const hasVariables = node.arguments?.some(({ value }) => JSON.stringify(value).includes(Kind.VARIABLE)) ?? false;
  if (!hasVariables) {
    try {
      const values = getArgumentValues(definition, node, {});
      return Object.keys(values).length === 0 ? () => ({}) : () => ({ ...values });
    } catch {
      // The field's own error, to be met when it is executed.
    }
  }
  return (variables) => getArgumentValues(definition, node, variables);
}
