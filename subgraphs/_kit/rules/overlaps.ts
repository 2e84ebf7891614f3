import { isDue, isReferral } from './gap-report.ts';
import type { Programme } from './programme.ts';
import type { CompiledCatalogue, Screening } from './screen.ts';

/** Programmes that exclude one another, for one subject. It opens a review and takes nothing from anybody. */
export interface Overlap {
  /** Two or more, in the order of the catalogue. */
  readonly programmes: readonly Programme[];
  /** personId, or houseCode for programmes of the household. */
  readonly subject: string;
  readonly reason: OverlapReason;
}

/** Two or more of the group are received; one is, and another is due or referred; none is received. */
export type OverlapReason = 'RECEIVED_TOGETHER' | 'RECEIVED_AND_DUE' | 'DUE_TOGETHER';

/**
 * The groups of programmes, two or more, that exclude one another directly or through a third, and are due, referred
 * or received for the same subject.
 */
export function overlaps(
  catalogue: Pick<CompiledCatalogue, 'conflicts'>,
  screenings: readonly Screening[],
): readonly Overlap[] {
  const live = screenings.filter((each) => isDue(each) || isReferral(each) || each.receiving === 'RECEIVING');
  return [...Map.groupBy(live, ({ subject }) => subject).values()].flatMap((ofSubject) =>
    groupsOf(ofSubject, catalogue.conflicts).map(toOverlap),
  );
}

function groupsOf(
  screenings: readonly Screening[],
  conflicts: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly Screening[])[] {
  const groups: Screening[][] = [];
  const open = new Set(screenings);
  for (const first of screenings) {
    if (!open.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      const rivals = conflicts.get(member.programme.id);
      const found = [...open].filter(({ programme }) => rivals?.has(programme.id) === true);
      for (const each of found) open.delete(each);
      group.push(...found);
    }
    if (group.length > 1) groups.push(screenings.filter((each) => group.includes(each)));
  }
  return groups;
}

function toOverlap(group: readonly Screening[]): Overlap {
  const received = group.filter(({ receiving }) => receiving === 'RECEIVING').length;
  return {
    programmes: group.map(({ programme }) => programme),
    subject: group[0]?.subject ?? '',
    reason: received > 1 ? 'RECEIVED_TOGETHER' : received === 1 ? 'RECEIVED_AND_DUE' : 'DUE_TOGETHER',
  };
}
