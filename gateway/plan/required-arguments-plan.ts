import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { FieldNode, OperationDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql';
import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from './query-plan.ts';
import type { RequiredArguments, RequiredNames } from './required-arguments.ts';

/** What a plan over stand-ins means in terms of the real supergraph. `graphOf` maps a subgraph's name to its enum value. */
export function restoreRequiredArguments(
  plan: QueryPlan,
  required: RequiredArguments,
  graphOf: (subgraph: string) => string,
): QueryPlan {
  const { node } = plan;
  if (required.standIns.size === 0 || node === undefined || node.kind === 'Subscription') return plan;
  return { ...plan, node: restoreNode(node, (fetch) => restoreFetch(fetch, required, graphOf(fetch.serviceName))) };
}

function restoreNode(node: PlanNode, restore: (fetch: FetchNode) => PlanNode): PlanNode {
  const inside = (child: PlanNode): PlanNode => restoreNode(child, restore);
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(inside) };
    case 'Flatten':
      return { ...node, node: inside(node.node) };
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause && { ifClause: inside(node.ifClause) }),
        ...(node.elseClause && { elseClause: inside(node.elseClause) }),
      };
    case 'Fetch':
      return restore(node);
    case 'Defer':
      return node;
    default:
      return node satisfies never;
  }
}

/**
 * A representation has room for one `price`. When fields of one fetch require it with different arguments, the fetch
 * becomes several, each with the representations that its fields require; the executor sends them as one call.
 */
function restoreFetch(node: FetchNode, required: RequiredArguments, graph: string): PlanNode {
  const operation = parseOperation(node.operation);
  const parts =
    node.requires === undefined
      ? [operation]
      : splitByNeeds(operation, (type, name) => required.requiredNames(type, name, graph));
  const fetches = parts.map((part): FetchNode => {
    const needs = needsOf(part, (type, name) => required.requiredNames(type, name, graph));
    const others = parts.length > 1 ? required.standIns : new Map<string, never>();
    return {
      ...node,
      operation: stripIgnoredCharacters(print(withCalls(part, required))),
      variableUsages: (node.variableUsages ?? []).filter((name) => definesVariable(part, name)),
      ...(node.requires && { requires: restoreRequires(node.requires, required, { needs, others, path: [] }) }),
    };
  });
  const [only, ...more] = fetches;
  return only !== undefined && more.length === 0 ? only : { kind: 'Parallel', nodes: fetches };
}

type NeedsOfField = (typeName: string, fieldName: string) => RequiredNames;

/** Everything that the fields of an `_entities` operation require. */
function needsOf(operation: OperationDefinitionNode, needsOfField: NeedsOfField): RequiredNames {
  const needs = new Map<string, string>();
  forEachEntityField(operation, (typeName, field) => {
    for (const [path, name] of needsOfField(typeName, field.name.value)) needs.set(path, name);
  });
  return needs;
}

/** The operation itself, or several of which none requires two different fields in one place. */
function splitByNeeds(operation: OperationDefinitionNode, needsOfField: NeedsOfField): OperationDefinitionNode[] {
  const groups: { readonly needs: Map<string, string>; readonly fields: Set<FieldNode> }[] = [];
  forEachEntityField(operation, (typeName, field) => {
    const needs = needsOfField(typeName, field.name.value);
    const fits = (known: ReadonlyMap<string, string>): boolean =>
      [...needs].every(([path, name]) => (known.get(path) ?? name) === name);
    let group = groups.find((candidate) => fits(candidate.needs));
    if (group === undefined) groups.push((group = { needs: new Map(), fields: new Set() }));
    group.fields.add(field);
    for (const [path, name] of needs) group.needs.set(path, name);
  });
  if (groups.length < 2) return [operation];
  return groups.map(({ fields }) => withUsedVariables(onlyEntityFields(operation, fields)));
}

function forEachEntityField(
  operation: OperationDefinitionNode,
  visitField: (typeName: string, field: FieldNode) => void,
): void {
  function walk(selectionSet: SelectionSetNode | undefined, typeName: string): void {
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
      } else if (selection.kind === Kind.FIELD) {
        visitField(typeName, selection);
      }
    }
  }
  const [entities] = operation.selectionSet.selections;
  if (entities?.kind === Kind.FIELD) walk(entities.selectionSet, '');
}

function onlyEntityFields(operation: OperationDefinitionNode, fields: ReadonlySet<FieldNode>): OperationDefinitionNode {
  function keep(selectionSet: SelectionSetNode): SelectionSetNode {
    const selections = selectionSet.selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind !== Kind.INLINE_FRAGMENT) {
        return selection.kind === Kind.FIELD && fields.has(selection) ? [selection] : [];
      }
      const inner = keep(selection.selectionSet);
      return inner.selections.length === 0 ? [] : [{ ...selection, selectionSet: inner }];
    });
    return { kind: Kind.SELECTION_SET, selections };
  }
  const selections = operation.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD && selection.selectionSet !== undefined
      ? { ...selection, selectionSet: keep(selection.selectionSet) }
      : selection,
  );
  return { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function withUsedVariables(operation: OperationDefinitionNode): OperationDefinitionNode {
  const used = new Set<string>();
  visit(operation, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      used.add(name.value);
    },
  });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return { ...operation, variableDefinitions };
}

/** `r1_price` -> `r1_price: price(currency: "EUR")` */
function withCalls(operation: OperationDefinitionNode, { standIns }: RequiredArguments): OperationDefinitionNode {
  return visit(operation, {
    Field: (field) => {
      const standIn = standIns.get(field.name.value);
      if (standIn === undefined) return undefined;
      return {
        ...field,
        alias: field.alias ?? field.name,
        name: { kind: Kind.NAME, value: standIn.name },
        arguments: standIn.arguments,
      } as const;
    },
  });
}

interface RequiresPlace {
  readonly needs: RequiredNames;
  /** Stand-ins that only another part of the fetch needs are left out. */
  readonly others: ReadonlyMap<string, unknown>;
  readonly path: readonly string[];
}

/** A representation carries the field's own name, and reads the value from under the stand-in's. */
function restoreRequires(
  selections: readonly QueryPlanSelectionNode[],
  required: RequiredArguments,
  place: RequiresPlace,
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === 'InlineFragment') {
      return [{ ...selection, selections: restoreRequires(selection.selections, required, place) }];
    }
    const standIn = required.standIns.get(selection.name);
    const plain = standIn?.name ?? selection.name;
    const path = [...place.path, plain];
    const needed = place.needs.get(path.join('/'));
    if (needed === undefined ? place.others.has(selection.name) : needed !== selection.name) return [];
    return [
      {
        ...selection,
        name: plain,
        ...(standIn && { alias: selection.name }),
        ...(selection.selections && {
          selections: restoreRequires(selection.selections, required, { ...place, path }),
        }),
      },
    ];
  });
}

function definesVariable(operation: OperationDefinitionNode, name: string): boolean {
  return (operation.variableDefinitions ?? []).some(({ variable }) => variable.name.value === name);
}

function parseOperation(text: string): OperationDefinitionNode {
  const [operation] = parse(text, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('A fetch has one operation');
  return operation;
}
