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

/** Group of a Barthel score. / กลุ่มตามคะแนน ADL */
export type AdlGroup =
  /** 0 to 4 / กลุ่มติดเตียง */
  | 'BED_BOUND'
  /** 5 to 11 / กลุ่มติดบ้าน */
  | 'HOME_BOUND'
  /** 12 to 20 / กลุ่มติดสังคม */
  | 'SOCIAL';

/** One Barthel score in time. / คะแนน ADL ครั้งหนึ่ง */
export type AdlScore = {
  readonly __typename?: 'AdlScore';
  /** Day of the assessment. / วันที่ประเมิน */
  readonly assessedOn: Scalars['Date']['output'];
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Score, 0 to 20. / คะแนน 0-20 */
  readonly score: Scalars['Int']['output'];
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

/** Long-term care plan of one person. / แผนการดูแลระยะยาวของบุคคล */
export type CarePlan = {
  readonly __typename?: 'CarePlan';
  /** Approved. / ได้รับอนุมัติแล้ว */
  readonly approved?: Maybe<Scalars['Boolean']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

/** Chronic condition. / โรคเรื้อรัง */
export type ChronicCondition =
  /** Asthma / หอบหืด */
  | 'ASTHMA'
  /** Cancer under chemotherapy / มะเร็งที่รับเคมีบำบัด */
  | 'CANCER_CHEMO'
  /** Chronic kidney disease / ไตวายเรื้อรัง */
  | 'CKD'
  /** Chronic obstructive pulmonary disease / ปอดอุดกั้นเรื้อรัง */
  | 'COPD'
  /** Diabetes / เบาหวาน */
  | 'DM'
  /** Heart disease / หัวใจ */
  | 'HEART'
  /** Hypertension / ความดันโลหิตสูง */
  | 'HT'
  /** Immune deficiency / ภูมิคุ้มกันบกพร่อง */
  | 'IMMUNODEFICIENCY'
  /** Obesity / โรคอ้วน */
  | 'OBESITY'
  /** Stroke / หลอดเลือดสมอง */
  | 'STROKE'
  /** Thalassemia / ธาลัสซีเมีย */
  | 'THALASSEMIA';

/** Long-lasting illness of one person. / โรคเรื้อรังของบุคคล */
export type ChronicIllness = {
  readonly __typename?: 'ChronicIllness';
  /** Conditions. / โรค */
  readonly conditions?: Maybe<ReadonlyArray<ChronicCondition>>;
  /** Physician-certified AIDS with symptoms. / ผู้ป่วยเอดส์ที่แพทย์รับรองและแสดงอาการ */
  readonly hivSymptomatic?: Maybe<Scalars['Boolean']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

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

/** Functional assessment of one person. / ผลประเมินสมรรถภาพของบุคคล */
export type FunctionalAssessment = {
  readonly __typename?: 'FunctionalAssessment';
  /** Group that the score stands for. / กลุ่มตามคะแนน */
  readonly adlGroup?: Maybe<AdlGroup>;
  /** Barthel ADL score, 0 to 20. / คะแนน ADL 0-20 */
  readonly adlScore?: Maybe<Scalars['Int']['output']>;
  /** Cannot hold urine or stool. / กลั้นปัสสาวะหรืออุจจาระไม่ได้ */
  readonly incontinent?: Maybe<Scalars['Boolean']['output']>;
  /** Needs an assistive device. / ต้องใช้อุปกรณ์ช่วย */
  readonly needsAssistiveDevice?: Maybe<Scalars['Boolean']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

/** Main health coverage of one person. / สิทธิรักษาพยาบาลของบุคคล */
export type HealthCoverage = {
  readonly __typename?: 'HealthCoverage';
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Scheme; null: the registry has no value. / ระบบประกันสุขภาพ */
  readonly scheme?: Maybe<HealthScheme>;
};

/** Public health's record of a household. / ข้อมูลด้านสาธารณสุขของครัวเรือน */
export type HealthRecord = BodyRecord & {
  readonly __typename?: 'HealthRecord';
  /** Earlier Barthel scores. / ประวัติคะแนน ADL */
  readonly adlHistory?: Maybe<ReadonlyArray<AdlScore>>;
  readonly asOf: Scalars['DateTime']['output'];
  /** Latest functional assessment. / ผลประเมินสมรรถภาพล่าสุด */
  readonly assessments?: Maybe<ReadonlyArray<FunctionalAssessment>>;
  readonly body: Body;
  /** Long-term care plans. / แผนการดูแลระยะยาวรายบุคคล */
  readonly carePlans?: Maybe<ReadonlyArray<CarePlan>>;
  /** Main health coverage of each person. / สิทธิรักษาพยาบาลหลักของแต่ละคน */
  readonly coverage?: Maybe<ReadonlyArray<HealthCoverage>>;
  readonly entitlements: ReadonlyArray<Entitlement>;
  readonly facts: ReadonlyArray<Fact>;
  readonly found: Scalars['Boolean']['output'];
  /** Home visits by volunteers and staff. / การเยี่ยมบ้านโดย อสม. และเจ้าหน้าที่ */
  readonly homeVisits?: Maybe<ReadonlyArray<HomeVisit>>;
  /** Long-lasting illness. / โรคเรื้อรัง */
  readonly illness?: Maybe<ReadonlyArray<ChronicIllness>>;
  /** Pregnancies and deliveries. / การตั้งครรภ์และการคลอด */
  readonly maternity?: Maybe<ReadonlyArray<Maternity>>;
  readonly services: ReadonlyArray<ServiceRecord>;
  /** Vaccinations. / การรับวัคซีน */
  readonly vaccinations?: Maybe<ReadonlyArray<Vaccination>>;
};

/** Health coverage scheme. / ระบบประกันสุขภาพ */
export type HealthScheme =
  /** Civil servants' medical benefit / สวัสดิการข้าราชการ */
  | 'CSMBS'
  /** Local government staff / สวัสดิการพนักงานส่วนท้องถิ่น */
  | 'LGO'
  /** None registered yet / ยังไม่ขึ้นทะเบียนสิทธิ */
  | 'NONE'
  /** Social security / ประกันสังคม */
  | 'SSS'
  /** Fund for persons with status problems / กองทุนคืนสิทธิ (บุคคลที่มีปัญหาสถานะ) */
  | 'STATUS_FUND'
  /** Universal coverage / หลักประกันสุขภาพแห่งชาติ (บัตรทอง) */
  | 'UCS';

/** One home visit. / การเยี่ยมบ้านครั้งหนึ่ง */
export type HomeVisit = {
  readonly __typename?: 'HomeVisit';
  /** Who was visited. / ผู้ได้รับการเยี่ยม */
  readonly person?: Maybe<Person>;
  /** Day of the visit. / วันที่เยี่ยม */
  readonly visitedOn: Scalars['Date']['output'];
  /** Who came. / ผู้เยี่ยม */
  readonly visitor: HomeVisitor;
};

/** Who makes a home visit. / ผู้เยี่ยมบ้าน */
export type HomeVisitor =
  /** Care manager / ผู้จัดการการดูแล */
  | 'CARE_MANAGER'
  /** Nurse / พยาบาล */
  | 'NURSE'
  /** Physician / แพทย์ */
  | 'PHYSICIAN'
  /** Village health volunteer / อสม. */
  | 'VOLUNTEER';

export type Household = {
  readonly __typename?: 'Household';
  /** What public health holds about the household; null is no answer. / ข้อมูลสาธารณสุขของครัวเรือน (null คือไม่มีคำตอบ) */
  readonly health?: Maybe<HealthRecord>;
  readonly houseCode: Scalars['HouseCode']['output'];
};

/** Pregnancy and delivery of one person. / การตั้งครรภ์และการคลอดของบุคคล */
export type Maternity = {
  readonly __typename?: 'Maternity';
  /** Last delivery. / วันคลอดครั้งล่าสุด */
  readonly deliveredOn?: Maybe<Scalars['Date']['output']>;
  /** Day from which the weeks of gestation are counted. / วันที่เริ่มนับอายุครรภ์ */
  readonly gestationFrom?: Maybe<Scalars['Date']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Pregnant now. / กำลังตั้งครรภ์ */
  readonly pregnant?: Maybe<Scalars['Boolean']['output']>;
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

export type Person = {
  readonly __typename?: 'Person';
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

/** One vaccination. / การรับวัคซีนครั้งหนึ่ง */
export type Vaccination = {
  readonly __typename?: 'Vaccination';
  /** Day. / วันที่รับ */
  readonly givenOn: Scalars['Date']['output'];
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Vaccine. / วัคซีน */
  readonly vaccine: Vaccine;
};

/** Vaccine of the national programme. / วัคซีนตามแผนงาน */
export type Vaccine =
  /** Tuberculosis / วัณโรค */
  | 'BCG'
  /** COVID-19 / โควิด-19 */
  | 'COVID_19'
  /** Diphtheria, tetanus, pertussis / คอตีบ บาดทะยัก ไอกรน */
  | 'DTP'
  /** Human papilloma virus / เอชพีวี */
  | 'HPV'
  /** Influenza / ไข้หวัดใหญ่ */
  | 'INFLUENZA'
  /** Measles, mumps, rubella / หัด คางทูม หัดเยอรมัน */
  | 'MMR';



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
  AdlGroup: AdlGroup;
  AdlScore: ResolverTypeWrapper<Omit<AdlScore, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  Body: ResolverTypeWrapper<BodyNode>;
  BodyCode: BodyCode;
  BodyRecord: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['BodyRecord']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CarePlan: ResolverTypeWrapper<Omit<CarePlan, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  ChronicCondition: ChronicCondition;
  ChronicIllness: ResolverTypeWrapper<Omit<ChronicIllness, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  CitizenId: ResolverTypeWrapper<Scalars['CitizenId']['output']>;
  ClaimType: ClaimType;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EnrolmentStatus: EnrolmentStatus;
  Entitlement: ResolverTypeWrapper<EntitlementNode>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Fact: ResolverTypeWrapper<FactNode>;
  FactClock: FactClock;
  FactValue: ResolverTypeWrapper<Scalars['FactValue']['output']>;
  FunctionalAssessment: ResolverTypeWrapper<Omit<FunctionalAssessment, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  HealthCoverage: ResolverTypeWrapper<Omit<HealthCoverage, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  HealthRecord: ResolverTypeWrapper<HouseholdRecord>;
  HealthScheme: HealthScheme;
  HomeVisit: ResolverTypeWrapper<Omit<HomeVisit, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  HomeVisitor: HomeVisitor;
  HouseCode: ResolverTypeWrapper<Scalars['HouseCode']['output']>;
  Household: ResolverTypeWrapper<HouseholdKey>;
  Maternity: ResolverTypeWrapper<Omit<Maternity, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  Money: ResolverTypeWrapper<Money>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Period: Period;
  Person: ResolverTypeWrapper<PersonKey>;
  PersonalKind: PersonalKind;
  Programme: ResolverTypeWrapper<ProgrammeNode>;
  ProgrammeKind: ProgrammeKind;
  ProgrammeTarget: ProgrammeTarget;
  ServiceRecord: ResolverTypeWrapper<ServiceNode>;
  ServiceStatus: ServiceStatus;
  Vaccination: ResolverTypeWrapper<Omit<Vaccination, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  Vaccine: Vaccine;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AdlScore: Omit<AdlScore, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  Body: BodyNode;
  BodyRecord: ResolversInterfaceTypes<ResolversParentTypes>['BodyRecord'];
  Boolean: Scalars['Boolean']['output'];
  CarePlan: Omit<CarePlan, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  ChronicIllness: Omit<ChronicIllness, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  CitizenId: Scalars['CitizenId']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Entitlement: EntitlementNode;
  ID: Scalars['ID']['output'];
  Fact: FactNode;
  FactValue: Scalars['FactValue']['output'];
  FunctionalAssessment: Omit<FunctionalAssessment, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  HealthCoverage: Omit<HealthCoverage, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  HealthRecord: HouseholdRecord;
  HomeVisit: Omit<HomeVisit, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  HouseCode: Scalars['HouseCode']['output'];
  Household: HouseholdKey;
  Maternity: Omit<Maternity, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  Money: Money;
  Float: Scalars['Float']['output'];
  Person: PersonKey;
  Programme: ProgrammeNode;
  ServiceRecord: ServiceNode;
  Vaccination: Omit<Vaccination, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
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

export type AdlScoreResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['AdlScore'] = ResolversParentTypes['AdlScore']> = {
  assessedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BodyResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Body'] = ResolversParentTypes['Body']> = {
  code?: Resolver<ResolversTypes['BodyCode'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BodyRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['BodyRecord'] = ResolversParentTypes['BodyRecord']> = {
  __resolveType: TypeResolveFn<'HealthRecord', ParentType, ContextType>;
};

export type CarePlanResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['CarePlan'] = ResolversParentTypes['CarePlan']> = {
  approved?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type ChronicIllnessResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['ChronicIllness'] = ResolversParentTypes['ChronicIllness']> = {
  conditions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChronicCondition']>>, ParentType, ContextType>;
  hivSymptomatic?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
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

export type FunctionalAssessmentResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['FunctionalAssessment'] = ResolversParentTypes['FunctionalAssessment']> = {
  adlGroup?: Resolver<Maybe<ResolversTypes['AdlGroup']>, ParentType, ContextType>;
  adlScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  incontinent?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  needsAssistiveDevice?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type HealthCoverageResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['HealthCoverage'] = ResolversParentTypes['HealthCoverage']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  scheme?: Resolver<Maybe<ResolversTypes['HealthScheme']>, ParentType, ContextType>;
};

export type HealthRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['HealthRecord'] = ResolversParentTypes['HealthRecord']> = {
  adlHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AdlScore']>>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  assessments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FunctionalAssessment']>>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  carePlans?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CarePlan']>>, ParentType, ContextType>;
  coverage?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HealthCoverage']>>, ParentType, ContextType>;
  entitlements?: Resolver<ReadonlyArray<ResolversTypes['Entitlement']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  found?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  homeVisits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HomeVisit']>>, ParentType, ContextType>;
  illness?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChronicIllness']>>, ParentType, ContextType>;
  maternity?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Maternity']>>, ParentType, ContextType>;
  services?: Resolver<ReadonlyArray<ResolversTypes['ServiceRecord']>, ParentType, ContextType>;
  vaccinations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Vaccination']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HomeVisitResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['HomeVisit'] = ResolversParentTypes['HomeVisit']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  visitedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  visitor?: Resolver<ResolversTypes['HomeVisitor'], ParentType, ContextType>;
};

export interface HouseCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HouseCode'], any> {
  name: 'HouseCode';
}

export type HouseholdResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household'], FederationReferenceType extends FederationReferenceTypes['Household'] = FederationReferenceTypes['Household']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Household']> | FederationReferenceType, FederationReferenceType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['HealthRecord']>, ParentType, ContextType>;
  houseCode?: Resolver<ResolversTypes['HouseCode'], ParentType, ContextType>;
};

export type MaternityResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Maternity'] = ResolversParentTypes['Maternity']> = {
  deliveredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  gestationFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  pregnant?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  maxThb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  thb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  personId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type VaccinationResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Vaccination'] = ResolversParentTypes['Vaccination']> = {
  givenOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  vaccine?: Resolver<ResolversTypes['Vaccine'], ParentType, ContextType>;
};

export type Resolvers<ContextType = BodyContext> = {
  AdlScore?: AdlScoreResolvers<ContextType>;
  Body?: BodyResolvers<ContextType>;
  BodyRecord?: BodyRecordResolvers<ContextType>;
  CarePlan?: CarePlanResolvers<ContextType>;
  ChronicIllness?: ChronicIllnessResolvers<ContextType>;
  CitizenId?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Entitlement?: EntitlementResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FactValue?: GraphQLScalarType;
  FunctionalAssessment?: FunctionalAssessmentResolvers<ContextType>;
  HealthCoverage?: HealthCoverageResolvers<ContextType>;
  HealthRecord?: HealthRecordResolvers<ContextType>;
  HomeVisit?: HomeVisitResolvers<ContextType>;
  HouseCode?: GraphQLScalarType;
  Household?: HouseholdResolvers<ContextType>;
  Maternity?: MaternityResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  ServiceRecord?: ServiceRecordResolvers<ContextType>;
  Vaccination?: VaccinationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = BodyContext> = {
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
};
