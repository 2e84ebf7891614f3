import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Body as BodyNode } from '../../schema/contract/bodies.ts';
import type { Fact as FactNode, Entitlement as EntitlementNode, ServiceRecord as ServiceNode, HouseholdKey, PersonKey, HouseholdRecord } from '../_kit/record.ts';
import type { ProgrammeNode } from '../_kit/catalogue.ts';
import type { BodyContext } from '../_kit/define-subgraph.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Citizen number: 13 digits with a valid check digit. / เลขประจำตัวประชาชน 13 หลัก */
  CitizenId: { input: string; output: string; }
  /** Calendar date, Gregorian, for example 2022-08-10. / วันที่ตามปฏิทินสากล เช่น 2022-08-10 */
  Date: { input: string; output: string; }
  /** Point in time, RFC 3339 in UTC. / เวลาแบบ RFC 3339 (UTC) */
  DateTime: { input: string; output: string; }
  /** Value of a fact: boolean, number, string or list of strings. / ค่าของข้อเท็จจริง */
  FactValue: { input: unknown; output: unknown; }
  /** House code of the civil registry: 11 digits. Thai digits are accepted as input and never returned. / รหัสประจำบ้าน 11 หลัก */
  HouseCode: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** One degree or diploma awarded to a person. / วุฒิการศึกษาหนึ่งรายการ */
export type AwardedDegree = {
  readonly __typename?: 'AwardedDegree';
  /** Day of award. / วันที่สำเร็จการศึกษา */
  readonly awardedOn: Scalars['Date']['output'];
  /** Course of study. / หลักสูตร */
  readonly courseTh: Scalars['String']['output'];
  /** Institution. / สถาบัน */
  readonly institutionTh: Scalars['String']['output'];
  /** Level. / ระดับ */
  readonly level: DegreeLevel;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

/** One of the thirteen bodies. / หน่วยงานหนึ่งใน 13 แห่ง */
export type Body = {
  readonly __typename?: 'Body';
  /** Code in the graph. / รหัสหน่วยงาน */
  readonly code: BodyCode;
  /** Official English name. / ชื่อภาษาอังกฤษ */
  readonly nameEn: Scalars['String']['output'];
  /** Official Thai name. / ชื่อภาษาไทย */
  readonly nameTh: Scalars['String']['output'];
};

/** The thirteen partners of the memorandum of 3 March 2021, in its order. / หน่วยงานภาคี 13 แห่งตามบันทึกข้อตกลง 3 มีนาคม 2564 */
export type BodyCode =
  /** Ministry of Agriculture and Cooperatives / กระทรวงเกษตรและสหกรณ์ */
  | 'AGRICULTURE'
  /** Bangkok Metropolitan Administration / กรุงเทพมหานคร */
  | 'BANGKOK'
  /** Ministry of Commerce / กระทรวงพาณิชย์ */
  | 'COMMERCE'
  /** Ministry of Culture / กระทรวงวัฒนธรรม */
  | 'CULTURE'
  /** Ministry of Defence / กระทรวงกลาโหม */
  | 'DEFENCE'
  /** Ministry of Education / กระทรวงศึกษาธิการ */
  | 'EDUCATION'
  /** Ministry of Public Health / กระทรวงสาธารณสุข */
  | 'HEALTH'
  /** Ministry of Higher Education, Science, Research and Innovation / กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม */
  | 'HIGHER_EDUCATION'
  /** Ministry of Interior / กระทรวงมหาดไทย */
  | 'INTERIOR'
  /** Ministry of Labour / กระทรวงแรงงาน */
  | 'LABOUR'
  /** Office of the Prime Minister / สำนักนายกรัฐมนตรี */
  | 'PRIME_MINISTER'
  /** Ministry of Social Development and Human Security / กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์ */
  | 'SOCIAL_WELFARE'
  /** Ministry of Tourism and Sports / กระทรวงการท่องเที่ยวและกีฬา */
  | 'TOURISM_SPORTS';

/** What every body answers about a household. / คำตอบของหน่วยงานหนึ่งต่อครัวเรือนหนึ่ง */
export type BodyRecord = {
  /** How fresh the registry extract is. / ข้อมูลทะเบียน ณ เวลา */
  readonly asOf: Scalars['DateTime']['output'];
  /** The body that answers. / หน่วยงานที่ตอบ */
  readonly body: Body;
  /** Programmes that persons or the household are enrolled in. / สิทธิที่ขึ้นทะเบียนไว้ */
  readonly entitlements: ReadonlyArray<Entitlement>;
  /** What the body alone may assert. A fact it cannot state is absent. / ข้อเท็จจริงที่หน่วยงานนี้เป็นเจ้าของ */
  readonly facts: ReadonlyArray<Fact>;
  /** True when the registry holds anything of weight; negative facts stand even when false. / พบข้อมูลที่มีนัยสำคัญหรือไม่ */
  readonly found: Scalars['Boolean']['output'];
  /** Services planned, delivered or refused. / บริการที่วางแผน ให้แล้ว หรือปฏิเสธ */
  readonly services: ReadonlyArray<ServiceRecord>;
};

/** Level of a household's capital in the PMU-A survey. / ระดับทุนดำรงชีพจากการสำรวจของ บพท. */
export type CapitalLevel =
  /** Gets by / พออยู่ได้ */
  | 'COPING'
  /** Cannot get by / อยู่ลำบาก */
  | 'DESTITUTE'
  /** Hardly gets by / อยู่ยาก */
  | 'HARD'
  /** Lives well / อยู่ดี */
  | 'WELL';

/** How strong a claim is. / ลักษณะของสิทธิ */
export type ClaimType =
  /** Somebody decides / ต้องมีผู้พิจารณา */
  | 'DISCRETIONARY'
  /** A right that an event opens / สิทธิเมื่อเกิดเหตุ */
  | 'EVENT'
  /** Open to all or a broad group / บริการทั่วไป */
  | 'OPEN_SERVICE'
  /** A claim whenever the rule holds / สิทธิตามเงื่อนไข */
  | 'RIGHT';

/** Level of a course of study. / ระดับหลักสูตร */
export type DegreeLevel =
  /** Bachelor / ปริญญาตรี */
  | 'BACHELOR'
  /** Diploma / อนุปริญญา */
  | 'DIPLOMA'
  /** Doctor / ปริญญาเอก */
  | 'DOCTOR'
  /** Master / ปริญญาโท */
  | 'MASTER';

/** State of an enrolment (DCI vocabulary). / สถานะการขึ้นทะเบียน */
export type EnrolmentStatus =
  /** Paid or given now / กำลังได้รับ */
  | 'ACTIVE'
  /** Applied for, not decided / ยื่นคำขอแล้ว */
  | 'APPLIED'
  /** Waits for a renewal / รอต่ออายุ */
  | 'AWAITING_RENEWAL'
  /** Ended by death / สิ้นสุดเพราะเสียชีวิต */
  | 'DECEASED'
  /** Left the programme / พ้นจากโครงการ */
  | 'EXITED'
  /** Stopped for the time being / ระงับชั่วคราว */
  | 'SUSPENDED';

/** An enrolment in a programme. / การได้รับสิทธิ */
export type Entitlement = {
  readonly __typename?: 'Entitlement';
  /** How fresh the ledger is. / ข้อมูล ณ เวลา */
  readonly asOf: Scalars['DateTime']['output'];
  /** The body that pays or gives. / หน่วยงานผู้ให้ */
  readonly body: Body;
  /** Last day. / วันสิ้นสุด */
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  /** Unique within the graph. / รหัสรายการ */
  readonly id: Scalars['ID']['output'];
  /** What is paid, when the ledger says so. / จำนวนเงิน */
  readonly money?: Maybe<Money>;
  /** Who holds it; null is the household itself. / ผู้ได้รับสิทธิ (null คือครัวเรือน) */
  readonly person?: Maybe<Person>;
  /** The programme. / โครงการหรือสิทธิ */
  readonly programme: Programme;
  /** The body's own reference. / เลขอ้างอิงของหน่วยงาน */
  readonly recordRef: Scalars['String']['output'];
  /** First day. / วันเริ่ม */
  readonly startedOn?: Maybe<Scalars['Date']['output']>;
  /** State of the enrolment. / สถานะ */
  readonly status: EnrolmentStatus;
};

/** One statement of a registry about one person or house. / ข้อเท็จจริงหนึ่งข้อจากทะเบียน */
export type Fact = {
  readonly __typename?: 'Fact';
  /** How fresh the statement is. / ข้อมูล ณ เวลา */
  readonly asOf: Scalars['DateTime']['output'];
  /** For a value that moves with time: the day it is counted from. / วันที่เริ่มนับ */
  readonly countedFrom?: Maybe<Scalars['Date']['output']>;
  /** How it is counted from that day. / วิธีนับ */
  readonly countedIn?: Maybe<FactClock>;
  /** Name in the facts dictionary, for example person.adlScore. / ชื่อข้อเท็จจริง */
  readonly name: Scalars['String']['output'];
  /** Registry that states it. / ทะเบียนที่มา */
  readonly registry: Scalars['String']['output'];
  /** personId or houseCode. / บุคคลหรือบ้านที่กล่าวถึง */
  readonly subject: Scalars['ID']['output'];
  /** The value; null means that the registry has no value. / ค่า (null คือทะเบียนไม่มีค่า) */
  readonly value?: Maybe<Scalars['FactValue']['output']>;
};

/** How a value follows from a date. / วิธีนับค่าจากวันที่ */
export type FactClock =
  /** Completed days / จำนวนวันเต็ม */
  | 'DAYS'
  /** Completed months / จำนวนเดือนเต็ม */
  | 'MONTHS'
  /** True from the first day of the month after the 60th birthday / ตั้งแต่เดือนถัดจากเดือนที่อายุครบ 60 ปี */
  | 'OLD_AGE_START'
  /** Completed weeks / จำนวนสัปดาห์เต็ม */
  | 'WEEKS'
  /** Completed years / จำนวนปีเต็ม */
  | 'YEARS'
  /** Completed years on the day before the fiscal year began / อายุเต็มปี ณ วันก่อนเริ่มปีงบประมาณ */
  | 'YEARS_AT_FISCAL_YEAR_START';

/** Higher education's record of a household. / ข้อมูลของกระทรวงการอุดมศึกษาฯ ต่อครัวเรือน */
export type HigherEducationRecord = BodyRecord & {
  readonly __typename?: 'HigherEducationRecord';
  /** How fresh the registry extract is. / ข้อมูลทะเบียน ณ เวลา */
  readonly asOf: Scalars['DateTime']['output'];
  /** The body that answers. / หน่วยงานที่ตอบ */
  readonly body: Body;
  /** Degrees and diplomas. / วุฒิการศึกษา */
  readonly degrees?: Maybe<ReadonlyArray<AwardedDegree>>;
  /** Programmes that persons or the household are enrolled in. / สิทธิที่ขึ้นทะเบียนไว้ */
  readonly entitlements: ReadonlyArray<Entitlement>;
  /** What this body alone may assert. / ข้อเท็จจริงที่หน่วยงานนี้เป็นเจ้าของ */
  readonly facts: ReadonlyArray<Fact>;
  /** True when the registry holds anything of weight. / พบข้อมูลที่มีนัยสำคัญหรือไม่ */
  readonly found: Scalars['Boolean']['output'];
  /** Grants paid for study. / การจ่ายทุนการศึกษา */
  readonly grants?: Maybe<ReadonlyArray<StudyGrant>>;
  /** Activities of the poverty model. / กิจกรรมโมเดลแก้จน */
  readonly povertyActivities?: Maybe<ReadonlyArray<PovertyActivity>>;
  /** The household in the poor-household survey (PPPConnext). / ครัวเรือนในระบบข้อมูลครัวเรือนยากจน (PPPConnext) */
  readonly povertyPilot?: Maybe<PovertyPilot>;
  /** Surveys of the five capitals. / การสำรวจทุนดำรงชีพ 5 ด้าน */
  readonly povertySurveys?: Maybe<ReadonlyArray<PovertySurvey>>;
  /** Services planned, delivered or refused. / บริการที่วางแผน ให้แล้ว หรือปฏิเสธ */
  readonly services: ReadonlyArray<ServiceRecord>;
  /** Enrolment and highest education. / สถานะการศึกษาและวุฒิสูงสุด */
  readonly studyStandings?: Maybe<ReadonlyArray<StudyStanding>>;
  /** Study record term by term. / ผลการศึกษารายภาค */
  readonly studyTerms?: Maybe<ReadonlyArray<StudyTerm>>;
  /** Work in the University-to-Tambon project. / งานในโครงการมหาวิทยาลัยสู่ตำบล (U2T) */
  readonly u2tWork?: Maybe<ReadonlyArray<U2tWork>>;
};

/** Highest education completed. / การศึกษาสูงสุด */
export type HighestEducation =
  /** Bachelor's degree / ปริญญาตรี */
  | 'BACHELOR'
  /** Higher vocational diploma / ปวส. หรืออนุปริญญา */
  | 'DIPLOMA'
  /** Above a bachelor's degree / สูงกว่าปริญญาตรี */
  | 'HIGHER'
  /** Lower secondary / มัธยมศึกษาตอนต้น */
  | 'LOWER_SEC'
  /** None / ไม่จบการศึกษา */
  | 'NONE'
  /** Primary / ประถมศึกษา */
  | 'PRIMARY'
  /** Upper secondary / มัธยมศึกษาตอนปลาย */
  | 'UPPER_SEC'
  /** Vocational certificate / ปวช. */
  | 'VOC_CERT';

export type Household = {
  readonly __typename?: 'Household';
  /** What higher education holds about the household; null is no answer. / ข้อมูลการอุดมศึกษาของครัวเรือน (null คือไม่มีคำตอบ) */
  readonly higherEducation?: Maybe<HigherEducationRecord>;
  /** 11-digit house code. / รหัสประจำบ้าน */
  readonly houseCode: Scalars['HouseCode']['output'];
};

/** A sum of money and how often. / จำนวนเงินและรอบการจ่าย */
export type Money = {
  readonly __typename?: 'Money';
  /** Upper limit in baht. / วงเงินสูงสุด (บาท) */
  readonly maxThb?: Maybe<Scalars['Float']['output']>;
  /** How often. / รอบการจ่าย */
  readonly period: Period;
  /** Baht; null when it is not a fixed sum. / บาท (null คือไม่ใช่จำนวนตายตัว) */
  readonly thb?: Maybe<Scalars['Float']['output']>;
};

/** How often money is paid. / รอบการจ่าย */
export type Period =
  /** Each day / ต่อวัน */
  | 'DAY'
  /** Each month / ต่อเดือน */
  | 'MONTH'
  /** Once / ครั้งเดียว */
  | 'ONE_OFF'
  /** Each time it happens / ต่อครั้ง */
  | 'PER_EVENT'
  /** Each quarter / ต่อไตรมาส */
  | 'QUARTER'
  /** Each year / ต่อปี */
  | 'YEAR';

/** A person of the civil registry. / บุคคลตามทะเบียนราษฎร */
export type Person = {
  readonly __typename?: 'Person';
  /** House code and member, for example 99990000011-M1: not every person has a citizen number. / รหัสบุคคลในระบบ */
  readonly personId: Scalars['ID']['output'];
};

/** What is personal about a field. / ลักษณะของข้อมูลส่วนบุคคล */
export type PersonalKind =
  /** Place below the subdistrict. / ที่อยู่ละเอียดกว่าตำบล */
  | 'ADDRESS'
  /** Day of a birth. / วันเกิด */
  | 'BIRTH_DATE'
  /** Number that names a person. / เลขประจำตัว */
  | 'CITIZEN_NUMBER'
  /** Anything else. / รายละเอียด */
  | 'DETAIL'
  /** Words that somebody wrote. / ข้อความที่เขียนเอง */
  | 'FREE_TEXT'
  /** Who looked at a household: for supervisors and auditors alone. / บันทึกว่าใครเคยดูข้อมูล */
  | 'JOURNAL'
  /** Name of a person or of a person's business. / ชื่อ */
  | 'NAME'
  /** That there is something, its programme, person and state: staff of the other bodies see it too. / สถานะ */
  | 'STATUS';

/** One activity of the precision poverty model. / กิจกรรมโมเดลแก้จนหนึ่งกิจกรรม */
export type PovertyActivity = {
  readonly __typename?: 'PovertyActivity';
  /** Income it adds, baht a month; null when not measured. / รายได้ที่เพิ่มต่อเดือน (บาท, null คือยังไม่วัดผล) */
  readonly addedIncomePerMonthThb?: Maybe<Scalars['Float']['output']>;
  /** Day of joining. / วันที่เข้าร่วม */
  readonly joinedOn: Scalars['Date']['output'];
  /** Name of the activity. / ชื่อกิจกรรม */
  readonly nameTh: Scalars['String']['output'];
  /** State. / สถานะ */
  readonly state: PovertyActivityState;
  /** University that leads it. / มหาวิทยาลัยผู้ดำเนินการ */
  readonly universityTh: Scalars['String']['output'];
};

/** State of a household in a poverty-model activity. / สถานะในกิจกรรมโมเดลแก้จน */
export type PovertyActivityState =
  /** Completed / เสร็จสิ้น */
  | 'COMPLETED'
  /** Takes part / เข้าร่วมอยู่ */
  | 'JOINED'
  /** Left / ออกจากกิจกรรม */
  | 'LEFT';

/** The household in the poor-household survey (PPPConnext). / ครัวเรือนในระบบข้อมูลครัวเรือนยากจน (PPPConnext) */
export type PovertyPilot = {
  readonly __typename?: 'PovertyPilot';
  /** Surveyed by the PMU-A poverty project. / ได้รับการสำรวจในโครงการของ บพท. */
  readonly surveyed?: Maybe<Scalars['Boolean']['output']>;
};

/** One survey of the household's five capitals by a local university. / การสำรวจทุนดำรงชีพ 5 ด้านหนึ่งครั้งโดยมหาวิทยาลัยในพื้นที่ */
export type PovertySurvey = {
  readonly __typename?: 'PovertySurvey';
  /** Financial capital. / ทุนการเงิน */
  readonly financial: CapitalLevel;
  /** Human capital. / ทุนมนุษย์ */
  readonly human: CapitalLevel;
  /** Natural capital. / ทุนธรรมชาติ */
  readonly natural: CapitalLevel;
  /** Physical capital. / ทุนกายภาพ */
  readonly physical: CapitalLevel;
  /** Social capital. / ทุนทางสังคม */
  readonly social: CapitalLevel;
  /** Day of the survey. / วันที่สำรวจ */
  readonly surveyedOn: Scalars['Date']['output'];
  /** University that surveyed. / มหาวิทยาลัยผู้สำรวจ */
  readonly universityTh: Scalars['String']['output'];
};

/** A programme of the catalogue. / โครงการในบัญชีสิทธิ */
export type Programme = {
  readonly __typename?: 'Programme';
  /** How one comes to it: ENROLMENT, CLAIM, AUTOMATIC, CARE_RECORD, POINT_OF_USE or REFERRAL. / วิธีเข้าถึง */
  readonly accessMode: Scalars['String']['output'];
  /** What is given: CASH, IN_KIND, CARE … / รูปแบบของสิทธิ */
  readonly benefitForm: Scalars['String']['output'];
  /** The body that owns it. / หน่วยงานเจ้าของ */
  readonly body: Body;
  /** How strong the claim is. / ลักษณะของสิทธิ */
  readonly claimType: ClaimType;
  /** verified or general-knowledge. / ความน่าเชื่อถือของแหล่งที่มา */
  readonly confidence: Scalars['String']['output'];
  /** Department of the body. / กรมหรือหน่วยงานในสังกัด */
  readonly department?: Maybe<Scalars['String']['output']>;
  /** In force from, inclusive; null is open. / มีผลตั้งแต่ */
  readonly effectiveFrom?: Maybe<Scalars['Date']['output']>;
  /** In force to, inclusive; null is open. / มีผลถึง */
  readonly effectiveTo?: Maybe<Scalars['Date']['output']>;
  /** What the family does to get it. / วิธียื่นขอ */
  readonly howToApply?: Maybe<Scalars['String']['output']>;
  /** Stable identifier. / รหัสโครงการ */
  readonly id: Scalars['ID']['output'];
  /** Entitlement or service. / สิทธิหรือบริการ */
  readonly kind: ProgrammeKind;
  /** Law or resolution it rests on. / ฐานกฎหมาย */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** English name. / ชื่อภาษาอังกฤษ */
  readonly nameEn: Scalars['String']['output'];
  /** Thai name. / ชื่อภาษาไทย */
  readonly nameTh: Scalars['String']['output'];
  /** The rule in words. / เงื่อนไขเป็นข้อความ */
  readonly ruleText: Scalars['String']['output'];
  /** First 12 hex digits of the SHA-256 of the canonical rule and amount. / รุ่นของเงื่อนไข */
  readonly ruleVersion: Scalars['String']['output'];
  /** Where the rule was read. / แหล่งที่มา */
  readonly source: ReadonlyArray<Scalars['String']['output']>;
  /** For a person or for the household. / ให้บุคคลหรือครัวเรือน */
  readonly target: ProgrammeTarget;
};

/** Kind of a programme. / ประเภทของโครงการ */
export type ProgrammeKind =
  /** Entitlement / สิทธิ */
  | 'ENTITLEMENT'
  /** Service / บริการ */
  | 'SERVICE';

/** Who a programme is for. / เป้าหมายของโครงการ */
export type ProgrammeTarget =
  /** The household / ครัวเรือน */
  | 'HOUSEHOLD'
  /** One person / บุคคล */
  | 'PERSON';

/** A service given by a body. / บริการที่หน่วยงานให้ */
export type ServiceRecord = {
  readonly __typename?: 'ServiceRecord';
  /** How fresh the register is. / ข้อมูล ณ เวลา */
  readonly asOf: Scalars['DateTime']['output'];
  /** The body that gives it. / หน่วยงานผู้ให้ */
  readonly body: Body;
  /** Day of delivery. / วันที่ให้บริการ */
  readonly deliveredOn?: Maybe<Scalars['Date']['output']>;
  /** Unique within the graph. / รหัสรายการ */
  readonly id: Scalars['ID']['output'];
  /** Who received it; null is the household. / ผู้รับบริการ (null คือครัวเรือน) */
  readonly person?: Maybe<Person>;
  /** The programme. / โครงการ */
  readonly programme: Programme;
  /** State. / สถานะ */
  readonly status: ServiceStatus;
};

/** State of a service. / สถานะบริการ */
export type ServiceStatus =
  /** Delivered / ให้บริการแล้ว */
  | 'DELIVERED'
  /** Planned / วางแผนไว้ */
  | 'PLANNED'
  /** Refused / ปฏิเสธ */
  | 'REFUSED';

/** One grant paid for study. / ทุนการศึกษาหนึ่งรายการ */
export type StudyGrant = {
  readonly __typename?: 'StudyGrant';
  /** Gregorian year in which the academic year began. / ปี ค.ศ. ที่เริ่มปีการศึกษา */
  readonly academicYear: Scalars['Int']['output'];
  /** Kind. / ประเภท */
  readonly kind: StudyGrantKind;
  /** Day of payment. / วันที่จ่าย */
  readonly paidOn: Scalars['Date']['output'];
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Baht. / จำนวนเงิน (บาท) */
  readonly thb: Scalars['Float']['output'];
};

/** Kind of grant. / ประเภททุน */
export type StudyGrantKind =
  /** Support for students with disabilities / เงินอุดหนุนนักศึกษาพิการ */
  | 'DISABILITY_SUPPORT'
  /** Fees waived / ยกเว้นค่าธรรมเนียม */
  | 'FEE_WAIVER'
  /** Southern-border scholarship / ทุนอุดมศึกษาเพื่อการพัฒนาจังหวัดชายแดนภาคใต้ */
  | 'SOUTHERN_BORDER'
  /** Grant of the university / ทุนของสถาบัน */
  | 'UNIVERSITY_GRANT';

/** Enrolment and highest education of a person. / สถานะการศึกษาของบุคคล */
export type StudyStanding = {
  readonly __typename?: 'StudyStanding';
  /** Enrolled in a higher-education institution. / กำลังศึกษาในสถาบันอุดมศึกษา */
  readonly enrolled?: Maybe<Scalars['Boolean']['output']>;
  /** Highest education completed. / การศึกษาสูงสุด */
  readonly highestEducation?: Maybe<HighestEducation>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

/** One term of study at an institution. / ภาคการศึกษาหนึ่งภาค */
export type StudyTerm = {
  readonly __typename?: 'StudyTerm';
  /** Gregorian year in which the academic year began. / ปี ค.ศ. ที่เริ่มปีการศึกษา */
  readonly academicYear: Scalars['Int']['output'];
  /** Course of study. / หลักสูตร */
  readonly courseTh: Scalars['String']['output'];
  /** Grade average of the term, 0 to 4; null before it is known. / เกรดเฉลี่ยประจำภาค 0-4 (null คือยังไม่มีผล) */
  readonly gradeAverage?: Maybe<Scalars['Float']['output']>;
  /** Institution. / สถาบัน */
  readonly institutionTh: Scalars['String']['output'];
  /** Level. / ระดับ */
  readonly level: DegreeLevel;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** How the term stands. / สถานะ */
  readonly state: StudyTermState;
  /** Term; 3 is the summer term. / ภาคการศึกษาที่ (3 คือภาคฤดูร้อน) */
  readonly term: Scalars['Int']['output'];
};

/** How a term of study stands. / สถานะภาคการศึกษา */
export type StudyTermState =
  /** Failed / ไม่ผ่าน */
  | 'FAILED'
  /** On leave / ลาพัก */
  | 'ON_LEAVE'
  /** Passed / ผ่าน */
  | 'PASSED'
  /** Studying / กำลังศึกษา */
  | 'STUDYING'
  /** Left / พ้นสภาพ */
  | 'WITHDRAWN';

/** As what a person takes part in the University-to-Tambon project. / กลุ่มผู้ร่วมโครงการ U2T */
export type U2tRole =
  /** New graduate / บัณฑิตจบใหม่ */
  | 'GRADUATE'
  /** Resident of the subdistrict / ประชาชนในพื้นที่ */
  | 'RESIDENT';

/** Work of a person in the University-to-Tambon project. / การจ้างงานในโครงการมหาวิทยาลัยสู่ตำบล (U2T) */
export type U2tWork = {
  readonly __typename?: 'U2tWork';
  /** Last day; null while it goes on. / วันที่สิ้นสุด (null คือยังทำงานอยู่) */
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  /** Wage in baht a month. / ค่าจ้างต่อเดือน (บาท) */
  readonly monthlyWageThb: Scalars['Float']['output'];
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** As what. / กลุ่ม */
  readonly role: U2tRole;
  /** First day. / วันที่เริ่ม */
  readonly startedOn: Scalars['Date']['output'];
  /** Subdistrict, six digits. / รหัสตำบล */
  readonly subdistrictCode: Scalars['String']['output'];
  /** University. / มหาวิทยาลัย */
  readonly universityTh: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Household: Household;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Household:
    ( { __typename: 'Household' }
    & GraphQLRecursivePick<FederationTypes['Household'], {"houseCode":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  BodyRecord: ( HouseholdRecord );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AwardedDegree: ResolverTypeWrapper<Omit<AwardedDegree, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  Body: ResolverTypeWrapper<BodyNode>;
  BodyCode: BodyCode;
  BodyRecord: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['BodyRecord']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CapitalLevel: CapitalLevel;
  CitizenId: ResolverTypeWrapper<Scalars['CitizenId']['output']>;
  ClaimType: ClaimType;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DegreeLevel: DegreeLevel;
  EnrolmentStatus: EnrolmentStatus;
  Entitlement: ResolverTypeWrapper<EntitlementNode>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Fact: ResolverTypeWrapper<FactNode>;
  FactClock: FactClock;
  FactValue: ResolverTypeWrapper<Scalars['FactValue']['output']>;
  HigherEducationRecord: ResolverTypeWrapper<HouseholdRecord>;
  HighestEducation: HighestEducation;
  HouseCode: ResolverTypeWrapper<Scalars['HouseCode']['output']>;
  Household: ResolverTypeWrapper<HouseholdKey>;
  Money: ResolverTypeWrapper<Money>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Period: Period;
  Person: ResolverTypeWrapper<PersonKey>;
  PersonalKind: PersonalKind;
  PovertyActivity: ResolverTypeWrapper<PovertyActivity>;
  PovertyActivityState: PovertyActivityState;
  PovertyPilot: ResolverTypeWrapper<PovertyPilot>;
  PovertySurvey: ResolverTypeWrapper<PovertySurvey>;
  Programme: ResolverTypeWrapper<ProgrammeNode>;
  ProgrammeKind: ProgrammeKind;
  ProgrammeTarget: ProgrammeTarget;
  ServiceRecord: ResolverTypeWrapper<ServiceNode>;
  ServiceStatus: ServiceStatus;
  StudyGrant: ResolverTypeWrapper<Omit<StudyGrant, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  StudyGrantKind: StudyGrantKind;
  StudyStanding: ResolverTypeWrapper<Omit<StudyStanding, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  StudyTerm: ResolverTypeWrapper<Omit<StudyTerm, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  StudyTermState: StudyTermState;
  U2tRole: U2tRole;
  U2tWork: ResolverTypeWrapper<Omit<U2tWork, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AwardedDegree: Omit<AwardedDegree, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  Body: BodyNode;
  BodyRecord: ResolversInterfaceTypes<ResolversParentTypes>['BodyRecord'];
  Boolean: Scalars['Boolean']['output'];
  CitizenId: Scalars['CitizenId']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Entitlement: EntitlementNode;
  ID: Scalars['ID']['output'];
  Fact: FactNode;
  FactValue: Scalars['FactValue']['output'];
  HigherEducationRecord: HouseholdRecord;
  HouseCode: Scalars['HouseCode']['output'];
  Household: HouseholdKey;
  Money: Money;
  Float: Scalars['Float']['output'];
  Person: PersonKey;
  PovertyActivity: PovertyActivity;
  PovertyPilot: PovertyPilot;
  PovertySurvey: PovertySurvey;
  Programme: ProgrammeNode;
  ServiceRecord: ServiceNode;
  StudyGrant: Omit<StudyGrant, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  StudyStanding: Omit<StudyStanding, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  StudyTerm: Omit<StudyTerm, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  U2tWork: Omit<U2tWork, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
};

export type MaskDirectiveArgs = {
  keep: Scalars['Int']['input'];
};

export type MaskDirectiveResolver<Result, Parent, ContextType = BodyContext, Args = MaskDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OpenDirectiveArgs = { };

export type OpenDirectiveResolver<Result, Parent, ContextType = BodyContext, Args = OpenDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PersonalDirectiveArgs = {
  kind?: PersonalKind;
};

export type PersonalDirectiveResolver<Result, Parent, ContextType = BodyContext, Args = PersonalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SensitiveDirectiveArgs = {
  category: ReadonlyArray<Scalars['String']['input']>;
};

export type SensitiveDirectiveResolver<Result, Parent, ContextType = BodyContext, Args = SensitiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AwardedDegreeResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['AwardedDegree'] = ResolversParentTypes['AwardedDegree']> = {
  awardedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  courseTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  institutionTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['DegreeLevel'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type BodyResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Body'] = ResolversParentTypes['Body']> = {
  code?: Resolver<ResolversTypes['BodyCode'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BodyRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['BodyRecord'] = ResolversParentTypes['BodyRecord']> = {
  __resolveType: TypeResolveFn<'HigherEducationRecord', ParentType, ContextType>;
};

export interface CitizenIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CitizenId'], any> {
  name: 'CitizenId';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EntitlementResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Entitlement'] = ResolversParentTypes['Entitlement']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  money?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
  recordRef?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EnrolmentStatus'], ParentType, ContextType>;
};

export type FactResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Fact'] = ResolversParentTypes['Fact']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  countedFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  countedIn?: Resolver<Maybe<ResolversTypes['FactClock']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registry?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['FactValue']>, ParentType, ContextType>;
};

export interface FactValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FactValue'], any> {
  name: 'FactValue';
}

export type HigherEducationRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['HigherEducationRecord'] = ResolversParentTypes['HigherEducationRecord']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  degrees?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AwardedDegree']>>, ParentType, ContextType>;
  entitlements?: Resolver<ReadonlyArray<ResolversTypes['Entitlement']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  found?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  grants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StudyGrant']>>, ParentType, ContextType>;
  povertyActivities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PovertyActivity']>>, ParentType, ContextType>;
  povertyPilot?: Resolver<Maybe<ResolversTypes['PovertyPilot']>, ParentType, ContextType>;
  povertySurveys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PovertySurvey']>>, ParentType, ContextType>;
  services?: Resolver<ReadonlyArray<ResolversTypes['ServiceRecord']>, ParentType, ContextType>;
  studyStandings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StudyStanding']>>, ParentType, ContextType>;
  studyTerms?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StudyTerm']>>, ParentType, ContextType>;
  u2tWork?: Resolver<Maybe<ReadonlyArray<ResolversTypes['U2tWork']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface HouseCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HouseCode'], any> {
  name: 'HouseCode';
}

export type HouseholdResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household'], FederationReferenceType extends FederationReferenceTypes['Household'] = FederationReferenceTypes['Household']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Household']> | FederationReferenceType, FederationReferenceType, ContextType>;
  higherEducation?: Resolver<Maybe<ResolversTypes['HigherEducationRecord']>, ParentType, ContextType>;
  houseCode?: Resolver<ResolversTypes['HouseCode'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  maxThb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  thb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  personId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PovertyActivityResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['PovertyActivity'] = ResolversParentTypes['PovertyActivity']> = {
  addedIncomePerMonthThb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  joinedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  nameTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PovertyActivityState'], ParentType, ContextType>;
  universityTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PovertyPilotResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['PovertyPilot'] = ResolversParentTypes['PovertyPilot']> = {
  surveyed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type PovertySurveyResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['PovertySurvey'] = ResolversParentTypes['PovertySurvey']> = {
  financial?: Resolver<ResolversTypes['CapitalLevel'], ParentType, ContextType>;
  human?: Resolver<ResolversTypes['CapitalLevel'], ParentType, ContextType>;
  natural?: Resolver<ResolversTypes['CapitalLevel'], ParentType, ContextType>;
  physical?: Resolver<ResolversTypes['CapitalLevel'], ParentType, ContextType>;
  social?: Resolver<ResolversTypes['CapitalLevel'], ParentType, ContextType>;
  surveyedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  universityTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProgrammeResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Programme'] = ResolversParentTypes['Programme']> = {
  accessMode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  benefitForm?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  claimType?: Resolver<ResolversTypes['ClaimType'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  howToApply?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ProgrammeKind'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ruleText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ruleVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['ProgrammeTarget'], ParentType, ContextType>;
};

export type ServiceRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['ServiceRecord'] = ResolversParentTypes['ServiceRecord']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  deliveredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ServiceStatus'], ParentType, ContextType>;
};

export type StudyGrantResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['StudyGrant'] = ResolversParentTypes['StudyGrant']> = {
  academicYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StudyGrantKind'], ParentType, ContextType>;
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  thb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type StudyStandingResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['StudyStanding'] = ResolversParentTypes['StudyStanding']> = {
  enrolled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  highestEducation?: Resolver<Maybe<ResolversTypes['HighestEducation']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type StudyTermResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['StudyTerm'] = ResolversParentTypes['StudyTerm']> = {
  academicYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  courseTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gradeAverage?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  institutionTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['DegreeLevel'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['StudyTermState'], ParentType, ContextType>;
  term?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type U2tWorkResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['U2tWork'] = ResolversParentTypes['U2tWork']> = {
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  monthlyWageThb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['U2tRole'], ParentType, ContextType>;
  startedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  subdistrictCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  universityTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = BodyContext> = {
  AwardedDegree?: AwardedDegreeResolvers<ContextType>;
  Body?: BodyResolvers<ContextType>;
  BodyRecord?: BodyRecordResolvers<ContextType>;
  CitizenId?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Entitlement?: EntitlementResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FactValue?: GraphQLScalarType;
  HigherEducationRecord?: HigherEducationRecordResolvers<ContextType>;
  HouseCode?: GraphQLScalarType;
  Household?: HouseholdResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PovertyActivity?: PovertyActivityResolvers<ContextType>;
  PovertyPilot?: PovertyPilotResolvers<ContextType>;
  PovertySurvey?: PovertySurveyResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  ServiceRecord?: ServiceRecordResolvers<ContextType>;
  StudyGrant?: StudyGrantResolvers<ContextType>;
  StudyStanding?: StudyStandingResolvers<ContextType>;
  StudyTerm?: StudyTermResolvers<ContextType>;
  U2tWork?: U2tWorkResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = BodyContext> = {
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
};
