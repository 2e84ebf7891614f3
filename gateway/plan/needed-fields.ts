import { Kind, OperationTypeNode, TypeInfo, getNamedType, isCompositeType, visit, visitWithTypeInfo } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  GraphQLCompositeType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

/** What must be asked of the objects of a selection set besides. They are in `field` of `parent`, or the operation's root. */
export type NeedsOf = (type: GraphQLCompositeType, field?: NeededField) => readonly SelectionNode[];

export interface NeededField {
  readonly parent: GraphQLCompositeType;
  readonly name: string;
}

/**
 * Adds to every selection set what is needed of its objects, so that it is asked for under the conditions of the set.
 * The nodes are added as they are given. Nothing is added to the root of a mutation: its fields are actions.
 */
export function addNeededFields(schema: GraphQLSchema, document: DocumentNode, needsOf: NeedsOf): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition: {
        leave: (node) => {
          const type = compositeOf(types.getType());
          const isQuery = node.operation === OperationTypeNode.QUERY;
          const needs = isQuery && type !== undefined ? needsOf(type) : [];
          return needs.length === 0 ? undefined : { ...node, selectionSet: extend(node.selectionSet, needs) };
        },
      },
      Field: {
        leave: (node) => {
          const needs = neededOf(node, types, needsOf);
          if (needs.length === 0 || node.selectionSet === undefined) return undefined;
          return { ...node, selectionSet: extend(node.selectionSet, needs) };
        },
      },
    }),
  );
}

function neededOf(node: FieldNode, types: TypeInfo, needsOf: NeedsOf): readonly SelectionNode[] {
  const type = compositeOf(types.getType());
  const parent = types.getParentType();
  if (type === undefined || !isCompositeType(parent)) return [];
  return needsOf(type, { parent, name: node.name.value });
}

function compositeOf(type: GraphQLOutputType | null | undefined): GraphQLCompositeType | undefined {
  const named = getNamedType(type ?? undefined);
  return isCompositeType(named) ? named : undefined;
}

function extend({ selections }: SelectionSetNode, needs: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections: [...selections, ...needs] };
}
