import { addDays, addMonths } from '../../_kit/calendar.ts';
import {
  daysBefore,
  enrolmentOf,
  history,
  living,
  monthBefore,
  roundTo,
  type HouseDraft,
  type PersonDraft,
} from './draft.ts';
import type { Random } from './random.ts';

/** Histories of labour, agriculture, commerce, defence, tourism and culture. */
export function writeWorkHistories(house: HouseDraft): void {
  const random = house.random('work histories');
  for (const person of living(house)) {
    writeContributions(house, person, random);
    writeLabourPayments(house, person, random);
    writeJobSearch(house, person, random);
    writeBusiness(house, person, random);
    writeService(house, person, random);
    writeTalents(house, person, random);
  }
  if (house.facts['farmerRegistered'] === true) writeFarm(house, house.random('farm histories'));
}

/** Baht a month by the option of section 40; section 39 pays 432, section 33 five per cent of the wage. */
const section40: Readonly<Record<number, number>> = { 1: 70, 2: 100, 3: 300 };

/** The last contributions, at most six; they end with the job. */
function writeContributions(house: HouseDraft, { member, facts }: PersonDraft, random: Random): void {
  const { ssoSection: section, ssoInsuredWage, ssoOption, ssoMonthsIn15, daysSinceSeparation } = facts;
  if (typeof section !== 'number') return;
  const gap = typeof daysSinceSeparation === 'number' ? Math.ceil(daysSinceSeparation / 30) : 0;
  const wage = section === 33 ? Number(ssoInsuredWage) : null;
  const paidThb =
    wage === null ? (section === 39 ? 432 : (section40[Number(ssoOption)] ?? 70)) : roundTo(wage * 0.05, 1);
  const months = Math.min(6, Number(ssoMonthsIn15 ?? 0));
  for (let back = months; back >= 1; back -= 1) {
    history(house, 'labour', 'contributions', {
      member,
      month: monthBefore(house, back + gap),
      section,
      wage,
      paidThb,
    });
  }
  if (random.chance(0.02) && section !== 40) {
    history(house, 'labour', 'benefitPayments', {
      member,
      paidOn: daysBefore(house, random.int(30, 300)),
      benefit: 'SICKNESS',
      thb: 100 * random.int(5, 40),
    });
  }
}

const benefits = [
  ['lab-child-allowance', 'CHILD'],
  ['lab-s40-child-allowance', 'CHILD'],
  ['lab-unemployment-benefit', 'UNEMPLOYMENT'],
  ['lab-maternity', 'MATERNITY'],
  ['lab-old-age-pension', 'OLD_AGE'],
] as const;

function writeLabourPayments(house: HouseDraft, { member, birthDate }: PersonDraft, random: Random): void {
  for (const [programme, benefit] of benefits) {
    const enrolment = enrolmentOf(house, programme, member);
    const thb = enrolment?.['thb'];
    if (typeof thb !== 'number') continue;
    const times = enrolment?.['period'] === 'MONTH' ? 2 : 1;
    for (let back = times; back >= 1; back -= 1) {
      const paidOn = addDays(monthBefore(house, back), random.int(14, 27));
      if (paidOn >= birthDate) history(house, 'labour', 'benefitPayments', { member, paidOn, benefit, thb });
    }
  }
}

function writeJobSearch(house: HouseDraft, { member, facts, age }: PersonDraft, random: Random): void {
  if (facts['registeredJobseeker'] === true) {
    const days = Number(facts['daysSinceSeparation'] ?? 90);
    for (let report = Math.min(3, Math.floor(days / 30)); report >= 1; report -= 1) {
      const outcome = random.weighted([
        ['STILL_LOOKING', 70],
        ['REFERRED_TO_JOB', 20],
        ['REFERRED_TO_TRAINING', 10],
      ]);
      history(house, 'labour', 'jobseekerReports', {
        member,
        reportedOn: daysBefore(house, report * 30 - random.int(0, 5)),
        outcome,
      });
    }
  }
  if (age >= 18 && age < 65 && random.chance(0.03)) {
    history(house, 'labour', 'skillTrainings', {
      member,
      course: random.pick(['ช่างไฟฟ้าภายในอาคาร', 'การประกอบอาหารไทย', 'ช่างเย็บผ้า', 'ผู้ดูแลผู้สูงอายุ']),
      startedOn: daysBefore(house, random.int(40, 1200)),
      hours: random.pick([18, 30, 60, 420]),
      passed: random.chance(0.9),
    });
  }
  if (facts['homeWorkerRegistered'] === true) {
    const order = { member, product: 'เย็บเสื้อสำเร็จรูป', pieces: 10 * random.int(5, 60), thbPerPiece: random.int(4, 15) };
    history(house, 'labour', 'homeWorkOrders', { ...order, orderedOn: daysBefore(house, random.int(10, 90)) });
  }
}

const riceCrops: Readonly<Record<string, string>> = {
  HOM_MALI: 'RICE_HOM_MALI',
  HOM_MALI_OUTSIDE: 'RICE_HOM_MALI_OUTSIDE',
  PATHUM: 'RICE_PATHUM',
  WHITE: 'RICE_WHITE',
  GLUTINOUS: 'RICE_GLUTINOUS',
};

/** Plots that add up to the registered rice area, animals, losses, debts and payments. */
function writeFarm(house: HouseDraft, random: Random): void {
  const { facts } = house;
  const rice = Number(facts['riceAreaRai'] ?? 0);
  const titled = Number(facts['titledLandRai'] ?? 0) > 0;
  const landDocument = titled
    ? 'TITLE_DEED'
    : random.weighted([
        ['LAND_REFORM', 45],
        ['CERTIFICATE_OF_USE', 25],
        ['LEASE', 15],
        ['NO_DOCUMENT', 15],
      ]);
  const plot = { landDocument, isIrrigated: facts['outsideIrrigation'] === false };
  const plantedOn = addMonths(`${house.asOf.slice(0, 4)}-06-15`, 0);
  if (rice > 0)
    history(house, 'agriculture', 'plots', {
      plotNumber: 1,
      crop: 'MAIN_SEASON_RICE',
      areaRai: rice,
      ...plot,
      plantedOn,
    });
  if (rice === 0 || random.chance(0.3)) {
    const crop = random.weighted([
      ['MAIZE', 30],
      ['VEGETABLE', 25],
      ['LONGAN', 25],
      ['CASSAVA', 10],
      ['OTHER_FRUIT', 10],
    ]);
    history(house, 'agriculture', 'plots', {
      plotNumber: rice > 0 ? 2 : 1,
      crop,
      areaRai: random.int(1, 24) / 2,
      ...plot,
    });
  }
  writeLosses(house, random);
  writeFarmMoney(house, random, rice);
  writeStock(house, random);
}

function writeStock(house: HouseDraft, random: Random): void {
  if (random.chance(0.35)) {
    const [animal, head] = random.weighted<readonly [string, number]>([
      [['CHICKEN', random.int(5, 40)], 65],
      [['BEEF_CATTLE', random.int(1, 6)], 20],
      [['PIG', random.int(1, 8)], 15],
    ]);
    history(house, 'agriculture', 'livestock', {
      animal,
      head,
      countedOn: daysBefore(house, random.int(30, 300)),
      fromCattleBank: false,
    });
  }
  if (house.facts['farmDebtRegistered'] === true) {
    const state = random.weighted([
      ['REGISTERED', 60],
      ['BOUGHT_BY_FUND', 15],
      ['RESTRUCTURED', 25],
    ]);
    history(house, 'agriculture', 'farmDebts', {
      creditor: 'BAAC',
      principalThb: 10_000 * random.int(5, 60),
      registeredOn: daysBefore(house, random.int(200, 3000)),
      state,
    });
  }
}

const losses = [
  ['cropDamageRiceRai', 'RICE'],
  ['cropDamageFieldRai', 'FIELD'],
  ['cropDamageFruitRai', 'FRUIT'],
] as const;

function writeLosses(house: HouseDraft, random: Random): void {
  for (const [fact, cropGroup] of losses) {
    const lostRai = Number(house.facts[fact] ?? 0);
    if (lostRai === 0) continue;
    const days = random.int(20, 80);
    history(house, 'agriculture', 'cropLosses', {
      happenedOn: daysBefore(house, days),
      cause: random.weighted([
        ['FLOOD', 60],
        ['STORM', 20],
        ['DROUGHT', 10],
        ['LANDSLIDE', 10],
      ]),
      cropGroup,
      lostRai,
      surveyedOn: daysBefore(house, days - 15),
    });
  }
}

/** The price guarantee of the rice that the household registered. */
function writeFarmMoney(house: HouseDraft, random: Random, rice: number): void {
  const crop = riceCrops[String(house.facts['riceType'])];
  const guaranteed = house.enrolments.some((line) => line['programme'] === 'comm-rice-price-guarantee');
  if (crop === undefined || rice === 0 || !guaranteed) return;
  const tonnes = roundTo(Math.min(rice * 0.42, 14), 0.01);
  const gapPerTonneThb = random.int(800, 4200);
  history(house, 'commerce', 'guaranteePayments', {
    crop,
    seasonStartYear: Number(house.asOf.slice(0, 4)) - 1,
    instalment: random.int(1, 33),
    tonnes,
    gapPerTonneThb,
    thb: roundTo(tonnes * gapPerTonneThb, 0.01),
    paidOn: daysBefore(house, random.int(90, 270)),
  });
}

function writeBusiness(house: HouseDraft, { member, facts }: PersonDraft, random: Random): void {
  if (facts['microBusiness'] !== true) return;
  const activityTh = random.pick(['ขายของชำ', 'ขายอาหารตามสั่ง', 'ทอผ้าและจักสาน', 'ซ่อมรถจักรยานยนต์']);
  history(house, 'commerce', 'businesses', {
    member,
    registrationNumber: `9999${String(random.int(0, 999_999)).padStart(6, '0')}`,
    nameTh: `ร้าน${random.pick(['สมมติ', 'จำลอง', 'ตัวอย่าง'])}พาณิชย์`,
    form: 'SOLE_TRADER',
    activityTh,
    sellsOnline: random.chance(0.2),
    registeredOn: daysBefore(house, random.int(100, 3000)),
  });
}

function writeService(house: HouseDraft, { member, facts, birthDate }: PersonDraft, random: Random): void {
  const own = facts['veteranCardClass'];
  const family = facts['veteranFamilyCardClass'];
  const cardClass = own ?? family;
  if (typeof cardClass === 'number') {
    const issuedOn = daysBefore(house, random.int(300, 5000));
    history(house, 'defence', 'cardIssues', {
      member,
      cardNo: `SYN${random.int(10_000, 99_999)}`,
      kind: own === null ? 'FAMILY_MEMBER' : 'VETERAN',
      cardClass,
      issuedOn,
    });
  }
  if (facts['conscriptionDue'] === true) {
    const selectionYear = Number(birthDate.slice(0, 4)) + 21;
    history(house, 'defence', 'conscriptionCalls', {
      member,
      selectionYear,
      recruitingOffice: 'สัสดีอำเภอสมมติ',
      reportOn: `${selectionYear}-04-0${random.int(1, 9)}`,
    });
  }
}

function writeTalents(house: HouseDraft, { member, facts }: PersonDraft, random: Random): void {
  const year = Number(house.asOf.slice(0, 4));
  if (facts['registeredAthlete'] === true) {
    history(house, 'tourism-sports', 'competitionResults', {
      member,
      competedOn: daysBefore(house, random.int(60, 900)),
      competition: 'กีฬานักเรียนจังหวัดสมมติ',
      sport: random.pick(['กรีฑา', 'มวยไทยสมัครเล่น', 'ฟุตบอล', 'เซปักตะกร้อ']),
      event: random.pick(['รอบชิงชนะเลิศ', 'รอบคัดเลือก']),
      level: random.weighted([
        ['PROVINCIAL', 70],
        ['REGIONAL', 20],
        ['NATIONAL', 10],
      ]),
      place: random.int(1, 12),
      parasport: facts['disabilityCard'] === true,
    });
  }
  if (facts['tourismWorker'] === true) {
    const role = random.weighted([
      ['HOST', 40],
      ['COOK', 25],
      ['DRIVER', 20],
      ['STORYTELLER', 15],
    ]);
    history(house, 'tourism-sports', 'communityTourism', {
      member,
      communityName: 'ชุมชนท่องเที่ยวสมมติ',
      role,
      since: year - random.int(0, 9),
    });
  }
  if (facts['culturalPractitioner'] === true) {
    const [skill, domain] = random.pick([
      ['ทอผ้าพื้นเมือง', 'CRAFT'],
      ['จักสานไม้ไผ่', 'CRAFT'],
      ['ซอพื้นเมือง', 'PERFORMANCE'],
      ['ฟ้อนพื้นบ้าน', 'PERFORMANCE'],
    ] as const);
    history(house, 'culture', 'heritageSkills', {
      member,
      skill,
      domain,
      practisedSince: year - random.int(5, 30),
      apprentices: random.int(0, 12),
    });
  }
}
