import { describe, expect, it } from 'vitest';
import { overlaps } from './overlaps.ts';
import type { Programme } from './programme.ts';
import { screen } from './screen.ts';
import { catalogueOf, householdWith } from './test-support.ts';

function groups(programmes: readonly Partial<Programme>[], enrolled: readonly string[] = []): readonly string[] {
  const catalogue = catalogueOf(...programmes);
  const household = householdWith({
    members: ['A', 'B'],
    facts: { 'A person.ageYears': 40, 'B person.ageYears': 3 },
    enrolments: enrolled.map((key) => {
      const [subject = '', programme = ''] = key.split(' ');
      return { subject, programme };
    }),
  });
  return overlaps(catalogue, screen(catalogue, household)).map(
    ({ subject, programmes: group, reason }) => `${subject}: ${group.map(({ id }) => id).join(' ')} ${reason}`,
  );
}

const adult = { rule: { fact: 'person.ageYears', op: 'gte', value: 18 } } as const;

describe('overlaps', () => {
  it('are there whichever of two programmes names the other', () => {
    expect(
      groups([
        { id: 'p', ...adult },
        { id: 'q', ...adult, conflictsWith: ['p'] },
      ]),
    ).toEqual(['A: p q DUE_TOGETHER']);
    expect(
      groups([
        { id: 'p', ...adult, conflictsWith: ['q'] },
        { id: 'q', ...adult },
      ]),
    ).toEqual(['A: p q DUE_TOGETHER']);
  });

  it('join programmes through a third, which makes one group of them', () => {
    const programmes = [
      { id: 'p', ...adult },
      { id: 'q', ...adult, conflictsWith: ['r'] },
      { id: 'r', ...adult, conflictsWith: ['p'] },
      { id: 's', ...adult },
    ];
    expect(groups(programmes)).toEqual(['A: p q r DUE_TOGETHER']);
  });

  it('need programmes that are due, referred or received: not what links them on paper', () => {
    const programmes = [
      { id: 'p', ...adult, conflictsWith: ['q'] },
      { id: 'q', rule: { const: false }, conflictsWith: ['r'] },
      { id: 'r', ...adult, claimType: 'DISCRETIONARY' as const },
    ];
    expect(groups(programmes)).toEqual([]);
    expect(groups(programmes, ['A q'])).toEqual(['A: p q r RECEIVED_AND_DUE']);
  });

  it('need the same subject', () => {
    const programmes = [
      { id: 'p', ...adult, conflictsWith: ['q'] },
      { id: 'q', rule: { not: adult.rule } },
    ];
    expect(groups(programmes)).toEqual([]);
    expect(groups(programmes, ['B p', 'B q'])).toEqual(['B: p q RECEIVED_TOGETHER']);
  });
});
