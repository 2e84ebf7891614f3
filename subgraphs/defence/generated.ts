import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Body as BodyNode } from '../../schema/contract/bodies.ts';
import type { Fact as FactNode, Entitlement as EntitlementNode, ServiceRecord as ServiceNode, HouseholdKey, PersonKey, HouseholdRecord } from '../_kit/record.ts';
import type { ProgrammeNode } from '../_kit/catalogue.ts';
import type { CardIssue } from './data.ts';
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

/** One call to the yearly selection. / การเรียกเข้าตรวจเลือกทหารหนึ่งครั้ง */
export type ConscriptionCall = {
  readonly __typename?: 'ConscriptionCall';
  /** How it ended; null: not yet. / ผลการตรวจเลือก (null คือยังไม่มีผล) */
  readonly outcome?: Maybe<ConscriptionOutcome>;
  /** Who. / ผู้ถูกเรียก */
  readonly person?: Maybe<Person>;
  /** Recruiting office that called. / ที่ทำการสัสดีที่ออกหมายเรียก */
  readonly recruitingOffice: Scalars['String']['output'];
  /** Day on which to report. / วันที่ต้องมารายงานตัว */
  readonly reportOn: Scalars['Date']['output'];
  /** Year of the selection, Gregorian. / ปีที่ตรวจเลือก (ค.ศ.) */
  readonly selectionYear: Scalars['Int']['output'];
};

/** How a selection ended for one man. / ผลการตรวจเลือกทหาร */
export type ConscriptionOutcome =
  /** Put off to a later year / ผ่อนผัน */
  | 'DEFERRED'
  /** Did not report / ไม่มารายงานตัว */
  | 'DID_NOT_REPORT'
  /** Drew a black card: released / จับได้ใบดำ ปล่อยตัว */
  | 'DREW_BLACK'
  /** Drew a red card: serves / จับได้ใบแดง เข้าประจำการ */
  | 'DREW_RED'
  /** Exempt by law / ได้รับการยกเว้นตามกฎหมาย */
  | 'EXEMPTED'
  /** Not fit for service / ร่างกายไม่เหมาะแก่การเป็นทหาร */
  | 'UNFIT'
  /** Volunteered / ร้องขอเข้ารับราชการ (สมัคร) */
  | 'VOLUNTEERED';

/** One man on the conscription roll. / ข้อมูลของบุคคลในบัญชีทหารกองเกิน */
export type ConscriptionStanding = {
  readonly __typename?: 'ConscriptionStanding';
  /** Due for selection this year. / ถึงกำหนดเข้ารับการตรวจเลือกในปีนี้ */
  readonly dueThisYear?: Maybe<Scalars['Boolean']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Certified as the only support of a parent who cannot earn. / ได้รับการรับรองว่าต้องเลี้ยงดูบิดาหรือมารดาที่หาเลี้ยงชีพไม่ได้โดยลำพัง */
  readonly supportsIncapacitatedParent?: Maybe<Scalars['Boolean']['output']>;
};

/** Defence's record of a household. / ข้อมูลของกระทรวงกลาโหมต่อครัวเรือน */
export type DefenceRecord = BodyRecord & {
  readonly __typename?: 'DefenceRecord';
  readonly asOf: Scalars['DateTime']['output'];
  readonly body: Body;
  /** The conscription roll of this year. / บัญชีทหารกองเกินประจำปี */
  readonly conscription?: Maybe<ReadonlyArray<ConscriptionStanding>>;
  /** Calls to the yearly selection and how they ended. / การเรียกเข้าตรวจเลือกทหารและผลในแต่ละปี */
  readonly conscriptionCalls?: Maybe<ReadonlyArray<ConscriptionCall>>;
  /** Work of the mobile development units at this house. / งานของหน่วยทหารพัฒนาที่บ้านหลังนี้ */
  readonly developmentVisits?: Maybe<ReadonlyArray<DevelopmentVisit>>;
  /** Tours of war or security duty. / ประวัติการไปปฏิบัติหน้าที่ */
  readonly dutyTours?: Maybe<ReadonlyArray<DutyTour>>;
  readonly entitlements: ReadonlyArray<Entitlement>;
  readonly facts: ReadonlyArray<Fact>;
  readonly found: Scalars['Boolean']['output'];
  readonly services: ReadonlyArray<ServiceRecord>;
  /** Every veteran or family card issued so far. / ประวัติการออกบัตรทหารผ่านศึกและบัตรครอบครัว */
  readonly veteranCardIssues?: Maybe<ReadonlyArray<VeteranCardIssue>>;
  /** Veteran cards that are held now. / บัตรประจำตัวทหารผ่านศึกที่ถืออยู่ */
  readonly veteranCards?: Maybe<ReadonlyArray<VeteranCard>>;
  /** Family cards that are held now. / บัตรประจำตัวครอบครัวทหารผ่านศึกที่ถืออยู่ */
  readonly veteranFamilyCards?: Maybe<ReadonlyArray<VeteranFamilyCard>>;
  /** Relief paid by the War Veterans Organization. / เงินสงเคราะห์ที่ อผศ. จ่ายแล้ว */
  readonly veteranRelief?: Maybe<ReadonlyArray<VeteranReliefPayment>>;
  /** Certified war or security duty. / การปฏิบัติหน้าที่ในการรบหรือรักษาความมั่นคงที่ได้รับการรับรอง */
  readonly warDuties?: Maybe<ReadonlyArray<WarDuty>>;
};

/** One visit of a mobile development unit. / การเข้าช่วยเหลือของหน่วยทหารพัฒนาหนึ่งครั้ง */
export type DevelopmentVisit = {
  readonly __typename?: 'DevelopmentVisit';
  /** Unit. / หน่วย */
  readonly unit: Scalars['String']['output'];
  /** Day of the visit. / วันที่เข้าช่วยเหลือ */
  readonly visitedOn: Scalars['Date']['output'];
  /** What was done. / งานที่ทำ */
  readonly work: DevelopmentWork;
};

/** Work of a mobile development unit. / งานของหน่วยทหารพัฒนา */
export type DevelopmentWork =
  /** House repair / ซ่อมบ้าน */
  | 'HOUSE_REPAIR'
  /** Medical team / หน่วยแพทย์เคลื่อนที่ */
  | 'MEDICAL_TEAM'
  /** Road or pond / ถนนหรือแหล่งน้ำ */
  | 'ROAD_OR_POND'
  /** Water brought to the house / แจกจ่ายน้ำ */
  | 'WATER_DELIVERY';

/** One tour of war or security duty. / การไปปฏิบัติหน้าที่หนึ่งครั้ง */
export type DutyTour = {
  readonly __typename?: 'DutyTour';
  /** Last day; null while it goes on. / วันสิ้นสุด (null คือยังปฏิบัติหน้าที่อยู่) */
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  /** Operation or order. / ภารกิจหรือคำสั่ง */
  readonly operation: Scalars['String']['output'];
  /** Who. / ผู้ปฏิบัติหน้าที่ */
  readonly person?: Maybe<Person>;
  /** First day. / วันเริ่มปฏิบัติหน้าที่ */
  readonly startedOn: Scalars['Date']['output'];
  /** Unit. / หน่วย */
  readonly unit: Scalars['String']['output'];
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

export type Household = {
  readonly __typename?: 'Household';
  /** What defence holds about the household; null is no answer. / ข้อมูลของกระทรวงกลาโหมต่อครัวเรือน (null คือไม่มีคำตอบ) */
  readonly defence?: Maybe<DefenceRecord>;
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

/** Veteran card of one person. / บัตรประจำตัวทหารผ่านศึกของบุคคล */
export type VeteranCard = {
  readonly __typename?: 'VeteranCard';
  /** Class, 1 to 4; null: not a veteran. / ชั้นของบัตร 1 ถึง 4 (null คือไม่ใช่ทหารผ่านศึก) */
  readonly cardClass?: Maybe<Scalars['Int']['output']>;
  /** Class-1 veteran disabled in service. / ทหารผ่านศึกบัตรชั้นที่ 1 ที่พิการจากการปฏิบัติหน้าที่ */
  readonly disabledInService?: Maybe<Scalars['Boolean']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

/** One veteran or family card as it was issued. / บัตรทหารผ่านศึกหรือบัตรครอบครัวที่ออกแต่ละครั้ง */
export type VeteranCardIssue = {
  readonly __typename?: 'VeteranCardIssue';
  /** Class, 1 to 4. / ชั้นของบัตร 1 ถึง 4 */
  readonly cardClass: Scalars['Int']['output'];
  /** Number on the card. / เลขที่บัตร */
  readonly cardNo: Scalars['String']['output'];
  /** Last day on which it is valid; null: for life. / วันบัตรหมดอายุ (null คือตลอดชีพ) */
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  /** Not expired. / บัตรยังไม่หมดอายุ */
  readonly isValid: Scalars['Boolean']['output'];
  /** Day of issue. / วันออกบัตร */
  readonly issuedOn: Scalars['Date']['output'];
  /** Whose card it is. / ประเภทบัตร */
  readonly kind: VeteranCardKind;
  /** Who. / ผู้ถือบัตร */
  readonly person?: Maybe<Person>;
};

/** Whose card it is. / ประเภทบัตรทหารผ่านศึก */
export type VeteranCardKind =
  /** A family member's / บัตรประจำตัวครอบครัวทหารผ่านศึก */
  | 'FAMILY_MEMBER'
  /** The veteran's own / บัตรประจำตัวทหารผ่านศึก */
  | 'VETERAN';

/** Card of a veteran's family member. / บัตรประจำตัวครอบครัวทหารผ่านศึก */
export type VeteranFamilyCard = {
  readonly __typename?: 'VeteranFamilyCard';
  /** Class, 1 to 4; null: no such card. / ชั้นของบัตร 1 ถึง 4 (null คือไม่มีบัตร) */
  readonly cardClass?: Maybe<Scalars['Int']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

/** What veterans' relief is paid for. / ประเภทการสงเคราะห์ทหารผ่านศึก */
export type VeteranRelief =
  /** Loss by a disaster / ประสบภัยพิบัติ */
  | 'DISASTER_LOSS'
  /** Funeral / ค่าจัดการศพ */
  | 'FUNERAL'
  /** Childbirth / ค่าคลอดบุตร */
  | 'MATERNITY'
  /** Cost of medical treatment / ค่ารักษาพยาบาล */
  | 'MEDICAL'
  /** Children's schooling / การศึกษาบุตร */
  | 'SCHOOLING'
  /** Monthly subsistence / เงินเลี้ยงชีพรายเดือน */
  | 'SUBSISTENCE';

/** One payment of veterans' relief. / การจ่ายเงินสงเคราะห์ทหารผ่านศึกหนึ่งครั้ง */
export type VeteranReliefPayment = {
  readonly __typename?: 'VeteranReliefPayment';
  /** Day of payment. / วันที่จ่าย */
  readonly paidOn: Scalars['Date']['output'];
  /** Who. / ผู้รับ */
  readonly person?: Maybe<Person>;
  /** What it was paid for. / ประเภทการสงเคราะห์ */
  readonly relief: VeteranRelief;
  /** Baht. / จำนวนเงิน (บาท) */
  readonly thb: Scalars['Float']['output'];
};

/** War or security duty of one person or the spouse. / การปฏิบัติหน้าที่ของบุคคลหรือคู่สมรส */
export type WarDuty = {
  readonly __typename?: 'WarDuty';
  /** Certified as being on duty now. / ได้รับการรับรองว่ากำลังปฏิบัติหน้าที่ */
  readonly certified?: Maybe<Scalars['Boolean']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
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
  Body: ResolverTypeWrapper<BodyNode>;
  BodyCode: BodyCode;
  BodyRecord: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['BodyRecord']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CitizenId: ResolverTypeWrapper<Scalars['CitizenId']['output']>;
  ClaimType: ClaimType;
  ConscriptionCall: ResolverTypeWrapper<Omit<ConscriptionCall, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  ConscriptionOutcome: ConscriptionOutcome;
  ConscriptionStanding: ResolverTypeWrapper<Omit<ConscriptionStanding, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DefenceRecord: ResolverTypeWrapper<HouseholdRecord>;
  DevelopmentVisit: ResolverTypeWrapper<DevelopmentVisit>;
  DevelopmentWork: DevelopmentWork;
  DutyTour: ResolverTypeWrapper<Omit<DutyTour, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  EnrolmentStatus: EnrolmentStatus;
  Entitlement: ResolverTypeWrapper<EntitlementNode>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Fact: ResolverTypeWrapper<FactNode>;
  FactClock: FactClock;
  FactValue: ResolverTypeWrapper<Scalars['FactValue']['output']>;
  HouseCode: ResolverTypeWrapper<Scalars['HouseCode']['output']>;
  Household: ResolverTypeWrapper<HouseholdKey>;
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
  VeteranCard: ResolverTypeWrapper<Omit<VeteranCard, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  VeteranCardIssue: ResolverTypeWrapper<CardIssue>;
  VeteranCardKind: VeteranCardKind;
  VeteranFamilyCard: ResolverTypeWrapper<Omit<VeteranFamilyCard, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  VeteranRelief: VeteranRelief;
  VeteranReliefPayment: ResolverTypeWrapper<Omit<VeteranReliefPayment, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  WarDuty: ResolverTypeWrapper<Omit<WarDuty, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Body: BodyNode;
  BodyRecord: ResolversInterfaceTypes<ResolversParentTypes>['BodyRecord'];
  Boolean: Scalars['Boolean']['output'];
  CitizenId: Scalars['CitizenId']['output'];
  ConscriptionCall: Omit<ConscriptionCall, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  ConscriptionStanding: Omit<ConscriptionStanding, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DefenceRecord: HouseholdRecord;
  DevelopmentVisit: DevelopmentVisit;
  DutyTour: Omit<DutyTour, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  Entitlement: EntitlementNode;
  ID: Scalars['ID']['output'];
  Fact: FactNode;
  FactValue: Scalars['FactValue']['output'];
  HouseCode: Scalars['HouseCode']['output'];
  Household: HouseholdKey;
  Money: Money;
  Float: Scalars['Float']['output'];
  Person: PersonKey;
  Programme: ProgrammeNode;
  ServiceRecord: ServiceNode;
  VeteranCard: Omit<VeteranCard, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  VeteranCardIssue: CardIssue;
  VeteranFamilyCard: Omit<VeteranFamilyCard, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  VeteranReliefPayment: Omit<VeteranReliefPayment, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  WarDuty: Omit<WarDuty, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
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

export type BodyResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Body'] = ResolversParentTypes['Body']> = {
  code?: Resolver<ResolversTypes['BodyCode'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BodyRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['BodyRecord'] = ResolversParentTypes['BodyRecord']> = {
  __resolveType: TypeResolveFn<'DefenceRecord', ParentType, ContextType>;
};

export interface CitizenIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CitizenId'], any> {
  name: 'CitizenId';
}

export type ConscriptionCallResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['ConscriptionCall'] = ResolversParentTypes['ConscriptionCall']> = {
  outcome?: Resolver<Maybe<ResolversTypes['ConscriptionOutcome']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  recruitingOffice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reportOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  selectionYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConscriptionStandingResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['ConscriptionStanding'] = ResolversParentTypes['ConscriptionStanding']> = {
  dueThisYear?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  supportsIncapacitatedParent?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DefenceRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['DefenceRecord'] = ResolversParentTypes['DefenceRecord']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  conscription?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConscriptionStanding']>>, ParentType, ContextType>;
  conscriptionCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConscriptionCall']>>, ParentType, ContextType>;
  developmentVisits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DevelopmentVisit']>>, ParentType, ContextType>;
  dutyTours?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DutyTour']>>, ParentType, ContextType>;
  entitlements?: Resolver<ReadonlyArray<ResolversTypes['Entitlement']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  found?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  services?: Resolver<ReadonlyArray<ResolversTypes['ServiceRecord']>, ParentType, ContextType>;
  veteranCardIssues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['VeteranCardIssue']>>, ParentType, ContextType>;
  veteranCards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['VeteranCard']>>, ParentType, ContextType>;
  veteranFamilyCards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['VeteranFamilyCard']>>, ParentType, ContextType>;
  veteranRelief?: Resolver<Maybe<ReadonlyArray<ResolversTypes['VeteranReliefPayment']>>, ParentType, ContextType>;
  warDuties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WarDuty']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DevelopmentVisitResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['DevelopmentVisit'] = ResolversParentTypes['DevelopmentVisit']> = {
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  visitedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  work?: Resolver<ResolversTypes['DevelopmentWork'], ParentType, ContextType>;
};

export type DutyTourResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['DutyTour'] = ResolversParentTypes['DutyTour']> = {
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  startedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  defence?: Resolver<Maybe<ResolversTypes['DefenceRecord']>, ParentType, ContextType>;
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

export type VeteranCardResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['VeteranCard'] = ResolversParentTypes['VeteranCard']> = {
  cardClass?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  disabledInService?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type VeteranCardIssueResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['VeteranCardIssue'] = ResolversParentTypes['VeteranCardIssue']> = {
  cardClass?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cardNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  isValid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['VeteranCardKind'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type VeteranFamilyCardResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['VeteranFamilyCard'] = ResolversParentTypes['VeteranFamilyCard']> = {
  cardClass?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type VeteranReliefPaymentResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['VeteranReliefPayment'] = ResolversParentTypes['VeteranReliefPayment']> = {
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  relief?: Resolver<ResolversTypes['VeteranRelief'], ParentType, ContextType>;
  thb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type WarDutyResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['WarDuty'] = ResolversParentTypes['WarDuty']> = {
  certified?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = BodyContext> = {
  Body?: BodyResolvers<ContextType>;
  BodyRecord?: BodyRecordResolvers<ContextType>;
  CitizenId?: GraphQLScalarType;
  ConscriptionCall?: ConscriptionCallResolvers<ContextType>;
  ConscriptionStanding?: ConscriptionStandingResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DefenceRecord?: DefenceRecordResolvers<ContextType>;
  DevelopmentVisit?: DevelopmentVisitResolvers<ContextType>;
  DutyTour?: DutyTourResolvers<ContextType>;
  Entitlement?: EntitlementResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FactValue?: GraphQLScalarType;
  HouseCode?: GraphQLScalarType;
  Household?: HouseholdResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  ServiceRecord?: ServiceRecordResolvers<ContextType>;
  VeteranCard?: VeteranCardResolvers<ContextType>;
  VeteranCardIssue?: VeteranCardIssueResolvers<ContextType>;
  VeteranFamilyCard?: VeteranFamilyCardResolvers<ContextType>;
  VeteranReliefPayment?: VeteranReliefPaymentResolvers<ContextType>;
  WarDuty?: WarDutyResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = BodyContext> = {
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
};
