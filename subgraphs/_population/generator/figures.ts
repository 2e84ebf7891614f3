import type { Weighted } from './random.ts';

/**
 * Every number that the population is drawn from, with where it comes from, to be replaced by better ones.
 * V: seen in the source. D: derived from V. G: general knowledge, not confirmed. A: assumption for the generator.
 */
export interface Figure<Value> {
  readonly value: Value;
  readonly confidence: 'V' | 'D' | 'G' | 'A';
  readonly source: string;
}

export type HouseholdType =
  'OLDER' | 'THREE_GENERATIONS' | 'SKIPPED_GENERATION' | 'SINGLE_PARENT' | 'NUCLEAR' | 'OTHER';

/** Both ends included, with a weight. */
type Bands = readonly Weighted<readonly [from: number, to: number]>[];

const shares = 'table of household types and sizes of vulnerable households, brought to agree in rows and columns';

export const figures = {
  /** Per cent of households by type and number of living members; 7 stands for 7 and 8. */
  households: a<readonly Weighted<readonly [HouseholdType, number]>[]>(shares, [
    [['OLDER', 1], 11],
    [['OLDER', 2], 11],
    [['OTHER', 2], 2],
    [['OTHER', 3], 3],
    [['SINGLE_PARENT', 2], 5],
    [['SINGLE_PARENT', 3], 4],
    [['SINGLE_PARENT', 4], 2],
    [['SKIPPED_GENERATION', 2], 3],
    [['SKIPPED_GENERATION', 3], 5],
    [['SKIPPED_GENERATION', 4], 3],
    [['SKIPPED_GENERATION', 5], 1],
    [['NUCLEAR', 3], 9],
    [['NUCLEAR', 4], 7],
    [['NUCLEAR', 5], 3],
    [['THREE_GENERATIONS', 3], 3],
    [['THREE_GENERATIONS', 4], 9],
    [['THREE_GENERATIONS', 5], 8],
    [['THREE_GENERATIONS', 6], 6],
    [['THREE_GENERATIONS', 7], 5],
  ]),
  elderBands: v<Bands>('NSO Social Indicators 2023, p. 112: within 60+ in 2022', [
    [[60, 64], 32.1],
    [[65, 69], 24.1],
    [[70, 74], 18.3],
    [[75, 79], 11.2],
    [[80, 104], 14.3],
  ]),
  oldestBands: v<Bands>('registered population, June 2024: within 80+', [
    [[80, 84], 49],
    [[85, 89], 32.1],
    [[90, 94], 12.7],
    [[95, 99], 4],
    [[100, 104], 2.2],
  ]),
  womenAmongElders: v('NSO Key Findings 2022, p. 115', 0.553),
  boysAmongChildren: d('NSO Social Indicators 2023, p. 108: 5,333,731 of 10,373,797', 0.514),
  womenAmongSingleParents: a('most single parents in the worked households are mothers', 0.8),
  /** The youngest child is at most six: what makes a family without elders a watched one. */
  smallChildInFamily: a('level mix of the watched households: with and without elders', {
    alone: 0.74,
    withElders: 0.66,
  }),
  deceasedInHousehold: a('so that 0.3 % of old-age payments go to the dead', 0.015),
  incomePerPersonYear: a('vulnerable households, BMN line 38,000: 57 % fall below', {
    median: 34_000,
    sigma: 0.55,
    cut: 100_000,
  }),
  incomeLine: g('BMN indicator 22, edition 2560-2564', 38_000),
  workingElders: v('NSO Key Findings 2022', { M: 0.444, F: 0.267 }),
  disasterDeclared: a('houses in an area declared within the claim window', 0.015),
  houseDamage: a('of these', [
    ['NONE', 40],
    ['PARTIAL', 57],
    ['TOTAL', 3],
  ] as const),
  staleSurvey: a('data quality noise', 0.02),
  birthDayUnknown: a('data quality noise: older persons', 0.005),
  domicileElsewhere: a('data quality noise', 0.01),
  domicileElsewhereBangkok: a('data quality noise: Bangkok communities', 0.2),
  domicileElsewhereUnregistered: a('residents of the eight unregistered communities', 0.35),
  withoutCivilStatus: a('data quality noise: persons in border districts', 0.002),
  borderDistricts: g('districts with a land border in the provinces of the seeds', [
    '5004',
    '5009',
    '5010',
    '5020',
    '5021',
    '5703',
    '5708',
    '5709',
    '5711',
    '5715',
    '5716',
    '9502',
    '9507',
    '9602',
    '9610',
    '9612',
  ]),
  /** Of children under two; about 0.1 % of all persons. */
  unregisteredInfant: a('data quality noise', 0.03),
  disabilityCard: a('persons in vulnerable households', 0.09),
  cardAges: d('DEP annual report 2561, p. 63: card holders aged 0-5, 6-14, 15-21, 22-59, 60+', [
    0.7, 3.3, 3.5, 38.3, 54.2,
  ] as const),
  cardBySex: d('men hold 52.22 % of the cards, and are 47 % of the generated persons', { M: 1.17, F: 0.85 }),
  disabilityTypes: v('card holders 2021; multiple disability (5.91 %) has no value in the dictionary and is spread', [
    ['MOBILITY', 50.02],
    ['HEARING', 18.73],
    ['VISUAL', 9],
    ['MENTAL', 7.84],
    ['INTELLECTUAL', 6.84],
    ['AUTISTIC', 0.8],
    ['LEARNING', 0.86],
  ] as const),
  childDisabilityTypes: a('holders under 22: what shows early in life', [
    ['INTELLECTUAL', 34],
    ['MOBILITY', 28],
    ['HEARING', 14],
    ['AUTISTIC', 7],
    ['LEARNING', 8],
    ['VISUAL', 5],
    ['MENTAL', 4],
  ] as const),
  /** Share at 11 or below on the Barthel index, by age from. */
  dependentElders: a('screening of older persons', [
    [90, 0.35],
    [80, 0.14],
    [70, 0.04],
    [60, 0.015],
  ] as const),
  bedBoundAmongDependent: g('ADL groups 2.9 % home-bound and 0.6 % bed-bound of the screened', 0.17),
  cardAmongBedBound: a('gap to plant: 45 % without a card', 0.55),
  welfareCardDisabledAdult: d('1,103,065 of 1,901,468 adult recipients of the disability allowance', 0.58),
  welfareCardAdult: a('adults in vulnerable households', 0.55),
  pensionElder: a(
    '86 % of 60+ have the old-age allowance, the rest mostly pensions; fewer in vulnerable households',
    0.03,
  ),
  outOfSchool: d('8.41 % of 3-18 without school data in 2566, spread over ages', {
    3: 0.12,
    6: 0.035,
    12: 0.05,
    15: 0.18,
  } as const),
  povertyScreening: a('about 1.8 million poor pupils, of whom 1.2 million extremely poor, mostly in such households', {
    EXTRA_POOR: 0.3,
    POOR: 0.2,
  }),
  insured: d('shares of 15-59 in mid-2022: section 33, 39, 40', { 33: 26, 39: 4, 40: 24 } as const),
  wage: a('section 33 wage in baht', [9000, 15_000] as const),
  farmHousehold: a('rice growers are 4.69 of 22.6 million households, more among the rural poor', {
    North: 0.42,
    South: 0.35,
    Bangkok: 0,
  }),
  farmerUnregistered: a('gap to plant', 0.15),
  holdings: d<Bands>('agricultural census 2566, North: holdings by rai', [
    [[0.5, 2], 4.1],
    [[2, 6], 19.5],
    [[6, 10], 14.7],
    [[10, 20], 27.7],
    [[20, 40], 24.2],
    [[40, 60], 6.7],
    [[60, 140], 3],
    [[140, 200], 0.2],
  ]),
  southernHolding: a('median 8 rai', { median: 8, sigma: 0.6 }),
  ownLand: v('agricultural census 2566, North, p. 38: own land; of it title deed', { own: 0.656, titled: 0.558 }),
  riceTypes: g('glutinous in Chiang Mai, glutinous and Hom Mali in Chiang Rai, white in the South', {
    50: [
      ['GLUTINOUS', 85],
      ['HOM_MALI_OUTSIDE', 10],
      ['WHITE', 5],
    ],
    57: [
      ['GLUTINOUS', 58],
      ['HOM_MALI_OUTSIDE', 35],
      ['WHITE', 7],
    ],
    South: [
      ['WHITE', 95],
      ['PATHUM', 5],
    ],
    elsewhere: [
      ['WHITE', 40],
      ['HOM_MALI', 30],
      ['GLUTINOUS', 20],
      ['PATHUM', 10],
    ],
  } as const satisfies Record<string, readonly Weighted<string>[]>),
  unrestVictims: a('households in 94, 95, 96', 1 / 250),
  unregisteredCommunity: a('households of the eight communities of the seed among those drawn for Bangkok', 0.1),
  /** Share of those due who are not enrolled, by programme. */
  gaps: a<Readonly<Record<string, number>>>('gaps to plant', {
    'int-old-age-allowance': 0.03,
    'bkk-old-age-allowance': 0.03,
    'int-disability-allowance': 0.06,
    'bkk-disability-allowance': 0.06,
    'soc-child-support-grant': 0.25,
    'edu-eef-conditional-grant': 0.08,
    'health-ltc-dependent': 0.4,
    'health-adult-diapers': 0.65,
    'int-free-electricity-50': 0.01,
    'health-ucs': 0.01,
    'health-flu-vaccine-2022': 0.55,
    'health-art': 0.05,
    'int-aids-allowance': 0.2,
    'edu-disability-education-support': 0.35,
  }),
  /** The same for programmes without a figure of their own, by the way of access. */
  gapsByAccess: a<Readonly<Record<string, number>>>('no figure known', {
    ENROLMENT: 0.1,
    CLAIM: 0.5,
    AUTOMATIC: 0.02,
    CARE_RECORD: 0.15,
    REFERRAL: 1,
    POINT_OF_USE: 1,
  }),
  discretionary: a(
    'share of the likely eligible who are in a programme that somebody decides on, or had a service',
    0.03,
  ),
  deadRecipients: a('of the deceased in the register, so that 0.3 % of payments are theirs', 0.2),
  pensionersPaid: a('of the pensioners, so that 0.2 % of old-age payments are theirs', 0.065),
} as const;

function v<const Value>(source: string, value: Value): Figure<Value> {
  return { value, confidence: 'V', source };
}

function d<const Value>(source: string, value: Value): Figure<Value> {
  return { value, confidence: 'D', source };
}

function g<const Value>(source: string, value: Value): Figure<Value> {
  return { value, confidence: 'G', source };
}

function a<const Value>(source: string, value: Value): Figure<Value> {
  return { value, confidence: 'A', source };
}
