import { Kind, isAbstractType, isObjectType } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  FragmentSpreadNode,
  GraphQLCompositeType,
  GraphQLSchema,
  InlineFragmentNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { conditionsOf } from './field-conditions.ts';
import type { FieldCondition } from './field-conditions.ts';
import type { Guarding } from './row-guards.ts';

/** A client's operation over the API schema, and the names under which its fields are merged. */
export interface ProjectedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly nameOf: ReadonlyMap<FieldNode, string>;
  readonly isHidden: IsHidden;
  /** Fields that are null with POLICY_DENIED wherever they stand. */
  readonly withheld?: ReadonlySet<FieldNode> | undefined;
  /** Objects that are looked at and values that are masked before they are written. */
  readonly guarding?: Guarding | undefined;
}

/**
 * Whether the graph has an object type, or the enum a value, that clients may not see (`@inaccessible`). Where an answer holds
 * one there is null and no error: the body did nothing wrong, and an error would tell that it is there.
 */
export type IsHidden = (typeName: string, enumValue?: string) => boolean;

/** One mention of a field, with everything that must hold for it to count. */
export interface FieldMention {
  readonly node: FieldNode;
  readonly conditions: readonly FieldCondition[];
}

export interface Selections {
  readonly selectionSet: SelectionSetNode;
  readonly conditions: readonly FieldCondition[];
}

/** CollectFields of the GraphQL specification, done once for a type: mentions by response name, in order. */
export function collectFields(
  { schema, fragments }: ProjectedOperation,
  type: GraphQLCompositeType,
  selections: readonly Selections[],
): Map<string, FieldMention[]> {
  const fields = new Map<string, FieldMention[]>();
  for (const { selectionSet, conditions } of selections) collect(selectionSet, conditions);
  return fields;

  function collect(selectionSet: SelectionSetNode, outer: readonly FieldCondition[]): void {
    for (const selection of selectionSet.selections) {
      const own = conditionsOf(selection);
      if (own === 'never') continue;
      const conditions = own.length === 0 ? outer : [...outer, ...own];
      if (selection.kind === Kind.FIELD) mention(selection, conditions);
      else collectFragment(selection, conditions);
    }
  }

  function mention(node: FieldNode, conditions: readonly FieldCondition[]): void {
    const name = node.alias?.value ?? node.name.value;
    const mentions = fields.get(name);
    if (mentions === undefined) fields.set(name, [{ node, conditions }]);
    else mentions.push({ node, conditions });
  }

  function collectFragment(
    spread: FragmentSpreadNode | InlineFragmentNode,
    conditions: readonly FieldCondition[],
  ): void {
    const fragment = spread.kind === Kind.INLINE_FRAGMENT ? spread : fragments.get(spread.name.value);
    if (fragment === undefined) return;
    const condition = fragment.typeCondition?.name.value;
    if (condition === undefined || applies(schema, type, condition)) collect(fragment.selectionSet, conditions);
  }
}

function applies(schema: GraphQLSchema, type: GraphQLCompositeType, condition: string): boolean {
  if (type.name === condition) return true;
  const conditionType = schema.getType(condition);
  if (!isAbstractType(conditionType)) return false;
  return (isObjectType(type) || 'getInterfaces' in type) && schema.isSubType(conditionType, type);
}
