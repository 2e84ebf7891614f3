import type { BodyName } from '../../../schema/contract/bodies.ts';
import { compile } from './evaluate.ts';
import type { RuleContext } from './evaluate.ts';
import { readFact } from './facts.ts';
import type { StatedFact } from './facts.ts';
import type { Rule } from './rule.ts';
import { either } from './truth.ts';
import type { Truth } from './truth.ts';

/** The five dimensions of TPMAP. */
const dimensions = ['HEALTH', 'LIVING', 'EDUCATION', 'INCOME', 'ACCESS'] as const;

export type Dimension = (typeof dimensions)[number];

export interface DimensionFinding {
  readonly dimension: Dimension;
  /**
   * TRUE when TPMAP lists it or the survey's indicator fails. FALSE takes a row in TPMAP that does not list it and an
   * indicator that is known: not in TPMAP is not "not poor".
   */
  readonly failed: Truth;
  /** What was found, in words; empty unless `failed` is TRUE. */
  readonly indicators: readonly string[];
  /** Who said it: the body that relays TPMAP, or the one that holds the survey where only the survey says so. */
  readonly body: BodyName;
  readonly asOf: string | null;
}

/** BMN survey, 2560-2564 edition: baht a person a year below which indicator 22 fails. */
const bmnIncomeLine = 38_000;

const tpmapFact = 'household.tpmapDimensions';

interface Indicator {
  readonly rule: Extract<Rule, { readonly fact: string }>;
  readonly words: string;
}

/** The survey's indicators that the graph holds as facts. */
const indicators: { readonly [D in Dimension]?: Indicator } = {
  LIVING: {
    rule: { fact: 'household.housingSecure', op: 'isFalse' },
    words: 'จปฐ. ข้อ 8: ที่อยู่อาศัยไม่มั่นคงหรือไม่ถาวร / BMN 8: tenure not secure or house not durable',
  },
  INCOME: {
    rule: { fact: 'household.avgIncomePerPersonYear', op: 'lt', value: bmnIncomeLine },
    words: 'จปฐ. ข้อ 22: รายได้เฉลี่ยต่ำกว่า 38,000 บาทต่อคนต่อปี / BMN 22: below 38,000 baht a person a year',
  },
};

const compiledIndicators = new Map(
  Object.entries(indicators).map(([dimension, { rule, words }]) => [
    dimension,
    { rule: compile(rule), fact: rule.fact, words },
  ]),
);

/** One finding for each of the five dimensions, in their order. */
export function dimensionFindings(context: RuleContext): readonly DimensionFinding[] {
  const tpmap = readFact(context.facts, tpmapFact, context.houseCode);
  return dimensions.map((dimension) => findingOf(dimension, tpmap, context));
}

function findingOf(dimension: Dimension, tpmap: StatedFact | undefined, context: RuleContext): DimensionFinding {
  const listed = listedIn(tpmap, dimension);
  const survey = surveyed(dimension, context);
  const source = survey.failed === 'TRUE' && listed !== 'TRUE' ? survey.fact : tpmap;
  const inTpmap = listed === 'TRUE' ? [`TPMAP: ตกเกณฑ์มิติ ${dimension} / listed as failing ${dimension}`] : [];
  return {
    dimension,
    failed: either(listed, survey.failed),
    indicators: [...inTpmap, ...survey.words],
    body: source?.body ?? 'prime-minister',
    asOf: source?.asOf ?? null,
  };
}

interface Surveyed {
  readonly failed: Truth;
  readonly words: readonly string[];
  readonly fact: StatedFact | undefined;
}

/** What the survey says; of a dimension that has no indicator here it says nothing against the household. */
function surveyed(dimension: Dimension, context: RuleContext): Surveyed {
  const indicator = compiledIndicators.get(dimension);
  if (indicator === undefined) return { failed: 'FALSE', words: [], fact: undefined };
  const failed = indicator.rule.holds(context, null);
  return {
    failed,
    words: failed === 'TRUE' ? [indicator.words] : [],
    fact: readFact(context.facts, indicator.fact, context.houseCode),
  };
}

function listedIn(tpmap: StatedFact | undefined, dimension: Dimension): Truth {
  const list = tpmap?.value;
  if (typeof list !== 'object' || list === null || list.length === 0) return 'UNKNOWN';
  return list.includes(dimension) ? 'TRUE' : 'FALSE';
}
