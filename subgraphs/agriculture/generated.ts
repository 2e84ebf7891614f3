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

/** Agriculture's record of a household. / ข้อมูลของกระทรวงเกษตรและสหกรณ์ต่อครัวเรือน */
export type AgricultureRecord = BodyRecord & {
  readonly __typename?: 'AgricultureRecord';
  /** How fresh the registry extract is. / ข้อมูลทะเบียน ณ เวลา */
  readonly asOf: Scalars['DateTime']['output'];
  /** The body that answers. / หน่วยงานที่ตอบ */
  readonly body: Body;
  /** Area totally lost in the surveyed disaster, in rai. / พื้นที่เสียหายสิ้นเชิงจากการสำรวจ (ไร่) */
  readonly cropDamage?: Maybe<CropDamage>;
  /** Losses one by one, with the relief that was paid. / ความเสียหายรายครั้งและเงินช่วยเหลือที่จ่าย */
  readonly cropLosses?: Maybe<ReadonlyArray<CropLoss>>;
  /** Programmes that persons or the household are enrolled in. / สิทธิที่ขึ้นทะเบียนไว้ */
  readonly entitlements: ReadonlyArray<Entitlement>;
  /** What this body alone may assert. / ข้อเท็จจริงที่หน่วยงานนี้เป็นเจ้าของ */
  readonly facts: ReadonlyArray<Fact>;
  /** The farm household in the farmer registry. / ครัวเรือนเกษตรกรในทะเบียนเกษตรกร */
  readonly farm?: Maybe<FarmRegistration>;
  /** Standing with the Farmers' Reconstruction and Development Fund. / สถานะกับกองทุนฟื้นฟูและพัฒนาเกษตรกร */
  readonly farmDebt?: Maybe<FarmDebtRegistration>;
  /** Debts registered with the reconstruction fund. / หนี้ที่ขึ้นทะเบียนกับกองทุนฟื้นฟูฯ */
  readonly farmDebts?: Maybe<ReadonlyArray<FarmDebt>>;
  /** What the household has asked the departments for. / คำขอของครัวเรือนต่อหน่วยงานเกษตร */
  readonly farmRequests?: Maybe<FarmRequests>;
  /** True when the registry holds anything of weight. / พบข้อมูลที่มีนัยสำคัญหรือไม่ */
  readonly found: Scalars['Boolean']['output'];
  /** Parcels allotted by land reform. / ที่ดินที่ได้รับจาก ส.ป.ก. */
  readonly landAllotments?: Maybe<ReadonlyArray<LandAllotment>>;
  /** Standing of the household with the Agricultural Land Reform Office. / สถานะของครัวเรือนกับ ส.ป.ก. */
  readonly landReform?: Maybe<LandReformStanding>;
  /** Livestock of the household. / ปศุสัตว์ของครัวเรือน */
  readonly livestock?: Maybe<ReadonlyArray<LivestockCount>>;
  /** Plots and what grows on them. / แปลงเกษตรและพืชที่ปลูก */
  readonly plots?: Maybe<ReadonlyArray<FarmPlot>>;
  /** Rubber growers in the household. / ชาวสวนยางในครัวเรือน */
  readonly rubberGrowers?: Maybe<ReadonlyArray<RubberGrower>>;
  /** Payments of the rubber authority. / การจ่ายเงินของการยางแห่งประเทศไทย */
  readonly rubberPayments?: Maybe<ReadonlyArray<RubberPayment>>;
  /** The household's rubber as the authority surveyed it. / สวนยางของครัวเรือนตามการสำรวจ */
  readonly rubberStand?: Maybe<RubberStand>;
  /** Services planned, delivered or refused. / บริการที่วางแผน ให้แล้ว หรือปฏิเสธ */
  readonly services: ReadonlyArray<ServiceRecord>;
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

/** Area totally lost in the surveyed disaster, in rai. / พื้นที่เสียหายสิ้นเชิงจากการสำรวจ (ไร่) */
export type CropDamage = {
  readonly __typename?: 'CropDamage';
  /** Field crops and vegetables. / พืชไร่และพืชผัก */
  readonly fieldRai?: Maybe<Scalars['Float']['output']>;
  /** Fruit and perennial crops. / ไม้ผลและไม้ยืนต้น */
  readonly fruitRai?: Maybe<Scalars['Float']['output']>;
  /** Rice. / ข้าว */
  readonly riceRai?: Maybe<Scalars['Float']['output']>;
};

/** One loss that officers surveyed. / ความเสียหายหนึ่งครั้งจากการสำรวจ */
export type CropLoss = {
  readonly __typename?: 'CropLoss';
  /** Cause. / สาเหตุ */
  readonly cause: CropLossCause;
  /** Crop group that the rate goes by. / กลุ่มพืชตามอัตราช่วยเหลือ */
  readonly cropGroup: CropLossGroup;
  /** Day of the disaster. / วันที่เกิดภัย */
  readonly happenedOn: Scalars['Date']['output'];
  /** Area totally lost, in rai. / พื้นที่เสียหายสิ้นเชิง (ไร่) */
  readonly lostRai: Scalars['Float']['output'];
  /** Day on which relief was paid. / วันที่จ่ายเงินช่วยเหลือ */
  readonly paidOn?: Maybe<Scalars['Date']['output']>;
  /** Relief paid, in baht. / เงินช่วยเหลือที่จ่าย (บาท) */
  readonly paidThb?: Maybe<Scalars['Float']['output']>;
  /** Day of the survey; null while it waits. / วันที่สำรวจ (null คือยังไม่สำรวจ) */
  readonly surveyedOn?: Maybe<Scalars['Date']['output']>;
};

/** What destroyed a crop. / สาเหตุความเสียหาย */
export type CropLossCause =
  /** Drought / ภัยแล้ง */
  | 'DROUGHT'
  /** Fire / อัคคีภัย */
  | 'FIRE'
  /** Flood / อุทกภัย */
  | 'FLOOD'
  /** Landslide / ดินถล่ม */
  | 'LANDSLIDE'
  /** Pest or plant disease / ศัตรูพืชหรือโรคพืชระบาด */
  | 'PEST_OR_DISEASE'
  /** Storm or hail / วาตภัยหรือลูกเห็บ */
  | 'STORM';

/** Crop group that relief is paid for. / กลุ่มพืชตามอัตราช่วยเหลือ */
export type CropLossGroup =
  /** Field crops and vegetables / พืชไร่และพืชผัก */
  | 'FIELD'
  /** Fruit, perennial and other crops / ไม้ผล ไม้ยืนต้น และอื่น ๆ */
  | 'FRUIT'
  /** Rice / ข้าว */
  | 'RICE';

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

/** Farm animal. / สัตว์เลี้ยง */
export type FarmAnimal =
  /** Beef cattle / โคเนื้อ */
  | 'BEEF_CATTLE'
  /** Buffalo / กระบือ */
  | 'BUFFALO'
  /** Chickens / ไก่ */
  | 'CHICKEN'
  /** Dairy cattle / โคนม */
  | 'DAIRY_CATTLE'
  /** Ducks / เป็ด */
  | 'DUCK'
  /** Goats or sheep / แพะหรือแกะ */
  | 'GOAT_OR_SHEEP'
  /** Pigs / สุกร */
  | 'PIG';

/** Who lent to the farm. / เจ้าหนี้ */
export type FarmCreditor =
  /** Bank for Agriculture and Agricultural Cooperatives / ธ.ก.ส. */
  | 'BAAC'
  /** Commercial bank / ธนาคารพาณิชย์ */
  | 'COMMERCIAL_BANK'
  /** Farm cooperative / สหกรณ์การเกษตร */
  | 'COOPERATIVE'
  /** Another lender / เจ้าหนี้อื่น */
  | 'OTHER_LENDER'
  /** State fund / กองทุนของรัฐ */
  | 'STATE_FUND';

/** What grows on a plot. / พืชที่ปลูก */
export type FarmCrop =
  /** Cassava / มันสำปะหลัง */
  | 'CASSAVA'
  /** Coffee / กาแฟ */
  | 'COFFEE'
  /** Longan / ลำไย */
  | 'LONGAN'
  /** Main-season rice / ข้าวนาปี */
  | 'MAIN_SEASON_RICE'
  /** Maize for feed / ข้าวโพดเลี้ยงสัตว์ */
  | 'MAIZE'
  /** Off-season rice / ข้าวนาปรัง */
  | 'OFF_SEASON_RICE'
  /** Oil palm / ปาล์มน้ำมัน */
  | 'OIL_PALM'
  /** Another crop / พืชอื่น */
  | 'OTHER'
  /** Other fruit / ไม้ผลอื่น */
  | 'OTHER_FRUIT'
  /** Rubber / ยางพารา */
  | 'RUBBER'
  /** Sugar cane / อ้อย */
  | 'SUGARCANE'
  /** Vegetables / พืชผัก */
  | 'VEGETABLE';

/** One debt registered with the reconstruction fund. / หนี้หนึ่งรายการที่ขึ้นทะเบียนกับกองทุนฟื้นฟูฯ */
export type FarmDebt = {
  readonly __typename?: 'FarmDebt';
  /** Creditor. / เจ้าหนี้ */
  readonly creditor: FarmCreditor;
  /** Principal in baht. / เงินต้น (บาท) */
  readonly principalThb: Scalars['Float']['output'];
  /** Day of registration. / วันที่ขึ้นทะเบียน */
  readonly registeredOn: Scalars['Date']['output'];
  /** State. / สถานะ */
  readonly state: FarmDebtState;
};

/** Standing with the Farmers' Reconstruction and Development Fund. / สถานะกับกองทุนฟื้นฟูและพัฒนาเกษตรกร */
export type FarmDebtRegistration = {
  readonly __typename?: 'FarmDebtRegistration';
  /** Has debt registered with the fund. / มีหนี้ที่ขึ้นทะเบียนกับกองทุน */
  readonly registered?: Maybe<Scalars['Boolean']['output']>;
};

/** State of a registered debt. / สถานะหนี้ */
export type FarmDebtState =
  /** Bought by the fund / กองทุนซื้อหนี้แล้ว */
  | 'BOUGHT_BY_FUND'
  /** Registered, waits / ขึ้นทะเบียนแล้ว รอดำเนินการ */
  | 'REGISTERED'
  /** Repaid / ชำระครบแล้ว */
  | 'REPAID'
  /** Restructured / ปรับโครงสร้างหนี้แล้ว */
  | 'RESTRUCTURED';

/** Land document of a plot. / เอกสารสิทธิในที่ดิน */
export type FarmLandDocument =
  /** Certificate of use / น.ส. 3 */
  | 'CERTIFICATE_OF_USE'
  /** Certificate of use, surveyed / น.ส. 3 ก. */
  | 'CERTIFICATE_OF_USE_SURVEYED'
  /** Land-reform permit / ส.ป.ก. 4-01 */
  | 'LAND_REFORM'
  /** Leased land / ที่ดินเช่า */
  | 'LEASE'
  /** No document / ไม่มีเอกสารสิทธิ */
  | 'NO_DOCUMENT'
  /** Settlement certificate / น.ค. 3 */
  | 'SETTLEMENT'
  /** Title deed / โฉนดที่ดิน (น.ส. 4) */
  | 'TITLE_DEED';

/** One plot of the farmer registry. / แปลงเกษตรหนึ่งแปลง */
export type FarmPlot = {
  readonly __typename?: 'FarmPlot';
  /** Area in rai. / เนื้อที่ (ไร่) */
  readonly areaRai: Scalars['Float']['output'];
  /** Crop. / พืชที่ปลูก */
  readonly crop: FarmCrop;
  /** Expected harvest. / วันที่คาดว่าจะเก็บเกี่ยว */
  readonly harvestDueOn?: Maybe<Scalars['Date']['output']>;
  /** Inside the irrigated area. / อยู่ในเขตชลประทาน */
  readonly isIrrigated: Scalars['Boolean']['output'];
  /** Land document. / เอกสารสิทธิ */
  readonly landDocument: FarmLandDocument;
  /** Day of planting. / วันที่ปลูก */
  readonly plantedOn?: Maybe<Scalars['Date']['output']>;
  /** Number of the plot within the household. / ลำดับแปลง */
  readonly plotNumber: Scalars['Int']['output'];
};

/** The farm household in the farmer registry. / ครัวเรือนเกษตรกรในทะเบียนเกษตรกร */
export type FarmRegistration = {
  readonly __typename?: 'FarmRegistration';
  /** Outside the irrigated area. / อยู่นอกเขตชลประทาน */
  readonly outsideIrrigation?: Maybe<Scalars['Boolean']['output']>;
  /** In the farmer registry; one house registration is one farm household. / ขึ้นทะเบียนเกษตรกรแล้ว (หนึ่งทะเบียนบ้านคือหนึ่งครัวเรือนเกษตรกร) */
  readonly registered?: Maybe<Scalars['Boolean']['output']>;
  /** Main-season rice of 2021/22 in rai (1 rai is 1,600 square metres). / พื้นที่ปลูกข้าวปีการผลิต 2564/65 (ไร่) */
  readonly riceAreaRai?: Maybe<Scalars['Float']['output']>;
  /** Kind of that rice; null when none is registered. / ชนิดข้าว (null คือไม่ได้ขึ้นทะเบียนข้าว) */
  readonly riceType?: Maybe<RiceType>;
  /** Farm land in rai with a document that land development accepts. / ที่ดินทำกินที่มีเอกสารสิทธิซึ่งกรมพัฒนาที่ดินรับ (ไร่) */
  readonly titledLandRai?: Maybe<Scalars['Float']['output']>;
};

/** What the household has asked the departments for. / คำขอของครัวเรือนต่อหน่วยงานเกษตร */
export type FarmRequests = {
  readonly __typename?: 'FarmRequests';
  /** Asked the cattle and buffalo bank. / ขอโคหรือกระบือจากธนาคารโค-กระบือ */
  readonly wantsCattle?: Maybe<Scalars['Boolean']['output']>;
  /** Asked land development for a farm pond. / ขอแหล่งน้ำในไร่นา (บ่อจิ๋ว) */
  readonly wantsPond?: Maybe<Scalars['Boolean']['output']>;
};

export type Household = {
  readonly __typename?: 'Household';
  /** What agriculture holds about the household; null is no answer. / ข้อมูลการเกษตรของครัวเรือน (null คือไม่มีคำตอบ) */
  readonly agriculture?: Maybe<AgricultureRecord>;
  /** 11-digit house code. / รหัสประจำบ้าน */
  readonly houseCode: Scalars['HouseCode']['output'];
};

/** One parcel allotted by land reform (ส.ป.ก. 4-01). / ที่ดิน ส.ป.ก. 4-01 หนึ่งแปลง */
export type LandAllotment = {
  readonly __typename?: 'LandAllotment';
  /** Day of allotment. / วันที่ได้รับการจัดที่ดิน */
  readonly allottedOn: Scalars['Date']['output'];
  /** Area in rai. / เนื้อที่ (ไร่) */
  readonly areaRai: Scalars['Float']['output'];
  /** Number of the parcel. / เลขที่แปลง */
  readonly parcelNumber: Scalars['String']['output'];
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Day of revocation; null while it stands. / วันที่เพิกถอน (null คือยังมีผล) */
  readonly revokedOn?: Maybe<Scalars['Date']['output']>;
  /** What it is for. / ประเภทการใช้ */
  readonly use: LandAllotmentUse;
};

/** What allotted land is for. / ประเภทการจัดที่ดิน */
export type LandAllotmentUse =
  /** Dwelling / ที่ดินชุมชนเพื่ออยู่อาศัย */
  | 'DWELLING'
  /** Farming / ที่ดินเกษตรกรรม */
  | 'FARMING';

/** Standing of the household with the Agricultural Land Reform Office. / สถานะของครัวเรือนกับ ส.ป.ก. */
export type LandReformStanding = {
  readonly __typename?: 'LandReformStanding';
  /** Lives in a land-reform district. / อยู่ในเขตปฏิรูปที่ดิน */
  readonly inReformArea?: Maybe<Scalars['Boolean']['output']>;
  /** No farm land of its own, or not enough. / ไม่มีที่ดินทำกินหรือมีไม่เพียงพอ */
  readonly landless?: Maybe<Scalars['Boolean']['output']>;
};

/** Animals counted on the farm. / จำนวนสัตว์เลี้ยงที่สำรวจ */
export type LivestockCount = {
  readonly __typename?: 'LivestockCount';
  /** Animal. / ชนิดสัตว์ */
  readonly animal: FarmAnimal;
  /** Day of the count. / วันที่สำรวจ */
  readonly countedOn: Scalars['Date']['output'];
  /** Belongs to the cattle and buffalo bank. / เป็นสัตว์ของธนาคารโค-กระบือ */
  readonly fromCattleBank: Scalars['Boolean']['output'];
  /** How many. / จำนวนตัว */
  readonly head: Scalars['Int']['output'];
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

/** Rice by the kinds of the price guarantee. / ชนิดข้าวตามโครงการประกันรายได้ */
export type RiceType =
  /** Glutinous paddy / ข้าวเปลือกเหนียว */
  | 'GLUTINOUS'
  /** Hom Mali paddy / ข้าวเปลือกหอมมะลิ */
  | 'HOM_MALI'
  /** Hom Mali paddy grown outside its area / ข้าวเปลือกหอมมะลินอกพื้นที่ */
  | 'HOM_MALI_OUTSIDE'
  /** Pathum Thani fragrant paddy / ข้าวเปลือกหอมปทุมธานี */
  | 'PATHUM'
  /** White paddy / ข้าวเปลือกเจ้า */
  | 'WHITE';

/** A person in the register of rubber growers. / บุคคลในทะเบียนเกษตรกรชาวสวนยาง */
export type RubberGrower = {
  readonly __typename?: 'RubberGrower';
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Registered rubber grower. / ขึ้นทะเบียนเกษตรกรชาวสวนยางแล้ว */
  readonly registered?: Maybe<Scalars['Boolean']['output']>;
};

/** One payment of the Rubber Authority of Thailand. / การจ่ายเงินของการยางแห่งประเทศไทยหนึ่งครั้ง */
export type RubberPayment = {
  readonly __typename?: 'RubberPayment';
  /** Number of the instalment. / งวดที่ */
  readonly instalment?: Maybe<Scalars['Int']['output']>;
  /** What it was for. / ประเภท */
  readonly kind: RubberPaymentKind;
  /** Day of payment. / วันที่จ่าย */
  readonly paidOn: Scalars['Date']['output'];
  /** Who. / บุคคล */
  readonly person?: Maybe<Person>;
  /** Baht. / จำนวนเงิน (บาท) */
  readonly thb: Scalars['Float']['output'];
};

/** What the rubber authority paid for. / ประเภทการจ่ายของการยางฯ */
export type RubberPaymentKind =
  /** Welfare after a disaster / สวัสดิการสวนยางประสบภัย */
  | 'DISASTER_WELFARE'
  /** Instalment of a replanting grant / เงินสงเคราะห์ปลูกแทน (รายงวด) */
  | 'REPLANTING_INSTALMENT';

/** The household's rubber as the authority surveyed it. / สวนยางของครัวเรือนตามการสำรวจ */
export type RubberStand = {
  readonly __typename?: 'RubberStand';
  /** Trees of one plot destroyed by a disaster. / จำนวนต้นยางที่เสียหายในแปลงเดียว */
  readonly damagedTrees?: Maybe<Scalars['Int']['output']>;
  /** Area in rai approved for replanting. / พื้นที่ที่อนุมัติปลูกแทน (ไร่) */
  readonly replantRai?: Maybe<Scalars['Float']['output']>;
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
  AgricultureRecord: ResolverTypeWrapper<HouseholdRecord>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Body: ResolverTypeWrapper<BodyNode>;
  BodyCode: BodyCode;
  BodyRecord: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['BodyRecord']>;
  CitizenId: ResolverTypeWrapper<Scalars['CitizenId']['output']>;
  ClaimType: ClaimType;
  CropDamage: ResolverTypeWrapper<CropDamage>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CropLoss: ResolverTypeWrapper<CropLoss>;
  CropLossCause: CropLossCause;
  CropLossGroup: CropLossGroup;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EnrolmentStatus: EnrolmentStatus;
  Entitlement: ResolverTypeWrapper<EntitlementNode>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Fact: ResolverTypeWrapper<FactNode>;
  FactClock: FactClock;
  FactValue: ResolverTypeWrapper<Scalars['FactValue']['output']>;
  FarmAnimal: FarmAnimal;
  FarmCreditor: FarmCreditor;
  FarmCrop: FarmCrop;
  FarmDebt: ResolverTypeWrapper<FarmDebt>;
  FarmDebtRegistration: ResolverTypeWrapper<FarmDebtRegistration>;
  FarmDebtState: FarmDebtState;
  FarmLandDocument: FarmLandDocument;
  FarmPlot: ResolverTypeWrapper<FarmPlot>;
  FarmRegistration: ResolverTypeWrapper<FarmRegistration>;
  FarmRequests: ResolverTypeWrapper<FarmRequests>;
  HouseCode: ResolverTypeWrapper<Scalars['HouseCode']['output']>;
  Household: ResolverTypeWrapper<HouseholdKey>;
  LandAllotment: ResolverTypeWrapper<Omit<LandAllotment, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  LandAllotmentUse: LandAllotmentUse;
  LandReformStanding: ResolverTypeWrapper<LandReformStanding>;
  LivestockCount: ResolverTypeWrapper<LivestockCount>;
  Money: ResolverTypeWrapper<Money>;
  Period: Period;
  Person: ResolverTypeWrapper<PersonKey>;
  PersonalKind: PersonalKind;
  Programme: ResolverTypeWrapper<ProgrammeNode>;
  ProgrammeKind: ProgrammeKind;
  ProgrammeTarget: ProgrammeTarget;
  RiceType: RiceType;
  RubberGrower: ResolverTypeWrapper<Omit<RubberGrower, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  RubberPayment: ResolverTypeWrapper<Omit<RubberPayment, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  RubberPaymentKind: RubberPaymentKind;
  RubberStand: ResolverTypeWrapper<RubberStand>;
  ServiceRecord: ResolverTypeWrapper<ServiceNode>;
  ServiceStatus: ServiceStatus;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AgricultureRecord: HouseholdRecord;
  Boolean: Scalars['Boolean']['output'];
  Body: BodyNode;
  BodyRecord: ResolversInterfaceTypes<ResolversParentTypes>['BodyRecord'];
  CitizenId: Scalars['CitizenId']['output'];
  CropDamage: CropDamage;
  Float: Scalars['Float']['output'];
  CropLoss: CropLoss;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Entitlement: EntitlementNode;
  ID: Scalars['ID']['output'];
  Fact: FactNode;
  FactValue: Scalars['FactValue']['output'];
  FarmDebt: FarmDebt;
  FarmDebtRegistration: FarmDebtRegistration;
  FarmPlot: FarmPlot;
  FarmRegistration: FarmRegistration;
  FarmRequests: FarmRequests;
  HouseCode: Scalars['HouseCode']['output'];
  Household: HouseholdKey;
  LandAllotment: Omit<LandAllotment, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  LandReformStanding: LandReformStanding;
  LivestockCount: LivestockCount;
  Money: Money;
  Person: PersonKey;
  Programme: ProgrammeNode;
  RubberGrower: Omit<RubberGrower, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  RubberPayment: Omit<RubberPayment, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  RubberStand: RubberStand;
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

export type AgricultureRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['AgricultureRecord'] = ResolversParentTypes['AgricultureRecord']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['Body'], ParentType, ContextType>;
  cropDamage?: Resolver<Maybe<ResolversTypes['CropDamage']>, ParentType, ContextType>;
  cropLosses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CropLoss']>>, ParentType, ContextType>;
  entitlements?: Resolver<ReadonlyArray<ResolversTypes['Entitlement']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  farm?: Resolver<Maybe<ResolversTypes['FarmRegistration']>, ParentType, ContextType>;
  farmDebt?: Resolver<Maybe<ResolversTypes['FarmDebtRegistration']>, ParentType, ContextType>;
  farmDebts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FarmDebt']>>, ParentType, ContextType>;
  farmRequests?: Resolver<Maybe<ResolversTypes['FarmRequests']>, ParentType, ContextType>;
  found?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  landAllotments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LandAllotment']>>, ParentType, ContextType>;
  landReform?: Resolver<Maybe<ResolversTypes['LandReformStanding']>, ParentType, ContextType>;
  livestock?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LivestockCount']>>, ParentType, ContextType>;
  plots?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FarmPlot']>>, ParentType, ContextType>;
  rubberGrowers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RubberGrower']>>, ParentType, ContextType>;
  rubberPayments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RubberPayment']>>, ParentType, ContextType>;
  rubberStand?: Resolver<Maybe<ResolversTypes['RubberStand']>, ParentType, ContextType>;
  services?: Resolver<ReadonlyArray<ResolversTypes['ServiceRecord']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BodyResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Body'] = ResolversParentTypes['Body']> = {
  code?: Resolver<ResolversTypes['BodyCode'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameTh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BodyRecordResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['BodyRecord'] = ResolversParentTypes['BodyRecord']> = {
  __resolveType: TypeResolveFn<'AgricultureRecord', ParentType, ContextType>;
};

export interface CitizenIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CitizenId'], any> {
  name: 'CitizenId';
}

export type CropDamageResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['CropDamage'] = ResolversParentTypes['CropDamage']> = {
  fieldRai?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fruitRai?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  riceRai?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CropLossResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['CropLoss'] = ResolversParentTypes['CropLoss']> = {
  cause?: Resolver<ResolversTypes['CropLossCause'], ParentType, ContextType>;
  cropGroup?: Resolver<ResolversTypes['CropLossGroup'], ParentType, ContextType>;
  happenedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lostRai?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  paidOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  paidThb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  surveyedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

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

export type FarmDebtResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['FarmDebt'] = ResolversParentTypes['FarmDebt']> = {
  creditor?: Resolver<ResolversTypes['FarmCreditor'], ParentType, ContextType>;
  principalThb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  registeredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FarmDebtState'], ParentType, ContextType>;
};

export type FarmDebtRegistrationResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['FarmDebtRegistration'] = ResolversParentTypes['FarmDebtRegistration']> = {
  registered?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type FarmPlotResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['FarmPlot'] = ResolversParentTypes['FarmPlot']> = {
  areaRai?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  crop?: Resolver<ResolversTypes['FarmCrop'], ParentType, ContextType>;
  harvestDueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  isIrrigated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  landDocument?: Resolver<ResolversTypes['FarmLandDocument'], ParentType, ContextType>;
  plantedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  plotNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FarmRegistrationResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['FarmRegistration'] = ResolversParentTypes['FarmRegistration']> = {
  outsideIrrigation?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  registered?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  riceAreaRai?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  riceType?: Resolver<Maybe<ResolversTypes['RiceType']>, ParentType, ContextType>;
  titledLandRai?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type FarmRequestsResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['FarmRequests'] = ResolversParentTypes['FarmRequests']> = {
  wantsCattle?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  wantsPond?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export interface HouseCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HouseCode'], any> {
  name: 'HouseCode';
}

export type HouseholdResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household'], FederationReferenceType extends FederationReferenceTypes['Household'] = FederationReferenceTypes['Household']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Household']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agriculture?: Resolver<Maybe<ResolversTypes['AgricultureRecord']>, ParentType, ContextType>;
  houseCode?: Resolver<ResolversTypes['HouseCode'], ParentType, ContextType>;
};

export type LandAllotmentResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['LandAllotment'] = ResolversParentTypes['LandAllotment']> = {
  allottedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  areaRai?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  parcelNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  revokedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  use?: Resolver<ResolversTypes['LandAllotmentUse'], ParentType, ContextType>;
};

export type LandReformStandingResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['LandReformStanding'] = ResolversParentTypes['LandReformStanding']> = {
  inReformArea?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  landless?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type LivestockCountResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['LivestockCount'] = ResolversParentTypes['LivestockCount']> = {
  animal?: Resolver<ResolversTypes['FarmAnimal'], ParentType, ContextType>;
  countedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  fromCattleBank?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  head?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type RubberGrowerResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['RubberGrower'] = ResolversParentTypes['RubberGrower']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  registered?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type RubberPaymentResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['RubberPayment'] = ResolversParentTypes['RubberPayment']> = {
  instalment?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RubberPaymentKind'], ParentType, ContextType>;
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  thb?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RubberStandResolvers<ContextType = BodyContext, ParentType extends ResolversParentTypes['RubberStand'] = ResolversParentTypes['RubberStand']> = {
  damagedTrees?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  replantRai?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
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
  AgricultureRecord?: AgricultureRecordResolvers<ContextType>;
  Body?: BodyResolvers<ContextType>;
  BodyRecord?: BodyRecordResolvers<ContextType>;
  CitizenId?: GraphQLScalarType;
  CropDamage?: CropDamageResolvers<ContextType>;
  CropLoss?: CropLossResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Entitlement?: EntitlementResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FactValue?: GraphQLScalarType;
  FarmDebt?: FarmDebtResolvers<ContextType>;
  FarmDebtRegistration?: FarmDebtRegistrationResolvers<ContextType>;
  FarmPlot?: FarmPlotResolvers<ContextType>;
  FarmRegistration?: FarmRegistrationResolvers<ContextType>;
  FarmRequests?: FarmRequestsResolvers<ContextType>;
  HouseCode?: GraphQLScalarType;
  Household?: HouseholdResolvers<ContextType>;
  LandAllotment?: LandAllotmentResolvers<ContextType>;
  LandReformStanding?: LandReformStandingResolvers<ContextType>;
  LivestockCount?: LivestockCountResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  RubberGrower?: RubberGrowerResolvers<ContextType>;
  RubberPayment?: RubberPaymentResolvers<ContextType>;
  RubberStand?: RubberStandResolvers<ContextType>;
  ServiceRecord?: ServiceRecordResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = BodyContext> = {
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  open?: OpenDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
};
