import { failed, judged, notApplicable, type Outcome, type SceneCheck } from './check.ts';
import { likeness, listOf, member, objectsOf, type JsonObject } from './json.ts';
import { plainReader } from './readers.ts';
import { describe, entitiesOf } from './reply.ts';
import type { FactKey, StatedFact } from './samples.ts';
import type { Known, Scene } from './scene.ts';
import { both } from './text.ts';

const recordFields: SceneCheck = {
  id: 'RECORD_FIELDS',
  level: 'REQUIRED',
  title: both('The record speaks of this body', 'บันทึกเป็นของหน่วยงานนี้'),
  expected: both(
    '`body.code` is this body’s; `asOf` is a point in time (RFC 3339); every row has the fields that may not be null.',
    '`body.code` เป็นของหน่วยงานนี้ `asOf` เป็นเวลาแบบ RFC 3339 และทุกแถวมีฟิลด์ที่ห้ามเป็น null',
  ),
  why: both(
    'The case file shows under each row whose it is and how old.',
    'แฟ้มครอบครัวแสดงว่าข้อมูลแต่ละแถวเป็นของใครและเก่าเท่าใด',
  ),
  mend: both(
    'Give `body` from the contract’s list and `asOf` as the time of the registry extract, for example 2022-08-10T00:00:00Z.',
    'ให้ `body` ตามรายชื่อของสัญญา และ `asOf` เป็นเวลาของข้อมูลทะเบียน เช่น 2022-08-10T00:00:00Z',
  ),
  run: (scene) => {
    const code = scene.subject.body.toUpperCase().replaceAll('-', '_');
    const faults = scene.known.flatMap(({ record }) => fieldFaults(record, code));
    return judged(recordsOf(scene), faults, `all of ${code}`);
  },
};

const found: SceneCheck = {
  id: 'RECORD_FOUND',
  level: 'REQUIRED',
  title: both('`found` follows the rule of weight', '`found` เป็นไปตามกติกา'),
  expected: both(
    'True exactly when there is an entitlement, a service, or a fact other than false, 0, null, NONE and []; of what the reader may see.',
    'เป็นจริงเมื่อมีสิทธิ บริการ หรือข้อเท็จจริงที่ไม่ใช่ false, 0, null, NONE และ [] เท่านั้น นับเฉพาะที่ผู้อ่านเห็นได้',
  ),
  why: both(
    '`found` decides between ANSWERED and NO_RECORD; over what is withheld it would betray that something is.',
    '`found` ตัดสินว่าเป็น ANSWERED หรือ NO_RECORD ถ้านับสิ่งที่ปิดไว้ก็เท่ากับเปิดเผย',
  ),
  mend: both('Count it from the very rows that the answer shows.', 'คำนวณจากแถวที่แสดงในคำตอบเท่านั้น'),
  run: async (scene) => {
    const codes = scene.known.map(({ sample }) => sample.houseCode);
    const plain = await scene.askHouses(codes, { reader: plainReader });
    if (entitiesOf(plain)?.length !== codes.length)
      return failed('all samples, by a reader without scopes', describe(plain));
    const seen = [
      ...scene.known.map(({ record }) => record),
      ...objectsOf((entitiesOf(plain) ?? []).map((entity) => member(entity, scene.record.field))),
    ];
    const wrong = seen.filter((record) => record['found'] !== hasWeight(record));
    const faults = wrong.map((record) => `found ${String(record['found'])} where it is ${String(hasWeight(record))}`);
    return judged(`${seen.length} records, by readers with every scope and with none`, faults, 'all by the rule');
  },
};

const factTypes: SceneCheck = {
  id: 'FACTS_TYPES',
  level: 'REQUIRED',
  title: both('Facts are of the dictionary', 'ข้อเท็จจริงเป็นไปตามพจนานุกรม'),
  expected: both(
    'Facts that this body owns, each once for a subject of the household, with values of the dictionary’s type or null.',
    'ข้อเท็จจริงที่หน่วยงานนี้เป็นเจ้าของ ไม่ซ้ำต่อบุคคลหรือบ้าน และค่าเป็นชนิดตามพจนานุกรมหรือ null',
  ),
  why: both(
    'Rules compare values: a number as text makes a family ineligible without a word.',
    'กติกาเปรียบเทียบค่า ตัวเลขที่ส่งเป็นข้อความทำให้ครอบครัวเสียสิทธิโดยไม่มีใครรู้',
  ),
  mend: both(
    'Map each column to the type in programmes.json; what another body owns is for it to state.',
    'แปลงแต่ละคอลัมน์ให้ตรงกับ programmes.json ข้อเท็จจริงของหน่วยงานอื่นให้หน่วยงานนั้นเป็นผู้แจ้ง',
  ),
  run: (scene) => {
    const faults = scene.known.flatMap((known) => typeFaults(known, scene));
    return judged(
      recordsOf(scene),
      faults,
      `${scene.known.flatMap(({ record }) => listOf(record['facts'])).length} facts`,
    );
  },
};

const absence: SceneCheck = {
  id: 'FACTS_ABSENT',
  level: 'REQUIRED',
  title: both('Absent is not null', 'ไม่มีข้อมูลไม่เท่ากับ null'),
  expected: both(
    'A fact that the registry cannot state is in no row; one that it looked up without a value is there, and null.',
    'ข้อเท็จจริงที่ทะเบียนบอกไม่ได้ต้องไม่มีแถว ส่วนที่ค้นแล้วไม่มีค่าต้องมีแถวและเป็น null',
  ),
  why: both(
    'Null makes a comparison false, absent makes the verdict UNKNOWN: the one says no to a family, the other says ask.',
    'null ทำให้การเปรียบเทียบเป็นเท็จ ส่วนการไม่มีแถวทำให้ผลเป็น UNKNOWN อย่างแรกคือปฏิเสธครอบครัว อย่างหลังคือให้ถามต่อ',
  ),
  mend: both(
    'Keep beside each column whether the registry was able to say; leave the row out when it was not.',
    'เก็บไว้ข้างคอลัมน์ว่าทะเบียนบอกได้หรือไม่ ถ้าบอกไม่ได้ให้ละแถวนั้น',
  ),
  run: judgeAbsence,
};

const values: SceneCheck = {
  id: 'FACTS_VALUES',
  level: 'REQUIRED',
  title: both('Facts come back as they are known', 'ค่าของข้อเท็จจริงถูกต้อง'),
  expected: both(
    'Every fact that the samples state, with its value; of one that moves with time, that it has one.',
    'ครบทุกข้อเท็จจริงที่ตัวอย่างระบุพร้อมค่า ส่วนข้อที่เปลี่ยนตามเวลาเพียงต้องมีค่า',
  ),
  why: both(
    'A fact that is lost on the way turns a right into UNKNOWN, a wrong one into a false verdict.',
    'ข้อเท็จจริงที่หายทำให้สิทธิเป็น UNKNOWN ที่ผิดทำให้ผลตัดสินผิด',
  ),
  mend: both('Compare the import with the facts that are named here.', 'ตรวจการนำเข้ากับข้อเท็จจริงที่ระบุไว้ที่นี่'),
  run: (scene) => {
    const stated = scene.known.flatMap((known) =>
      known.sample.stated.filter(({ value }) => value !== null).map((fact) => ({ fact, known })),
    );
    if (stated.length === 0) return notApplicable('the samples state no values of this body');
    const faults = stated.flatMap(({ fact, known }) => valueFault(fact, known));
    return judged(recordsOf(scene), faults, `${stated.length} facts as stated`);
  },
};

const ids: SceneCheck = {
  id: 'LEDGER_IDS',
  level: 'REQUIRED',
  title: both('Ids of entitlements and services are unique', 'รหัสสิทธิและบริการไม่ซ้ำ'),
  expected: both('No id comes twice in all samples.', 'ไม่มีรหัสซ้ำในครัวเรือนตัวอย่างทั้งหมด'),
  why: both('Two rows with one id are one row to a report.', 'สองแถวที่รหัสเดียวกันจะถูกนับเป็นแถวเดียวในรายงาน'),
  mend: both(
    'Build the id from body, house code, member, programme and a number among those alike, for example HEALTH:99990000011:M1:he-ltc:1. The line of a ledger would tell of lines that a reader may not see.',
    'สร้างรหัสจากหน่วยงาน รหัสบ้าน สมาชิก โครงการ และลำดับในกลุ่มเดียวกัน เช่น HEALTH:99990000011:M1:he-ltc:1 เพราะลำดับรายการในทะเบียนบอกถึงรายการที่ผู้อ่านไม่มีสิทธิเห็น',
  ),
  run: (scene) => {
    const all = ledgerOf(scene).map(({ id }) => id);
    if (all.length === 0) return notApplicable('no sample has an entitlement or service of this body');
    const twice = all.filter((id, at) => all.indexOf(id) !== at || typeof id !== 'string' || id === '').length;
    return judged(
      recordsOf(scene),
      twice === 0 ? [] : [`${twice} of ${all.length} ids are missing or come twice`],
      `${all.length} ids`,
    );
  },
};

const programmes: SceneCheck = {
  id: 'LEDGER_PROGRAMMES',
  level: 'REQUIRED',
  title: both('Programmes of the ledger are in the catalogue', 'โครงการอยู่ในบัญชีสิทธิ'),
  expected: both(
    'Every entitlement and service names a programme of this body’s programmes.json.',
    'สิทธิและบริการทุกรายการอ้างโครงการใน programmes.json ของหน่วยงาน',
  ),
  why: both(
    'A programme that the catalogue does not know has no rule, no name and no body: gaps are counted wrong.',
    'โครงการที่บัญชีสิทธิไม่รู้จักไม่มีกติกา ชื่อ หรือหน่วยงาน ทำให้นับช่องว่างสิทธิผิด',
  ),
  mend: both(
    'Publish the programme first, or map the ledger’s code to the catalogue’s id.',
    'เผยแพร่โครงการก่อน หรือแปลงรหัสในบัญชีจ่ายให้ตรงกับบัญชีสิทธิ',
  ),
  run: (scene) => {
    const named = ledgerOf(scene).map(({ programme }) => String(member(programme, 'id')));
    if (named.length === 0) return notApplicable('no sample has an entitlement or service of this body');
    const unknown = named.filter((id) => !scene.subject.dictionary.isProgramme(id));
    return judged(
      recordsOf(scene),
      unknown.map((id) => `unknown programme ${id.slice(0, 60)}`),
      `${new Set(named).size} programmes`,
    );
  },
};

export const valueChecks: readonly SceneCheck[] = [recordFields, found, factTypes, absence, values, ids, programmes];

function recordsOf({ known }: Scene): string {
  return `${known.length} samples, one call each`;
}

function fieldFaults(record: JsonObject, code: string): readonly string[] {
  const rows = [record, ...['facts', 'entitlements', 'services'].flatMap((list) => objectsOf(record[list]))];
  return [
    ...(member(record['body'], 'code') === code ? [] : ['body.code is another']),
    ...['facts', 'entitlements', 'services'].flatMap((list) =>
      Array.isArray(record[list]) ? [] : [`${list} is no list`],
    ),
    ...rows.flatMap(({ asOf }) => (isPointInTime(asOf) ? [] : ['asOf is no point in time'])),
  ];
}

function isPointInTime(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function hasWeight(record: JsonObject): boolean {
  if (listOf(record['entitlements']).length > 0 || listOf(record['services']).length > 0) return true;
  return listOf(record['facts']).some((fact) => weighs(member(fact, 'value')));
}

function weighs(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== undefined && value !== false && value !== 0 && value !== 'NONE';
}

function typeFaults({ record, sample }: Known, { subject }: Scene): readonly string[] {
  const subjects = new Set<unknown>([sample.houseCode, ...sample.persons]);
  const seen = new Set<string>();
  return objectsOf(record['facts']).flatMap((fact) => {
    const name = String(fact['name']).slice(0, 60);
    const key = `${name} ${String(fact['subject'])}`;
    const isTwice = seen.has(key);
    seen.add(key);
    const problem = subject.dictionary.problemOf(name, fact['value']);
    return [
      ...(problem === undefined ? [] : [`${name} ${problem}`]),
      ...(isTwice ? [`${name} comes twice`] : []),
      ...(sample.persons.length === 0 || subjects.has(fact['subject']) ? [] : [`${name} is of somebody else`]),
    ];
  });
}

function judgeAbsence(scene: Scene): Outcome {
  const absent = scene.known.flatMap((known) => known.sample.absent.map((fact) => ({ fact, known })));
  const empty = scene.known.flatMap((known) =>
    known.sample.stated.filter(({ value }) => value === null).map((fact) => ({ fact, known })),
  );
  if (absent.length + empty.length === 0) return notApplicable('the samples have no fact that is absent or null');
  const faults = [
    ...absent.flatMap(({ fact, known }) =>
      factOf(known, fact) === undefined ? [] : [`${fact.name} is there and should be absent`],
    ),
    ...empty.flatMap(({ fact, known }) => {
      const came = factOf(known, fact);
      if (came === undefined) return [`${fact.name} is absent and should be null`];
      return came['value'] === null ? [] : [`${fact.name} has a value and should be null`];
    }),
  ];
  return judged(recordsOf(scene), faults, `${absent.length} absent, ${empty.length} null`);
}

function valueFault(stated: StatedFact, known: Known): readonly string[] {
  const came = factOf(known, stated);
  if (came === undefined) return [`${stated.name} is absent`];
  const moves = (came['countedIn'] ?? null) !== null;
  if (moves) return came['value'] === null ? [`${stated.name} is null`] : [];
  return likeness(came['value']) === likeness(stated.value) ? [] : [`${stated.name} has another value`];
}

function factOf({ record }: Known, { name, subject }: FactKey): JsonObject | undefined {
  return objectsOf(record['facts']).find((fact) => fact['name'] === name && fact['subject'] === subject);
}

function ledgerOf({ known }: Scene): readonly JsonObject[] {
  return known.flatMap(({ record }) => [...objectsOf(record['entitlements']), ...objectsOf(record['services'])]);
}
