import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Body as BodyNode } from '../../schema/contract/bodies.ts';
import type { Fact as FactNode, Entitlement as EntitlementNode, ServiceRecord as ServiceNode, PersonKey } from '../_kit/record.ts';
import type { ProgrammeNode } from '../_kit/catalogue.ts';
import type { CaseFile } from './case-file.ts';
import type { ScreeningNode, CaseContext } from './resolvers.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
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

/** One time that somebody looked; never the officer's name. / การดูข้อมูลหนึ่งครั้ง โดยไม่ระบุชื่อเจ้าหน้าที่ */
export type AccessEntry = {
  readonly __typename?: 'AccessEntry';
  /** When. / เวลา */
  readonly at: Scalars['DateTime']['output'];
  /** The body whose officer it was; null for the staff of none. / หน่วยงานของผู้ดู (null คือไม่สังกัดหน่วยงานใด) */
  readonly body?: Maybe<Body>;
  /** What kinds of data were looked at. / ประเภทข้อมูลที่ดู */
  readonly dataKinds: ReadonlyArray<Scalars['String']['output']>;
  /** What for: a word of x-purpose. / วัตถุประสงค์ */
  readonly purpose: Scalars['String']['output'];
  /** Role of the reader. / บทบาทของผู้ดู */
  readonly role: Scalars['String']['output'];
  /** The whole in plain English. / ข้อความภาษาอังกฤษ */
  readonly textEn: Scalars['String']['output'];
  /** The whole in plain Thai. / ข้อความภาษาไทยที่อ่านเข้าใจง่าย */
  readonly textTh: Scalars['String']['output'];
};

/** What a family may be shown of who looked at its data. / รายการว่าใครเคยดูข้อมูลของครัวเรือน */
export type AccessStatement = {
  readonly __typename?: 'AccessStatement';
  /** The newest first; empty when nobody has looked. / เรียงจากใหม่ไปเก่า ว่างเมื่อยังไม่มีใครดู */
  readonly entries: ReadonlyArray<AccessEntry>;
  /** The house. / รหัสประจำบ้าน */
  readonly houseCode: Scalars['HouseCode']['output'];
  /** True when the journal was found whole and unaltered. / ตรวจแล้วว่าบันทึกครบถ้วนและไม่ถูกแก้ไข */
  readonly verified: Scalars['Boolean']['output'];
};

/** What became of a question to a body. / ผลการถามหน่วยงาน */
export type AnswerStatus =
  /** It answered / ตอบแล้ว */
  | 'ANSWERED'
  /** An answer that cannot be used / คำตอบใช้ไม่ได้ */
  | 'INVALID'
  /** Not asked, or its registry was not read for this household / ไม่ได้ถาม หรือยังไม่ได้อ่านทะเบียนของครัวเรือนนี้ */
  | 'NOT_ASKED'
  /** The reader may not see it / ไม่มีสิทธิดู */
  | 'NOT_AUTHORIZED'
  /** It answered that it holds nothing of weight / ตอบว่าไม่มีข้อมูล */
  | 'NO_RECORD'
  /** An older answer / คำตอบเก่า */
  | 'STALE'
  /** No answer in time / ไม่ตอบภายในเวลา */
  | 'TIMED_OUT'
  /** No answer / ไม่ตอบ */
  | 'UNAVAILABLE';

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

/** What became of the question to one body. / ผลการถามหน่วยงานหนึ่ง */
export type BodyAnswer = {
  readonly __typename?: 'BodyAnswer';
  /** How fresh its registry is. / ข้อมูลทะเบียน ณ เวลา */
  readonly asOf?: Maybe<Scalars['DateTime']['output']>;
  /** The body. / หน่วยงาน */
  readonly body: Body;
  /** Enrolments it holds. / จำนวนสิทธิ */
  readonly entitlementCount?: Maybe<Scalars['Int']['output']>;
  /** Why there is no answer, in Thai and English. / เหตุผลที่ไม่มีคำตอบ */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Services it holds. / จำนวนบริการ */
  readonly serviceCount?: Maybe<Scalars['Int']['output']>;
  /** What became of the question. / ผลการถาม */
  readonly status: AnswerStatus;
  /** How long the call took, in milliseconds. / เวลาที่ใช้ (มิลลิวินาที) */
  readonly tookMs?: Maybe<Scalars['Int']['output']>;
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

/** TPMAP's five dimensions. / มิติทั้งห้าของ TPMAP */
export type Dimension =
  /** Access to state services / การเข้าถึงบริการรัฐ */
  | 'ACCESS'
  /** Education / การศึกษา */
  | 'EDUCATION'
  /** Health / สุขภาพ */
  | 'HEALTH'
  /** Income / รายได้ */
  | 'INCOME'
  /** Living conditions / ความเป็นอยู่ */
  | 'LIVING';

/** One dimension of TPMAP. / มิติหนึ่งของ TPMAP */
export type DimensionFinding = {
  readonly __typename?: 'DimensionFinding';
  /** How fresh. / ข้อมูล ณ เวลา */
  readonly asOf?: Maybe<Scalars['DateTime']['output']>;
  /** The body that said it. / หน่วยงานที่ให้ข้อมูล */
  readonly body: Body;
  /** The dimension. / มิติ */
  readonly dimension: Dimension;
  /** Whether the household fails in it. Not being in TPMAP is UNKNOWN, never not poor. / ตกเกณฑ์หรือไม่ */
  readonly failed: Truth;
  /** What was found. / ตัวชี้วัดที่พบ */
  readonly indicators: ReadonlyArray<Scalars['String']['output']>;
};

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

/** One condition and what was found. / เงื่อนไขหนึ่งข้อและสิ่งที่พบ */
export type Evidence = {
  readonly __typename?: 'Evidence';
  /** How fresh. / ข้อมูล ณ เวลา */
  readonly asOf?: Maybe<Scalars['DateTime']['output']>;
  /** The body that said it. / หน่วยงานที่ให้ข้อมูล */
  readonly body: Body;
  /** What the rule asks, in words: `gte 60`. / เงื่อนไขที่กำหนด */
  readonly condition: Scalars['String']['output'];
  /** Name in the dictionary. / ชื่อข้อเท็จจริง */
  readonly fact: Scalars['String']['output'];
  /** Whether the condition holds. / เงื่อนไขเป็นจริงหรือไม่ */
  readonly holds: Truth;
  /** Why it is unknown. / เหตุที่ไม่ทราบ */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** personId or houseCode. / บุคคลหรือบ้าน */
  readonly subject: Scalars['ID']['output'];
  /** What was found. / ค่าที่พบ */
  readonly value?: Maybe<Scalars['FactValue']['output']>;
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

/** A fact that is missing. / ข้อเท็จจริงที่ยังขาด */
export type FactRef = {
  readonly __typename?: 'FactRef';
  /** The body that could say. / หน่วยงานที่ตอบได้ */
  readonly body: Body;
  /** Name in the dictionary. / ชื่อข้อเท็จจริง */
  readonly fact: Scalars['String']['output'];
  /** Why it is missing: NOT_STATED, or what became of the question to the body. / เหตุที่ขาด */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** personId or houseCode. / บุคคลหรือบ้าน */
  readonly subject: Scalars['ID']['output'];
};

/** The entitlement gap of a household. / ช่องว่างสิทธิของครัวเรือน */
export type GapReport = {
  readonly __typename?: 'GapReport';
  /** False while any of the thirteen has not answered. / ครบทั้ง 13 หน่วยงานหรือไม่ */
  readonly complete: Scalars['Boolean']['output'];
  /** Due, received or not. / ควรได้ ทั้งที่ได้รับและไม่ได้รับ */
  readonly due: ReadonlyArray<Screening>;
  /** Due and not received. / ควรได้แต่ไม่ได้รับ */
  readonly items: ReadonlyArray<Screening>;
  /** Baht a month due and not received. / บาทต่อเดือนที่ยังไม่ได้รับ */
  readonly monthlyThb: Scalars['Float']['output'];
  /** Baht once due and not received. / บาทครั้งเดียวที่ยังไม่ได้รับ */
  readonly oneOffThb: Scalars['Float']['output'];
  /** Received against the rules; opens a review, never a bill. / ได้รับโดยไม่เข้าเงื่อนไข (เพื่อทบทวน) */
  readonly overPayments: ReadonlyArray<Screening>;
  /** Likely eligible; somebody decides. / น่าจะเข้าเงื่อนไข ต้องมีผู้พิจารณา */
  readonly referrals: ReadonlyArray<Screening>;
  /** Sums over what is due, received and over-paid. / ยอดรวม */
  readonly totals: Totals;
  /** Could be due: a fact or a body is missing. / อาจมีสิทธิ แต่ข้อมูลยังขาด */
  readonly unknown: ReadonlyArray<Screening>;
  /** Baht a year due and not received. / บาทต่อปีที่ยังไม่ได้รับ */
  readonly yearlyThb: Scalars['Float']['output'];
};

export type Household = {
  readonly __typename?: 'Household';
  /** Who answered, always thirteen rows in the order of the memorandum. / ใครตอบบ้าง ครบ 13 แถวเสมอ */
  readonly answers: ReadonlyArray<BodyAnswer>;
  /** Members who depend on others: aged 0-6 or 60 and over, with a disability card, or with ADL 11 or less; null when it cannot be known. / จำนวนสมาชิกที่อยู่ในภาวะพึ่งพิง */
  readonly dependantsCount?: Maybe<Scalars['Int']['output']>;
  /** The five dimensions of TPMAP. / มิติความยากจนทั้งห้าของ TPMAP */
  readonly dimensions: ReadonlyArray<DimensionFinding>;
  /** Every enrolment that a body holds. / สิทธิทั้งหมดที่ขึ้นทะเบียนไว้ */
  readonly entitlements: ReadonlyArray<Entitlement>;
  /** What is due and not received, what could be, and what is paid against the rules. / สิทธิที่ควรได้แต่ไม่ได้รับ */
  readonly gaps: GapReport;
  readonly houseCode: Scalars['HouseCode']['output'];
  readonly members: ReadonlyArray<Person>;
  /** Programmes that exclude each other; opens a review, never suspends anything. / โครงการที่ซ้ำซ้อนกัน (เพื่อทบทวน) */
  readonly overlaps: ReadonlyArray<Overlap>;
  /** Every rule of the catalogue held against what the bodies know. A screening, never a decision. / ผลคัดกรองทุกโครงการ (ไม่ใช่คำตัดสิน) */
  readonly screening: ReadonlyArray<Screening>;
  /** Every service that a body planned, delivered or refused. / บริการทั้งหมด */
  readonly services: ReadonlyArray<ServiceRecord>;
  /** 0 to 3 by income, dependants and housing; null when it cannot be known. / ระดับความเปราะบาง 0-3 (null คือยังบอกไม่ได้) */
  readonly vulnerabilityLevel?: Maybe<Scalars['Int']['output']>;
};


export type HouseholdDependantsCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type HouseholdEntitlementsArgs = {
  status?: InputMaybe<EnrolmentStatus>;
};


export type HouseholdGapsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type HouseholdOverlapsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type HouseholdScreeningArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  body?: InputMaybe<BodyCode>;
  verdict?: InputMaybe<Verdict>;
};


export type HouseholdVulnerabilityLevelArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
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

/** Programmes that exclude each other. / โครงการที่ซ้ำซ้อนกัน */
export type Overlap = {
  readonly __typename?: 'Overlap';
  /** Null: the household itself. / บุคคล (null คือครัวเรือน) */
  readonly person?: Maybe<Person>;
  /** Two or more. / สองโครงการขึ้นไป */
  readonly programmes: ReadonlyArray<Programme>;
  /** What they are together: received, due or both; in Thai and English. / ลักษณะการซ้ำซ้อน */
  readonly reason: Scalars['String']['output'];
};

/** Relay page information. / ข้อมูลการแบ่งหน้า */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last edge, for `after`. / ตัวชี้รายการสุดท้าย */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** True when more follow. / มีหน้าถัดไปหรือไม่ */
  readonly hasNextPage: Scalars['Boolean']['output'];
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
  readonly nameTh?: Maybe<Scalars['String']['output']>;
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

/** A page of the catalogue. / บัญชีโครงการหนึ่งหน้า */
export type ProgrammeConnection = {
  readonly __typename?: 'ProgrammeConnection';
  /** This page. / รายการในหน้านี้ */
  readonly edges: ReadonlyArray<ProgrammeEdge>;
  /** Where the next page begins. / ข้อมูลหน้าถัดไป */
  readonly pageInfo: PageInfo;
  /** All that fit the filter. / จำนวนทั้งหมดตามเงื่อนไข */
  readonly totalCount: Scalars['Int']['output'];
};

/** One programme in a list. / โครงการหนึ่งในรายการ */
export type ProgrammeEdge = {
  readonly __typename?: 'ProgrammeEdge';
  /** Its place in the list. / ตำแหน่งในรายการ */
  readonly cursor: Scalars['String']['output'];
  /** The programme. / โครงการ */
  readonly node: Programme;
};

/** Which programmes to list. / เงื่อนไขของรายการโครงการ */
export type ProgrammeFilter = {
  /** Programmes of one body. / ของหน่วยงานเดียว */
  readonly body?: InputMaybe<BodyCode>;
  /** Entitlements or services. / สิทธิหรือบริการ */
  readonly kind?: InputMaybe<ProgrammeKind>;
  /** Part of the identifier or of a name, Thai or English. / บางส่วนของรหัสหรือชื่อ */
  readonly search?: InputMaybe<Scalars['String']['input']>;
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

export type Query = {
  readonly __typename?: 'Query';
  /** What the family may be shown of who looked at its data: the 50 newest times, the newest first. / ใครเคยดูข้อมูลของครัวเรือนนี้ 50 ครั้งล่าสุด เรียงจากใหม่ไปเก่า */
  readonly accessStatement?: Maybe<AccessStatement>;
  /** The thirteen bodies in the order of the memorandum. / หน่วยงาน 13 แห่งตามลำดับในบันทึกข้อตกลง */
  readonly bodies: ReadonlyArray<Body>;
  /** One programme by its identifier. / โครงการหนึ่งตามรหัส */
  readonly programme?: Maybe<Programme>;
  /** The catalogue page by page, at most 200 at once. / บัญชีโครงการทีละหน้า ครั้งละไม่เกิน 200 */
  readonly programmes: ProgrammeConnection;
};


export type QueryAccessStatementArgs = {
  houseCode: Scalars['HouseCode']['input'];
};


export type QueryProgrammeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProgrammesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProgrammeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Whether a programme is received. / ได้รับอยู่หรือไม่ */
export type Receiving =
  /** No / ไม่ได้รับ */
  | 'NOT_RECEIVING'
  /** Yes / ได้รับ */
  | 'RECEIVING'
  /** Its body gave no answer / ยังไม่ทราบ */
  | 'UNKNOWN';

/** One programme held against one person or the household. / ผลคัดกรองหนึ่งโครงการ */
export type Screening = {
  readonly __typename?: 'Screening';
  /** Each fact that was looked at. / ข้อเท็จจริงที่ใช้พิจารณา */
  readonly evidence: ReadonlyArray<Evidence>;
  /** Facts without which it cannot be told. / ข้อเท็จจริงที่ยังขาด */
  readonly missingFacts: ReadonlyArray<FactRef>;
  /** What it gives. / จำนวนเงิน */
  readonly money?: Maybe<Money>;
  /** Null: the household itself. / บุคคล (null คือครัวเรือน) */
  readonly person?: Maybe<Person>;
  /** The programme. / โครงการ */
  readonly programme: Programme;
  /** Whether it is received. / ได้รับอยู่หรือไม่ */
  readonly receiving: Receiving;
  /** Whether the rule holds, in force or not. / เงื่อนไขเป็นจริงหรือไม่ */
  readonly ruleHolds: Truth;
  /** The result. / ผล */
  readonly verdict: Verdict;
};

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

/** Sums in baht over cash and insurance, as the catalogue defines them. / ยอดรวมเป็นบาท เฉพาะเงินสดและประกัน */
export type Totals = {
  readonly __typename?: 'Totals';
  /** Due each month. / ควรได้ต่อเดือน */
  readonly monthlyDue: Scalars['Float']['output'];
  /** Received of it. / ได้รับต่อเดือน */
  readonly monthlyReceived: Scalars['Float']['output'];
  /** Due once and not received. / เงินครั้งเดียวที่ยังไม่ได้รับ */
  readonly oneOffUnpaid: Scalars['Float']['output'];
  /** Received each month against the rules. / ได้รับเกินต่อเดือน */
  readonly overPaidMonthly: Scalars['Float']['output'];
  /** Due each year. / ควรได้ต่อปี */
  readonly yearlyDue: Scalars['Float']['output'];
  /** Received of it. / ได้รับต่อปี */
  readonly yearlyReceived: Scalars['Float']['output'];
};

/** Three-valued truth. / ค่าความจริงสามค่า */
export type Truth =
  /** False / เท็จ */
  | 'FALSE'
  /** True / จริง */
  | 'TRUE'
  /** Unknown / ไม่ทราบ */
  | 'UNKNOWN';

/** Result of a screening. / ผลคัดกรอง */
export type Verdict =
  /** The rule holds / น่าจะมีสิทธิ */
  | 'LIKELY_ELIGIBLE'
  /** The rule does not hold / ไม่เข้าเงื่อนไข */
  | 'NOT_ELIGIBLE'
  /** Not in force on that day / ไม่มีผลบังคับในวันนั้น */
  | 'NOT_IN_FORCE'
  /** A fact or a body is missing / ยังบอกไม่ได้ */
  | 'UNKNOWN';



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
  BodyRecord: never;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessEntry: ResolverTypeWrapper<Omit<AccessEntry, 'body'> & { body?: Maybe<ResolversTypes['Body']> }>;
  AccessStatement: ResolverTypeWrapper<Omit<AccessStatement, 'entries'> & { entries: ReadonlyArray<ResolversTypes['AccessEntry']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AnswerStatus: AnswerStatus;
  Body: ResolverTypeWrapper<BodyNode>;
  BodyAnswer: ResolverTypeWrapper<Omit<BodyAnswer, 'body'> & { body: ResolversTypes['Body'] }>;
  BodyCode: BodyCode;
  BodyRecord: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['BodyRecord']>;
  CitizenId: ResolverTypeWrapper<Scalars['CitizenId']['output']>;
  ClaimType: ClaimType;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Dimension: Dimension;
  DimensionFinding: ResolverTypeWrapper<Omit<DimensionFinding, 'body'> & { body: ResolversTypes['Body'] }>;
  EnrolmentStatus: EnrolmentStatus;
  Entitlement: ResolverTypeWrapper<EntitlementNode>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Evidence: ResolverTypeWrapper<Omit<Evidence, 'body'> & { body: ResolversTypes['Body'] }>;
  Fact: ResolverTypeWrapper<FactNode>;
  FactClock: FactClock;
  FactRef: ResolverTypeWrapper<Omit<FactRef, 'body'> & { body: ResolversTypes['Body'] }>;
  FactValue: ResolverTypeWrapper<Scalars['FactValue']['output']>;
  GapReport: ResolverTypeWrapper<Omit<GapReport, 'due' | 'items' | 'overPayments' | 'referrals' | 'unknown'> & { due: ReadonlyArray<ResolversTypes['Screening']>, items: ReadonlyArray<ResolversTypes['Screening']>, overPayments: ReadonlyArray<ResolversTypes['Screening']>, referrals: ReadonlyArray<ResolversTypes['Screening']>, unknown: ReadonlyArray<ResolversTypes['Screening']> }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  HouseCode: ResolverTypeWrapper<Scalars['HouseCode']['output']>;
  Household: ResolverTypeWrapper<CaseFile>;
  Money: ResolverTypeWrapper<Money>;
  Overlap: ResolverTypeWrapper<Omit<Overlap, 'person' | 'programmes'> & { person?: Maybe<ResolversTypes['Person']>, programmes: ReadonlyArray<ResolversTypes['Programme']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Period: Period;
  Person: ResolverTypeWrapper<PersonKey>;
  PersonalKind: PersonalKind;
  Programme: ResolverTypeWrapper<ProgrammeNode>;
  ProgrammeConnection: ResolverTypeWrapper<Omit<ProgrammeConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ProgrammeEdge']> }>;
  ProgrammeEdge: ResolverTypeWrapper<Omit<ProgrammeEdge, 'node'> & { node: ResolversTypes['Programme'] }>;
  ProgrammeFilter: ProgrammeFilter;
  ProgrammeKind: ProgrammeKind;
  ProgrammeTarget: ProgrammeTarget;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Receiving: Receiving;
  Screening: ResolverTypeWrapper<ScreeningNode>;
  ServiceRecord: ResolverTypeWrapper<ServiceNode>;
  ServiceStatus: ServiceStatus;
  Totals: ResolverTypeWrapper<Totals>;
  Truth: Truth;
  Verdict: Verdict;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessEntry: Omit<AccessEntry, 'body'> & { body?: Maybe<ResolversParentTypes['Body']> };
  AccessStatement: Omit<AccessStatement, 'entries'> & { entries: ReadonlyArray<ResolversParentTypes['AccessEntry']> };
  Boolean: Scalars['Boolean']['output'];
  Body: BodyNode;
  BodyAnswer: Omit<BodyAnswer, 'body'> & { body: ResolversParentTypes['Body'] };
  BodyRecord: ResolversInterfaceTypes<ResolversParentTypes>['BodyRecord'];
  CitizenId: Scalars['CitizenId']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DimensionFinding: Omit<DimensionFinding, 'body'> & { body: ResolversParentTypes['Body'] };
  Entitlement: EntitlementNode;
  ID: Scalars['ID']['output'];
  Evidence: Omit<Evidence, 'body'> & { body: ResolversParentTypes['Body'] };
  Fact: FactNode;
  FactRef: Omit<FactRef, 'body'> & { body: ResolversParentTypes['Body'] };
  FactValue: Scalars['FactValue']['output'];
  GapReport: Omit<GapReport, 'due' | 'items' | 'overPayments' | 'referrals' | 'unknown'> & { due: ReadonlyArray<ResolversParentTypes['Screening']>, items: ReadonlyArray<ResolversParentTypes['Screening']>, overPayments: ReadonlyArray<ResolversParentTypes['Screening']>, referrals: ReadonlyArray<ResolversParentTypes['Screening']>, unknown: ReadonlyArray<ResolversParentTypes['Screening']> };
  Float: Scalars['Float']['output'];
  HouseCode: Scalars['HouseCode']['output'];
  Household: CaseFile;
  Money: Money;
  Overlap: Omit<Overlap, 'person' | 'programmes'> & { person?: Maybe<ResolversParentTypes['Person']>, programmes: ReadonlyArray<ResolversParentTypes['Programme']> };
  PageInfo: PageInfo;
  Person: PersonKey;
  Programme: ProgrammeNode;
  ProgrammeConnection: Omit<ProgrammeConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ProgrammeEdge']> };
  ProgrammeEdge: Omit<ProgrammeEdge, 'node'> & { node: ResolversParentTypes['Programme'] };
  ProgrammeFilter: ProgrammeFilter;
  Query: Record<PropertyKey, never>;
  Screening: ScreeningNode;
  ServiceRecord: ServiceNode;
  Totals: Totals;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
};

export type JoinedDirectiveArgs = { };

export type JoinedDirectiveResolver<Result, Parent, ContextType = CaseContext, Args = JoinedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type MaskDirectiveArgs = {
  keep: Scalars['Int']['input'];
};

export type MaskDirectiveResolver<Result, Parent, ContextType = CaseContext, Args = MaskDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OpenDirectiveArgs = { };

export type OpenDirectiveResolver<Result, Parent, ContextType = CaseContext, Args = OpenDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PersonalDirectiveArgs = {
  kind?: PersonalKind;
};

export type PersonalDirectiveResolver<Result, Parent, ContextType = CaseContext, Args = PersonalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SensitiveDirectiveArgs = {
  category: ReadonlyArray<Scalars['String']['input']>;
};

export type SensitiveDirectiveResolver<Result, Parent, ContextType = CaseContext, Args = SensitiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessEntryResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['AccessEntry'] = ResolversParentTypes['AccessEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['Body']>, ParentType, ContextType>;
  dataKinds?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AccessStatementResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['AccessStatement'] = ResolversParentTypes['AccessStatement']> = {
  entries?: Resolver<ReadonlyArray<ResolversTypes['AccessEntry']>, ParentType, ContextType>;
  houseCode?: Resolver<ResolversTypes['HouseCode'], ParentType, ContextType>;
  verified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type BodyResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Body'] = ResolversParentTypes['Body']> = {
  code?: Resolver<ResolversTypes['BodyCode'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BodyAnswerResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['BodyAnswer'] = ResolversParentTypes['BodyAnswer']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  entitlementCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serviceCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AnswerStatus'], ParentType, ContextType>;
  tookMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BodyRecordResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['BodyRecord'] = ResolversParentTypes['BodyRecord']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
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

export type DimensionFindingResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['DimensionFinding'] = ResolversParentTypes['DimensionFinding']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  dimension?: Resolver<ResolversTypes['Dimension'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Truth'], ParentType, ContextType>;
  indicators?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EntitlementResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Entitlement'] = ResolversParentTypes['Entitlement']> = {
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

export type EvidenceResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fact?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Truth'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['FactValue']>, ParentType, ContextType>;
};

export type FactResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Fact'] = ResolversParentTypes['Fact']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  countedFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  countedIn?: Resolver<Maybe<ResolversTypes['FactClock']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registry?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['FactValue']>, ParentType, ContextType>;
};

export type FactRefResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['FactRef'] = ResolversParentTypes['FactRef']> = {
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  fact?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface FactValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FactValue'], any> {
  name: 'FactValue';
}

export type GapReportResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['GapReport'] = ResolversParentTypes['GapReport']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  due?: Resolver<ReadonlyArray<ResolversTypes['Screening']>, ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['Screening']>, ParentType, ContextType>;
  monthlyThb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  oneOffThb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  overPayments?: Resolver<ReadonlyArray<ResolversTypes['Screening']>, ParentType, ContextType>;
  referrals?: Resolver<ReadonlyArray<ResolversTypes['Screening']>, ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['Totals'], ParentType, ContextType>;
  unknown?: Resolver<ReadonlyArray<ResolversTypes['Screening']>, ParentType, ContextType>;
  yearlyThb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface HouseCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HouseCode'], any> {
  name: 'HouseCode';
}

export type HouseholdResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household'], FederationReferenceType extends FederationReferenceTypes['Household'] = FederationReferenceTypes['Household']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Household']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answers?: Resolver<ReadonlyArray<ResolversTypes['BodyAnswer']>, ParentType, ContextType>;
  dependantsCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<HouseholdDependantsCountArgs>>;
  dimensions?: Resolver<ReadonlyArray<ResolversTypes['DimensionFinding']>, ParentType, ContextType>;
  entitlements?: Resolver<ReadonlyArray<ResolversTypes['Entitlement']>, ParentType, ContextType, Partial<HouseholdEntitlementsArgs>>;
  gaps?: Resolver<ResolversTypes['GapReport'], ParentType, ContextType, Partial<HouseholdGapsArgs>>;
  houseCode?: Resolver<ResolversTypes['HouseCode'], ParentType, ContextType>;
  overlaps?: Resolver<ReadonlyArray<ResolversTypes['Overlap']>, ParentType, ContextType, Partial<HouseholdOverlapsArgs>>;
  screening?: Resolver<ReadonlyArray<ResolversTypes['Screening']>, ParentType, ContextType, Partial<HouseholdScreeningArgs>>;
  services?: Resolver<ReadonlyArray<ResolversTypes['ServiceRecord']>, ParentType, ContextType>;
  vulnerabilityLevel?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<HouseholdVulnerabilityLevelArgs>>;
};

export type MoneyResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  maxThb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  thb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type OverlapResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Overlap'] = ResolversParentTypes['Overlap']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  programmes?: Resolver<ReadonlyArray<ResolversTypes['Programme']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PersonResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  personId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProgrammeResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Programme'] = ResolversParentTypes['Programme']> = {
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

export type ProgrammeConnectionResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['ProgrammeConnection'] = ResolversParentTypes['ProgrammeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProgrammeEdgeResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['ProgrammeEdge'] = ResolversParentTypes['ProgrammeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessStatement?: Resolver<Maybe<ResolversTypes['AccessStatement']>, ParentType, ContextType, RequireFields<QueryAccessStatementArgs, 'houseCode'>>;
  bodies?: Resolver<ReadonlyArray<ResolversTypes['Body']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType, RequireFields<QueryProgrammeArgs, 'id'>>;
  programmes?: Resolver<ResolversTypes['ProgrammeConnection'], ParentType, ContextType, RequireFields<QueryProgrammesArgs, 'first'>>;
};

export type ScreeningResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Screening'] = ResolversParentTypes['Screening']> = {
  evidence?: Resolver<ReadonlyArray<ResolversTypes['Evidence']>, ParentType, ContextType>;
  missingFacts?: Resolver<ReadonlyArray<ResolversTypes['FactRef']>, ParentType, ContextType>;
  money?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
  receiving?: Resolver<ResolversTypes['Receiving'], ParentType, ContextType>;
  ruleHolds?: Resolver<ResolversTypes['Truth'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
};

export type ServiceRecordResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['ServiceRecord'] = ResolversParentTypes['ServiceRecord']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  deliveredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ServiceStatus'], ParentType, ContextType>;
};

export type TotalsResolvers<ContextType = CaseContext, ParentType extends ResolversParentTypes['Totals'] = ResolversParentTypes['Totals']> = {
  monthlyDue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  monthlyReceived?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  oneOffUnpaid?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  overPaidMonthly?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  yearlyDue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  yearlyReceived?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type Resolvers<ContextType = CaseContext> = {
  AccessEntry?: AccessEntryResolvers<ContextType>;
  AccessStatement?: AccessStatementResolvers<ContextType>;
  Body?: BodyResolvers<ContextType>;
  BodyAnswer?: BodyAnswerResolvers<ContextType>;
  BodyRecord?: BodyRecordResolvers<ContextType>;
  CitizenId?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DimensionFinding?: DimensionFindingResolvers<ContextType>;
  Entitlement?: EntitlementResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FactRef?: FactRefResolvers<ContextType>;
  FactValue?: GraphQLScalarType;
  GapReport?: GapReportResolvers<ContextType>;
  HouseCode?: GraphQLScalarType;
  Household?: HouseholdResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Overlap?: OverlapResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  ProgrammeConnection?: ProgrammeConnectionResolvers<ContextType>;
  ProgrammeEdge?: ProgrammeEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Screening?: ScreeningResolvers<ContextType>;
  ServiceRecord?: ServiceRecordResolvers<ContextType>;
  Totals?: TotalsResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = CaseContext> = {
  joined?: JoinedDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
};
