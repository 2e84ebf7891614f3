import {
  BreakingChangeType,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type BreakingChange,
  type DangerousChange,
} from 'graphql';
import type { Finding } from '../../schema/contract/publication.ts';
import type { CheckView } from './check-view.ts';
import { changeFinding, finding, type PlainCode } from './finding.ts';
import type { ChangeKind, Standing } from './texts/changes.ts';
import { usageOfChange, type ChangeUsage } from './usage.ts';

/**
 * What readers lose between the graph as it is and the graph with the candidate in it. What somebody ran in the last
 * thirty days may not go; what nobody ran may; and while the record is shorter than that, nobody can tell.
 */
export function checkChanges(view: CheckView): readonly Finding[] {
  const before = view.before();
  const after = view.after();
  if (!after.ok) return [];
  if (before === null) return view.published === null ? [] : [finding('GRAPH_NOT_COMPARABLE', view.atLine(1))];
  return [
    ...findBreakingChanges(before.api, after.api).flatMap((change) => breaking(view, change)),
    ...findDangerousChanges(before.api, after.api).flatMap((change) => surprising(view, change)),
  ];
}

function breaking(view: CheckView, change: BreakingChange): readonly Finding[] {
  const kind = kinds[change.type];
  if (kind === undefined) return [];
  const coordinate = coordinateOf(change);
  const before = view.before();
  const used = before === null ? null : usageOfChange(view.input.usage, before.api, coordinate);
  const standing = standingOf(view, used);
  const details = { change: change.description, ...usageDetails(view, used) };
  const refined = kind === 'FIELD_TYPE_CHANGED' && isNullabilityOnly(change) ? 'FIELD_NULLABILITY_CHANGED' : kind;
  return [changeFinding(refined, standing, view.whereItStood(coordinate), details)];
}

function surprising(view: CheckView, change: DangerousChange): readonly Finding[] {
  const coordinate = coordinateOf(change);
  return [finding(surprises[change.type], view.whereItStood(coordinate), { change: change.description })];
}

/** Changes of directives are left out: what they mean for access has rules of its own. */
const kinds: Readonly<Partial<Record<BreakingChangeType, ChangeKind>>> = {
  [BreakingChangeType.TYPE_REMOVED]: 'TYPE_REMOVED',
  [BreakingChangeType.TYPE_CHANGED_KIND]: 'TYPE_KIND_CHANGED',
  [BreakingChangeType.TYPE_REMOVED_FROM_UNION]: 'UNION_MEMBER_REMOVED',
  [BreakingChangeType.VALUE_REMOVED_FROM_ENUM]: 'ENUM_VALUE_REMOVED',
  [BreakingChangeType.REQUIRED_INPUT_FIELD_ADDED]: 'INPUT_FIELD_REQUIRED',
  [BreakingChangeType.IMPLEMENTED_INTERFACE_REMOVED]: 'INTERFACE_DROPPED',
  [BreakingChangeType.FIELD_REMOVED]: 'FIELD_REMOVED',
  [BreakingChangeType.FIELD_CHANGED_KIND]: 'FIELD_TYPE_CHANGED',
  [BreakingChangeType.REQUIRED_ARG_ADDED]: 'ARGUMENT_REQUIRED',
  [BreakingChangeType.ARG_REMOVED]: 'ARGUMENT_REMOVED',
  [BreakingChangeType.ARG_CHANGED_KIND]: 'ARGUMENT_TYPE_CHANGED',
};

const surprises: Readonly<Record<DangerousChangeType, PlainCode>> = {
  [DangerousChangeType.VALUE_ADDED_TO_ENUM]: 'ENUM_VALUE_ADDED',
  [DangerousChangeType.TYPE_ADDED_TO_UNION]: 'UNION_MEMBER_ADDED',
  [DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED]: 'OPTIONAL_INPUT_ADDED',
  [DangerousChangeType.OPTIONAL_ARG_ADDED]: 'OPTIONAL_INPUT_ADDED',
  [DangerousChangeType.IMPLEMENTED_INTERFACE_ADDED]: 'INTERFACE_ADDED',
  [DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE]: 'DEFAULT_CHANGED',
};

/** graphql tells coordinates in sentences only; the first pattern that fits names type, member and argument. */
const sentences: readonly RegExp[] = [
  /^(?<member>\w+) was (?:removed from|added to) (?:enum|union) type (?<type>\w+)\.$/u,
  /^An? (?:required|optional) field (?<member>\w+) on input type (?<type>\w+) was added\.$/u,
  /^An? (?:required|optional) arg (?<argument>\w+) on (?<type>\w+)\.(?<member>\w+) was added\.$/u,
  /^(?<type>\w+)\.(?<member>\w+) arg (?<argument>\w+) (?:was|has) /u,
  /^(?<type>\w+)\.(?<member>\w+) (?:was|changed) /u,
  /^\w+ added to interfaces implemented by (?<type>\w+)\.$/u,
  /^(?:Standard scalar )?(?<type>\w+) (?:was|changed|no longer) /u,
];

function coordinateOf({ type: change, description }: BreakingChange | DangerousChange): string {
  const match = sentences.map((pattern) => pattern.exec(description)).find((found) => found !== null);
  const { type = '', member, argument } = match?.groups ?? {};
  const isMember =
    change === BreakingChangeType.TYPE_REMOVED_FROM_UNION || change === DangerousChangeType.TYPE_ADDED_TO_UNION;
  if (member === undefined || isMember) return type;
  return argument === undefined ? `${type}.${member}` : `${type}.${member}(${argument}:)`;
}

function isNullabilityOnly({ description }: BreakingChange): boolean {
  const { from, to } = / changed type from (?<from>\S+) to (?<to>\S+)\.$/u.exec(description)?.groups ?? {};
  return from !== undefined && to !== undefined && from.replaceAll('!', '') === to.replaceAll('!', '');
}

function standingOf({ input }: CheckView, used: ChangeUsage | null): Standing {
  if (used !== null && used.count > 0) return 'IN_USE';
  return input.usage.coveredDays < input.usage.days ? 'UNPROVEN' : 'UNUSED';
}

function usageDetails({ input }: CheckView, used: ChangeUsage | null): Readonly<Record<string, string | number>> {
  const { days, coveredDays: covered } = input.usage;
  if (used === null) return { days, covered };
  const { operations, clients, count, lastDay } = used;
  return { days, covered, operations: operations.length, clients: someOf(clients), count, lastDay };
}

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
