import type { Bench } from './bench.ts';
import { failed, judged, passed, type SceneCheck } from './check.ts';
import { likeness, listOf, member } from './json.ts';
import { describe, entitiesOf, type Reply } from './reply.ts';
import { countAlike, essenceOf, essentials, isUnknown, unknownHouses, type Known, type Scene } from './scene.ts';
import { entitiesQuery } from './selections.ts';
import { both } from './text.ts';

const order: SceneCheck = {
  id: 'ENTITIES_ORDER',
  level: 'REQUIRED',
  title: both('Entities come in the order of their keys', 'เอนทิตีเรียงตามลำดับคีย์'),
  expected: both('The n-th entity is that of the n-th representation.', 'เอนทิตีลำดับที่ n เป็นของคีย์ลำดับที่ n'),
  why: both(
    'The gateway knows an entity by its place alone: another order gives one family the data of another.',
    'เกตเวย์รู้จักเอนทิตีจากลำดับเท่านั้น ถ้าลำดับผิด ข้อมูลของครอบครัวหนึ่งจะไปอยู่กับอีกครอบครัวหนึ่ง',
  ),
  mend: both(
    'After reading the rows, arrange them by the keys that were asked for; a database gives them in any order.',
    'หลังอ่านข้อมูลแล้วให้จัดเรียงตามคีย์ที่ถาม เพราะฐานข้อมูลไม่รับประกันลำดับ',
  ),
  run: async (scene, bench) => {
    const backwards = scene.known.toReversed();
    const reply = await scene.askHouses(backwards.map(({ sample }) => sample.houseCode));
    const persons = personsOf(scene).toReversed();
    const people = persons.length === 0 ? undefined : await askPersons(persons, bench);
    const sent = `${backwards.length} households${people ? ` and ${persons.length} persons` : ''}, the last first`;
    const misplaced = backwards.filter(({ likeness: wanted }, at) => likeness(entitiesOf(reply)?.[at]) !== wanted);
    const lost = persons.filter((id, at) => people && member(entitiesOf(people)?.[at], 'personId') !== id);
    const faults = [
      ...(misplaced.length === 0
        ? []
        : [`${misplaced.length} of ${backwards.length} households are not at their place`]),
      ...(lost.length === 0 ? [] : [`${lost.length} of ${persons.length} persons are not at their place`]),
    ];
    return judged(sent, faults, 'all at their place');
  },
};

const duplicates: SceneCheck = {
  id: 'ENTITIES_DUPLICATES',
  level: 'REQUIRED',
  title: both('A key that comes twice is answered twice', 'คีย์ซ้ำได้คำตอบซ้ำ'),
  expected: both('As many entities as keys, each whole.', 'จำนวนเอนทิตีเท่ากับจำนวนคีย์ และครบทุกรายการ'),
  why: both(
    'A list that is shorter than its keys shifts all that follow, so the gateway throws the whole answer away.',
    'ถ้าคำตอบสั้นกว่าคีย์ ลำดับที่เหลือจะเลื่อน เกตเวย์จึงต้องทิ้งคำตอบทั้งหมด',
  ),
  mend: both(
    'Look rows up by key for each representation in turn; do not answer with the rows that the database returned.',
    'ค้นข้อมูลตามคีย์ของแต่ละรายการ อย่าตอบด้วยแถวที่ฐานข้อมูลส่งมาโดยตรง',
  ),
  run: async (scene) => {
    const [one, other] = firstTwo(scene);
    const codes = [one, other, one, one, other].map(({ sample }) => sample.houseCode);
    const reply = await scene.askHouses(codes);
    const sent = '5 keys of 2 households: one three times, the other twice';
    const whole = `${entitiesOf(reply)?.length ?? 0} entities, ${countAlike(reply, one)} + ${countAlike(reply, other)} whole`;
    const isWhole = entitiesOf(reply)?.length === 5 && countAlike(reply, one) === 3 && countAlike(reply, other) === 2;
    return isWhole ? passed(sent, whole) : failed(sent, `${whole}; ${describe(reply)}`);
  },
};

const unknownKey: SceneCheck = {
  id: 'ENTITIES_UNKNOWN_KEY',
  level: 'REQUIRED',
  title: both('An unknown house is null and disturbs nobody', 'บ้านที่ไม่รู้จักได้ค่า null และไม่กระทบผู้อื่น'),
  expected: both(
    'Null, or a household without a record, at the place of each unknown key; the others whole; no error.',
    'ลำดับของคีย์ที่ไม่รู้จักเป็น null หรือครัวเรือนที่ไม่มีบันทึก รายการอื่นครบถ้วน และไม่มีข้อผิดพลาด',
  ),
  why: both(
    'A page of 200 households always holds some that this registry has never heard of.',
    'ในหนึ่งหน้า 200 ครัวเรือนย่อมมีบ้านที่ทะเบียนนี้ไม่เคยรู้จัก',
  ),
  mend: both(
    'Give null for a key without a row; throw nothing, leave nothing out.',
    'ให้ค่า null เมื่อไม่มีแถวของคีย์นั้น อย่าโยนข้อผิดพลาดและอย่าตัดรายการออก',
  ),
  run: async (scene) => {
    const [one, other] = firstTwo(scene);
    const reply = await scene.askHouses([
      one.sample.houseCode,
      unknownHouses[0],
      other.sample.houseCode,
      unknownHouses[1],
    ]);
    const entities = entitiesOf(reply);
    const sent = '4 keys, the second and the fourth of nobody';
    if (entities === undefined) return failed(sent, describe(reply));
    const unknown = entities.filter((entity) => isUnknown(entity, scene.record)).length;
    const faults = [
      ...(entities.length === 4 ? [] : [`${entities.length} entities in place of 4`]),
      ...(unknown === 2 || entities.length !== 4 ? [] : [`${unknown} without a record in place of 2`]),
      ...(countAlike(reply, one) === 1 && countAlike(reply, other) === 1 ? [] : ['the known ones are not whole']),
      ...(reply.errors.length === 0 ? [] : [`${reply.errors.length} errors`]),
    ];
    return judged(sent, faults, '2 without a record, 2 whole, no error');
  },
};

const badKey: SceneCheck = {
  id: 'ENTITIES_BAD_KEY',
  level: 'REQUIRED',
  title: both('A key that makes no sense costs its own place alone', 'คีย์ที่ผิดรูปกระทบเฉพาะลำดับของตน'),
  expected: both(
    'Null at its place, with or without an error whose path names that place; the others whole.',
    'ลำดับนั้นเป็น null จะมีข้อผิดพลาดที่ระบุ path ของลำดับนั้นหรือไม่ก็ได้ รายการอื่นครบถ้วน',
  ),
  why: both(
    'One bad row somewhere must not cost 199 other households their answer.',
    'ข้อมูลผิดหนึ่งรายการต้องไม่ทำให้อีก 199 ครัวเรือนไม่ได้คำตอบ',
  ),
  mend: both(
    'Check each key by itself before the database is asked, and put an error in its place instead of throwing.',
    'ตรวจคีย์แต่ละรายการก่อนถามฐานข้อมูล และให้ข้อผิดพลาดเฉพาะลำดับนั้นแทนการโยนข้อผิดพลาดทั้งชุด',
  ),
  run: async (scene, bench) => {
    const [one, other] = firstTwo(scene);
    const faults: string[] = [];
    for (const [name, bad] of badKeys) {
      const keys = [keyOf(one), { __typename: 'Household', ...bad }, keyOf(other)];
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a fault has one cause
      const reply = await bench.ask({ query: questionOf(scene), variables: { keys } });
      const problem = problemBeside(reply, [one, other], scene);
      if (problem !== undefined) faults.push(`${name}: ${problem}`);
    }
    return judged(
      `3 keys, the second with ${badKeys.map(([name]) => name).join(', in turn ')}`,
      faults,
      'the others are whole',
    );
  },
};

export const entityChecks: readonly SceneCheck[] = [order, duplicates, unknownKey, badKey];

const badKeys: readonly (readonly [name: string, key: Readonly<Record<string, unknown>>])[] = [
  ['no house code', {}],
  ['null', { houseCode: null }],
  ['a number', { houseCode: 17 }],
  ['words', { houseCode: 'no such code' }],
  ['an object', { houseCode: { of: 'nothing' } }],
];

function firstTwo({ known }: Scene): readonly [Known, Known] {
  const [one, other] = known;
  if (one === undefined || other === undefined) throw new TypeError('a scene has at least two known samples');
  return [one, other];
}

function keyOf({ sample }: Known): object {
  return { __typename: 'Household', houseCode: sample.houseCode };
}

/** The house code of a bad key is not asked back: it may not be null. */
function questionOf({ record }: Scene): string {
  return entitiesQuery({ Household: `${record.field} { ${essentials} }` });
}

/** What a bad key between two good ones has spoilt. */
function problemBeside(reply: Reply, [one, other]: readonly [Known, Known], { record }: Scene): string | undefined {
  const entities = entitiesOf(reply);
  if (entities === undefined) return describe(reply);
  if (entities.length !== 3) return `${entities.length} entities in place of 3`;
  const came = entities.map((entity) => essenceOf(member(entity, record.field)));
  const wanted = [one, other].map((known) => essenceOf(known.record));
  if (!wanted.every((each) => came.includes(each))) return 'the others are not whole';
  if (!isUnknown(entities[1], record)) return 'it has a record';
  const isElsewhere = reply.errors.some((error) => {
    const [field, at] = listOf(member(error, 'path'));
    return field !== '_entities' || at !== 1;
  });
  return isElsewhere ? 'an error without a path, or with that of another' : undefined;
}

/** Of the samples, where this subgraph tells persons by their key. */
function personsOf({ schema, known }: Scene): readonly string[] {
  return schema.types.get('Person')?.isResolvable === true ? known.flatMap(({ sample }) => sample.persons) : [];
}

function askPersons(ids: readonly string[], bench: Bench): Promise<Reply> {
  const keys = ids.map((personId) => ({ __typename: 'Person', personId }));
  return bench.ask({ query: entitiesQuery({ Person: 'personId' }), variables: { keys } });
}
