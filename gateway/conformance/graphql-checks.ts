import type { Bench, Question } from './bench.ts';
import { failed, judged, passed, type SceneCheck } from './check.ts';
import { isObject, likeness, listOf, member } from './json.ts';
import { describe, entitiesOf, isOrderly, type Reply } from './reply.ts';
import type { Known, Scene } from './scene.ts';
import { commonFields } from './selections.ts';
import { both } from './text.ts';

const why = both(
  'The gateway writes its queries as its planner needs them; a server that knows half of GraphQL answers half of them.',
  'เกตเวย์เขียนคำถามตามที่ตัววางแผนต้องการ ระบบที่รู้ GraphQL เพียงครึ่งเดียวก็ตอบได้เพียงครึ่งเดียว',
);

const mend = both(
  'Execute the document by a GraphQL library; do not read queries by hand.',
  'ให้ไลบรารี GraphQL ประมวลผลเอกสาร อย่าอ่านคำถามด้วยโค้ดที่เขียนเอง',
);

const aliases: SceneCheck = {
  id: 'GRAPHQL_ALIASES',
  level: 'REQUIRED',
  title: both('Aliases', 'ชื่อแทน (alias)'),
  expected: both('Each value under the name that was asked for.', 'ค่าแต่ละค่าอยู่ใต้ชื่อที่ถาม'),
  why,
  mend,
  run: async (scene, bench) => {
    const text = `query ($keys: [_Any!]!) { entities: _entities(representations: $keys) { ... on Household {
      code: houseCode again: houseCode mine: ${scene.record.field} { yes: found all: facts { n: name v: value } } } } }`;
    const reply = await askFirst(scene, bench, { query: text });
    const [entity] = listOf(member(reply.data, 'entities'));
    const { sample, record } = first(scene);
    const mine = member(entity, 'mine');
    const faults = [
      ...(member(entity, 'code') === sample.houseCode && member(entity, 'again') === sample.houseCode
        ? []
        : ['the house code']),
      ...(member(mine, 'yes') === record['found'] ? [] : ['found']),
      ...(factPairs(mine, ['all', 'n', 'v']) === factPairs(record, ['facts', 'name', 'value']) ? [] : ['facts']),
    ];
    return judged('one household under aliases at every level', explained(faults, reply), 'all under their aliases');
  },
};

const fragments: SceneCheck = {
  id: 'GRAPHQL_FRAGMENTS',
  level: 'REQUIRED',
  title: both('Fragments', 'แฟรกเมนต์'),
  expected: both(
    'Named fragments, fragments on the interface BodyRecord and inline ones without a type give the same answer.',
    'แฟรกเมนต์ที่มีชื่อ แฟรกเมนต์บน BodyRecord และแฟรกเมนต์ไม่มีชนิดให้คำตอบเดียวกัน',
  ),
  why,
  mend,
  run: async (scene, bench) => {
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename ...House } }
      fragment House on Household { houseCode ... { ${scene.record.field} { __typename ...Common } } }
      fragment Common on BodyRecord { ... on ${scene.record.type} { ${commonFields} } }`;
    const reply = await askFirst(scene, bench, { query: text });
    const isAlike = likeness(entitiesOf(reply)?.[0]) === first(scene).likeness;
    return (isAlike ? passed : failed)('one household through three kinds of fragments', describe(reply));
  },
};

const conditions: SceneCheck = {
  id: 'GRAPHQL_CONDITIONS',
  level: 'REQUIRED',
  title: both('Variables, @skip and @include', 'ตัวแปร @skip และ @include'),
  expected: both('What is left out by a variable is not there.', 'ส่วนที่ตัวแปรสั่งให้ละต้องไม่ปรากฏ'),
  why,
  mend,
  run: async (scene, bench) => {
    const text = `query ($keys: [_Any!]!, $yes: Boolean!, $no: Boolean = false) { _entities(representations: $keys) { ... on Household {
      ${scene.record.field} { found @include(if: $yes) asOf @include(if: $no) facts @skip(if: $yes) { name } services @skip(if: $no) { id } } } } }`;
    const reply = await askFirst(scene, bench, { query: text, variables: { yes: true } });
    const record = member(entitiesOf(reply)?.[0], scene.record.field);
    const names = isObject(record) ? Object.keys(record).toSorted().join(' ') : 'no record';
    const sent = 'four fields under conditions, one by the default of a variable';
    return names === 'found services' ? passed(sent, names) : failed(sent, `${names}; ${describe(reply)}`);
  },
};

const operationName: SceneCheck = {
  id: 'GRAPHQL_OPERATION_NAME',
  level: 'REQUIRED',
  title: both('The operation that is named', 'เลือกการทำงานตามชื่อ'),
  expected: both(
    'Of two operations the named one is executed; without a name the request is refused.',
    'ในสองการทำงาน ทำเฉพาะที่ระบุชื่อ ถ้าไม่ระบุต้องปฏิเสธ',
  ),
  why,
  mend,
  run: async (scene, bench) => {
    const text = `query One($keys: [_Any!]!) { _entities(representations: $keys) { __typename } }
      query Other($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household { houseCode } } }`;
    const named = await askFirst(scene, bench, { query: text, operationName: 'Other' });
    const unnamed = await askFirst(scene, bench, { query: text });
    const entity = entitiesOf(named)?.[0];
    const isRight = isObject(entity) && Object.keys(entity).join(' ') === 'houseCode';
    const isRefused = isOrderly(unnamed) && unnamed.data === null && (unnamed.errors.length > 0 || !unnamed.isGraphQL);
    const faults = [
      ...(isRight ? [] : [`named: ${describe(named)}`]),
      ...(isRefused ? [] : [`without a name: ${describe(unnamed)}`]),
    ];
    return judged('two operations, with and without operationName', faults, 'the named one; refused without a name');
  },
};

const typeName: SceneCheck = {
  id: 'GRAPHQL_TYPENAME',
  level: 'REQUIRED',
  title: both('__typename at every level', '__typename ทุกระดับ'),
  expected: both('The name of the type of each object.', 'ชื่อชนิดของแต่ละวัตถุ'),
  why,
  mend,
  run: async (scene, bench) => {
    const text = `query ($keys: [_Any!]!) { __typename _entities(representations: $keys) { __typename ... on Household {
      ${scene.record.field} { __typename body { __typename } facts { __typename } } } } }`;
    const reply = await askFirst(scene, bench, { query: text });
    const entity = entitiesOf(reply)?.[0];
    const record = member(entity, scene.record.field);
    const facts = listOf(member(record, 'facts'));
    const wanted: readonly (readonly [unknown, string])[] = [
      [reply.data, 'Query'],
      [entity, 'Household'],
      [record, scene.record.type],
      [member(record, 'body'), 'Body'],
      ...facts.map((fact) => [fact, 'Fact'] as const),
    ];
    const faults = wanted.flatMap(([value, name]) => (member(value, '__typename') === name ? [] : [`no ${name}`]));
    return judged('__typename of query, entity, record, body and facts', explained(faults, reply), 'each its own');
  },
};

const unknownField: SceneCheck = {
  id: 'GRAPHQL_UNKNOWN_FIELD',
  level: 'REQUIRED',
  title: both('A field that is not there is refused', 'ปฏิเสธฟิลด์ที่ไม่มี'),
  expected: both(
    'A GraphQL error and no data, by status 200 or 4xx.',
    'ข้อผิดพลาดของ GraphQL โดยไม่มีข้อมูล ด้วยสถานะ 200 หรือ 4xx',
  ),
  why: both(
    'While a new schema is rolled out the gateway may ask for a field that this process does not have yet; a 500 opens its breaker.',
    'ระหว่างเปลี่ยนสคีมา เกตเวย์อาจถามฟิลด์ที่ยังไม่มี ถ้าตอบ 500 เบรกเกอร์จะเปิด',
  ),
  mend,
  run: async (scene, bench) => {
    const reply = await askFirst(scene, bench, {
      query: 'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household { noSuchField } } }',
    });
    const isRefused = isOrderly(reply) && reply.isGraphQL && reply.errors.length > 0 && reply.data === null;
    return (isRefused ? passed : failed)('Household.noSuchField', describe(reply));
  },
};

export const graphqlChecks: readonly SceneCheck[] = [
  aliases,
  fragments,
  conditions,
  operationName,
  typeName,
  unknownField,
];

function first({ known: [one] }: Scene): Known {
  if (one === undefined) throw new TypeError('a scene has at least two known samples');
  return one;
}

function askFirst(scene: Scene, bench: Bench, question: Question): Promise<Reply> {
  const keys = [{ __typename: 'Household', houseCode: first(scene).sample.houseCode }];
  return bench.ask({ ...question, variables: { ...question.variables, keys } });
}

function explained(faults: readonly string[], reply: Reply): readonly string[] {
  return faults.length === 0 ? [] : [...faults, describe(reply)];
}

function factPairs(record: unknown, [list, name, value]: readonly [string, string, string]): string {
  return likeness(
    listOf(member(record, list)).map((fact) => ({ name: member(fact, name), value: member(fact, value) })),
  );
}
