import { addDays, addMonths } from '../../_kit/calendar.ts';
import { daysBefore, enrolmentOf, history, schoolYearOf, type HouseDraft, type PersonDraft } from './draft.ts';
import type { Random } from './random.ts';

/** Histories of health, education and higher education, and of the schools and nurses of Bangkok. */
export function writeCareHistories(house: HouseDraft): void {
  const random = house.random('care histories');
  for (const person of house.people.filter(({ role }) => role !== 'DECEASED')) {
    writeAssessments(house, person, random);
    writeVaccinations(house, person, random);
    writeSchool(house, person, random);
    writeDropout(house, person, random);
    writeUniversity(house, person, random);
  }
  writePovertySurvey(house, random);
}

/** The latest score is the fact; of those who need care earlier ones and visits are known. */
function writeAssessments(house: HouseDraft, person: PersonDraft, random: Random): void {
  const { member, facts } = person;
  const score = facts['adlScore'];
  if (typeof score !== 'number') return;
  const days = random.int(10, 330);
  const isDependent = score <= 11;
  if (isDependent) {
    const earlier = Math.min(20, score + random.int(0, 5));
    history(house, 'health', 'adlHistory', { member, assessedOn: daysBefore(house, days + 365), score: earlier });
  }
  history(house, 'health', 'adlHistory', { member, assessedOn: daysBefore(house, days), score });
  if (isDependent) writeVisits(house, person, random);
}

function writeVisits(house: HouseDraft, { member, facts }: PersonDraft, random: Random): void {
  const hasPlan = facts['ltcCarePlan'] === true;
  const visits = hasPlan ? 4 : random.int(1, 2);
  for (let visit = visits; visit >= 1; visit -= 1) {
    const visitedOn = daysBefore(house, visit * 30 - random.int(0, 20));
    if (!house.areaCode.startsWith('10')) {
      const visitor = random.weighted([
        ['VOLUNTEER', 55],
        ['NURSE', 25],
        ['CARE_MANAGER', hasPlan ? 18 : 0],
        ['PHYSICIAN', 2],
      ]);
      history(house, 'health', 'homeVisits', { member, visitedOn, visitor });
    } else {
      history(house, 'bangkok', 'nursingVisits', {
        member,
        visitedOn,
        healthCentre: 1 + (Number(house.areaCode.slice(2)) % 69),
        visitor: random.weighted([
          ['NURSE', 70],
          ['VOLUNTEER', 20],
          ['PHYSICIAN', 5],
          ['PHYSIOTHERAPIST', 5],
        ]),
        reason: Number(facts['adlScore']) <= 4 ? 'BED_BOUND' : 'HOME_BOUND',
        nextVisitOn: addDays(house.asOf, random.int(7, 40)),
      });
    }
  }
}

/** Vaccines of the schedule by age in months, for children; influenza and COVID-19 for the others. */
const schedule = [
  ['BCG', 0],
  ['DTP', 2],
  ['DTP', 4],
  ['DTP', 6],
  ['MMR', 9],
  ['DTP', 18],
] as const;

function writeVaccinations(house: HouseDraft, { member, birthDate, age, months }: PersonDraft, random: Random): void {
  const give = (vaccine: string, givenOn: string): void =>
    history(house, 'health', 'vaccinations', { member, vaccine, givenOn });
  if (age <= 6) {
    for (const [vaccine, due] of schedule) {
      const givenOn = addDays(addMonths(birthDate, due), random.int(0, 20));
      if (due <= months && givenOn <= house.asOf && random.chance(0.93)) give(vaccine, givenOn);
    }
    return;
  }
  if (age >= 12 && random.chance(0.75)) give('COVID_19', daysBefore(house, random.int(60, 400)));
  if (enrolmentOf(house, 'health-flu-vaccine-2022', member) !== undefined)
    give('INFLUENZA', daysBefore(house, random.int(5, 95)));
}

const firstGrades: Readonly<Record<string, readonly [grades: readonly string[], firstAge: number]>> = {
  CHILD_CENTRE: [['CHILD_CENTRE'], 2],
  PRESCHOOL: [['KINDERGARTEN_2', 'KINDERGARTEN_3'], 4],
  PRIMARY: [['PRIMARY_1', 'PRIMARY_2', 'PRIMARY_3', 'PRIMARY_4', 'PRIMARY_5', 'PRIMARY_6'], 6],
  LOWER_SEC: [['SECONDARY_1', 'SECONDARY_2', 'SECONDARY_3'], 12],
  UPPER_SEC: [['SECONDARY_4', 'SECONDARY_5', 'SECONDARY_6'], 15],
  VOC_CERT: [['VOCATIONAL_1', 'VOCATIONAL_2', 'VOCATIONAL_3'], 15],
  NFE: [['NFE_UPPER_SEC'], 15],
};

/** This term, whose attendance is the fact; grants and screening of the year. */
function writeSchool(house: HouseDraft, person: PersonDraft, random: Random): void {
  const { member, age, facts } = person;
  const [grades, firstAge] = firstGrades[String(facts['schoolLevel'])] ?? [];
  if (grades === undefined || firstAge === undefined) return;
  const { year: schoolYear, term } = schoolYearOf(house);
  const grade = grades[Math.min(age - firstAge, grades.length - 1)];
  const schoolName = `โรงเรียน${random.pick(['บ้านสมมติ', 'จำลองวิทยา', 'ตัวอย่างพิทยาคม', 'ทดลองศึกษา'])}`;
  history(house, 'education', 'schoolTerms', {
    member,
    schoolYear,
    term,
    schoolName,
    grade,
    attendanceRate: facts['attendanceRate'],
  });
  writePupilGrants(house, person, random);
  writeScreening(house, person, random);
  if (facts['disabilityCard'] === true) {
    const support = random.weighted([
      ['INDIVIDUAL_PLAN', 40],
      ['INCLUSIVE_CLASS', 30],
      ['AIDS_COUPON', 25],
      ['EARLY_INTERVENTION', 5],
    ]);
    history(house, 'education', 'specialEducation', { member, schoolYear, support });
  }
  if (facts['schoolAuthority'] === 'BMA') writeBangkokSchool(house, { member, year: schoolYear, term, schoolName });
}

const pupilGrants = [
  ['edu-uniform-equipment-grant', 'UNIFORM'],
  ['edu-poor-student-basic-factor', 'POOR_PUPIL'],
  ['edu-eef-conditional-grant', 'EEF_CONDITIONAL'],
] as const;

function writePupilGrants(house: HouseDraft, { member, birthDate }: PersonDraft, random: Random): void {
  const { year, term } = schoolYearOf(house);
  for (const [programme, grant] of pupilGrants) {
    const thb = enrolmentOf(house, programme, member)?.['thb'];
    const paidOn = daysBefore(house, random.int(5, 60));
    if (typeof thb !== 'number' || paidOn < birthDate) continue;
    history(house, 'education', 'grantPayments', {
      member,
      schoolYear: year,
      term,
      grant,
      paidOn,
      thb: thb / 2,
    });
  }
}

/** Schools screen in the first term: the income that a teacher finds at home, per person and month. */
function writeScreening(house: HouseDraft, { member, facts }: PersonDraft, random: Random): void {
  const result = facts['povertyScreening'];
  if (result !== 'POOR' && result !== 'EXTRA_POOR') return;
  const { year, term } = schoolYearOf(house);
  history(house, 'education', 'screeningRounds', {
    member,
    schoolYear: year,
    term,
    screenedOn: daysBefore(house, random.int(20, 70)),
    incomePerPersonMonth: Math.min(3000, Math.round(house.income / 12)),
    result,
  });
}

function writeBangkokSchool(
  house: HouseDraft,
  school: { member: string; year: number; term: number; schoolName: string },
): void {
  const { member, year: schoolYear, term, schoolName } = school;
  if (enrolmentOf(house, 'bkk-school-meals', member) !== undefined) {
    history(house, 'bangkok', 'schoolMeals', { member, schoolYear, term, schoolName, breakfasts: 58, lunches: 60 });
  }
  if (enrolmentOf(house, 'bkk-school-uniform', member) !== undefined) {
    history(house, 'bangkok', 'uniformIssues', {
      member,
      schoolYear,
      issuedOn: daysBefore(house, 80),
      item: 'PUPIL_UNIFORM',
      pieces: 2,
    });
  }
}

function writeDropout(house: HouseDraft, { member, age, facts }: PersonDraft, random: Random): void {
  if (age < 7 || age > 17 || facts['schoolEnrolled'] === true || !random.chance(0.6)) return;
  history(house, 'education', 'dropoutCases', {
    member,
    foundOn: daysBefore(house, random.int(30, 500)),
    cause: random.weighted([
      ['POVERTY', 45],
      ['WORK', 15],
      ['ILLNESS_OR_DISABILITY', 12],
      ['FAMILY', 15],
      ['BEHAVIOUR', 8],
      ['MIGRATION', 5],
    ]),
    outcome: random.weighted([
      ['SEARCHING', 30],
      ['FOUND', 55],
      ['REFUSED', 15],
    ]),
  });
}

function writeUniversity(house: HouseDraft, { member, age, facts }: PersonDraft, random: Random): void {
  const institutionTh = `มหาวิทยาลัย${random.pick(['สมมติ', 'จำลอง', 'ตัวอย่าง'])}`;
  const courseTh = random.pick(['ครุศาสตรบัณฑิต', 'บริหารธุรกิจบัณฑิต', 'พยาบาลศาสตรบัณฑิต', 'เกษตรศาสตรบัณฑิต']);
  if (facts['higherEdEnrolled'] === true) {
    const { year, term } = schoolYearOf(house);
    const study = { member, academicYear: year, term, institutionTh, courseTh, level: 'BACHELOR' };
    history(house, 'higher-education', 'studyTerms', { ...study, state: 'STUDYING' });
    if (age >= 19)
      history(house, 'higher-education', 'studyTerms', {
        ...study,
        academicYear: year - 1,
        state: 'PASSED',
        gradeAverage: random.int(20, 40) / 10,
      });
  } else if (facts['highestEducation'] === 'BACHELOR' && age >= 22) {
    const awardedOn = daysBefore(house, random.int(100, (age - 21) * 365));
    history(house, 'higher-education', 'degrees', { member, level: 'BACHELOR', courseTh, institutionTh, awardedOn });
  }
}

function writePovertySurvey(house: HouseDraft, random: Random): void {
  if (house.facts['inPmuaPilot'] !== true) return;
  const level = (): string =>
    random.weighted([
      ['DESTITUTE', 15],
      ['HARD', 45],
      ['COPING', 30],
      ['WELL', 10],
    ]);
  history(house, 'higher-education', 'povertySurveys', {
    surveyedOn: daysBefore(house, random.int(60, 600)),
    universityTh: 'มหาวิทยาลัยสมมติ',
    human: level(),
    physical: level(),
    financial: level(),
    natural: level(),
    social: level(),
  });
}
