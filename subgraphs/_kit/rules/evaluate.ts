import { readFact } from './facts.ts';
import type { FactTable } from './facts.ts';
import type { FactValue } from './fact-clock.ts';
import { factsOf, factsOfThePerson, isPersonFact } from './rule.ts';
import type { Condition, Count, Rule, Scalar } from './rule.ts';
import { and, not, truthOf } from './truth.ts';
import type { Truth } from './truth.ts';

export const deathFact = 'person.isDeceased';

/** One household as rules see it. */
export interface RuleContext {
  readonly facts: FactTable;
  readonly houseCode: string;
  /** personIds, the deceased among them. */
  readonly members: readonly string[];
  /** Whether a member lives: the dead are left out of counts. A member that is not in the map lives. */
  readonly living: ReadonlyMap<string, Truth>;
}

/** A condition that was looked at: what it says of the fact, and what was found. */
export interface Leaf {
  readonly fact: string;
  readonly subject: string;
  readonly op: Condition['op'];
  readonly expected: Scalar | readonly Scalar[] | null;
  readonly holds: Truth;
  /** null when the registry has no value, and when nobody stated the fact (`present` tells which). */
  readonly value: FactValue | null;
  readonly present: boolean;
}

/** A fact that could still change the verdict: absent, or `present` with a value that the rule cannot use. */
export interface MissingFact {
  readonly fact: string;
  readonly subject: string;
  readonly present: boolean;
}

export interface Evaluation {
  readonly holds: Truth;
  /** Every condition of the rule, in its order; those inside a count once for each living member. */
  readonly evidence: readonly Leaf[];
  /** Empty unless `holds` is UNKNOWN. Each fact and subject once, by the name of the fact. */
  readonly missing: readonly MissingFact[];
}

export interface CompiledRule {
  /** `person` is the personId, null for a rule of the household. */
  readonly evaluate: (context: RuleContext, person: string | null) => Evaluation;
  /** The verdict alone: stops at the first condition that decides. */
  readonly holds: (context: RuleContext, person: string | null) => Truth;
  /** In alphabetical order. */
  readonly facts: readonly string[];
  /** It reads `person.*` outside a count, so that it needs a person. */
  readonly ofPerson: boolean;
}

/**
 * Makes a rule ready to be asked many times. Logic is three-valued: an absent fact is UNKNOWN, a fact that is null
 * makes every comparison FALSE (`ne` too) and `isNull` TRUE, a value of a kind that the condition cannot compare is
 * UNKNOWN. Asking a rule `ofPerson` without a person is a RangeError.
 */
export function compile(rule: Rule): CompiledRule {
  const node = compileNode(rule);
  return {
    evaluate: (context, person) => {
      const trace: Trace = { evidence: [], missing: [] };
      const holds = node(context, person, trace);
      return { holds, evidence: trace.evidence, missing: sortMissing(trace.missing) };
    },
    holds: (context, person) => node(context, person, null),
    facts: factsOf(rule),
    ofPerson: factsOfThePerson(rule).length > 0,
  };
}

export interface Interval {
  readonly min: number;
  readonly max: number;
}

/** How many living members a condition may hold for: those it surely holds for, and those it may. */
export function countMembers(where: CompiledRule, context: RuleContext): Interval {
  return tally(context, (member) => where.holds(context, member));
}

/** By the name of the fact, then the subject; each pair once. */
export function sortMissing(missing: readonly MissingFact[]): readonly MissingFact[] {
  if (missing.length < 2) return missing;
  const byKey = new Map(missing.map((each) => [`${each.fact} ${each.subject}`, each]));
  return [...byKey.keys()].toSorted().flatMap((key) => byKey.get(key) ?? []);
}

/** With a trace every condition is looked at; without one the first that decides ends it. */
interface Trace {
  readonly evidence: Leaf[];
  readonly missing: MissingFact[];
}

type Node = (context: RuleContext, person: string | null, trace: Trace | null) => Truth;

function compileNode(rule: Rule): Node {
  if ('all' in rule) return junction(rule.all.map(compileNode), 'FALSE');
  if ('any' in rule) return junction(rule.any.map(compileNode), 'TRUE');
  if ('not' in rule) {
    const negated = compileNode(rule.not);
    return (context, person, trace) => not(negated(context, person, trace));
  }
  if ('const' in rule) {
    const truth = truthOf(rule.const);
    return () => truth;
  }
  return 'count' in rule ? compileCount(rule) : compileCondition(rule);
}

/** `all` is decided by one FALSE, `any` by one TRUE; else one UNKNOWN makes it UNKNOWN. */
function junction(children: readonly Node[], decisive: 'TRUE' | 'FALSE'): Node {
  return (context, person, trace) => {
    const mark = trace?.missing.length ?? 0;
    let result: Truth = not(decisive);
    for (const child of children) {
      const truth = child(context, person, trace);
      if (truth === decisive) result = decisive;
      else if (truth === 'UNKNOWN' && result !== decisive) result = 'UNKNOWN';
      if (trace === null && result === decisive) break;
    }
    if (result !== 'UNKNOWN') trace?.missing.splice(mark);
    return result;
  };
}

function compileCount({ where, op, value }: Count): Node {
  const condition = compileNode(where);
  const compare = intervalTests[op];
  return (context, _person, trace) => {
    const mark = trace?.missing.length ?? 0;
    const interval = tally(context, (member) => {
      const holds = condition(context, member, trace);
      if (context.living.get(member) === 'UNKNOWN' && holds !== 'FALSE') {
        trace?.missing.push({ fact: deathFact, subject: member, present: false });
      }
      return holds;
    });
    const truth = compare(interval, value);
    if (truth !== 'UNKNOWN') trace?.missing.splice(mark);
    return truth;
  };
}

function tally(context: RuleContext, holds: (member: string) => Truth): Interval {
  let min = 0;
  let max = 0;
  for (const member of context.members) {
    const living = context.living.get(member) ?? 'TRUE';
    if (living === 'FALSE') continue;
    const truth = and(living, holds(member));
    if (truth === 'TRUE') min += 1;
    if (truth !== 'FALSE') max += 1;
  }
  return { min, max };
}

const intervalTests: Readonly<Record<Count['op'], (interval: Interval, value: number) => Truth>> = {
  gt: ({ min, max }, value) => decide(min > value, max <= value),
  gte: ({ min, max }, value) => decide(min >= value, max < value),
  lt: ({ min, max }, value) => decide(max < value, min >= value),
  lte: ({ min, max }, value) => decide(max <= value, min > value),
  eq: ({ min, max }, value) => decide(min === value && max === value, value < min || value > max),
  ne: ({ min, max }, value) => decide(value < min || value > max, min === value && max === value),
};

function decide(surely: boolean, never: boolean): Truth {
  if (surely) return 'TRUE';
  return never ? 'FALSE' : 'UNKNOWN';
}

function compileCondition(condition: Condition): Node {
  const { fact, op } = condition;
  const test = compileTest(condition);
  const expected = 'value' in condition ? condition.value : null;
  const ofPerson = isPersonFact(fact);
  return (context, person, trace) => {
    const subject = ofPerson ? person : context.houseCode;
    if (subject === null) throw new RangeError(`${fact} was asked of a household: it belongs to a person`);
    const stated = readFact(context.facts, fact, subject);
    const holds = stated === undefined ? 'UNKNOWN' : test(stated.value);
    if (trace !== null) {
      const present = stated !== undefined;
      trace.evidence.push({ fact, subject, op, expected, holds, value: stated?.value ?? null, present });
      if (holds === 'UNKNOWN') trace.missing.push({ fact, subject, present });
    }
    return holds;
  };
}

type Test = (value: FactValue | null) => Truth;

function compileTest(condition: Condition): Test {
  switch (condition.op) {
    case 'isNull':
      return (value) => truthOf(value === null);
    case 'isTrue':
      return unlessNull((value) => (typeof value === 'boolean' ? truthOf(value) : 'UNKNOWN'));
    case 'isFalse':
      return unlessNull((value) => (typeof value === 'boolean' ? truthOf(!value) : 'UNKNOWN'));
    case 'eq':
      return unlessNull((value) => equal(value, condition.value));
    case 'ne':
      return unlessNull((value) => not(equal(value, condition.value)));
    case 'in':
      return unlessNull((value) => among(value, condition.value));
    case 'contains':
      return unlessNull((value) => (typeof value === 'object' ? truthOf(value.includes(condition.value)) : 'UNKNOWN'));
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
    default:
      return unlessNull(compileOrder(condition.op, condition.value));
  }
}

function unlessNull(test: (value: FactValue) => Truth): Test {
  return (value) => (value === null ? 'FALSE' : test(value));
}

function equal(value: FactValue, expected: Scalar): Truth {
  return typeof value === typeof expected ? truthOf(value === expected) : 'UNKNOWN';
}

function among(value: FactValue, choices: readonly Scalar[]): Truth {
  if (!choices.some((choice) => typeof choice === typeof value)) return 'UNKNOWN';
  return truthOf(choices.some((choice) => choice === value));
}

function compileOrder(op: 'gt' | 'gte' | 'lt' | 'lte', expected: number | string): (value: FactValue) => Truth {
  const holds = orders[op];
  return (value) => {
    const order = compareOrder(value, expected);
    return Number.isNaN(order) ? 'UNKNOWN' : truthOf(holds(order));
  };
}

const orders = {
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
} as const;

/** Negative, 0 or positive as `value` is before, at or after `expected`; NaN when they have no order. Dates order as texts. */
function compareOrder(value: FactValue, expected: number | string): number {
  if (typeof value === 'number' && typeof expected === 'number') return value - expected;
  if (typeof value !== 'string' || typeof expected !== 'string') return Number.NaN;
  return value < expected ? -1 : Number(value > expected);
}
