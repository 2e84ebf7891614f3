import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isLeafType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { add, atLeastOneOf, times, valueOf, whenIncluded, type Amount, type Variables } from './amount.ts';
import { pickOperation, readDefinitions, type Definitions } from './definitions.ts';
import { argumentValue, pageSize, type VariableDefaults, variableDefaults } from './page-size.ts';

/** `@listSize` of one field. */
export interface ListSize {
  readonly assumedSize?: number;
  /** Arguments that say how many there will be at most; of several that are given the largest counts. */
  readonly slicingArguments?: readonly string[];
  /** The field is no list itself; these of its fields are, for example `edges`. */
  readonly sizedFields?: readonly string[];
}

/** What the cost directives of the supergraph say. */
export interface CostFacts {
  /** `@cost(weight:)` by coordinate: `Type`, `Type.field` or `Type.field(argument:)`. */
  readonly weights: ReadonlyMap<string, number>;
  /** By `Type.field`. */
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

export interface CostOptions {
  readonly facts: CostFacts;
  /** What a list without `@listSize` counts for. Default 5. */
  readonly defaultListSize?: number;
  /** Largest page that may be asked for. Default 200. */
  readonly maxPageSize?: number;
}

/**
 * Points that an operation will cost at most, for its variables. Throws INPUT_PAGE_SIZE_INVALID when a page argument,
 * with variables and defaults, is no whole number from 1 to the largest page.
 */
export type CostEstimate = (variables: Variables) => number;

/** An object is one point, a scalar none, unless `@cost` says otherwise; a list is its size times what one item costs. */
const objectWeight = 1;
/** The schema is held in memory and answered without any body, so its lists do not count. */
const introspectionWeight = 50;

/**
 * Compiles the estimate of one operation once; whatever does not depend on variables is added up here. The document has
 * passed the limits: it has no fragment circles and few selections.
 */
export function compileCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  options: CostOptions,
): CostEstimate {
  const definitions = readDefinitions(document);
  const operation = pickOperation(definitions, operationName);
  const rootType = schema.getRootType(operation.operation);
  if (rootType === undefined || rootType === null) return () => 0;
  const { facts, defaultListSize = 5, maxPageSize = 200 } = options;
  const defaults = variableDefaults(operation);
  const amount = costOfSet(
    { schema, definitions, defaults, facts, defaultListSize, maxPageSize },
    rootType,
    operation.selectionSet,
  );
  return (variables) => Math.ceil(valueOf(amount, variables));
}

interface CostContext extends Required<CostOptions> {
  readonly schema: GraphQLSchema;
  readonly definitions: Definitions;
  readonly defaults: VariableDefaults;
}

/** Sizes that a field with `sizedFields` gives to fields inside it. */
type GivenSizes = ReadonlyMap<string, Amount>;

function costOfSet(
  context: CostContext,
  type: GraphQLCompositeType,
  { selections }: SelectionSetNode,
  given?: GivenSizes,
): Amount {
  return selections.reduce<Amount>(
    (sum, selection) => add(sum, whenIncluded(selection, costOfSelection(context, type, selection, given))),
    0,
  );
}

function costOfSelection(
  context: CostContext,
  type: GraphQLCompositeType,
  selection: SelectionNode,
  given: GivenSizes | undefined,
): Amount {
  if (selection.kind === Kind.FIELD) return costOfField(context, type, selection, given);
  const fragment =
    selection.kind === Kind.INLINE_FRAGMENT ? selection : context.definitions.fragments.get(selection.name.value);
  if (fragment === undefined) return 0;
  const condition = fragment.typeCondition && context.schema.getType(fragment.typeCondition.name.value);
  return costOfSet(context, isCompositeType(condition) ? condition : type, fragment.selectionSet, given);
}

function costOfField(
  context: CostContext,
  parent: GraphQLCompositeType,
  node: FieldNode,
  given: GivenSizes | undefined,
): Amount {
  const name = node.name.value;
  if (name === '__schema' || name === '__type') return introspectionWeight;
  const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
  if (field === undefined) return 0;
  const coordinates = coordinatesOf(context.schema, parent, name);
  const listSize = largestListSize(coordinates, context);
  const page = listSize && pageAmount(context, field, node, listSize);
  const sized = listSize?.sizedFields;
  const items = itemsOf(context, field.type, given?.get(name) ?? (sized === undefined ? page : undefined));
  const item = costOfItem(context, field, node, sized && new Map(sized.map((each) => [each, page ?? 0])));
  return add(add(times(items, item), checked(page)), ownWeight(context, node, coordinates));
}

function costOfItem(
  context: CostContext,
  field: GraphQLField<unknown, unknown>,
  { selectionSet }: FieldNode,
  given: GivenSizes | undefined,
): Amount {
  const returned = getNamedType(field.type);
  const weight = context.facts.weights.get(returned.name) ?? (isLeafType(returned) ? 0 : objectWeight);
  if (selectionSet === undefined || !isCompositeType(returned)) return weight;
  return add(weight, costOfSet(context, returned, selectionSet, given));
}

/** A page argument is checked even where nothing of the list is selected. */
function checked(page: Amount | undefined): Amount {
  if (typeof page !== 'function') return 0;
  return (variables) => {
    page(variables);
    return 0;
  };
}

/** What the field itself and its arguments cost, once for each time it is asked. */
function ownWeight(context: CostContext, node: FieldNode, coordinates: readonly string[]): number {
  const suffixes = ['', ...(node.arguments ?? []).map(({ name }) => `(${name.value}:)`)];
  return suffixes.reduce((sum, suffix) => sum + largestWeight(coordinates, suffix, context), 0);
}

/** The field on its static type and, for an abstract one, on every type that may stand there. */
function coordinatesOf(schema: GraphQLSchema, parent: GraphQLCompositeType, name: string): readonly string[] {
  const possible = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [];
  return [parent, ...possible].map((type) => `${type.name}.${name}`);
}

function largestWeight(coordinates: readonly string[], suffix: string, { facts }: CostContext): number {
  return coordinates.reduce((largest, at) => Math.max(largest, facts.weights.get(at + suffix) ?? 0), 0);
}

/** Of several, the one with the largest assumed size: the estimate may be too high, never too low. */
function largestListSize(coordinates: readonly string[], { facts }: CostContext): ListSize | undefined {
  return coordinates
    .flatMap((at) => facts.listSizes.get(at) ?? [])
    .toSorted((one, other) => (other.assumedSize ?? Infinity) - (one.assumedSize ?? Infinity))
    .at(0);
}

function pageAmount(
  context: CostContext,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { slicingArguments = [], assumedSize }: ListSize,
): Amount {
  const pages = slicingArguments.map((name) =>
    pageSize(argumentValue(field, node, name, context.defaults), context.maxPageSize),
  );
  return atLeastOneOf(pages, assumedSize ?? context.maxPageSize);
}

/** A list of lists counts by its size and, for each further level, by the default. */
function itemsOf(context: CostContext, type: GraphQLOutputType, size: Amount | undefined): Amount {
  let items: Amount = 1;
  let isOutermost = true;
  for (let at = getNullableType(type); isListType(at); at = getNullableType(at.ofType)) {
    items = times(items, (isOutermost ? size : undefined) ?? context.defaultListSize);
    isOutermost = false;
  }
  return items;
}

/** Throws POLICY_COST_TOO_HIGH with the estimate and what there is to spend. */
export function checkCost(estimate: number, budget: number): void {
  if (estimate > budget) throw new CodedError('POLICY_COST_TOO_HIGH', { estimate, max: budget });
}
