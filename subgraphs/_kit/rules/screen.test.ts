import { describe, expect, it } from 'vitest';
import { bodyNames } from '../../../schema/contract/bodies.ts';
import type { BodyName } from '../../../schema/contract/bodies.ts';
import type { Rule } from './rule.ts';
import { hasAnswered, screen } from './screen.ts';
import type { HouseholdCase, Screening } from './screen.ts';
import { catalogueOf, householdWith, programmeWith } from './test-support.ts';

const card: Rule = { fact: 'person.disabilityCard', op: 'isTrue' };
const adult: Rule = { fact: 'person.ageYears', op: 'gte', value: 18 };
const alive: Rule = { fact: 'person.isDeceased', op: 'isFalse' };

function only(rule: Rule, household: HouseholdCase): Screening {
  const [screening] = screen(catalogueOf({ rule }), household);
  if (screening === undefined) throw new Error('nothing was screened');
  return screening;
}

function receiving(household: HouseholdCase): string | undefined {
  return screen(catalogueOf({}), household)[0]?.receiving;
}

function verdicts(screenings: readonly Screening[]): readonly string[] {
  return screenings.map(({ programme, subject, verdict }) => `${programme.id} ${subject} ${verdict}`);
}

describe('a screening', () => {
  it('is of every programme, in order, for every member or for the household', () => {
    const catalogue = catalogueOf({ id: 'one' }, { id: 'two', target: 'HOUSEHOLD' }, { id: 'three', rule: adult });
    const household = householdWith({
      members: ['A', 'B'],
      facts: { 'A person.ageYears': 40, 'B person.ageYears': 3 },
    });
    expect(verdicts(screen(catalogue, household))).toEqual([
      'one A LIKELY_ELIGIBLE',
      'one B LIKELY_ELIGIBLE',
      'two H LIKELY_ELIGIBLE',
      'three A LIKELY_ELIGIBLE',
      'three B NOT_ELIGIBLE',
    ]);
  });

  it('leaves out the programmes that it is told to', () => {
    const catalogue = catalogueOf({ id: 'shown' }, { id: 'hidden', sensitiveFacts: ['person.adlScore'] });
    const household = householdWith({ facts: { 'A person.ageYears': 40 } });
    const shown = screen(catalogue, household, { only: ({ sensitiveFacts }) => sensitiveFacts.length === 0 });
    expect(verdicts(shown)).toEqual(['shown A LIKELY_ELIGIBLE']);
  });

  it('takes facts as of the day of the question', () => {
    const birthday = { name: 'person.ageYears', subject: 'A', value: 17, body: 'interior' as const, asOf: null };
    const counted = [{ ...birthday, countedFrom: '2004-08-10', countedIn: 'YEARS' as const }];
    expect(only(adult, householdWith({ counted, asOf: '2022-08-09' })).verdict).toBe('NOT_ELIGIBLE');
    expect(only(adult, householdWith({ counted, asOf: '2022-08-10' })).verdict).toBe('LIKELY_ELIGIBLE');
  });

  it('is refused of a household programme that reads a fact of no person', () => {
    expect(() => catalogueOf({ target: 'HOUSEHOLD', rule: card })).toThrow(RangeError);
  });

  it('carries the amount whatever the verdict, and none where the programme has none', () => {
    const household = householdWith({ facts: { 'A person.ageYears': 3 } });
    expect(only(adult, household).money).toEqual({ thb: 100, maxThb: null, period: 'MONTH' });
    expect(screen(catalogueOf({ amount: null }), household)[0]?.money).toBeNull();
  });
});

describe('a programme with a first and a last day', () => {
  const catalogue = catalogueOf({ rule: adult, effective: { from: '2022-05-02', to: '2022-09-30' } });
  const on = (asOf: string, facts: Readonly<Record<string, number | boolean>>): readonly string[] =>
    screen(catalogue, householdWith({ asOf, facts })).map(({ verdict, ruleHolds }) => `${verdict} ${ruleHolds}`);

  it.each([
    ['2022-05-01', 'NOT_IN_FORCE TRUE'],
    ['2022-05-02', 'LIKELY_ELIGIBLE TRUE'],
    ['2022-09-30', 'LIKELY_ELIGIBLE TRUE'],
    ['2022-10-01', 'NOT_IN_FORCE TRUE'],
  ])('is on %s, for one whom the rule fits: %s', (asOf, verdict) => {
    expect(on(asOf, { 'A person.ageYears': 40 })).toEqual([verdict]);
  });

  it('is NOT_IN_FORCE outside them for one whom the rule may fit, UNKNOWN inside', () => {
    expect(on('2022-10-01', { 'A person.isDeceased': false })).toEqual(['NOT_IN_FORCE UNKNOWN']);
    expect(on('2022-09-30', { 'A person.isDeceased': false })).toEqual(['UNKNOWN UNKNOWN']);
  });

  it('is NOT_ELIGIBLE on any day for one whom the rule does not fit', () => {
    expect(on('2022-10-01', { 'A person.ageYears': 3 })).toEqual(['NOT_ELIGIBLE FALSE']);
  });
});

describe('one who died', () => {
  const dead = { 'A person.isDeceased': true, 'A person.ageYears': 70 };

  it('is not eligible by a rule that says nothing of death, and the death is the evidence', () => {
    const screening = only(adult, householdWith({ facts: dead }));
    expect([screening.verdict, screening.ruleHolds]).toEqual(['NOT_ELIGIBLE', 'FALSE']);
    const { evidence, missingFacts } = screening.explain();
    expect(evidence.map(({ fact, holds, value }) => [fact, holds, value])).toEqual([
      ['person.ageYears', 'TRUE', 70],
      ['person.isDeceased', 'FALSE', true],
    ]);
    expect(missingFacts).toEqual([]);
  });

  it('is judged by the rule alone when it speaks of death', () => {
    const funeral: Rule = { all: [{ fact: 'person.isDeceased', op: 'isTrue' }, adult] };
    expect(only(funeral, householdWith({ facts: dead })).verdict).toBe('LIKELY_ELIGIBLE');
    expect(only(alive, householdWith({ facts: dead })).verdict).toBe('NOT_ELIGIBLE');
  });

  it('does not count in the household', () => {
    const elders: Rule = { count: 'household.members', where: adult, op: 'gte', value: 1 };
    const catalogue = catalogueOf({ target: 'HOUSEHOLD', rule: elders });
    expect(verdicts(screen(catalogue, householdWith({ facts: dead })))).toEqual(['p H NOT_ELIGIBLE']);
  });

  it('was alive on a day before the death', () => {
    const death = { name: 'person.daysSinceDeath', subject: 'A', value: 51, body: 'interior' as const, asOf: null };
    const counted = [{ ...death, countedFrom: '2022-06-20', countedIn: 'DAYS' as const }];
    expect(only(adult, householdWith({ facts: dead, counted, asOf: '2022-06-19' })).verdict).toBe('LIKELY_ELIGIBLE');
    expect(only(adult, householdWith({ facts: dead, counted, asOf: '2022-06-20' })).verdict).toBe('NOT_ELIGIBLE');
  });
});

describe('one of whom no death is stated', () => {
  it('lives when the civil registry knows the person', () => {
    expect(
      only(card, householdWith({ facts: { 'A person.ageYears': 40, 'A person.disabilityCard': true } })).verdict,
    ).toBe('LIKELY_ELIGIBLE');
    const noDeathDate = { 'A person.isDeceased': null, 'A person.disabilityCard': true };
    expect(only(card, householdWith({ facts: noDeathDate })).verdict).toBe('LIKELY_ELIGIBLE');
  });

  it('may be dead when the civil registry said nothing: what would be due is UNKNOWN', () => {
    const screening = only(card, householdWith({ facts: { 'A person.disabilityCard': true } }));
    expect(screening.verdict).toBe('UNKNOWN');
    expect(screening.explain().missingFacts.map(({ fact }) => fact)).toEqual(['person.isDeceased']);
  });

  it('is not eligible where the rule does not fit anyway', () => {
    const screening = only(card, householdWith({ facts: { 'A person.disabilityCard': false } }));
    expect([screening.verdict, screening.explain().missingFacts]).toEqual(['NOT_ELIGIBLE', []]);
  });

  it('does not satisfy a rule that asks for the death itself', () => {
    expect(only(alive, householdWith({ facts: { 'A person.ageYears': 40 } })).verdict).toBe('UNKNOWN');
  });
});

describe('receiving', () => {
  const enrolled = { programme: 'p', subject: 'A' };

  it.each([
    [undefined, 'RECEIVING'],
    ['ACTIVE', 'RECEIVING'],
    ['AWAITING_RENEWAL', 'RECEIVING'],
    ['APPLIED', 'RECEIVING'],
    ['SUSPENDED', 'NOT_RECEIVING'],
    ['EXITED', 'NOT_RECEIVING'],
    ['DECEASED', 'NOT_RECEIVING'],
  ])('with an enrolment of status %s is %s', (status, expected) => {
    expect(receiving(householdWith({ enrolments: [{ ...enrolled, ...(status && { status }) }] }))).toBe(expected);
  });

  it('follows the one enrolment of several that is current', () => {
    const enrolments = [{ ...enrolled, status: 'EXITED' }, enrolled];
    expect(receiving(householdWith({ enrolments }))).toBe('RECEIVING');
  });

  it("counts neither another's enrolment, nor another programme's, nor one in another body's ledger", () => {
    const enrolments = [
      { ...enrolled, subject: 'B' },
      { ...enrolled, programme: 'q' },
      { ...enrolled, body: 'bangkok' as const },
    ];
    expect(receiving(householdWith({ enrolments }))).toBe('NOT_RECEIVING');
  });

  it('is UNKNOWN while the body that pays is silent', () => {
    expect(receiving(householdWith({ answers: { 'social-welfare': 'TIMED_OUT' } }))).toBe('UNKNOWN');
    expect(receiving(householdWith({ answers: { 'social-welfare': 'NO_RECORD' } }))).toBe('NOT_RECEIVING');
    expect(receiving({ ...householdWith({}), answers: new Map() })).toBe('UNKNOWN');
  });

  it('needs an answer that was given now', () => {
    const statuses = [
      'ANSWERED',
      'NO_RECORD',
      'NOT_AUTHORIZED',
      'TIMED_OUT',
      'UNAVAILABLE',
      'INVALID',
      'STALE',
    ] as const;
    expect(statuses.filter(hasAnswered)).toEqual(['ANSWERED', 'NO_RECORD']);
    expect(hasAnswered(undefined)).toBe(false);
  });
});

describe('a missing fact', () => {
  const rule: Rule = { all: [card, { fact: 'person.adlScore', op: 'lte', value: 11 }, adult] };
  const facts = { 'A person.ageYears': 40 };

  it('names its body and why it is missing', () => {
    const household = householdWith({ facts, answers: { health: 'UNAVAILABLE' } });
    expect(only(rule, household).explain().missingFacts).toEqual([
      { fact: 'person.adlScore', subject: 'A', body: 'health', reason: 'UNAVAILABLE' },
      { fact: 'person.disabilityCard', subject: 'A', body: 'social-welfare', reason: 'NOT_STATED' },
    ]);
  });

  it('is NOT_AUTHORIZED when it was withheld, whatever its body answered', () => {
    const [screening] = screen(catalogueOf({ rule }), householdWith({ facts }), {
      withheld: (fact) => fact === 'person.disabilityCard',
    });
    expect(screening?.explain().missingFacts.map(({ reason }) => reason)).toEqual(['NOT_STATED', 'NOT_AUTHORIZED']);
  });

  it('is INVALID when what was stated cannot be compared', () => {
    const household = householdWith({ facts: { 'A person.ageYears': 'forty' } });
    expect(only(adult, household).explain().missingFacts).toEqual([
      { fact: 'person.ageYears', subject: 'A', body: 'interior', reason: 'INVALID' },
    ]);
  });

  it('is NOT_ASKED of a body that is not among the answers', () => {
    const household = { ...householdWith({ facts }), answers: new Map<BodyName, 'ANSWERED'>() };
    expect(
      only(card, household)
        .explain()
        .missingFacts.map(({ reason }) => reason),
    ).toEqual(['NOT_ASKED']);
  });
});

describe('evidence', () => {
  it('names the body, the freshness, and why a fact is missing', () => {
    const household = householdWith({ facts: { 'A person.ageYears': 40 }, answers: { 'social-welfare': 'TIMED_OUT' } });
    expect(only({ any: [adult, card] }, household).explain().evidence).toEqual([
      {
        fact: 'person.ageYears',
        subject: 'A',
        op: 'gte',
        expected: 18,
        holds: 'TRUE',
        value: 40,
        present: true,
        body: 'interior',
        asOf: '2022-08-01T00:00:00Z',
        reason: null,
      },
      {
        fact: 'person.disabilityCard',
        subject: 'A',
        op: 'isTrue',
        expected: null,
        holds: 'UNKNOWN',
        value: null,
        present: false,
        body: 'social-welfare',
        asOf: null,
        reason: 'TIMED_OUT',
      },
    ]);
  });
});

it('knows every body as a possible owner', () => {
  const programmes = bodyNames.map((body) => programmeWith({ id: body, body }));
  expect(screen(catalogueOf(...programmes), householdWith({ members: ['A', 'B'] }))).toHaveLength(2 * bodyNames.length);
});
