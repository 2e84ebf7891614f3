import {
  Kind,
  OperationTypeNode,
  type DirectiveNode,
  type DocumentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { CodedError, type ErrorCode } from '../../schema/contract/error-codes.ts';
import { readDefinitions, type Definitions } from './definitions.ts';
import { requestLimits, type RequestLimits } from './limits.ts';

/** The size of a selection set with its fragments written out. */
export interface ExpandedSize {
  /** Fields, spreads and inline fragments. */
  readonly selections: number;
  /** Fields inside fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields of the outermost level. */
  readonly rootFields: number;
  /** Lists of what the schema says of itself: `types`, `fields` and their like. */
  readonly schemaLists: number;
  /** Such lists inside each other. */
  readonly schemaListDepth: number;
}

/** What the check found, and how many selections of the text it looked at: each once, however often it counts. */
export interface DocumentMeasure {
  readonly largest: ExpandedSize;
  readonly steps: number;
}

/**
 * Checks a parsed document before it is validated or planned, in time linear in its text: fragments are measured once
 * and counted as often as they are used. Operations and fragments are held to the same limits, since validation walks
 * all of them. Throws POLICY_… with the limit, OPERATION_INVALID for what is no executable document.
 */
export function checkDocument(document: DocumentNode, limits: RequestLimits = requestLimits): DocumentMeasure {
  const definitions = readDefinitions(document);
  checkDefinitions(definitions, limits);
  const measurer = createMeasurer(definitions);
  let largest = nothing;
  for (const fragment of definitions.fragments.values()) {
    const size = measurer.measureFragment(fragment.name.value);
    checkSize({ ...size, rootFields: 0 }, limits);
  }
  for (const { selectionSet, directives, variableDefinitions } of definitions.operations) {
    const own = [...(directives ?? []), ...(variableDefinitions ?? []).flatMap((each) => each.directives ?? [])];
    const size = add(measurer.measureSet(selectionSet), directiveSize(own));
    checkSize(size, limits);
    if (size.selections > largest.selections) largest = size;
  }
  return { largest, steps: measurer.steps() };
}

function checkDefinitions({ operations, fragments }: Definitions, limits: RequestLimits): void {
  refuseAbove(operations.length, limits.operations, 'POLICY_TOO_MANY_OPERATIONS');
  refuseAbove(fragments.size, limits.fragments, 'POLICY_TOO_MANY_FRAGMENTS');
  for (const { operation, variableDefinitions } of operations) {
    if (operation === OperationTypeNode.SUBSCRIPTION) throw new CodedError('POLICY_OPERATION_TYPE');
    refuseAbove(variableDefinitions?.length ?? 0, limits.variables, 'POLICY_TOO_MANY_VARIABLES');
  }
}

function checkSize(size: ExpandedSize, limits: RequestLimits): void {
  refuseAbove(size.selections, limits.selections, 'POLICY_TOO_MANY_SELECTIONS');
  refuseAbove(size.depth, limits.depth, 'POLICY_TOO_DEEP');
  refuseAbove(size.aliases, limits.aliases, 'POLICY_TOO_MANY_ALIASES');
  refuseAbove(size.rootFields, limits.rootFields, 'POLICY_TOO_MANY_ROOT_FIELDS');
  refuseAbove(size.directives, limits.directives, 'POLICY_TOO_MANY_DIRECTIVES');
  refuseAbove(size.schemaLists, limits.schemaLists, 'POLICY_INTROSPECTION_TOO_LARGE');
  if (size.schemaListDepth > limits.schemaListDepth) {
    throw new CodedError('POLICY_INTROSPECTION_TOO_LARGE', { max: limits.schemaLists });
  }
}

function refuseAbove(count: number, max: number, code: ErrorCode): void {
  if (count > max) throw new CodedError(code, { max });
}

const nothing: ExpandedSize = Object.freeze({
  selections: 0,
  depth: 0,
  aliases: 0,
  directives: 0,
  rootFields: 0,
  schemaLists: 0,
  schemaListDepth: 0,
});

/** Each has an item for everything of its kind. `args` and `directives` are short. No field of the graph has such a name. */
const schemaLists: ReadonlySet<string> = new Set([
  'types',
  'fields',
  'inputFields',
  'interfaces',
  'possibleTypes',
  'enumValues',
]);

/** Above every limit, and far below where sums of doubles lose their ones. */
const ceiling = 1_000_000_000;

function add(one: ExpandedSize, other: ExpandedSize): ExpandedSize {
  return {
    selections: Math.min(one.selections + other.selections, ceiling),
    depth: Math.max(one.depth, other.depth),
    aliases: Math.min(one.aliases + other.aliases, ceiling),
    directives: Math.min(one.directives + other.directives, ceiling),
    rootFields: Math.min(one.rootFields + other.rootFields, ceiling),
    schemaLists: Math.min(one.schemaLists + other.schemaLists, ceiling),
    schemaListDepth: Math.max(one.schemaListDepth, other.schemaListDepth),
  };
}

function directiveSize(directives: readonly DirectiveNode[] | undefined): ExpandedSize {
  return { ...nothing, directives: directives?.length ?? 0 };
}

interface Measurer {
  readonly measureSet: (set: SelectionSetNode) => ExpandedSize;
  readonly measureFragment: (name: string) => ExpandedSize;
  readonly steps: () => number;
}

function createMeasurer({ fragments }: Definitions): Measurer {
  const measured = new Map<string, ExpandedSize | 'UNDER_WAY'>();
  let steps = 0;

  function measureSet(set: SelectionSetNode): ExpandedSize {
    return set.selections.reduce((size, selection) => add(size, measureSelection(selection)), nothing);
  }

  function measureSelection(selection: SelectionNode): ExpandedSize {
    steps += 1;
    const own = { ...directiveSize(selection.directives), selections: 1 };
    if (selection.kind === Kind.FRAGMENT_SPREAD) return add(own, measureFragment(selection.name.value));
    const inner = selection.selectionSet === undefined ? nothing : measureSet(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return add(own, inner);
    const list = schemaLists.has(selection.name.value) ? 1 : 0;
    const field = { ...own, aliases: selection.alias === undefined ? 0 : 1, schemaLists: list };
    const schemaListDepth = inner.schemaListDepth + list;
    return { ...add(field, inner), depth: inner.depth + 1, rootFields: 1, schemaListDepth };
  }

  /** A fragment that is not there counts nothing; validation says so. */
  function measureFragment(name: string): ExpandedSize {
    const known = measured.get(name);
    if (known === 'UNDER_WAY') throw new CodedError('POLICY_FRAGMENT_CYCLE');
    const fragment = fragments.get(name);
    if (known !== undefined || fragment === undefined) return known ?? nothing;
    measured.set(name, 'UNDER_WAY');
    const size = add(measureSet(fragment.selectionSet), directiveSize(fragment.directives));
    measured.set(name, size);
    return size;
  }

  return { measureSet, measureFragment, steps: () => steps };
}
