import type { Condition, Count, Rule } from './rule.ts';

/**
 * The rule language once more, for tests only: written from its definition and without a look at the compiled one,
 * to be slow and plain. A member's death is a plain map here too.
 */
export interface NaiveWorld {
  /** `subject fact` -> value; no entry: nobody stated it. */
  readonly facts: ReadonlyMap<string, unknown>;
  readonly house: string;
  readonly members: readonly string[];
  /** true: dead, undefined: not known. */
  readonly dead: ReadonlyMap<string, boolean | undefined>;
}

/** undefined is UNKNOWN. */
export type Answer = boolean | undefined;

export function ask(rule: Rule, world: NaiveWorld, person: string | null): Answer {
  if ('const' in rule) return rule.const;
  if ('not' in rule) {
    const answer = ask(rule.not, world, person);
    return answer === undefined ? undefined : !answer;
  }
  if ('all' in rule) {
    const answers = rule.all.map((each) => ask(each, world, person));
    if (answers.includes(false)) return false;
    return answers.includes(undefined) ? undefined : true;
  }
  if ('any' in rule) {
    const answers = rule.any.map((each) => ask(each, world, person));
    if (answers.includes(true)) return true;
    return answers.includes(undefined) ? undefined : false;
  }
  return 'count' in rule ? askCount(rule, world) : askFact(rule, world, person);
}

/** Tries every way in which the members of unknown standing may fall, and looks whether they all agree. */
function askCount({ where, op, value }: Count, world: NaiveWorld): Answer {
  const standings = world.members.map((member): Answer => {
    if (world.dead.get(member) === true) return false;
    const answer = ask(where, world, member);
    return answer === true && !(world.dead.get(member) === false) ? undefined : answer;
  });
  const sure = standings.filter((each) => each === true).length;
  const open = standings.filter((each) => each === undefined).length;
  const results = new Set<boolean>();
  for (let more = 0; more <= open; more += 1) results.add(compareNumbers(sure + more, op, value));
  return results.size === 1 ? [...results][0] : undefined;
}

function askFact(rule: Condition, world: NaiveWorld, person: string | null): Answer {
  const key = `${rule.fact.startsWith('person.') ? person : world.house} ${rule.fact}`;
  if (!world.facts.has(key)) return undefined;
  const value = world.facts.get(key);
  if ('value' in rule) return value === null ? false : askValue(rule, value);
  if (rule.op === 'isNull') return value === null;
  if (value === null) return false;
  return typeof value === 'boolean' ? value === (rule.op === 'isTrue') : undefined;
}

function askValue(rule: Exclude<Condition, { readonly op: 'isTrue' | 'isFalse' | 'isNull' }>, value: unknown): Answer {
  if (rule.op === 'contains') return Array.isArray(value) ? value.includes(rule.value) : undefined;
  if (rule.op === 'in') {
    const alike = rule.value.filter((each) => typeof each === typeof value);
    return alike.length === 0 ? undefined : alike.some((each) => each === value);
  }
  if (typeof value === 'number' && typeof rule.value === 'number') return compareNumbers(value, rule.op, rule.value);
  const comparable = typeof rule.value === typeof value && (rule.op === 'eq' || rule.op === 'ne');
  return comparable ? (value === rule.value) === (rule.op === 'eq') : undefined;
}

function compareNumbers(a: number, op: Count['op'], b: number): boolean {
  if (op === 'eq') return a === b;
  if (op === 'ne') return a !== b;
  if (op === 'gt') return a > b;
  if (op === 'gte') return a >= b;
  return op === 'lt' ? a < b : a <= b;
}
