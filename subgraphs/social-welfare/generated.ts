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

/** Whether one person lives in a state home or without support. / สถานะการอยู่ในสถานสงเคราะห์หรือการไร้ที่พึ่ง */
export type CareHomeStatus = {
  readonly __typename?: 'CareHomeStatus';
  /** Homeless or without support. / ไร้ที่อยู่อาศัยหรือไร้ที่พึ่ง */
  readonly destitute?: Maybe<Scalars['Boolean']['output']>;
  /** Lives in a state home. / อยู่ในสถานสงเคราะห์ของรัฐ */
  readonly inStateHome?: Maybe<Scalars['Boolean']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

/** One stay in a home, shelter or foster family. / การเข้ารับการคุ้มครองหรืออุปถัมภ์ครั้งหนึ่ง */
export type CarePlacement = {
  readonly __typename?: 'CarePlacement';
  /** Last day; null: still there. / วันสิ้นสุด (null คือยังอยู่) */
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  /** Kind of place. / ประเภทสถานที่ */
  readonly kind: CarePlacementKind;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Name of the place. / ชื่อสถานที่ */
  readonly place?: Maybe<Scalars['String']['output']>;
  /** First day. / วันเริ่ม */
  readonly startedOn: Scalars['Date']['output'];
};

/** Kind of care placement. / ประเภทการคุ้มครองและการอุปถัมภ์ */
export type CarePlacementKind =
  /** Foster family / ครอบครัวอุปถัมภ์ */
  | 'FOSTER_FAMILY'
  /** Relatives / ครอบครัวเครือญาติ */
  | 'KINSHIP_FAMILY'
  /** Shelter for the destitute / ศูนย์คุ้มครองคนไร้ที่พึ่ง */
  | 'SHELTER'
  /** State home / สถานสงเคราะห์หรือสถานคุ้มครองของรัฐ */
  | 'STATE_HOME';

/** One monthly payment of the child support grant. / เงินอุดหนุนเด็กแรกเกิดหนึ่งเดือน */
export type ChildGrantPayment = {
  readonly __typename?: 'ChildGrantPayment';
  /** First day of the month paid for. / เดือนที่จ่าย (วันแรกของเดือน) */
  readonly month: Scalars['Date']['output'];
  /** The child. / เด็ก */
  readonly person?: Maybe<Person>;
  /** Whether the money arrived. / สถานะการโอนเงิน */
  readonly state: ChildGrantPaymentState;
  /** Baht. / จำนวนเงิน (บาท) */
  readonly thb: Scalars['Float']['output'];
};

/** Whether a payment of the child support grant arrived. / สถานะการโอนเงินอุดหนุนเด็กแรกเกิด */
export type ChildGrantPaymentState =
  /** Paid / โอนสำเร็จ */
  | 'PAID'
  /** Returned by the bank / ธนาคารตีกลับ */
  | 'RETURNED';

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

/** Disability card of one person. / บัตรประจำตัวคนพิการของบุคคล */
export type DisabilityCard = {
  readonly __typename?: 'DisabilityCard';
  /** Type of disability on the card. / ประเภทความพิการตามบัตร */
  readonly disabilityType?: Maybe<DisabilityType>;
  /** Holds a valid card. / มีบัตรที่ยังไม่หมดอายุ */
  readonly holdsCard?: Maybe<Scalars['Boolean']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

/** One issue of a disability card. / การออกบัตรคนพิการครั้งหนึ่ง */
export type DisabilityCardIssue = {
  readonly __typename?: 'DisabilityCardIssue';
  /** Last day of validity; null: for life. / วันหมดอายุ (null คือตลอดชีพ) */
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  /** Day of issue. / วันออกบัตร */
  readonly issuedOn: Scalars['Date']['output'];
  /** Why it was issued. / เหตุที่ออกบัตร */
  readonly occasion: DisabilityCardOccasion;
  /** Card holder. / ผู้ถือบัตร */
  readonly person?: Maybe<Person>;
};

/** Why a disability card was issued. / เหตุที่ออกบัตรคนพิการ */
export type DisabilityCardOccasion =
  /** First card / ออกบัตรครั้งแรก */
  | 'FIRST'
  /** Renewal / ต่ออายุบัตร */
  | 'RENEWAL'
  /** Replacement of a lost or damaged card / ออกบัตรแทนบัตรที่หายหรือชำรุด */
  | 'REPLACEMENT';

/** Carer of a person with a disability. / ผู้ดูแลคนพิการ */
export type DisabilityCarer = {
  readonly __typename?: 'DisabilityCarer';
  /** Named as carer on somebody's card. / มีชื่อเป็นผู้ดูแลในบัตรคนพิการ */
  readonly namedOnCard?: Maybe<Scalars['Boolean']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

/** A carer named on a card. / ผู้ดูแลที่ระบุในบัตร */
export type DisabilityCarerLink = {
  readonly __typename?: 'DisabilityCarerLink';
  /** Carer; null: somebody outside this household. / ผู้ดูแล (null คือผู้ที่อยู่นอกครัวเรือนนี้) */
  readonly carer?: Maybe<Person>;
  /** Day on which the carer was named. / วันที่ขึ้นชื่อเป็นผู้ดูแล */
  readonly namedOn: Scalars['Date']['output'];
  /** Card holder. / ผู้ถือบัตร */
  readonly person?: Maybe<Person>;
};

/** Seven types of disability. / ประเภทความพิการ 7 ประเภท */
export type DisabilityType =
  /** Autistic / ออทิสติก */
  | 'AUTISTIC'
  /** Hearing or communication / ทางการได้ยินหรือสื่อความหมาย */
  | 'HEARING'
  /** Intellectual / ทางสติปัญญา */
  | 'INTELLECTUAL'
  /** Learning / ทางการเรียนรู้ */
  | 'LEARNING'
  /** Mental or behavioural / ทางจิตใจหรือพฤติกรรม */
  | 'MENTAL'
  /** Mobility or physical / ทางการเคลื่อนไหวหรือทางร่างกาย */
  | 'MOBILITY'
  /** Visual / ทางการเห็น */
  | 'VISUAL';

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

/** Dimension of the household plan. / มิติของแผนพัฒนาครัวเรือน */
export type FamilyPlanDimension =
  /** Access to state services / การเข้าถึงบริการภาครัฐ */
  | 'ACCESS'
  /** Education / การศึกษา */
  | 'EDUCATION'
  /** Health / สุขภาพ */
  | 'HEALTH'
  /** Income / รายได้ */
  | 'INCOME'
  /** Living conditions / ความเป็นอยู่ */
  | 'LIVING';

/** Horizon of the household plan. / ระยะของแผน */
export type FamilyPlanHorizon =
  /** Long term / ระยะยาว */
  | 'LONG'
  /** Medium term / ระยะกลาง */
  | 'MEDIUM'
  /** Urgent / ระยะเร่งด่วน */
  | 'URGENT';

/** One item of the household plan. / แผนพัฒนาครัวเรือนข้อหนึ่ง */
export type FamilyPlanItem = {
  readonly __typename?: 'FamilyPlanItem';
  /** Dimension of life that it improves. / มิติคุณภาพชีวิต */
  readonly dimension: FamilyPlanDimension;
  /** Day on which it was done; null: open. / วันที่แล้วเสร็จ (null คือยังไม่เสร็จ) */
  readonly doneOn?: Maybe<Scalars['Date']['output']>;
  /** How soon. / ระยะของแผน */
  readonly horizon: FamilyPlanHorizon;
  /** What the household needs. / ความต้องการของครัวเรือน */
  readonly need?: Maybe<Scalars['String']['output']>;
  /** Body that answers for it. / หน่วยงานรับผิดชอบ */
  readonly partner: Body;
  /** Phase of the work. / ขั้นตอนของงาน */
  readonly phase: FamilyPlanPhase;
  /** Day by which it is planned. / วันที่กำหนดแล้วเสร็จ */
  readonly plannedFor?: Maybe<Scalars['Date']['output']>;
};

/** Phase of the work with a household. / ขั้นตอนการทำงานกับครัวเรือน */
export type FamilyPlanPhase =
  /** All sides carry the plan out / ทุกภาคส่วนดำเนินการตามแผน */
  | 'DELIVERY'
  /** Follow-up and evaluation / ติดตามและประเมินผล */
  | 'FOLLOW_UP'
  /** Analysis and joint plan / วิเคราะห์และวางแผนร่วมกัน */
  | 'PLANNING'
  /** Check of basic rights / ตรวจสอบสิทธิพื้นฐาน */
  | 'RIGHTS_CHECK';

/** Child raised by relatives or a foster family. / เด็กที่ญาติหรือครอบครัวอุปถัมภ์เลี้ยงดู */
export type FosterChild = {
  readonly __typename?: 'FosterChild';
  /** Assessed as a child in foster or kinship care. / ผ่านการประเมินเป็นเด็กในครอบครัวอุปถัมภ์หรือเครือญาติ */
  readonly inFosterFamily?: Maybe<Scalars['Boolean']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
};

export type Household = {
  readonly __typename?: 'Household';
  readonly houseCode: Scalars['HouseCode']['output'];
  /** What social development and welfare holds about the household; null is no answer. / ข้อมูลด้านการพัฒนาสังคมและสวัสดิการของครัวเรือน (null คือไม่มีคำตอบ) */
  readonly socialWelfare?: Maybe<SocialWelfareRecord>;
};

/** Findings of the family logbook. / ผลการเยี่ยมตามสมุดพกครอบครัว */
export type LogbookFinding = {
  readonly __typename?: 'LogbookFinding';
  /** Present hardship: an earner dead, jailed, ill, missing or jobless. / ประสบความเดือดร้อน เช่น ผู้หารายได้เสียชีวิต ต้องโทษจำคุก เจ็บป่วย สาบสูญ หรือตกงาน */
  readonly hardship?: Maybe<Scalars['Boolean']['output']>;
  /** The house is unsafe. / บ้านไม่ปลอดภัย ต้องซ่อมแซม */
  readonly houseNeedsRepair?: Maybe<Scalars['Boolean']['output']>;
  /** Owns the house, or its owner agrees to the repair. / เป็นเจ้าของบ้าน หรือเจ้าของยินยอมให้ซ่อม */
  readonly ownsHomeOrConsent?: Maybe<Scalars['Boolean']['output']>;
  /** Level 0 to 3 as the worker found it; the computed one is Household.vulnerabilityLevel. / ระดับความเปราะบาง 0-3 ตามที่เจ้าหน้าที่ประเมิน */
  readonly vulnerabilityLevel?: Maybe<Scalars['Int']['output']>;
};

/** One visit of the logbook. / การเยี่ยมบ้านตามสมุดพกครั้งหนึ่ง */
export type LogbookVisit = {
  readonly __typename?: 'LogbookVisit';
  /** What was seen, in the visitor's words. / บันทึกของผู้เยี่ยม */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Day of the visit. / วันที่เยี่ยม */
  readonly visitedOn: Scalars['Date']['output'];
  /** Who came. / ผู้เยี่ยม */
  readonly visitor: LogbookVisitor;
};

/** Who makes a logbook visit. / ผู้เยี่ยมบ้านตามสมุดพก */
export type LogbookVisitor =
  /** Team of several professions and agencies / ทีมสหวิชาชีพ */
  | 'JOINT_TEAM'
  /** One Home team of the ministry / ทีม พม. หนึ่งเดียว (One Home) */
  | 'ONE_HOME_TEAM'
  /** Officer of the provincial office / เจ้าหน้าที่ พมจ. */
  | 'PROVINCIAL_OFFICER'
  /** Social development and human security volunteer / อพม. */
  | 'VOLUNTEER';

/** What one person asked for. / ความต้องการของบุคคล */
export type LogbookWish = {
  readonly __typename?: 'LogbookWish';
  /** A loan to work with. / ต้องการเงินกู้ยืมประกอบอาชีพ */
  readonly occupationLoan?: Maybe<Scalars['Boolean']['output']>;
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Vocational training. / ต้องการฝึกอาชีพ */
  readonly training?: Maybe<Scalars['Boolean']['output']>;
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

/** Kind of relief money. / ประเภทเงินสงเคราะห์ */
export type ReliefKind =
  /** Persons with disabilities / คนพิการ */
  | 'DISABILITY'
  /** Funeral of an older person / การจัดการศพผู้สูงอายุตามประเพณี */
  | 'ELDER_FUNERAL'
  /** Sudden social problem / ผู้ประสบปัญหาทางสังคมกรณีฉุกเฉิน */
  | 'EMERGENCY'
  /** Foster family / ครอบครัวอุปถัมภ์ */
  | 'FOSTER_FAMILY'
  /** Older persons in hardship / ผู้สูงอายุในภาวะยากลำบาก */
  | 'OLDER_PERSON'
  /** Children in poor families / เด็กในครอบครัวยากจน */
  | 'POOR_CHILD'
  /** Poor families and the destitute / ครอบครัวผู้มีรายได้น้อยและผู้ไร้ที่พึ่ง */
  | 'POOR_FAMILY';

/** One payment of relief money. / การจ่ายเงินสงเคราะห์ครั้งหนึ่ง */
export type ReliefPayment = {
  readonly __typename?: 'ReliefPayment';
  /** Day of payment. / วันที่จ่าย */
  readonly paidOn: Scalars['Date']['output'];
  /** Recipient. / ผู้รับ */
  readonly person?: Maybe<Person>;
  /** Kind of relief. / ประเภทเงินสงเคราะห์ */
  readonly relief: ReliefKind;
  /** Baht. / จำนวนเงิน (บาท) */
  readonly thb: Scalars['Float']['output'];
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

/** Social welfare's record of a household. / ข้อมูลของกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์ต่อครัวเรือน */
export type SocialWelfareRecord = BodyRecord & {
  readonly __typename?: 'SocialWelfareRecord';
  readonly asOf: Scalars['DateTime']['output'];
  readonly body: Body;
  /** Residence in state homes and destitution. / การอยู่ในสถานสงเคราะห์และภาวะไร้ที่พึ่ง */
  readonly careHomeStatus?: Maybe<ReadonlyArray<CareHomeStatus>>;
  /** Stays in homes, shelters and foster families. / ประวัติการเข้ารับการคุ้มครองและการอุปถัมภ์ */
  readonly carePlacements?: Maybe<ReadonlyArray<CarePlacement>>;
  /** Monthly payments of the child support grant. / การจ่ายเงินอุดหนุนเด็กแรกเกิดรายเดือน */
  readonly childGrantPayments?: Maybe<ReadonlyArray<ChildGrantPayment>>;
  /** Issues and renewals of disability cards. / ประวัติการออกและต่ออายุบัตรคนพิการ */
  readonly disabilityCardIssues?: Maybe<ReadonlyArray<DisabilityCardIssue>>;
  /** Disability card of each person. / บัตรประจำตัวคนพิการของแต่ละคน */
  readonly disabilityCards?: Maybe<ReadonlyArray<DisabilityCard>>;
  /** Who is named as carer on whose card. / ผู้ดูแลที่ระบุในบัตรของคนพิการแต่ละคน */
  readonly disabilityCarerLinks?: Maybe<ReadonlyArray<DisabilityCarerLink>>;
  /** Persons named as carers on a disability card. / ผู้ดูแลคนพิการที่มีชื่อในบัตร */
  readonly disabilityCarers?: Maybe<ReadonlyArray<DisabilityCarer>>;
  readonly entitlements: ReadonlyArray<Entitlement>;
  readonly facts: ReadonlyArray<Fact>;
  /** Items of the household plan. / แผนพัฒนาคุณภาพชีวิตรายครัวเรือน */
  readonly familyPlan?: Maybe<ReadonlyArray<FamilyPlanItem>>;
  /** Children in foster or kinship care. / เด็กในครอบครัวอุปถัมภ์หรือเครือญาติ */
  readonly fosterChildren?: Maybe<ReadonlyArray<FosterChild>>;
  readonly found: Scalars['Boolean']['output'];
  /** Findings of the family logbook. / ผลการเยี่ยมตามสมุดพกครอบครัว */
  readonly logbook?: Maybe<LogbookFinding>;
  /** Visits of the logbook. / การเยี่ยมบ้านตามสมุดพกครอบครัว */
  readonly logbookVisits?: Maybe<ReadonlyArray<LogbookVisit>>;
  /** What each person asked for in the logbook. / ความต้องการของแต่ละคนตามสมุดพกครอบครัว */
  readonly logbookWishes?: Maybe<ReadonlyArray<LogbookWish>>;
  /** Relief money that was paid. / เงินสงเคราะห์ที่จ่ายแล้ว */
  readonly reliefPayments?: Maybe<ReadonlyArray<ReliefPayment>>;
  readonly services: ReadonlyArray<ServiceRecord>;
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
  CareHomeStatus: ResolverTypeWrapper<Omit<CareHomeStatus, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  CarePlacement: ResolverTypeWrapper<Omit<CarePlacement, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  CarePlacementKind: CarePlacementKind;
  ChildGrantPayment: ResolverTypeWrapper<Omit<ChildGrantPayment, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ChildGrantPaymentState: ChildGrantPaymentState;
  CitizenId: ResolverTypeWrapper<Scalars['CitizenId']['output']>;
  ClaimType: ClaimType;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DisabilityCard: ResolverTypeWrapper<Omit<DisabilityCard, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  DisabilityCardIssue: ResolverTypeWrapper<Omit<DisabilityCardIssue, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  DisabilityCardOccasion: DisabilityCardOccasion;
  DisabilityCarer: ResolverTypeWrapper<Omit<DisabilityCarer, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  DisabilityCarerLink: ResolverTypeWrapper<Omit<DisabilityCarerLink, 'carer' | 'person'> & { carer?: Maybe<ResolversTypes['Person']>, person?: Maybe<ResolversTypes['Person']> }>;
  DisabilityType: DisabilityType;
  EnrolmentStatus: EnrolmentStatus;
  Entitlement: ResolverTypeWrapper<EntitlementNode>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Fact: ResolverTypeWrapper<FactNode>;
  FactClock: FactClock;
  FactValue: ResolverTypeWrapper<Scalars['FactValue']['output']>;
  FamilyPlanDimension: FamilyPlanDimension;
  FamilyPlanHorizon: FamilyPlanHorizon;
  FamilyPlanItem: ResolverTypeWrapper<Omit<FamilyPlanItem, 'partner'> & { partner: ResolversTypes['Body'] }>;
  FamilyPlanPhase: FamilyPlanPhase;
  FosterChild: ResolverTypeWrapper<Omit<FosterChild, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  HouseCode: ResolverTypeWrapper<Scalars['HouseCode']['output']>;
  Household: ResolverTypeWrapper<HouseholdKey>;
  LogbookFinding: ResolverTypeWrapper<LogbookFinding>;
  LogbookVisit: ResolverTypeWrapper<LogbookVisit>;
  LogbookVisitor: LogbookVisitor;
  LogbookWish: ResolverTypeWrapper<Omit<LogbookWish, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  Money: ResolverTypeWrapper<Money>;
  Period: Period;
  Person: ResolverTypeWrapper<PersonKey>;
  PersonalKind: PersonalKind;
  Programme: ResolverTypeWrapper<ProgrammeNode>;
  ProgrammeKind: ProgrammeKind;
  ProgrammeTarget: ProgrammeTarget;
  ReliefKind: ReliefKind;
  ReliefPayment: ResolverTypeWrapper<Omit<ReliefPayment, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  ServiceRecord: ResolverTypeWrapper<ServiceNode>;
  ServiceStatus: ServiceStatus;
  SocialWelfareRecord: ResolverTypeWrapper<HouseholdRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Body: BodyNode;
  BodyRecord: ResolversInterfaceTypes<ResolversParentTypes>['BodyRecord'];
  Boolean: Scalars['Boolean']['output'];
  CareHomeStatus: Omit<CareHomeStatus, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  CarePlacement: Omit<CarePlacement, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  ChildGrantPayment: Omit<ChildGrantPayment, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  Float: Scalars['Float']['output'];
  CitizenId: Scalars['CitizenId']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DisabilityCard: Omit<DisabilityCard, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  DisabilityCardIssue: Omit<DisabilityCardIssue, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  DisabilityCarer: Omit<DisabilityCarer, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  DisabilityCarerLink: Omit<DisabilityCarerLink, 'carer' | 'person'> & { carer?: Maybe<ResolversParentTypes['Person']>, person?: Maybe<ResolversParentTypes['Person']> };
  Entitlement: EntitlementNode;
  ID: Scalars['ID']['output'];
  Fact: FactNode;
  FactValue: Scalars['FactValue']['output'];
  FamilyPlanItem: Omit<FamilyPlanItem, 'partner'> & { partner: ResolversParentTypes['Body'] };
  FosterChild: Omit<FosterChild, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  HouseCode: Scalars['HouseCode']['output'];
  Household: HouseholdKey;
  LogbookFinding: LogbookFinding;
  LogbookVisit: LogbookVisit;
  LogbookWish: Omit<LogbookWish, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  Money: Money;
  Person: PersonKey;
  Programme: ProgrammeNode;
  ReliefPayment: Omit<ReliefPayment, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  ServiceRecord: ServiceNode;
  SocialWelfareRecord: HouseholdRecord;
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
  __resolveType: TypeResolveFn<'SocialWelfareRecord', ParentType, ContextType>;
};

export type CareHomeStatusResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['CareHomeStatus'] = ResolversParentTypes['CareHomeStatus']> = {
  destitute?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  inStateHome?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type CarePlacementResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['CarePlacement'] = ResolversParentTypes['CarePlacement']> = {
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CarePlacementKind'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type ChildGrantPaymentResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['ChildGrantPayment'] = ResolversParentTypes['ChildGrantPayment']> = {
  month?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ChildGrantPaymentState'], ParentType, ContextType>;
  thb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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

export type DisabilityCardResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['DisabilityCard'] = ResolversParentTypes['DisabilityCard']> = {
  disabilityType?: Resolver<Maybe<ResolversTypes['DisabilityType']>, ParentType, ContextType>;
  holdsCard?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type DisabilityCardIssueResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['DisabilityCardIssue'] = ResolversParentTypes['DisabilityCardIssue']> = {
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  occasion?: Resolver<ResolversTypes['DisabilityCardOccasion'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type DisabilityCarerResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['DisabilityCarer'] = ResolversParentTypes['DisabilityCarer']> = {
  namedOnCard?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type DisabilityCarerLinkResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['DisabilityCarerLink'] = ResolversParentTypes['DisabilityCarerLink']> = {
  carer?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  namedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
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

export type FamilyPlanItemResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['FamilyPlanItem'] = ResolversParentTypes['FamilyPlanItem']> = {
  dimension?: Resolver<ResolversTypes['FamilyPlanDimension'], ParentType, ContextType>;
  doneOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  horizon?: Resolver<ResolversTypes['FamilyPlanHorizon'], ParentType, ContextType>;
  need?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['FamilyPlanPhase'], ParentType, ContextType>;
  plannedFor?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type FosterChildResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['FosterChild'] = ResolversParentTypes['FosterChild']> = {
  inFosterFamily?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export interface HouseCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HouseCode'], any> {
  name: 'HouseCode';
}

export type HouseholdResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household'], FederationReferenceType extends FederationReferenceTypes['Household'] = FederationReferenceTypes['Household']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Household']> | FederationReferenceType, FederationReferenceType, ContextType>;
  houseCode?: Resolver<ResolversTypes['HouseCode'], ParentType, ContextType>;
  socialWelfare?: Resolver<Maybe<ResolversTypes['SocialWelfareRecord']>, ParentType, ContextType>;
};

export type LogbookFindingResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['LogbookFinding'] = ResolversParentTypes['LogbookFinding']> = {
  hardship?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  houseNeedsRepair?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  ownsHomeOrConsent?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  vulnerabilityLevel?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LogbookVisitResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['LogbookVisit'] = ResolversParentTypes['LogbookVisit']> = {
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visitedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  visitor?: Resolver<ResolversTypes['LogbookVisitor'], ParentType, ContextType>;
};

export type LogbookWishResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['LogbookWish'] = ResolversParentTypes['LogbookWish']> = {
  occupationLoan?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  training?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
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

export type ReliefPaymentResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['ReliefPayment'] = ResolversParentTypes['ReliefPayment']> = {
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  relief?: Resolver<ResolversTypes['ReliefKind'], ParentType, ContextType>;
  thb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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

export type SocialWelfareRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['SocialWelfareRecord'] = ResolversParentTypes['SocialWelfareRecord']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  careHomeStatus?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CareHomeStatus']>>, ParentType, ContextType>;
  carePlacements?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CarePlacement']>>, ParentType, ContextType>;
  childGrantPayments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChildGrantPayment']>>, ParentType, ContextType>;
  disabilityCardIssues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisabilityCardIssue']>>, ParentType, ContextType>;
  disabilityCards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisabilityCard']>>, ParentType, ContextType>;
  disabilityCarerLinks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisabilityCarerLink']>>, ParentType, ContextType>;
  disabilityCarers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisabilityCarer']>>, ParentType, ContextType>;
  entitlements?: Resolver<ReadonlyArray<ResolversTypes['Entitlement']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  familyPlan?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FamilyPlanItem']>>, ParentType, ContextType>;
  fosterChildren?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FosterChild']>>, ParentType, ContextType>;
  found?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  logbook?: Resolver<Maybe<ResolversTypes['LogbookFinding']>, ParentType, ContextType>;
  logbookVisits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LogbookVisit']>>, ParentType, ContextType>;
  logbookWishes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LogbookWish']>>, ParentType, ContextType>;
  reliefPayments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReliefPayment']>>, ParentType, ContextType>;
  services?: Resolver<ReadonlyArray<ResolversTypes['ServiceRecord']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = BodyContext> = {
  Body?: BodyResolvers<ContextType>;
  BodyRecord?: BodyRecordResolvers<ContextType>;
  CareHomeStatus?: CareHomeStatusResolvers<ContextType>;
  CarePlacement?: CarePlacementResolvers<ContextType>;
  ChildGrantPayment?: ChildGrantPaymentResolvers<ContextType>;
  CitizenId?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DisabilityCard?: DisabilityCardResolvers<ContextType>;
  DisabilityCardIssue?: DisabilityCardIssueResolvers<ContextType>;
  DisabilityCarer?: DisabilityCarerResolvers<ContextType>;
  DisabilityCarerLink?: DisabilityCarerLinkResolvers<ContextType>;
  Entitlement?: EntitlementResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FactValue?: GraphQLScalarType;
  FamilyPlanItem?: FamilyPlanItemResolvers<ContextType>;
  FosterChild?: FosterChildResolvers<ContextType>;
  HouseCode?: GraphQLScalarType;
  Household?: HouseholdResolvers<ContextType>;
  LogbookFinding?: LogbookFindingResolvers<ContextType>;
  LogbookVisit?: LogbookVisitResolvers<ContextType>;
  LogbookWish?: LogbookWishResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  ReliefPayment?: ReliefPaymentResolvers<ContextType>;
  ServiceRecord?: ServiceRecordResolvers<ContextType>;
  SocialWelfareRecord?: SocialWelfareRecordResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = BodyContext> = {
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
};
