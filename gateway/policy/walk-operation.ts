import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Definitions } from './definitions.ts';
import type { Place } from './required-rules.ts';

/** A field that is withheld: where it stands in the answer, without list positions, and what it is. */
export interface DeniedField {
  readonly path: readonly string[];
  /** `Type.field` as the text names it. */
  readonly coordinate: string;
}

/** One selection as it is met: in fragments once for every place where they are used. */
export interface Met {
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
  readonly place: Place;
}

export interface Walked {
  /** What is left to be planned. */
  readonly planned: readonly SelectionNode[];
  /** The whole selection with fragments written out; the denied fields in it are in `withheld`. */
  readonly shape: readonly SelectionNode[];
  readonly withheld: ReadonlySet<FieldNode>;
  readonly denied: readonly DeniedField[];
}

export interface WalkContext {
  readonly schema: GraphQLSchema;
  readonly definitions: Definitions;
  /** Asked once for every field met; true withholds it. */
  readonly isDenied: (met: Met) => boolean;
}

/** Walks one operation with its fragments written out and takes out what is denied; the rest stays a valid operation. */
export function walkOperation(context: WalkContext, operation: OperationDefinitionNode): Walked {
  const root = context.schema.getRootType(operation.operation);
  const withheld = new Set<FieldNode>();
  const denied = new Map<string, DeniedField>();
  const walk: Walk = { ...context, withheld, denied };
  const sets = root
    ? walkSet(walk, { parent: root, possible: [root] }, operation.selectionSet, [])
    : { planned: [], shape: [] };
  return { ...sets, withheld, denied: [...denied.values()] };
}

interface Walk extends WalkContext {
  readonly withheld: Set<FieldNode>;
  readonly denied: Map<string, DeniedField>;
}

interface Sets {
  readonly planned: readonly SelectionNode[];
  readonly shape: readonly SelectionNode[];
}

function walkSet(walk: Walk, place: Place, { selections }: SelectionSetNode, path: readonly string[]): Sets {
  const planned: SelectionNode[] = [];
  const shape: SelectionNode[] = [];
  for (const selection of selections) {
    const sets =
      selection.kind === Kind.FIELD
        ? walkField(walk, place, selection, path)
        : walkFragment(walk, place, selection, path);
    planned.push(...sets.planned);
    shape.push(...sets.shape);
  }
  return { planned, shape };
}

function walkField(walk: Walk, place: Place, node: FieldNode, outer: readonly string[]): Sets {
  const { parent } = place;
  const field = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
  // `__typename` and the schema's own fields; a field that is not there is for validation to refuse.
  if (field === undefined) return leaf(node);
  const path = [...outer, node.alias?.value ?? node.name.value];
  if (walk.isDenied({ node, field, place })) {
    const coordinate = `${parent.name}.${field.name}`;
    walk.denied.set(`${path.join('.')} ${coordinate}`, { path, coordinate });
    const copy = node.selectionSet === undefined ? { ...node } : withSelections(node, [typenameNode()]);
    walk.withheld.add(copy);
    return { planned: [], shape: [copy] };
  }
  const returned = getNamedType(field.type);
  if (node.selectionSet === undefined || !isCompositeType(returned)) return leaf(node);
  const possible = possibleTypes(walk.schema, returned);
  const { planned, shape } = walkSet(walk, { parent: returned, possible }, node.selectionSet, path);
  return {
    planned: [withSelections(node, planned.length === 0 ? [typenameNode()] : planned)],
    shape: [withSelections(node, shape)],
  };
}

/** A copy for every place where a fragment is used: whoever keeps notes on nodes must not mix them up. */
function leaf(node: FieldNode): Sets {
  const copy = { ...node };
  return { planned: [copy], shape: [copy] };
}

function walkFragment(
  walk: Walk,
  { parent, possible }: Place,
  node: InlineFragmentNode | FragmentSpreadNode,
  path: readonly string[],
): Sets {
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : walk.definitions.fragments.get(node.name.value);
  if (fragment === undefined) return { planned: [], shape: [] };
  const condition = fragment.typeCondition && walk.schema.getType(fragment.typeCondition.name.value);
  const type = isCompositeType(condition) ? condition : parent;
  const place = { parent: type, possible: narrowed(walk.schema, possible, type) };
  const { planned, shape } = walkSet(walk, place, fragment.selectionSet, path);
  const written = (selections: readonly SelectionNode[]): readonly SelectionNode[] =>
    selections.length === 0 ? [] : [inlineFragment(node, fragment.typeCondition, selections)];
  return { planned: written(planned), shape: written(shape) };
}

function possibleTypes(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLObjectType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

function narrowed(
  schema: GraphQLSchema,
  possible: readonly GraphQLObjectType[],
  type: GraphQLCompositeType,
): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return possible.filter((each) => each === type);
  return possible.filter((each) => schema.isSubType(type, each));
}

function typenameNode(): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
}

function withSelections(node: FieldNode, selections: readonly SelectionNode[]): FieldNode {
  return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function inlineFragment(
  { directives }: InlineFragmentNode | FragmentSpreadNode,
  typeCondition: InlineFragmentNode['typeCondition'],
  selections: readonly SelectionNode[],
): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    ...(typeCondition && { typeCondition }),
    ...(directives && { directives }),
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
