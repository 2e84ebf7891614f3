import { compile } from './evaluate.ts';
import type { CompiledRule, RuleContext } from './evaluate.ts';
import type { FactValue } from './fact-clock.ts';
import { readFact } from './facts.ts';
import type { Amount, Formula, Period, Sum } from './programme.ts';
import { isPersonFact } from './rule.ts';

/** `thb` null: not a fixed sum (cover, in kind, up to `maxThb`), or one that cannot be told. */
export interface Money {
  readonly thb: number | null;
  readonly maxThb: number | null;
  readonly period: Period;
}

export type MoneyOf = (context: RuleContext, person: string | null) => Money;

/** What `wageShare` takes its share of. */
const wageFact = 'person.ssoInsuredWage';

/**
 * The amount by the first tier whose condition is TRUE, else the base. An UNKNOWN tier before that leaves the amount
 * unknown. It does not ask whether the programme is due.
 */
export function compileAmount(amount: Amount): MoneyOf {
  const tiers = (amount.tiers ?? []).map((tier) => ({ when: compile(tier.when), sum: compileSum(tier) }));
  const base = compileSum(amount);
  return (context, person) => {
    const sum = firstSum(tiers, (when) => when.holds(context, person)) ?? base;
    return sum === 'UNKNOWN'
      ? { thb: null, maxThb: null, period: amount.period }
      : { thb: sum.thb(context, person), maxThb: sum.maxThb, period: amount.period };
  };
}

/** Baht to the satang. */
export function roundToSatang(thb: number): number {
  return Math.round((thb + Number.EPSILON) * 100) / 100;
}

interface CompiledSum {
  readonly thb: (context: RuleContext, person: string | null) => number | null;
  readonly maxThb: number | null;
}

function firstSum(
  tiers: readonly { readonly when: CompiledRule; readonly sum: CompiledSum }[],
  holds: (when: CompiledRule) => 'TRUE' | 'FALSE' | 'UNKNOWN',
): CompiledSum | 'UNKNOWN' | null {
  for (const { when, sum } of tiers) {
    const truth = holds(when);
    if (truth === 'UNKNOWN') return 'UNKNOWN';
    if (truth === 'TRUE') return sum;
  }
  return null;
}

function compileSum({ thb = null, maxThb = null, formula }: Sum): CompiledSum {
  if (formula === undefined) return { thb: () => thb, maxThb };
  const compute = compileFormula(formula);
  return {
    maxThb,
    thb: (context, person) => {
      const result = compute((fact) => valueOf(context, person, fact));
      return result === null ? null : roundToSatang(result);
    },
  };
}

/** undefined: nobody stated it. */
type Read = (fact: string) => FactValue | null | undefined;

function valueOf(context: RuleContext, person: string | null, fact: string): FactValue | null | undefined {
  const subject = isPersonFact(fact) ? person : context.houseCode;
  return subject === null ? undefined : readFact(context.facts, fact, subject)?.value;
}

function compileFormula(formula: Formula): (read: Read) => number | null {
  switch (formula.kind) {
    case 'perUnit':
      return (read) => {
        const units = quantity(read(formula.fact));
        return units === null ? null : Math.min(units, formula.capUnits ?? Infinity) * formula.rate;
      };
    case 'wageShare':
      return (read) => {
        const wage = quantity(read(wageFact));
        return wage === null ? null : Math.min(wage, formula.wageCap) * formula.share;
      };
    case 'sumPerUnit':
    default:
      return (read) => sumPerUnit(formula, read);
  }
}

/**
 * The cap is on the units of all terms together, used up in their order. A term that the registry has no value for
 * adds nothing, as it makes every comparison false; one that nobody stated leaves the sum unknown.
 */
function sumPerUnit({ terms, capUnits = Infinity }: Formula & { kind: 'sumPerUnit' }, read: Read): number | null {
  let left = capUnits;
  let sum = 0;
  for (const { fact, rate } of terms) {
    const value = read(fact);
    const units = value === null ? 0 : quantity(value);
    if (units === null) return null;
    const counted = Math.min(units, left);
    left -= counted;
    sum += counted * rate;
  }
  return sum;
}

function quantity(value: FactValue | null | undefined): number | null {
  return typeof value === 'number' && value >= 0 ? value : null;
}
