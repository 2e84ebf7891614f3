import type { PlannedFetch } from './plan-fetches.ts';

/** Fetches that are sent as one call, by their numbers. */
export interface CallGroup {
  readonly members: readonly number[];
  /** Numbers of the groups that must be done first; all of them come earlier in the list. */
  readonly after: readonly number[];
}

interface Group {
  readonly subgraph: string;
  readonly members: number[];
  readonly after: Set<number>;
}

/**
 * As few calls as the plan allows: entity fetches of one subgraph that wait for the same fetches are one call, and those
 * that nobody waits for join another call of their subgraph, a later one if need be. A case file's names come from
 * interior in one call, whichever of the thirteen bodies mentioned the persons.
 */
export function groupCalls(
  fetches: readonly PlannedFetch[],
  dependencies: readonly ReadonlySet<number>[],
): CallGroup[] {
  const ancestors = transitive(dependencies);
  const awaited = new Set(dependencies.flatMap((each) => [...each]));
  const isLast = ({ members }: Group): boolean => members.every((member) => !awaited.has(member));
  const groups = groupByTurn(fetches, dependencies);
  const kept: Group[] = [];
  const last = new Map<string, Group>();
  for (const group of groups.filter((each) => !isEntityCall(each, fetches) || !isLast(each))) kept.push(group);
  for (const group of groups.filter((each) => isEntityCall(each, fetches) && isLast(each))) {
    const host =
      kept.find((other) => isEntityCall(other, fetches) && canHost(other, group, ancestors)) ??
      last.get(group.subgraph);
    if (host === undefined) {
      last.set(group.subgraph, group);
      kept.push(group);
      continue;
    }
    host.members.push(...group.members);
    for (const at of group.after) host.after.add(at);
  }
  return inOrder(kept);
}

function groupByTurn(fetches: readonly PlannedFetch[], dependencies: readonly ReadonlySet<number>[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [at, { node }] of fetches.entries()) {
    const after = dependencies[at] ?? new Set<number>();
    const key = node.requires === undefined ? String(at) : `${node.serviceName} ${[...after].join()}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { subgraph: node.serviceName, members: [at], after: new Set(after) });
    else group.members.push(at);
  }
  return [...groups.values()];
}

function isEntityCall({ members: [first = -1] }: Group, fetches: readonly PlannedFetch[]): boolean {
  return fetches[first]?.node.requires !== undefined;
}

/** The other call waits for all that the group waits for anyway, and is none of it. */
function canHost(other: Group, group: Group, ancestors: readonly ReadonlySet<number>[]): boolean {
  if (other.subgraph !== group.subgraph) return false;
  const before = new Set([...other.after].flatMap((at) => [at, ...(ancestors[at] ?? [])]));
  const isBefore = other.members.some((member) => group.members.some((at) => ancestors[at]?.has(member) === true));
  return !isBefore && [...group.after].every((at) => before.has(at));
}

function transitive(dependencies: readonly ReadonlySet<number>[]): ReadonlySet<number>[] {
  // Fetches come in the order of the plan, so what one waits for has been worked out before it.
  const ancestors: Set<number>[] = [];
  for (const each of dependencies) {
    ancestors.push(new Set([...each].flatMap((at) => [at, ...(ancestors[at] ?? [])])));
  }
  return ancestors;
}

/** Topological order, with fetch numbers turned into group numbers. */
function inOrder(groups: readonly Group[]): CallGroup[] {
  const groupOf = new Map(groups.flatMap((group) => group.members.map((member) => [member, group] as const)));
  const ordered: Group[] = [];
  function place(group: Group): void {
    if (ordered.includes(group)) return;
    for (const at of group.after) {
      const before = groupOf.get(at);
      if (before !== undefined) place(before);
    }
    ordered.push(group);
  }
  for (const group of groups) place(group);
  return ordered.map(({ members, after }) => ({
    members,
    after: [...new Set([...after].map((at) => ordered.findIndex((group) => group.members.includes(at))))],
  }));
}
