import { isRecord, join, listOf, parseAs, show } from './shape.ts';
import type { Parsed, Problem, Shape } from './shape.ts';

/**
 * The rule language of the catalogue, one key telling the kinds apart:
 * `{ all }`, `{ any }`, `{ not }`, `{ const }`, `{ fact, op, value }`, `{ count, where, op, value }`.
 * In `where` each living member of the household is `person` in turn.
 */
export type Rule =
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
  | { readonly const: boolean }
  | Condition
  | Count;

export type Scalar = boolean | number | string;

export type Condition =
  | { readonly fact: string; readonly op: 'isTrue' | 'isFalse' | 'isNull' }
  | { readonly fact: string; readonly op: 'eq' | 'ne'; readonly value: Scalar }
  | { readonly fact: string; readonly op: Ordering; readonly value: number | string }
  | { readonly fact: string; readonly op: 'in'; readonly value: readonly Scalar[] }
  | { readonly fact: string; readonly op: 'contains'; readonly value: string };

export interface Count {
  readonly count: 'household.members';
  readonly where: Rule;
  readonly op: Ordering | 'eq' | 'ne';
  readonly value: number;
}

type Ordering = 'gt' | 'gte' | 'lt' | 'lte';

/** PERSON: asked of every member. HOUSEHOLD: asked once, and may read `person.*` only inside a count. */
export type Target = 'PERSON' | 'HOUSEHOLD';

const orderings = ['gt', 'gte', 'lt', 'lte'];
const kinds = ['all', 'any', 'not', 'const', 'fact', 'count'];

/** A rule from JSON of unknown origin, or every problem with the path to it. */
export function parseRule(json: unknown, path = 'rule'): Parsed<Rule> {
  return parseAs<Rule>(ruleShape, json, path);
}

/** The shape of a rule, for files that contain some. */
export const ruleShape: Shape = (value, path, problems) => {
  if (!isRecord(value)) {
    problems.push({ path, message: 'must be a rule: an object' });
    return;
  }
  const found = kinds.filter((kind) => Object.hasOwn(value, kind));
  const [kind] = found;
  if (kind === undefined || found.length > 1) {
    problems.push({ path, message: `must have exactly one of ${kinds.join(', ')}` });
    return;
  }
  const keys = checkKind(kind, { value, path, problems });
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) problems.push({ path: join(path, key), message: `does not belong to a rule of ${kind}` });
  }
};

/** The facts that a rule reads, each once, in alphabetical order. */
export function factsOf(rule: Rule): readonly string[] {
  const names = new Set<string>();
  walkConditions(rule, (condition) => names.add(condition.fact));
  return [...names].toSorted();
}

/** The facts of a person that a rule reads outside any count: a household rule must have none. */
export function factsOfThePerson(rule: Rule): readonly string[] {
  if ('count' in rule) return [];
  if ('fact' in rule) return isPersonFact(rule.fact) ? [rule.fact] : [];
  return childrenOf(rule).flatMap(factsOfThePerson);
}

export function isPersonFact(name: string): boolean {
  return name.startsWith('person.');
}

/** Visits every condition with its path, those inside counts too. */
export function walkConditions(rule: Rule, visit: (condition: Condition, path: string) => void, path = ''): void {
  if ('fact' in rule) visit(rule, path);
  else if ('count' in rule) walkConditions(rule.where, visit, join(path, 'where'));
  else if ('not' in rule) walkConditions(rule.not, visit, join(path, 'not'));
  else if ('all' in rule) rule.all.forEach((child, at) => walkConditions(child, visit, join(path, `all[${at}]`)));
  else if ('any' in rule) rule.any.forEach((child, at) => walkConditions(child, visit, join(path, `any[${at}]`)));
}

function childrenOf(rule: Rule): readonly Rule[] {
  if ('all' in rule) return rule.all;
  if ('any' in rule) return rule.any;
  return 'not' in rule ? [rule.not] : [];
}

interface Place {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly problems: Problem[];
}

/** Checks the keys of one kind of rule and returns their names. */
function checkKind(kind: string, place: Place): readonly string[] {
  switch (kind) {
    case 'all':
    case 'any':
      listOf(ruleShape, 1)(place.value[kind], join(place.path, kind), place.problems);
      return [kind];
    case 'not':
      ruleShape(place.value['not'], join(place.path, 'not'), place.problems);
      return ['not'];
    case 'const':
      if (typeof place.value['const'] !== 'boolean') complain(place, 'const', 'must be true or false');
      return ['const'];
    case 'count':
      return checkCount(place);
    default:
      return checkCondition(place);
  }
}

function checkCount(place: Place): readonly string[] {
  const { count, op, value, where } = place.value;
  if (count !== 'household.members') complain(place, 'count', `${show(count)} is not household.members`);
  if (typeof op !== 'string' || ![...orderings, 'eq', 'ne'].includes(op)) {
    complain(place, 'op', `${show(op)} does not compare a count`);
  }
  if (!Number.isInteger(value)) complain(place, 'value', 'must be a whole number');
  ruleShape(where, join(place.path, 'where'), place.problems);
  return ['count', 'where', 'op', 'value'];
}

function checkCondition(place: Place): readonly string[] {
  const { fact, op } = place.value;
  if (typeof fact !== 'string' || !/^(?:person|household)\.[A-Za-z]\w*$/u.test(fact)) {
    complain(place, 'fact', `${show(fact)} is not the name of a fact: person.… or household.…`);
  }
  const check = typeof op === 'string' ? valueChecks.get(op) : undefined;
  if (check === undefined) {
    complain(place, 'op', `${show(op)} is none of ${[...valueChecks.keys()].join(', ')}`);
    return ['fact', 'op', 'value'];
  }
  const complaint = check(place.value['value']);
  if (complaint !== null) complain(place, 'value', complaint);
  return ['fact', 'op', 'value'];
}

/** What each operator demands of `value`: null when content, else the complaint. */
const valueChecks: ReadonlyMap<string, (value: unknown) => string | null> = new Map([
  ['eq', (value: unknown) => (isScalar(value) ? null : 'must be a boolean, a number or a text')],
  ['ne', (value: unknown) => (isScalar(value) ? null : 'must be a boolean, a number or a text')],
  ...orderings.map((op) => [op, demandOrdered] as const),
  ['in', demandList],
  ['contains', (value: unknown) => (typeof value === 'string' ? null : 'must be a text')],
  ['isTrue', demandNothing],
  ['isFalse', demandNothing],
  ['isNull', demandNothing],
]);

function demandOrdered(value: unknown): string | null {
  return typeof value === 'string' || Number.isFinite(value) ? null : 'must be a number or a text';
}

function demandList(value: unknown): string | null {
  return Array.isArray(value) && value.length > 0 && value.every(isScalar)
    ? null
    : 'must be a list of booleans, numbers or texts, and not empty';
}

function demandNothing(value: unknown): string | null {
  return value === undefined ? null : 'must not be there: the operator needs none';
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'boolean' || typeof value === 'string' || Number.isFinite(value);
}

function complain(place: Place, key: string, message: string): void {
  place.problems.push({ path: join(place.path, key), message });
}
