import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Body as BodyNode } from '../../schema/contract/bodies.ts';
import type { Fact as FactNode, Entitlement as EntitlementNode, ServiceRecord as ServiceNode, HouseholdKey, PersonKey, HouseholdRecord } from '../_kit/record.ts';
import type { ProgrammeNode } from '../_kit/catalogue.ts';
import type { HouseholdList } from './household-list.ts';
import type { BodyContext } from '../_kit/define-subgraph.ts';
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

/** Where a house is. / ที่อยู่ */
export type Address = {
  readonly __typename?: 'Address';
  /** Amphoe or khet. / อำเภอหรือเขต */
  readonly district?: Maybe<Area>;
  /** House number and village. / บ้านเลขที่และหมู่บ้าน */
  readonly line?: Maybe<Scalars['String']['output']>;
  /** Postcode. / รหัสไปรษณีย์ */
  readonly postcode?: Maybe<Scalars['String']['output']>;
  /** Province. / จังหวัด */
  readonly province: Area;
  /** Tambon or khwaeng. / ตำบลหรือแขวง */
  readonly subdistrict?: Maybe<Area>;
};

/** A province, district or subdistrict. / จังหวัด อำเภอ หรือตำบล */
export type Area = {
  readonly __typename?: 'Area';
  /** 2, 4 or 6 digits. / รหัสพื้นที่ */
  readonly code: Scalars['String']['output'];
  /** English name where the project has one. / ชื่อภาษาอังกฤษ */
  readonly nameEn?: Maybe<Scalars['String']['output']>;
  /** Thai name. / ชื่อภาษาไทย */
  readonly nameTh: Scalars['String']['output'];
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

/** Civil registration of one person. / ทะเบียนราษฎรของบุคคล */
export type CivilRegistration = {
  readonly __typename?: 'CivilRegistration';
  /** Registration status. / สถานะทางทะเบียน */
  readonly civilStatus?: Maybe<CivilStatus>;
  /** Day of death. / วันที่เสียชีวิต */
  readonly diedOn?: Maybe<Scalars['Date']['output']>;
  /** Province of the house registration, two digits: domicile decides who pays. / จังหวัดตามทะเบียนบ้าน */
  readonly domicileProvince?: Maybe<Scalars['String']['output']>;
  /** Holds a citizen card. / มีบัตรประชาชน */
  readonly hasIdCard?: Maybe<Scalars['Boolean']['output']>;
  /** Marital status. / สถานภาพสมรส */
  readonly maritalStatus?: Maybe<MaritalStatus>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Holds Thai nationality. / สัญชาติไทย */
  readonly thaiNationality?: Maybe<Scalars['Boolean']['output']>;
};

/** Registration status. / สถานะทางทะเบียน */
export type CivilStatus =
  /** Thai citizen / คนไทย */
  | 'CITIZEN'
  /** Registered, not a citizen / มีทะเบียน ไม่ใช่คนไทย */
  | 'REGISTERED_NON_CITIZEN'
  /** Stateless, registered / ไร้สัญชาติ มีทะเบียน */
  | 'STATELESS_REGISTERED'
  /** No registration / ไม่มีทะเบียน */
  | 'UNREGISTERED';

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

/** How precise a date is. / ความละเอียดของวันที่ */
export type DatePrecision =
  /** Day known / ทราบวัน */
  | 'DAY'
  /** Month known / ทราบเดือน */
  | 'MONTH'
  /** Only the year known / ทราบเฉพาะปี */
  | 'YEAR';

/** Disaster damage. / ความเสียหายจากภัยพิบัติ */
export type DisasterStatus = {
  readonly __typename?: 'DisasterStatus';
  /** In an area declared under emergency rules, within the claim window. / อยู่ในพื้นที่ประกาศภัยและยังอยู่ในเวลายื่นคำขอ */
  readonly declared?: Maybe<Scalars['Boolean']['output']>;
  /** Damage to the house. / ความเสียหายของบ้าน */
  readonly houseDamage?: Maybe<HouseDamage>;
};

/** One electricity bill. / บิลค่าไฟฟ้าหนึ่งเดือน */
export type ElectricityBill = {
  readonly __typename?: 'ElectricityBill';
  /** First day of the month billed. / เดือนที่เรียกเก็บ */
  readonly month: Scalars['Date']['output'];
  /** Sum in baht; 0 under the free scheme. / จำนวนเงิน (บาท) */
  readonly thb: Scalars['Float']['output'];
  /** Consumption in kWh. / หน่วยที่ใช้ */
  readonly units: Scalars['Int']['output'];
};

/** Electricity meter. / มิเตอร์ไฟฟ้า */
export type ElectricityMeter = {
  readonly __typename?: 'ElectricityMeter';
  /** Size in ampere; null: no meter. / ขนาดมิเตอร์ (แอมแปร์) */
  readonly ampere?: Maybe<Scalars['Int']['output']>;
  /** Highest use of the last three bills, kWh. / หน่วยสูงสุดใน 3 เดือน */
  readonly maxUnits3Months?: Maybe<Scalars['Int']['output']>;
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

/** Damage to a house. / ความเสียหายของบ้าน */
export type HouseDamage =
  /** None / ไม่เสียหาย */
  | 'NONE'
  /** In part / เสียหายบางส่วน */
  | 'PARTIAL'
  /** Lost / เสียหายทั้งหลัง */
  | 'TOTAL';

/** People living in one house; it may differ from where they are registered. / ครัวเรือน */
export type Household = {
  readonly __typename?: 'Household';
  /** Where the house is; hidden from some roles. / ที่อยู่ (บางบทบาทไม่เห็น) */
  readonly address?: Maybe<Address>;
  /** Most precise area that is known: 6, 4 or 2 digits. / รหัสพื้นที่ละเอียดที่สุดที่ทราบ */
  readonly areaCode?: Maybe<Scalars['String']['output']>;
  /** 11-digit house code. / รหัสประจำบ้าน */
  readonly houseCode: Scalars['HouseCode']['output'];
  /** What the interior holds about the household; null is no answer. / ข้อมูลมหาดไทยของครัวเรือน (null คือไม่มีคำตอบ) */
  readonly interior?: Maybe<InteriorRecord>;
  /** Who lives there, the deceased included. / สมาชิก รวมผู้เสียชีวิตที่ยังอยู่ในทะเบียน */
  readonly members: ReadonlyArray<Person>;
};

/** A page of households. / รายการครัวเรือนหนึ่งหน้า */
export type HouseholdConnection = {
  readonly __typename?: 'HouseholdConnection';
  /** This page. / รายการในหน้านี้ */
  readonly edges: ReadonlyArray<HouseholdEdge>;
  /** Where the next page begins. / ข้อมูลหน้าถัดไป */
  readonly pageInfo: PageInfo;
  /** All that fit the filter. / จำนวนทั้งหมดตามเงื่อนไข */
  readonly totalCount: Scalars['Int']['output'];
};

/** One household in a list. / ครัวเรือนหนึ่งในรายการ */
export type HouseholdEdge = {
  readonly __typename?: 'HouseholdEdge';
  /** Its place in the list. / ตำแหน่งในรายการ */
  readonly cursor: Scalars['String']['output'];
  /** The household. / ครัวเรือน */
  readonly node: Household;
};

/** Which households to list. / เงื่อนไขของรายการ */
export type HouseholdFilter = {
  /** Province, district or subdistrict: 2, 4 or 6 digits. / รหัสจังหวัด อำเภอ หรือตำบล */
  readonly areaCode?: InputMaybe<Scalars['String']['input']>;
  /** House code, or the beginning of one or of the head's family name. / รหัสประจำบ้านหรือต้นนามสกุลของหัวหน้าครัวเรือน */
  readonly search?: InputMaybe<Scalars['String']['input']>;
};

/** Basic minimum needs survey. / ข้อมูลความจำเป็นพื้นฐาน (จปฐ.) */
export type HouseholdSurvey = {
  readonly __typename?: 'HouseholdSurvey';
  /** Income per person and year in baht (indicator 22). / รายได้เฉลี่ยต่อคนต่อปี (บาท) */
  readonly avgIncomePerPersonYear?: Maybe<Scalars['Float']['output']>;
  /** The head says the occupation is farming. / หัวหน้าครัวเรือนแจ้งว่าเป็นเกษตรกร */
  readonly farmer?: Maybe<Scalars['Boolean']['output']>;
  /** Secure tenure and durable house (indicator 8). / ที่อยู่อาศัยมั่นคง */
  readonly housingSecure?: Maybe<Scalars['Boolean']['output']>;
};

/** The interior's record of a household. / ข้อมูลของกระทรวงมหาดไทยต่อครัวเรือน */
export type InteriorRecord = BodyRecord & {
  readonly __typename?: 'InteriorRecord';
  /** Payments of local allowances (outside Bangkok). / การจ่ายเบี้ยยังชีพของ อปท. */
  readonly allowancePayments?: Maybe<ReadonlyArray<LocalAllowancePayment>>;
  readonly asOf: Scalars['DateTime']['output'];
  readonly body: Body;
  /** Civil registration of each person. / ทะเบียนราษฎรของแต่ละคน */
  readonly civilRegistrations?: Maybe<ReadonlyArray<CivilRegistration>>;
  /** Disaster damage. / ความเสียหายจากภัยพิบัติ */
  readonly disaster?: Maybe<DisasterStatus>;
  /** Electricity meter. / มิเตอร์ไฟฟ้า */
  readonly electricity?: Maybe<ElectricityMeter>;
  /** Last electricity bills. / บิลค่าไฟฟ้าล่าสุด */
  readonly electricityBills?: Maybe<ReadonlyArray<ElectricityBill>>;
  readonly entitlements: ReadonlyArray<Entitlement>;
  readonly facts: ReadonlyArray<Fact>;
  readonly found: Scalars['Boolean']['output'];
  /** What each person said in the survey. / ข้อมูลรายได้และอาชีพของแต่ละคน */
  readonly livelihoods?: Maybe<ReadonlyArray<Livelihood>>;
  readonly services: ReadonlyArray<ServiceRecord>;
  /** Basic minimum needs survey of the household. / ผลสำรวจ จปฐ. ของครัวเรือน */
  readonly survey?: Maybe<HouseholdSurvey>;
};

/** What one person said in the survey. / ข้อมูลของบุคคลจากการสำรวจ */
export type Livelihood = {
  readonly __typename?: 'Livelihood';
  /** Own yearly income in baht. / รายได้ต่อปี (บาท) */
  readonly incomePerYear?: Maybe<Scalars['Float']['output']>;
  /** Occupation. / อาชีพ */
  readonly occupation?: Maybe<Scalars['String']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

/** Allowance of a local authority. / เบี้ยยังชีพของ อปท. */
export type LocalAllowance =
  /** AIDS / เบี้ยยังชีพผู้ป่วยเอดส์ */
  | 'AIDS'
  /** Disability / เบี้ยความพิการ */
  | 'DISABILITY'
  /** Old age / เบี้ยยังชีพผู้สูงอายุ */
  | 'OLD_AGE';

/** One payment of a local allowance. / การจ่ายเบี้ยยังชีพหนึ่งครั้ง */
export type LocalAllowancePayment = {
  readonly __typename?: 'LocalAllowancePayment';
  /** Allowance. / ประเภทเบี้ย */
  readonly allowance: LocalAllowance;
  /** Day of payment. / วันที่จ่าย */
  readonly paidOn: Scalars['Date']['output'];
  /** Who. / ผู้รับ */
  readonly person?: Maybe<Person>;
  /** Baht. / จำนวนเงิน (บาท) */
  readonly thb: Scalars['Float']['output'];
};

/** Marital status. / สถานภาพสมรส */
export type MaritalStatus =
  /** Divorced / หย่า */
  | 'DIVORCED'
  /** Married / สมรส */
  | 'MARRIED'
  /** Separated / แยกกันอยู่ */
  | 'SEPARATED'
  /** Single / โสด */
  | 'SINGLE'
  /** Widowed / หม้าย */
  | 'WIDOWED';

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

/** A person of the civil registry. / บุคคลตามทะเบียนราษฎร */
export type Person = {
  readonly __typename?: 'Person';
  /** Day of birth, Gregorian; an unknown day or month stands as 1. / วันเกิด (ค.ศ.) */
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  /** How precise the day of birth is. / ความละเอียดของวันเกิด */
  readonly birthDatePrecision?: Maybe<DatePrecision>;
  /** Year of birth, Gregorian. / ปีเกิด (ค.ศ.) */
  readonly birthYear?: Maybe<Scalars['Int']['output']>;
  /** Citizen number; null when there is none. / เลขประจำตัวประชาชน */
  readonly citizenId?: Maybe<Scalars['CitizenId']['output']>;
  /** The household the person lives in. / ครัวเรือนที่อาศัย */
  readonly household?: Maybe<Household>;
  /** Death registered. / แจ้งตายแล้ว */
  readonly isDeceased?: Maybe<Scalars['Boolean']['output']>;
  /** Thai name. / ชื่อ */
  readonly nameTh?: Maybe<Scalars['String']['output']>;
  /** House code and member, for example 99990000011-M1: not every person has a citizen number. / รหัสบุคคลในระบบ */
  readonly personId: Scalars['ID']['output'];
  /** Relation to the head of the household. / ความสัมพันธ์กับหัวหน้าครัวเรือน */
  readonly relation?: Maybe<Scalars['String']['output']>;
  /** Registered sex. / เพศตามทะเบียน */
  readonly sex?: Maybe<Sex>;
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

export type Query = {
  readonly __typename?: 'Query';
  /** One household by its house code. / ครัวเรือนหนึ่งตามรหัสประจำบ้าน */
  readonly household?: Maybe<Household>;
  /** Households page by page, at most 200 at once. / รายการครัวเรือนทีละหน้า ครั้งละไม่เกิน 200 */
  readonly households: HouseholdConnection;
  /** One person by exactly one of the two keys. / บุคคลหนึ่งตามรหัสใดรหัสหนึ่ง */
  readonly person?: Maybe<Person>;
};


export type QueryHouseholdArgs = {
  houseCode: Scalars['HouseCode']['input'];
};


export type QueryHouseholdsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HouseholdFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPersonArgs = {
  citizenId?: InputMaybe<Scalars['CitizenId']['input']>;
  personId?: InputMaybe<Scalars['ID']['input']>;
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

/** Registered sex. / เพศตามทะเบียน */
export type Sex =
  /** Female / หญิง */
  | 'FEMALE'
  /** Male / ชาย */
  | 'MALE'
  /** Other / อื่น ๆ */
  | 'OTHER'
  /** Not known / ไม่ทราบ */
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
  Person: Person;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Household:
    ( { __typename: 'Household' }
    & GraphQLRecursivePick<FederationTypes['Household'], {"houseCode":true}> );
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"personId":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  BodyRecord: ( HouseholdRecord );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<Address>;
  Area: ResolverTypeWrapper<Area>;
  Body: ResolverTypeWrapper<BodyNode>;
  BodyCode: BodyCode;
  BodyRecord: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['BodyRecord']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CitizenId: ResolverTypeWrapper<Scalars['CitizenId']['output']>;
  CivilRegistration: ResolverTypeWrapper<Omit<CivilRegistration, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  CivilStatus: CivilStatus;
  ClaimType: ClaimType;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DatePrecision: DatePrecision;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DisasterStatus: ResolverTypeWrapper<DisasterStatus>;
  ElectricityBill: ResolverTypeWrapper<ElectricityBill>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ElectricityMeter: ResolverTypeWrapper<ElectricityMeter>;
  EnrolmentStatus: EnrolmentStatus;
  Entitlement: ResolverTypeWrapper<EntitlementNode>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Fact: ResolverTypeWrapper<FactNode>;
  FactClock: FactClock;
  FactValue: ResolverTypeWrapper<Scalars['FactValue']['output']>;
  HouseCode: ResolverTypeWrapper<Scalars['HouseCode']['output']>;
  HouseDamage: HouseDamage;
  Household: ResolverTypeWrapper<HouseholdKey>;
  HouseholdConnection: ResolverTypeWrapper<HouseholdList>;
  HouseholdEdge: ResolverTypeWrapper<Omit<HouseholdEdge, 'node'> & { node: ResolversTypes['Household'] }>;
  HouseholdFilter: HouseholdFilter;
  HouseholdSurvey: ResolverTypeWrapper<HouseholdSurvey>;
  InteriorRecord: ResolverTypeWrapper<HouseholdRecord>;
  Livelihood: ResolverTypeWrapper<Omit<Livelihood, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  LocalAllowance: LocalAllowance;
  LocalAllowancePayment: ResolverTypeWrapper<Omit<LocalAllowancePayment, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  MaritalStatus: MaritalStatus;
  Money: ResolverTypeWrapper<Money>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Period: Period;
  Person: ResolverTypeWrapper<PersonKey>;
  PersonalKind: PersonalKind;
  Programme: ResolverTypeWrapper<ProgrammeNode>;
  ProgrammeKind: ProgrammeKind;
  ProgrammeTarget: ProgrammeTarget;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ServiceRecord: ResolverTypeWrapper<ServiceNode>;
  ServiceStatus: ServiceStatus;
  Sex: Sex;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: Address;
  Area: Area;
  Body: BodyNode;
  BodyRecord: ResolversInterfaceTypes<ResolversParentTypes>['BodyRecord'];
  Boolean: Scalars['Boolean']['output'];
  CitizenId: Scalars['CitizenId']['output'];
  CivilRegistration: Omit<CivilRegistration, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DisasterStatus: DisasterStatus;
  ElectricityBill: ElectricityBill;
  Float: Scalars['Float']['output'];
  ElectricityMeter: ElectricityMeter;
  Entitlement: EntitlementNode;
  ID: Scalars['ID']['output'];
  Fact: FactNode;
  FactValue: Scalars['FactValue']['output'];
  HouseCode: Scalars['HouseCode']['output'];
  Household: HouseholdKey;
  HouseholdConnection: HouseholdList;
  HouseholdEdge: Omit<HouseholdEdge, 'node'> & { node: ResolversParentTypes['Household'] };
  HouseholdFilter: HouseholdFilter;
  HouseholdSurvey: HouseholdSurvey;
  InteriorRecord: HouseholdRecord;
  Livelihood: Omit<Livelihood, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  LocalAllowancePayment: Omit<LocalAllowancePayment, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  Money: Money;
  PageInfo: PageInfo;
  Person: PersonKey;
  Programme: ProgrammeNode;
  Query: Record<PropertyKey, never>;
  ServiceRecord: ServiceNode;
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

export type AddressResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  district?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postcode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  province?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  subdistrict?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
};

export type AreaResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nameTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BodyResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Body'] = ResolversParentTypes['Body']> = {
  code?: Resolver<ResolversTypes['BodyCode'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BodyRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['BodyRecord'] = ResolversParentTypes['BodyRecord']> = {
  __resolveType: TypeResolveFn<'InteriorRecord', ParentType, ContextType>;
};

export interface CitizenIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CitizenId'], any> {
  name: 'CitizenId';
}

export type CivilRegistrationResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['CivilRegistration'] = ResolversParentTypes['CivilRegistration']> = {
  civilStatus?: Resolver<Maybe<ResolversTypes['CivilStatus']>, ParentType, ContextType>;
  diedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  domicileProvince?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasIdCard?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  maritalStatus?: Resolver<Maybe<ResolversTypes['MaritalStatus']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  thaiNationality?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DisasterStatusResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['DisasterStatus'] = ResolversParentTypes['DisasterStatus']> = {
  declared?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  houseDamage?: Resolver<Maybe<ResolversTypes['HouseDamage']>, ParentType, ContextType>;
};

export type ElectricityBillResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['ElectricityBill'] = ResolversParentTypes['ElectricityBill']> = {
  month?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  thb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ElectricityMeterResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['ElectricityMeter'] = ResolversParentTypes['ElectricityMeter']> = {
  ampere?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxUnits3Months?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

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

export interface HouseCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HouseCode'], any> {
  name: 'HouseCode';
}

export type HouseholdResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household'], FederationReferenceType extends FederationReferenceTypes['Household'] = FederationReferenceTypes['Household']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Household']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  areaCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  houseCode?: Resolver<ResolversTypes['HouseCode'], ParentType, ContextType>;
  interior?: Resolver<Maybe<ResolversTypes['InteriorRecord']>, ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type HouseholdConnectionResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['HouseholdConnection'] = ResolversParentTypes['HouseholdConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['HouseholdEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HouseholdEdgeResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['HouseholdEdge'] = ResolversParentTypes['HouseholdEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Household'], ParentType, ContextType>;
};

export type HouseholdSurveyResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['HouseholdSurvey'] = ResolversParentTypes['HouseholdSurvey']> = {
  avgIncomePerPersonYear?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  farmer?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  housingSecure?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type InteriorRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['InteriorRecord'] = ResolversParentTypes['InteriorRecord']> = {
  allowancePayments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LocalAllowancePayment']>>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  civilRegistrations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CivilRegistration']>>, ParentType, ContextType>;
  disaster?: Resolver<Maybe<ResolversTypes['DisasterStatus']>, ParentType, ContextType>;
  electricity?: Resolver<Maybe<ResolversTypes['ElectricityMeter']>, ParentType, ContextType>;
  electricityBills?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ElectricityBill']>>, ParentType, ContextType>;
  entitlements?: Resolver<ReadonlyArray<ResolversTypes['Entitlement']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  found?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  livelihoods?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Livelihood']>>, ParentType, ContextType>;
  services?: Resolver<ReadonlyArray<ResolversTypes['ServiceRecord']>, ParentType, ContextType>;
  survey?: Resolver<Maybe<ResolversTypes['HouseholdSurvey']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LivelihoodResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Livelihood'] = ResolversParentTypes['Livelihood']> = {
  incomePerYear?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  occupation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type LocalAllowancePaymentResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['LocalAllowancePayment'] = ResolversParentTypes['LocalAllowancePayment']> = {
  allowance?: Resolver<ResolversTypes['LocalAllowance'], ParentType, ContextType>;
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  thb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  maxThb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  thb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PersonResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  birthDatePrecision?: Resolver<Maybe<ResolversTypes['DatePrecision']>, ParentType, ContextType>;
  birthYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  citizenId?: Resolver<Maybe<ResolversTypes['CitizenId']>, ParentType, ContextType>;
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType>;
  isDeceased?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  nameTh?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  relation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sex?: Resolver<Maybe<ResolversTypes['Sex']>, ParentType, ContextType>;
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

export type QueryResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType, RequireFields<QueryHouseholdArgs, 'houseCode'>>;
  households?: Resolver<ResolversTypes['HouseholdConnection'], ParentType, ContextType, RequireFields<QueryHouseholdsArgs, 'first'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, Partial<QueryPersonArgs>>;
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

export type Resolvers<ContextType = BodyContext> = {
  Address?: AddressResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  Body?: BodyResolvers<ContextType>;
  BodyRecord?: BodyRecordResolvers<ContextType>;
  CitizenId?: GraphQLScalarType;
  CivilRegistration?: CivilRegistrationResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DisasterStatus?: DisasterStatusResolvers<ContextType>;
  ElectricityBill?: ElectricityBillResolvers<ContextType>;
  ElectricityMeter?: ElectricityMeterResolvers<ContextType>;
  Entitlement?: EntitlementResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FactValue?: GraphQLScalarType;
  HouseCode?: GraphQLScalarType;
  Household?: HouseholdResolvers<ContextType>;
  HouseholdConnection?: HouseholdConnectionResolvers<ContextType>;
  HouseholdEdge?: HouseholdEdgeResolvers<ContextType>;
  HouseholdSurvey?: HouseholdSurveyResolvers<ContextType>;
  InteriorRecord?: InteriorRecordResolvers<ContextType>;
  Livelihood?: LivelihoodResolvers<ContextType>;
  LocalAllowancePayment?: LocalAllowancePaymentResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ServiceRecord?: ServiceRecordResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = BodyContext> = {
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
};
