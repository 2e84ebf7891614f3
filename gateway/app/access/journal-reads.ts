import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isObjectType,
  Kind,
  parse,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionSetNode,
} from 'graphql';
import {
  accessRules,
  mayReadField,
  shownCharacters,
  type AccessRule,
  type AccessRules,
} from '../../../schema/contract/access-rules.ts';
import { keystone } from '../../../schema/contract/bodies.ts';
import { mayReadCategory, type Principal } from '../../../schema/contract/identity.ts';
import { dataKinds, isDataKind, type DataKind } from '../../journal/data-kinds.ts';
import type { JournalRead } from '../../journal/record.ts';
import { createLruCache, type LruCache } from '../../kernel/lru-cache.ts';
import {
  conditionsOf,
  housesAsked,
  isMet,
  operationOf,
  valuesOf,
  type AskedOperation,
  type Condition,
  type SentVariables,
} from './asked-houses.ts';
import { readFieldOwners, type OwnerOf } from './field-owners.ts';
import { kindsOfPlace, kindsOfRule, rowShowings, type RowShowings, type Showing } from './journal-kinds.ts';

/** What one operation reads, as far as its text and its reader's rights tell. */
export interface DescribedOperation {
  readonly name: string | null;
  /** What this reader may see of it with these variables. The same objects for the same rights. */
  readonly readBy: (principal: Principal, variables: SentVariables) => ReadBy;
  /** House codes that the operation names. */
  readonly housesAsked: (variables: SentVariables) => readonly string[];
}

export interface ReadBy {
  readonly reads: readonly JournalRead[];
  /** Coordinates that are shown by their last characters only. */
  readonly masked: readonly string[];
  /** Categories of rows that are left out for this reader. */
  readonly withheld: readonly string[];
}

export type ReadDescriber = (operation: AskedOperation) => DescribedOperation;

export interface DescribedGraph {
  /** The supergraph with its join and access directives. */
  readonly sdl: string;
  readonly apiSchema: GraphQLSchema;
}

const maxReaders = 64;

/**
 * Makes the describers of supergraphs, one for each; `catalogue` is schema/programmes.json as parsed. An operation is
 * walked once for each document, through fragments, interfaces and aliases; for a reader only its distinct rules are
 * decided.
 */
export function createReadDescribers(catalogue: unknown): (graph: DescribedGraph) => ReadDescriber {
  const known = new WeakMap<DescribedGraph, ReadDescriber>();
  return (graph) => {
    const describer = known.get(graph) ?? readDescriber(graph, catalogue);
    known.set(graph, describer);
    return describer;
  };
}

function readDescriber({ sdl, apiSchema }: DescribedGraph, catalogue: unknown): ReadDescriber {
  const document = parse(sdl, { noLocation: true });
  const rules = accessRules(document);
  const graph: Graph = {
    apiSchema,
    rules,
    ownerOf: readFieldOwners(document),
    rows: rowShowings(catalogue, rules),
  };
  const known = new WeakMap<AskedOperation['document'], Map<string, DescribedOperation>>();
  return (operation) => {
    const byName = known.get(operation.document) ?? new Map<string, DescribedOperation>();
    known.set(operation.document, byName);
    const name = operation.operationName ?? '';
    const described = byName.get(name) ?? describe(graph, operation);
    // Names that are no operation's are the client's to invent: they must not fill the memory.
    if (operationOf(operation) !== undefined) byName.set(name, described);
    return described;
  };
}

interface Graph {
  readonly apiSchema: GraphQLSchema;
  readonly rules: AccessRules;
  readonly ownerOf: OwnerOf;
  readonly rows: RowShowings;
}

/** Something that is shown by one subgraph when the rule lets it. */
interface Shown {
  readonly subgraph: string;
  readonly rule: AccessRule;
  readonly kinds: readonly DataKind[];
  /** Named where it may be masked. */
  readonly coordinate: string;
  readonly isRow: boolean;
  readonly conditions: readonly Condition[];
}

function describe(graph: Graph, operation: AskedOperation): DescribedOperation {
  let walked: readonly Shown[] | undefined;
  const readers: LruCache<string, ReadBy> = createLruCache(maxReaders);
  return {
    name: operationOf(operation)?.name?.value ?? null,
    housesAsked: (variables) => housesAsked(operation, variables),
    readBy: (principal, variables) => {
      walked ??= walkOperation(graph, operation);
      const definition = operationOf(operation);
      const valueOf = definition === undefined ? () => undefined : valuesOf(definition, variables);
      const met = walked.map(({ conditions }) => conditions.every((each) => isMet(each, valueOf)));
      const key = `${rightsOf(principal)} ${met.includes(false) ? met.map(Number).join('') : ''}`;
      const readBy =
        readers.get(key) ??
        decide(
          walked.filter((_, at) => met[at]),
          principal,
        );
      readers.set(key, readBy);
      return readBy;
    },
  };
}

/** Everything of a principal that decides about fields. */
function rightsOf({ role, body, scopes }: Principal): string {
  return [role, body, ...[...scopes].toSorted()].join(' ');
}

function decide(shown: readonly Shown[], principal: Principal): ReadBy {
  const isSeen = ({ rule }: Shown): boolean => mayReadField(principal, rule);
  const isMasked = ({ rule }: Shown): boolean => shownCharacters(principal, rule) !== undefined;
  const seen = shown.filter(isSeen);
  const kinds = new Map<string, Set<DataKind>>();
  for (const each of seen) {
    const known = each.rule.mask === undefined ? each.kinds : kindsOfRule(each.rule, isMasked(each));
    kinds.set(each.subgraph, new Set([...(kinds.get(each.subgraph) ?? []), ...known]));
  }
  const withheld = shown.filter((each) => each.isRow && !isSeen(each)).flatMap(({ rule }) => rule.categories);
  return {
    reads: [...kinds].map(([body, found]) => ({ body, dataKinds: order.filter((kind) => found.has(kind)) })),
    masked: [...new Set(seen.filter(isMasked).map(({ coordinate }) => coordinate))].toSorted(),
    withheld: [...new Set(withheld)].filter((category) => !mayReadCategory(principal, category)).toSorted(),
  };
}

const order: readonly DataKind[] = Object.keys(dataKinds).filter(isDataKind);

/** Where a selection stands. */
interface Place {
  readonly possible: readonly GraphQLObjectType[];
  readonly subgraph: string;
  readonly inherited: readonly DataKind[];
  readonly conditions: readonly Condition[];
}

interface Walk extends Graph {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Fragments with the places where they were walked: once for each, however the document is knotted. */
  readonly walked: Set<string>;
  readonly shown: Map<string, Shown>;
  readonly conditionNames: Map<Condition['value'], number>;
}

function walkOperation(graph: Graph, operation: AskedOperation): readonly Shown[] {
  const definition = operationOf(operation);
  const root = definition && graph.apiSchema.getRootType(definition.operation);
  if (definition === undefined || !root) return [];
  const walk: Walk = {
    ...graph,
    fragments: new Map(
      operation.document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
      ),
    ),
    walked: new Set(),
    shown: new Map(),
    conditionNames: new Map(),
  };
  const place: Place = { possible: [root], subgraph: keystone, inherited: [], conditions: [] };
  walkSet(walk, place, definition.selectionSet);
  return [...walk.shown.values()];
}

function walkSet(walk: Walk, outer: Place, { selections }: SelectionSetNode): void {
  for (const selection of selections) {
    const place = { ...outer, conditions: [...outer.conditions, ...conditionsOf(selection.directives)] };
    if (selection.kind === Kind.FIELD) {
      for (const type of place.possible) walkField(walk, place, type, selection);
    } else walkFragment(walk, place, selection);
  }
}

function walkFragment(walk: Walk, place: Place, node: InlineFragmentNode | FragmentSpreadNode): void {
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : walk.fragments.get(node.name.value);
  if (fragment === undefined) return;
  const condition = fragment.typeCondition?.name.value;
  const possible = condition === undefined ? place.possible : narrowed(walk.apiSchema, place.possible, condition);
  const next = { ...place, possible };
  if (node.kind === Kind.FRAGMENT_SPREAD) {
    const key = `${node.name.value} ${nameOf(walk, next)}`;
    if (walk.walked.has(key)) return;
    walk.walked.add(key);
  }
  walkSet(walk, next, fragment.selectionSet);
}

function walkField(walk: Walk, place: Place, type: GraphQLObjectType, node: FieldNode): void {
  const field = type.getFields()[node.name.value];
  const rule = walk.rules.get(`${type.name}.${node.name.value}`);
  // What has no rule is read by nobody; `__typename` is in no list of fields.
  if (field === undefined || rule === undefined) return;
  const subgraph = walk.ownerOf(type.name, field.name, place.subgraph);
  const kinds = rule.level === 'open' ? [] : kindsOf(type, field, rule, place.inherited);
  const here = { ...place, subgraph };
  if (kinds.length > 0) addShown(walk, here, { rule, kinds }, `${type.name}.${field.name}`);
  const returned = getNamedType(field.type);
  const rows = [
    ...walk.rows.of(subgraph, type.name, field.name),
    ...(isEnumType(returned) ? walk.rows.of(subgraph, returned.name, '') : []),
  ];
  for (const row of rows) addShown(walk, here, row);
  if (node.selectionSet === undefined || !isCompositeType(returned)) return;
  const possible = isAbstractType(returned) ? walk.apiSchema.getPossibleTypes(returned) : [returned];
  walkSet(walk, { ...here, possible, inherited: kinds }, node.selectionSet);
}

function kindsOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  rule: AccessRule,
  inherited: readonly DataKind[],
): readonly DataKind[] {
  const specific = kindsOfRule(rule, true);
  if (specific.length > 0) return specific;
  return kindsOfPlace({ type: type.name, field: field.name, returned: getNamedType(field.type).name, rule, inherited });
}

/** Without a coordinate: a row. */
function addShown(walk: Walk, place: Place, { rule, kinds }: Showing, coordinate?: string): void {
  const { subgraph, conditions } = place;
  const masked = rule.mask === undefined || coordinate === undefined ? '' : coordinate;
  const isRow = coordinate === undefined;
  const key = JSON.stringify([subgraph, rule, kinds, masked, isRow, conditionNamesOf(walk, conditions)]);
  walk.shown.set(key, { subgraph, rule, kinds, coordinate: masked, isRow, conditions });
}

function nameOf(walk: Walk, { possible, subgraph, inherited, conditions }: Place): string {
  const types = possible.map(({ name }) => name);
  return JSON.stringify([types, subgraph, inherited, conditionNamesOf(walk, conditions)]);
}

/** Conditions on one variable are one condition, wherever they are written. */
function conditionNamesOf(walk: Walk, conditions: readonly Condition[]): readonly string[] {
  return [...new Set(conditions.map((condition) => conditionName(walk, condition)))].toSorted();
}

function conditionName({ conditionNames }: Walk, { value, wanted }: Condition): string {
  if (value.kind === Kind.VARIABLE) return `${wanted ? '' : '!'}$${value.name.value}`;
  const number = conditionNames.get(value) ?? conditionNames.size;
  conditionNames.set(value, number);
  return `${wanted ? '' : '!'}${number}`;
}

function narrowed(
  schema: GraphQLSchema,
  possible: readonly GraphQLObjectType[],
  condition: string,
): readonly GraphQLObjectType[] {
  const type = schema.getType(condition);
  if (isObjectType(type)) return possible.filter((each) => each === type);
  return isAbstractType(type) ? possible.filter((each) => schema.isSubType(type, each)) : [];
}
