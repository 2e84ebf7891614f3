import { Kind } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import type { QueryPlanSelectionNode } from '../plan/query-plan.ts';
import { fetchedSelections } from './fetch-text.ts';
import { precedes } from './plan-fetches.ts';
import type { PlannedFetch } from './plan-fetches.ts';

/**
 * For each fetch the numbers of those that it must wait for: those before it in the plan that bring something which its
 * representations hold. A plan's Sequence often makes a fetch wait for data that it does not use.
 */
export function fetchDependencies(fetches: readonly PlannedFetch[]): ReadonlySet<number>[] {
  const brought = fetches.map(leavesBrought);
  return fetches.map((fetch) => {
    const needed = leavesNeeded(fetch);
    const waitsForAll = fetch.node.requires === undefined;
    const dependencies = new Set<number>();
    for (const [at, earlier] of fetches.entries()) {
      if (!precedes(earlier, fetch)) continue;
      // Mutations are done one after the other; other root fetches do not say what they need.
      if (waitsForAll || needed.some((leaf) => brought[at]?.has(leaf) === true)) dependencies.add(at);
    }
    return dependencies;
  });
}

/** Paths of the leaves that a fetch's representations are read from: `/household/education/facts/name`. */
function leavesNeeded({ node, path }: PlannedFetch): string[] {
  const leaves: string[] = [];
  walk(node.requires ?? [], withoutLists(path));
  return leaves;

  function walk(selections: readonly QueryPlanSelectionNode[], at: string): void {
    for (const selection of selections) {
      if (selection.kind === 'InlineFragment') walk(selection.selections, at);
      else if (selection.selections === undefined || selection.selections.length === 0) {
        leaves.push(`${at}/${selection.alias ?? selection.name}`);
      } else walk(selection.selections, `${at}/${selection.alias ?? selection.name}`);
    }
  }
}

function leavesBrought({ node, path }: PlannedFetch): ReadonlySet<string> {
  const leaves = new Set<string>();
  const renamed = new Map<string, string>();
  for (const rewrite of node.outputRewrites ?? []) {
    const key = rewrite.path.at(-1);
    if (rewrite.kind === 'KeyRenamer' && key !== undefined) renamed.set(key, rewrite.renameKeyTo);
  }
  walk(fetchedSelections(node), withoutLists(path));
  return leaves;

  function walk(selections: SelectionSetNode | undefined, at: string): void {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, at);
      if (selection.kind !== Kind.FIELD) continue;
      const name = selection.alias?.value ?? selection.name.value;
      const leaf = `${at}/${renamed.get(name) ?? name}`;
      if (selection.selectionSet === undefined) leaves.add(leaf);
      else walk(selection.selectionSet, leaf);
    }
  }
}

function withoutLists(path: readonly string[]): string {
  return path
    .filter((element) => element !== '@')
    .map((element) => `/${element}`)
    .join('');
}
