import { FieldSelection } from '@apollo/federation-internals';
import type { Selection, SelectionSet } from '@apollo/federation-internals';
import type { QueryGraph } from '@apollo/query-graphs';
import type { QueryPlanner } from '@apollo/query-planner';

/**
 * Gives every `@requires` field that carries arguments an alias of its own in the planner's graph.
 *
 * The planner adds required fields to the selections it has. `@requires(fields: "price(currency: EUR)")` then meets
 * another `price(currency: USD)` under the same response name, one of the two is lost, and the subgraph is given the
 * wrong price. Field sets cannot hold aliases in a schema, so they are set here, once, before the first plan. A
 * representation still carries the field's own name: it is built from `name` and reads `alias`.
 */
export function aliasConditionsWithArguments(planner: QueryPlanner): void {
  const aliases = new Map<string, string>();
  const graph = graphOf(planner);
  for (const vertex of graph.vertices) {
    for (const edge of graph.outEdges(vertex, true)) {
      if (edge.conditions === undefined) continue;
      const aliased = withAliases(edge.conditions, aliases);
      if (aliased !== edge.conditions) Reflect.set(edge, '_conditions', aliased);
    }
  }
}

function graphOf(planner: QueryPlanner): QueryGraph {
  const graph: unknown = Reflect.get(planner, 'federatedQueryGraph');
  if (!isQueryGraph(graph)) throw new TypeError('The query planner no longer keeps its graph where it was');
  return graph;
}

function isQueryGraph(value: unknown): value is QueryGraph {
  return typeof value === 'object' && value !== null && 'vertices' in value && 'outEdges' in value;
}

function withAliases(selections: SelectionSet, aliases: Map<string, string>): SelectionSet {
  return selections.lazyMap((selection: Selection) => {
    const inner = selection.selectionSet && withAliases(selection.selectionSet, aliases);
    if (!(selection instanceof FieldSelection) || Object.keys(selection.element.args ?? {}).length === 0) {
      return inner === undefined || inner === selection.selectionSet
        ? selection
        : selection.withUpdatedSelectionSet(inner);
    }
    const key = selection.element.toString();
    const alias = aliases.get(key) ?? `r${String(aliases.size + 1)}_${selection.element.name}`;
    aliases.set(key, alias);
    return selection.withUpdatedComponents(selection.element.withUpdatedAlias(alias), inner);
  });
}
