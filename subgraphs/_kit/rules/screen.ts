import type { BodyName } from '../../../schema/contract/bodies.ts';
import type { CivilDate } from '../calendar.ts';
import { compile, deathFact, sortMissing } from './evaluate.ts';
import type { CompiledRule, Evaluation, Leaf, RuleContext } from './evaluate.ts';
import { readFact, tabulateFacts } from './facts.ts';
import type { FactTable, StatedFact } from './facts.ts';
import { compileAmount } from './money.ts';
import type { Money, MoneyOf } from './money.ts';
import type { Catalogue, Programme } from './programme.ts';
import { and } from './truth.ts';
import type { Truth } from './truth.ts';

export type Verdict = 'LIKELY_ELIGIBLE' | 'NOT_ELIGIBLE' | 'UNKNOWN' | 'NOT_IN_FORCE';
export type Receiving = 'RECEIVING' | 'NOT_RECEIVING' | 'UNKNOWN';
/** The graph's AnswerStatus. */
export type AnswerStatus =
  'ANSWERED' | 'NO_RECORD' | 'NOT_AUTHORIZED' | 'TIMED_OUT' | 'UNAVAILABLE' | 'INVALID' | 'STALE' | 'NOT_ASKED';

/** A catalogue whose rules are ready to be asked. Make it once: it is good for any number of screenings. */
export interface CompiledCatalogue {
  readonly programmes: readonly CompiledProgramme[];
  readonly cashForms: ReadonlySet<string>;
  readonly ownerOf: (fact: string) => BodyName | undefined;
  /** Programmes that exclude one another, in both directions whichever of the two says so. */
  readonly conflicts: ReadonlyMap<string, ReadonlySet<string>>;
}

interface CompiledProgramme {
  readonly programme: Programme;
  readonly rule: CompiledRule;
  readonly money: MoneyOf | null;
  /** Its own rule says what a death means, so that the dead are not left out of it. */
  readonly knowsDeath: boolean;
}

/** One household, as far as the thirteen bodies told. */
export interface HouseholdCase {
  readonly houseCode: string;
  /** personIds. */
  readonly members: readonly string[];
  readonly facts: Iterable<StatedFact>;
  readonly enrolments: Iterable<Enrolment>;
  /** What became of the question to each body; a body that is left out was NOT_ASKED. */
  readonly answers: ReadonlyMap<BodyName, AnswerStatus>;
  readonly asOf: CivilDate;
}

export interface Enrolment {
  readonly programme: string;
  /** personId, or houseCode for a programme of the household. */
  readonly subject: string;
  /** The body that keeps the ledger. Where it is told and is not the programme's own, the enrolment is left out. */
  readonly body?: BodyName;
  /** Default ACTIVE. */
  readonly status?: string | null;
}

export interface ScreenOptions {
  /** Programmes to screen; the others are as if they were not in the catalogue. Default: all. */
  readonly only?: (programme: Programme) => boolean;
  /** Facts that were kept from this reader: their absence is NOT_AUTHORIZED whatever the body answered. */
  readonly withheld?: (fact: string) => boolean;
}

/** One programme for one person or household. A screening, never a decision. */
export interface Screening {
  readonly programme: Programme;
  /** personId, or houseCode for a programme of the household. */
  readonly subject: string;
  readonly verdict: Verdict;
  readonly ruleHolds: Truth;
  readonly receiving: Receiving;
  /** What the subject's tier would give, due or not; null for a programme without an amount. */
  readonly money: Money | null;
  /** The reasons. Most verdicts are never asked for theirs, so they are worked out when they are. */
  readonly explain: () => Explanation;
}

export interface Explanation {
  /** Every condition of the rule, in its order. */
  readonly evidence: readonly Evidence[];
  /** What could still change the verdict, by the name of the fact; empty unless `ruleHolds` is UNKNOWN. */
  readonly missingFacts: readonly MissingFactRef[];
}

export interface Evidence extends Leaf {
  readonly body: BodyName;
  readonly asOf: string | null;
  /** Why the fact is missing, null when it is there. */
  readonly reason: string | null;
}

export interface MissingFactRef {
  readonly fact: string;
  readonly subject: string;
  readonly body: BodyName;
  /**
   * NOT_STATED: its body answered without it. INVALID: it is of a kind that the rule cannot compare.
   * NOT_AUTHORIZED: withheld from the reader. Else the status of its body's answer.
   */
  readonly reason: AnswerStatus | 'NOT_STATED';
}

/** Throws a RangeError for a household programme that reads a person's fact outside a count. */
export function compileCatalogue(catalogue: Catalogue): CompiledCatalogue {
  const owners = new Map(catalogue.facts.map((fact) => [fact.name, fact.ownerBody]));
  return {
    programmes: catalogue.programmes.map(compileProgramme),
    cashForms: new Set(catalogue.meta.cashForms),
    ownerOf: (fact) => owners.get(fact),
    conflicts: bothWays(catalogue.programmes),
  };
}

/** Every programme of the catalogue for every member, or for the household; in the order of catalogue and members. */
export function screen(
  catalogue: CompiledCatalogue,
  household: HouseholdCase,
  options: ScreenOptions = {},
): readonly Screening[] {
  const question = prepare(catalogue, household, options);
  return catalogue.programmes.flatMap((compiled) => {
    if (options.only?.(compiled.programme) === false) return [];
    return compiled.programme.target === 'HOUSEHOLD'
      ? [screenSubject(question, compiled, null)]
      : household.members.map((member) => screenSubject(question, compiled, member));
  });
}

/** The facts of a household as of the day of the question, and who of its members lives: what any rule can be asked of. */
export function contextOf(catalogue: CompiledCatalogue, household: HouseholdCase): RuleContext {
  const { houseCode, members, asOf } = household;
  const facts = tabulateFacts(household.facts, { asOf, ownerOf: catalogue.ownerOf });
  const owner = catalogue.ownerOf(deathFact);
  return { facts, houseCode, members, living: new Map(members.map((id) => [id, living(facts, id, owner)])) };
}

/** Whether a body's silence about a person says something: it read its registry now. */
export function hasAnswered(status: AnswerStatus | undefined): boolean {
  return status === 'ANSWERED' || status === 'NO_RECORD';
}

const receivingStatuses: ReadonlySet<string> = new Set(['ACTIVE', 'AWAITING_RENEWAL', 'APPLIED']);

function compileProgramme(programme: Programme): CompiledProgramme {
  const rule = compile(programme.rule);
  if (programme.target === 'HOUSEHOLD' && rule.ofPerson) {
    throw new RangeError(`${programme.id} is for households: it can read facts of persons only in a count`);
  }
  const money = programme.amount === null ? null : compileAmount(programme.amount);
  return { programme, rule, money, knowsDeath: rule.facts.includes(deathFact) };
}

function bothWays(programmes: readonly Programme[]): ReadonlyMap<string, ReadonlySet<string>> {
  const conflicts = new Map(programmes.map(({ id }) => [id, new Set<string>()]));
  for (const { id, conflictsWith } of programmes) {
    for (const other of conflictsWith) {
      conflicts.get(id)?.add(other);
      conflicts.get(other)?.add(id);
    }
  }
  return conflicts;
}

interface Question {
  readonly catalogue: CompiledCatalogue;
  readonly context: RuleContext;
  readonly household: HouseholdCase;
  readonly options: ScreenOptions;
  /** `programme subject` of every enrolment that pays or is about to. */
  readonly received: ReadonlyMap<string, readonly Enrolment[]>;
}

function prepare(catalogue: CompiledCatalogue, household: HouseholdCase, options: ScreenOptions): Question {
  const current = [...household.enrolments].filter(({ status }) => receivingStatuses.has(status ?? 'ACTIVE'));
  const received = Map.groupBy(current, ({ programme, subject }) => `${programme} ${subject}`);
  return { catalogue, household, options, received, context: contextOf(catalogue, household) };
}

/**
 * The death register says only who died: a person that the civil registry knows and calls dead nowhere lives.
 * Of a person that it said nothing about, death is unknown. On a day before the death the person lived.
 */
function living(facts: FactTable, person: string, registrar: BodyName | undefined): Truth {
  const death = readFact(facts, deathFact, person);
  if (death?.value === true) return diedLater(facts, person) ? 'TRUE' : 'FALSE';
  if (death !== undefined) return typeof death.value === 'boolean' || death.value === null ? 'TRUE' : 'UNKNOWN';
  const known = [...(facts.get(person)?.values() ?? [])].some(({ body }) => body === registrar);
  return known ? 'TRUE' : 'UNKNOWN';
}

function diedLater(facts: FactTable, person: string): boolean {
  const count = readFact(facts, 'person.daysSinceDeath', person);
  return count?.value === null && typeof count.countedFrom === 'string';
}

function screenSubject(question: Question, compiled: CompiledProgramme, person: string | null): Screening {
  const { context, household } = question;
  const { programme, money } = compiled;
  const subject = person ?? household.houseCode;
  const ruleHolds = holdsFor(question, compiled, person);
  return {
    programme,
    subject,
    verdict: verdictOf(ruleHolds, programme, household.asOf),
    ruleHolds,
    receiving: receivingOf(question, programme, subject),
    money: money?.(context, person) ?? null,
    explain: () => explanationOf(question, compiled, person),
  };
}

/** A rule that says nothing of death holds only for the living. */
function holdsFor({ context }: Question, { rule, knowsDeath }: CompiledProgramme, person: string | null): Truth {
  const holds = rule.holds(context, person);
  return person === null || knowsDeath ? holds : and(holds, context.living.get(person) ?? 'TRUE');
}

function explanationOf(
  question: Question,
  { rule, knowsDeath }: CompiledProgramme,
  person: string | null,
): Explanation {
  const { context } = question;
  const own = rule.evaluate(context, person);
  const { evidence, missing } =
    person === null || knowsDeath ? own : unlessDead(own, person, context.living.get(person) ?? 'TRUE');
  return {
    evidence: evidence.map((leaf) => toEvidence(question, leaf)),
    missingFacts: missing.map(({ fact, subject, present }) => ({
      fact,
      subject,
      ...sourceOf(question, fact, present),
    })),
  };
}

function unlessDead(own: Evaluation, person: string, alive: Truth): Evaluation {
  if (alive === 'TRUE') return own;
  const holds = and(own.holds, alive);
  const fact = { fact: deathFact, subject: person, present: alive === 'FALSE' };
  const leaf: Leaf = { ...fact, op: 'isFalse', expected: null, holds: alive, value: alive === 'FALSE' ? true : null };
  return {
    holds,
    evidence: [...own.evidence, leaf],
    missing: holds === 'UNKNOWN' ? sortMissing([...own.missing, fact]) : [],
  };
}

function verdictOf(holds: Truth, { effective }: Programme, asOf: CivilDate): Verdict {
  if (holds === 'FALSE') return 'NOT_ELIGIBLE';
  const { from, to } = effective;
  if ((from !== null && asOf < from) || (to !== null && asOf > to)) return 'NOT_IN_FORCE';
  return holds === 'TRUE' ? 'LIKELY_ELIGIBLE' : 'UNKNOWN';
}

function receivingOf({ received, household }: Question, { id, body }: Programme, subject: string): Receiving {
  const enrolments = received.get(`${id} ${subject}`) ?? [];
  if (enrolments.some((enrolment) => (enrolment.body ?? body) === body)) return 'RECEIVING';
  return hasAnswered(household.answers.get(body)) ? 'NOT_RECEIVING' : 'UNKNOWN';
}

function toEvidence(question: Question, leaf: Leaf): Evidence {
  const { body, reason } = sourceOf(question, leaf.fact, leaf.present);
  const asOf = readFact(question.context.facts, leaf.fact, leaf.subject)?.asOf ?? null;
  return { ...leaf, body, asOf, reason: leaf.holds === 'UNKNOWN' ? reason : null };
}

function sourceOf(
  { catalogue, household, options }: Question,
  fact: string,
  present: boolean,
): { readonly body: BodyName; readonly reason: MissingFactRef['reason'] } {
  const body = catalogue.ownerOf(fact);
  if (body === undefined) throw new RangeError(`${fact} is not in the dictionary of facts`);
  if (present) return { body, reason: 'INVALID' };
  if (options.withheld?.(fact) === true) return { body, reason: 'NOT_AUTHORIZED' };
  const status = household.answers.get(body) ?? 'NOT_ASKED';
  return { body, reason: hasAnswered(status) ? 'NOT_STATED' : status };
}
