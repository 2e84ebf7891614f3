import { bodyNames } from '../../../schema/contract/bodies.ts';
import type { BodyName } from '../../../schema/contract/bodies.ts';
import { isCivilDate } from '../calendar.ts';
import type { CivilDate } from '../calendar.ts';
import { factsOfThePerson, ruleShape, walkConditions } from './rule.ts';
import type { Condition, Rule, Scalar, Target } from './rule.ts';
import { finiteNumber, join, listOf, nullable, oneOf, parseAs, record, show, text } from './shape.ts';
import type { Parsed, Problem, Shape } from './shape.ts';

export type { Parsed } from './shape.ts';

/** The parts of schema/programmes.json that decide: what is granted, and the dictionary of facts that rules may read. */
export interface Catalogue {
  /** `cashForms`: the benefit forms that totals add up. */
  readonly meta: { readonly asOf: CivilDate; readonly cashForms: readonly string[] };
  readonly facts: readonly FactDefinition[];
  readonly programmes: readonly Programme[];
}

type FactType = 'bool' | 'int' | 'number' | 'money' | 'percent' | 'string' | 'enum' | 'date' | 'list';

export interface FactDefinition {
  readonly name: string;
  readonly type: FactType;
  /** The one body that may assert it. */
  readonly ownerBody: BodyName;
  /** `open`, or the sensitive category whose scope a reader needs. */
  readonly category: string;
  readonly enum?: readonly string[];
}

/** What screening needs of a programme; its other keys stay on the object. */
export interface Programme {
  readonly id: string;
  readonly body: BodyName;
  readonly target: Target;
  readonly claimType: 'RIGHT' | 'EVENT' | 'DISCRETIONARY' | 'OPEN_SERVICE';
  readonly accessMode: 'ENROLMENT' | 'CLAIM' | 'AUTOMATIC' | 'CARE_RECORD' | 'POINT_OF_USE' | 'REFERRAL';
  readonly benefitForm: string;
  readonly amount: Amount | null;
  readonly rule: Rule;
  /** First and last day, null where open. */
  readonly effective: { readonly from: CivilDate | null; readonly to: CivilDate | null };
  readonly conflictsWith: readonly string[];
  /** Facts that the programme betrays by its name. */
  readonly sensitiveFacts: readonly string[];
}

export type Period = 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR' | 'ONE_OFF' | 'PER_EVENT';

export interface Amount extends Sum {
  readonly period: Period;
  readonly tiers?: readonly Tier[];
}

interface Tier extends Sum {
  readonly when: Rule;
}

/** `thb` null or absent: not a fixed sum, unless there is a formula. */
export interface Sum {
  readonly thb?: number | null;
  readonly maxThb?: number | null;
  readonly formula?: Formula;
}

export type Formula =
  | { readonly kind: 'perUnit'; readonly fact: string; readonly rate: number; readonly capUnits?: number }
  | {
      readonly kind: 'sumPerUnit';
      readonly terms: readonly { readonly fact: string; readonly rate: number }[];
      readonly capUnits?: number;
    }
  | { readonly kind: 'wageShare'; readonly share: number; readonly wageCap: number };

/** A whole catalogue from JSON, or every problem in it with its path. Keys that the types do not name are kept. */
export function parseCatalogue(json: unknown): Parsed<Catalogue> {
  const parsed = parseAs<Catalogue>(catalogueShape, json);
  return parsed.ok ? judged(parsed, checkCatalogue(parsed.value)) : parsed;
}

/**
 * The programmes of one body's programmes.json. With the dictionary of all facts, conditions are checked against it:
 * unknown facts, operators that do not suit the fact's type, values outside its enum.
 */
export function parseProgrammes(
  json: unknown,
  facts: readonly FactDefinition[],
  path = 'programmes',
): Parsed<readonly Programme[]> {
  const parsed = parseAs<readonly Programme[]>(listOf(programmeShape), json, path);
  return parsed.ok ? judged(parsed, checkProgrammes(parsed.value, facts, path)) : parsed;
}

const civilDate: Shape = (value, path, problems) => {
  if (!isCivilDate(value)) problems.push({ path, message: `${show(value)} is not a date of the form YYYY-MM-DD` });
};

const texts = listOf(text);

const formulaShape: Shape = (value, path, problems) => {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const shape = typeof kind === 'string' ? formulaShapes.get(kind) : undefined;
  if (shape === undefined) problems.push({ path: join(path, 'kind'), message: `${show(kind)} is no formula` });
  else shape(value, path, problems);
};

const formulaShapes: ReadonlyMap<string, Shape> = new Map([
  ['perUnit', record({ fact: text, rate: finiteNumber }, { capUnits: finiteNumber })],
  ['sumPerUnit', record({ terms: listOf(record({ fact: text, rate: finiteNumber }), 1) }, { capUnits: finiteNumber })],
  ['wageShare', record({ share: finiteNumber, wageCap: finiteNumber })],
]);

const sumKeys = { thb: nullable(finiteNumber), maxThb: nullable(finiteNumber), formula: formulaShape };

const amountShape = record(
  { currency: oneOf(['THB']), period: oneOf(['DAY', 'MONTH', 'QUARTER', 'YEAR', 'ONE_OFF', 'PER_EVENT']) },
  { ...sumKeys, tiers: listOf(record({ when: ruleShape }, sumKeys)) },
);

const programmeShape = record({
  id: text,
  body: oneOf(bodyNames),
  target: oneOf(['PERSON', 'HOUSEHOLD']),
  claimType: oneOf(['RIGHT', 'EVENT', 'DISCRETIONARY', 'OPEN_SERVICE']),
  accessMode: oneOf(['ENROLMENT', 'CLAIM', 'AUTOMATIC', 'CARE_RECORD', 'POINT_OF_USE', 'REFERRAL']),
  benefitForm: text,
  amount: nullable(amountShape),
  rule: ruleShape,
  effective: record({ from: nullable(civilDate), to: nullable(civilDate) }),
  conflictsWith: texts,
  sensitiveFacts: texts,
});

const factShape = record(
  {
    name: text,
    type: oneOf(['bool', 'int', 'number', 'money', 'percent', 'string', 'enum', 'date', 'list']),
    ownerBody: oneOf(bodyNames),
    category: text,
  },
  { enum: texts },
);

const catalogueShape = record({
  meta: record({ asOf: civilDate, cashForms: texts }),
  facts: listOf(factShape),
  programmes: listOf(programmeShape),
});

function judged<T>(parsed: Parsed<T>, problems: readonly Problem[]): Parsed<T> {
  return problems.length === 0 ? parsed : { ok: false, problems };
}

function checkCatalogue({ facts, programmes }: Catalogue): readonly Problem[] {
  const ids = new Set(programmes.map(({ id }) => id));
  const strangers = programmes.flatMap(({ conflictsWith }, at) =>
    conflictsWith
      .filter((id) => !ids.has(id))
      .map((id) => ({ path: `programmes[${at}].conflictsWith`, message: `there is no programme ${show(id)}` })),
  );
  return [
    ...duplicates(
      facts.map(({ name }) => name),
      'facts',
      'name',
    ),
    ...checkProgrammes(programmes, facts, 'programmes'),
    ...strangers,
  ];
}

function checkProgrammes(
  programmes: readonly Programme[],
  facts: readonly FactDefinition[],
  path: string,
): readonly Problem[] {
  const dictionary = new Map(facts.map((fact) => [fact.name, fact]));
  return [
    ...duplicates(
      programmes.map(({ id }) => id),
      path,
      'id',
    ),
    ...programmes.flatMap((programme, at) => checkProgramme(programme, `${path}[${at}]`, dictionary)),
  ];
}

function duplicates(names: readonly string[], path: string, key: string): readonly Problem[] {
  return names.flatMap((name, at) =>
    names.indexOf(name) === at ? [] : [{ path: `${path}[${at}].${key}`, message: `${show(name)} is there twice` }],
  );
}

type Dictionary = ReadonlyMap<string, FactDefinition>;

function checkProgramme(programme: Programme, path: string, dictionary: Dictionary): readonly Problem[] {
  const { rule, amount, target } = programme;
  const rules: [string, Rule][] = [[join(path, 'rule'), rule]];
  for (const [at, tier] of (amount?.tiers ?? []).entries()) rules.push([`${path}.amount.tiers[${at}].when`, tier.when]);
  const problems: Problem[] = [];
  for (const [at, each] of rules) {
    walkConditions(each, (condition, where) => checkCondition(condition, { path: where, dictionary, problems }), at);
    if (target === 'HOUSEHOLD' && factsOfThePerson(each).length > 0) {
      problems.push({
        path: at,
        message: `reads ${factsOfThePerson(each).join(', ')} of no person: count the members`,
      });
    }
  }
  for (const fact of formulaFacts(amount)) {
    if (!dictionary.has(fact)) problems.push({ path: join(path, 'amount'), message: `there is no fact ${show(fact)}` });
  }
  return problems;
}

function formulaFacts(amount: Amount | null): readonly string[] {
  return [amount, ...(amount?.tiers ?? [])].flatMap((sum) => {
    const formula = sum?.formula;
    if (formula === undefined || formula.kind === 'wageShare') return [];
    return formula.kind === 'perUnit' ? [formula.fact] : formula.terms.map((term) => term.fact);
  });
}

interface ConditionPlace {
  readonly path: string;
  readonly dictionary: Dictionary;
  readonly problems: Problem[];
}

function checkCondition(condition: Condition, { path, dictionary, problems }: ConditionPlace): void {
  const fact = dictionary.get(condition.fact);
  if (fact === undefined) {
    problems.push({ path: join(path, 'fact'), message: `there is no fact ${show(condition.fact)}` });
    return;
  }
  if (!suits(condition, fact.type)) {
    problems.push({
      path: join(path, 'op'),
      message: `${condition.op} does not suit ${fact.name}, which is ${fact.type}`,
    });
  }
  const strangers = valuesOf(condition).filter((value) => fact.enum !== undefined && !isAmong(value, fact.enum));
  for (const value of strangers) {
    problems.push({ path: join(path, 'value'), message: `${show(value)} is no value of ${fact.name}` });
  }
}

function isAmong(value: Scalar, choices: readonly string[]): boolean {
  return typeof value === 'string' && choices.includes(value);
}

function valuesOf(condition: Condition): readonly Scalar[] {
  if (!('value' in condition)) return [];
  return typeof condition.value === 'object' ? condition.value : [condition.value];
}

const scalarTypes: Readonly<Record<FactType, 'boolean' | 'number' | 'string' | 'list'>> = {
  bool: 'boolean',
  int: 'number',
  number: 'number',
  money: 'number',
  percent: 'number',
  string: 'string',
  enum: 'string',
  date: 'string',
  list: 'list',
};

function suits(condition: Condition, type: FactType): boolean {
  const demanded = demandedTypes.get(condition.op);
  if (demanded !== undefined && !demanded.includes(type)) return false;
  return condition.op === 'contains' || valuesOf(condition).every((value) => typeof value === scalarTypes[type]);
}

/** The types of facts that an operator suits; any when it is not here. */
const demandedTypes: ReadonlyMap<Condition['op'], readonly FactType[]> = new Map([
  ['isTrue', ['bool']],
  ['isFalse', ['bool']],
  ['contains', ['list']],
  ...(['gt', 'gte', 'lt', 'lte'] as const).map((op): [Condition['op'], FactType[]] => [
    op,
    ['int', 'number', 'money', 'percent', 'date'],
  ]),
]);
