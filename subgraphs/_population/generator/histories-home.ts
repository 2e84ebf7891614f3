import { addMonths } from '../../_kit/calendar.ts';
import { daysBefore, enrolmentOf, history, living, monthBefore, type HouseDraft, type PersonDraft } from './draft.ts';
import type { Random } from './random.ts';

/** Histories of interior, social welfare, the prime minister's office and Bangkok: payments, visits, plans. */
export function writeHomeHistories(house: HouseDraft): void {
  const random = house.random('home histories');
  for (const person of house.people) {
    writeAllowances(house, person);
    writeGrants(house, person, random);
    writeCard(house, person, random);
    writeLoans(house, person, random);
  }
  writeUnrest(house, house.random('unrest histories'));
  writeLogbook(house, random);
  writePovertyMap(house, random);
  writeCommunity(house, random);
}

const allowances = [
  ['int-old-age-allowance', 'OLD_AGE'],
  ['int-disability-allowance', 'DISABILITY'],
  ['int-aids-allowance', 'AIDS'],
  ['bkk-old-age-allowance', 'OLD_AGE'],
  ['bkk-old-age-topup-2022', 'OLD_AGE_TOP_UP'],
  ['bkk-disability-allowance', 'DISABILITY'],
  ['bkk-aids-allowance', 'AIDS'],
] as const;

/** The last three payments, on the tenth of the month; Bangkok pays those that are registered there. */
function writeAllowances(house: HouseDraft, { member }: PersonDraft): void {
  for (const [programme, allowance] of allowances) {
    const enrolment = enrolmentOf(house, programme, member);
    const inBangkok = programme.startsWith('bkk');
    if (typeof enrolment?.['thb'] !== 'number') continue;
    for (let back = 2; back >= 0; back -= 1) {
      const paidOn = `${monthBefore(house, back).slice(0, 8)}10`;
      if (paidOn < String(enrolment['startedOn']) || paidOn > house.asOf) continue;
      history(house, inBangkok ? 'bangkok' : 'interior', 'allowancePayments', {
        member,
        paidOn,
        allowance,
        thb: enrolment['thb'],
        ...(inBangkok && { districtCode: bangkokDistrict(house) }),
      });
    }
  }
}

/** Who is registered in Bangkok and lives elsewhere is paid by a district that the extract does not know. */
function bangkokDistrict({ areaCode }: HouseDraft): string {
  return areaCode.startsWith('10') ? areaCode.slice(0, 4) : '1001';
}

function writeGrants(house: HouseDraft, { member, age, facts }: PersonDraft, random: Random): void {
  const grant = enrolmentOf(house, 'soc-child-support-grant', member);
  const months = grant === undefined ? [] : [3, 2, 1].map((back) => monthBefore(house, back));
  for (const month of months) {
    if (month >= String(grant?.['startedOn'])) {
      history(house, 'social-welfare', 'childGrantPayments', { member, month, thb: 600, state: 'PAID' });
    }
  }
  const isPoor = house.facts['hardshipFinding'] === true;
  if (!isPoor || facts['isDeceased'] === true || !random.chance(0.15)) return;
  const relief = age >= 60 ? 'OLDER_PERSON' : age < 18 ? 'POOR_CHILD' : 'POOR_FAMILY';
  history(house, 'social-welfare', 'reliefPayments', {
    member,
    paidOn: daysBefore(house, random.int(20, 700)),
    relief,
    thb: age < 18 ? 1000 : 2000,
  });
}

function writeCard(house: HouseDraft, { member, facts, age }: PersonDraft, random: Random): void {
  if (facts['fosterChild'] === true) {
    const startedOn = daysBefore(house, random.int(60, Math.max(61, age * 300)));
    history(house, 'social-welfare', 'placements', { member, kind: 'KINSHIP_FAMILY', startedOn });
  }
  if (facts['disabilityCard'] !== true) return;
  // A card runs for eight years; of an older one the renewal is known too.
  const issuedOn = daysBefore(house, random.int(30, 2800));
  const expiresOn = addMonths(issuedOn, 96);
  const isRenewed = age > 12 && random.chance(0.4);
  if (isRenewed) {
    history(house, 'social-welfare', 'cardIssues', {
      member,
      issuedOn: addMonths(issuedOn, -96),
      expiresOn: issuedOn,
      occasion: 'FIRST',
    });
  }
  history(house, 'social-welfare', 'cardIssues', {
    member,
    issuedOn,
    expiresOn,
    occasion: isRenewed ? 'RENEWAL' : 'FIRST',
  });
  const carer = living(house).find(
    (person) => person.facts['caregiverOfDisabled'] === true && person.member !== member,
  );
  if (carer !== undefined) {
    history(house, 'social-welfare', 'carerLinks', { member, carer: carer.member, namedOn: issuedOn });
  }
}

function writeLoans(house: HouseDraft, { member, facts }: PersonDraft, random: Random): void {
  if (facts['villageFundMember'] !== true || !random.chance(0.45)) return;
  const lentOn = daysBefore(house, random.int(30, 700));
  const dueOn = addMonths(lentOn, 12);
  const principalThb = 1000 * random.int(5, 30);
  const isDue = dueOn < house.asOf;
  const state = isDue
    ? random.weighted([
        ['REPAID', 85],
        ['OVERDUE', 15],
      ])
    : 'CURRENT';
  const left = state === 'REPAID' ? 0 : state === 'CURRENT' ? random.int(2, 10) / 10 : random.int(1, 6) / 10;
  history(house, 'prime-minister', 'villageFundLoans', {
    member,
    fundTh: `กองทุนหมู่บ้าน${random.pick(['สมมติ', 'จำลอง', 'ตัวอย่าง'])}`,
    contractNumber: `${Number(lentOn.slice(0, 4)) + 543}/${random.int(1, 400)}`,
    purpose: random.weighted([
      ['FARMING', 55],
      ['TRADE', 20],
      ['CRAFT_OR_SERVICE', 10],
      ['HOUSEHOLD_NEED', 12],
      ['EMERGENCY', 3],
    ]),
    lentOn,
    dueOn,
    principalThb,
    outstandingThb: Math.round(principalThb * left),
    state,
  });
}

const incidents: Readonly<Record<string, { consequence: string; kind: string; thb: number }>> = {
  HEIR_OF_DECEASED: { consequence: 'DEATH', kind: 'COMPENSATION', thb: 500_000 },
  DISABLED: { consequence: 'DISABILITY', kind: 'COMPENSATION', thb: 500_000 },
  SERIOUSLY_INJURED: { consequence: 'SERIOUS_INJURY', kind: 'INJURY_RELIEF', thb: 80_000 },
};

function writeUnrest(house: HouseDraft, random: Random): void {
  for (const { member, facts } of house.people) {
    const incident = incidents[String(facts['unrestRemedyStatus'])];
    if (incident === undefined) continue;
    const days = Number(facts['unrestDaysSinceIncident']);
    const happenedOn = daysBefore(house, days);
    const incidentRef = `SYN-${happenedOn.slice(0, 4)}-${random.int(1, 9999)}`;
    const certifiedOn = daysBefore(house, Math.max(0, days - 30));
    history(house, 'prime-minister', 'unrestIncidents', {
      member,
      incidentRef,
      happenedOn,
      provinceCode: house.areaCode.slice(0, 2),
      consequence: incident.consequence,
      certifiedOn,
    });
    if (days < 180) continue;
    const paidOn = daysBefore(house, days - 120);
    history(house, 'prime-minister', 'unrestPayments', {
      member,
      incidentRef,
      kind: incident.kind,
      paidOn,
      thb: incident.thb,
    });
  }
}

/** Visits of the volunteers, and what is planned for the household. */
function writeLogbook(house: HouseDraft, random: Random): void {
  const visits = random.weighted([
    [1, 70],
    [2, 22],
    [3, 8],
  ]);
  for (let visit = visits; visit >= 1; visit -= 1) {
    history(house, 'social-welfare', 'logbookVisits', {
      visitedOn: daysBefore(house, visit * 100 + random.int(-60, 60)),
      visitor: random.weighted([
        ['VOLUNTEER', 60],
        ['PROVINCIAL_OFFICER', 20],
        ['ONE_HOME_TEAM', 12],
        ['JOINT_TEAM', 8],
      ]),
    });
  }
  if (!random.chance(0.45)) return;
  for (const { dimension, need, partner } of plans.filter(() => random.chance(0.4))) {
    const horizon = random.weighted([
      ['URGENT', 45],
      ['MEDIUM', 35],
      ['LONG', 20],
    ]);
    const isDone = horizon === 'URGENT' && random.chance(0.3);
    history(house, 'social-welfare', 'planItems', {
      dimension,
      horizon,
      phase: isDone
        ? 'FOLLOW_UP'
        : random.weighted([
            ['RIGHTS_CHECK', 40],
            ['PLANNING', 40],
            ['DELIVERY', 20],
          ]),
      need,
      partner,
      plannedFor: addMonths(house.asOf, isDone ? -2 : random.int(1, 9)),
      ...(isDone && { doneOn: daysBefore(house, random.int(5, 60)) }),
    });
  }
}

const plans = [
  { dimension: 'INCOME', need: 'ฝึกอาชีพและหางานใกล้บ้าน', partner: 'labour' },
  { dimension: 'LIVING', need: 'ซ่อมบ้านให้มั่นคงปลอดภัย', partner: 'social-welfare' },
  { dimension: 'HEALTH', need: 'ติดตามเยี่ยมบ้านและตรวจสุขภาพ', partner: 'health' },
  { dimension: 'EDUCATION', need: 'สนับสนุนให้เด็กเรียนต่อเนื่อง', partner: 'education' },
  { dimension: 'ACCESS', need: 'ตรวจสิทธิสวัสดิการที่ยังไม่ได้รับ', partner: 'interior' },
];

/** A failed indicator for each dimension; numbers of the survey of 2560-2564. */
const indicators: Readonly<Record<string, readonly number[]>> = {
  HEALTH: [1, 4, 5, 7],
  LIVING: [8, 9, 10, 11],
  EDUCATION: [15, 16, 17, 19],
  INCOME: [22],
  ACCESS: [27, 28],
};

function writePovertyMap(house: HouseDraft, random: Random): void {
  const dimensions: unknown = house.facts['tpmapDimensions'];
  for (const dimension of Array.isArray(dimensions) ? dimensions.map(String) : []) {
    history(house, 'prime-minister', 'tpmapFindings', {
      surveyYear: Number(house.asOf.slice(0, 4)),
      indicator: random.pick(indicators[dimension] ?? [22]),
      dimension,
      membersFailing: dimension === 'INCOME' || dimension === 'LIVING' ? null : random.int(1, 2),
    });
  }
  if (!random.chance(0.04)) return;
  history(house, 'prime-minister', 'officialVisits', {
    visitedOn: daysBefore(house, random.int(10, 400)),
    phase: random.weighted([
      ['RIGHTS_CHECK', 60],
      ['PLANNING', 25],
      ['DELIVERY', 10],
      ['FOLLOW_UP', 5],
    ]),
    officeTh: 'สำนักงานจังหวัดสมมติ',
  });
}

function writeCommunity(house: HouseDraft, random: Random): void {
  const isRegistered = house.facts['bkkCommunityRegistered'];
  if (typeof isRegistered !== 'boolean') return;
  const districtCode = house.areaCode.slice(0, 4);
  const surveyed = random.int(500, 1500);
  const steps = isRegistered ? (['SURVEYED', 'APPLIED', 'ANNOUNCED'] as const) : (['SURVEYED'] as const);
  for (const [at, step] of steps.entries()) {
    history(house, 'bangkok', 'communitySteps', {
      takenOn: daysBefore(house, surveyed - at * 120),
      step,
      districtCode,
    });
  }
}
