import { mayReadField, toRule, type PersonalKind } from '../../schema/contract/access-rules.ts';
import { mayEnterArea, type AccessContext } from '../../schema/contract/identity.ts';
import type { HouseholdRecord } from '../_kit/record.ts';
import { house } from './data.ts';

/** Area codes from the first, below the second, by the order of bytes. */
export type AreaRange = readonly [from: string, below: string];

const minReasonLength = 20;

/**
 * Whether who asks may open the household: it lies in the areas, or a supervisor breaks the glass. The gateway lets
 * the glass be broken for one `Query.household` and nothing beside it.
 */
export function mayOpenHousehold(record: HouseholdRecord, access: AccessContext): boolean {
  return isInAreas(record, access) || breaksGlass(access);
}

/** For entries that no broken glass opens. Null: a gateway that runs `--no-auth`. */
export function isInAreas(record: HouseholdRecord, access: AccessContext | null): boolean {
  return access === null || mayEnterArea(access.principal, record.rows(house)[0]?.areaCode ?? '');
}

/** Whether who asks may look for something by what it is not shown: a search answers as surely as a field. */
export function mayAskBy(kind: PersonalKind, access: AccessContext | null): boolean {
  return access === null || mayReadField(access.principal, toRule({ kind, categories: [] }));
}

/** The principal's areas within the asked one, in ascending order and none twice; empty where nothing may be listed. */
export function areaRanges(access: AccessContext | null, asked: string | null): readonly AreaRange[] {
  const own = access === null || access.principal.areas.includes('*') ? [''] : access.principal.areas;
  const within = own.flatMap((area) => narrower(area, asked ?? ''));
  const widest = within.filter((area) => !within.some((other) => other !== area && area.startsWith(other)));
  return [...new Set(widest)].toSorted().map((area) => [area, `${area}:`]);
}

/** The longer of two codes of which one lies in the other. */
function narrower(one: string, other: string): readonly string[] {
  if (one.startsWith(other)) return [one];
  return other.startsWith(one) ? [other] : [];
}

function breaksGlass({ principal, breakGlass }: AccessContext): boolean {
  return principal.role === 'supervisor' && breakGlass !== null && breakGlass.trim().length >= minReasonLength;
}
