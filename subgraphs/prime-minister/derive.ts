import type { Fact, HouseholdRecord } from '../_kit/record.ts';
import { tpmap, welfareCards } from './data.ts';

const fact = 'household.tpmapTargetPoor';

/** TPMAP's target poor. The fact is left out while what is absent could still decide it. */
export function derive(record: HouseholdRecord): readonly Fact[] {
  const targetPoor = isTargetPoor(record);
  return targetPoor === undefined ? [] : [record.fact(fact, 'M0', targetPoor, tpmap.registry)];
}

/**
 * The household fails a dimension and some member holds a state welfare card (NESDC: poor by MPI in the survey and in
 * the card register). Undefined: it cannot be known. One part that fails settles it, whatever is absent.
 */
export function isTargetPoor(record: HouseholdRecord): boolean | undefined {
  const parts = [failsDimension(record), someoneHoldsCard(record)];
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function failsDimension(record: HouseholdRecord): boolean | undefined {
  if (record.isAbsent('M0', 'household.tpmapDimensions')) return undefined;
  // Without a row the household fails none; null is a registry without a value, which fails none either.
  return (record.rows(tpmap)[0]?.dimensions ?? []).length > 0;
}

function someoneHoldsCard(record: HouseholdRecord): boolean | undefined {
  if (record.rows(welfareCards).some((row) => row.holdsCard === true)) return true;
  return record.members.some((member) => record.isAbsent(member, 'person.hasStateWelfareCard')) ? undefined : false;
}
