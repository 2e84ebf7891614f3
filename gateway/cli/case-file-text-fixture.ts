import { bodyNames, bodyOf, type Body, type BodyName } from '../../schema/contract/bodies.ts';

const houseCode = '99990000044';
const prapa = { personId: `${houseCode}-M1`, nameTh: 'นางประภา น้ำใส' };
const kamon = { personId: `${houseCode}-M2`, nameTh: 'ด.ช.กมล น้ำใส' };
const asOf = '2022-08-09T18:30:00Z';

const household = {
  houseCode,
  address: {
    line: '12 หมู่ 4',
    subdistrict: null,
    district: { code: '5004', nameTh: 'เชียงดาว', nameEn: 'Chiang Dao' },
    province: { code: '50', nameTh: 'เชียงใหม่', nameEn: 'Chiang Mai' },
    postcode: null,
  },
  vulnerabilityLevel: null,
  members: [
    member(prapa, { sex: 'FEMALE', birthDate: '1940-03-15', birthDatePrecision: 'DAY', relation: 'หัวหน้าครัวเรือน' }),
    member(kamon, { sex: 'MALE', birthDate: '2012-01-01', birthDatePrecision: 'YEAR', relation: 'หลาน' }),
    member({ personId: `${houseCode}-M3`, nameTh: null }, { isDeceased: true }),
  ],
  // The thirteen of the memorandum, whoever joined since.
  answers: bodyNames.slice(0, 13).map((name) => ({ body: bodyOf(name), ...answerOf(name) })),
  entitlements: [
    {
      programme: programme('int-old-age-allowance', 'เบี้ยยังชีพผู้สูงอายุ (อปท.)', 'Old-age allowance (outside Bangkok)'),
      person: prapa,
      status: 'ACTIVE',
      money: { thb: 800, maxThb: null, period: 'MONTH' },
      startedOn: '2019-10-01',
      endedOn: null,
      body: bodyOf('interior'),
    },
    {
      programme: programme('int-free-electricity-50', 'ใช้ไฟฟ้าฟรีไม่เกิน 50 หน่วย', 'Free electricity up to 50 units'),
      person: null,
      status: 'SUSPENDED',
      money: null,
      startedOn: null,
      endedOn: '2022-06-30',
      body: bodyOf('interior'),
    },
  ],
  services: [
    {
      programme: programme('soc-home-visit', 'เยี่ยมบ้าน', 'Home visit'),
      person: null,
      status: 'DELIVERED',
      deliveredOn: '2022-05-02',
      body: bodyOf('social-welfare'),
    },
  ],
  gaps: {
    complete: false,
    monthlyThb: 1000,
    yearlyThb: 0,
    oneOffThb: 5087.5,
    totals: {
      monthlyDue: 1800,
      monthlyReceived: 800,
      yearlyDue: 0,
      yearlyReceived: 0,
      oneOffUnpaid: 5087.5,
      overPaidMonthly: 200,
    },
    items: [
      {
        ...finding(
          'int-disability-allowance',
          'เบี้ยความพิการ (อปท.)',
          'Disability allowance (outside Bangkok)',
          'interior',
        ),
        person: kamon,
        money: { thb: 1000, maxThb: null, period: 'MONTH' },
        evidence: [
          evidence('social-welfare', 'person.disabilityCard', 'isTrue', { value: true }),
          evidence('interior', 'person.domicileProvince', 'ne 10', { value: '50' }),
          evidence('education', 'person.supports', 'contains BRAILLE', { value: ['SIGN', 'TUTOR'], holds: 'FALSE' }),
          evidence('education', 'person.supports', 'contains CHAIR', { value: ['SIGN', 'TUTOR'], holds: 'FALSE' }),
        ],
      },
      {
        ...finding('int-house-repair', 'ซ่อมบ้าน', 'House repair', 'interior'),
        programme: {
          ...programme('int-house-repair', 'ซ่อมบ้าน', 'House repair'),
          accessMode: 'CLAIM',
          howToApply: 'ยื่นที่ อบต. / Apply at the local office.',
          body: bodyOf('interior'),
        },
        money: { thb: null, maxThb: 49500, period: 'ONE_OFF' },
        evidence: [],
      },
    ],
    unknown: [
      {
        ...finding('health-ltc-dependent', 'บริการดูแลระยะยาวสำหรับผู้ที่มีภาวะพึ่งพิง', 'Community long-term care', 'health'),
        person: prapa,
        missingFacts: [
          { fact: 'person.adlScore', subject: prapa.personId, body: bodyOf('health'), reason: 'TIMED_OUT' },
          {
            fact: 'household.tpmapTargetPoor',
            subject: houseCode,
            body: bodyOf('prime-minister'),
            reason: 'NOT_STATED',
          },
        ],
      },
    ],
    referrals: [
      finding(
        'soc-family-logbook',
        'สมุดพกครอบครัวและแผนพัฒนาคุณภาพชีวิตรายครัวเรือน',
        'Family logbook and household plan',
        'social-welfare',
      ),
    ],
    overPayments: [
      {
        ...finding('int-old-age-topup-2022', 'เงินช่วยเหลือพิเศษผู้สูงอายุ', 'Temporary old-age top-up', 'interior'),
        person: prapa,
        money: { thb: 200, maxThb: null, period: 'MONTH' },
        evidence: [
          evidence('prime-minister', 'person.receivesGovPension', 'isFalse', { value: true, holds: 'FALSE' }),
          evidence('health', 'person.inCare', 'isFalse', { holds: 'UNKNOWN', asOf: null, reason: 'TIMED_OUT' }),
        ],
      },
    ],
  },
  overlaps: [
    {
      programmes: [
        programme('soc-elder-home-repair', 'ซ่อมบ้านผู้สูงอายุ', 'Home repair for older persons'),
        programme('soc-baan-por-piang', 'บ้านพอเพียง', 'Baan Por Piang house repair'),
      ],
      person: null,
      reason: 'เลือกได้โครงการเดียว / They exclude each other.',
    },
  ],
  dimensions: [
    { dimension: 'LIVING', failed: 'TRUE', indicators: ['จปฐ. ข้อ 8'], body: bodyOf('interior') },
    { dimension: 'HEALTH', failed: 'UNKNOWN', indicators: [], body: bodyOf('prime-minister') },
  ],
};

/** A made-up response to case-file.graphql: health ran out of time, labour answered nonsense, the area is known in part. */
export const caseFileResponse = {
  data: { household },
  errors: [
    { message: 'A body gave no answer.', path: ['household', 'health'], extensions: { code: 'BODY_TIMED_OUT' } },
  ],
};

function member(person: { personId: string; nameTh: string | null }, known: Readonly<Record<string, unknown>>) {
  const unknown = { sex: null, birthDate: null, birthDatePrecision: null, relation: null, isDeceased: false };
  return { ...person, ...unknown, ...known };
}

function answerOf(name: BodyName) {
  const silent = { asOf: null, entitlementCount: null, serviceCount: null };
  if (name === 'health')
    return {
      ...silent,
      status: 'TIMED_OUT',
      reason: 'หน่วยงานไม่ตอบภายในเวลา / The body did not answer in time.',
      tookMs: 2000,
    };
  if (name === 'labour') return { ...silent, status: 'INVALID', reason: null, tookMs: 7.4 };
  const holds = name === 'interior' || name === 'social-welfare';
  return {
    status: holds ? 'ANSWERED' : 'NO_RECORD',
    reason: null,
    asOf,
    tookMs: 12,
    entitlementCount: name === 'interior' ? 2 : 0,
    serviceCount: name === 'social-welfare' ? 1 : 0,
  };
}

function programme(id: string, nameTh: string, nameEn: string) {
  return { id, nameTh, nameEn };
}

function finding(id: string, nameTh: string, nameEn: string, body: BodyName) {
  return {
    programme: {
      ...programme(id, nameTh, nameEn),
      accessMode: 'ENROLMENT',
      howToApply: null as string | null,
      body: bodyOf(body),
    },
    person: null as typeof prapa | null,
    money: null as { thb: number | null; maxThb: number | null; period: string } | null,
  };
}

function evidence(body: BodyName, fact: string, condition: string, found: Readonly<Record<string, unknown>>) {
  const known: { body: Body; value: unknown; holds: string; asOf: string | null; reason: string | null } = {
    body: bodyOf(body),
    value: null,
    holds: 'TRUE',
    asOf,
    reason: null,
  };
  return { fact, condition, subject: kamon.personId, ...known, ...found };
}
